/// A number with a power of ten, as `0.00E+00` or `##0.0E+0`.
struct ScientificLayout: Hashable {
  private let mantissa: NumberLayout
  private let exponent: NumberLayout
  private let letter: String
  private let showsPlus: Bool

  /// The layout of signs with one exponent; nil where they make none.
  init?(_ tokens: [FormatToken]) {
    let marks = tokens.indices.filter { if case .exponent = tokens[$0] { true } else { false } }
    guard marks.count == 1, case .exponent(let letter, let showsPlus) = tokens[marks[0]],
      let mantissa = NumberLayout(tokens[..<marks[0]]), let exponent = NumberLayout(tokens[(marks[0] + 1)...]),
      exponent.integerPlaces > 0, !exponent.hasPoint, exponent.shift == 0,
      mantissa.integerPlaces + mantissa.fractionPlaces > 0
    else { return nil }
    self.mantissa = mantissa
    self.exponent = exponent
    self.letter = letter
    self.showsPlus = showsPlus
  }

  /// The text of a number without its sign.
  func text(_ number: DecimalNumber, numerals: EastAsianNumerals?) -> String {
    let places = mantissa.integerPlaces
    // Several places before the point make the power a multiple of their count.
    let step = max(1, places)
    var power = 0
    if !number.isZero {
      let leading = number.scaled(by: mantissa.shift).leadingPower
      power = places == 0 ? leading + 1 : leading - ((leading % step) + step) % step
      let limit = places == 0 ? 0 : step
      // Rounding may add a digit, as from 9.99 to 10.0.
      if mantissa.fitted(number.scaled(by: -power)).leadingPower >= limit { power += step }
    }
    let size = exponent.text(DecimalNumber(whole: UInt64(power.magnitude)), numerals: numerals, showsZero: true)
    return mantissa.text(number.scaled(by: -power), numerals: numerals) + letter
      + (power < 0 ? "-" : showsPlus ? "+" : "") + size
  }
}
