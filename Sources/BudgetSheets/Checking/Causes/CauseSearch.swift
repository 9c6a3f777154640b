/// Looks for the fewest wrong inputs that explain the failures of a book.
///
/// A hypothesis is clean where all that it touches holds afterwards. Of the clean ones that which clears most comes first:
/// one cell, an amount that stands in another cell, one input with all its totals, an amount in another row with all its
/// totals, and where that leaves something, two cells at once.
struct CauseSearch {
  /// A hypothesis with what it comes to.
  struct Candidate {
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

  let figures: Figures
  var trial: HypothesisTrial
  let tree: TotalTree
  /// The rows that cannot be placed.
  let doubtful: DoubtfulRows
  var isIncomplete = false
  /// The failures that too many cells could explain equally well.
  var undecided: Set<Int> = []
  /// The figures that causes found so far change.
  var settled: Set<Int> = []
  /// How many more terms of equations may be added up.
  var room = CauseSearch.maximumTerms

  /// The most terms of equations that are added up for one book: a fraction of a second.
  static let maximumTerms = 20_000_000
  /// The most failures among which causes are looked for; more of them are another form, or another unit.
  static let maximumFailures = 1_000
  /// The most explanations that are told beside the first.
  static let maximumAlternatives = 4
  /// The most moves of an amount to another cell that are tried at once.
  static let maximumMoves = 20_000
  /// The most causes that are told of one book.
  static let maximumRounds = 40

  init(figures: Figures, system: EquationSystem, outcomes: [Equation.Outcome], doubtful: DoubtfulRows) {
    self.figures = figures
    self.doubtful = doubtful
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
    // The row has to be put right first: till then no amount can be told to be wrong.
    undecided = Set(failing.filter { doubtful.leaveOpen(trial.system.equations[$0]) })
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
  var failing: [Int] { trial.outcomes.indices.filter { trial.outcomes[$0] == .failed } }

  /// What one round of the search comes to.
  enum Step {
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
  mutating func next(withBounds: Bool) -> Step {
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

  // MARK: Trials

  /// The hypotheses after which all holds that they touch.
  ///
  /// - Parameter leaving: Whether they may leave some of it to another cause, where they clear more than they leave.
  mutating func clean(_ hypotheses: [Hypothesis], leaving: Bool = false) -> [Candidate] {
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
  func isConceivable(_ hypothesis: Hypothesis) -> Bool {
    hypothesis.inputs.allSatisfy { input in
      if settled.contains(input.figure) { return false }
      let reported = trial.system.amounts[input.figure]
      let proposed = reported &+ input.delta
      if proposed == 0, doubtful.figures.contains(input.figure) { return false }
      return proposed >= 0 || reported < 0 || proposed == 0 &- reported
    }
  }

  /// Two cells at once: a first that clears something, and a second that makes all hold that both touch.
  mutating func pairs(_ shifts: [Hypothesis.Shift: Int]) -> [Candidate] {
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
  mutating func seconds(beside first: Hypothesis) -> [Hypothesis.Shift] {
    trial.accept(first)
    let touched = Set(first.inputs.flatMap { Array(trial.equations(of: $0.figure)) })
    let left = touched.filter { trial.fails($0) }.sorted()
    var seconds: [Hypothesis.Shift: Int] = [:]
    for (shift, count) in shifts(of: left) where shift.figure != first.inputs[0].figure { seconds[shift] = count }
    trial.accept(first.reversed)
    return Array(Self.ordered(seconds).prefix(120))
  }
}
