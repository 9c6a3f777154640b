import Testing

@testable import BudgetSheets

/// What rules with `prior` may say, what lint says of them, and how they are told.
@Suite struct PriorReadingTests {
  typealias Problem = DefinitionError.Problem

  private func fault(_ rule: String) throws -> Problem? {
    RuleLanguageSample.error("- {id: U01, rule: \"\(rule)\"}", in: try RuleLanguageSample.small())?.problem
  }

  private func lint(_ rules: String) throws -> [Problem] {
    try RuleLanguageSample.small().addingRules(yaml: rules, file: "u.yaml").lint().map(\.problem)
  }

  @Test func aReferenceToTheYearBeforeIsTheSameCellOfAnotherBook() throws {
    let set = try RuleLanguageSample.small(rules: "- {id: X01, rule: \"1[合计, 二] <= 1.1 * prior 1[合计, 二] + 2\"}")
    let comparison = try #require(RuleLanguageSample.comparison(of: set))
    guard case .cells(let now) = comparison.left[0].operand, case .cells(var before) = comparison.right[0].operand
    else {
      Issue.record("no cells")
      return
    }
    #expect(before.isPrior && !now.isPrior && comparison.right[0].factor == 11 && comparison.scale == 10)
    before.isPrior = false
    #expect(before == now)
  }

  @Test func mistakesAreTold() throws {
    let cases: [(String, Problem)] = [
      ("prior 1[合计, 二] <= 5", .ruleMalformed("prior 1[合计, 二] <= 5", .priorAlone)),
      (
        "1[合计, 二] + prior 1[合计, 二] = prior 2[合计] + 1[合计, 二]",
        .ruleMalformed("1[合计, 二] + prior 1[合计, 二] = prior 2[合计] + 1[合计, 二]", .priorAlone)
      ),
      ("prior 1[合计, 二] = prior 1[合计, 二]", .ruleMalformed("prior 1[合计, 二] = prior 1[合计, 二]", .saysNothing)),
      (
        "1[合计, 二] <= prior sum(1[明细, 二])",
        .ruleMalformed("prior sum(1[明细, 二])", .priorBeforeSum("sum(1[明细, 二])"))
      ),
      (
        "1[合计, 二] <= prior 1[明细, 二]",
        .ruleMalformed("1[合计, 二] <= prior 1[明细, 二]", .sumMissing("prior 1[明细, 二]"))
      ),
      ("1[合计, 二] <= prior prior 1[合计, 二]", .expected("form[row, column]")),
      ("1[合计, 二] <= prior 1[合计, 三]", .referenceUnknown("三", suggestion: "一/丑")),
    ]
    for (rule, problem) in cases.dropLast() { #expect(try fault(rule) == problem, "\(rule)") }
    guard case .referenceUnknown("三", _)? = try fault(cases[cases.count - 1].0) else {
      Issue.record("a column that is not there")
      return
    }
    let each = RuleLanguageSample.error(
      "- {id: U01, each: \"prior 1[明细]\", rule: \"二 <= 3\"}", in: try RuleLanguageSample.small())
    #expect(each?.problem == .ruleMalformed("prior 1[明细]", .priorInEach))
    for fault in [RuleFault.priorAlone, .priorInEach, .priorBeforeSum("sum(1[明细])"), .notOfGrowth("5")] {
      #expect(fault.sentence.chinese != fault.sentence.english && !fault.sentence.english.isEmpty)
    }
    #expect(RuleFault.priorBeforeSum("sum(1[明细])").sentence.english == "prior goes into the brackets: sum(prior 1[明细])")
  }

  @Test func theSameFigureOfTwoYearsIsNoRepetition() throws {
    // Of one year a sum of the form says each of these.
    for rule in [
      "1[合计, 总额] = prior 1[合计, 总额]", "1[合计, 总额] = prior 1[合计, 一/小计] + 1[合计, 二]",
      "1[合计, 一/其中] <= prior 1[合计, 一/子]", "1[合计, 二] = sum(prior 1[部门, 二])",
      "3[收入：收入总计] = prior 3[收入：一、税] + prior 3[收入：二、费]",
    ] {
      #expect(try lint("- {id: U01, rule: \"\(rule)\"}").isEmpty, "\(rule)")
    }
    #expect(try lint("- {id: U01, each: \"1[明细]\", rule: \"总额 = prior 一/小计 + 二\"}").isEmpty)
    #expect(
      try lint("- {id: U01, rule: \"1[合计, 二] = 2[合计]\"}\n- {id: U02, rule: \"1[合计, 二] = prior 2[合计]\"}").isEmpty)
  }

  @Test func butARuleThatIsStatedTwiceIsTold() throws {
    let rule = "2 * 1[合计, 二] - 2 * prior 1[合计, 二] <= 0"
    #expect(
      try lint("- {id: U01, rule: \"1[合计, 二] <= prior 1[合计, 二]\"}\n- {id: U02, rule: \"\(rule)\"}")
        == [.ruleRepeated(rule, by: "U01")])
    // Also by way of the sums of the year before.
    let sum = "1[合计, 二] <= prior 1[合计, 一/小计] + prior 1[合计, 二]"
    #expect(
      try lint("- {id: U01, rule: \"1[合计, 二] <= prior 1[合计, 总额]\"}\n- {id: U02, rule: \"\(sum)\"}")
        == [.ruleRepeated(sum, by: "U01")])
  }

  @Test func peopleAreToldWhichYearIsMeant() throws {
    let set = try PriorSample.published(
      """
      - {id: U01, rule: "01[收入：收入总计] <= prior 01[收入：收入总计]"}
      - {id: U02, each: "03[明细]", rule: "合计 >= prior 合计"}
      - {id: U03, rule: "03[合计, 合计] <= sum(prior 03[明细, 合计])"}
      - {id: U04, rule: "03[合计, 合计] <= 500.00", when: "prior 03[合计, 合计] <= 400.00"}
      - {id: U05, rule: "03[合计, 合计] <= 500.00"}
      """)
    let rules = Checker(set: set).rules.suffix(5)
    #expect(rules.map(\.speaksOfPrior) == [true, true, true, true, false])
    #expect(rules.map(\.forms) == [["01"], ["03"], ["03"], ["03"], ["03"]])
    let examples = rules.map { ($0.example(in: .chinese), $0.example(in: .english)) }
    #expect(examples[0].0.contains("上年 预算01表 收入：收入总计") && examples[0].1.contains("last year's 预算01表"))
    #expect(examples[1].0.contains("上年同一行的合计") && examples[1].1.contains("last year's 合计 of the same row"))
    #expect(examples[2].0.contains("上年 预算03表 各明细行·合计 之和") && examples[2].1.contains("the sum of last year's 预算03表"))
    #expect(!examples[4].0.contains("上年"))
  }
}
