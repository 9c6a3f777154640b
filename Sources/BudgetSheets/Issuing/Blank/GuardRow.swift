/// The row that closes an open part of an issued form: sums reach down to it, and rows are inserted above it.
enum GuardRow {
  /// What stands in it.
  static let text = "（需要更多行时，请在本行以上插入行）"
  private static let label = LabelText.normalize(text)

  /// Whether a cell is that of a guard row.
  static func stands(in cell: SheetGrid.Cell) -> Bool { cell.kind == .text && cell.label == label }

  /// Whether a row is a guard row.
  static func stands(in row: SheetGrid.Row) -> Bool { row.cells.contains { stands(in: $0) } }
}
