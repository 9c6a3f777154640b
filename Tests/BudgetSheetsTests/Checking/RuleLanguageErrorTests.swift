import Testing

@testable import BudgetSheets

/// What is wrong with a rule is told with file, line, column, and the word that was probably meant.
@Suite struct RuleLanguageErrorTests {
  typealias Problem = DefinitionError.Problem

  /// A rule of one line, in which the text of the rule stands in column 19.
  private func problem(_ rule: String, _ rest: String = "") throws -> Problem? {
    let error = RuleLanguageSample.error(
      "- {id: U01, rule: \"\(rule)\"\(rest)}", in: try RuleLanguageSample.small())
    #expect(error == nil || error?.file == "u.yaml" && error?.line == 1)
    return error?.problem
  }

  private func fault(_ rule: String, _ rest: String = "") throws -> RuleFault? {
    if case .ruleMalformed(_, let fault) = try problem(rule, rest) { fault } else { nil }
  }

  @Test(arguments: [
    ("1[合计, 二]", RuleFault.noRelation),
    ("1[合计, 二]=2[合计, 二]", .spacesMissing),
    ("1[合计, 二] =2[合计, 二]", .spacesMissing),
    ("1[合计, 二]+1[合计, 总额] = 2[合计, 二]", .spacesMissing),
    ("1[合计, 二] = 2[合计, 二] = 3[收入：收入总计]", .severalRelations),
    ("1[合计, 二] = 2[合计, 二] <= 5", .severalRelations),
    ("1[合计, 二] == 2[合计, 二]", .relationUnknown("==")),
    ("1[合计, 二] <> 2[合计, 二]", .relationUnknown("<>")),
    ("1[合计, 二] < 2[合计, 二]", .relationUnknown("<")),
    ("1[合计, 二] ≠ 2[合计, 二]", .relationUnknown("≠")),
    ("1[合计, 二 = 2[合计, 二]", .bracketOpen),
    ("1[合计, 二]] = 2[合计, 二]", .bracketOpen),
    ("sum(1[合计, 二] = 2[合计, 二]", .bracketOpen),
    ("= 2[合计, 二]", .emptySide),
    ("1[合计, 二] =", .emptySide),
    ("1[合计, 二] + = 2[合计, 二]", .emptySide),
    ("1[合计, 二] + - 1[合计, 总额] = 2[合计, 二]", .emptySide),
    ("2 * = 2[合计, 二]", .emptySide),
    ("1[合计, 二] * 0.5 = 2[合计, 二]", .factor("1[合计, 二]")),
    ("1[合计, 二] * 2[合计, 二] = 5", .factor("1[合计, 二]")),
    ("0 * 1[合计, 二] = 5", .factor("0")),
    ("0.0000001 * 1[合计, 二] = 5", .factor("0.0000001")),
    ("10000000000 * 1[合计, 二] = 5", .factor("10000000000")),
    ("1[合计, 二] = 0.0000001", .constant("0.0000001")),
    ("1[合计, 二] = 99999999999999999999", .constant("99999999999999999999")),
    ("0.5 * 0.000001 = 1[合计, 二]", .constant("0.000001")),
    ("sum(1[明细, 二] + 1[明细, 总额]) = 5", .sumOfSeveral),
    ("1[明细, 二] = 5", .sumMissing("1[明细, 二]")),
    ("1[部门, 二] = 5", .sumMissing("1[部门, 二]")),
    ("1[编码 = 250, 二] = 5", .sumMissing("1[编码 = 250, 二]")),
    ("1[合计, 一/*] = 5", .sumMissing("一/*")),
    ("1[合计, 一/小计 … 二] = 5", .sumMissing("一/小计 … 二")),
    ("1[合计, 二] = 1[合计, 二]", .saysNothing),
    ("1[合计, 二] + 5 = 5 + 1[合计, 二]", .saysNothing),
    ("1[合计, 二] + 2[合计, 二] <= 2[合计, 二] + 1[合计, 二]", .saysNothing),
    ("5 = 5", .saysNothing),
    ("sum(1[编码 = class, 二]) = 5", .classWithoutEach),
    ("3[支出 with class = class, 金额] = 5", .classWithoutEach),
  ])
  func aTextThatCannotBeReadIsToldWithTheReason(_ rule: String, _ expected: RuleFault) throws {
    #expect(try fault(rule) == expected)
  }

