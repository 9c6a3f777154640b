/// Looks for the fewest wrong inputs that explain the failures of a book.
///
/// A hypothesis is clean where all that it touches holds afterwards. Of the clean ones that which clears most comes first:
/// one cell, an amount that stands in another cell, one input with all its totals, an amount in another row with all its
/// totals, and where that leaves something, two cells at once.
struct CauseSearch {
  /// A hypothesis with what it comes to.
  private struct Candidate {
    var hypothesis: Hypothesis
    var result: HypothesisTrial.Result
    var mistake: AmountMistake

    /// The less, the more probable, among those that clear as much.
    var rank: [Int] {
      [
        hypothesis.inputs.count > 2 ? 3 : hypothesis.kind.rawValue >= Hypothesis.Kind.scaledForm.rawValue ? 2 : 0,
        mistake.cost, max(0, result.roughened), hypothesis.inputs.count, hypothesis.derived.count,
      ]
    }
  }

  /// What the search found.
  struct Outcome {
    var causes: [(cause: Cause, equations: [Int])] = []
    var isIncomplete = false
  }

  private let figures: Figures
  private var trial: HypothesisTrial
  private let tree: TotalTree
  private var isIncomplete = false
  /// The failures that too many cells could explain equally well.
  private var undecided: Set<Int> = []
  /// The figures that causes found so far change.
  private var settled: Set<Int> = []
  /// How many more terms of equations may be added up.
  private var room = CauseSearch.maximumTerms

  /// The most terms of equations that are added up for one book: a fraction of a second.
  static let maximumTerms = 20_000_000
  /// The most failures among which causes are looked for; more of them are another form, or another unit.
  private static let maximumFailures = 1_000
  /// The most explanations that are told beside the first.
  private static let maximumAlternatives = 4
  /// The most moves of an amount to another cell that are tried at once.
  private static let maximumMoves = 20_000
  /// The most causes that are told of one book.
  private static let maximumRounds = 40

  init(figures: Figures, system: EquationSystem, outcomes: [Equation.Outcome]) {
    self.figures = figures
    trial = HypothesisTrial(system: system, outcomes: outcomes)
    tree = TotalTree(system.equations)
  }

  /// The causes, with the equations that each explains.
  mutating func run() -> Outcome {
    var outcome = Outcome()
    var rounds = 0
    if failing.count > Self.maximumFailures {
      outcome.isIncomplete = true
      return outcome
    }
    var withBounds = false
    search: while rounds < Self.maximumRounds {
      switch next(withBounds: withBounds) {
      case .found(let first, let others):
        rounds += 1
        outcome.causes.append((cause(first, others), first.result.cleared))
        // What one cause changes is not changed back by another.
        for shift in first.hypothesis.inputs + first.hypothesis.derived { settled.insert(shift.figure) }
        trial.accept(first.hypothesis)
        withBounds = false
      case .undecided(let equations): undecided.formUnion(equations)
      case .nothing:
        if withBounds { break search }
        withBounds = true
      }
    }
    outcome.causes += groups().map { ($0.cause, $0.equations) }
    outcome.isIncomplete = isIncomplete || rounds == Self.maximumRounds && !failing.isEmpty
    return outcome
  }

  /// The equations that fail under what was accepted so far.
  private var failing: [Int] { trial.outcomes.indices.filter { trial.outcomes[$0] == .failed } }

  /// What one round of the search comes to.
  private enum Step {
    /// The best explanation, and those that the rules cannot tell from it.
    case found(Candidate, others: [Candidate])
    /// Failures that any of many cells could explain.
    case undecided([Int])
    case nothing
  }

  /// Looks for the best explanation of what fails.
  ///
  /// - Parameter withBounds: Whether bounds count too. One that is overstepped does not say by how much; what must be equal
  ///   does, and is looked at first.
  private mutating func next(withBounds: Bool) -> Step {
    let open = failing.filter { !undecided.contains($0) }
    let equal = open.filter { trial.system.relation(of: trial.system.equations[$0]) == .equal }
    let looked = withBounds ? open : equal
    if looked.isEmpty { return .nothing }
    let shifts = shifts(of: looked)
    let decisive = Set(looked)
    func strength(_ candidate: Candidate) -> Int { candidate.result.cleared.count { decisive.contains($0) } }
    var candidates = clean(singles(shifts))
    let best = { (candidates: [Candidate]) in candidates.map(strength).max() ?? 0 }
    if best(candidates) < decisive.count {
      candidates += clean(moves(shifts))
      if best(candidates) < decisive.count { candidates += clean(blocks(open)) }
      if best(candidates) < decisive.count { candidates += clean(withTotals(shifts)) }
      if best(candidates) < decisive.count { candidates += clean(movesWithTotals(shifts)) }
    }
    if best(candidates) < 2, open.count > 1 {
      candidates += pairs(self.shifts(of: open)) + clean(singles(shifts), leaving: true)
    }
    let most = best(candidates)
    guard most > 0 else { return .nothing }
    let leading = candidates.filter { strength($0) == most }.sorted {
      $0.rank.lexicographicallyPrecedes($1.rank)
    }
    guard let first = leading.first else { return .nothing }
    let cleared = Set(first.result.cleared)
    let others = leading.dropFirst().filter { candidate in
      Set(candidate.result.cleared) == cleared && candidate.rank[0] == first.rank[0]
        && Set(candidate.hypothesis.inputs) != Set(first.hypothesis.inputs)
    }
    // What any of many cells could explain equally well has no cause to speak of.
    let rivals = others.count { $0.mistake.cost <= first.mistake.cost }
    if most == 1 || first.hypothesis.kind == .pair, rivals >= Self.maximumAlternatives {
      return .undecided(first.result.cleared)
    }
    return .found(first, others: Array(others.prefix(Self.maximumAlternatives)))
  }

