/// Works out from the rules what should stand in cells that hold no readable amount.
struct UnreadableAmounts {
  let figures: Figures
  let system: EquationSystem
  let open: [(equation: Equation, figure: Int)]

  /// How many rules must say the same of a cell before it is told.
  private static let enough = 2

  /// The amounts that the rules agree on, one cause a cell, with its figure.
  func causes() -> [(cause: Cause, figure: Int)] {
    var solutions: [Int: [Int64: Int]] = [:]
    var forms: [Int: Set<String>] = [:]
    for (equation, figure) in open where system.relation(of: equation) == .equal {
      guard let amount = solution(of: equation, for: figure) else { continue }
      solutions[figure, default: [:]][amount, default: 0] += 1
      for term in equation.left + equation.right where !figures.isPrior(term.figure) {
        forms[figure, default: []].insert(figures.form(of: term.figure).definition.form)
      }
    }
    var causes: [(cause: Cause, figure: Int)] = []
    for figure in solutions.keys.sorted() {
      guard let counts = solutions[figure], let most = counts.values.max(), most >= Self.enough else { continue }
      let best = counts.filter { $0.value == most }.map(\.key)
      // Where the rules disagree among themselves, none of them is believed.
      guard best.count == 1, counts.values.reduce(0, +) < 2 * most else { continue }
      let place = figures.place(figure)
      causes.append(
        (
          Cause(
            changes: [Cause.Change(place: place, reported: nil, proposed: best[0] == 0 ? nil : Amount(fen: best[0]))],
            derived: [], mechanism: .unreadable, findings: [], alternatives: [],
            agreeingForms: (forms[figure] ?? []).filter { $0 != place.form }.sorted(), difference: nil), figure
        ))
    }
    return causes
  }

  /// The amount with which an equation holds exactly; nil where there is none.
  private func solution(of equation: Equation, for figure: Int) -> Int64? {
    let factors =
      equation.left.filter { $0.figure == figure }.map(\.factor)
      + equation.right.filter { $0.figure == figure }.map { 0 &- $0.factor }
    let factor = factors.reduce(Int128(0)) { $0 + Int128($1) }
    // The figure counts as nothing so far.
    let difference = system.difference(equation)
    guard factor != 0, difference % factor == 0 else { return nil }
    return Int64(exactly: -difference / factor)
  }
}
