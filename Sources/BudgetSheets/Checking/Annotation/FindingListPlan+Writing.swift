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
      try SheetRenderer.write(cell, leadingTo: links[reference], at: reference, to: worksheet)
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
}
