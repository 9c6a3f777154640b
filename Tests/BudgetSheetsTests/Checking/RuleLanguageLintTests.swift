import Testing

@testable import BudgetSheets

/// What rules say twice or for nothing is told with file and line, and keeps no book from being checked.
@Suite struct RuleLanguageLintTests {
  typealias Problem = DefinitionError.Problem

  private func problems(_ rules: String) throws -> [Problem] {
    let mistakes = try RuleLanguageSample.small().addingRules(yaml: rules, file: "u.yaml").lint()
    #expect(mistakes.allSatisfy { $0.file == "u.yaml" && $0.line != nil && $0.column != nil })
    return mistakes.map(\.problem)
  }

  @Test(arguments: [
    ("1[合计, 总额] = 1[合计, 一/小计] + 1[合计, 二]", "1:总额"),
    ("1[合计, 一/小计] + 1[合计, 二] = 1[合计, 总额]", "1:总额"),
    ("2 * 1[合计, 总额] - 2 * 1[合计, 二] = 2 * 1[合计, 一/小计]", "1:总额"),
    ("1[合计, 总额] <= 1[合计, 一/小计] + 1[合计, 二]", "1:总额"),
    // In two steps: the sum of a sum.
    ("1[合计, 总额] = sum(1[合计, 一/子 … 二])", "1:总额"),
    ("sum(1[部门, 总额]) = sum(1[部门, 一/小计]) + sum(1[部门, 二])", "1:总额"),
    ("sum(1[类型 = 甲类, 一/小计]) = sum(1[类型 = 甲类, 一/子]) + sum(1[类型 = 甲类, 一/丑])", "1:一/小计"),
    ("1[合计, 一/其中] <= 1[合计, 一/子]", "1:一/其中≤"), ("1[合计, 一/子] >= 1[合计, 一/其中]", "1:一/其中≤"),
    ("1[合计, 二] = sum(1[部门, 二])", "1:Σ合计"), ("1[合计, 总额] = sum(1[部门, 总额])", "1:Σ合计"), ("2[合计] = sum(2[明细])", "2:Σ合计"),
    ("3[收入：收入总计] = 3[收入：一、税] + 3[收入：二、费]", "3:收入：收入总计"),
    ("3[支出：支出总计, 结转] = 3[支出：一、教育, 结转]", "3:支出：支出总计"),
    ("3[收入：一、税/其中：增值税] <= 3[收入：一、税]", "3:收入：一、税/其中：增值税≤"),
    ("4[预算/总额] = 4[预算/来源/财政] + 4[预算/来源/其他]", "4:预算/总额"), ("4[预算/总额] = sum(4[预算/来源/*])", "4:预算/总额"),
  ])
  func whatASumSaysIsNotToBeRepeated(_ rule: String, _ sum: String) throws {
    #expect(try problems("- {id: U01, rule: \"\(rule)\"}") == [.ruleImplied(rule, by: sum)])
    // A condition makes it no other rule.
    let conditional = "- {id: U01, rule: \"\(rule)\", when: \"2[合计, 二] = 77\"}"
    #expect(try problems(conditional) == [.ruleImplied(rule, by: sum)])
  }

  @Test(arguments: [
    ("1[明细]", "总额 = 一/小计 + 二", "1:总额"), ("1[部门]", "二 + sum(一/子 … 一/丑) = 总额", "1:总额"),
    ("1[类型 = 甲类]", "一/其中 <= 一/子", "1:一/其中≤"), ("3[收入：收入总计]", "金额 = 3[收入：一、税] + 3[收入：二、费]", "3:收入：收入总计"),
    ("1[合计]", "二 = sum(1[部门, 二])", "1:Σ合计"), ("1[合计, *]", "1[合计, *] = sum(1[部门, *])", "1:Σ合计"),
  ])
  func norWhereItIsForEachRow(_ each: String, _ rule: String, _ sum: String) throws {
    #expect(try problems("- {id: U01, each: \"\(each)\", rule: \"\(rule)\"}") == [.ruleImplied(rule, by: sum)])
  }

  @Test(arguments: [
    "1[合计, 总额] = 1[合计, 一/小计]", "1[合计, 总额] >= 1[合计, 二]", "1[合计, 一/其中] = 1[合计, 一/子]",
    "1[合计, 一/其中] <= 1[合计, 一/小计]", "1[合计, 二] = sum(1[明细, 二])", "1[合计, 总额] = 1[合计, 一/小计] + 1[合计, 二] + 5",
    "4[预算/总额] = sum(4[预算/用途/*])", "sum(1[部门, 二]) = sum(1[单位, 二])", "1[合计, 二] = sum(2[明细, 二])",
  ])
  func whatNoSumSaysMayBeSaid(_ rule: String) throws {
    #expect(try problems("- {id: U01, rule: \"\(rule)\"}").isEmpty)
  }

