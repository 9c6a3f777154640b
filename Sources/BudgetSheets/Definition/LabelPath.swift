/// The identity of a column, a fixed row or a field: its labels from the outermost heading to its own.
///
/// Written with `/` between the labels, as `基本支出/人员经费/工资福利支出`; a label that holds a reserved character
/// (`/ , ] * "`) stands in double quotes.
public struct LabelPath: Sendable {
  /// The labels, outermost first.
  public let labels: [String]
  /// The text of the path.
  public let description: String

  /// Creates a path from its labels.
  public init(_ labels: [String]) {
    self.labels = labels
    description = labels.map {
      $0.utf8.contains(where: Self.reserved.contains) ? "\"" + $0.replacing("\"", with: "\"\"") + "\"" : $0
    }
    .joined(separator: "/")
  }

  /// The characters for which a label stands in quotation marks.
  private static let reserved = Array("/,]*\"".utf8)

  /// Creates a path from its text; nil where a quotation mark is left open or a label is empty.
  public init?(text: String) {
    var labels: [String] = []
    var label = ""
    var isQuoted = false
    var wasQuote = false
    for character in text {
      let isSecond = character == "\"" && wasQuote
      wasQuote = character == "\"" && !isSecond
      switch character {
      case "\"":
        // Two in a row inside quotation marks stand for one.
        isQuoted.toggle()
        if isSecond, isQuoted { label.append("\"") }
      case "/" where !isQuoted:
        labels.append(label)
        label = ""
      default: label.append(character)
      }
    }
    labels.append(label)
    if isQuoted || labels.contains("") { return nil }
    self.init(labels)
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

extension LabelPath: CustomStringConvertible {}

extension LabelPath: Hashable {
  /// Compares the bytes of the texts: paths are made from definitions, and matched leniently before they are made.
  public static func == (first: LabelPath, second: LabelPath) -> Bool {
    first.description.utf8.elementsEqual(second.description.utf8)
  }

  /// Hashes the bytes of the text.
  public func hash(into hasher: inout Hasher) {
    var text = description
    text.withUTF8 { bytes in unsafe hasher.combine(bytes: UnsafeRawBufferPointer(bytes)) }
  }
}

extension LabelPath: ExpressibleByArrayLiteral {
  /// Creates a path from its labels: `["基本支出", "小计"]`.
  public init(arrayLiteral labels: String...) { self.init(labels) }
}
