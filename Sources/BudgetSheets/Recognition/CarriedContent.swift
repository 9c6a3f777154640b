import XlsxPackage

/// The sheet in which a workbook of our own carries what stood outside the forms, so that nothing is lost.
///
/// Its columns: the sheet, the cell, whether it was a number or a text, the content, the formula.
enum CarriedContent {
  /// The name of the sheet.
  static let sheetName = "表外内容"
  /// The headings, in order; with the sheet's name they tell it.
  static let headings = ["原工作表", "单元格", "种类", "内容", "公式"]
  static let number = "数字"
  static let text = "文字"
  /// The row of the headings: a title and an explanation stand above.
  static let headingRow = 3

  /// Takes the sheet out of a workbook's sheets.
  ///
  /// - Returns: What it carries; nothing where there is no such sheet or it says anything else.
  static func take(from grids: inout [SheetGrid]) -> [OutsideCell] {
    guard let index = grids.firstIndex(where: { $0.name == sheetName }), let cells = cells(of: grids[index]) else {
      return []
    }
    grids.remove(at: index)
    return cells
  }

  private static func cells(of grid: SheetGrid) -> [OutsideCell]? {
    guard grid.row(headingRow)?.cells.map(\.text) == headings else { return nil }
    var cells: [OutsideCell] = []
    for row in grid.rows where row.number > headingRow {
      func text(_ column: Int) -> String? { grid.cell(CellReference(row: row.number, column: column))?.text }
      guard let sheet = text(1), let reference = text(2).flatMap({ CellReference($0) }), let kind = text(3),
        kind == number || kind == Self.text, row.cells.allSatisfy({ $0.reference.column <= headings.count })
      else { return nil }
      cells.append(
        OutsideCell(
          sheet: sheet, reference: reference, text: text(4) ?? "", isNumber: kind == number, formula: text(5)))
    }
    return cells
  }
}
