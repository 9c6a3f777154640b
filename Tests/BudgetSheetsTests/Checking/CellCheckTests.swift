import Testing

@testable import BudgetSheets

/// What is said of single cells: codes and their names, signs in indicators, hidden rows.
@Suite struct CellCheckTests {
  private func findings(_ code: FindingCode, _ book: SampleBook) throws -> [Finding] {
    try book.report().findings.filter { $0.code == code }
  }

  // MARK: Names

  private static let name = "03|208/05/05|单位（科目名称）"

  @Test(arguments: [
    "机关事业单位 基本养老保险缴费支出", "机关事业单位\n基本养老保险缴费支出", "机关事业单位　基本养老保险缴费支出", " 机关事业单位基本养老保险缴费支出 ",
  ]) func aNameBrokenOverLinesOrWithBlanksIsTheSame(_ name: String) throws {
    var book = try SampleBook(.corrected)
    try book.write(name, in: Self.name)
    #expect(try findings(.nameDiffersFromCode, book).count == 2)
    #expect(try findings(.codeNotListed, book).isEmpty)
  }

  @Test func widthAndBracketsMakeNoOtherName() throws {
    var book = try SampleBook(.corrected)
    for (row, name) in [("302/13/502/09", "维修(护)费"), ("302/12/502/07", "因公出国(境)费用")] {
      // Of an invented book, where the published one has no name with brackets.
      var invented = try SampleBook(.invented(0))
      if invented.cells("07|\(row)|部门预算经济分类/科目名称").isEmpty { continue }
      try invented.write(name, in: "07|\(row)|部门预算经济分类/科目名称")
      #expect(try findings(.nameDiffersFromCode, invented).isEmpty)
    }
    try book.write("２０８", in: "03|208/05/05|科目编码/类")
    #expect(try findings(.nameDiffersFromCode, book).count == 2)
  }

  @Test func anotherNameOfAListedCodeIsAWarning() throws {
    var book = try SampleBook(.corrected)
    try book.write("住房公积金", in: Self.name)
    let finding = try #require(
      findings(.nameDiffersFromCode, book).first { $0.row?.key == "208/05/05" })
    #expect(finding.level == .warning && finding.form == "03" && finding.path == LabelPath(["单位（科目名称）"]))
    let text = finding.message(in: .chinese)
    #expect(text.contains("2080505") && text.contains("机关事业单位基本养老保险缴费支出") && text.contains("住房公积金"))
    // Nothing that is summed follows the name.
    #expect(try book.report().ledger.failed == 0)
  }

  @Test(arguments: ["06|30113|部门预算支出经济分类科目/科目名称", "07|301/13/501/03|政府预算经济分类/科目名称"])
  func namesOfEconomicCodesAreComparedToo(_ cell: String) throws {
    var book = try SampleBook(.corrected)
    try book.write("办公费", in: cell)
    #expect(try findings(.nameDiffersFromCode, book).count == 3)
  }

  @Test func aCodeThatIsNotListedIsAWarningNeverAnError() throws {
    var book = try SampleBook(.corrected)
    try book.write("98", in: "03|208/05/05|科目编码/项")
    let found = try findings(.codeNotListed, book)
    #expect(found.map { "\($0.level) \($0.form ?? "") \($0.row?.key ?? "")" } == ["warning 03 208/05/05"])
    #expect(found.first?.message(in: .chinese).contains("2080598") == true)
    #expect(FindingCode.codeNotListed.level == .warning && FindingCode.nameDiffersFromCode.level == .warning)
  }

  @Test func noNameIsNoOtherName() throws {
    var book = try SampleBook(.corrected)
    try book.change(Self.name) { $0 = nil }
    #expect(try findings(.nameDiffersFromCode, book).count == 2)
    #expect(try findings(.codeNotListed, book).isEmpty)
  }

  // MARK: Indicators

  @Test func aSignReadAsALetterIsToldInColumnsOfIndicators() throws {
    var book = try SampleBook(.corrected)
    #expect(try findings(.indicatorMisread, book).count == 2)
    try book.write("W5%", in: "13|41030223000000009618|绩效目标/成本指标/指标值")
    let found = try findings(.indicatorMisread, book)
    #expect(found.count == 3)
    let finding = try #require(found.first { $0.form == "13" })
    #expect(finding.level == .info && finding.row?.key == "41030223000000009618")
    #expect(finding.message(in: .chinese).contains("≤5%"))
  }

  @Test(arguments: ["13|41030223000000009618|绩效目标/成本指标/三级指标", "13|41030223000000009618|项目单位（项目名称）"])
  func otherColumnsMaySayIt(_ cell: String) throws {
    var book = try SampleBook(.corrected)
    try book.write("W30%", in: cell)
    #expect(try findings(.indicatorMisread, book).count == 2)
  }

  @Test(arguments: ["W30", "30%", "W%", "W3a%", "WW30%", "≤30%", "W30%以上"]) func otherValuesAreLeftAlone(_ text: String)
    throws
  {
    var book = try SampleBook(.corrected)
    try book.write(text, in: "13|41030223000000009618|绩效目标/成本指标/指标值")
    #expect(try findings(.indicatorMisread, book).count == 2)
  }

  // MARK: Hidden rows

  private func hide(_ key: String, of form: String, in book: inout SampleBook) throws {
    let index = try #require(book.book.forms.firstIndex { $0.form == form })
    let row = try #require(book.book.forms[index].rows.firstIndex { $0.key == key })
    book.book.forms[index].rows[row].isHidden = true
  }

  @Test func hiddenRowsCount() throws {
    var book = try SampleBook(.corrected)
    try hide("30113", of: "06", in: &book)
    #expect(try book.report().ledger.failed == 0)
  }

  @Test func aSumThatLeavesOutAHiddenRowIsToldAsThat() throws {
    var book = try SampleBook(.corrected)
    try hide("30113", of: "06", in: &book)
    try book.add("-18.32", to: "06|:total|本年一般公共预算基本支出/人员经费")
    let report = try book.report()
    #expect(!report.findings(of: "06:Σ合计").isEmpty)
    let cause = try #require(report.causes.first)
    #expect(cause.mechanism == .hiddenRowMissed)
    #expect(
      cause.changes.map { SampleBook.Cell($0.place) } == [
        SampleBook.Cell(form: "06", row: "合计", path: "本年一般公共预算基本支出/人员经费")
      ])
  }
}
