/// The texts of headings and labels as they are compared: without what a clerk's typing or a line break puts in.
///
/// White space and invisible characters fall away, full-width forms become ordinary ones, quotation marks fall away,
/// a stated unit such as `（万元）` falls away, and so does a colon at the end. Never used for values.
enum LabelText {
  /// The comparable form of a label.
  static func normalize(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var mayStateUnit = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x4E00...0x9FFF:
        if scalar == "元" { mayStateUnit = true }
        result.append(scalar)
      // White space, invisible characters and quotation marks.
      case 0x09...0x0D, 0x20, 0x85, 0xA0, 0xAD, 0x1680, 0x2000...0x200F, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000,
        0xFEFF, 0x22, 0x27, 0xFF02, 0xFF07, 0x2018, 0x2019, 0x201C, 0x201D, 0x300A...0x300F, 0xFF62, 0xFF63:
        continue
      case 0x3010, 0x3014, 0x5B, 0xFF3B: result.append("(")
      case 0x3011, 0x3015, 0x5D, 0xFF3D: result.append(")")
      case 0x2236, 0xFE55: result.append(":")
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      default: result.append(scalar)
      }
    }
    while result.last == ":" { result.removeLast() }
    var label = String(result)
    if mayStateUnit {
      for unit in MoneyUnit.allCases { label = removing("(\(unit.rawValue))", from: label) }
      while label.hasSuffix(":") { label.removeLast() }
    }
    return label
  }

  /// A text without the first occurrence of another one.
  static func removing(_ part: String, from text: String) -> String {
    let bytes = Array(text.utf8)
    let wanted = Array(part.utf8)
    guard bytes.count >= wanted.count else { return text }
    for start in 0...bytes.count - wanted.count where bytes[start..<start + wanted.count].elementsEqual(wanted) {
      return String(decoding: bytes[..<start] + bytes[(start + wanted.count)...], as: UTF8.self)
    }
    return text
  }

  /// The unit that a label states, as `（万元）`; nil where it states none.
  static func statedUnit(in text: String) -> MoneyUnit? {
    guard text.unicodeScalars.contains("元") else { return nil }
    let plain = String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { !$0.properties.isWhitespace }.map { scalar in
          switch scalar {
          case "（": "("
          case "）": ")"
          default: scalar
          }
        }))
    return MoneyUnit.allCases.first { removing("(\($0.rawValue))", from: plain) != plain }
  }

  /// The signs of which the number before a label is made.
  private static let numerals = Set("一二三四五六七八九十百0123456789")

  /// The number before a label and the label without it: `一、`, `（九）`, `(九)`, `1.`, `3、`.
  static func split(_ normalized: String) -> (number: String?, text: String) {
    if normalized.first == "(", let close = normalized.firstIndex(of: ")") {
      let number = normalized[normalized.index(after: normalized.startIndex)..<close]
      if !number.isEmpty, number.allSatisfy(numerals.contains) {
        return (String(number), String(normalized[normalized.index(after: close)...]))
      }
    }
    let number = normalized.prefix(while: numerals.contains)
    let rest = normalized.dropFirst(number.count)
    if !number.isEmpty, let mark = rest.first, "、.,".contains(mark) {
      return (String(number), String(rest.dropFirst()))
    }
    return (nil, normalized)
  }
}
