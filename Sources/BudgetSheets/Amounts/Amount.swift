/// An exact sum of money, counted in 分 (a hundredth of 元).
///
/// It is made from the decimal text of a cell and never passes through floating point. 1 万元 is 1,000,000 分.
public struct Amount: Hashable, Sendable {
  /// The count of 分.
  public var fen: Int64

  /// Creates an amount from a count of 分.
  public init(fen: Int64) {
    self.fen = fen
  }

  /// No money at all; not the same as a cell left blank.
  public static let zero = Amount(fen: 0)

  /// Creates an amount from a decimal text such as `-1234.50`, exactly.
  ///
  /// - Parameters:
  ///   - text: Digits with at most one point and a leading sign; no separators; an exponent as in `1E-2` is allowed.
  ///   - unit: The unit in which the text counts.
  /// - Returns: nil where the text is no such number, is finer than a 分, or is too large for a count of 分.
  public init?(decimal text: some StringProtocol, unit: MoneyUnit) {
    guard let number = DecimalNumber(text), let amount = number.amount(in: unit), amount.isExact else { return nil }
    self = amount.amount
  }

  /// The amount as decimal text in a unit, with at least the given decimals and as many more as it needs to be exact.
  ///
  /// `Amount(fen: 45_000_000).text(in: .万元, decimals: 2)` is `45.00`.
  public func text(in unit: MoneyUnit, decimals: Int) -> String {
    let places = unit.exactDecimals
    let magnitude = fen.magnitude
    let scale = unit.fen.magnitude
    var digits = String(magnitude % scale)
    digits = String(repeating: "0", count: places - digits.count) + digits
    while digits.count > decimals, digits.hasSuffix("0") { digits.removeLast() }
    while digits.count < decimals { digits += "0" }
    let whole = (fen < 0 ? "-" : "") + String(magnitude / scale)
    return digits.isEmpty ? whole : whole + "." + digits
  }

  /// The nearest floating-point number in a unit, for programs that store nothing else.
  public func double(in unit: MoneyUnit) -> Double {
    Double(text(in: unit, decimals: 0)) ?? 0
  }
}

extension Amount: Comparable {
  /// Compares two sums of money.
  public static func < (first: Amount, second: Amount) -> Bool { first.fen < second.fen }
}

extension Amount {
  /// The sum of two amounts; nil where it is too large for a count of 分.
  public func adding(_ other: Amount) -> Amount? {
    let (sum, overflow) = fen.addingReportingOverflow(other.fen)
    return overflow ? nil : Amount(fen: sum)
  }
}
