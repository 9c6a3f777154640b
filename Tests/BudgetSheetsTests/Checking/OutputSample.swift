import Foundation
import Testing
import XlsxPackage

@testable import BudgetSheets

/// A report on the published budget of 2023, put together by hand.
enum OutputSample {
  static func set() throws -> FormSet { try ExchangePublishedBook.set() }

  /// The published budget as it is submitted.
  static func book(_ name: String = "laocheng-2023") throws -> Book {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "xlsx", subdirectory: "Fixtures/submissions"))
    return try BookReader(sets: [try set()]).read(path: url.path)
  }

  /// 45.00 stand in 结转结余 of form 04, where the other forms have them in 科学技术.
  static func report() throws -> CheckReport {
    var book = try book()
    // So that something cannot be checked.
    book.forms.removeAll { $0.form == "09" }
    let science = RowName(key: "一、本年支出/（六）科学技术支出", name: "（六）科学技术支出")
    let carried = RowName(key: "二、年终结转结余", name: "二、年终结转结余")
    let spent = RowName(key: "一、本年支出", name: "一、本年支出")
    let whole: LabelPath = ["支出", "合计"]
    let subtotal: LabelPath = ["支出", "一般公共预算", "小计"]
    let granted: LabelPath = ["支出", "一般公共预算", "其中：财政拨款"]
    func place(_ cell: String, _ row: RowName, _ path: LabelPath) throws -> Place {
      Place(form: "04", sheet: "预算04表", cell: try reference(cell), row: row, path: path)
    }
    let revenue = Place(
      form: "01", sheet: "预算01表", cell: try reference("D11"), row: RowName(key: "六、科学技术", name: "六、科学技术"),
      path: ["支出", "金额"])
    let difference = Judgement(
      rule: "X10", text: "04/支出/合计 = 01/支出/金额", relation: .equal, reported: try amount("474.91"),
      expected: try amount("519.91"), difference: try amount("-45.00"),
      left: [.init(place: try place("D13", science, whole), amount: try amount("474.91"))],
      right: [.init(place: revenue, amount: try amount("519.91"))])
    let carriedPlace = Place(
      form: "01", sheet: "预算01表", cell: try reference("D37"), row: RowName(key: "年终结转结余", name: "年终结转结余"),
      path: ["支出", "金额"])
    let carriedDifference = Judgement(
      rule: "X11", text: "04/支出/二、年终结转结余 = 01/支出/年终结转结余", relation: .equal, reported: try amount("45.00"),
      expected: .zero, difference: try amount("45.00"),
      left: [.init(place: try place("D38", carried, whole), amount: try amount("45.00"))],
      right: [.init(place: carriedPlace, amount: .zero)])
    let rounding = Judgement(
      rule: "03:合计", text: "合计 = 基本支出/小计 + 项目支出/小计", relation: .equal, reported: try amount("589.34"),
      expected: try amount("589.35"), difference: try amount("-0.01"),
      left: [
        .init(
          place: Place(form: "03", sheet: "预算03表", cell: try reference("F7"), path: ["合计"]),
          amount: try amount("589.34"))
      ],
      right: [
        .init(
          place: Place(form: "03", sheet: "预算03表", cell: try reference("G7"), path: ["基本支出", "小计"]),
          amount: try amount("589.35")),
        .init(place: Place(form: "03", sheet: "预算03表", cell: try reference("N7"), path: ["项目支出", "小计"]), amount: nil),
      ])
    var explained = Finding(
      .codeNotListed, form: "06", sheet: "预算06表", cell: try reference("A8"), path: ["部门预算支出经济分类科目", "科目编码"],
      ["code": "30229", "name": "福利费", "list": "economic-department"])
    explained.explanation = "按省级下发的新科目填报。"
    let findings: [Finding] = [
      Finding(
        rule: FindingCode(rule: "X10"), level: .error, .figuresDiffer, at: try place("D13", science, whole),
        ["reported": "474.91", "other": "\(revenue)", "expected": "519.91", "difference": "−45.00", "unit": "万元"],
        judgement: difference),
      Finding(
        rule: FindingCode(rule: "X11"), level: .error, .figuresDiffer, at: try place("D38", carried, whole),
        ["reported": "45.00", "other": "\(carriedPlace)", "expected": "0.00", "difference": "45.00", "unit": "万元"],
        judgement: carriedDifference),
      Finding(.formMissing, form: "09", ["form": "预算09表", "title": "政府性基金支出情况表"]),
      Finding(.rowHidden, form: "04", sheet: "预算04表", cell: try reference("A12")),
      explained,
      Finding(
        rule: FindingCode(rule: "B03"), level: .info, .withinRounding,
        at: Place(form: "03", sheet: "预算03表", cell: try reference("F7"), path: ["合计"]),
        [
          "reported": "589.34", "expected": "589.35", "parts": "基本支出/小计 589.35 + 项目支出/小计 0.00",
          "difference": "−0.01", "unit": "万元",
        ], judgement: rounding),
      Finding(
        .amountAsText, form: "01", sheet: "预算01表", cell: try reference("B6"), path: ["收入", "金额"],
        ["text": "589.34 ", "value": "589.34"]),
    ]
    func change(_ cell: String, _ row: RowName, _ path: LabelPath, _ reported: String?, _ proposed: String?) throws
      -> Cause.Change
    {
      Cause.Change(
        place: try place(cell, row, path), reported: try reported.map(amount), proposed: try proposed.map(amount))
    }
    let cause = Cause(
      changes: [
        try change("E13", science, subtotal, "474.91", "519.91"),
        try change("F13", science, granted, "474.91", "519.91"),
        try change("E38", carried, subtotal, "45.00", nil), try change("F38", carried, granted, "45.00", nil),
      ],
      derived: [
        try change("D13", science, whole, "474.91", "519.91"), try change("D38", carried, whole, "45.00", nil),
        try change("D7", spent, whole, "589.34", "634.34"), try change("E7", spent, subtotal, "589.34", "634.34"),
        try change("F7", spent, granted, "589.34", "634.34"),
      ],
      mechanism: .wrongRow, findings: [0, 1],
      alternatives: [
        .init(
          changes: [.init(place: revenue, reported: try amount("519.91"), proposed: try amount("474.91"))],
          derived: [.init(place: carriedPlace, reported: .zero, proposed: try amount("45.00"))],
          mechanism: .wrongRow)
      ], agreeingForms: ["01", "02", "03"], difference: try amount("45.00"))
    return CheckReport(
      book: book, set: "luoyang-2023", version: "2023.1", causes: [cause], findings: findings, rules: rules(),
      causesAreIncomplete: false)
  }

  private static func rules() -> [RuleResult] {
    func ledger(_ passed: Int, _ failed: Int = 0, _ notApplicable: Int = 0, _ notChecked: Int = 0) -> Ledger {
      var ledger = Ledger()
      ledger.passed = passed
      ledger.failed = failed
      ledger.notApplicable = notApplicable
      ledger.notChecked = notChecked
      return ledger
    }
    return [
      RuleResult(
        code: FindingCode(rule: "B03"), rule: "03:合计", text: "合计 = 基本支出/小计 + 项目支出/小计", level: .error,
        ledger: ledger(10), reasons: []),
      RuleResult(
        code: FindingCode(rule: "X10"), rule: "X10", text: "04/支出/合计 = 01/支出/金额", level: .error, ledger: ledger(29, 1),
        reasons: []),
      RuleResult(
        code: FindingCode(rule: "X11"), rule: "X11", text: "04/支出/二、年终结转结余 = 01/支出/年终结转结余", level: .error,
        ledger: ledger(0, 1), reasons: []),
      RuleResult(
        code: FindingCode(rule: "X20"), rule: "X20", text: "09/合计 = 03/政府性基金", level: .error,
        ledger: ledger(0, 0, 0, 2),
        reasons: [.formMissing("预算09表")]),
      RuleResult(
        code: FindingCode(rule: "X21"), rule: "X21", text: "10/合计 = 0", level: .warning, ledger: ledger(0, 0, 1, 0),
        reasons: [.condition("10/合计 不为空")]),
    ]
  }

  static func amount(_ text: String) throws -> Amount { try #require(Amount(decimal: text, unit: .万元)) }

  static func reference(_ text: String) throws -> CellReference { try #require(CellReference(text)) }
}
