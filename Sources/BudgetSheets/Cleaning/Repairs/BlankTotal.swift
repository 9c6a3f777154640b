/// Proposes the sum of its parts for a total that was left blank.
struct BlankTotal: Repair {
  static let description = RepairDescription(
    .blankTotal, .suggested, mess: ["A1"],
    chinese: .init(
      name: "补填空白的合计", reason: "合计空白，各组成之和为 {expected}",
      limits: "只补表样规定的合计，各组成之和须与所有别的规则要求的数相同；公式不动，不空白的合计从不更改。"),
    english: .init(
      name: "blank totals", reason: "the total is blank; its parts add up to {expected}",
      limits:
        "only totals that the form defines, where the sum of the parts is also what every other rule asks for; formulas stay, and a total that says something is never changed."
    ))

  func proposal(for work: CleaningWork) -> Proposal {
    var proposal = Proposal()
    let sums = Self.sums(work.report)
    for cause in work.report.causes where cause.mechanism == .leftBlank && cause.alternatives.isEmpty {
      // What the parts add up to must also be what every other rule asks for.
      guard cause.changes.count == 1, cause.derived.isEmpty, let change = cause.changes.first,
        let sheet = change.place.sheet,
        let cell = change.place.cell, let amount = change.proposed
      else { continue }
      let address = SheetAddress(sheet: sheet, cell: cell)
      let state = work.state(of: address)
      guard sums[address] == [amount], state.kind == .blank, state.formula == nil else { continue }
      let unit = work.unit(at: address)
      let after = CellState(kind: .number, text: amount.text(in: unit, decimals: 0), format: state.format)
      let details = ["expected": amount.text(in: work.set.unit, decimals: work.set.decimals)]
      if let made = work.change(change.place, code, to: after, details) { proposal.changes.append(made) }
    }
    return proposal
  }

  /// What the sums of the forms ask of blank totals.
  private static func sums(_ report: CheckReport) -> [SheetAddress: Set<Amount>] {
    var sums: [SheetAddress: Set<Amount>] = [:]
    for finding in report.findings {
      // Sums that the form itself defines bear its code.
      guard finding.code.rawValue.hasPrefix("B"), let judgement = finding.judgement, judgement.reported == nil,
        judgement.relation == .equal, judgement.left.count == 1, let part = judgement.left.first,
        part.factorText == "1",
        let sheet = part.place.sheet, let cell = part.place.cell
      else { continue }
      sums[SheetAddress(sheet: sheet, cell: cell), default: []].insert(judgement.expected)
    }
    return sums
  }
}
