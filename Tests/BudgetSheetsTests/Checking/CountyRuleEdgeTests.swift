import Testing

@testable import BudgetSheets

/// County rules at the edges: what they name is there, or the ledger says that it is not.
@Suite struct CountyRuleEdgeTests {
  private func result(_ yaml: String, _ change: (inout SampleBook) throws -> Void = { _ in }) throws -> RuleResult {
    let set = try SampleBook.set.get().addingRules(yaml: yaml, file: "county.yaml")
    var book = try SampleBook(.corrected)
    try change(&book)
    return try Checker(set: set).check(book.book).result("U01")
  }

  @Test func theSumOfAllClassesIsAllOfThem() throws {
    let rule = "- {id: U01, rule: \"sum(01[支出 with class, 金额]) <= 100.00\"}"
    #expect(try result(rule).ledger.failed == 1)
    #expect(try result(rule.replacing("100.00", with: "634.34")).ledger.passed == 1)
  }

  @Test func eachOverATotalThatIsNotThereIsNotChecked() throws {
    let rule = "- {id: U01, each: \"11[合计, *]\", rule: \"* <= 10000\"}"
    let held = try result(rule)
    #expect(held.ledger.passed > 0)
    let lost = try result(rule) { try $0.remove(row: ":total", of: "11") }
    #expect(lost.ledger.passed == 0 && lost.ledger.notChecked > 0 && !lost.reasons.isEmpty)
  }

  @Test func aValueNamedTwiceCountsOnce() throws {
    let rule = "- {id: U01, rule: \"sum(11[类型 = 特定目标类|特定目标类, 合计]) <= 343.30\"}"
    #expect(try result(rule).ledger.passed == 1)
  }

  @Test func eachByAConditionWithoutItsColumnIsNotChecked() throws {
    let rule = """
      - {id: U01, each: "11[类型 = 特定目标类]", by: {项目: 项目名称}, rule: "sum(11[项目名称 = 项目, 合计]) <= 500"}
      """
    #expect(try result(rule).ledger.passed == 7)
    let lost = try result(rule) { try $0.remove(column: "类型", of: "11") }
    #expect(lost.ledger.passed == 0 && lost.ledger.notChecked > 0)
  }

  /// A change that only makes rules not apply explains nothing.
  @Test func aCauseNeverWorksByMakingRulesNotApply() throws {
    for base in [SampleBook.Base.corrected, .invented(0), .invented(4)] {
      var book = try SampleBook(base)
      try book.add("7.77", to: "07|:total|总计")
      let report = try book.report()
      let cause = try #require(report.causes.first)
      #expect(cause.changes.map(\.place.path?.description) == ["总计"] && cause.changes.first?.place.form == "07")
    }
  }

  /// Many equal amounts booked to the wrong unit end in time, and say when not everything was tried.
  @Test(.timeLimit(.minutes(1))) func thousandsOfRowsEndInTime() throws {
    var book = try SampleBook(.invented(0))
    let form = try #require(book.book.forms.firstIndex { $0.form == "03" })
    var rows = book.book.forms[form].rows
    let detail = try #require(rows.last { $0.kind == .detail })
    for number in 0..<3_000 {
      var row = detail
      row.key = "\(detail.key)#\(number + 10)"
      rows.append(row)
    }
    book.book.forms[form].rows = rows
    let report = try book.report()
    #expect(report.ledger.failed > 0)
  }
}
