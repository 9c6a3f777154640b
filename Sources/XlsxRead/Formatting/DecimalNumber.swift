/// The size of a number as Excel shows it: at most 15 significant decimal digits and a power of ten.
///
/// Excel shows no more digits than these, and rounds them in decimal: 1.005 under `0.00` is 1.01, though the binary number
/// lies below 1.005.
struct DecimalNumber: Hashable {
  /// The significant digits as a whole number below 10^15, without trailing zeros.
  private(set) var coefficient: UInt64
  /// The power of ten by which they are multiplied.
  private(set) var exponent: Int

  /// The size of a number without its sign; nil where it is infinite or not a number.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    // The shortest decimal that reads back as the same number; of its 17 digits at most 15 stay.
    var coefficient: UInt64 = 0
    var exponent = 0
    var isFraction = false
    var written = 0
    var isNegativePower = false
    var isPower = false
    for byte in value.magnitude.description.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9") where isPower: written = written * 10 + Int(byte & 0x0F)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        coefficient = coefficient * 10 + UInt64(byte & 0x0F)
        if isFraction { exponent -= 1 }
      case UInt8(ascii: "."): isFraction = true
      case UInt8(ascii: "e"): isPower = true
      case UInt8(ascii: "-"): isNegativePower = true
      default: break
      }
    }
    self.init(coefficient: coefficient, exponent: exponent + (isNegativePower ? -written : written))
    var drop = 0
    while self.coefficient / Self.power(drop) >= Self.power(15) { drop += 1 }
    if drop > 0 { self = rounded(dropping: drop) }
  }

  private init(coefficient: UInt64, exponent: Int) {
    self.coefficient = coefficient
    self.exponent = coefficient == 0 ? 0 : exponent
    while self.coefficient > 0, self.coefficient % 10 == 0 {
      self.coefficient /= 10
      self.exponent += 1
    }
  }

  /// A whole number, of at most 15 digits.
  init(whole: UInt64) { self.init(coefficient: whole, exponent: 0) }

  var isZero: Bool { coefficient == 0 }

  /// The power of ten of the first digit: 2 for 123, -2 for 0.012; 0 for zero.
  var leadingPower: Int { isZero ? 0 : digitCount + exponent - 1 }

  private var digitCount: Int {
    var count = 1
    while count < 18, coefficient >= Self.power(count) { count += 1 }
    return count
  }

  /// The number times a power of ten.
  func scaled(by power: Int) -> DecimalNumber {
    var result = self
    if !isZero { result.exponent += power }
    return result
  }

  /// The number rounded to decimal places, a half away from zero.
  func rounded(toPlaces places: Int) -> DecimalNumber {
    let drop = -exponent - places
    return drop > 0 ? rounded(dropping: drop) : self
  }

  private func rounded(dropping count: Int) -> DecimalNumber {
    guard count <= 17 else { return DecimalNumber(coefficient: 0, exponent: 0) }
    let unit = Self.power(count)
    return DecimalNumber(coefficient: (coefficient + unit / 2) / unit, exponent: exponent + count)
  }

  /// The number as a `Double`, from its 15 digits.
  var doubleValue: Double { Double("\(coefficient)e\(exponent)") ?? 0 }

  private static func power(_ count: Int) -> UInt64 {
    var result: UInt64 = 1
    for _ in 0..<count { result *= 10 }
    return result
  }
}

extension DecimalNumber {
  /// The digits of a number, by the place they stand in.
  struct Digits {
    private let digits: [UInt8]
    /// How many digits stand before the point; none for a number below 1.
    let integerCount: Int
    /// How many digits stand behind the point before only zeros follow.
    let fractionCount: Int
    private let point: Int

    init(_ number: DecimalNumber) {
      digits = number.isZero ? [] : Array(String(number.coefficient).utf8)
      point = digits.count + number.exponent
      integerCount = number.isZero ? 0 : max(0, point)
      fractionCount = number.isZero ? 0 : max(0, digits.count - point)
    }

    /// The digit of a power of ten, as ASCII: 0 for the ones, 1 for the tens, -1 for the tenths.
    func digit(ofPower power: Int) -> UInt8 {
      let index = point - 1 - power
      return digits.indices.contains(index) ? digits[index] : UInt8(ascii: "0")
    }
  }

  /// The digits with a point, without needless zeros: `0.05`, `12300`.
  var plainText: String {
    let digits = Digits(self)
    var bytes: [UInt8] = []
    for power in stride(from: max(1, digits.integerCount) - 1, through: 0, by: -1) {
      bytes.append(digits.digit(ofPower: power))
    }
    if digits.fractionCount > 0 {
      bytes.append(UInt8(ascii: "."))
      for place in 1...digits.fractionCount { bytes.append(digits.digit(ofPower: -place)) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text under General in a wide column, without a sign.
  ///
  /// At most 11 characters: as many decimals as fit, and a power of ten with 6 digits in front where the whole part does
  /// not fit or where a number below 0.0001 would lose digits.
  var generalText: String {
    if isZero { return "0" }
    let power = leadingPower
    if power < -4 { return exponent >= -9 ? plainText : scientificText }
    if power > 10 { return scientificText }
    let rounded = rounded(toPlaces: power < 0 ? 9 : max(0, 9 - power))
    return rounded.leadingPower > 10 ? scientificText : rounded.plainText
  }

  private var scientificText: String {
    let rounded = rounded(toPlaces: 5 - leadingPower)
    let power = rounded.leadingPower
    return rounded.scaled(by: -power).plainText + (power < 0 ? "E-" : "E+") + padded(power.magnitude.asInt, 2)
  }
}

extension UInt {
  fileprivate var asInt: Int { Int(truncatingIfNeeded: self) }
}
