import BudgetSheets
import Foundation
import Testing
import XlsxPackage
import XlsxWrite

/// What a clerk writes among the rows of an issued form does not end it: it goes on to its last guard row.
@Suite struct IssuedNotesTests {
  private func book(year: String = "2023", _ change: (WorkbookPatch) throws -> Void) throws -> (Book, FormSet) {
    let set = try TemplateLibrary.embedded.set(named: "luoyang-2023")
    let department = DepartmentList.Department(
      code: "301", name: "青石县水利局", units: [.init(code: "301001", name: "青石县水利局")])
    let issued = try FormIssuer(set: set).bytes(of: IssueOrder(department: department, year: year, spareRows: 4))
    let patch = try WorkbookPatch(ofBytes: issued.bytes, name: "issued.xlsx")
    try change(patch)
    return (try BookReader(sets: [set]).read(bytes: try patch.bytes(), name: "returned.xlsx"), set)
  }

  @Test(arguments: ["备注：待上会", "说明：另附", "注：见文件", "单位负责人：王某", "部门名称：青石县水利局"])
  func rowsBelowANoteAreRead(note: String) throws {
    let (book, _) = try book { patch in
      let sheet = try patch.worksheet(named: "预算03表")
      // Rows 7 and 8 are the total and the department; the first row that is open is 9.
      try sheet.set(.text(note), at: CellReference(row: 9, column: 5))
      for (column, code) in [(1, "213"), (2, "03"), (3, "01")] {
        try sheet.set(.text(code), at: CellReference(row: 10, column: column))
      }
      try sheet.set(.number("12.5"), at: CellReference(row: 10, column: 8))
    }
    let form = try #require(book.form("03"))
    let row = try #require(form.rows.first { $0.kind == .detail })
    #expect(row.key == "213/03/01")
    #expect(row.cells.values.contains { $0.value == .amount(Amount(fen: 12_500_000)) })
  }

  /// The bureau chose the year; a clerk is not asked about it. In a workbook that says another one he is.
  @Test func theYearOfIssueIsNotQuestioned() throws {
    let (issued, _) = try book(year: "2024") { _ in }
    #expect(issued.year == "2024" && !issued.findings.contains { $0.code == .yearUnexpected })
    let (other, _) = try book(year: "2023") { patch in
      for number in ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11"] {
        let sheet = try patch.worksheet(named: "预算\(number)表")
        try sheet.set(.text("2025年部门收支预算表"), at: CellReference(row: 1, column: 1))
      }
    }
    #expect(other.year == "2025" && other.findings.contains { $0.code == .yearUnexpected })
  }

  @Test(arguments: [("1", "301001"), ("301", "1"), ("３０１", "301001"), ("30A", "301001")])
  func codesOfAnotherLengthAreTold(code: String, unit: String) throws {
    let set = try TemplateLibrary.embedded.set(named: "luoyang-2023")
    func findings(_ code: String, _ unit: String) throws -> [Finding] {
      let department = DepartmentList.Department(
        code: code, name: "青石县水利局", units: [.init(code: unit, name: "青石县水利局")])
      return try FormIssuer(set: set).bytes(of: IssueOrder(department: department, year: "2023")).findings
    }
    #expect(try findings(code, unit).map(\.code) == [.codeOfOtherLength])
    #expect(try findings("301", "301001").isEmpty)
    #expect(try findings("", "").isEmpty)
  }

  /// Totals of printed rows that leave an addend out or take one twice, as after one was cut and put elsewhere.
  @Test(arguments: ["SUM(B9,B8:B15)", "SUM(B8:B15)", "SUM(B6:B15)"])
  func totalsThatAddOtherRowsAreTold(formula: String) throws {
    let (book, _) = try book { patch in
      let sheet = try patch.worksheet(named: "预算01表")
      try sheet.set(.number("3"), at: CellReference(row: 6, column: 2))
      try sheet.set(.number("2"), at: CellReference(row: 7, column: 2))
      try sheet.set(.formula(formula, .number("3")), at: CellReference(row: 36, column: 2))
    }
    #expect(book.findings.contains { $0.code == .formulaChanged && $0.form == "01" })
  }
}
