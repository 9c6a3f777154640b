import Foundation
import Testing

@testable import BudgetSheets

/// A county's own rules are judged like those of the set.
@Suite struct RuleLanguageCountyTests {
  /// An invented budget all of whose rules hold.
  private func book() throws -> Book {
    let url = RuleLanguageSample.root.appendingPathComponent("Tests/BudgetSheetsTests/Fixtures/invented/00.json")
    return try Book(json: try Data(contentsOf: url), in: RuleLanguageSample.published.get())
  }

  private func report(_ rules: String, _ book: Book? = nil) throws -> CheckReport {
    let set = try RuleLanguageSample.published.get().addingRules(yaml: rules, file: "county.yaml")
    return Checker(set: set).check(try book ?? self.book())
  }

  /// How the rule U01 came out.
  private func result(_ rule: String, _ book: Book? = nil) throws -> RuleResult {
    let report = try report("- {id: U01, \(rule)}", book)
    return try #require(report.rules.first { $0.rule == "U01" })
  }

  private func ledger(_ passed: Int, _ failed: Int, _ notApplicable: Int = 0, _ notChecked: Int = 0) -> Ledger {
    var ledger = Ledger()
    (ledger.passed, ledger.failed, ledger.notApplicable, ledger.notChecked) = (
      passed, failed, notApplicable, notChecked
    )
    return ledger
  }

  @Test(arguments: [
    // 2229.64 is what the book takes in.
    ("rule: \"01[收入：收入总计] = 2229.64\"", 1, 0, 0, 0), ("rule: \"01[收入：收入总计] = 2229.65\"", 0, 1, 0, 0),
    ("rule: \"01[收入：收入总计] <= 2229.64\"", 1, 0, 0, 0), ("rule: \"01[收入：收入总计] <= 2229.63\"", 0, 1, 0, 0),
    ("rule: \"01[收入：收入总计] >= 2229.64\"", 1, 0, 0, 0), ("rule: \"01[收入：收入总计] >= 2229.65\"", 0, 1, 0, 0),
    // Factors are exact, to the last 分 of 万元.
    ("rule: \"0.5 * 01[收入：收入总计] = 1114.82\"", 1, 0, 0, 0), ("rule: \"0.5 * 01[收入：收入总计] = 1114.820001\"", 0, 1, 0, 0),
    ("rule: \"1.25 * 01[收入：收入总计] = 2787.05\"", 1, 0, 0, 0), ("rule: \"1.25 * 01[收入：收入总计] = 2787.049999\"", 0, 1, 0, 0),
    ("rule: \"0.000001 * 01[收入：收入总计] <= 0.00223\"", 1, 0, 0, 0),
    ("rule: \"2 * 01[收入：收入总计] - 4459.28 = 0\"", 1, 0, 0, 0),
    ("rule: \"01[收入：收入总计] - 29.64 = 2200\"", 1, 0, 0, 0), ("rule: \"2200 = 01[收入：收入总计] - 2 * 14.82\"", 1, 0, 0, 0),
    ("rule: [\"01[收入：收入总计] >= 1\", \"01[收入：收入总计] <= 1\"]", 1, 1, 0, 0),
    // Conditions.
    ("rule: \"01[收入：收入总计] = 1\", when: \"01[收入：收入总计] = 2\"", 0, 0, 1, 0),
    ("rule: \"01[收入：收入总计] = 2229.64\", when: \"01[收入：收入总计] >= 2\"", 1, 0, 0, 0),
    ("rule: \"01[收入：收入总计] = 9999\", when: \"01[收入：收入总计] = 2\", else: \"≤\"", 1, 0, 0, 0),
    ("rule: \"01[收入：收入总计] = 9999\", when: \"01[收入：收入总计] = 2\", else: \"≥\"", 0, 1, 0, 0),
    ("rule: \"01[收入：收入总计] = 1\", when: [只有财政资金, \"01[收入：收入总计] >= 2\"]", 0, 0, 1, 0),
    // A form of blocks.
    ("rule: \"sum(12[预算情况/资金结构/*]) = 2229.64\"", 1, 0, 0, 0),
    ("rule: \"12[预算情况/部门预算总额（万元）] <= 2000\"", 0, 1, 0, 0),
  ])
  func aRuleOfOneInstanceComesOut(
    _ rule: String, _ passed: Int, _ failed: Int, _ notApplicable: Int, _ notChecked: Int
  ) throws {
    #expect(try result(rule).ledger == ledger(passed, failed, notApplicable, notChecked))
  }

