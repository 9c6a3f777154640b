import XlsxPackage
import XlsxWrite

/// Writes a planned sheet into a workbook.
enum SheetRenderer {
  /// What a reader may do on a protected sheet.
  private static let allowed: SheetProtection.Actions = [
    .selectLockedCells, .selectUnlockedCells, .formatColumns, .formatRows,
  ]

  static func write(_ plan: SheetPlan, to workbook: WorkbookWriter) throws(XlsxWriteError) {
    let sheet = try begin(plan, in: workbook)
    for (reference, cell) in plan.orderedCells { try write(cell, at: reference, to: sheet) }
    try finish(plan, sheet)
  }

  /// Adds the sheet, to which then the cells are written.
  static func begin(_ plan: SheetPlan, in workbook: WorkbookWriter) throws(XlsxWriteError) -> WorksheetWriter {
    let sheet = try workbook.addWorksheet(named: plan.name)
    for (index, width) in plan.widths.enumerated() { try sheet.setColumnWidth(index + 1...index + 1, min(width, 255)) }
    return sheet
  }

  /// Sets all but the cells.
  static func finish(_ plan: SheetPlan, _ sheet: WorksheetWriter) throws(XlsxWriteError) {
    for (row, height) in plan.heights.sorted(by: { $0.key < $1.key }) { try sheet.setRowHeight(row, height) }
    for rule in plan.rules.prefix(255) { try sheet.addValidation(rule.validation, to: rule.range) }
    for range in plan.codeRanges.prefix(100) { try sheet.ignoreNumbersStoredAsText(in: range) }
    if let start = plan.scrollingStart { try sheet.freezePanes(above: start.row, left: start.column) }
    for condition in plan.conditions {
      try sheet.addConditionalFormat(condition.range, formula: condition.formula, format: condition.format)
    }
    if let selection = plan.selection { try sheet.setSelection(selection) }
    if plan.isActive { try sheet.activate() }
    try sheet.protect(SheetProtection(allowing: plan.allowsRows ? allowed.union(.insertRows) : allowed))
    if plan.isHidden { return try sheet.hide() }
    try sheet.printSetup(
      PrintSetup(
        orientation: plan.orientation, paper: .a4,
        margins: PageFit.margins, fitToPagesWide: 1, fitToPagesTall: plan.isOnePage ? 1 : 0,
        repeatedRows: plan.repeatedRows,
        printArea: CellRange(
          CellReference(row: 1, column: 1), CellReference(row: max(1, plan.lastRow), column: max(1, plan.columnCount))),
        centersHorizontally: true, footer: "&C第 &P 页，共 &N 页"))
  }

  /// Writes a planned cell.
  static func write(
    _ cell: SheetPlan.Cell, at reference: CellReference, to sheet: WorksheetWriter
  ) throws(XlsxWriteError) {
    if cell.last != reference {
      try sheet.merge(CellRange(reference, cell.last), text: nil, format: cell.format)
    }
    switch cell.content {
    case .blank: try sheet.writeBlank(at: reference, format: cell.format)
    case .text(let text): try sheet.write(text: text, at: reference, format: cell.format)
    case .number(let number): try sheet.write(number: number, at: reference, format: cell.format)
    case .formulaOfNothing(let formula):
      try sheet.write(formula: formula, text: "", at: reference, format: cell.format)
    case .formulaOfText(let formula, let result):
      try sheet.write(formula: formula, text: result, at: reference, format: cell.format)
    case .formula(let formula, let result):
      try sheet.write(formula: formula, number: result, at: reference, format: cell.format)
    }
  }

  /// Writes a planned cell that leads to another one, as a plain text where no link can lead there, as to a sheet whose name
  /// holds a number sign.
  static func write(
    _ cell: SheetPlan.Cell, leadingTo target: SheetAddress?, in language: Language = .chinese,
    at reference: CellReference,
    to sheet: WorksheetWriter
  ) throws(XlsxWriteError) {
    guard let target, let text = cell.content.text else { return try write(cell, at: reference, to: sheet) }
    do throws(XlsxWriteError) {
      try sheet.writeInternalLink(
        toSheet: target.sheet, cell: target.cell, text: text, at: reference, format: cell.format,
        tip: (language == .chinese ? "到" : "to ") + "\(target.sheet)!\(target.cell)")
    } catch {
      guard error.code == .badSheetName || error.code == .tooMany || error.code == .tooLong else { throw error }
      try write(cell, at: reference, to: sheet)
    }
  }
}
