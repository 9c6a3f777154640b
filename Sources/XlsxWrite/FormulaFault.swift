/// What keeps a formula from being written.
struct FormulaFault: Error {
  var code: XlsxWriteError.Code
  var message: String

  /// A formula with its leading equals sign, checked for what XML and Excel can take.
  static func checked(_ formula: String, atMost limit: Int) throws(FormulaFault) -> String {
    let text = formula.utf8.first == UInt8(ascii: "=") ? formula : "=" + formula
    let count = text.utf8.count
    if count == 1 { throw FormulaFault(code: .badText, message: "the formula is empty. Write a blank instead.") }
    // No text has more UTF-16 units or characters than bytes.
    if count - 1 > limit {
      let units = text.utf16.count - 1
      if units > limit || text.unicodeScalars.count - 1 > limit {
        throw FormulaFault(
          code: .tooLong, message: "the formula has \(units) characters. Shorten it to \(limit).")
      }
    }
    if !XMLText.allows(text) {
      throw FormulaFault(code: .badText, message: "the formula holds a control character. Use CHAR() for it.")
    }
    return text
  }
}
