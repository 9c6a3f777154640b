/// A number as a cell shows it, for the few formats that stand in columns of text.
enum ShownNumber {
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
