import Foundation
import Testing

@testable import BudgetSheets

/// Every construct of the rule language means what the page about it says.
@Suite struct RuleLanguageReadingTests {
  typealias Rule = LinearRule

  private func comparison(_ rule: String, _ rest: String = "") throws -> Rule.Comparison {
    let text = rule.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let set = try RuleLanguageSample.small().addingRules(
      yaml: "- {id: U01, rule: \"\(text)\"\(rest)}", file: "u.yaml")
    return try #require(RuleLanguageSample.comparison(of: set))
  }

  private func cells(_ term: Rule.Term?) -> Rule.CellSet? {
    if case .cells(let cells)? = term?.operand { cells } else { nil }
  }

  @Test func theRulesOfThePublishedSetAreRead() throws {
    let set = try RuleLanguageSample.published.get()
    #expect(set.rules.count > 70 && set.conditions.count >= 5)
    let x10 = try #require(RuleLanguageSample.linear("X10", in: set))
    #expect(x10.otherwise == .atMost && x10.conditions.map(\.name) == ["只有财政资金"])
    #expect(x10.each == [Rule.Each(form: "04", rows: .classes(pane: 1), everyColumn: false)])
    #expect(cells(x10.comparisons[0].left.first)?.rows == .current)
    #expect(cells(x10.comparisons[0].right.first)?.rows == .sameClass(pane: 1))
    let x14 = try #require(RuleLanguageSample.linear("X14", in: set))
    #expect(x14.each.count == 4 && x14.each.allSatisfy { $0.everyColumn && $0.rows == .level(.detail) })
    #expect(x14.keys.map(\.name) == ["编码"] && x14.comparisons[0].left.count == 3)
    let x16 = try #require(RuleLanguageSample.linear("X16", in: set))
    #expect(x16.comparisons.count == 4)
    guard case .matching(let conditions)? = cells(x16.comparisons[3].left.first)?.rows else {
      Issue.record("no conditions")
      return
    }
    #expect(conditions.map(\.value) == [.starts(["309", "310"])])
    #expect(RuleLanguageSample.linear("X22", in: set)?.onlyMatched == true)
    #expect(RuleLanguageSample.linear("X18", in: set)?.comparisons[0].left.map(\.factor) == [1, -1])
    #expect(RuleLanguageSample.linear("X25", in: set)?.comparisons.map(\.relation) == [.atMost, .atMost, .atMost])
    #expect(RuleLanguageSample.linear("X29", in: set)?.conditions.count == 3)
    #expect(set.lint().isEmpty)
  }

  @Test func signsAndRelationsAreTakenInAnyWidth() throws {
    for (sign, relation) in [
      ("=", Judgement.Relation.equal), ("＝", .equal), ("<=", .atMost), ("≤", .atMost), ("≦", .atMost), (">=", .atLeast),
      ("≥", .atLeast), ("≧", .atLeast),
    ] {
      #expect(try comparison("1[合计, 二] \(sign) 2[合计, 二]").relation == relation)
    }
    for (sign, factor) in [("+", Int64(1)), ("＋", 1), ("-", -1), ("−", -1), ("－", -1)] {
      #expect(try comparison("1[合计, 总额] \(sign) 1[合计, 二] = 5").left.map(\.factor) == [1, factor])
    }
    #expect(try comparison("- 1[合计, 二] = -5").left.map(\.factor) == [-1])
  }

