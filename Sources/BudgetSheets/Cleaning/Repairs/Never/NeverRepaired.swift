/// What is told and never repaired: only a person can know what was meant.
protocol NeverRepaired: Repair {}

extension NeverRepaired {
  func proposal(for work: CleaningWork) -> Proposal { Proposal() }
}
