/// One section of a number format, ready to show numbers or texts.
struct FormatSection: Hashable {
  enum Body: Hashable {
    case number(NumberLayout)
    case scientific(ScientificLayout)
    case fraction(FractionLayout)
    case date(DateLayout)
    /// Texts around `@`; nil stands for the text.
    case text([String?])
  }

  let body: Body
  let condition: FormatCondition?
  private let locale: FormatLocale
  private let numerals: EastAsianNumerals?

  /// Codes that repeat the text of the cell more often are not taken.
  private static let maximumTexts = 8

  /// The section of signs; nil where they make no sense together.
  init?(_ section: FormatScanner.Section) {
    condition = section.condition
    locale = section.locale
    numerals = EastAsianNumerals(style: section.numeralStyle, language: section.locale.language)
    let tokens = section.tokens.isEmpty && section.hasModifier ? [.general] : section.tokens
    if let format = locale.systemFormat {
      body = .date(format == .longDate ? Self.longDate : Self.time)
    } else if tokens.contains(where: { if case .date = $0 { true } else { false } }) {
      guard let layout = DateLayout(tokens) else { return nil }
      body = .date(layout)
    } else if tokens.contains(.text) {
      guard tokens.count(where: { $0 == .text }) <= Self.maximumTexts,
        tokens.allSatisfy({ $0 == .text || $0.literalText != nil })
      else { return nil }
      body = .text(tokens.map(\.literalText))
    } else if tokens.contains(where: { if case .exponent = $0 { true } else { false } }) {
      guard let layout = ScientificLayout(tokens) else { return nil }
      body = .scientific(layout)
    } else if let layout = FractionLayout(tokens) {
      body = .fraction(layout)
    } else {
      guard let layout = NumberLayout(tokens) else { return nil }
      body = .number(layout)
    }
  }

  // The formats of the system, here those of simplified Chinese: 2023年1月5日 and 13:05:09.
  private static let longDate = DateLayout([
    .part(.year(4)), .literal("年"), .part(.month(1)), .literal("月"), .part(.day(1)), .literal("日"),
  ])
  private static let time = DateLayout([
    .part(.hour(1)), .literal(":"), .part(.minute(2)), .literal(":"), .part(.second(2)),
  ])

  var isText: Bool {
    if case .text = body { true } else { false }
  }

  /// The text of a number.
  ///
  /// - Parameter keepsSign: Whether a negative number gets a minus; otherwise the section says so itself.
  func text(_ value: Double, keepsSign: Bool, usesDate1904: Bool) -> String? {
    if case .date(let layout) = body {
      // Only the 1904 system has negative dates, and shows them with a minus.
      if value < 0, !usesDate1904 { return nil }
      let text = layout.text(
        serial: value.magnitude, usesDate1904: usesDate1904, locale: locale, numerals: numerals)
      return value < 0 && keepsSign ? text.map { "-" + $0 } : text
    }
    guard let number = DecimalNumber(value) else { return nil }
    let sign = value < 0 && keepsSign ? "-" : ""
    switch body {
    case .number(let layout):
      // The minus that Excel adds itself goes where only zeros are shown.
      return (layout.showsZero(for: number) ? "" : sign) + layout.text(number, numerals: numerals)
    case .scientific(let layout): return sign + layout.text(number, numerals: numerals)
    case .fraction(let layout): return sign + layout.text(number, numerals: numerals)
    case .date, .text: return sign + number.generalText
    }
  }

  /// The text of a text.
  func text(_ text: String) -> String {
    switch body {
    case .text(let parts): parts.map { $0 ?? text }.joined()
    case .number(let layout) where !layout.showsNumber: layout.text(DecimalNumber(whole: 0), numerals: nil)
    default: text
    }
  }
}
