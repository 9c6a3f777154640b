import Testing

@testable import BudgetSheets

/// Rules for which the published and the invented budgets have no figures of their own.
@Suite struct StatedRuleTests {
  // MARK: Occupational pensions: 2080506 and 30109

  @Test func pensionsOfBothFormsAreCompared() throws {
    let rule = "X27b"
    var book = try SampleBook(.corrected)
    #expect(try SampleBook.report(.corrected).result(rule).ledger.passed == 1)
    // What was paid as 30108 is 30109 now, in form 07 alone …
    try book.write("09", in: "07|301/08/501/02|部门预算经济分类/款")
    let report = try book.report()
    let finding = try #require(report.findings(of: rule).first)
    #expect(finding.level == .warning && finding.code.rawValue == rule)
    #expect(SampleBook.Cell(finding.location) == SampleBook.Cell(form: "07", row: "301/08/501/02", path: "总计"))
    let judgement = try #require(finding.judgement)
    // Form 03 has no such row, so the figure of form 07 is the one to tell.
    #expect(judgement.reported == Amount(decimal: "17.74", unit: .万元))
    #expect(judgement.expected == .zero)
    #expect(judgement.difference == Amount(decimal: "17.74", unit: .万元))
    #expect(report.findings(of: "X27a").count == 1)
    // … and in form 03 too.
    try book.write("06", in: "03|208/05/05|科目编码/项")
    let both = try book.report()
    #expect(both.findings(of: rule).isEmpty && both.findings(of: "X27a").isEmpty)
    try book.spoil("03|208/05/05|合计")
    #expect(try book.report().result(rule).ledger.notChecked == 1)
  }

  @Test(arguments: ["03", "07"]) func withoutAFormNothingIsSaidOfPensions(_ form: String) throws {
    var book = try SampleBook(.corrected)
    book.remove(form: form)
    let result = try book.report().result("X27b")
    #expect(result.ledger.notChecked == 1 && result.ledger.passed == 0)
    #expect(result.reasons == [.formMissing("预算\(form)表")])
  }

  // MARK: A department row in form 13, which has none in the published form

  @Test func aDepartmentRowOfProjectsAddsUpItsUnits() throws {
    var book = try SampleBook(.invented(0))
    let index = try #require(book.book.forms.firstIndex { $0.form == "13" })
    let total = try #require(book.book.forms[index].rows.first { $0.kind == .total })
    var row = FormRow(kind: .department, key: "379", cells: total.cells)
    row.cells[LabelPath(["单位编码（项目编码）"])] = FormCell(value: .text("379"))
    row.cells[LabelPath(["项目单位（项目名称）"])] = FormCell(value: .text("示例县文化和旅游局"))
    book.book.forms[index].rows.insert(row, at: 1)
    let right = try book.report()
    #expect(try right.result("13:Σ部门").ledger.passed == 4)
    #expect(try right.result("13:Σ合计").ledger.passed == 4 && right.result("13:Σ单位").ledger.failed == 0)
    try book.add("1.00", to: "13|379002|项目金额（万元）/资金总额")
    let wrong = try book.report()
    let judgement = try #require(wrong.findings(of: "13:Σ部门").first?.judgement)
    #expect(judgement.right.map(\.place.row?.key) == ["379001", "379002", "379003"])
    #expect(judgement.difference == Amount(decimal: "-1.00", unit: .万元))
    // The total adds up the department alone.
    #expect(try wrong.result("13:Σ合计").ledger.failed == 0)
    book.remove(form: "13")
    let missing = try book.report().result("13:Σ部门")
    #expect(missing.ledger.notChecked > 0 && missing.ledger.passed == 0)
  }
}
