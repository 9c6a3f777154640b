import Testing

@testable import BudgetSheets

/// What a definition may say of 类, 款 and a total at the bottom.
@Suite struct LevelDefinitionTests {
  private func replaced(_ text: String, _ other: String) -> String {
    LevelSample.oneColumn.replacing(text, with: other)
  }

  @Test func theLevelsAreThoseOfTheForm() throws {
    let levels = try LevelSample.set(LevelSample.oneColumn).forms[0].panes[0].levels
    #expect(levels.map(\.kind) == [.total, .unit, .category, .subcategory, .detail])
    #expect(levels.map(\.keyDigits) == [nil, 6, 3, 5, 7])
    #expect(levels.map(\.isAtBottom) == [true, false, false, false, false])
    let three = try LevelSample.set(LevelSample.threeColumns).forms[0].panes[0].levels
    #expect(three.map { $0.key.map(\.leaf).joined() } == ["", "类", "类款", "类款项"])
    #expect(!three[0].isAtBottom)
  }

  @Test(arguments: [
    // The order of the levels.
    (
      "{level: 款, key: 科目编码, type: code(5)", "{level: 类, key: 科目编码, type: code(5)",
      DefinitionError.Problem.expected("levels from the total down, each once")
    ),
    (
      "{level: 类, key: 科目编码, type: code(3)", "{level: 明细, key: 科目编码, type: code(3)",
      .expected("levels from the total down, each once")
    ),
    // One column for several levels.
    ("type: code(3), ", "", .expected("a type with digits in the level of classes above")),
    ("type: code(5)", "type: code(3)", .expected("another number of digits than in the level above")),
    // The total.
    ("{total: 合计", "{total: none", .keyNotHere("at", with: "total: none")),
    ("type: code(7)", "at: bottom, type: code(7)", .keyNotHere("at", with: "level")),
    ("at: bottom", "at: botom", .valueUnknown("botom", allowed: ["bottom"])),
    ("level: 单位", "level: 组", .valueUnknown("组", allowed: ["部门", "单位", "类", "款", "明细"])),
  ])
  func whatCannotBeIsTold(text: String, other: String, problem: DefinitionError.Problem) throws {
    let error = try #require(try LevelSample.error(replaced(text, other)))
    #expect(error.problem == problem)
    #expect(error.file == "levels/01.yaml" && (error.line ?? 0) >= 9)
  }

  @Test func theLevelsAreRules() throws {
    let set = try LevelSample.set(LevelSample.threeColumns)
    #expect(Checker(set: set).rules.map(\.rule) == ["01:Σ合计", "01:Σ类", "01:Σ款"])
    #expect(Checker(set: set).rules.map(\.text) == ["合计 = Σ 类", "类 = Σ 款", "款 = Σ 明细"])
  }

  @Test func aRuleThatTheLevelsImplyIsTold() throws {
    let text = "  - {id: R01-1, rule: \"01[合计, 合计] = sum(01[明细, 合计])\"}"
    let set = try LevelSample.set(LevelSample.threeColumns, rules: text)
    #expect(set.lint().map(\.problem) == [.ruleImplied("01[合计, 合计] = sum(01[明细, 合计])", by: "01:Σ合计")])
    // Where a level may be absent, nothing is certain.
    #expect(try LevelSample.set(LevelSample.oneColumn, rules: text).lint().isEmpty)
  }

  @Test func rulesNameTheRowsOfLevels() throws {
    let rules = """
        - {id: R01-1, rule: "sum(01[类, 合计]) <= 100.00"}
        - {id: R01-2, rule: "sum(01[款 with 科目编码 = 20502, 合计]) <= 100.00"}
        - {id: R01-3, rule: "sum(01[项, 合计]) <= 100.00"}
      """
    let set = try LevelSample.set(LevelSample.oneColumn, rules: rules)
    var rows: [LinearRule.RowSet] = []
    for case .linear(let rule) in set.rules {
      for case .cells(let cells) in rule.comparisons[0].left.map(\.operand) { rows.append(cells.rows) }
    }
    var condition = LinearRule.KeyCondition(columns: [["科目编码"]], value: .equals(["20502"]))
    condition.kind = .subcategory
    #expect(rows == [.level(.category), .matching([condition]), .level(.detail)])
    let error = try LevelSample.error(
      LevelSample.oneColumn, rules: "  - {id: R01-1, rule: \"sum(01[部门, 合计]) <= 100.00\"}")
    #expect(
      error?.problem
        == .referenceUnknown("部门", suggestion: Suggestion.nearest(to: "部门", among: ["单位", "类", "款", "明细"])))
  }
}