  @Test(
    arguments: [
      ("7[合计, 二] = 5", "7", nil), ("1[合计, 三] = 5", "三", nil), ("1[合计, 一/小结] = 5", "一/小结", "一/小计"),
      ("1[合计, 小计] = 5", "小计", "一/小计"), ("3[收入：收入总记] = 5", "收入总记", "收入总计"), ("2[部门, 二] = 5", "部门", nil),
      ("sum(1[明系, 二]) = 5", "明系", "明细"), ("sum(1[类型 = 丙类, 二]) = 5", "丙类", "甲类"),
      ("sum(1[名 = 丙类, 二]) = 5", "名", nil), ("4[预算/来源/财证] = 5", "预算/来源/财证", "预算/来源/财政"),
      ("3[收支 with class, 金额] = 5", "收支", nil), ("sum(1[合计, 二 … 一/小计]) = 5", "二 … 一/小计", nil),
      ("sum(1[合计, 二/*]) = 5", nil, nil),
    ] as [(String, String?, String?)])
  func whatIsNotThereIsToldWithWhatWasMeant(_ rule: String, _ text: String?, _ suggestion: String?) throws {
    guard case .referenceUnknown(let found, let meant)? = try problem(rule) else {
      // Below a leaf there is the leaf itself: then nothing is wrong.
      #expect(text == nil)
      return
    }
    #expect(found == text)
    if let suggestion { #expect(meant == suggestion) }
  }

  @Test(arguments: [
    ("1[合计, 二, 二] = 5", "form[row, column]"), ("二 = 5", "form[row, column]"), ("4[预算/总额, 二] = 5", "form[row, column]"),
    ("3[收入总计] = 5", "收入：… / 支出：…"), ("3[支出：支出总计] = 5", "form[row, column]"), ("1[合计, *] = 5", "a column"),
    ("sum(1[类型 = 甲类|, 二]) = 5", "a value"), ("3[支出 with class = 205, 金额] = 5", "with class = class"),
  ])
  func whatShouldStandThereIsTold(_ rule: String, _ expected: String) throws {
    #expect(try problem(rule) == .expected(expected))
  }

  /// The column is that of the value, in a flow mapping as in a block.
  @Test func lineAndColumnAreThoseOfTheValue() throws {
    let set = try RuleLanguageSample.small()
    let places: [(String, Int, Int)] = [
      ("- {id: U01, rule: \"1[合计, 二] = 7[合计, 二]\"}", 1, 19),
      ("# 规则\n- {say: 说明文字, id: U01, rule: \"1[合计, 二] = 7[合计, 二]\"}", 2, 30),
      ("- id: U01\n  rule:\n    - 1[合计, 二] = 5\n    - 1[合计, 二] = 7[合计, 二]", 4, 7),
      ("- {id: U01, rule: [\"1[合计, 二] = 5\", \"1[合计, 二] = 7[合计, 二]\"]}", 1, 36),
      ("- {id: U01, rule: \"1[合计, 二] = 5\", level: 错误}", 1, 42),
      ("- {id: U01, rule: \"1[合计, 二] = 5\", when: 没有}", 1, 41),
      ("- {id: U01, rule: \"1[合计, 二] = 5\", rulle: 没有}", 1, 35),
      ("- {id: u01, rule: \"1[合计, 二] = 5\"}", 1, 8),
      ("rules:\n  - {id: U01, rule: \"1[合计, 二] = 5\"}\n  - {id: U01, rule: \"1[合计, 二] = 6\"}", 3, 10),
      ("conditions:\n  有: {rule: \"1[合计, 二] = 7[合计, 二]\"}\nrules: []", 2, 13),
    ]
    for (yaml, line, column) in places {
      let error = try #require(RuleLanguageSample.error(yaml, in: set), "\(yaml)")
      #expect(error.file == "u.yaml" && error.line == line && error.column == column, "\(error) of \(yaml)")
    }
  }

  @Test func keysAndValuesThatAreNotKnownAreTold() throws {
    let set = try RuleLanguageSample.small()
    let rule = "rule: \"1[合计, 二] = 5\""
    let details = "each: \"1[明细]\", rule: \"二 = 5\""
    let cases: [(String, Problem)] = [
      ("- {id: U01, \(rule), wenn: 有}", .keyUnknown("wenn", suggestion: "when")),
      ("- {id: U01, \(rule), list: 有}", .keyNotHere("list", with: "rule")),
      ("- {id: U01, \(rule), level: 错}", .valueUnknown("错", allowed: ["error", "warning", "info"])),
      ("- {\(rule)}", .keyMissing("id")),
      ("- {id: U01, say: 说}", .keyMissing("rule")),
      ("- {id: \"01\", \(rule)}", .expected("a code such as X01 or U01")),
      ("- {id: U, \(rule)}", .expected("a code such as X01 or U01")),
      ("- {id: U_1, \(rule)}", .expected("a code such as X01 or U01")),
      ("- {id: B01, \(rule)}", .codeReserved("B01")), ("- {id: C07, \(rule)}", .codeReserved("C07")),
      ("- {id: F99, \(rule)}", .codeReserved("F99")), ("- {id: L02, \(rule)}", .codeReserved("L02")),
      ("- {id: U01, \(rule), else: \"≤\"}", .keyMissing("when")),
      ("- {id: U01, \(rule), when: \"2[合计, 二] = 0\", else: 不大于}", .valueUnknown("不大于", allowed: ["≤", "≥", "="])),
      ("- {id: U01, \(rule), when: \"2[合计, 二] = 0\", else: \"=\"}", .ruleMalformed("U01", .elseIsRule)),
      ("- {id: U01, \(rule), when: \"1[合计, 二] = 5\"}", .ruleMalformed("1[合计, 二] = 5", .conditionIsRule)),
      (
        "- {id: U01, rule: \"1[合计, 二] <= 5\", when: \"5 = 1[合计, 二]\"}",
        .ruleMalformed("1[合计, 二] <= 5", .conditionIsRule)
      ),
      ("- {id: U01, \(rule), by: {码: 编码}}", .keyMissing("each")),
      ("- {id: U01, \(details), by: {码: 编玛}}", .referenceUnknown("编玛", suggestion: "编码")),
      ("- {id: U01, \(rule), each: \"1[明细]\"}", .ruleMalformed("1[合计, 二] = 5", .eachUnused)),
      ("- {id: U01, \(details), matched: true}", .ruleMalformed("U01", .matchedWithoutKey)),
      ("- {id: U01, \(details), matched: 是}", .valueUnknown("是", allowed: ["true", "false"])),
      (
        "- {id: U01, each: [\"1[明细]\", \"2[明细]\"], rule: \"1[合计, 二] = 5\"}", .ruleMalformed("U01", .severalWithoutKey)
      ),
      ("- {id: U01, each: \"1[明细, 二]\", rule: \"二 = 5\"}", .expected("*")),
      ("- {id: U01, each: \"4[预算/总额]\", rule: \"二 = 5\"}", .expected("form[rows], not of a form of blocks")),
      ("- {id: U01, each: 明细, rule: \"二 = 5\"}", .expected("form[rows]")),
      (
        "- {id: U01, each: \"3[支出 with class = class]\", rule: \"金额 = 5\"}",
        .ruleMalformed("3[支出 with class = class]", .classWithoutEach)
      ),
      ("- {id: U01, each: \"1[合计]\", by: {码: 编码}, rule: \"sum(1[编码 = 码, 二]) = 5\"}", .expected("rows of details")),
      ("- {id: U01, each: \"3[支出 with class]\", by: {码: 项目}, rule: \"金额 = 5\"}", .expected("rows of details")),
      ("- {id: U01, rule: \"sum(2[单位 with 编码 = 1]) = 5\"}", .referenceUnknown("单位", suggestion: nil)),
      (
        "- {id: U01, each: \"1[明细, *]\", by: {码: 编码}, rule: \"sum(1[编码 = 码, *]) = sum(2[编码 = 码, *])\"}",
        .ruleMalformed("sum(1[编码 = 码, *]) = sum(2[编码 = 码, *])", .columnNotShared("总额"))
      ),
      ("- {id: U01, rule: []}", .expected("a text")), ("- {id: U01, rule: {a: b}}", .expected("a list")),
      ("rules: 3", .expected("a list")), ("rulez: []", .keyUnknown("rulez", suggestion: "rules")),
      ("conditions: {有: {rule: \"5 = 5\"}}", .ruleMalformed("5 = 5", .saysNothing)),
      ("- U01", .expected("a mapping")), ("3", .expected("a mapping")), ("", .expected("a mapping")),
    ]
    for (yaml, problem) in cases {
      let error = RuleLanguageSample.error(yaml, in: set)
      #expect(error?.problem == problem, "\(yaml)")
    }
  }

  @Test func structuralRulesAreReadStrictly() throws {
    let set = try RuleLanguageSample.small()
    let cases: [(String, Problem)] = [
      ("check: same-kees, of: [\"1[名称]\", \"2[名称]\"]", .valueUnknown("same-kees", allowed: [])),
      ("check: same-keys, of: \"1[名称]\"", .expected("a list of two")),
      ("check: same-keys, of: [\"1[名称]\", \"1[编码]\"]", .expected("two forms")),
      ("check: same-keys, of: [\"1[名称]\", \"2[名子]\"]", .referenceUnknown("名子", suggestion: "名称")),
      ("check: same-keys, of: [\"1[名称]\", \"9[名称]\"]", .referenceUnknown("9", suggestion: "1")),
      ("check: same-keys, of: [\"1[名称]\", 名称]", .expected("form[column]")),
      ("check: same-keys, of: [\"1[名称]\", \"1[二]\"]", .expected("a column of codes or texts")),
      ("check: same-count, of: [\"1\", \"1\"]", .expected("two forms")),
      ("check: same-count, of: [\"1\", \"3\"]", .expected("a form with details")),
      ("check: no-repeated-row, of: \"4\"", .expected("a form with details")),
      ("check: empty-note, of: \"2\"", .expected("a form with when_empty")),
      ("check: class-row, of: \"1[编码]\"", .keyMissing("in")),
      ("check: class-row, of: \"1[编码]\", in: \"1[明细]\"", .expected("form[pane with class]")),
      ("check: listed-pair, of: [\"1[编码]\", \"1[名称]\"], list: 对应", .referenceUnknown("对应", suggestion: nil)),
      ("check: listed-pair, of: [\"1[编码]\", \"2[编码]\"], list: 对应", .expected("columns of one form")),
      ("check: same-count, of: [\"1\", \"2\"], by: {a: b}", .keyNotHere("by", with: "check: same-count")),
      ("check: same-count, of: [\"1\", \"2\"], list: 类别", .keyNotHere("list", with: "check: same-count")),
      ("check: same-count", .keyMissing("of")),
    ]
    for (rule, problem) in cases {
      let error = RuleLanguageSample.error("- {id: U01, \(rule)}", in: set)
      if case .valueUnknown(let value, _)? = error?.problem, case .valueUnknown(let expected, _) = problem {
        #expect(value == expected)
      } else {
        #expect(error?.problem == problem, "\(rule)")
      }
    }
  }

  @Test func everyFaultReadsInBothLanguages() throws {
    let faults: [RuleFault] = [
      .noRelation, .severalRelations, .relationUnknown("=="), .spacesMissing, .bracketOpen, .quoteOpen, .emptySide,
      .factor("a"), .constant("1"), .sumOfSeveral, .sumMissing("a"), .controlCharacter, .tooManyTerms(3), .saysNothing,
      .conditionIsRule, .elseIsRule, .classWithoutEach, .eachUnused, .severalWithoutKey, .matchedWithoutKey,
      .columnNotShared("a"),
    ]
    let problems: [Problem] =
      faults.map { .ruleMalformed("甲 = 乙", $0) } + [
        .tooLarge(3), .anchorNotTaken, .keyNotHere("a", with: "b"), .codeReserved("B01"),
        .codeOfOtherLayer("X01", expected: "U"), .ruleImplied("甲 = 乙", by: "1:甲"), .ruleRepeated("甲 = 乙", by: "X01"),
        .conditionUnused("有"), .keyUnused("码"),
      ]
    var seen: Set<String> = []
    for problem in problems {
      for language in Language.allCases {
        let line = DefinitionError(file: "u.yaml", line: 1, column: 2, problem: problem).line(in: language)
        #expect(line.hasPrefix("u.yaml:1:2: ") && seen.insert(line).inserted)
        let isChinese = line.dropFirst(12).contains { ("\u{4E00}"..."\u{9FFF}").contains($0) && !"甲乙有码分".contains($0) }
        #expect(isChinese == (language == .chinese), "\(line)")
      }
    }
    let long = DefinitionError(
      file: "u.yaml", problem: .referenceUnknown(String(repeating: "长", count: 500), suggestion: nil))
    #expect(long.line(in: .chinese).count < 120)
  }
}
