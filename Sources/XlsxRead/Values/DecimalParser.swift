/// Turns decimal text into the nearest `Double` by whole numbers alone.
///
/// It takes numbers of up to 19 digits whose last digit counts 10⁻²⁷ to 10²⁷, which are all that a spreadsheet shows and
/// nearly all that one stores. The result is exact, rounded half to even as IEEE 754 has it: 5²⁷ fits into 64 bits, so
/// the product or the quotient with its remainder fits into 128.
enum DecimalParser {
  /// The value of `-12.5` or `1.25E-3`; nil where the text is of another form or needs more digits.
  static func value(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let start = bytes.baseAddress else { return nil }
    let end = unsafe start + bytes.count
    var place = unsafe start
    let isNegative = unsafe place < end && place[0] == UInt8(ascii: "-")
    if isNegative { unsafe place += 1 }
    var digits: UInt64 = 0
    var exponent = 0
    var firstDigit = unsafe place
    unsafe takeDigits(&place, end, &digits)
    var count = unsafe place - firstDigit
    if unsafe place < end, unsafe place[0] == UInt8(ascii: ".") {
      unsafe place += 1
      unsafe firstDigit = place
      unsafe takeDigits(&place, end, &digits)
      let places = unsafe place - firstDigit
      count += places
      exponent = -places
    }
    // Nineteen digits cannot overflow; leading zeros count as digits and send a few numbers the long way.
    guard count > 0, count <= 19 else { return nil }
    if unsafe place < end {
      guard unsafe place[0] | 0x20 == UInt8(ascii: "e"), let power = unsafe takeExponent(place + 1, end) else {
        return nil
      }
      exponent += power
    }
    let magnitude: Double
    if digits == 0 {
      magnitude = 0
    } else if exponent == 0, digits < 1 << 53 {
      magnitude = Double(digits)
    } else if exponent >= 0, exponent <= 27 {
      magnitude = product(digits, exponent)
    } else if exponent < 0, exponent >= -27 {
      magnitude = quotient(digits, -exponent)
    } else {
      return nil
    }
    return isNegative ? -magnitude : magnitude
  }

  @inline(__always)
  private static func takeDigits(
    _ place: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ digits: inout UInt64
  ) {
    while unsafe place < end {
      let digit = unsafe place[0] &- 0x30
      guard digit <= 9 else { return }
      digits = digits &* 10 &+ UInt64(digit)
      unsafe place += 1
    }
  }

  private static func takeExponent(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int? {
    var place = unsafe start
    var isNegative = false
    if unsafe place < end, unsafe place[0] == UInt8(ascii: "-") || place[0] == UInt8(ascii: "+") {
      isNegative = unsafe place[0] == UInt8(ascii: "-")
      unsafe place += 1
    }
    var digits: UInt64 = 0
    let firstDigit = unsafe place
    unsafe takeDigits(&place, end, &digits)
    guard unsafe place == end, unsafe (1...4).contains(place - firstDigit) else { return nil }
    return isNegative ? -Int(digits) : Int(digits)
  }

  /// 5⁰ to 5²⁷.
  private static let powersOfFive: [UInt64] = (0...27).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 5 }
  }
  /// 10⁰ to 10²², which a `Double` holds exactly.
  private static let powersOfTen: [Double] = (0...22).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  private static func product(_ digits: UInt64, _ exponent: Int) -> Double {
    let (high, low) = digits.multipliedFullWidth(by: powersOfFive[exponent])
    if high == 0 {
      let shift = low.leadingZeroBitCount
      return rounded(low << UInt64(shift), hasRest: false, exponent: exponent - shift)
    }
    let shift = high.leadingZeroBitCount
    let top = shift == 0 ? high : high << UInt64(shift) | low >> UInt64(64 - shift)
    return rounded(top, hasRest: low << UInt64(shift) != 0, exponent: exponent + 64 - shift)
  }

  private static func quotient(_ digits: UInt64, _ exponent: Int) -> Double {
    // Both exact, so one division rounds once (the way of W. D. Clinger).
    if digits < 1 << 53, exponent <= 22 { return Double(digits) / powersOfTen[exponent] }
    let divisor = powersOfFive[exponent]
    let digitShift = digits.leadingZeroBitCount
    let divisorShift = divisor.leadingZeroBitCount
    let dividend = digits << UInt64(digitShift)
    let scaled = divisor << UInt64(divisorShift)
    let isHalved = dividend >= scaled
    let (quotient, rest) = scaled.dividingFullWidth(
      isHalved ? (dividend >> 1, dividend << 63) : (dividend, 0))
    return rounded(
      quotient, hasRest: rest != 0, exponent: divisorShift - digitShift - (isHalved ? 63 : 64) - exponent)
  }

  /// The nearest `Double` of 64 bits, the highest of which is set, and whatever rest, times a power of two that stays
  /// far inside the range of a `Double`.
  private static func rounded(_ bits: UInt64, hasRest: Bool, exponent: Int) -> Double {
    var significand = bits >> 11
    let dropped = bits & 0x7FF
    if dropped > 0x400 || (dropped == 0x400 && (hasRest || significand & 1 == 1)) { significand += 1 }
    return Double(significand) * Double(sign: .plus, exponent: exponent + 11, significand: 1)
  }
}
