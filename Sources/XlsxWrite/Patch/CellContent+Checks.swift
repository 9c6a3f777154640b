extension CellContent {
  /// The content as it is written: the number without a plus sign, the formula without its equals sign. Throws where a
  /// workbook cannot hold it.
  func checked() throws(ContentFault) -> CellContent {
    switch self {
    case .number(let text): return .number(try Self.decimal(text))
    case .text(let text):
      let count = XMLText.escaped(text).utf16.count
      if count > 32_767 { throw Self.tooLong("the text has \(count) characters. A cell holds 32767") }
      return self
    case .formula(let text, let result):
      let formula = text.utf8.first == UInt8(ascii: "=") ? String(decoding: text.utf8.dropFirst(), as: UTF8.self) : text
      if formula.isEmpty { throw Self.fault("the formula is empty. Set the content to nothing instead") }
      if formula.utf16.count > 8192 {
        throw Self.tooLong("the formula has \(formula.utf16.count) characters. Shorten it to 8192")
      }
      if let complaint = FormulaCheck.complaint(about: formula) {
        throw ContentFault(code: .badText, message: complaint)
      }
      if !XMLText.allows(formula) { throw Self.fault("the formula holds a control character. Use CHAR() for it") }
      switch result {
      case .number(let number): return .formula(formula, .number(try Self.decimal(number)))
      case .text(let text):
        if XMLText.escaped(text).utf16.count > 32_767 {
          throw Self.tooLong("what the formula comes to is too long. A cell holds 32767 characters")
        }
        return .formula(formula, result)
      case .boolean, .unknown: return .formula(formula, result)
      }
    case .boolean, .nothing: return self
    }
  }

  /// Digits, at most one point and an exponent (xsd:double); a plus sign is left out.
  private static func decimal(_ text: String) throws(ContentFault) -> String {
    let isSigned = text.utf8.first == UInt8(ascii: "+")
    let plain = isSigned ? String(decoding: text.utf8.dropFirst(), as: UTF8.self) : text
    var rest = plain.utf8[...]
    if !isSigned, rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    func takeDigits() -> Int {
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      rest = rest.dropFirst(digits.count)
      return digits.count
    }
    var digits = takeDigits()
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      digits += takeDigits()
    }
    var isNumber = digits > 0
    if isNumber, let mark = rest.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
      isNumber = takeDigits() > 0
    }
    guard isNumber, rest.isEmpty, text.utf8.count <= 400 else {
      throw fault(
        "\"\(text.prefix(40))\" is no decimal number. Write it as in 1234.50, without separators or units, or as a text"
      )
    }
    if Double(plain)?.isFinite != true {
      throw fault("\(text.prefix(40)) is larger than Excel's numbers. Write a text")
    }
    return plain
  }

  private static func tooLong(_ message: String) -> ContentFault {
    ContentFault(code: .tooLong, message: message + ".")
  }

  private static func fault(_ message: String) -> ContentFault { ContentFault(code: .badText, message: message + ".") }
}