  @Test func rowsAreFoundByTheirKeys() throws {
    let book = try book()
    let set = try RuleLanguageSample.published.get()
    let details = try #require(book.form("11")).rows.filter { $0.kind == .detail }
    let total: LabelPath = ["合计"]
    func sum(_ isMeant: (FormRow) -> Bool) -> String {
      let fen = details.filter(isMeant).reduce(0) { $0 + ($1.amount(total)?.fen ?? 0) }
      return Amount(fen: fen).text(in: set.unit, decimals: 2)
    }
    func type(_ row: FormRow) -> String { row.text(["类型"]) ?? "" }
    func name(_ row: FormRow) -> String { row.text(["项目名称"]) ?? "" }
    let first = name(details[0])
    let cases = [
      ("类型 = 特定目标类", sum { type($0) == "特定目标类" }), ("类型 is not 特定目标类", sum { type($0) != "特定目标类" }),
      ("类型 = 特定目标类|其他运转类", sum { ["特定目标类", "其他运转类"].contains(type($0)) }),
      ("项目名称 starts \(first.prefix(2))", sum { name($0).hasPrefix(first.prefix(2)) }),
      ("项目名称 = \(first)", sum { name($0) == first }),
      ("类型 = \(type(details[0])) and 项目名称 = \"\(first)\"", sum { $0 == details[0] }),
      ("项目名称 = 没有这个项目", "0.00"),
    ]
    for (condition, amount) in cases {
      let rule = "rule: 'sum(11[\(condition), 合计]) = \(amount)'"
      #expect(try result(rule).ledger == ledger(1, 0), "\(rule)")
    }
    // Each of them, each that meets a condition, and each key.
    let wanted = details.count { type($0) == "特定目标类" }
    #expect(try result("each: \"11[明细]\", rule: \"合计 >= 0\"").ledger == ledger(details.count, 0))
    #expect(try result("each: \"11[类型 = 特定目标类]\", rule: \"合计 <= 0\"").ledger == ledger(0, wanted))
    let keyed = "by: {项目: 项目名称}, rule: \"sum(11[项目名称 = 项目, 合计]) >= 0\""
    #expect(try result("each: \"11[明细]\", \(keyed)").ledger == ledger(Set(details.map(name)).count, 0))
    #expect(try result("each: \"11[类型 = 特定目标类]\", \(keyed)").ledger.due == wanted)
  }

  @Test func eachColumnIsOneOfTheRowsOwnPane() throws {
    let columns = 5
    let rows = try #require(try book().form("04")).rows.count { $0.pane == "支出" && $0.kind == .fixed }
    let classes = try #require(try RuleLanguageSample.published.get().form("04")).panes[1].fixedRows.count {
      $0.classCode != nil
    }
    #expect(classes < rows)
    let rule = "each: \"04[支出 with class, *]\", rule: \"04[支出 with class = class, *] >= 0\""
    #expect(try result(rule).ledger == ledger(classes * columns, 0))
  }

  @Test func whatIsMissingIsNotChecked() throws {
    var book = try book()
    book.forms.removeAll { $0.form == "08" }
    let missing = try result("rule: \"sum(08[明细, 公务接待费]) <= 10\"", book)
    #expect(missing.ledger == ledger(0, 0, 0, 1))
    #expect(missing.reasons == [.formMissing("预算08表")])
    let each = try result("each: \"08[明细]\", rule: \"公务接待费 <= 10\"", book)
    #expect(each.ledger == ledger(0, 0, 0, 1))
    let condition = try result("rule: \"01[收入：收入总计] >= 0\", when: \"sum(08[明细, 公务接待费]) = 0\"", book)
    #expect(condition.ledger == ledger(0, 0, 0, 1))
  }

  @Test func aWarningIsOneAndBearsItsOwnCode() throws {
    let rules = """
      conditions:
        规模较大: {rule: "01[收入：收入总计] >= 1000", say: 收入总计在 1000 万元以上}
      rules:
        - {id: U01, level: warning, rule: "01[收入：收入总计] <= 2000", when: 规模较大, say: 规模须说明, basis: 某县〔2023〕1 号}
        - {id: U02, level: info, check: same-count, of: ["07", "11"]}
      """
    let report = try report(rules)
    let warning = try #require(report.findings.first { $0.code.rawValue == "U01" })
    #expect(warning.level == .warning && warning.cell == nil || warning.form == "01")
    #expect(warning.judgement?.difference == Amount(decimal: "229.64", unit: .万元))
    #expect(report.findings.first { $0.code.rawValue == "U02" }?.level == .info)
    let set = try RuleLanguageSample.published.get().addingRules(yaml: rules, file: "county.yaml")
    let description = try #require(Checker(set: set).rules.first { $0.code.rawValue == "U01" })
    #expect(description.condition == "收入总计在 1000 万元以上" && description.basis == "某县〔2023〕1 号")
    #expect(description.source == "county.yaml:4" && description.forms == ["01"])
  }

  /// What a side says where its cell does not count once, or beside a number.
  @Test func factorsAndNumbersAreTold() throws {
    func line(_ rule: String) throws -> (Finding, String) {
      let report = try report("- {id: U01, rule: \"\(rule)\"}")
      let finding = try #require(report.findings.first { $0.code.rawValue == "U01" })
      return (finding, finding.line(in: .chinese))
    }
    let (half, halfLine) = try line("0.5 * 01[收入：收入总计] <= 1000")
    #expect(half.judgement?.reported == Amount(decimal: "1114.82", unit: .万元))
    #expect(half.judgement?.left.map(\.factorText) == ["0.5"])
    #expect(halfLine.contains("0.5 × 预算01表") && halfLine.contains("114.82"), "\(halfLine)")
    let (double, doubleLine) = try line("2 * 01[收入：收入总计] = 01[支出：支出总计] - 10")
    #expect(double.judgement?.left.map(\.factor) == [2] && double.judgement?.left.map(\.factorText) == ["2"])
    // Twice the one against the other less ten: both sides are more than a figure.
    #expect(doubleLine.contains("2 × "), "\(doubleLine)")
  }
}
