import Testing
import XlsxPackage
import XlsxWrite

@Suite struct WorksheetTests {
  @Test func laterColumnWidthsWinWithoutOverlap() throws {
    let sheet = try parts {
      try $0.setColumnWidth(1...6, 10)
      try $0.setColumnWidth(3...3, 20)
      try $0.setColumnWidth(5...5, 8, isHidden: true)
    }.sheet()
    let columns = sheet.matches(of: #/<col min="(\d+)" max="(\d+)"/#).map { "\($0.1)-\($0.2)" }
    #expect(columns == ["1-2", "3-3", "4-4", "5-5", "6-6"])
    #expect(sheet.contains("<col min=\"5\" max=\"5\" width=\"8.7109375\" hidden=\"1\" customWidth=\"1\"/>"), "\(sheet)")
  }

  @Test func rowsPanesAndViewAreWritten() throws {
    let sheet = try parts {
      try $0.setRowHeight(2, 30)
      try $0.setRowHeight(3, 15, isHidden: true)
      try $0.freezePanes(above: 6, left: 3)
      try $0.setZoom(85)
      try $0.setSelection(cell("D8"))
      try $0.hideGridlines()
      try $0.setTabColor(Color(0x00B050))
    }.sheet()
    #expect(sheet.contains("<row r=\"2\" ht=\"30\" customHeight=\"1\"/>"))
    #expect(sheet.contains("<row r=\"3\" hidden=\"1\"/>"), "\(sheet)")
    #expect(
      sheet.contains("<pane xSplit=\"2\" ySplit=\"5\" topLeftCell=\"C6\" activePane=\"bottomRight\" state=\"frozen\"/>")
    )
    #expect(sheet.contains("showGridLines=\"0\" tabSelected=\"1\" zoomScale=\"85\""), "\(sheet)")
    #expect(sheet.contains("activeCell=\"D8\""))
    #expect(sheet.contains("<tabColor rgb=\"FF00B050\"/>"))
  }

