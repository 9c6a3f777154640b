public import XlsxPackage

/// A table on a worksheet: a range with named columns (ECMA-376 18.5.1.2).
public struct Table: Hashable, Sendable {
  /// One column of a table (18.5.1.3).
  public struct Column: Hashable, Sendable {
    /// The name, which is the text of the header cell.
    public var name: String
    /// The text in the totals row, nil where there is none.
    public var totalsLabel: String?
    /// How the totals row sums the column up, as `sum`, `count` or `custom` (18.18.87); nil where it does not.
    public var totalsFunction: String?
    /// The formula that fills the column, nil where there is none.
    public var formula: String?

    /// Creates a column.
    public init(name: String) { self.name = name }
  }

  /// The name inside the workbook.
  public var name: String
  /// The name that formulas use.
  public var displayName: String
  /// The cells of the table, with its header and totals rows.
  public var range: CellRange
  /// The columns, from left to right.
  public var columns: [Column] = []
  /// How many rows at the top are headers: 1, or 0 where they are left out.
  public var headerRowCount = 1
  /// How many rows at the bottom hold totals.
  public var totalsRowCount = 0
  /// The range under the table's filter, nil where it has none.
  public var autoFilter: CellRange?
  /// The name of the style, as `TableStyleMedium2`; nil where the table has none.
  public var styleName: String?

  /// Creates a table without columns.
  public init(name: String, displayName: String, range: CellRange) {
    self.name = name
    self.displayName = displayName
    self.range = range
  }

  /// The cells between the header and the totals, nil where there are none.
  public var dataRange: CellRange? {
    let first = range.first.row + headerRowCount
    let last = range.last.row - totalsRowCount
    guard first <= last else { return nil }
    return CellRange(
      CellReference(row: first, column: range.first.column), CellReference(row: last, column: range.last.column))
  }
}
