/// One sign of a number format, once quotes, escapes and brackets are resolved.
enum FormatToken: Hashable {
  /// Text that stands as it is.
  case literal(String)
  /// A digit from 1 to 9 outside quotes: the denominator of a fraction, or text.
  case figure(UInt8)
  case digit(DigitPlaceholder)
  case point
  case comma
  case percent
  case slash
  /// `E+`, `E-`.
  case exponent(letter: String, showsPlus: Bool)
  /// `General`.
  case general
  /// `@`.
  case text
  case date(DatePart)

  /// The text it stands for where it has no other meaning.
  var literalText: String? {
    switch self {
    case .literal(let text): text
    case .figure(let figure): String(figure)
    case .point: "."
    case .comma: ","
    case .percent: "%"
    case .slash: "/"
    case .digit, .exponent, .general, .text, .date: nil
    }
  }

  var isDigit: Bool {
    if case .digit = self { true } else { false }
  }
}
