/// Tries hypotheses on the equations of a book: which failures they clear, and which they would add.
struct HypothesisTrial {
  /// What a hypothesis comes to.
  struct Result {
    /// The failing equations that would hold.
    var cleared: [Int] = []
    /// How many that hold would fail.
    var added = 0
    /// How many of the failing equations would still fail, by another difference.
    var left = 0
    /// How many that agree exactly would agree by rounding only, less those the other way round.
    var roughened = 0
    /// How many terms were added up.
    var cost = 0

    /// Whether everything that it touches would hold.
    var isClean: Bool { added == 0 && left == 0 && !cleared.isEmpty }
  }

  private(set) var system: EquationSystem
  private(set) var outcomes: [Equation.Outcome]
  /// The equations that each figure takes part in, also through their conditions.
  private let starts: [Int]
  private let lists: [Int32]
  /// By how much each failing equation is off.
  private var differences: [Int: Int128] = [:]
  private var marks: [Int32]
  private var generation: Int32 = 0
  private var touched: [Int] = []

  init(system: EquationSystem, outcomes: [Equation.Outcome]) {
    self.system = system
    self.outcomes = outcomes
    let conditionFigures = system.conditions.map { ($0.left + $0.right).map(\.figure) }
    var counts = [Int](repeating: 0, count: system.amounts.count + 1)
    func each(_ equation: Equation, _ body: (Int) -> Void) {
      for term in equation.left { body(term.figure) }
      for term in equation.right { body(term.figure) }
      for condition in equation.conditions { for figure in conditionFigures[condition] { body(figure) } }
    }
    for equation in system.equations { each(equation) { counts[$0 + 1] += 1 } }
    for index in 1..<max(counts.count, 1) { counts[index] += counts[index - 1] }
    starts = counts
    var next = counts
    var lists = [Int32](repeating: 0, count: counts.last ?? 0)
    for (number, equation) in system.equations.enumerated() {
      each(equation) { figure in
        lists[next[figure]] = Int32(number)
        next[figure] += 1
      }
    }
    self.lists = lists
    marks = [Int32](repeating: 0, count: system.equations.count)
    for number in outcomes.indices where outcomes[number] == .failed {
      differences[number] = system.difference(system.equations[number])
    }
  }

  /// The equations that a figure takes part in.
  func equations(of figure: Int) -> some Sequence<Int> {
    lists[starts[figure]..<starts[figure + 1]].lazy.map { Int($0) }
  }

  /// Whether an equation fails.
  func fails(_ equation: Int) -> Bool { outcomes[equation] == .failed }

  private mutating func touch(_ shifts: [Hypothesis.Shift]) {
    for shift in shifts {
      for position in starts[shift.figure]..<starts[shift.figure + 1] {
        let number = Int(lists[position])
        if marks[number] == generation { continue }
        marks[number] = generation
        touched.append(number)
      }
    }
  }

  private mutating func shift(_ shifts: [Hypothesis.Shift], by sign: Int64) {
    for shift in shifts { system.amounts[shift.figure] &+= sign &* shift.delta }
  }

  /// Changes the amounts as a hypothesis says, and notes the equations that it touches.
  private mutating func apply(_ hypothesis: Hypothesis) {
    generation += 1
    touched.removeAll(keepingCapacity: true)
    touch(hypothesis.inputs)
    touch(hypothesis.derived)
    shift(hypothesis.inputs, by: 1)
    shift(hypothesis.derived, by: 1)
  }

  /// What a hypothesis would come to; nothing stays changed.
  mutating func result(of hypothesis: Hypothesis) -> Result {
    apply(hypothesis)
    var result = Result()
    for number in touched {
      let before = outcomes[number]
      let equation = system.equations[number]
      let after = system.outcome(equation)
      result.cost += 4 + equation.left.count + equation.right.count
      // A rule that no longer applies, or cannot be worked out, is no rule that holds.
      let isOpen = after == .failed || after == .notApplicable || after == .overflow
      switch (before == .failed, before == .failed ? isOpen : after == .failed) {
      case (true, true):
        // What is off as before is the matter of another cause.
        if system.difference(equation) != differences[number] { result.left += 1 }
      case (true, false): result.cleared.append(number)
      case (false, true): result.added += 1
      case (false, false):
        if before == .passed, after != .passed, after != .notApplicable { result.roughened += 1 }
        if before != .passed, after == .passed { result.roughened -= 1 }
      }
    }
    shift(hypothesis.inputs, by: -1)
    shift(hypothesis.derived, by: -1)
    return result
  }

  /// Takes a hypothesis for true: what is tried from now on is tried beside it.
  mutating func accept(_ hypothesis: Hypothesis) {
    apply(hypothesis)
    for number in touched {
      outcomes[number] = system.outcome(system.equations[number])
      differences[number] = outcomes[number] == .failed ? system.difference(system.equations[number]) : nil
    }
  }
}
