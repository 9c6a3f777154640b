/// Judges books by the rules of their form set.
///
/// A checker is a value without state; use one for as many books as you like, from as many tasks.
public struct Checker: Sendable {
  /// The form set.
  public let set: FormSet

  /// Creates a checker.
  public init(set: FormSet) {
    self.set = set
  }

  /// The rules, in the order of the forms, then those between them.
  public var rules: [RuleDescription] { [] }

  /// What is wrong with a book, and what is probably behind it.
  public func check(_ book: Book) -> CheckReport {
    CheckReport(
      book: book, set: set.name, version: set.version, causes: [], findings: book.findings, rules: [],
      causesAreIncomplete: false)
  }
}
