extension GuardRow {
  private static let label = LabelText.normalize(text)

  /// Whether a cell is that of a guard row.
  static func stands(in cell: SheetGrid.Cell) -> Bool { cell.kind == .text && cell.label == label }

  /// Whether a row is a guard row.
  static func stands(in row: SheetGrid.Row) -> Bool { row.cells.contains { stands(in: $0) } }
}