  @Test func factorsAreExactAndNumbersAreAmounts() throws {
    let half = try comparison("0.5 * 1[合计, 总额] + 1.25 * 1[合计, 二] - 3 * 2[合计, 二] = 1[合计, 一/子]")
    #expect(half.scale == 100 && half.left.map(\.factor) == [50, 125, -300] && half.right.map(\.factor) == [100])
    #expect(try comparison("0.5*1[合计, 二] = 5").left.map(\.factor) == [5])
    #expect(try comparison("0.5 * sum(1[明细, 二]) = 5").left.map(\.factor) == [5])
    #expect(try comparison("-2 * 1[合计, 二] = 5").left.map(\.factor) == [-2])
    let numbers = try comparison("1[合计, 二] - 2.50 <= 10 - 0.5 * 3")
    #expect(numbers.left.last?.operand == .constant(Amount(fen: -2_500_000)))
    #expect(
      numbers.right.map(\.operand) == [.constant(Amount(fen: 10_000_000)), .constant(Amount(fen: -1_500_000))])
  }

  @Test(arguments: [
    ("1[合计, 二] = 5", Rule.RowSet.total), ("1[ 总 计 , 二] = 5", .total), ("1[total, 二] = 5", .total),
    ("sum(1[部门, 二]) = 5", .level(.department)), ("sum(1[单 位, 二]) = 5", .level(.unit)),
    ("sum(1[明细, 二]) = 5", .level(.detail)), ("3[收入：二、费] = 5", .fixed(pane: 0, row: 2)),
    ("3[收入:二、费] = 5", .fixed(pane: 0, row: 2)), ("3[ 收 入 ： 二 、 费 ] = 5", .fixed(pane: 0, row: 2)),
    ("3[收入：一、税/其中：增值税] = 5", .fixed(pane: 0, row: 1)),
    ("sum(1[250, 二]) = 5", .matching([.init(columns: [["编码"]], value: .starts(["250"]))])),
    ("sum(1[２５０, 二]) = 5", .matching([.init(columns: [["编码"]], value: .starts(["250"]))])),
    ("sum(1[编码 starts 250|251, 二]) = 5", .matching([.init(columns: [["编码"]], value: .starts(["250", "251"]))])),
    ("sum(1[类型 is not 甲类, 二]) = 5", .matching([.init(columns: [["类型"]], value: .isNot(["甲类"]))])),
    (
      "sum(1[类型 = 甲类 and 编码 starts 250, 二]) = 5",
      .matching([
        .init(columns: [["类型"]], value: .equals(["甲类"])), .init(columns: [["编码"]], value: .starts(["250"])),
      ])
    ),
    (
      "sum(1[名称 = \"甲, 乙 and 丙|丁 = 戊\", 二]) = 5",
      .matching([.init(columns: [["名称"]], value: .equals(["甲,乙and丙|丁=戊"]))])
    ),
    ("sum(1[名称 = \"class\", 二]) = 5", .matching([.init(columns: [["名称"]], value: .equals(["class"]))])),
    (
      "sum(1[单位 with 编码 = 250001 and 名称 is not 局, 二]) = 5",
      .matching([
        .init(columns: [["编码"]], value: .equals(["250001"]), kind: .unit),
        .init(columns: [["名称"]], value: .isNot(["局"]), kind: .unit),
      ])
    ),
    ("4[预算/来源/财政] = 5", .fields([["预算", "来源", "财政"]])),
    ("sum(4[预算/来源/*]) = 5", .fields([["预算", "来源", "财政"], ["预算", "来源", "其他"]])),
  ])
  func rowsAreFoundLeniently(_ rule: String, _ rows: Rule.RowSet) throws {
    #expect(cells(try comparison(rule).left.first)?.rows == rows)
  }

  @Test(arguments: [
    ("1[合计, 一/小计] = 5", [["一", "小计"]]), ("1[合计, 一 / 小 计] = 5", [["一", "小计"]]),
    ("1[合计, 6(六)] = 5", [["６（六）"]]), ("1[合计, \"三/四, 五]\"] = 5", [["三/四, 五]"]]),
    ("sum(1[合计, 一/*]) = 5", [["一", "小计"], ["一", "子"], ["一", "丑"]]),
    ("sum(1[合计, 一/子 … 二]) = 5", [["一", "子"], ["一", "丑"], ["二"]]), ("2[合计] = 5", [["二"]]),
    ("3[收入：二、费] = 5", [["收入", "金额"]]), ("3[支出：支出总计, 结转] = 5", [["支出", "结转"]]),
  ])
  func columnsAreFoundLeniently(_ rule: String, _ columns: [[String]]) throws {
    #expect(cells(try comparison(rule).left.first)?.columns == .paths(columns.map { LabelPath($0) }))
  }

  @Test func aQuotedLabelMayHoldSignsAndSpaces() throws {
    let files = [
      "2.yaml": try #require(RuleLanguageSample.files["2.yaml"]).replacing("label: 二,", with: "label: a + b = c,")
    ]
    let set = try RuleLanguageSample.small(files)
    let rules = try set.addingRules(yaml: "- {id: U01, rule: '\"a + b = c\" >= 0', each: \"2[明细]\"}", file: "u.yaml")
    #expect(cells(RuleLanguageSample.comparison(of: rules)?.left.first)?.columns == .paths([["a + b = c"]]))
    #expect(throws: DefinitionError.self) {
      try set.addingRules(yaml: "- {id: U01, rule: \"a + b = c >= 0\", each: \"2[明细]\"}", file: "u.yaml")
    }
  }

  @Test func aRuleOfAFormNamesItsRowsAndColumnsAlone() throws {
    let form = try #require(RuleLanguageSample.files["3.yaml"])
    let set = try RuleLanguageSample.small([
      "3.yaml": form + "\nrules:\n  - {id: R3-1, rule: \"收入：收入总计 = 支出：支出总计, 金额\", when: 无结转}\n",
      "between.yaml": "conditions: {无结转: {rule: \"3[支出：支出总计, 结转] = 0\", say: 没有结转}}\nrules: []\n",
    ])
    let rule = try #require(RuleLanguageSample.linear("R3-1", in: set))
    #expect(cells(rule.comparisons[0].right.first)?.columns == .paths([["支出", "金额"]]))
    #expect(rule.conditions.map(\.meaning) == ["没有结转"])
    #expect(rule.place == RulePlace(file: "small/3.yaml", line: 11, column: 10))
    let description = try #require(Checker(set: set).rules.first { $0.rule == "R3-1" })
    #expect(description.forms == ["3"] && !description.isImplied && description.source == "small/3.yaml:11")
  }

  @Test func aTextOfSeveralLinesIsOneLine() throws {
    let set = try RuleLanguageSample.small(
      rules: "- id: X01\n  rule: >\n    1[合计, 二]\n    = 2[合计, 二]\n  say: |\n    一\n    二\n")
    let rule = try #require(RuleLanguageSample.linear("X01", in: set))
    #expect(rule.comparisons[0].text == "1[合计, 二] = 2[合计, 二]" && rule.meaning == "一 二")
  }
}
