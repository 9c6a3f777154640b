/// The equations of a book over its figures, which can be judged as read and as they would be with other amounts.
struct EquationSystem {
  let equations: [Equation]
  let conditions: [Equation]
  /// The amounts under which the equations are judged.
  var amounts: [Int64]
  /// Whether a figure says nothing as read; one that is given an amount counts as filled in.
  private let isBlank: [Bool]
  private let hasFormula: [Bool]

  init(equations: [Equation], conditions: [Equation], figures: Figures) {
    self.equations = equations
    self.conditions = conditions
    amounts = figures.amounts
    isBlank = figures.states.map { $0 == .blank }
    hasFormula = figures.hasFormula
  }

  /// The left side less the right side, in 分 times the scale.
  func difference(_ equation: Equation) -> Int128 {
    side(equation.left, equation.leftConstant, equation.scale)
      - side(equation.right, equation.rightConstant, equation.scale)
  }

  /// What a side comes to, in 分 times the scale.
  func side(_ terms: [Equation.Term], _ constant: Int64, _ scale: Int64) -> Int128 {
    var sum = Int128(constant) * Int128(scale)
    for term in terms { sum += Int128(amounts[term.figure]) * Int128(term.factor) }
    return sum
  }

  /// How the sides must stand to each other under the amounts; nil where nothing is said.
  func relation(of equation: Equation) -> Judgement.Relation? {
    firstFailing(equation) == nil ? equation.relation : equation.otherwise
  }

  /// The first condition of an equation that does not hold; nil where all do.
  func firstFailing(_ equation: Equation) -> Int? {
    equation.conditions.first { !conditions[$0].relation.holds(difference(conditions[$0])) }
  }

  /// How an equation comes out.
  func outcome(_ equation: Equation) -> Equation.Outcome {
    guard let relation = relation(of: equation) else { return .notApplicable }
    let difference = difference(equation)
    if relation.holds(difference) { return .passed }
    if Int64(exactly: difference) == nil { return .overflow }
    guard relation == .equal else { return .failed }
    if equation.isSum || equation.isSumInForm,
      difference.magnitude <= UInt128(tolerance(equation)) * UInt128(equation.scale)
    {
      return .withinRounding
    }
    if balancesAsPrinted(equation) { return .balancedAfterRounding }
    return .failed
  }

  /// How far a printed sum may be off: k addends and the sum are each rounded by at most half a digit; a single addend,
  /// and a cell that works out the sum itself, must agree exactly.
  private func tolerance(_ equation: Equation) -> Int64 {
    let (total, addends) = equation.left.count == 1 ? (equation.left, equation.right) : (equation.right, equation.left)
    if total.contains(where: { hasFormula[$0.figure] }) { return 0 }
    let count = addends.count { !isBlank[$0.figure] || amounts[$0.figure] != 0 }
    return count <= 1 ? 0 : Int64((count + 1) / 2) * equation.digit
  }

  /// Whether the sides agree once every figure, or each side, is rounded as printed.
  private func balancesAsPrinted(_ equation: Equation) -> Bool {
    let digit = Int128(equation.digit)
    let terms = equation.left + equation.right
    guard terms.contains(where: { Int128(amounts[$0.figure]) % digit != 0 }) else { return false }
    func rounded(_ value: Int128, _ digit: Int128) -> Int128 {
      let half = value < 0 ? -digit / 2 : digit / 2
      return (value + half) / digit * digit
    }
    func printed(_ terms: [Equation.Term], _ constant: Int64) -> Int128 {
      terms.reduce(Int128(constant) * Int128(equation.scale)) {
        $0 + rounded(Int128(amounts[$1.figure]), digit) * Int128($1.factor)
      }
    }
    if printed(equation.left, equation.leftConstant) == printed(equation.right, equation.rightConstant) { return true }
    let step = digit * Int128(equation.scale)
    return rounded(side(equation.left, equation.leftConstant, equation.scale), step)
      == rounded(side(equation.right, equation.rightConstant, equation.scale), step)
  }
}
