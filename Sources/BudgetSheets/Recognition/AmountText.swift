/// Reads an amount from the text of a cell, strictly: what could mean two things is not read.
enum AmountText {
  /// What a text says as an amount.
  enum Reading: Equatable {
    /// Nothing at all: a blank, a dash, 无.
    case nothing
    /// A number in the unit of the sheet.
    case number(DecimalNumber)
    /// No amount.
    case unreadable
  }

  /// What stands for no amount at all.
  static let nilMarks: Set<String> = ["-", "—", "–", "―", "－", "/", "无", "空", "--", "——"]

  /// The signs of a negative number; accountants put them behind it, too.
  private static let signs: Set<Character> = ["-", "−", "－"]

  /// How the text of an amount is written.
  enum Notation {
    /// Digits, with separators at thousands.
    case plain
    /// With the unit of the sheet, or a currency sign.
    case withUnit
    /// In brackets, or with a minus behind.
    case negative
  }

  /// How a text is written that says a number.
  static func notation(of raw: String, unit: MoneyUnit) -> Notation {
    let text = plain(raw)
    var bare = text
    removeUnit(from: &bare, unit)
    if bare != text { return .withUnit }
    return bare.hasPrefix("(") || bare.last.map(signs.contains) ?? false ? .negative : .plain
  }

  private static func removeUnit(from text: inout String, _ unit: MoneyUnit) {
    // The sign stands for 元, whatever the sheet says.
    if unit == .元 { for sign in ["￥", "¥"] where text.hasPrefix(sign) { text.removeFirst() } }
    if text.hasSuffix(unit.rawValue) { text.removeLast(unit.rawValue.count) }
    // A blank may part the number from its unit, as in 45.00 万元.
    text = FrameText.trimmed(text)
  }

  /// Reads a text.
  static func read(_ raw: String, unit: MoneyUnit) -> Reading {
    var text = plain(raw)
    if text.isEmpty || nilMarks.contains(text) { return .nothing }
    removeUnit(from: &text, unit)
    var isNegative = false
    if text.hasPrefix("("), text.hasSuffix(")") {
      isNegative = true
      text = String(text.dropFirst().dropLast())
      // A whole number in brackets may as well be a year or number a note.
      if !text.contains("."), !text.contains(",") { return .unreadable }
    } else if let sign = text.first, signs.contains(sign) {
      isNegative = true
      text.removeFirst()
    } else if let sign = text.last, signs.contains(sign) {
      isNegative = true
      text.removeLast()
    } else if text.hasPrefix("+") {
      text.removeFirst()
    }
    guard let digits = withoutSeparators(text), let number = DecimalNumber((isNegative ? "-" : "") + digits) else {
      return .unreadable
    }
    return .number(number)
  }

  /// The text without white space at its ends, an apostrophe before it, and full-width forms.
  static func plain(_ raw: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in raw.unicodeScalars {
      switch scalar.value {
      case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: continue
      case 0x3000, 0xA0: scalars.append(" ")
      case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      default: scalars.append(scalar)
      }
    }
    while let first = scalars.first, first.properties.isWhitespace || first == "'" { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }

  /// The digits of `1,234,567.50` or `1234567.50`; nil where the commas do not stand at thousands.
  private static func withoutSeparators(_ text: String) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, !whole.isEmpty else { return nil }
    let isDigits = { (text: Substring) in text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    if parts.count == 2, parts[1].isEmpty || !isDigits(parts[1]) { return nil }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ !$0.isEmpty && isDigits($0) }) else { return nil }
    if groups.count > 1 {
      // 0,123 has a comma for its point.
      guard groups[0].count <= 3, groups[0].first != "0", groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
        return nil
      }
    }
    return groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
  }
}
