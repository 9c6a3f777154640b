/// What checking a book came to.
public struct CheckReport: Sendable, Hashable {
  /// The book that was checked.
  public var book: Book
  /// The name of the form set.
  public var set: String
  /// The version of the form set.
  public var version: String
  /// What is probably behind the failures, the one that explains most first.
  public var causes: [Cause]
  /// All that there is to say, the gravest first, then in the order of the forms.
  public var findings: [Finding]
  /// How each rule came out, in the order of the forms, then of the rules between them.
  public var rules: [RuleResult]
  /// Whether the search for causes ended before it had tried everything.
  public var causesAreIncomplete: Bool
  /// The book of the year before beside which it was held; nil where there was none.
  public var prior: PriorSource?
  /// How the figures that the set names stand to those of the year before; empty without such a book.
  public var growth: [GrowthFigure] = []

  /// How all rules came out.
  public var ledger: Ledger { rules.reduce(Ledger()) { $0 + $1.ledger } }

  /// How many findings there are of a level.
  public func count(_ level: Finding.Level) -> Int { findings.count { $0.level == level } }

  /// The findings of a level that no 说明 explains; an error is corrected, not explained.
  public func open(_ level: Finding.Level) -> [Finding] {
    findings.filter { $0.level == level && !$0.isExplained }
  }
}

extension Finding {
  /// Whether a 说明 settles it; an error is corrected, not explained.
  var isExplained: Bool { explanation != nil && level != .error }
}
