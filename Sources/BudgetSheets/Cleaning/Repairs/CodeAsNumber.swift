/// Turns a code that was stored as a number into text, with the zeros that it lost.
struct CodeAsNumber: CellRepair {
  static let description = RepairDescription(
    .codeAsNumber, .noted, mess: ["K1", "K3"], findings: [.codeLostZeros],
    chinese: .init(
      name: "编码由数字改为文本", reason: "编码以数字保存，改为文本{padded}",
      limits: "须是整数且位数合乎该栏（两位的栏补一个零）；位数不合的、达到 16 位而末位已丢失的不动。"),
    english: .init(
      name: "codes stored as numbers", reason: "the code was stored as a number and became text{padded}",
      limits:
        "only integers that have the digits of the column (one zero is put before a single digit in a column of two); longer codes whose last digits are lost stay."
    ))

  func repaired(_ state: CellState, at site: CellSite, in work: CleaningWork) -> (CellState, [String: String])? {
    guard case .code(let digits) = site.kind, state.kind == .number, !CodeText.isBeyondDouble(state.text),
      let number = DecimalNumber(state.text)?.atDoublePrecision, number.isInteger, !number.isNegative
    else { return nil }
    let code = CodeText.read(number.text, digits: digits)
    guard CodeText.isDigits(code), digits.map({ code.count == $0 }) ?? true else { return nil }
    // Where the format shows zeros before it, the cell says more than the number, and is read as it is shown.
    if ShownNumber.code(state.text, format: state.format) != nil { return nil }
    if state.format.allSatisfy({ $0 == "0" }), state.format.count > code.count { return nil }
    let padded = code == number.text ? ["padded": ""] : ["padded": " \(code)"]
    return (CellState(kind: .text, text: code, format: "@"), padded)
  }
}
