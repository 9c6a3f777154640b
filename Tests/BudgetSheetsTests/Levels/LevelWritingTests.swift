import Foundation
import Testing
import XlsxPackage
import XlsxRead

@testable import BudgetSheets

/// Forms with sums of classes as they are written and issued.
@Suite struct LevelWritingTests {
  private func row(_ kind: RowKind, _ code: String?, _ fen: Int64) -> FormRow {
    var row = FormRow(kind: kind, key: code ?? "合计")
    if let code { row.cells[["科目编码"]] = FormCell(value: .text(code)) }
    row.cells[["合计"]] = FormCell(value: .amount(Amount(fen: fen)))
    return row
  }

  private func cells(_ bytes: [UInt8], _ name: String) throws -> [String: Cell] {
    let sheet = try #require(try Workbook(bytes: bytes, name: "levels.xlsx").worksheets.first { $0.name == name })
    var cells: [String: Cell] = [:]
    for row in try sheet.rows { for cell in row { cells["\(cell.reference)"] = cell } }
    return cells
  }

  @Test func theTotalIsWrittenBelow() throws {
    let set = try LevelSample.set(LevelSample.oneColumn)
    var book = Book(set: "levels", year: "2024", department: "某某局")
    book.forms = [
      FormData(
        form: "01", unit: .元,
        rows: [
          row(.total, nil, 3500), row(.category, "205", 3000), row(.subcategory, "20502", 3000),
          row(.detail, "2050202", 1000),
          row(.detail, "2050203", 2000), row(.category, "207", 500), row(.detail, "2070101", 500),
        ])
    ]
    let bytes = try BookWriter(set: set).bytes(of: book).bytes
    let cells = try cells(bytes, "级次01表")
    #expect(cells["A11"]?.rawText == "合计" && cells["A5"]?.rawText == "205")
    #expect(cells["C11"]?.formula == "C5+C9" && cells["C5"]?.formula == "C6" && cells["C6"]?.formula == "C7+C8")
    #expect(cells["C7"]?.formula == nil)
    let again = try BookReader(sets: [set]).read(bytes: bytes, name: "levels.xlsx")
    #expect(again.forms[0].rows.map(\.kind).last == .total && again.findings.isEmpty)
    #expect(Checker(set: set).check(again).findings.isEmpty)
    // What comes back goes out again without loss, the label of the total included.
    let other = try BookReader(sets: [set]).read(bytes: BookWriter(set: set).bytes(of: again).bytes, name: "again.xlsx")
    #expect(BookComparison(again, other, set: set).differences.isEmpty)
  }

  private func issued(_ set: FormSet, units: Int, prior: Book? = nil) throws -> [UInt8] {
    let department = DepartmentList.Department(
      code: "301", name: "某某局", units: (1...units).map { .init(code: "30100\($0)", name: "某某单位\($0)") })
    return try FormIssuer(set: set).bytes(
      of: IssueOrder(department: department, year: "2024", spareRows: 4, prior: prior)
    ).bytes
  }

  /// A code is digits alone: 1/2, 1e2 and 5% are numbers too, and no codes.
  private func isCode(_ cells: String) -> String {
    "ISNUMBER(1/EXACT(TEXT(VALUE(TRIM(\(cells))),REPT(\"0\",LEN(TRIM(\(cells))))),TRIM(\(cells))))"
  }

  /// The guard row stands between the open rows and the total, whose sum passes over rows of classes and reaches up to the
  /// headings.
  @Test func anIssuedTotalPassesOverClasses() throws {
    let set = try LevelSample.set(LevelSample.oneColumn)
    let cells = try cells(try issued(set, units: 1), "级次01表")
    #expect(cells["A9"]?.rawText == GuardRow.text && cells["A10"]?.rawText == "合计")
    let codes = "TRIM(A4:A9)"
    let isCode = isCode("A4:A9")
    let sum = "SUMPRODUCT(1-\(isCode)*(LEN(\(codes))=3)-\(isCode)*(LEN(\(codes))=5),C4:C9)"
    #expect(cells["C10"]?.formula == "IF(ROUND(\(sum),6)=0,\"\",\(sum))")
    #expect((5...8).allSatisfy { cells["C\($0)"]?.formula == nil })
  }

  @Test func aUnitAddsUpItsOwnRows() throws {
    let set = try LevelSample.set(LevelSample.oneColumn)
    let cells = try cells(try issued(set, units: 2), "级次01表")
    #expect(cells["A5"]?.rawText == "301001" && cells["A11"]?.rawText == "301002" && cells["A17"]?.rawText == "合计")
    #expect(cells["C5"]?.formula?.contains(",C6:C10)") == true && cells["C11"]?.formula?.contains(",C12:C16)") == true)
    #expect(cells["C17"]?.formula?.hasPrefix("IF(ROUND(SUM(C5,C11),6)=0") == true)
  }

  @Test func inThreeColumnsTheBlankOnesTell() throws {
    let set = try LevelSample.set(LevelSample.threeColumns)
    let cells = try cells(try issued(set, units: 1), "级次01表")
    let first =
      "\(isCode("A7:A11"))*(LEN(TRIM(A7:A11))<=3)*(B7:B11=\"\")*(C7:C11=\"\")"
    let second = "\(isCode("B7:B11"))*(LEN(TRIM(B7:B11))<=2)*(C7:C11=\"\")"
    let sum = "SUMPRODUCT(1-\(first)-\(second),E7:E11)"
    #expect(cells["E6"]?.formula == "IF(ROUND(\(sum),6)=0,\"\",\(sum))")
  }

  /// Nothing is wrong with an issued workbook that nobody has filled in, but that.
  @Test(arguments: [LevelSample.oneColumn, LevelSample.threeColumns])
  func aBlankOneSaysOnlyThatItIsBlank(form: String) throws {
    let set = try LevelSample.set(form)
    let book = try BookReader(sets: [set]).read(bytes: try issued(set, units: 2), name: "issued.xlsx")
    #expect(Checker(set: set).check(book).findings.map(\.code) == [.nothingFilledIn])
  }

  /// The rows of last year come with their classes, in their order, and without their amounts.
  @Test func rowsOfClassesComeFromTheYearBefore() throws {
    let set = try LevelSample.set(LevelSample.oneColumn)
    var prior = try LevelSample.book(
      set, LevelSample.oneHeading,
      [
        ["301001", "某某单位1", "10"], ["205", "教育支出", "10"], ["2050202", "小学教育", "10"],
        ["301002", "某某单位2", "15"], ["205", "教育支出", "10"], ["2050203", "初中教育", "10"], ["207", "文化支出", "5"],
        ["2070101", "行政运行", "5"], ["合计", nil, "25"],
      ])
    prior.year = "2023"
    let both = try cells(try issued(set, units: 2, prior: prior), "级次01表")
    #expect((5...8).map { both["A\($0)"]?.rawText } == ["301001", "205", "2050202", ""])
    #expect(both["C6"]?.rawText ?? "" == "")
    // The one unit that is left has all of them, each class once, with what belongs to it.
    let one = try cells(try issued(set, units: 1, prior: prior), "级次01表")
    #expect((5...9).map { one["A\($0)"]?.rawText } == ["205", "2050202", "2050203", "207", "2070101"])
  }
}
