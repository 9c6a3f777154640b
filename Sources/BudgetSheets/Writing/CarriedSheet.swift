import XlsxPackage
import XlsxWrite

/// Lays out the sheet that carries what stood outside the forms, as ``CarriedContent`` takes it back.
enum CarriedSheet {
  private static let title = "表外内容"
  private static let explanation = "以下内容在原工作簿中不属于任何预算表，照录于此，以免遗失。"

  /// The sheet; nil where there is nothing to carry.
  static func plan(_ cells: [OutsideCell]) -> SheetPlan? {
    if cells.isEmpty { return nil }
    var sheet = SheetPlan(name: CarriedContent.sheetName, widths: [22, 9, 8, 70, 30])
    let all = 1...CarriedContent.headings.count
    sheet.put(.text(title), FormStyle.title, rows: 1...1, columns: all)
    sheet.put(.text(explanation), FormStyle.line(.left), rows: 2...2, columns: all)
    for (index, heading) in CarriedContent.headings.enumerated() {
      sheet.put(.text(heading), FormStyle.heading, row: CarriedContent.headingRow, column: index + 1)
    }
    for (index, cell) in cells.enumerated() {
      let row = CarriedContent.headingRow + 1 + index
      let texts = [
        cell.sheet.isEmpty ? CarriedContent.sheetName : cell.sheet, "\(cell.reference)",
        cell.isNumber ? CarriedContent.number : CarriedContent.text, cell.text, cell.formula ?? "",
      ]
      for (column, text) in texts.enumerated() {
        sheet.put(
          text.isEmpty ? .blank : .text(text), FormStyle.label(.left), row: row, column: column + 1)
      }
    }
    sheet.repeatedRows = 1...CarriedContent.headingRow
    sheet.scrollingStart = CellReference(row: CarriedContent.headingRow + 1, column: 1)
    _ = sheet.fitHeights()
    return sheet
  }
}
