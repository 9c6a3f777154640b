import Testing
import XlsxPackage

@testable import BudgetSheets

/// Rules that speak of the year before: where they hold, where they fail, and where nothing can be said.
@Suite struct PriorRuleTests {
  private static let total = "01|收入总计|收入/金额"
  private static let noMore = "- {id: U01, rule: \"01[收入：收入总计] <= prior 01[收入：收入总计]\"}"

  // MARK: Holding and failing

  @Test func aRuleHoldsByTheAmountsOfBothYears() throws {
    let report = try PriorSample.report(Self.noMore, beside: PriorSample.prior())
    let result = try report.result("U01")
    #expect(result.ledger.passed == 1 && result.ledger.due == 1 && result.reasons.isEmpty)
    #expect(report.findings(of: "U01").isEmpty)
  }

  @Test func aFailureNamesBothCellsAndWhichIsOfTheYearBefore() throws {
    var prior = try PriorSample.prior()
    try prior.add("-34.34", to: Self.total)
    let report = try PriorSample.report(Self.noMore, beside: prior)
    let finding = try #require(report.findings(of: "U01").first)
    #expect(report.findings(of: "U01").count == 1)
    #expect(finding.form == "01" && finding.cell?.description == "B38" && !finding.location.isPrior)
    let judgement = try #require(finding.judgement)
    #expect(judgement.left.map(\.place.isPrior) == [false] && judgement.right.map(\.place.isPrior) == [true])
    #expect(judgement.right.first?.amount == Amount(decimal: "600.00", unit: .万元))
    #expect(
      finding.message(in: .chinese)
        == "填报 634.34，不应大于 上年 预算01表!B38 收入总计·收入/金额（600.00），超出 34.34 万元。请核对。")
    #expect(
      finding.message(in: .english)
        == "634.34 is reported, which must not be more than last year's 预算01表!B38 收入总计·收入/金额 (600.00): 34.34 万元 too much. Check both."
    )
    let set = try SampleBook.set.get()
    #expect(
      finding.figures(in: set, language: .chinese) == "填报 634.34，不应大于 上年 预算01表!B38（600.00），相差 34.34")
    // What the year before adds up to is nobody's business here: its own sums are not checked.
    #expect(
      try report.findings.map(\.code) == SampleBook.report(.corrected).findings.map(\.code) + [finding.code]
        || Set(report.findings.map(\.code))
          == Set(try SampleBook.report(.corrected).findings.map(\.code) + [finding.code])
    )
  }

  @Test func aFindingIsAboutThisYearWhicheverSideItStandsOn() throws {
    var prior = try PriorSample.prior()
    try prior.add("100", to: Self.total)
    let rule = "- {id: U01, rule: \"prior 01[收入：收入总计] <= 01[收入：收入总计]\"}"
    let finding = try #require(try PriorSample.report(rule, beside: prior).findings(of: "U01").first)
    #expect(finding.cell?.description == "B38" && !finding.location.isPrior)
    #expect(finding.judgement?.relation == .atLeast)
    #expect(
      finding.message(in: .chinese)
        == "填报 634.34，不应小于 上年 预算01表!B38 收入总计·收入/金额（734.34），相差 100.00 万元。请核对。")
    // Neither is one figure of this year: the form is named, and no cell of the year before.
    let sums = "- {id: U01, rule: \"prior 01[收入：收入总计] - 01[收入：收入总计] <= 0.1 * prior 01[收入：收入总计]\"}"
    let other = try #require(try PriorSample.report(sums, beside: prior).findings(of: "U01").first)
    #expect(other.form == "01" && other.cell == nil && !other.location.isPrior)
    // 734.34 - 634.34 = 100.00 > 73.434
    #expect(other.arguments["reported"] == "100.00" && other.arguments["expected"] == "73.434")
    #expect(other.arguments["difference"] == "26.566")
  }

  @Test func blankCountsAsNothing() throws {
    var prior = try PriorSample.prior()
    try prior.put(nil, in: Self.total)
    let finding = try #require(try PriorSample.report(Self.noMore, beside: prior).findings(of: "U01").first)
    #expect(finding.judgement?.expected == .zero && finding.judgement?.right.first?.amount == nil)
  }

  @Test func sumsOfRowsThatAreNotThereComeToNothing() throws {
    let rule = "- {id: U01, rule: \"sum(03[206, 合计]) <= sum(prior 03[205, 合计])\"}"
    let finding = try #require(
      try PriorSample.report(rule, beside: PriorSample.prior()).findings(of: "U01").first)
    #expect(finding.judgement?.expected == .zero && finding.judgement?.right.isEmpty == true)
  }

  @Test func aSideWithoutAnyRowIsNamedByItsForm() throws {
    let rule = "- {id: U01, rule: \"03[合计, 合计] = sum(prior 03[205, 合计])\"}"
    let finding = try #require(
      try PriorSample.report(rule, beside: PriorSample.prior()).findings(of: "U01").first)
    #expect(finding.message(in: .chinese).contains("而上年 预算03表没有对应的行"))
    #expect(finding.message(in: .english).contains("but last year's 预算03表 has no such row"))
  }

  @Test func amountsOfTwoYearsHaveNoToleranceOfRounding() throws {
    // Off by 0.01, with three parts: within one form that would be rounding.
    var prior = try PriorSample.prior()
    try prior.add("0.01", to: "01|本年收入合计|收入/金额")
    let rule = "- {id: U01, rule: \"01[收入：收入总计] = prior 01[收入：本年收入合计] + prior 01[收入：上年结转结余]\"}"
    let report = try PriorSample.report(rule, beside: prior)
    #expect(try report.result("U01").ledger.failed == 1)
    #expect(report.findings(of: "U01").first?.level == .error)
  }

  @Test func classesAndConditionsMayBeOfTheYearBefore() throws {
    var prior = try PriorSample.prior()
    try prior.add("-1", to: "01|六、科学技术|支出/金额")
    let classes = """
      - id: U01
        each: "01[支出 with class]"
        rule: "金额 <= prior 01[支出 with class = class, 金额]"
        when: "prior 01[收入：收入总计] >= 0.01"
      """
    let report = try PriorSample.report(classes, beside: prior)
    let ledger = try report.result("U01").ledger
    #expect(ledger.due == 30 && ledger.failed == 1 && ledger.passed == 29)
    #expect(report.findings(of: "U01").first?.row?.name == "六、科学技术")
    try prior.put(nil, in: Self.total)
    #expect(try PriorSample.report(classes, beside: prior).result("U01").ledger.notApplicable == 30)
    let without = try PriorSample.report(classes, beside: nil).result("U01")
    #expect(without.ledger.notChecked == without.ledger.due && without.reasons == [.priorMissing])
  }

  // MARK: Not checked

  struct Gap: Sendable, CustomTestStringConvertible {
    var rule: String
    var reason: RuleResult.Reason
    var change: @Sendable (inout SampleBook) throws -> Void
    var testDescription: String { rule }
  }

  static let gaps: [Gap] = [
    Gap(rule: "01[收入：收入总计] <= prior 01[收入：收入总计]", reason: .prior(.formMissing("预算01表"))) { $0.remove(form: "01") },
    Gap(rule: "03[合计, 合计] <= prior 03[合计, 合计]", reason: .prior(.columnMissing(form: "预算03表", ["合计"]))) {
      try $0.remove(column: "合计", of: "03")
    },
    // Of a sum without any row too.
    Gap(rule: "03[合计, 合计] >= sum(prior 03[205, 合计])", reason: .prior(.columnMissing(form: "预算03表", ["合计"]))) {
      try $0.remove(column: "合计", of: "03")
    },
    Gap(
      rule: "11[total, 合计] >= sum(prior 11[类型 = 特定目标类, 合计])", reason: .prior(.columnMissing(form: "预算11表", ["类型"]))
    ) { try $0.remove(column: "类型", of: "11") },
    Gap(rule: "01[收入：收入总计] <= prior 01[收入：收入总计]", reason: .prior(.rowMissing(form: "预算01表", "收入总计"))) {
      try $0.remove(row: "收入总计", of: "01")
    },
    Gap(rule: "03[合计, 合计] <= prior 03[合计, 合计]", reason: .prior(.rowMissing(form: "预算03表", "合计"))) {
      try $0.remove(row: ":total", of: "03")
    },
    Gap(
      rule: "12[预算情况/部门预算总额（万元）] <= prior 12[预算情况/部门预算总额（万元）]",
      reason: .prior(.formMissing("预算12表"))
    ) { $0.remove(form: "12") },
  ]

  @Test(arguments: gaps) func whatTheYearBeforeLacksIsNotChecked(_ gap: Gap) throws {
    let rule = "- {id: U01, rule: \"\(gap.rule)\"}"
    var prior = try PriorSample.prior()
    let before = try PriorSample.report(rule, beside: prior).result("U01").ledger
    #expect(before.due == 1 && before.passed == 1, "the rule itself holds")
    try gap.change(&prior)
    let report = try PriorSample.report(rule, beside: prior)
    let result = try report.result("U01")
    #expect(result.ledger.notChecked == 1 && result.ledger.due == 1)
    #expect(result.reasons == [gap.reason])
    #expect(result.reasons.first?.text(in: .chinese).hasPrefix("上年的工作簿") == true)
    #expect(report.verdict != .passed)
  }

  @Test func withoutABookOfTheYearBeforeNothingIsChecked() throws {
    let report = try PriorSample.report(Self.noMore, beside: nil)
    let result = try report.result("U01")
    #expect(result.ledger.notChecked == 1 && result.ledger.due == 1 && result.reasons == [.priorMissing])
    #expect(report.prior == nil && report.growth.isEmpty)
  }

  @Test func aCellThatCannotBeReadIsNamedAsOneOfTheYearBefore() throws {
    var prior = try PriorSample.prior()
    try prior.spoil(Self.total)
    let report = try PriorSample.report(Self.noMore, beside: prior)
    let result = try report.result("U01")
    #expect(result.ledger.notChecked == 1)
    #expect(result.reasons.first?.text(in: .chinese) == "上年 预算01表!B38 收入总计·收入/金额 未能读取")
    #expect(result.reasons.first?.text(in: .english) == "last year's 预算01表!B38 收入总计·收入/金额 could not be read")
    #expect(report.causes.isEmpty)
  }

  @Test func whatHasNoPredecessorIsNotChecked() throws {
    let set = try SampleBook.set.get()
    let whole = ConversionCoverage(whole: try PriorSample.prior().book, set: set)
    func result(_ rule: String, _ change: (inout ConversionCoverage) -> Void) throws -> RuleResult {
      var coverage = whole
      change(&coverage)
      let book = try PriorSample.prior().book
      let prior = PriorBook(
        book, source: PriorSource(book, isCarriedOver: true), coverage: PriorCoverage(coverage))
      let set = try PriorSample.published("- {id: U01, rule: \"\(rule)\"}")
      return try Checker(set: set).check(SampleBook(.corrected).book, prior: prior).result("U01")
    }
    let income = "01[收入：收入总计] <= prior 01[收入：收入总计]"
    let projects = "11[total, 合计] >= sum(prior 11[类型 = 特定目标类, 合计])"
    let target = "12[预算情况/部门预算总额（万元）] <= prior 12[预算情况/部门预算总额（万元）]"
    #expect(try result(income) { _ in }.ledger.passed == 1)
    #expect(try result(projects) { _ in }.ledger.passed == 1)
    #expect(try result(target) { _ in }.ledger.passed == 1)
    let cases: [(String, RuleResult.Reason, (inout ConversionCoverage) -> Void)] = [
      (income, .noPredecessor(form: "预算01表", nil), { $0.forms["01"] = nil }),
      (income, .noPredecessor(form: "预算01表", "收入/金额"), { $0.forms["01"]?.columns.remove(["收入", "金额"]) }),
      (
        income, .noPredecessor(form: "预算01表", "收入总计"),
        { $0.forms["01"]?.rows.remove(.init(pane: "收入", path: ["收入总计"])) }
      ),
      (projects, .noPredecessor(form: "预算11表", "类型"), { $0.forms["11"]?.columns.remove(["类型"]) }),
      (target, .noPredecessor(form: "预算12表", "预算情况/部门预算总额（万元）"), { $0.forms["12"]?.fields = [] }),
    ]
    for (rule, reason, change) in cases {
      let result = try result(rule, change)
      #expect(result.ledger.notChecked == 1 && result.ledger.due == 1 && result.reasons == [reason])
    }
  }
}
