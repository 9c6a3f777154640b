/// Reads a code from the text of a cell.
enum CodeText {
  /// The code with its zeros, as far as it is certain.
  ///
  /// A number that a spreadsheet stored may have lost leading zeros (`1` for `01`) or gained a point (`1.0`); in a
  /// column of two digits nothing else can be meant. Other lengths are left as they are.
  static func read(_ raw: String, digits: Int?) -> String {
    var text = AmountText.plain(raw)
    if let point = text.firstIndex(of: "."), text[text.index(after: point)...].allSatisfy({ $0 == "0" }) {
      text = String(text[..<point])
    }
    // What is no code at all stays as it is written.
    guard isDigits(text) else { return FrameText.trimmed(raw) }
    if digits == 2, text.count == 1 { text = "0" + text }
    return text
  }

  /// Whether a text is a long number in scientific notation, as a spreadsheet shows a code that it took for a number.
  static func isDamaged(_ text: String) -> Bool {
    let plain = AmountText.plain(text)
    guard plain.contains("E+") || plain.contains("e+"), DecimalNumber(plain) != nil else {
      return plain.contains(".") && isBeyondDouble(plain) && DecimalNumber(plain) != nil
    }
    return true
  }

  static func isDigits(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// Whether a number of this text may have lost digits: a double is exact to 15 only.
  static func isBeyondDouble(_ number: String) -> Bool {
    guard let value = Double(number) else { return true }
    return abs(value) >= 1e15
  }
}