  // MARK: Hypotheses

  /// The shifts of single figures that would make one failing equation hold, with how many each would.
  private func shifts(of open: [Int]) -> [Hypothesis.Shift: Int] {
    var shifts: [Hypothesis.Shift: Int] = [:]
    for number in open {
      let equation = trial.system.equations[number]
      let difference = trial.system.difference(equation)
      for (terms, sign) in [(equation.left, Int128(1)), (equation.right, Int128(-1))] {
        for term in terms where term.factor != 0 {
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

  private func blocks(_ open: [Int]) -> [Hypothesis] {
    guard open.count > 1 else { return [] }
    var suspects: Set<Int> = []
    for number in open {
      let equation = trial.system.equations[number]
      for term in equation.left + equation.right { suspects.insert(term.figure) }
    }
    return BlockHypotheses(figures: figures, amounts: trial.system.amounts, suspects: suspects).all
  }

  private func singles(_ shifts: [Hypothesis.Shift: Int]) -> [Hypothesis] {
    Self.ordered(shifts).map { Hypothesis(kind: .single, inputs: [$0]) }
  }

  /// The most promising first, always in the same order.
  private static func ordered(_ shifts: [Hypothesis.Shift: Int]) -> [Hypothesis.Shift] {
    shifts.sorted { ($1.value, $0.key.figure, $0.key.delta) < ($0.value, $1.key.figure, $1.key.delta) }.map(\.key)
  }

  /// The form, and the row and column within it, of a figure.
  private func spot(_ figure: Int) -> (form: Int, row: Int, column: Int)? {
    let form = figures.form(of: figure)
    guard let row = form.row(of: figure), let column = form.column(of: figure) else { return nil }
    return (form.base, row, column)
  }

  /// An amount that stands in a neighbouring column, or in another row of its column.
  private mutating func moves(_ shifts: [Hypothesis.Shift: Int]) -> [Hypothesis] {
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
  private func withTotals(_ shifts: [Hypothesis.Shift: Int]) -> [Hypothesis] {
    inputs(below: shifts).prefix(600).map { closed(.withTotals, [$0]) }
  }

  /// The inputs from which the figures of some shifts are worked out, shifted as much; the most promising first.
  private func inputs(below shifts: [Hypothesis.Shift: Int]) -> [Hypothesis.Shift] {
    var inputs: [Hypothesis.Shift: Int] = [:]
    for (shift, count) in shifts where tree.isTotal(shift.figure) || !tree.totals(above: shift.figure).isEmpty {
      for input in tree.inputs(below: shift.figure, limit: 200) {
        inputs[Hypothesis.Shift(figure: input, delta: shift.delta), default: 0] += count
      }
    }
    return Self.ordered(inputs)
  }

  private func closed(_ kind: Hypothesis.Kind, _ inputs: [Hypothesis.Shift]) -> Hypothesis {
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
  private func movesWithTotals(_ shifts: [Hypothesis.Shift: Int]) -> [Hypothesis] {
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
  private func parallel(_ gain: Hypothesis.Shift, _ loss: Hypothesis.Shift) -> [Hypothesis.Shift] {
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

  // MARK: Trials

  /// The hypotheses after which all holds that they touch.
  ///
  /// - Parameter leaving: Whether they may leave some of it to another cause, where they clear more than they leave.
  private mutating func clean(_ hypotheses: [Hypothesis], leaving: Bool = false) -> [Candidate] {
    var found: [Candidate] = []
    for hypothesis in hypotheses {
      guard room > 0 else {
        isIncomplete = true
        break
      }
      if !isConceivable(hypothesis) { continue }
      let result = trial.result(of: hypothesis)
      room -= result.cost
      let leaves = leaving && result.added == 0 && result.cleared.count > max(1, result.left)
      if result.isClean || leaves {
        found.append(Candidate(hypothesis: hypothesis, result: result, mistake: mistake(hypothesis)))
      }
    }
    return found
  }

  /// Whether the amounts it proposes could be meant: none below nothing, but where the sign itself was wrong.
  private func isConceivable(_ hypothesis: Hypothesis) -> Bool {
    hypothesis.inputs.allSatisfy { input in
      if settled.contains(input.figure) { return false }
      let reported = trial.system.amounts[input.figure]
      let proposed = reported &+ input.delta
      return proposed >= 0 || reported < 0 || proposed == 0 &- reported
    }
  }

  /// Two cells at once: a first that clears something, and a second that makes all hold that both touch.
  private mutating func pairs(_ shifts: [Hypothesis.Shift: Int]) -> [Candidate] {
    var firsts: [(hypothesis: Hypothesis, score: Int)] = []
    for hypothesis in singles(shifts) {
      guard room > 0 else {
        isIncomplete = true
        return []
      }
      let result = trial.result(of: hypothesis)
      room -= result.cost
      if !result.cleared.isEmpty {
        firsts.append((hypothesis, result.cleared.count - result.added - result.left))
      }
    }
    let promising = firsts.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
      .map(\.element.hypothesis).prefix(80)
    var found: [Candidate] = []
    var seen: Set<Set<Hypothesis.Shift>> = []
    for first in promising {
      for second in seconds(beside: first) {
        let pair = Hypothesis(kind: .pair, inputs: [first.inputs[0], second])
        guard isConceivable(pair), seen.insert(Set(pair.inputs)).inserted else { continue }
        guard room > 0 else {
          isIncomplete = true
          return found
        }
        let result = trial.result(of: pair)
        room -= result.cost
        if result.isClean, result.cleared.count > 1 {
          found.append(Candidate(hypothesis: pair, result: result, mistake: mistake(pair)))
        }
      }
    }
    return found
  }

  /// The shifts that might make hold what fails beside a first cell, among the equations that it takes part in.
  private mutating func seconds(beside first: Hypothesis) -> [Hypothesis.Shift] {
    trial.accept(first)
    let touched = Set(first.inputs.flatMap { Array(trial.equations(of: $0.figure)) })
    let left = touched.filter { trial.fails($0) }.sorted()
    var seconds: [Hypothesis.Shift: Int] = [:]
    for (shift, count) in shifts(of: left) where shift.figure != first.inputs[0].figure { seconds[shift] = count }
    trial.accept(first.reversed)
    return Array(Self.ordered(seconds).prefix(120))
  }

  // MARK: Telling

  private func mistake(_ hypothesis: Hypothesis) -> AmountMistake {
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

  private static func mechanism(_ kind: Hypothesis.Kind) -> Cause.Mechanism {
    switch kind {
    case .shiftedRow: .shiftedRow
    case .swappedRows: .swappedRows
    case .shiftedColumn: .shiftedColumn
    case .uncountedRow: .uncountedRow
    default: .wrongUnit
    }
  }

  /// Whether a total is off by just one of its parts.
  private func missedPart(_ shift: Hypothesis.Shift) -> AmountMistake? {
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

  private func change(_ shift: Hypothesis.Shift) -> Cause.Change {
    let proposed = trial.system.amounts[shift.figure] &+ shift.delta
    return Cause.Change(
      place: figures.place(shift.figure), reported: figures.amount(shift.figure),
      proposed: proposed == 0 ? nil : Amount(fen: proposed))
  }

  private func cause(_ first: Candidate, _ others: [Candidate]) -> Cause {
    let changes = first.hypothesis.inputs.map(change)
    let own = Set(changes.compactMap(\.place.form))
    var agreeing: [String] = []
    for number in first.result.cleared {
      let equation = trial.system.equations[number]
      for term in equation.left + equation.right {
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
  private func difference(of equations: [Int]) -> Amount? {
    let differences = Set(
      equations.map { number in
        let equation = trial.system.equations[number]
        return (trial.system.difference(equation) / Int128(equation.scale)).magnitude
      })
    guard differences.count == 1, let only = differences.first, let fen = Int64(exactly: only) else { return nil }
    return Amount(fen: fen)
  }

  /// What is left: failures that are off by the same amount and share a cell are told together, without a proposal.
  private func groups() -> [(cause: Cause, equations: [Int])] {
    var groups: [(difference: UInt128, figures: Set<Int>, equations: [Int])] = []
    for number in failing {
      let equation = trial.system.equations[number]
      let difference = (trial.system.difference(equation) / Int128(equation.scale)).magnitude
      var group = (
        difference: difference, figures: Set((equation.left + equation.right).map(\.figure)), equations: [number]
      )
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
