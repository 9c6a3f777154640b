import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

@testable import BudgetSheets

/// What is told of an issued workbook that comes back otherwise than it was sent.
@Suite struct IssuedInspectionTests {
  private func finding(_ code: FindingCode, _ sample: IssuedSample) throws -> Finding {
    let findings = try sample.read().findings.filter { $0.code == code }
    #expect(findings.count == 1)
    return try #require(findings.first)
  }

  // MARK: The stamp

  @Test func otherDefinitionsMakeItOutOfDate() throws {
    var sample = try IssuedSample()
    sample.stamp.definition = String(repeating: "0", count: 64)
    try expectCodes(["F04"], sample)
    let outdated = try finding(.issueOutdated, sample)
    #expect(outdated.level == .warning)
    // Its printed texts are those of other definitions.
    try sample.put(.text("支出预算"), "预算03表", #require(CellReference("A1")))
    let codes = try sample.codes()
    #expect(!codes.contains("S38"))
  }

  @Test func aWorkbookThatWasWrittenAndNotIssuedIsNotHeldAgainstItsStamp() throws {
    var sample = try IssuedSample()
    sample.stamp.definition = nil
    sample.stamp.department = "某某局"
    sample.unprotected = ["预算03表"]
    try expectCodes([], sample)
  }

  @Test func anotherNameIsAnotherDepartment() throws {
    var sample = try IssuedSample()
    sample.stamp.department = "文化局"
    let finding = try finding(.departmentNotIssued, sample)
    try expectCodes(["F05"], sample)
    #expect(finding.arguments == ["stamp": "文化局 250", "name": sample.places.department])
    #expect(finding.sheet == "预算01表" && finding.cell != nil && finding.form == "01")
  }

  @Test func blanksMakeNoOtherDepartment() throws {
    var sample = try IssuedSample()
    sample.stamp.department = " " + sample.places.department
    try expectCodes([], sample)
  }

  @Test func anotherCodeIsAnotherDepartment() throws {
    var sample = try IssuedSample()
    sample.stamp.code = "251"
    let finding = try finding(.departmentNotIssued, sample)
    #expect(
      finding.arguments == ["stamp": sample.places.department + " 251", "name": sample.places.department + " 250"])
    let cell = try sample.cell("02", "部门(单位)代码") { $0.kind == .department }
    #expect(finding.form == "02" && finding.cell == cell)
  }

  @Test(arguments: ["２５０", " 250", "250.0", "'250"]) func theSameCodeInOtherDigitsIsNoOther(code: String) throws {
    var sample = try IssuedSample()
    sample.stamp.code = code
    try expectCodes([], sample)
  }

  @Test(arguments: [("1", "01", true), ("01", "1", true), ("1", "02", false), ("12", "120", false)])
  func theZerosThatAColumnAsksForMakeNoOther(stamp: String, code: String, isSame: Bool) throws {
    let sample = try IssuedSample()
    var own = sample.stamp
    own.code = stamp
    let row = FormRow(kind: .department, key: code, cells: [["部门(单位)代码"]: FormCell(value: .text(code))])
    let book = Book(
      set: sample.set.name, year: "2023", department: own.department,
      forms: [FormData(form: "02", unit: .万元, rows: [row])])
    let inspection = try #require(StampInspection(own, set: sample.set))
    let codes = inspection.findings(of: book, department: nil, unprotected: []).map(\.code)
    #expect(codes == (isSame ? [] : [.departmentNotIssued]))
  }

