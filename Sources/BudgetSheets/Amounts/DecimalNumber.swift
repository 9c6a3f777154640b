/// A number as a workbook stores it: digits with a sign, a point and an exponent, kept exactly.
struct DecimalNumber: Equatable {
  var isNegative: Bool
  /// The digits without leading zeros; empty for zero.
  var digits: [UInt8]
  /// The power of ten of the last digit.
  var exponent: Int

  /// Reads `12`, `-0.50`, `1E-3`; nil for anything else.
  init?(_ text: some StringProtocol) {
    isNegative = false
    digits = []
    exponent = 0
    var bytes = Array(text.utf8)[...]
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      bytes = bytes.dropFirst()
    }
    var sawDigit = false
    var sawPoint = false
    while let byte = bytes.first {
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        sawDigit = true
        if byte != UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte - UInt8(ascii: "0")) }
        if sawPoint { exponent -= 1 }
      } else if byte == UInt8(ascii: "."), !sawPoint {
        sawPoint = true
      } else {
        break
      }
      bytes = bytes.dropFirst()
    }
    guard sawDigit, digits.count <= 400 else { return nil }
    if let mark = bytes.first {
      guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E"),
        let power = Int(String(decoding: bytes.dropFirst(), as: UTF8.self)), (-400...400).contains(power)
      else { return nil }
      exponent += power
    }
    trim()
  }

  private init(isNegative: Bool, digits: [UInt8], exponent: Int) {
    self.isNegative = isNegative
    self.digits = digits
    self.exponent = exponent
    trim()
  }

  private mutating func trim() {
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty { exponent = 0 }
  }

  var isZero: Bool { digits.isEmpty }

  /// Whether the number has no fraction.
  var isInteger: Bool { exponent >= 0 }

  /// How many digits stand after the point.
  var decimals: Int { max(0, -exponent) }

  /// The power of ten of the first digit.
  private var leadingExponent: Int { exponent + digits.count - 1 }

  /// The number rounded half up at a power of ten.
  func rounded(at power: Int) -> DecimalNumber {
    guard exponent < power else { return self }
    let dropped = power - exponent
    guard dropped <= digits.count else { return DecimalNumber(isNegative: isNegative, digits: [], exponent: 0) }
    var kept = Array(digits.prefix(digits.count - dropped))
    if digits[digits.count - dropped] >= 5 {
      var index = kept.count - 1
      while index >= 0, kept[index] == 9 {
        kept[index] = 0
        index -= 1
      }
      if index >= 0 { kept[index] += 1 } else { kept.insert(1, at: 0) }
    }
    return DecimalNumber(isNegative: isNegative, digits: kept, exponent: power)
  }

  /// The number at the 15 significant digits that Excel shows of a stored double.
  var atDoublePrecision: DecimalNumber {
    digits.count <= 15 ? self : rounded(at: leadingExponent - 14)
  }

  /// Whether the 15 digits of a double reach down to a power of ten, or the number needs no more of them.
  func isCertain(at power: Int) -> Bool {
    digits.count <= 15 || leadingExponent - 14 <= power || rounded(at: leadingExponent - 14) == rounded(at: power)
  }

  /// The number times a power of ten.
  func scaled(by power: Int) -> DecimalNumber {
    DecimalNumber(isNegative: isNegative, digits: digits, exponent: isZero ? 0 : exponent + power)
  }

  /// The count of 分 when the number counts in a unit, and whether nothing was rounded away.
  ///
  /// nil where it does not fit a count of 分.
  func amount(in unit: MoneyUnit) -> (amount: Amount, isExact: Bool)? {
    let inFen = scaled(by: unit.exactDecimals)
    let rounded = inFen.rounded(at: 0)
    guard let fen = rounded.int64 else { return nil }
    return (Amount(fen: fen), rounded == inFen)
  }

  /// The number as an integer; nil where it has a fraction or is too large.
  var int64: Int64? {
    guard isInteger, digits.count + exponent <= 19 else { return nil }
    var value: Int64 = 0
    for digit in digits + [UInt8](repeating: 0, count: exponent) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.subtractingReportingOverflow(Int64(digit))
      if overflow || carry { return nil }
      value = sum
    }
    if isNegative { return value }
    let (positive, overflow) = (0 as Int64).subtractingReportingOverflow(value)
    return overflow ? nil : positive
  }

  /// The plain decimal text, as `-12.5`, without an exponent.
  var text: String {
    if isZero { return "0" }
    var text = digits.map { String($0) }.joined()
    if exponent >= 0 {
      text += String(repeating: "0", count: exponent)
    } else if -exponent < digits.count {
      text.insert(".", at: text.index(text.endIndex, offsetBy: exponent))
    } else {
      text = "0." + String(repeating: "0", count: -exponent - digits.count) + text
    }
    return (isNegative ? "-" : "") + text
  }
}
