import Testing

@testable import BudgetSheets

/// `prior` within `each`: the same row of the year before, by its key.
@Suite struct PriorRowTests {
  private typealias Row = (RowKind, String, String)

  private func rows(_ rows: [Row]) throws -> [FormRow] {
    try rows.map { try PriorSample.row($0.0, $0.1, ["二": $0.2]) }
  }

  private func result(_ each: String, _ rule: String, _ now: [Row], _ before: [Row]) throws -> RuleResult {
    try PriorSample.result(
      "- {id: U01, each: \"\(each)\", rule: \"\(rule)\"}", ["1": try rows(now)], beside: ["1": try rows(before)])
  }

  @Test func rowsAreFoundByTheirKeysWhereverTheyStand() throws {
    let now: [Row] = [(.total, "合计", "6"), (.department, "250", "6"), (.detail, "1", "1"), (.detail, "2", "5")]
    let before: [Row] = [(.detail, "2", "5"), (.detail, "3", "9"), (.detail, "1", "1"), (.total, "合计", "15")]
    let equal = try result("1[明细]", "二 = prior 二", now, before)
    #expect(equal.ledger.passed == 2 && equal.ledger.due == 2)
    // By position the first rows would be 1 and 5.
    #expect(try result("1[明细]", "二 <= prior 二 - 0.01", now, before).ledger.failed == 2)
    let total = try result("1[合计]", "二 <= prior 二", now, before)
    #expect(total.ledger.passed == 1)
    #expect(try result("1[合计]", "二 = prior 二", now, before).ledger.failed == 1)
    let department = try result("1[部门]", "二 <= prior 二", now, before)
    #expect(department.reasons == [.prior(.rowMissing(form: "1", "250"))])
    // 5 + 3 more than a third, in terms of other rows of both years.
    #expect(try result("1[明细]", "二 <= 1[合计, 二] + prior 二 - prior 1[合计, 二] + 9", now, before).ledger.passed == 2)
  }

  @Test func aRowThatIsNewIsNotChecked() throws {
    let result = try result("1[明细]", "二 = prior 二", [(.detail, "1", "1"), (.detail, "7", "1")], [(.detail, "1", "1")])
    #expect(result.ledger.passed == 1 && result.ledger.notChecked == 1)
    #expect(result.reasons == [.prior(.rowMissing(form: "1", "7"))])
  }

  @Test func keysThatRepeatAreToldApartByTheirUnits() throws {
    let now: [Row] = [
      (.unit, "250001", "3"), (.detail, "9", "1"), (.detail, "8", "2"), (.unit, "250002", "4"), (.detail, "9#2", "4"),
    ]
    // The units change places: by the ordinal alone each would meet the other one.
    let before: [Row] = [
      (.unit, "250002", "4"), (.detail, "9", "4"), (.unit, "250001", "3"), (.detail, "9#2", "1"), (.detail, "8", "2"),
    ]
    let result = try result("1[明细]", "二 = prior 二", now, before)
    #expect(result.ledger.passed == 3 && result.ledger.due == 3)
  }

