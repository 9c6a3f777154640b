/// Looks up the terms of a comparison, with their factors as whole numbers of its scale.
struct TermReader {
  let references: RuleReferenceReader
  let unit: MoneyUnit
  let scope: RuleReferenceReader.Scope
  let scale: Int64
  let node: DefinitionNode
  /// The comparison as written.
  let text: String

  /// The decimals that a factor may have, and how large it may be times its scale.
  private static let maximumDecimals = 6
  private static let maximumFactor: Int64 = 1_000_000_000
  private static let powers: [Int64] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

  /// The fraction in which all factors are whole numbers: 1, 10, 100 …
  static func scale(of terms: [RuleText.Term]) throws(RuleFault) -> Int64 {
    var decimals = 0
    for term in terms {
      guard let factor = term.factor, let number = DecimalNumber(factor) else { continue }
      if number.decimals > maximumDecimals || number.isZero { throw .factor(factor) }
      decimals = max(decimals, number.decimals)
    }
    return powers[decimals]
  }

  /// The terms of one side.
  func terms(_ terms: [RuleText.Term]) throws(DefinitionError) -> [LinearRule.Term] {
    var result: [LinearRule.Term] = []
    for term in terms { result.append(try self.term(term)) }
    return result
  }

  private func fault(_ fault: RuleFault) -> DefinitionError { node.error(.ruleMalformed(text, fault)) }

  private func term(_ term: RuleText.Term) throws(DefinitionError) -> LinearRule.Term {
    var factor = scale
    if let text = term.factor {
      guard let power = Self.powers.firstIndex(of: scale), let number = DecimalNumber(text)?.scaled(by: power).int64,
        number != 0, number.magnitude <= Self.maximumFactor.magnitude
      else { throw fault(.factor(text)) }
      factor = number
    }
    if term.isNegative { factor = -factor }
    if !term.isSum, DecimalNumber(term.text) != nil { return try constant(term.text, factor) }
    return LinearRule.Term(factor: factor, operand: .cells(try cells(term)))
  }

  /// An amount, which counts once: what stands before it is multiplied out here.
  private func constant(_ text: String, _ factor: Int64) throws(DefinitionError) -> LinearRule.Term {
    guard let amount = Amount(decimal: text, unit: unit) else { throw fault(.constant(text)) }
    let (product, isTooLarge) = amount.fen.multipliedReportingOverflow(by: factor)
    guard !isTooLarge, product % scale == 0 else { throw fault(.constant(text)) }
    return LinearRule.Term(factor: scale, operand: .constant(Amount(fen: product / scale)))
  }

  private func cells(_ term: RuleText.Term) throws(DefinitionError) -> LinearRule.CellSet {
    let cells: LinearRule.CellSet
    do throws(DefinitionError) {
      cells = try references.cells(term.text, isSum: term.isSum, scope: scope, at: node)
    } catch {
      // Only where nothing has that name is a sign in it one whose spaces were forgotten.
      guard let reason = RuleText.fault(of: term) else { throw error }
      switch error.problem {
      case .referenceUnknown, .expected: throw fault(reason)
      default: throw error
      }
    }
    if !term.isSum, cells.rows.mayBeMany { throw fault(.sumMissing(term.text)) }
    if cells.isOfClass, !scope.hasClasses { throw fault(.classWithoutEach) }
    if case .current = cells.columns, let path = references.columnNotShared(by: cells, scope) {
      throw fault(.columnNotShared(path.description))
    }
    return cells
  }
}

extension LinearRule.RowSet {
  /// Whether there may be several such rows, or none.
  var mayBeMany: Bool {
    switch self {
    case .level, .matching, .classes: true
    case .current, .total, .fixed, .sameClass, .fields: false
    }
  }
}

extension LinearRule.CellSet {
  /// Whether the class of the row of `each` tells which cells are meant.
  var isOfClass: Bool {
    switch rows {
    case .sameClass: true
    case .matching(let conditions): conditions.contains { $0.value == .className }
    default: false
    }
  }
}

extension LinearRule.Each {
  /// Whether free rows are meant, whose columns may be keys.
  var isOfFreeRows: Bool {
    switch rows {
    case .level, .matching: true
    default: false
    }
  }
}

extension LinearRule.Comparison {
  /// Whether a term has to do with the rows, columns, classes or keys of `each`.
  var usesEach: Bool {
    (left + right).contains { term in
      guard case .cells(let cells) = term.operand else { return false }
      if cells.isOfClass || cells.columns == .current || cells.rows == .current { return true }
      guard case .matching(let conditions) = cells.rows else { return false }
      return conditions.contains { if case .key = $0.value { true } else { false } }
    }
  }

  /// The keys, by their positions, that a term uses.
  var usedKeys: Set<Int> {
    var used: Set<Int> = []
    for term in left + right {
      guard case .cells(let cells) = term.operand, case .matching(let conditions) = cells.rows else { continue }
      for condition in conditions { if case .key(let key) = condition.value { used.insert(key) } }
    }
    return used
  }
}
