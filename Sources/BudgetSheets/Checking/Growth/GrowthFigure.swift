/// A figure of this year beside the same figure of the year before.
///
/// It says what changed and judges nothing: whether a change may be so is what rules say.
public struct GrowthFigure: Sendable, Hashable {
  /// What became of the figure.
  public enum Change: Sendable, Hashable {
    /// It is more than the year before.
    case increased
    /// It is less than the year before.
    case decreased
    /// It is the same.
    case unchanged
    /// One of the two is not known, and why.
    case notComparable(RuleResult.Reason)
  }

  /// What it is called.
  public var label: String
  /// Its cell; nil where it is more than one.
  public var place: Place?
  /// The cell of the year before; nil where it is more than one, or not known.
  public var priorPlace: Place?
  /// What it comes to, blank cells as nothing; nil where it is not known.
  public var current: Amount?
  /// What it came to the year before; nil where that is not known.
  public var prior: Amount?
  /// What became of it.
  public var change: Change
  /// This year's less that of the year before; nil where one is not known.
  public var difference: Amount?
  /// The difference in percent of the year before, rounded half up to two decimals, as `-48.95`; nil where one of the two is
  /// not known, or the year before did not come to more than nothing.
  public var percent: String?
  /// The year of the book with which it was compared, where that is another than the year before.
  public var priorYear: String?
}

extension GrowthFigure {
  /// One year's figure: its cell, and what it comes to or why that is not known.
  struct Side {
    var place: Place?
    var amount: Result<Amount, RuleJudge.Missing>
  }

  /// Compares the figures of two years.
  init(label: String, current: Side, prior: Side) {
    self.label = label
    place = current.place
    priorPlace = prior.place
    self.current = try? current.amount.get()
    self.prior = try? prior.amount.get()
    let now: Amount
    let before: Amount
    do throws(RuleJudge.Missing) {
      now = try current.amount.get()
      before = try prior.amount.get()
    } catch {
      change = .notComparable(error.reason)
      return
    }
    let (difference, isTooLarge) = now.fen.subtractingReportingOverflow(before.fen)
    if isTooLarge {
      change = .notComparable(.overflow)
      return
    }
    change = difference == 0 ? .unchanged : difference > 0 ? .increased : .decreased
    self.difference = Amount(fen: difference)
    percent = Percentage.text(of: difference, in: before.fen)
  }
}
