import XlsxPackage

@testable import BudgetSheets
@testable import sheets

/// Reports that no workbook is behind, so that what is said of them does not change with the rules.
enum InventedReport {
  /// The options as if they had been parsed.
  static func options(_ language: String = "zh", set: String? = nil, templates: [String] = []) -> CommonOptions {
    var options = CommonOptions()
    options.lang = Language(rawValue: language)
    options.templates = templates
    options.set = set
    return options
  }

  static func set() throws -> FormSet { try TemplateLibrary.embedded.set(named: "luoyang-2023") }

  static func place(_ form: String, _ cell: String, _ row: String, _ path: LabelPath) -> Place {
    Place(
      form: form, sheet: "预算\(form)表", cell: CellReference(cell), row: RowName(key: row, name: row), path: path)
  }

  private static func equal(_ code: String, _ place: Place, _ reported: Int64, _ expected: Int64) -> Finding {
    let (left, right) = (Amount(fen: reported * 10_000), Amount(fen: expected * 10_000))
    let judgement = Judgement(
      rule: code, text: "左 = 右", relation: .equal, reported: left, expected: right,
      difference: Amount(fen: left.fen - right.fen), left: [], right: [])
    let texts = [left, right, judgement.difference].map { $0.text(in: .万元, decimals: 2) }
    return Finding(
      rule: FindingCode(rule: code), level: .error, .figuresDiffer, at: place,
      ["reported": texts[0], "expected": texts[1], "difference": texts[2], "other": "预算01表!D11", "unit": "万元"],
      judgement: judgement)
  }

  private static func result(
    _ code: String, passed: Int = 0, failed: Int = 0, notApplicable: Int = 0, notChecked: Int = 0,
    _ reasons: [RuleResult.Reason] = []
  ) -> RuleResult {
    var ledger = Ledger()
    (ledger.passed, ledger.failed) = (passed, failed)
    (ledger.notApplicable, ledger.notChecked) = (notApplicable, notChecked)
    return RuleResult(
      code: FindingCode(rule: code), rule: code, text: "左 = 右", level: .error, ledger: ledger, reasons: reasons)
  }

  static func book(_ findings: [Finding] = []) -> Book {
    Book(file: "某局 2023.xlsx", set: "luoyang-2023", year: "2023", department: "某局", findings: findings)
  }

  /// Nothing to say.
  static let clean = CheckReport(
    book: book(), set: "luoyang-2023", version: "2023.1", causes: [], findings: [],
    rules: [result("B03", passed: 12)], causesAreIncomplete: false)

  /// One cause with another direction, one without a proposal, explained and grouped findings, rules that were not
  /// checked.
  static let everything: CheckReport = {
    var explained = Finding(.yearUnexpected, ["year": "2024", "years": "2023"])
    explained.explanation = "按财政局要求\n沿用上年表样"
    let fiscal: LabelPath = ["一般公共预算", "小计"]
    let (science, rest) = (place("04", "E13", "（六）科学技术支出", fiscal), place("04", "E38", "二、年终结转结余", fiscal))
    var findings = [
      equal("X10", place("04", "D13", "（六）科学技术支出", ["合计"]), 47491, 51991),
      equal("X11", place("04", "D38", "二、年终结转结余", ["合计"]), 4500, 0),
      equal("X21", place("11", "D6", "合计", ["合计"]), 34330, 34430),
      equal("X22", place("13", "C9", "区科普专项经费", ["资金总额"]), 300, 400),
    ]
    findings.append(explained)
    findings += (1...9).map { row in
      Finding(
        .nilMark, form: "01", sheet: "预算01表", cell: CellReference(row: row + 5, column: 2), path: ["金额"],
        ["text": "—"])
    }
    func change(_ place: Place, _ reported: Int64?, _ proposed: Int64?) -> Cause.Change {
      Cause.Change(
        place: place, reported: reported.map { Amount(fen: $0 * 10_000) },
        proposed: proposed.map { Amount(fen: $0 * 10_000) })
    }
    let moved = Cause(
      changes: [change(science, 47491, 51991), change(rest, 4500, nil)],
      derived: [change(place("04", "D7", "一、本年支出", ["合计"]), 58934, 63434)], mechanism: .wrongRow, findings: [0, 1],
      alternatives: [
        Cause.Alternative(
          changes: [change(place("01", "D11", "六、科学技术", ["金额"]), 51991, 47491)], derived: [], mechanism: .otherAmount)
      ], agreeingForms: ["01", "03", "05"], difference: nil)
    let group = Cause(
      changes: [], derived: [], mechanism: nil, findings: [2, 3], alternatives: [], agreeingForms: [],
      difference: Amount(fen: 1_000_000))
    return CheckReport(
      book: book(), set: "luoyang-2023", version: "2023.1", causes: [moved, group], findings: findings,
      rules: [
        result("B03", passed: 12), result("X10", passed: 29, failed: 1), result("X11", failed: 1),
        result("X13", notChecked: 1, [.formMissing("预算09表")]),
        result("X14", notApplicable: 2, notChecked: 2, [.condition("只有财政资金"), .formMissing("预算09表")]),
      ], causesAreIncomplete: true)
  }()
}
