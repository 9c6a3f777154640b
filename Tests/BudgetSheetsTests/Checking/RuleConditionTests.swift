import Testing

@testable import BudgetSheets

/// Rules that hold only for some departments: not applicable, or weaker, where their condition does not hold.
@Suite struct RuleConditionTests {
  /// A condition, as the ledger says it.
  private func condition(_ text: String) -> (RuleResult.Reason) -> Bool {
    { if case .condition(let said) = $0 { said.contains(text) } else { false } }
  }

  private func expectNotApplicable(_ report: CheckReport, _ rule: String, _ text: String) throws {
    let result = try report.result(rule)
    #expect(result.ledger.notApplicable == 1 && result.ledger.due == 1, "\(rule) \(result.ledger)")
    #expect(result.reasons.contains(where: condition(text)), "\(rule) \(result.reasons)")
    #expect(report.findings(of: rule).isEmpty)
  }

  static let basicByOthers: [(rule: String, left: [String], right: [String])] = [
    ("X18", ["07|:total|总计", "-06|:total|本年一般公共预算基本支出/合计"], ["03|:total|项目支出/小计"]),
    ("X18b", ["07|:detail|总计", "-06|:detail|本年一般公共预算基本支出/合计"], ["11|:total|合计"]),
    ("X25b", ["11|:total|财政拨款结转结余/一般公共预算"], ["02|:total|上年结转结余/一般公共预算"]),
    ("X29", ["01|一、一般公共预算|收入/金额"], ["03|:total|基本支出/小计", "11|:total|本年拨款/一般公共预算"]),
  ]

  @Test(arguments: basicByOthers.indices)
  func nothingIsSaidWhereOtherMoneyPaysForBasicSpending(_ index: Int) throws {
    let (rule, left, right) = Self.basicByOthers[index]
    let book = try SampleBook(.invented(0))
    #expect(book.sum(["03|:total|基本支出/小计"]) != book.sum(["05|:total|基本支出/小计"]))
    #expect(book.sum(left) != book.sum(right))
    try expectNotApplicable(SampleBook.report(.invented(0)), rule, "基本支出")
  }

  @Test func carriedMoneyThatIsNoProjectsLeavesTheShareOfProjectsOpen() throws {
    var book = try SampleBook(.corrected)
    try book.add("-1.00", to: "11|:total|财政拨款结转结余/一般公共预算")
    try book.add("1.00", to: "11|:total|本年拨款/一般公共预算")
    try expectNotApplicable(book.report(), "X29", "结转")
  }

  @Test func moneyCarriedIntoNextYearLeavesTheStrictRulesOpen() throws {
    var book = try SampleBook(.corrected)
    try book.put("1.00", in: "01|年终结转结余|支出/金额")
    try book.add("1.00", to: "05|:total|合计")
    try book.add("1.00", to: "11|:total|本年拨款/一般公共预算")
    let report = try book.report()
    try expectNotApplicable(report, "X12b", "年终结转")
    try expectNotApplicable(report, "X29", "年终结转")
  }

  // MARK: Money beside the fiscal one

  static let parts: [(rule: String, part: [String], whole: [String])] = [
    ("X10", ["04|一、本年支出/（七）文化体育旅游与传媒支出|支出/合计"], ["01|七、文化旅游体育与传媒|支出/金额"]),
    ("X11b", ["04|一、本年支出|支出/合计"], ["01|本年支出合计|支出/金额"]),
    ("X13", ["05|:total|合计", "09|:total|合计", "10|:total|合计"], ["03|:total|合计"]),
    ("X14", ["05|207/01/04|基本支出/人员经费/工资福利支出"], ["03|207/01/04|基本支出/人员经费/工资福利支出"]),
  ]

  @Test(arguments: parts.indices) func aPartBelowTheWholeIsRightWhereThereIsOtherMoney(_ index: Int) throws {
    let (rule, part, whole) = Self.parts[index]
    let book = try SampleBook(.invented(0))
    #expect(book.sum(part) < book.sum(whole))
    let result = try SampleBook.report(.invented(0)).result(rule)
    #expect(result.ledger.passed > 0 && result.ledger.passed == result.ledger.due)
  }

  static let otherMoney = [
    "本年收入/财政专户管理资金收入", "本年收入/事业收入", "本年收入/事业单位经营收入", "本年收入/上级补助收入", "本年收入/附属单位上缴收入", "本年收入/其他收入",
    "上年结转结余/财政专户管理资金", "上年结转结余/单位资金",
  ]

  @Test(arguments: otherMoney) func anyOtherMoneyMakesTheRulesAboutFiscalMoneyBounds(_ column: String) throws {
    var book = try SampleBook(.corrected)
    for cell in [
      "01|六、科学技术|支出/金额", "01|本年支出合计|支出/金额", "03|:total|合计", "03|206/07/02|合计",
    ] {
      try book.add("1.00", to: cell)
    }
    let strict = try book.report()
    for (rule, count) in [("X10", 1), ("X11b", 1), ("X13", 1), ("X14", 1)] {
      #expect(try strict.result(rule).ledger.failed == count, "\(rule)")
    }
    try book.put("1.00", in: "02|:total|\(column)")
    let weak = try book.report()
    for rule in ["X10", "X11b", "X13", "X14"] {
      let ledger = try weak.result(rule).ledger
      #expect(ledger.failed == 0 && ledger.passed == ledger.due, "\(rule)")
    }
    // The other way round it is a failure of the bound.
    try book.add("-3.00", to: "03|206/07/02|合计")
    let finding = try #require(book.report().findings(of: "X14").first)
    #expect(finding.judgement?.relation == .atMost && finding.level == .error)
    #expect(finding.judgement?.difference == Amount(decimal: "2.00", unit: .万元))
  }

  @Test(arguments: ["政府性基金", "国有资本经营预算"]) func fiscalMoneyOfAnotherKindKeepsThemStrict(_ column: String) throws {
    var book = try SampleBook(.corrected)
    try book.put("1.00", in: "02|:total|本年收入/\(column)")
    try book.add("1.00", to: "03|:total|合计")
    #expect(try book.report().result("X13").ledger.failed == 1)
  }

  // MARK: Conditions that cannot be told

  @Test(arguments: ["X10", "X11b", "X13", "X14"]) func aConditionThatCannotBeToldLeavesTheRuleUnchecked(_ rule: String)
    throws
  {
    var book = try SampleBook(.corrected)
    try book.spoil("02|:total|本年收入/事业收入")
    let spoilt = try book.report().result(rule)
    #expect(spoilt.ledger.notChecked == spoilt.ledger.due && spoilt.ledger.due > 0)
    book = try SampleBook(.corrected)
    book.remove(form: "02")
    let missing = try book.report().result(rule)
    #expect(missing.ledger.notChecked == missing.ledger.due && missing.reasons == [.formMissing("预算02表")])
  }
}