  @Test func theFilterIsWritten() throws {
    let package = try parts {
      try $0.setFilter(CellRange(cell("A1"), cell("B9")))
      try $0.setFilter(CellRange(cell("B4"), cell("D20")))
    }
    #expect(package.sheet().contains("<autoFilter ref=\"B4:D20\"/>"))
    // The name by which Excel knows the range, too.
    #expect(package["xl/workbook.xml"].contains("hidden=\"1\">'2026'!$B$4:$D$20</definedName>"))
    #expect(throws: XlsxWriteError.self) {
      try parts { try $0.setFilter(CellRange(cell("A1"), CellReference(row: 1, column: 16_385))) }
    }
  }

  @Test func printSetupIsWritten() throws {
    let parts = try parts {
      try $0.write(number: 1, at: cell("A1"))
      try $0.printSetup(
        PrintSetup(
          orientation: .landscape, margins: PrintSetup.Margins(left: 0.5, header: 0.2), fitToPagesWide: 1,
          fitToPagesTall: 0, repeatedRows: 1...5, repeatedColumns: 1...2, centersHorizontally: true,
          footer: "&C第 &P 页，共 &N 页"))
    }
    let sheet = parts.sheet()
    #expect(sheet.contains("<pageSetUpPr fitToPage=\"1\"/>"))
    #expect(sheet.contains("<printOptions horizontalCentered=\"1\"/>"))
    #expect(
      sheet.contains(
        "<pageMargins left=\"0.5\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.2\" footer=\"0.3\"/>"))
    #expect(sheet.contains("<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/>"), "\(sheet)")
    #expect(sheet.contains("<oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter>"))
    #expect(parts["xl/workbook.xml"].contains("'2026'!$A:$B,'2026'!$1:$5"))
  }

  @Test(arguments: [
    PrintSetup(margins: PrintSetup.Margins(left: -1)), PrintSetup(margins: PrintSetup.Margins(footer: .nan)),
    PrintSetup(fitToPagesWide: -1), PrintSetup(repeatedRows: 0...3), PrintSetup(repeatedColumns: 1...20_000),
    PrintSetup(header: String(repeating: "长", count: 256)), PrintSetup(footer: "\u{1}"),
  ])
  func impossiblePrintSetupsAreRefused(_ setup: PrintSetup) {
    #expect(throws: XlsxWriteError.self) { try parts { try $0.printSetup(setup) } }
  }

  @Test func protectionIsWritten() throws {
    let plain = try parts { try $0.protect() }.sheet()
    #expect(plain.contains("<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\"/>"), "\(plain)")
    let sheet = try parts {
      try $0.protect(
        SheetProtection(
          allowing: [.selectUnlockedCells, .insertRows, .formatColumns, .formatRows, .editObjects], password: "password"
        ))
    }.sheet()
    let element = String(sheet.firstMatch(of: #/<sheetProtection[^>]*>/#)?.0 ?? "")
    #expect(
      element
        == "<sheetProtection password=\"83AF\" sheet=\"1\" scenarios=\"1\" formatColumns=\"0\" formatRows=\"0\" insertRows=\"0\" selectLockedCells=\"1\"/>",
      "\(element)")
    #expect(throws: XlsxWriteError.self) { try parts { try $0.protect(SheetProtection(password: "密码")) } }
  }

  @Test func commentsAndLinksAreWritten() throws {
    let parts = try parts(named: "it's") {
      try $0.writeComment("与附表不符\n差 <1>\u{1}", author: "审核", at: cell("B2"))
      try $0.writeInternalLink(toSheet: "it's", cell: cell("C3"), text: "去看", at: cell("A1"), tip: "到 C3")
      try $0.ignoreNumbersStoredAsText(in: range("A1:A9"))
      try $0.ignoreNumbersStoredAsText(in: range("C1:C9"))
      let sheet = $0
      #expect(throws: XlsxWriteError.self) { try sheet.writeComment("x", at: cell("B2")) }
      #expect(throws: XlsxWriteError.self) { try sheet.writeComment("", at: cell("B3")) }
    }
    #expect(parts["xl/comments1.xml"].contains("<t>与附表不符\n差 &lt;1&gt;_x0001_</t>"), "\(parts["xl/comments1.xml"])")
    #expect(parts["xl/comments1.xml"].contains("<author>审核</author>"))
    #expect(
      parts.sheet().contains("<hyperlink ref=\"A1\" location=\"'it''s'!C3\" tooltip=\"到 C3\" display=\"去看\"/>"),
      "\(parts.sheet())")
    #expect(parts.sheet().contains("<ignoredError sqref=\"A1:A9 C1:C9\" numberStoredAsText=\"1\"/>"))
  }

  @Test func longSheetNamesAreNotCutOffInPrintTitles() throws {
    let setup = PrintSetup(repeatedRows: 1...5, repeatedColumns: 1...2, printArea: range("A1:XFD1048576"))
    #expect(throws: XlsxWriteError.self) {
      try parts(named: String(repeating: "表", count: 31)) { try $0.printSetup(setup) }
    }
    let name = String(repeating: "表", count: 15)
    let workbook = try parts(named: name) { try $0.printSetup(setup) }["xl/workbook.xml"]
    #expect(workbook.contains(">'\(name)'!$A:$B,'\(name)'!$1:$5</definedName>"), "\(workbook)")
  }

  @Test func rangesOfTextNumbersAreLimited() throws {
    let error = #expect(throws: XlsxWriteError.self) {
      try parts { sheet in
        for _ in 1...200 { try sheet.ignoreNumbersStoredAsText(in: range("A1000000:XFD1048576")) }
      }
    }
    #expect(error?.code == .tooMany)
  }

  @Test func linksTakeTheLongestNamesAndTexts() throws {
    let name = String(repeating: "长", count: 31)
    let text = String(repeating: "去", count: 255)
    let sheet = try parts(named: name) {
      try $0.writeInternalLink(toSheet: name, text: text, at: cell("A1"), tip: text)
    }.sheet()
    #expect(sheet.contains("location=\"'\(name)'!A1\" tooltip=\"\(text)\" display=\"\(text)\""), "\(sheet)")
    #expect(throws: XlsxWriteError.self) {
      try parts { try $0.writeInternalLink(toSheet: "2026", text: text + "去", at: cell("A1")) }
    }
  }

  @Test func hiddenSheetsStayHidden() throws {
    let workbook = try WorkbookWriter()
    let dictionary = try workbook.addWorksheet(named: "字典")
    try dictionary.hide()
    _ = try workbook.addWorksheet(named: "表一")
    _ = try workbook.addWorksheet(named: "表二")
    let parts = try PackageParts(workbook.closeToBytes())
    #expect(parts["xl/workbook.xml"].contains("<sheet name=\"字典\" sheetId=\"1\" state=\"hidden\""))
    #expect(parts["xl/workbook.xml"].contains("firstSheet=\"1\" activeTab=\"1\""), "\(parts["xl/workbook.xml"])")
    #expect(!parts.sheet(1).contains("tabSelected"))
    #expect(parts.sheet(2).contains("tabSelected=\"1\""))
  }

  @Test func anActivatedSheetIsSeenFirst() throws {
    let workbook = try WorkbookWriter()
    _ = try workbook.addWorksheet(named: "表一")
    try workbook.addWorksheet(named: "表二").activate()
    let parts = try PackageParts(workbook.closeToBytes())
    #expect(parts["xl/workbook.xml"].contains("activeTab=\"1\""))
    #expect(!parts.sheet(1).contains("tabSelected"))
  }

  @Test func aWorkbookNeedsAVisibleSheet() throws {
    let empty = #expect(throws: XlsxWriteError.self) { try WorkbookWriter().closeToBytes() }
    #expect(empty?.code == .noVisibleWorksheet)
    let hidden = #expect(throws: XlsxWriteError.self) { try parts { try $0.hide() } }
    #expect(hidden?.code == .noVisibleWorksheet)
  }
}
