extension CauseSearch {
  func mistake(_ hypothesis: Hypothesis) -> AmountMistake {
    var worst = AmountMistake(reported: 1, proposed: 0, isBlank: false, digit: 1)
    worst.cost = 0
    for input in hypothesis.inputs {
      let reported = trial.system.amounts[input.figure]
      let mistake = AmountMistake(
        reported: reported, proposed: reported &+ input.delta,
        isBlank: figures.states[input.figure] == .blank && reported == figures.amounts[input.figure],
        digit: figures.form(of: input.figure).digit)
      if mistake.cost > worst.cost { worst = mistake }
    }
    switch hypothesis.kind {
    case .single, .withTotals:
      if worst.cost >= 5, let missed = missedPart(hypothesis.inputs[0]) { return missed }
      return worst
    case .move:
      let spots = hypothesis.inputs.compactMap { spot($0.figure) }
      let isColumn = spots.count == 2 && spots[0].row == spots[1].row
      // The whole amount strayed, or only some of it.
      let isWhole = hypothesis.inputs.contains { trial.system.amounts[$0.figure] &+ $0.delta == 0 }
      worst.mechanism = isColumn ? .wrongColumn : .wrongRow
      worst.cost = isWhole ? 1 : 3
      return worst
    case .moveWithTotals:
      worst.mechanism = .wrongRow
      worst.cost = hypothesis.inputs.contains { trial.system.amounts[$0.figure] &+ $0.delta == 0 } ? 1 : 3
      return worst
    case .shiftedRow, .swappedRows, .scaledForm, .shiftedColumn, .uncountedRow:
      worst.mechanism = Self.mechanism(hypothesis.kind)
      worst.cost = 1
      let row = figures.form(of: hypothesis.inputs[0].figure)
      if hypothesis.kind == .uncountedRow, let index = row.row(of: hypothesis.inputs[0].figure),
        row.data?.rows[index].isHidden == true
      {
        worst.mechanism = .hiddenRowMissed
      }
      return worst
    case .pair: return worst
    }
  }

  static func mechanism(_ kind: Hypothesis.Kind) -> Cause.Mechanism {
    switch kind {
    case .shiftedRow: .shiftedRow
    case .swappedRows: .swappedRows
    case .shiftedColumn: .shiftedColumn
    case .uncountedRow: .uncountedRow
    default: .wrongUnit
    }
  }

  /// Whether a total is off by just one of its parts.
  func missedPart(_ shift: Hypothesis.Shift) -> AmountMistake? {
    for parts in tree.parts(of: shift.figure) {
      let form = figures.form(of: shift.figure)
      let hidden = parts.filter { part in
        form.row(of: part).map { form.data?.rows[$0].isHidden ?? false } ?? false
      }
      let sum = hidden.reduce(Int64(0)) { $0 &+ trial.system.amounts[$1] }
      var mistake = AmountMistake(reported: 1, proposed: 0, isBlank: false, digit: 1)
      if !hidden.isEmpty, sum == shift.delta {
        mistake.mechanism = .hiddenRowMissed
        mistake.cost = 1
        return mistake
      }
      if parts.contains(where: {
        trial.system.amounts[$0] == shift.delta || trial.system.amounts[$0] == 0 &- shift.delta
      }) {
        mistake.mechanism = .partMissed
        mistake.cost = 3
        return mistake
      }
    }
    return nil
  }

  func change(_ shift: Hypothesis.Shift) -> Cause.Change {
    let proposed = trial.system.amounts[shift.figure] &+ shift.delta
    return Cause.Change(
      place: figures.place(shift.figure), reported: figures.amount(shift.figure),
      proposed: proposed == 0 ? nil : Amount(fen: proposed))
  }

  func cause(_ first: Candidate, _ others: [Candidate]) -> Cause {
    let changes = first.hypothesis.inputs.map(change)
    let own = Set(changes.compactMap(\.place.form))
    var agreeing: [String] = []
    for number in first.result.cleared {
      let equation = trial.system.equations[number]
      for term in equation.left + equation.right where !figures.isPrior(term.figure) {
        let form = figures.form(of: term.figure).definition.form
        if !own.contains(form), !agreeing.contains(form) { agreeing.append(form) }
      }
    }
    return Cause(
      changes: changes, derived: first.hypothesis.derived.map(change), mechanism: first.mistake.mechanism,
      findings: [],
      alternatives: others.map { other in
        Cause.Alternative(
          changes: other.hypothesis.inputs.map(change), derived: other.hypothesis.derived.map(change),
          mechanism: other.mistake.mechanism)
      },
      agreeingForms: agreeing.sorted(), difference: difference(of: first.result.cleared))
  }

  /// By how much some failures are off, where that is the same for all.
  func difference(of equations: [Int]) -> Amount? {
    let differences = Set(
      equations.map { number in
        let equation = trial.system.equations[number]
        return (trial.system.difference(equation) / Int128(equation.scale)).magnitude
      })
    guard differences.count == 1, let only = differences.first, let fen = Int64(exactly: only) else { return nil }
    return Amount(fen: fen)
  }

  /// What is left: failures that are off by the same amount and share a cell are told together, without a proposal.
  func groups() -> [(cause: Cause, equations: [Int])] {
    var groups: [(difference: UInt128, figures: Set<Int>, equations: [Int])] = []
    for number in failing {
      let equation = trial.system.equations[number]
      let difference = (trial.system.difference(equation) / Int128(equation.scale)).magnitude
      let own = (equation.left + equation.right).map(\.figure).filter { !figures.isPrior($0) }
      var group = (difference: difference, figures: Set(own), equations: [number])
      for index in groups.indices.reversed()
      where groups[index].difference == difference && !groups[index].figures.isDisjoint(with: group.figures) {
        group.figures.formUnion(groups[index].figures)
        group.equations = groups[index].equations + group.equations
        groups.remove(at: index)
      }
      groups.append(group)
    }
    return groups.filter { $0.equations.count > 1 }.map { group in
      (
        Cause(
          changes: [], derived: [], mechanism: nil, findings: [], alternatives: [], agreeingForms: [],
          difference: Int64(exactly: group.difference).map { Amount(fen: $0) }), group.equations.sorted()
      )
    }
  }
}
