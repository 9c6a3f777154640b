import Foundation
import Testing

@testable import BudgetSheets

/// The example of a rule is made from the rule, and right.
@Suite struct RuleLanguageExampleTests {
  private func description(_ rule: String, in set: FormSet) throws -> RuleDescription {
    let set = try set.addingRules(yaml: "- {id: U01, \(rule)}", file: "u.yaml")
    return try #require(Checker(set: set).rules.last)
  }

  private func example(_ rule: String, _ language: Language = .chinese) throws -> String {
    try description(rule, in: RuleLanguageSample.small()).example(in: language)
  }

  @Test func theSumOfAFormIsWorkedOut() throws {
    let set = try RuleLanguageSample.published.get()
    let rule = try #require(Checker(set: set).rules.first { $0.rule == "03:合计" })
    #expect(
      rule.example(in: .chinese)
        == "设 基本支出/小计 400.00、项目支出/小计 200.00，则 合计 应为 600.00；若填 600.50，报告“填报 600.50，应为 600.00，相差 0.50 万元”。")
    #expect(
      rule.example(in: .english)
        == "With 基本支出/小计 400.00 and 项目支出/小计 200.00, 合计 should be 600.00; if it says 600.50, the report says: “600.50 is reported; it should be 600.00: a difference of 0.50 万元”."
    )
  }

  @Test(arguments: [
    ("rule: \"1[合计, 二] <= 10\"", "1 合计·二 不应大于 10.00；若填 10.50，报告“10.50 大于 10.00，超出 0.50 万元”。"),
    ("rule: \"10 <= 1[合计, 二]\"", "1 合计·二 不应小于 10.00；若填 9.50，报告“9.50 小于 10.00，相差 0.50 万元”。"),
    (
      "rule: \"1[合计, 二] <= 0.5 * 2[合计, 二]\"",
      "设 2 合计·二 400.00，则 1 合计·二 不应大于 200.00；若填 200.50，报告“200.50 大于 200.00，超出 0.50 万元”。"
    ),
    (
      "rule: \"1[合计, 总额] - 1[合计, 二] = 2[合计, 二]\"",
      "设 1 合计·总额 400.00、1 合计·二 200.00，则 2 合计·二 应为 200.00；若填 200.50，报告“填报 200.50，应为 200.00，相差 0.50 万元”。"
    ),
    (
      "each: \"1[明细]\", rule: \"二 = 0\"",
      "对1各明细行逐行：二 应为 0.00；若填 0.50，报告“填报 0.50，应为 0.00，相差 0.50 万元”。"
    ),
    (
      "rule: \"1[合计, 二] = 5\", when: \"2[合计, 二] = 0\"",
      "1 合计·二 应为 5.00；若填 5.50，报告“填报 5.50，应为 5.00，相差 0.50 万元”。条件“2[合计, 二] = 0”不成立时，不检查，记为“不适用”。"
    ),
    (
      "rule: \"1[合计, 二] = 5\", when: \"2[合计, 二] = 0\", else: \"≥\"",
      "1 合计·二 应为 5.00；若填 5.50，报告“填报 5.50，应为 5.00，相差 0.50 万元”。条件“2[合计, 二] = 0”不成立时，只要求左边不小于右边。"
    ),
    (
      "check: same-count, of: [\"1\", \"2\"]", "若1有 7 行明细而2有 6 行，则报告：1有 7 行，2有 6 行，应当相等。请核对两表。"
    ),
  ])
  func everyKindOfRuleHasAnExample(_ rule: String, _ text: String) throws {
    #expect(try example(rule) == text)
    let english = try example(rule, .english)
    #expect(!english.isEmpty && english != text && english.hasSuffix("."))
  }

  @Test func everyRuleOfThePublishedSetHasOneInBothLanguages() throws {
    let set = try RuleLanguageSample.published.get()
    for rule in Checker(set: set).rules {
      for language in Language.allCases {
        let text = rule.example(in: language)
        #expect(text.count > 20 && !text.contains("{") && text.count < 900, "\(rule.rule): \(text)")
      }
      guard case .amounts(let example)? = rule.worked?.content else { continue }
      #expect(example.subject.amount.fen >= 0 && example.wrong != example.subject.amount, "\(rule.rule)")
      #expect(example.given.allSatisfy { $0.amount.fen > 0 }, "\(rule.rule)")
    }
  }

  /// With the given amounts and the one that follows the comparison holds, with the wrong one it does not.
  @Test(arguments: [
    "1[合计, 总额] = 2[合计, 二] + 3[收入：二、费]", "1[合计, 总额] + 2[合计, 二] = 3[收入：二、费] + 3[收入：一、税]",
    "0.3 * 1[合计, 总额] = 0.7 * 2[合计, 二] - 1.1 * 3[收入：二、费]", "7 * 1[合计, 总额] = 2[合计, 二]",
    "1[合计, 总额] - 2[合计, 二] - 3[收入：二、费] >= 10", "- 1[合计, 总额] <= - 2[合计, 二]", "1[合计, 总额] + 2[合计, 二] <= 3",
    "0.000001 * 1[合计, 总额] = 3 * 2[合计, 二]", "1[合计, 总额] >= 0", "3 = 1[合计, 总额] - 2",
  ])
  func theAmountsFitTheRule(_ rule: String) throws {
    let set = try RuleLanguageSample.small().addingRules(yaml: "- {id: U01, rule: \"\(rule)\"}", file: "u.yaml")
    let comparison = try #require(RuleLanguageSample.comparison(of: set))
    guard case .amounts(let example)? = Checker(set: set).rules.last?.worked?.content else {
      // A factor of a millionth asks for amounts that nobody reads.
      #expect(rule.contains("0.000001"))
      return
    }
    let names = CellNames(set: set)
    func difference(_ subject: Amount) -> Int128 {
      var amounts = Dictionary(uniqueKeysWithValues: example.given.map { ($0.name, $0.amount) })
      amounts[example.subject.name] = subject
      func side(_ terms: [LinearRule.Term]) -> Int128 {
        terms.reduce(0) { sum, term in
          switch term.operand {
          case .constant(let amount): sum + Int128(amount.fen) * Int128(comparison.scale)
          case .cells(let cells): sum + Int128(amounts[names.name(of: cells)]?.fen ?? 0) * Int128(term.factor)
          }
        }
      }
      return side(comparison.left) - side(comparison.right)
    }
    func holds(_ subject: Amount) -> Bool {
      switch comparison.relation {
      case .equal: difference(subject) == 0
      case .atMost: difference(subject) <= 0
      case .atLeast: difference(subject) >= 0
      }
    }
    #expect(holds(example.subject.amount) && !holds(example.wrong), "\(example)")
  }

  @Test func amountsAreInTheUnitAndDecimalsOfTheSet() throws {
    for (unit, decimals, text) in [
      ("元", "0", "应为 5；若填 55"), ("千元", "1", "应为 5.0；若填 10.0"), ("元", "2", "应为 5.00；若填 5.50"),
    ] {
      let file = try #require(RuleLanguageSample.files["set.yaml"])
        .replacing("unit: 万元", with: "unit: \(unit)\ndecimals: \(decimals)")
      let set = try RuleLanguageSample.small(["set.yaml": file])
      let example = try description("rule: \"1[合计, 二] = 5\"", in: set).example(in: .chinese)
      #expect(example.contains(text) && example.contains(unit), "\(example)")
    }
  }
}