  @Test func theSubtotalOfAClassIsNoOtherDepartment() throws {
    var sample = try IssuedSample()
    let row = try #require(
      sample.places.form("07")?.rows.first { $0.kind == .detail && $0.text(["部门预算经济分类", "类"]) == "301" })
    for path in ["部门预算经济分类/款", "政府预算经济分类/类", "政府预算经济分类/款", "政府预算经济分类/科目名称"] {
      let path = try #require(LabelPath(text: path))
      guard let cell = row.cells[path]?.reference else { continue }
      try sample.put(.blank, "预算07表", cell)
    }
    // Not quite as the dictionary calls it.
    let name = try #require(row.cells[["部门预算经济分类", "科目名称"]]?.reference)
    try sample.put(.text("工资福利"), "预算07表", name)
    let book = try sample.read()
    #expect(book.form("07")?.rows.contains { $0.kind == .department && $0.key == "301" } == true)
    #expect(!book.findings.contains { $0.code == .departmentNotIssued })
    // The department's own name leaves no doubt.
    try sample.put(.text(sample.places.department), "预算07表", name)
    let other = try #require(try sample.read().findings.first { $0.code == .departmentNotIssued })
    #expect(other.form == "07" && other.arguments["name"]?.hasSuffix(" 301") == true)
  }

  // MARK: What is printed

  @Test func sheetsWithoutProtectionAreToldOnce() throws {
    var sample = try IssuedSample()
    sample.unprotected = ["预算03表", "预算05表"]
    let finding = try finding(.protectionTakenOff, sample)
    try expectCodes(["S37"], sample)
    #expect(finding.level == .info && finding.arguments == ["count": "2", "sheets": "预算03表、预算05表"])
  }

  @Test func changedTextsAreToldOnceAForm() throws {
    var sample = try IssuedSample()
    let heading = try #require(
      sample.sheets.first { $0.name == "预算03表" }?.orderedCells.first { $0.cell.content.text == "项目支出" }?.reference)
    try sample.put(.text("项目支出 "), "预算03表", heading)
    try sample.put(.text("2023 年部门支出预算表"), "预算03表", #require(CellReference("A1")))
    let finding = try finding(.printedTextChanged, sample)
    try expectCodes(["S38"], sample)
    #expect(
      finding.arguments == [
        "expected": "2023年部门支出预算表", "text": "2023 年部门支出预算表", "count": "2", "cells": "A1、\(heading)",
      ])
    #expect(finding.cell == CellReference("A1") && finding.form == "03")
  }

  @Test func aTitleThatIsNotKnownAgainIsToldWhereItStood() throws {
    var sample = try IssuedSample()
    try sample.put(.text("本局花钱一览"), "预算03表", #require(CellReference("A1")))
    let finding = try finding(.printedTextChanged, sample)
    #expect(finding.cell == CellReference("A1"))
    #expect(finding.arguments["text"] == "本局花钱一览" && finding.arguments["expected"] == "2023年部门支出预算表")
  }

  @Test func aTitleOfAnotherYearIsToldEvenWhereAllSaySo() throws {
    var sample = try IssuedSample()
    sample.stamp.year = "2024"
    let forms = try sample.read().findings.filter { $0.code == .printedTextChanged }.compactMap(\.form)
    #expect(Set(forms).isSuperset(of: ["01", "02", "03"]))
  }

  @Test func aChangedLabelOfARowIsTold() throws {
    var sample = try IssuedSample()
    let cell = try sample.cell("01", "支出/项目") { $0.kind == .fixed && $0.pane == "支出" }
    let printed = try #require(
      sample.sheets.first { $0.name == "预算01表" }?.cells[cell]?.content.text)
    try sample.put(.text(printed + "　"), "预算01表", cell)
    let first = try finding(.printedTextChanged, sample)
    #expect(first.cell == cell)
    let total = try sample.cell("03", "单位（科目名称）") { $0.kind == .total }
    try sample.put(.text("合 计"), "预算03表", total)
    let cells = try sample.read().findings.filter { $0.code == .printedTextChanged }.map(\.cell)
    #expect(cells == [cell, total])
  }

  // MARK: Formulas

  @Test func numbersInPlaceOfFormulasAreToldOnceAForm() throws {
    var sample = try IssuedSample()
    let cells = try ["合计", "基本支出/小计"].map { path in try sample.cell("03", path) { $0.kind == .total } }
    for cell in cells { try sample.put(.number(1), "预算03表", cell) }
    let finding = try finding(.formulaReplaced, sample)
    #expect(finding.level == .warning && finding.cell == cells[0] && finding.form == "03")
    #expect(finding.arguments == ["count": "2", "cells": "\(cells[0])、\(cells[1])"])
  }

  @Test func aDetailWithoutAnyFormulaMayHaveBeenInserted() throws {
    var sample = try IssuedSample()
    let row = try #require(sample.places.form("03")?.rows.first { $0.kind == .detail })
    var sums: [CellReference] = []
    for cell in row.cells.values where cell.formula != nil {
      let reference = try #require(cell.reference)
      sums.append(reference)
      guard
        case .formula(_, let result)? = sample.sheets.first(where: { $0.name == "预算03表" })?.cells[reference]?.content
      else { continue }
      try sample.put(.number(result), "预算03表", reference)
    }
    #expect(sums.count > 1)
    try expectCodes([], sample)
    // Neither a name that is looked up nor an amount that was worked out while typing makes it a row of ours.
    let name = try #require(row.cells[LabelPath(["单位（科目名称）"])]?.reference)
    let text = try #require(row.text(LabelPath(["单位（科目名称）"])))
    try sample.put(.formulaOfText("IF(A9=\"\",\"\",A9)", result: text), "预算03表", name)
    let leaves = try #require(sample.set.form("03")).leaves.filter { $0.isAmount }
    let typed = leaves.compactMap { row.cells[$0.path] }.first { $0.formula == nil && $0.value?.amount != nil }
    let number = try #require(typed?.value?.amount).text(in: .万元, decimals: 6)
    try sample.put(
      .formula("\(number)*100/100", result: #require(Double(number))), "预算03表", #require(typed?.reference))
    try expectCodes([], sample)
    // One sum that is left shows that it was issued with them.
    let cell = try #require(sums.min())
    try sample.put(
      .formula("SUM(\(CellReference(row: cell.row, column: cell.column + 1)))", result: 1), "预算03表", cell)
    let replaced = try finding(.formulaReplaced, sample)
    #expect(replaced.arguments["count"] == "\(sums.count - 1)")
  }

  @Test func anInsertedUnitIsNoRowOfSumsThatWereReplaced() throws {
    let set = try IssuedWorkbook.set.get()
    let issued = try IssuedWorkbook(spareRows: 4)
    let patch = try WorkbookPatch(ofBytes: issued.bytes, name: "issued.xlsx")
    let sheet = try patch.worksheet(named: "预算03表")
    let department = try #require(
      issued.cells("预算03表").first { $0.key.hasPrefix("D") && $0.value.rawText == "250" }?.value.reference)
    // The list knew of one unit; its row is typed in, without formulas, and a detail below it.
    let last = try #require(set.form("03")).leaves.count
    for (row, texts) in [
      (department.row + 1, ["", "", "", "250001", "局机关"]), (department.row + 2, ["206", "01", "01", "", "行政运行"]),
    ] {
      for (index, text) in texts.enumerated() {
        try sheet.set(text.isEmpty ? .nothing : .text(text), at: CellReference(row: row, column: index + 1))
      }
      for column in 6...last { try sheet.set(.number("1"), at: CellReference(row: row, column: column)) }
    }
    let book = try BookReader(sets: [set]).read(bytes: patch.bytes(), name: "issued.xlsx")
    #expect(book.form("03")?.rows.prefix(4).map(\.kind) == [.total, .department, .unit, .detail])
    #expect(!book.findings.contains { [.formulaReplaced, .formulaChanged].contains($0.code) })
  }

  @Test(arguments: ["SUM(F1:F2)+12.5", "H9+H10", "合计数", "'预算02表'!C8", "3500", "F9*1.05"])
  func formulasOfTheirOwnAreTold(formula: String) throws {
    var sample = try IssuedSample()
    let cell = try sample.cell("03", "合计") { $0.kind == .department }
    try sample.put(.formula(formula, result: 598.34), "预算03表", cell)
    let finding = try finding(.formulaChanged, sample)
    #expect(finding.cell == cell && finding.arguments["formula"] == formula)
  }

  @Test func otherWaysToAddUpTheSameAreNotTold() throws {
    var sample = try IssuedSample()
    let cell = try sample.cell("03", "基本支出/小计") { $0.kind == .department }
    let column = CellReference.columnName(cell.column)
    for formula in [
      "SUM(\(column)\(cell.row + 1):\(column)\(cell.row + 9))",
      "SUMPRODUCT((LEN($D$\(cell.row + 1):$D$\(cell.row + 9))=6)*\(column)\(cell.row + 1):\(column)\(cell.row + 9))",
    ] {
      try sample.put(.formula(formula, result: 1), "预算03表", cell)
      let codes = try sample.codes()
      #expect(!codes.contains("C25"), "\(formula)")
    }
  }
}
