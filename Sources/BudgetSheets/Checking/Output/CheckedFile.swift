/// One file of a batch, and what came of it.
public struct CheckedFile: Sendable, Hashable {
  /// What came of checking a file.
  public enum Outcome: Sendable, Hashable {
    /// It was checked by the rules of a form set.
    case checked(CheckReport, in: FormSet)
    /// It could not be read: the stable name of the error, and the sentence for people.
    case unreadable(code: String, message: String)
  }

  /// The file as it was named.
  public var path: String
  /// What came of it.
  public var outcome: Outcome

  /// Creates a file of a batch.
  public init(path: String, outcome: Outcome) {
    self.path = path
    self.outcome = outcome
  }
}
