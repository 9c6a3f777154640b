/// Shares in percent with two decimals, worked out in whole numbers.
enum Percentage {
  /// A part in percent of a whole, rounded half up (away from zero); nil where the whole is not more than nothing.
  static func text(of part: Int64, in whole: Int64) -> String? {
    guard whole > 0 else { return nil }
    // Hundredths of a percent: the part ten thousand times, and half a whole for rounding.
    let hundredths = (Int128(part).magnitude * 20_000 + Int128(whole).magnitude) / (2 * Int128(whole).magnitude)
    let (units, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    let sign = part < 0 && hundredths > 0 ? "-" : ""
    return "\(sign)\(units).\(rest < 10 ? "0" : "")\(rest)"
  }
}
