/// One kind of repair: finds the cells that it is about and says what they become.
protocol Repair: Sendable {
  /// What it does, why, and where it stops.
  static var description: RepairDescription { get }

  /// What it would do to a workbook as it is by now. A formula is never replaced.
  func proposal(for work: CleaningWork) -> Proposal
}

extension Repair {
  var code: RepairCode { Self.description.code }
}

/// A repair that looks at one cell at a time.
protocol CellRepair: Repair {
  /// What the cell of a site becomes, with what fills the reason; nil where it stays as it is.
  func repaired(_ state: CellState, at site: CellSite, in work: CleaningWork) -> (CellState, [String: String])?
}

extension CellRepair {
  func proposal(for work: CleaningWork) -> Proposal {
    var proposal = Proposal()
    for site in work.sites {
      let state = work.state(of: site)
      guard state.formula == nil, let (after, details) = repaired(state, at: site, in: work),
        let change = work.change(site, code, to: after, details)
      else { continue }
      proposal.changes.append(change)
    }
    return proposal
  }
}

/// A repair of texts for people.
protocol TextRepair: CellRepair {
  /// The text without what is wrong with it; the same text where nothing is.
  func repaired(_ text: String, at site: CellSite) -> String
}

extension TextRepair {
  func repaired(_ state: CellState, at site: CellSite, in work: CleaningWork) -> (CellState, [String: String])? {
    guard state.kind == .text else { return nil }
    let text = repaired(state.text, at: site)
    // What would be repaired once more was not understood, and a cell that says something never loses all of it.
    let saysSomething = text.unicodeScalars.contains { !$0.properties.isWhitespace }
    guard text != state.text, saysSomething, repaired(text, at: site) == text else { return nil }
    var after = state
    after.text = text
    return (after, [:])
  }
}
