/// How many rules were due, and how they came out; each instance of a rule counts once.
public struct Ledger: Sendable, Hashable {
  /// Those that hold; differences of rounding count here.
  public var passed = 0
  /// Those that do not hold.
  public var failed = 0
  /// Those whose own condition rules them out.
  public var notApplicable = 0
  /// Those for which a form, a row, a column or a readable cell is missing, or whose amounts are too large; never counted
  /// as passed.
  public var notChecked = 0

  /// Creates a ledger of nothing.
  public init() {}

  /// All that had to be looked at: the sum of the others.
  public var due: Int { passed + failed + notApplicable + notChecked }

  /// Both ledgers together.
  public static func + (first: Ledger, second: Ledger) -> Ledger {
    var sum = first
    sum.passed += second.passed
    sum.failed += second.failed
    sum.notApplicable += second.notApplicable
    sum.notChecked += second.notChecked
    return sum
  }
}
