/// A rule that a form set states; the sums that its columns and rows imply are not among them.
enum SetRule: Sendable, Hashable {
  case linear(LinearRule)
  case structural(StructuralRule)

  /// The code that its findings bear.
  var code: FindingCode {
    switch self {
    case .linear(let rule): rule.code
    case .structural(let rule): rule.code
    }
  }

  /// Where it is written.
  var place: RulePlace {
    switch self {
    case .linear(let rule): rule.place
    case .structural(let rule): rule.place
    }
  }
}
