/// A condition of a section, as `[>=100]`.
struct FormatCondition: Hashable {
  enum Comparison: String {
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case equal = "="
    case unequal = "<>"
  }

  var comparison: Comparison
  var operand: Double

  static let positive = FormatCondition(comparison: .greater, operand: 0)
  static let notNegative = FormatCondition(comparison: .greaterOrEqual, operand: 0)
  static let negative = FormatCondition(comparison: .less, operand: 0)

  init(comparison: Comparison, operand: Double) {
    self.comparison = comparison
    self.operand = operand
  }

  /// Reads what stands between the brackets; nil where it is no condition.
  init?(_ text: String) {
    let sign = text.prefix { "<>=".contains($0) }
    let number = text.dropFirst(sign.count).filter { $0 != " " }
    guard let comparison = Comparison(rawValue: String(sign)), let operand = Double(number), operand.isFinite else {
      return nil
    }
    self.init(comparison: comparison, operand: operand)
  }

  func holds(for value: Double) -> Bool {
    switch comparison {
    case .less: value < operand
    case .lessOrEqual: value <= operand
    case .greater: value > operand
    case .greaterOrEqual: value >= operand
    case .equal: value == operand
    case .unequal: value != operand
    }
  }

  /// Whether only negative numbers meet it; then the section writes their sign itself.
  var holdsOnlyForNegatives: Bool {
    switch comparison {
    case .less: operand <= 0
    case .lessOrEqual, .equal: operand < 0
    case .greater, .greaterOrEqual, .unequal: false
    }
  }

  /// Whether a negative number that does not meet it gets its sign in the section for the rest.
  ///
  /// Excel leaves the sign out behind `<`, `<=` and `<>`, whatever the operand.
  var keepsSignElsewhere: Bool {
    switch comparison {
    case .less, .lessOrEqual, .unequal: false
    case .greater, .greaterOrEqual: operand != 0
    case .equal: true
    }
  }
}