  @Test func rulesThatSayTheSameAreTold() throws {
    func both(_ one: String, _ other: String) throws -> [Problem] {
      try problems("- {id: U01, \(one)}\n- {id: U02, \(other)}")
    }
    let plain = "rule: \"1[合计, 二] = 2[合计, 二]\""
    let turned = "rule: \"2 * 2[合计, 二] - 2 * 1[合计, 二] = 0\""
    let text = "2 * 2[合计, 二] - 2 * 1[合计, 二] = 0"
    #expect(try both(plain, turned) == [.ruleRepeated(text, by: "U01")])
    #expect(try both(plain, turned + ", level: warning, say: 两表一致") == [.ruleRepeated(text, by: "U01")])
    // The same through what the sums say.
    #expect(
      try both("rule: \"3[收入：收入总计] = 5\"", "rule: \"3[收入：一、税] + 3[收入：二、费] = 5\"")
        == [.ruleRepeated("3[收入：一、税] + 3[收入：二、费] = 5", by: "U01")])
    // A weaker one says nothing new, wherever it stands.
    let bound = "rule: \"1[合计, 二] <= 2[合计, 二]\""
    #expect(try both(plain, bound) == [.ruleRepeated("1[合计, 二] <= 2[合计, 二]", by: "U01")])
    #expect(try both(bound, plain) == [.ruleRepeated("1[合计, 二] <= 2[合计, 二]", by: "U02")])
    let condition = ", when: \"3[收入：二、费] = 0\""
    #expect(try both(plain, plain + condition) == [.ruleRepeated("1[合计, 二] = 2[合计, 二]", by: "U01")])
    #expect(try both(plain + condition, plain + condition) == [.ruleRepeated("1[合计, 二] = 2[合计, 二]", by: "U01")])
    #expect(try both(plain + condition, plain + ", when: \"3[收入：二、费] = 1\"").isEmpty)
    #expect(try both(plain + condition, bound).isEmpty)
    #expect(try both(plain + condition, plain + condition + ", else: \"≤\"").count == 1)
    #expect(try both(bound, "rule: \"1[合计, 二] >= 2[合计, 二]\"").isEmpty)
    // The same for each row, but not for other rows.
    let each = "each: \"1[明细]\", rule: \"二 <= 5\""
    #expect(try both(each, each) == [.ruleRepeated("二 <= 5", by: "U01")])
    #expect(try both(each, "each: \"1[部门]\", rule: \"二 <= 5\"").isEmpty)
    let keyed = "each: [\"1[明细]\", \"2[明细]\"], by: {码: 编码}, rule: \"sum(1[编码 = 码, 二]) = sum(2[编码 = 码])\""
    let renamed = "each: [\"2[明细]\", \"1[明细]\"], by: {号: 编码}, rule: \"sum(2[编码 = 号]) = sum(1[编码 = 号, 二])\""
    #expect(try both(keyed, renamed) == [.ruleRepeated("sum(2[编码 = 号]) = sum(1[编码 = 号, 二])", by: "U01")])
    let count = "check: same-count, of: [\"1\", \"2\"]"
    #expect(try both(count, count + ", level: info") == [.ruleRepeated("same-count", by: "U01")])
  }

  @Test func whatIsNotUsedIsTold() throws {
    let rules = """
      conditions:
        有用: {rule: "1[合计, 二] = 0"}
        没用: {rule: "2[合计, 二] = 0"}
      rules:
        - id: U01
          each: "1[明细]"
          by: {码: 编码, 名: 名称}
          rule: "sum(1[编码 = 码, 二]) <= 5"
          when: 有用
      """
    let mistakes = try RuleLanguageSample.small().addingRules(yaml: rules, file: "u.yaml").lint()
    #expect(mistakes.map(\.problem) == [.keyUnused("名"), .conditionUnused("没用")])
    #expect(mistakes.map(\.line) == [5, 3] && mistakes.map(\.column) == [9, 3])
  }

  @Test func theLetterOfACodeTellsWhereItsRuleStands() throws {
    #expect(
      try problems("- {id: X01, rule: \"1[合计, 二] = 2[合计, 二]\"}") == [.codeOfOtherLayer("X01", expected: "U")])
    let form = try #require(RuleLanguageSample.files["2.yaml"])
    let set = try RuleLanguageSample.small([
      "2.yaml": form + "\nrules:\n  - {id: X09, rule: \"合计 <= 5\"}\n  - {id: R2-1, rule: \"合计 >= 1\"}\n",
      "between.yaml": "- {id: U01, rule: \"1[合计, 二] = 2[合计, 二]\"}\n- {id: Y01, rule: \"1[合计, 二] >= 3\"}\n",
    ])
    #expect(
      set.lint().map(\.problem) == [
        .codeOfOtherLayer("X09", expected: "R2-"), .codeOfOtherLayer("U01", expected: "X"),
      ])
  }

  @Test func noCodeBelongsToTwoRules() throws {
    let set = try RuleLanguageSample.small(rules: "- {id: X01, rule: \"1[合计, 二] = 2[合计, 二]\"}")
    let error = try #require(
      RuleLanguageSample.error("- {id: U01, rule: \"1[合计, 二] >= 0\"}\n- {id: X01, rule: \"1[合计, 二] >= 1\"}", in: set))
    #expect(error.line(in: .english) == "u.yaml:2:8: the rule “X01” stands twice")
    let other = try set.addingRules(yaml: "- {id: U01, rule: \"1[合计, 二] >= 0\"}", file: "u.yaml")
    #expect(
      RuleLanguageSample.error("- {id: U01, rule: \"1[合计, 二] >= 1\"}", in: other)?.problem == .ruleTwice("U01"))
    let conditions = "conditions: {有: {rule: \"1[合计, 二] = 0\"}}"
    let named = try set.addingRules(yaml: conditions, file: "u.yaml")
    #expect(RuleLanguageSample.error(conditions, in: named)?.problem == .labelTwice("有"))
  }
}
