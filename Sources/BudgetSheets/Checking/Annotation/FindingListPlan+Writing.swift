import XlsxPackage
import XlsxWrite

extension FindingListPlan {
  /// What a reader may do beside writing explanations; protection has no password.
  private static let allowed: SheetProtection.Actions = [
    .selectLockedCells, .selectUnlockedCells, .formatColumns, .formatRows,
  ]

  /// Writes the sheet, which is to be seen first.
  func write(to worksheet: WorksheetWriter) throws(XlsxWriteError) {
    for (index, width) in sheet.widths.enumerated() {
      try worksheet.setColumnWidth(index + 1...index + 1, min(width, 255))
    }
    let hidden = Column.identity.index
    try worksheet.setColumnWidth(hidden...hidden, 8, isHidden: true)
    for (reference, cell) in sheet.orderedCells {
      if let target = links[reference], let text = cell.content.text,
        try link(text, to: target, at: reference, cell.format, worksheet)
      {
        continue
      }
      try SheetRenderer.write(cell, at: reference, to: worksheet)
    }
    for (row, height) in sheet.heights.sorted(by: { $0.key < $1.key }) { try worksheet.setRowHeight(row, height) }
    if let start = sheet.scrollingStart { try worksheet.freezePanes(above: start.row, left: start.column) }
    try worksheet.protect(SheetProtection(allowing: Self.allowed))
    try worksheet.setTabColor(LevelMark.error.color)
    try worksheet.activate()
    try worksheet.printSetup(
      PrintSetup(
        orientation: sheet.orientation, paper: .a4, margins: PageFit.margins, fitToPagesWide: 1, fitToPagesTall: 0,
        repeatedRows: sheet.repeatedRows,
        printArea: CellRange(
          CellReference(row: 1, column: 1), CellReference(row: sheet.lastRow, column: FindingList.lastColumn)),
        centersHorizontally: true, footer: "&C第 &P 页，共 &N 页"))
  }

  /// Writes a link; false where none can lead there, as to a sheet whose name holds a number sign.
  private func link(
    _ text: String, to target: SheetAddress, at cell: CellReference, _ format: CellFormat, _ worksheet: WorksheetWriter
  ) throws(XlsxWriteError) -> Bool {
    do throws(XlsxWriteError) {
      try worksheet.writeInternalLink(
        toSheet: target.sheet, cell: target.cell, text: text, at: cell, format: format,
        tip: "到\(target.sheet)!\(target.cell)")
      return true
    } catch {
      if error.code == .badSheetName || error.code == .tooMany || error.code == .tooLong { return false }
      throw error
    }
  }
}
