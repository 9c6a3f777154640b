/// A suggestion that rests on what the rules say is probably behind their failures.
protocol CauseRepair: Repair {
  /// Whether it is about a cause.
  func concerns(_ cause: Cause, in work: CleaningWork) -> Bool
}

extension CauseRepair {
  func proposal(for work: CleaningWork) -> Proposal {
    var proposal = Proposal()
    // A total that two causes share is proposed for both of them together, and would be wrong for one alone.
    var counts: [Place: Int] = [:]
    for cause in work.report.causes {
      for place in Set((cause.changes + cause.derived).map(\.place)) { counts[place, default: 0] += 1 }
    }
    for cause in work.report.causes where cause.alternatives.isEmpty && concerns(cause, in: work) {
      let figures = cause.changes + cause.derived
      if figures.contains(where: { counts[$0.place, default: 0] > 1 }) { continue }
      proposal.changes += changes(cause, work) ?? []
    }
    return proposal
  }

  /// The changes that a cause proposes, with the totals that follow; nil where one of them cannot be made.
  private func changes(_ cause: Cause, _ work: CleaningWork) -> [CellChange]? {
    var changes: [CellChange] = []
    for change in cause.changes + cause.derived {
      guard let sheet = change.place.sheet, let cell = change.place.cell else { return nil }
      let address = SheetAddress(sheet: sheet, cell: cell)
      let unit = work.unit(at: address)
      let state = work.state(of: address)
      // A unit that was converted just now is not what the amounts were read in.
      let reported = state.kind == .number ? DecimalNumber(state.text)?.atDoublePrecision.amount(in: unit)?.amount : nil
      guard state.formula == nil, state.kind == .number || state.kind == .blank,
        (reported ?? .zero) == (change.reported ?? .zero)
      else { return nil }
      var after = CellState(kind: .blank, text: "", format: state.format)
      if let proposed = change.proposed {
        after = CellState(kind: .number, text: proposed.text(in: unit, decimals: 0), format: state.format)
      }
      let details = [
        "reported": change.reported?.text(in: work.set.unit, decimals: work.set.decimals) ?? "",
        "proposed": change.proposed?.text(in: work.set.unit, decimals: work.set.decimals) ?? "",
        "count": "\(cause.findings.count)",
      ]
      guard let made = work.change(change.place, code, to: after, details) else { return nil }
      changes.append(made)
    }
    return changes
  }
}
