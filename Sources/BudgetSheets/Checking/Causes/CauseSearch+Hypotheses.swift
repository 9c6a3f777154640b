extension CauseSearch {
  /// The shifts of single figures that would make one failing equation hold, with how many each would.
  func shifts(of open: [Int]) -> [Hypothesis.Shift: Int] {
    var shifts: [Hypothesis.Shift: Int] = [:]
    for number in open {
      let equation = trial.system.equations[number]
      let difference = trial.system.difference(equation)
      for (terms, sign) in [(equation.left, Int128(1)), (equation.right, Int128(-1))] {
        // The year before is what it was: no cell of it is looked into.
        for term in terms where term.factor != 0 && !figures.isPrior(term.figure) {
          let (delta, rest) = (-difference * sign).quotientAndRemainder(dividingBy: Int128(term.factor))
          if rest != 0 { continue }
          guard let delta = Int64(exactly: delta),
            !trial.system.amounts[term.figure].addingReportingOverflow(delta).overflow
          else { continue }
          shifts[Hypothesis.Shift(figure: term.figure, delta: delta), default: 0] += 1
        }
      }
    }
    return shifts
  }

  func blocks(_ open: [Int]) -> [Hypothesis] {
    guard open.count > 1 else { return [] }
    var suspects: Set<Int> = []
    for number in open {
      let equation = trial.system.equations[number]
      for term in equation.left + equation.right where !figures.isPrior(term.figure) { suspects.insert(term.figure) }
    }
    return BlockHypotheses(figures: figures, amounts: trial.system.amounts, suspects: suspects).all
  }

  func singles(_ shifts: [Hypothesis.Shift: Int]) -> [Hypothesis] {
    Self.ordered(shifts).map { Hypothesis(kind: .single, inputs: [$0]) }
  }

  /// The most promising first, always in the same order.
  static func ordered(_ shifts: [Hypothesis.Shift: Int]) -> [Hypothesis.Shift] {
    shifts.sorted { ($1.value, $0.key.figure, $0.key.delta) < ($0.value, $1.key.figure, $1.key.delta) }.map(\.key)
  }

  /// The form, and the row and column within it, of a figure.
  func spot(_ figure: Int) -> (form: Int, row: Int, column: Int)? {
    let form = figures.form(of: figure)
    guard let row = form.row(of: figure), let column = form.column(of: figure) else { return nil }
    return (form.base, row, column)
  }

  /// An amount that stands in a neighbouring column, or in another row of its column.
  mutating func moves(_ shifts: [Hypothesis.Shift: Int]) -> [Hypothesis] {
    var gains: [[Int]: [(shift: Hypothesis.Shift, row: Int, column: Int)]] = [:]
    var losses: [(shift: Hypothesis.Shift, form: Int, row: Int, column: Int)] = []
    for shift in Self.ordered(shifts) {
      guard let spot = spot(shift.figure) else { continue }
      if shift.delta > 0 {
        for key in [[spot.form, 0, spot.row], [spot.form, 1, spot.column]] {
          gains[key + [Int(clamping: shift.delta)], default: []].append((shift, spot.row, spot.column))
        }
      } else {
        losses.append((shift, spot.form, spot.row, spot.column))
      }
    }
    var moves: [Hypothesis] = []
    for loss in losses {
      for key in [[loss.form, 0, loss.row], [loss.form, 1, loss.column]] {
        for gain in gains[key + [Int(clamping: 0 &- loss.shift.delta)]] ?? [] {
          // The next columns only: an amount does not stray across the sheet.
          if key[1] == 0, abs(gain.column - loss.column) > 2 { continue }
          if moves.count >= Self.maximumMoves {
            isIncomplete = true
            return moves
          }
          moves.append(Hypothesis(kind: .move, inputs: [gain.shift, loss.shift]))
        }
      }
    }
    return moves
  }

  /// One input, with the totals that follow from it.
  func withTotals(_ shifts: [Hypothesis.Shift: Int]) -> [Hypothesis] {
    inputs(below: shifts).prefix(600).map { closed(.withTotals, [$0]) }
  }

  /// The inputs from which the figures of some shifts are worked out, shifted as much; the most promising first.
  func inputs(below shifts: [Hypothesis.Shift: Int]) -> [Hypothesis.Shift] {
    var inputs: [Hypothesis.Shift: Int] = [:]
    for (shift, count) in shifts where tree.isTotal(shift.figure) || !tree.totals(above: shift.figure).isEmpty {
      for input in tree.inputs(below: shift.figure, limit: 200) {
        inputs[Hypothesis.Shift(figure: input, delta: shift.delta), default: 0] += count
      }
    }
    return Self.ordered(inputs)
  }

  func closed(_ kind: Hypothesis.Kind, _ inputs: [Hypothesis.Shift]) -> Hypothesis {
    var deltas: [Int: Int64] = [:]
    for input in inputs {
      for total in tree.totals(above: input.figure) { deltas[total, default: 0] += input.delta }
    }
    for input in inputs { deltas[input.figure] = nil }
    return Hypothesis(
      kind: kind, inputs: inputs,
      derived: deltas.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map {
        Hypothesis.Shift(figure: $0.key, delta: $0.value)
      })
  }

  /// An amount in another row of a pane, in all parallel columns, with the totals that follow.
  func movesWithTotals(_ shifts: [Hypothesis.Shift: Int]) -> [Hypothesis] {
    var gains: [[Int]: [Hypothesis.Shift]] = [:]
    var losses: [[Int]: [Hypothesis.Shift]] = [:]
    for shift in inputs(below: shifts) {
      guard let spot = spot(shift.figure) else { continue }
      if shift.delta > 0 {
        gains[[spot.form, spot.column], default: []].append(shift)
      } else {
        losses[[spot.form, spot.column], default: []].append(shift)
      }
    }
    var moves: [Hypothesis] = []
    for key in gains.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      for gain in (gains[key] ?? []).prefix(40) {
        for loss in (losses[key] ?? []).prefix(40) where loss.delta == 0 &- gain.delta {
          moves.append(closed(.moveWithTotals, [gain, loss]))
          let parts = parallel(gain, loss)
          if !parts.isEmpty { moves.append(closed(.moveWithTotals, [gain, loss] + parts)) }
        }
      }
    }
    return moves
  }

  /// The shifts of the parts (其中) that go along where an amount moves from one row to another.
  func parallel(_ gain: Hypothesis.Shift, _ loss: Hypothesis.Shift) -> [Hypothesis.Shift] {
    let form = figures.form(of: gain.figure)
    guard let column = form.column(of: gain.figure), let to = form.row(of: gain.figure),
      let from = form.row(of: loss.figure)
    else { return [] }
    var shifts: [Hypothesis.Shift] = []
    for (index, part) in form.columns.enumerated() where part.partOf == form.columns[column].path {
      let source = form.figure(row: from, column: index)
      // Only what stands there can go along.
      guard trial.system.amounts[source] >= gain.delta else { continue }
      shifts.append(Hypothesis.Shift(figure: form.figure(row: to, column: index), delta: gain.delta))
      shifts.append(Hypothesis.Shift(figure: source, delta: loss.delta))
    }
    return shifts
  }
}
