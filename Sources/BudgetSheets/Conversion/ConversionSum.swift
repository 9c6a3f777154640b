/// What the inputs of a form came to in the older book and come to in the newer one; totals do not count.
public struct ConversionSum: Sendable, Hashable {
  /// The form of the newer set; nil where none succeeds the older one.
  public var form: String?
  /// The form of the older set.
  public var predecessor: String
  /// The heading of the pane, in a form of several.
  public var pane: String?
  /// What the inputs of the older book come to; nil where that is more than can be counted.
  public var before: Amount?
  /// What the inputs of the newer book come to; nil where that is more than can be counted.
  public var after: Amount?

  /// Creates the two sums.
  public init(form: String?, predecessor: String, pane: String? = nil, before: Amount?, after: Amount?) {
    self.form = form
    self.predecessor = predecessor
    self.pane = pane
    self.before = before
    self.after = after
  }

  /// What is more in the newer book than in the older one, less where it is negative; nil where it cannot be counted.
  public var difference: Amount? {
    guard let before, let after else { return nil }
    let (difference, overflow) = after.fen.subtractingReportingOverflow(before.fen)
    return overflow ? nil : Amount(fen: difference)
  }

  /// Whether nothing says that both are the same.
  public var differs: Bool { difference.map { $0 != .zero } ?? true }
}
