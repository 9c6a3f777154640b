/// Formulas and their results.
struct Formulas: NeverRepaired {
  static let description = RepairDescription(
    .formulas, .never, mess: ["A9", "A11"],
    findings: [.formulaStale, .errorValue, .formulaWithoutValue, .amountShownScaled],
    chinese: .init(
      name: "公式及其结果", reason: "重算别人的公式可能得出另一个数", limits: "公式和保存的结果原样保留；过期的结果、错误值、缺结果只报告。"),
    english: .init(
      name: "formulas and their results", reason: "working out somebody's formula may give another number",
      limits: "formulas and stored results stay; stale results, error values and missing results are only told."))
}
