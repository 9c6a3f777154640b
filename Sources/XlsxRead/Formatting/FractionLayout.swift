/// A number as a fraction, as `# ?/?` or `?/100`.
struct FractionLayout: Hashable {
  /// What stands before the numerator: the whole part, or text alone.
  private let leading: NumberLayout
  private let numerator: NumberLayout
  private let numeratorPlaces: [DigitPlaceholder]
  private let beforeSlash: String
  private let afterSlash: String
  private let denominatorPlaces: [DigitPlaceholder]
  private let denominator: NumberLayout
  /// The denominator that the format sets.
  private let fixedDenominator: Int?
  private let trailing: NumberLayout

  /// The layout of signs with a slash between places; nil where they make no fraction.
  init?(_ tokens: [FormatToken]) {
    guard let slash = tokens.firstIndex(of: .slash) else { return nil }
    guard let lastPlace = tokens[..<slash].lastIndex(where: \.isDigit) else { return nil }
    var first = lastPlace
    while first > 0, tokens[first - 1].isDigit { first -= 1 }
    let behind = tokens[(slash + 1)...]
    guard let start = behind.firstIndex(where: { $0.isDigit || Self.figure($0) != nil }) else { return nil }
    var end = start
    while end < tokens.count, tokens[end].isDigit || Self.figure(tokens[end]) != nil { end += 1 }
    guard let leading = NumberLayout(tokens[..<first]), let numerator = NumberLayout(tokens[first...lastPlace]),
      let trailing = NumberLayout(tokens[end...]), !leading.hasPoint, !leading.hasGeneral, !trailing.showsNumber,
      let beforeSlash = Self.text(tokens[(lastPlace + 1)..<slash]),
      let afterSlash = Self.text(tokens[(slash + 1)..<start])
    else { return nil }
    let below = tokens[start..<end]
    if below.contains(where: { Self.figure($0) != nil }) {
      if below.count > 9 { return nil }
      fixedDenominator = below.reduce(0) { $0 * 10 + (Self.figure($1) ?? 0) }
    } else {
      fixedDenominator = nil
    }
    denominatorPlaces = Self.places(below)
    guard let denominator = NumberLayout(below.filter(\.isDigit)) else { return nil }
    self.denominator = denominator
    self.leading = leading
    self.numerator = numerator
    numeratorPlaces = Self.places(tokens[first...lastPlace])
    self.beforeSlash = beforeSlash
    self.afterSlash = afterSlash
    self.trailing = trailing
  }

  private static func figure(_ token: FormatToken) -> Int? {
    if case .figure(let figure) = token { Int(figure) } else { nil }
  }

  private static func places(_ tokens: ArraySlice<FormatToken>) -> [DigitPlaceholder] {
    tokens.compactMap { if case .digit(let placeholder) = $0 { placeholder } else { nil } }
  }

  private static func text(_ tokens: ArraySlice<FormatToken>) -> String? {
    var text = ""
    for token in tokens {
      guard let literal = token.literalText else { return nil }
      text += literal
    }
    return text
  }

  /// The text of a number without its sign.
  func text(_ number: DecimalNumber, numerals: EastAsianNumerals?) -> String {
    let value = number.scaled(by: leading.shift + trailing.shift).doubleValue
    // Beyond 15 digits there is no fraction left, and whole numbers would overflow.
    guard value < 1e15 else { return number.generalText }
    var whole = value.rounded(.down)
    var (over, under) = approximation(of: value - whole)
    let isMixed = leading.integerPlaces > 0
    if isMixed, over == under {
      whole += 1
      over = 0
    } else if !isMixed {
      let sum = whole * under + over
      guard sum < 1e18 else { return number.generalText }
      over = sum
    }
    let front = DecimalNumber(whole: UInt64(whole))
    let isHidden = isMixed && over == 0 && !numeratorPlaces.contains(.zero)
    // The scale is in the value already; the layout must not apply it again.
    var text = leading.text(front.scaled(by: -leading.shift), numerals: numerals, showsZero: isMixed && isHidden)
    if isHidden {
      if numeratorPlaces.contains(.question) {
        let width = numeratorPlaces.count + beforeSlash.count + 1 + afterSlash.count + denominatorWidth
        text += String(repeating: " ", count: width)
      } else {
        while text.hasSuffix(" ") { text.removeLast() }
      }
    } else {
      text += numerator.text(DecimalNumber(whole: UInt64(over)), numerals: numerals, showsZero: true)
      text += beforeSlash + "/" + afterSlash + below(UInt64(under), numerals)
    }
    return text + trailing.text(DecimalNumber(whole: 0), numerals: nil)
  }

  private var denominatorWidth: Int { fixedDenominator.map { String($0).count } ?? denominatorPlaces.count }

  private func below(_ under: UInt64, _ numerals: EastAsianNumerals?) -> String {
    if fixedDenominator == nil, denominatorPlaces.contains(.zero) {
      return denominator.text(DecimalNumber(whole: under), numerals: numerals)
    }
    let digits = String(under)
    let blanks = fixedDenominator == nil ? denominatorPlaces.dropFirst(digits.count).count { $0 == .question } : 0
    return (numerals?.replacing(digits) ?? digits) + String(repeating: " ", count: blanks)
  }

  /// The fraction that stands for a number below 1, by its continued fraction in `Double`, as Excel finds it.
  private func approximation(of value: Double) -> (over: Double, under: Double) {
    if let fixedDenominator { return ((value * Double(fixedDenominator)).rounded(), Double(fixedDenominator)) }
    // More places widen the text, but Excel looks no further than 7 digits.
    var limit = 1.0
    for _ in denominatorPlaces.prefix(7) { limit *= 10 }
    var (over, lastOver) = (0.0, 1.0)
    var (under, lastUnder) = (1.0, 0.0)
    var rest = value
    while rest > 1e-9 {
      let inverse = 1 / rest
      let term = inverse.rounded(.down)
      let next = term * under + lastUnder
      if next >= limit { break }
      (over, lastOver) = (term * over + lastOver, over)
      (under, lastUnder) = (next, under)
      rest = inverse - term
    }
    return (over, under)
  }
}
