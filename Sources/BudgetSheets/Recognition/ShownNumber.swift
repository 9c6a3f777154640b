/// A number as a cell shows it, for the few formats that stand in columns of text.
enum ShownNumber {
  /// The number as a code of so many digits as its format has zeros, as 01 under `00` or `00;;;@`; nil where the format is no
  /// such one, or the number no count of so few digits.
  static func code(_ stored: String, format: String) -> String? {
    let zeros = format.prefix { $0 != ";" }
    guard (2...9).contains(zeros.utf8.count), zeros.allSatisfy({ $0 == "0" }),
      let number = DecimalNumber(stored)?.atDoublePrecision, number.isInteger, !number.isNegative,
      // Other sections may show nothing of a zero.
      !number.isZero || zeros.utf8.count == format.utf8.count, number.text.utf8.count <= zeros.utf8.count
    else { return nil }
    return String(repeating: "0", count: zeros.utf8.count - number.text.utf8.count) + number.text
  }

  /// The shown text: a percentage under `0%`, so many decimals under `0.00`, else the number as it is stored.
  static func text(_ stored: String, format: String) -> String {
    guard let number = DecimalNumber(stored)?.atDoublePrecision else { return stored }
    let isPercent = format.hasSuffix("%")
    let pattern = isPercent ? String(format.dropLast()) : format
    guard pattern == "0" || (pattern.hasPrefix("0.") && pattern.dropFirst(2).allSatisfy { $0 == "0" }) else {
      return number.text
    }
    let places = max(0, pattern.count - 2)
    var text = (isPercent ? number.scaled(by: 2) : number).rounded(at: -places).text
    if places > 0 {
      if !text.contains(".") { text += "." }
      let decimals = text.drop { $0 != "." }.count - 1
      text += String(repeating: "0", count: places - decimals)
    }
    return text + (isPercent ? "%" : "")
  }
}

extension SheetGrid.Cell {
  /// The code that a stored number shows; nil where it is none, or its format shows no zeros before it.
  var shownCode: String? { kind == .number ? ShownNumber.code(text, format: numberFormat) : nil }
}
