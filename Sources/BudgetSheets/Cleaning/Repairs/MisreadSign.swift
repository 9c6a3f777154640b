/// Proposes the sign that a letter in an indicator was misread from.
struct MisreadSign: Repair {
  static let description = RepairDescription(
    .misreadSign, .suggested, mess: ["T6"], findings: [.indicatorMisread],
    chinese: .init(
      name: "指标值的符号识别错误", reason: "“{text}”疑为“{value}”，W 是 ≤ 的误识",
      limits: "只认指标值栏中 W 后接整数和百分号的写法；金额从不推测。"),
    english: .init(
      name: "misread signs of indicators", reason: "“{text}” probably means “{value}”: W was misread for ≤",
      limits: "only values of indicators of the form W, digits, %; never an amount."))

  func proposal(for work: CleaningWork) -> Proposal {
    var proposal = Proposal()
    for finding in work.report.findings where finding.code == .indicatorMisread {
      guard let sheet = finding.sheet, let cell = finding.cell, let text = finding.arguments["text"],
        let value = finding.arguments["value"]
      else { continue }
      let state = work.state(of: SheetAddress(sheet: sheet, cell: cell))
      guard state.kind == .text, state.text == text, state.formula == nil else { continue }
      var after = state
      after.text = value
      if let change = work.change(finding.location, code, to: after, ["text": text, "value": value]) {
        proposal.changes.append(change)
      }
    }
    return proposal
  }
}
