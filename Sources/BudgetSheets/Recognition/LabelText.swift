/// The texts of headings and labels as they are compared: without what a clerk's typing or a line break puts in.
///
/// White space and invisible characters fall away, full-width forms become ordinary ones, quotation marks fall away,
/// a stated unit such as `（万元）` falls away, and so does a colon at the end. Never used for values.
enum LabelText {
  /// The comparable form of a label.
  static func normalize(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x3000, 0x200B...0x200F, 0x2060, 0xFEFF, 0x00AD: continue
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x201C, 0x201D, 0x2018, 0x2019, 0x300C...0x300F, 0xFF62, 0xFF63, 0x22, 0x27: continue
      case 0x3010, 0x3014, 0x5B: result.append("(")
      case 0x3011, 0x3015, 0x5D: result.append(")")
      case 0x2236, 0xFE55: result.append(":")
      default:
        if !scalar.properties.isWhitespace { result.append(scalar) }
      }
    }
    var label = String(result).replacing("\"", with: "").replacing("'", with: "")
    for unit in MoneyUnit.allCases { label = label.replacing("(\(unit.rawValue))", with: "") }
    while label.hasSuffix(":") { label.removeLast() }
    return label
  }

  /// The unit that a label states, as `（万元）`; nil where it states none.
  static func statedUnit(in text: String) -> MoneyUnit? {
    let text = String(text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(Character.init))
    return MoneyUnit.allCases.first { text.contains("（\($0.rawValue)）") || text.contains("(\($0.rawValue))") }
  }

  /// The number before a label and the label without it: `一、`, `（九）`, `(九)`, `1.`, `3、`.
  static func split(_ normalized: String) -> (number: String?, text: String) {
    let numerals = Set("一二三四五六七八九十百0123456789")
    if normalized.first == "(", let close = normalized.firstIndex(of: ")") {
      let number = normalized[normalized.index(after: normalized.startIndex)..<close]
      if !number.isEmpty, number.allSatisfy(numerals.contains) {
        return (String(number), String(normalized[normalized.index(after: close)...]))
      }
    }
    let number = normalized.prefix(while: numerals.contains)
    let rest = normalized.dropFirst(number.count)
    if !number.isEmpty, let mark = rest.first, "、.,".contains(mark) { return (String(number), String(rest.dropFirst())) }
    return (nil, normalized)
  }
}
