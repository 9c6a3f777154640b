/// The identity of a column, a fixed row or a field: its labels from the outermost heading to its own.
///
/// Written with `/` between the labels, as `基本支出/人员经费/工资福利支出`; a label that holds a reserved character
/// (`/ , ] * "`) stands in double quotes.
public struct LabelPath: Hashable, Sendable {
  /// The labels, outermost first.
  public var labels: [String]

  /// Creates a path from its labels.
  public init(_ labels: [String]) {
    self.labels = labels
  }

  /// Creates a path from its text; nil where a quotation mark is left open or a label is empty.
  public init?(text: String) {
    var labels: [String] = []
    var label = ""
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "/" where !isQuoted:
        labels.append(label)
        label = ""
      default: label.append(character)
      }
    }
    labels.append(label)
    if isQuoted || labels.contains("") { return nil }
    self.labels = labels
  }

  /// The last label: the one that stands right above the cells.
  public var leaf: String { labels.last ?? "" }

  /// The path of the heading above; empty for an outermost label.
  public var parent: LabelPath { LabelPath(labels.dropLast()) }

  /// The path of a label below this one.
  public func appending(_ label: String) -> LabelPath { LabelPath(labels + [label]) }

  /// Whether this path lies below another one, or is it.
  public func starts(with other: LabelPath) -> Bool { labels.starts(with: other.labels) }
}

extension LabelPath: CustomStringConvertible {
  /// The text of the path.
  public var description: String {
    labels.map { $0.contains(where: { "/,]*\"".contains($0) }) ? "\"\($0)\"" : $0 }.joined(separator: "/")
  }
}
