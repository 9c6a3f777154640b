/// The placeholders of a number and the texts between them.
struct NumberLayout: Hashable {
  enum Item: Hashable {
    case literal(String)
    case general
    /// A place before the point, with the power of ten of its digit.
    case integer(DigitPlaceholder, power: Int)
    case point
    /// A place behind the point, counted from 1.
    case fraction(DigitPlaceholder, place: Int)
  }

  private(set) var items: [Item] = []
  /// How many places stand before the point.
  private(set) var integerPlaces = 0
  /// How many places stand behind the point.
  private(set) var fractionPlaces = 0
  private(set) var hasPoint = false
  private(set) var hasGeneral = false
  /// Whether thousands are set apart.
  private(set) var isGrouped = false
  /// The power of ten by which the number is multiplied: 2 for each `%`, -3 for each comma behind the last place.
  private(set) var shift = 0

  /// The layout of signs without a date, an exponent or `@`; nil where they make no number.
  init?(_ tokens: some Collection<FormatToken>) {
    let tokens = Array(tokens)
    let lastDigit = tokens.lastIndex(where: \.isDigit)
    let point = tokens.firstIndex(of: .point)
    let lastInteger = tokens[..<(point ?? tokens.count)].lastIndex(where: \.isDigit)
    var isBehindPoint = false
    for (index, token) in tokens.enumerated() {
      switch token {
      case .digit(let placeholder):
        if isBehindPoint {
          fractionPlaces += 1
          items.append(.fraction(placeholder, place: fractionPlaces))
        } else {
          integerPlaces += 1
          items.append(.integer(placeholder, power: 0))
        }
      case .point where !isBehindPoint:
        isBehindPoint = true
        hasPoint = true
        items.append(.point)
      case .comma:
        guard let lastDigit, tokens[..<index].contains(where: \.isDigit) else {
          items.append(.literal(","))
          continue
        }
        let last = index < point ?? tokens.count ? lastInteger ?? lastDigit : lastDigit
        if index < last {
          // Between places behind the point a comma means nothing.
          if !isBehindPoint { isGrouped = true }
        } else if tokens[(last + 1)...index].allSatisfy({ $0 == .comma }) {
          shift -= 3
        } else {
          items.append(.literal(","))
        }
      case .percent:
        shift += 2
        items.append(.literal("%"))
      case .general:
        hasGeneral = true
        items.append(.general)
      default:
        guard let text = token.literalText else { return nil }
        items.append(.literal(text))
      }
    }
    if hasGeneral, lastDigit != nil { return nil }
    // The power of a place is known once all are counted.
    var power = integerPlaces
    for index in items.indices {
      guard case .integer(let placeholder, _) = items[index] else { continue }
      power -= 1
      items[index] = .integer(placeholder, power: power)
    }
  }

  /// Whether it holds places for digits, or `General`.
  var showsNumber: Bool { integerPlaces > 0 || fractionPlaces > 0 || hasPoint || hasGeneral }

  /// The number as it is shown: multiplied and rounded to the places there are.
  func fitted(_ number: DecimalNumber) -> DecimalNumber {
    let scaled = number.scaled(by: shift)
    return hasGeneral ? scaled : scaled.rounded(toPlaces: fractionPlaces)
  }

  /// Whether nothing but zeros are left of a number.
  func showsZero(for number: DecimalNumber) -> Bool { showsNumber && fitted(number).isZero }

  /// The text of a number without its sign.
  ///
  /// - Parameter showsZero: Whether the whole part shows a zero even under `#` and `?`.
  func text(_ number: DecimalNumber, numerals: EastAsianNumerals?, showsZero: Bool = false) -> String {
    let fitted = fitted(number)
    let digits = DecimalNumber.Digits(fitted)
    let integerCount = showsZero ? max(1, digits.integerCount) : digits.integerCount
    var text = ""
    var hasBegun = false

    func append(power: Int) {
      let byte = digits.digit(ofPower: power)
      if let numerals { text += numerals.digit(byte) } else { text.unicodeScalars.append(Unicode.Scalar(byte)) }
      if isGrouped, power > 0, power % 3 == 0 { text += "," }
    }
    func appendExtraDigits() {
      if hasBegun { return }
      hasBegun = true
      // Digits for which there is no place stand before the first.
      for power in stride(from: integerCount - 1, through: integerPlaces, by: -1) { append(power: power) }
    }

    for item in items {
      switch item {
      case .literal(let literal): text += literal
      case .general: text += numerals.map { Self.general(fitted, $0) } ?? fitted.generalText
      case .integer(let placeholder, let power):
        appendExtraDigits()
        if power < integerCount || placeholder == .zero {
          append(power: power)
        } else {
          text += placeholder.filler
          if isGrouped, power > 0, power % 3 == 0 { text += placeholder.filler }
        }
      case .point:
        appendExtraDigits()
        text += "."
      case .fraction(let placeholder, let place):
        if place <= digits.fractionCount || placeholder == .zero {
          append(power: -place)
        } else {
          text += placeholder.filler
        }
      }
    }
    return text
  }

  private static func general(_ number: DecimalNumber, _ numerals: EastAsianNumerals) -> String {
    guard number.leadingPower < 15, number.leadingPower > -10 else { return numerals.replacing(number.generalText) }
    let parts = number.rounded(toPlaces: max(9, 9 - number.leadingPower)).plainText.split(separator: ".")
    guard let whole = parts.first.flatMap({ UInt64($0) }) else { return number.generalText }
    return numerals.counted(whole) + (parts.count > 1 ? "." + numerals.replacing(String(parts[1])) : "")
  }
}