  @Test func keysThatRepeatWithoutUnitsAreNotGuessed() throws {
    let unclear: [RuleResult.Reason] = [.priorRowUnclear(form: "1", "9")]
    let twice: [Row] = [(.detail, "9", "1"), (.detail, "9#2", "4")]
    let once: [Row] = [(.detail, "9", "5")]
    for (now, before) in [(twice, twice), (once, twice), (twice, once)] {
      let result = try result("1[明细]", "二 = prior 二", now, before)
      #expect(result.ledger.notChecked == now.count && result.ledger.due == now.count)
      #expect(result.reasons.first == unclear.first)
    }
    // Last year had no units: one row may be either's.
    let units: [Row] = [(.unit, "250001", "1"), (.detail, "9", "1"), (.unit, "250002", "4"), (.detail, "9#2", "4")]
    #expect(try result("1[明细]", "二 = prior 二", units, once).ledger.notChecked == 2)
    // One unit has it, and last year another one.
    let other = try result(
      "1[明细]", "二 = prior 二", [(.unit, "250001", "1"), (.detail, "9", "1")],
      [(.unit, "250002", "1"), (.detail, "9", "1")])
    #expect(other.reasons == [.prior(.rowMissing(form: "1", "9"))])
    // A key that only looks like an ordinal is a key.
    #expect(
      try result("1[明细]", "二 = prior 二", [(.detail, "项#2", "1")], [(.detail, "项#2", "1")]).ledger.passed == 1)
  }

  @Test func aRowWithoutItsKeyIsNotGuessed() throws {
    let result = try result("1[明细]", "二 = prior 二", [(.detail, "", "1")], [(.detail, "", "1")])
    #expect(result.ledger.notChecked == 1 && result.reasons == [.priorRowUnclear(form: "1", "")])
  }

  @Test func namesAreComparedAsTheRulesDo() throws {
    let result = try result(
      "1[明细]", "二 = prior 二", [(.detail, "科技 研发（一）", "1")], [(.detail, "科技研发(一)", "1")])
    #expect(result.ledger.passed == 1)
  }

  @Test func everyColumnMeetsItsOwn() throws {
    let now = [try PriorSample.row(.detail, "1", ["二": "2", "一/子": "3"])]
    let before = [try PriorSample.row(.detail, "1", ["二": "2", "一/子": "4"])]
    let result = try PriorSample.result(
      "- {id: U01, each: \"1[明细, *]\", rule: \"1[total, *] - 1[total, *] + sum(1[编码 = 编, *]) <= prior *\"}"
        .replacing("1[total, *] - 1[total, *] + sum(1[编码 = 编, *])", with: "*"),
      ["1": now], beside: ["1": before])
    // Seven columns of amounts, one of which is 3 against 4.
    #expect(result.ledger.passed == result.ledger.due && result.ledger.due == 8)
    let turned = try PriorSample.result(
      "- {id: U01, each: \"1[明细, *]\", rule: \"* >= prior *\"}", ["1": now], beside: ["1": before])
    #expect(turned.ledger.failed == 1 && turned.ledger.due == 8)
  }

  @Test func printedRowsMeetTheirOwn() throws {
    func form(_ tax: String) throws -> [FormRow] {
      var rows = try [("一、税", tax), ("二、费", "2"), ("收入总计", "7")].map {
        try PriorSample.row(.fixed, $0.0, ["收入/金额": $0.1])
      }
      for index in rows.indices { rows[index].pane = "收入" }
      return rows
    }
    let rule = "- {id: U01, each: \"3[收入：一、税]\", rule: \"金额 = prior 金额\"}"
    #expect(try PriorSample.result(rule, ["3": form("5")], beside: ["3": form("5")]).ledger.passed == 1)
    #expect(try PriorSample.result(rule, ["3": form("5")], beside: ["3": form("4")]).ledger.failed == 1)
    let without = try PriorSample.result(rule, ["3": form("5")], beside: ["3": Array(form("5").dropFirst())])
    #expect(without.reasons == [.prior(.rowMissing(form: "3", "一、税"))])
  }

  @Test func keysOfByMeetTheSumsOfTheYearBefore() throws {
    let rule = """
      - id: U01
        each: ["2[明细]"]
        by: {码: 编码}
        rule: "sum(2[编码 = 码, 二]) <= sum(prior 2[编码 = 码, 二])"
      """
    func form(_ rows: [(String, String)]) throws -> [String: [FormRow]] {
      ["2": try rows.map { try PriorSample.row(.detail, $0.0, ["二": $0.1], ["编码": $0.0]) }]
    }
    let result = try PriorSample.result(
      rule, form([("1", "3"), ("2", "5"), ("4", "1")]), beside: form([("2", "5"), ("1", "1"), ("1", "2")]))
    // Two rows of last year add up; what was not there counts as nothing.
    #expect(result.ledger.passed == 2 && result.ledger.failed == 1 && result.ledger.due == 3)
  }
}
