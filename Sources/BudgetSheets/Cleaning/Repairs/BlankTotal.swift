/// Proposes the sum of its parts for a total that was left blank.
struct BlankTotal: Repair {
  static let description = RepairDescription(
    .blankTotal, .suggested, mess: ["A1"],
    chinese: .init(
      name: "补填空白的合计", reason: "合计空白，各组成之和为 {expected}",
      limits: "只补表样规定的合计，各组成须都能读取、各条规则须得出同一个数；公式不动，不空白的合计从不更改。"),
    english: .init(
      name: "blank totals", reason: "the total is blank; its parts add up to {expected}",
      limits:
        "only totals that the form defines, where all parts are read and all sums give one figure; formulas stay, and a total that says something is never changed."
    ))

  func proposal(for work: CleaningWork) -> Proposal {
    var expected: [SheetAddress: Set<Amount>] = [:]
    var places: [(address: SheetAddress, place: Place)] = []
    for finding in work.report.findings {
      // Sums that the form itself defines bear its code.
      // What another suggestion changes is not what the sum was worked out from.
      guard finding.code.rawValue.hasPrefix("B"), let judgement = finding.judgement, judgement.reported == nil,
        judgement.relation == .equal, judgement.left.count == 1, let part = judgement.left.first,
        part.factorText == "1",
        let sheet = part.place.sheet, let cell = part.place.cell,
        !judgement.right.contains(where: { work.isSuggested(at: $0.place) })
      else { continue }
      let address = SheetAddress(sheet: sheet, cell: cell)
      if expected[address] == nil { places.append((address, part.place)) }
      expected[address, default: []].insert(judgement.expected)
    }
    var proposal = Proposal()
    for (address, place) in places {
      let state = work.state(of: address)
      guard let amounts = expected[address], amounts.count == 1, let amount = amounts.first, state.kind == .blank,
        state.formula == nil
      else { continue }
      let unit = work.unit(at: address)
      let after = CellState(kind: .number, text: amount.text(in: unit, decimals: 0), format: state.format)
      let details = ["expected": amount.text(in: work.set.unit, decimals: work.set.decimals)]
      if let change = work.change(place, code, to: after, details) { proposal.changes.append(change) }
    }
    return proposal
  }
}
