/// What a comparison says, however it is written: one sum of cells that is nothing, or at most nothing.
///
/// `甲 = 乙 + 丙`, `乙 + 丙 = 甲` and `2 * 甲 - 2 * 乙 - 2 * 丙 = 0` are one and the same.
struct LinearForm: Hashable {
  /// The cells of some rows in one column.
  struct Cell: Hashable {
    var form: String
    var rows: LinearRule.RowSet
    /// The column; nil for that of `each`, and for a labelled amount.
    var column: LabelPath?
    /// Whether it is a cell of the year before, which is another one.
    var isPrior = false
  }

  /// How often each cell counts; those that cancel out are not there.
  private(set) var factors: [Cell: Int128] = [:]
  /// What counts beside them, in 分 times the factors' scale.
  private(set) var constant: Int128 = 0
  /// Whether the sum must be nothing; else it may be less.
  private(set) var isEquality: Bool

  /// What a comparison says.
  init(_ comparison: LinearRule.Comparison) {
    isEquality = comparison.relation == .equal
    let sign: Int128 = comparison.relation == .atLeast ? -1 : 1
    for term in comparison.left { add(term, sign, comparison.scale) }
    for term in comparison.right { add(term, -sign, comparison.scale) }
    reduce()
  }

  private mutating func add(_ term: LinearRule.Term, _ sign: Int128, _ scale: Int64) {
    switch term.operand {
    case .constant(let amount): constant += sign * Int128(amount.fen) * Int128(scale)
    case .cells(let cells):
      for cell in cells.each { add(cell, sign * Int128(term.factor)) }
    }
  }

  /// Counts a cell some more times.
  mutating func add(_ cell: Cell, _ factor: Int128) {
    let sum = (factors[cell] ?? 0) + factor
    factors[cell] = sum == 0 ? nil : sum
  }

  /// The same relation of no cells.
  var withoutCells: LinearForm {
    var form = self
    form.factors = [:]
    return form
  }

  /// The same of the rows that are meant where `each` goes through one row alone.
  func replacingCurrent(by rows: LinearRule.RowSet) -> LinearForm {
    var form = withoutCells
    for (cell, factor) in factors {
      var other = cell
      if cell.rows == .current { other.rows = rows }
      form.add(other, factor)
    }
    return form
  }

  /// Divides by what all factors have in common.
  mutating func reduce() {
    var divisor = constant.magnitude
    for factor in factors.values {
      var (a, b) = (divisor, factor.magnitude)
      while b != 0 { (a, b) = (b, a % b) }
      divisor = a
    }
    guard divisor > 1 else { return }
    constant /= Int128(divisor)
    for (cell, factor) in factors { factors[cell] = factor / Int128(divisor) }
  }

  /// The same with all signs turned.
  private var turned: LinearForm {
    var turned = self
    turned.constant = -constant
    for (cell, factor) in factors { turned.factors[cell] = -factor }
    return turned
  }

  /// One form for this, its turned sides, and the weaker and stronger ones of the same cells.
  var subject: LinearForm {
    var subject = self
    subject.isEquality = true
    return subject.oriented
  }

  /// The same, of an equality that one of the two in which the first cell counts.
  var oriented: LinearForm {
    guard isEquality, let first = factors.min(by: { "\($0.key)" < "\($1.key)" }) else { return self }
    return first.value < 0 ? turned : self
  }

  /// The forms under which to look for others that say this, or more.
  var stronger: [LinearForm] {
    var equality = self
    equality.isEquality = true
    return isEquality ? [self, turned] : [self, equality, equality.turned]
  }

  /// Whether it names no cell that counts.
  var isEmpty: Bool { factors.isEmpty }

  /// Whether all cells that count are of the year before.
  var isOfPriorAlone: Bool { !isEmpty && factors.keys.allSatisfy(\.isPrior) }

  /// Whether it holds whatever the cells say.
  var alwaysHolds: Bool { isEmpty && (constant == 0 || !isEquality && constant < 0) }

  /// Whether, where this holds, another one does.
  func implies(_ other: LinearForm) -> Bool { other.stronger.contains(self) }
}

extension LinearRule.CellSet {
  /// The cells one by one, as far as the definition tells them apart.
  var each: [LinearForm.Cell] {
    switch (rows, columns) {
    case (.fields(let paths), _): paths.map { cell(.fields([$0]), nil) }
    case (_, .paths(let paths)): paths.map { cell(rows, $0) }
    case (_, .current), (_, .every), (_, .none): [cell(rows, nil)]
    }
  }

  private func cell(_ rows: LinearRule.RowSet, _ column: LabelPath?) -> LinearForm.Cell {
    LinearForm.Cell(form: form, rows: rows, column: column, isPrior: isPrior)
  }
}
