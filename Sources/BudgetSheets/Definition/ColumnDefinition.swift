/// One column heading of a form: a leaf with cells below it, or a heading over further columns.
public struct ColumnDefinition: Sendable, Hashable {
  /// What stands in the cells of a leaf column.
  public enum Kind: Sendable, Hashable {
    /// Free text.
    case text
    /// A code, which is text even where it looks like a number, with its digits where they are fixed.
    case code(digits: Int?)
    /// Money.
    case amount
  }

  /// The labels from the outermost heading down to this one.
  public var path: LabelPath
  /// The heading as printed, with `{year}` for the year of the book; the label where it is nil.
  public var printed: String?
  /// Other words for the same heading.
  public var aliases: [String]
  /// What stands below a leaf.
  public var kind: Kind
  /// The columns that add up to this one.
  public var sum: [LabelPath]
  /// The column of which this one is a part (其中): at most as large, and never added elsewhere.
  public var partOf: LabelPath?
  /// The name of the dictionary whose entries stand here.
  public var list: String?
  /// Whether one merged cell stands for the rows of a group.
  public var isGroup: Bool
  /// Whether the values of indicators stand here, as `≤30%`.
  public var isIndicator: Bool
  /// Whether its amounts may be below zero; where nothing is said an issued form takes none that are.
  public var allowsNegative = false
  /// The column of the form of the year before whose amounts an issued form shows here.
  public var prior: LabelPath?
  /// The width in characters; nil for the usual one of its kind.
  public var width: Double?
  /// Whether it is one heading over several columns of texts without headings of their own, as over a label that is two
  /// columns wide; the labels of the columns below are then names only.
  public var isWide = false
  /// The columns below; empty for a leaf.
  public var columns: [ColumnDefinition]

  /// The heading's own label.
  public var label: String { path.leaf }

  /// The leaf columns below, in order; itself for a leaf.
  public var leaves: [ColumnDefinition] { columns.isEmpty ? [self] : columns.flatMap(\.leaves) }

  /// How many rows of heading it takes.
  public var depth: Int { 1 + (isWide ? 0 : columns.map(\.depth).max() ?? 0) }

  /// Whether money stands below.
  public var isAmount: Bool { kind == .amount }
}

extension [ColumnDefinition] {
  /// The headings above a leaf column and its own, as printed, outermost first.
  func printedLabels(of leaf: ColumnDefinition) -> [String] {
    for column in self where leaf.path.starts(with: column.path) {
      return [column.printed ?? column.label] + (column.isWide ? [] : column.columns.printedLabels(of: leaf))
    }
    return []
  }
}
