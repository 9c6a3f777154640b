import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

@testable import BudgetSheets

/// What reading makes of the sheets and rows that only issued workbooks have.
@Suite struct IssuedReadingTests {
  @Test func whatNobodyTouchedIsNotTold() throws {
    var sample = try IssuedSample()
    sample.addAudit([("X01", .formulaOfText("IF(1=1,\"通过\",\"不通过\")", result: "通过"))])
    let book = try sample.read()
    let codes = Set(book.findings.map(\.code.rawValue))
    #expect(codes.isDisjoint(with: ["F03", "F04", "F05", "S12", "S36", "S37", "S38", "C24", "C25"]), "\(codes)")
    #expect(!book.outside.contains { $0.sheet == "审核" || $0.sheet == "字典" })
    #expect(book.stamp?.isIssued == true && book.stamp?.code == "250")
    #expect(
      book.verdicts == [
        StoredVerdict(rule: "X01", text: "通过", sheet: "审核", cell: CellReference("G7")!, isFormula: true)
      ])
  }

  @Test func whatSomebodyWroteBesideTheRulesIsKept() throws {
    var sample = try IssuedSample()
    sample.addAudit([("X01", .text("通过"))])
    try sample.put(.text("已核对"), "审核", #require(CellReference("J7")))
    try sample.put(.number(12.5), "审核", #require(CellReference("D9")))
    try sample.put(.text("备注"), "审核", #require(CellReference("A10")))
    let outside = try sample.read().outside.filter { $0.sheet == "审核" }
    #expect(outside.map { "\($0.reference) \($0.text)" } == ["J7 已核对", "D9 12.5", "A10 备注"])
  }

  @Test func theSheetsBesideTheFormsAreNoContentWhateverTheirNames() throws {
    let set = try ExchangePublishedBook.set()
    let issued = try FormIssuer(set: set).bytes(of: IssueOrder(department: IssuedBlankTests.department, year: "2023"))
    let patch = try WorkbookPatch(ofBytes: issued.bytes, name: "issued.xlsx")
    for name in ["填报说明", "审核"] { try patch.renameSheet(named: name, to: name + "（旧）") }
    try patch.setVisibility(.visible, ofSheetNamed: "字典")
    try patch.setVisibility(.visible, ofSheetNamed: "审核计算")
    // A program that drops the properties leaves the hidden cell.
    for property in ["Set", "Version", "Department", "Year", "Code", "Definition"] {
      try patch.setCustomProperty("BudgetSheets." + property, to: nil)
    }
    let book = try BookReader(sets: [set]).read(bytes: patch.bytes(), name: "issued.xlsx")
    #expect(book.findings.map { $0.line(in: .english) } == [])
    #expect(book.outside == [])
    #expect(book.stamp?.code == "250" && book.stamp?.definition == set.digest)
    #expect(book.verdicts.count > 100 && book.verdicts.allSatisfy { $0.sheet == "审核（旧）" && $0.isFormula })
  }

  @Test func whatSomebodyWroteBesideTheCoverIsKept() throws {
    let set = try IssuedWorkbook.set.get()
    let issued = try IssuedWorkbook(IssuedWorkbook.double)
    let last = try #require(issued.cells("填报说明").values.map(\.reference.row).max())
    let patch = try WorkbookPatch(ofBytes: issued.bytes, name: "issued.xlsx")
    let cover = try patch.worksheet(named: "填报说明")
    try cover.set(.text("本单位另有项目 12.5 万元未列入"), at: #require(CellReference("F5")))
    try cover.set(.number("12.5"), at: CellReference(row: last + 2, column: 2))
    let book = try BookReader(sets: [set]).read(bytes: patch.bytes(), name: "issued.xlsx")
    #expect(
      book.outside.map { "\($0.sheet)!\($0.reference) \($0.text)" }
        == ["填报说明!F5 本单位另有项目 12.5 万元未列入", "填报说明!B\(last + 2) 12.5"])
    #expect(book.findings.filter { $0.code == .sheetUnknown }.map(\.sheet) == ["填报说明"])
    // Nothing of what the cover prints is told.
    #expect(try issued.book().outside == [])
  }

  @Test func aSheetThatOnlyHasSuchANameIsKept() throws {
    var sample = try IssuedSample()
    var plan = SheetPlan(name: "审核", widths: [40])
    plan.put(.text("科长意见"), FormStyle.title, row: 1, column: 1)
    sample.sheets.append(plan)
    let book = try sample.read()
    #expect(book.outside.contains { $0.sheet == "审核" && $0.text == "科长意见" })
    #expect(book.findings.contains { $0.code == .sheetUnknown && $0.sheet == "审核" })
  }

  // MARK: Guard rows

  /// The row below the last one of a form.
  private func guarded(_ sample: inout IssuedSample) throws -> Int {
    let rows = try #require(sample.places.form("03")).rows
    let row = rows.flatMap(\.cells.values).compactMap(\.reference?.row).max()! + 1
    try sample.change("预算03表") { plan in
      plan.put(.text(GuardRow.text), FormStyle.text(.left), rows: row...row, columns: 1...5)
      plan.put(.formula("IF(1=1,0,0)", result: 0), FormStyle.blank, row: row, column: 6)
    }
    return row
  }

  @Test func aGuardRowIsNoRow() throws {
    var sample = try IssuedSample()
    _ = try guarded(&sample)
    let book = try sample.read()
    #expect(book.form("03")?.rows.count == sample.places.form("03")?.rows.count)
    try expectCodes([], sample)
    #expect(book.outside == sample.places.outside)
  }

  @Test func whatIsTypedIntoAGuardRowIsToldAndKept() throws {
    var sample = try IssuedSample()
    let row = try guarded(&sample)
    try sample.put(.number(12.5), "预算03表", CellReference(row: row, column: 8))
    let book = try sample.read()
    try expectCodes(["S36"], sample)
    let finding = try #require(book.findings.first { $0.code == .guardRowFilled })
    #expect(finding.level == .error && finding.cell == CellReference(row: row, column: 8))
    #expect(finding.arguments["text"] == "12.5")
    #expect(book.outside.contains { $0.reference == CellReference(row: row, column: 8) && $0.text == "12.5" })
  }

  @Test func anEmptyRowWhoseFormulasWereNeverWorkedOutIsNoRow() throws {
    var sample = try IssuedSample()
    let row = try guarded(&sample)
    try sample.change("预算03表") { plan in
      for column in 1...6 { plan.put(.blank, FormStyle.blank, row: row, column: column) }
    }
    let bytes = try sample.bytes
    let patch = try WorkbookPatch(ofBytes: bytes, name: "issued.xlsx")
    let sheet = try patch.worksheet(named: "预算03表")
    for column in [5, 6, 7] {
      try sheet.set(.formula("IF(1=1,\"\",\"\")", .unknown), at: CellReference(row: row, column: column))
    }
    let book = try BookReader(sets: [sample.set]).read(bytes: patch.bytes(), name: "issued.xlsx")
    #expect(book.form("03")?.rows.count == sample.places.form("03")?.rows.count)
    #expect(!book.findings.contains { [.rowUnclassified, .formulaWithoutValue].contains($0.code) })
    #expect(book.outside == sample.places.outside)
  }

  // MARK: Codes and names

  @Test func aCodeThatIsShownWithItsZerosHasThem() throws {
    var sample = try IssuedSample()
    let isDetail = { (row: FormRow) in row.text(LabelPath(["科目编码", "款"])) == "01" && row.kind == .detail }
    let cell = try sample.cell("03", "科目编码/款", isDetail)
    for (format, code) in [("00;;;@", "01"), ("00", "01"), ("General", nil)] as [(String, String?)] {
      try sample.change("预算03表") { plan in
        var style = FormStyle.text(.center)
        style.numberFormat = format
        plan.put(.number(1), style, row: cell.row, column: cell.column)
      }
      let book = try sample.read()
      let read = book.form("03")?.rows.flatMap(\.cells.values).first { $0.reference == cell }
      #expect(read?.value == .text("01"))
      #expect(read?.raw == (code == nil ? "1" : nil), "\(format)")
      #expect(book.findings.contains { $0.code == .codeLostZeros && $0.cell == cell } == (code == nil), "\(format)")
    }
  }

  /// What Excel and LibreOffice show of these.
  @Test(arguments: [
    ("1", "00;;;@", "01"), ("12", "00;;;@", "12"), ("25", "000", "025"), ("123", "00", nil), ("0", "00;;;@", nil),
    ("0", "000", "000"), ("1.5", "00", nil), ("-1", "00", nil), ("7", "0", nil), ("7", "000000000", "000000007"),
    ("7", "0000000000", nil), ("7", "00.0", nil),
  ])
  func codesAsTheirFormatsShowThem(stored: String, format: String, shown: String?) {
    #expect(ShownNumber.code(stored, format: format) == shown)
  }

  @Test func aNameThatAFormulaLooksUpReadsAsItsResult() throws {
    var sample = try IssuedSample()
    let cell = try sample.cell("03", "单位（科目名称）") { $0.kind == .detail }
    let name = sample.places.form("03")?.rows.flatMap(\.cells.values).first { $0.reference == cell }?.value?.text
    let found = try #require(name)
    try sample.put(.formulaOfText("IFERROR(VLOOKUP(A9,字典!A:B,2,FALSE),\"\")", result: found), "预算03表", cell)
    let book = try sample.read()
    let read = book.form("03")?.rows.flatMap(\.cells.values).first { $0.reference == cell }
    #expect(read?.value == .text(found) && read?.formula != nil)
    try expectCodes([], sample)
  }

  @Test func aSumThatShowsNothingForNothingIsWorkedOut() throws {
    var sample = try IssuedSample()
    let total = try sample.cell("03", "基本支出/小计") { $0.kind == .total }
    let first = try sample.cell("03", "基本支出/小计") { $0.kind != .total }
    let sum = "SUM(\(first))"
    try sample.put(.formula("IF(\(sum)=0,\"\",\(sum))", result: 1), "预算03表", total)
    let finding = try #require(try sample.read().findings.first { $0.code == .formulaStale && $0.cell == total })
    #expect(finding.arguments["text"] == "1")
  }
}
