/// A repair of amounts that are texts in one of the notations that can be read.
protocol AmountTextRepair: CellRepair {
  /// The notation that it is about.
  var notation: AmountText.Notation { get }
}

extension AmountTextRepair {
  func repaired(_ state: CellState, at site: CellSite, in work: CleaningWork) -> (CellState, [String: String])? {
    // Only what the reader took for an amount is one.
    guard case .amount(let unit) = site.kind, state.kind == .text, site.read?.value?.amount != nil,
      AmountText.notation(of: state.text, unit: unit) == notation,
      case .number(let number) = AmountText.read(state.text, unit: unit), number.digits.count <= 15
    else { return nil }
    return (.amount(number, in: work.set, format: state.format), [:])
  }
}
