import Testing
import XlsxPackage
import XlsxWrite

@Suite struct SheetNameTests {
  @Test(arguments: [
    "", "a[", "a]", "a:b", "a*", "a?", "a/b", "a\\b", "'a", "a'", "History", "a\u{1}", "a\nb",
    String(repeating: "表", count: 32), String(repeating: "😀", count: 16),
  ])
  func namesThatExcelRefusesAreRefused(_ name: String) throws {
    let error = #expect(throws: XlsxWriteError.self) { try parts(named: name) { _ in } }
    #expect(error?.code == .badSheetName)
  }

  @Test(arguments: ["2026", "A1", "R1C1", "it's", "a b", "1、收支总表", String(repeating: "表", count: 31), "a<&>\"b"])
  func otherNamesAreKeptAndQuoted(_ name: String) throws {
    let parts = try parts(named: name) {
      try $0.write(number: 1, at: cell("A1"))
      try $0.printSetup(PrintSetup(repeatedRows: 1...2, printArea: range("A1:B3")))
    }
    let xml = name.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    let quoted = xml.replacing("'", with: "''")
    let workbook = parts["xl/workbook.xml"]
    #expect(workbook.contains("<sheet name=\"\(xml.replacing("\"", with: "&quot;"))\""))
    #expect(workbook.contains(">'\(quoted)'!$A$1:$B$3</definedName>"), "\(workbook)")
    #expect(workbook.contains(">'\(quoted)'!$1:$2</definedName>"), "\(workbook)")
  }

  @Test func namesAreUniqueWhateverTheCase() throws {
    let workbook = try WorkbookWriter()
    _ = try workbook.addWorksheet(named: "Plan Ä")
    #expect(throws: XlsxWriteError.self) { try workbook.addWorksheet(named: "PLAN ä") }
  }

  @Test(arguments: ["", "1a", "a b", "A1", "XFD1", "R1C1", "r", "C", "a!b", "a-b", String(repeating: "名", count: 43)])
  func namesOfRangesAreChecked(_ name: String) throws {
    let workbook = try WorkbookWriter()
    _ = try workbook.addWorksheet(named: "2026")
    #expect(throws: XlsxWriteError.self) { try workbook.defineName(name, refersTo: "'2026'!$A$1") }
  }

  @Test func namesOfRangesAreWritten() throws {
    let workbook = try WorkbookWriter()
    _ = try workbook.addWorksheet(named: "2026")
    try workbook.defineName("部门_字典", refersTo: "='2026'!$A$1:$A$40")
    try workbook.defineName("rate", refersTo: "0.5")
    #expect(throws: XlsxWriteError.self) { try workbook.defineName("Rate", refersTo: "1") }
    let xml = try PackageParts(workbook.closeToBytes())["xl/workbook.xml"]
    #expect(xml.contains("<definedName name=\"部门_字典\">'2026'!$A$1:$A$40</definedName>"))
    #expect(xml.contains("<definedName name=\"rate\">0.5</definedName>"))
  }
}
