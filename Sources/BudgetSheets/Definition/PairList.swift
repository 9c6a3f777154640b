/// A table of a form set: which codes of one classification go with which of another.
public struct PairList: Sendable, Hashable {
  /// One pair.
  public struct Pair: Sendable, Hashable {
    /// The code of the first classification.
    public var first: String
    /// The code of the second classification.
    public var second: String
  }

  /// The pairs.
  public var pairs: Set<Pair>

  /// Whether the table has a pair.
  public func contains(_ first: String, _ second: String) -> Bool { pairs.contains(Pair(first: first, second: second)) }
}
