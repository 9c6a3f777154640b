/// Writes a code in plain digits.
struct CodeNotation: CellRepair {
  static let description = RepairDescription(
    .codeNotation, .noted, mess: ["K1", "K3", "K8", "T9", "T17"], findings: [.codeLostZeros],
    chinese: .init(
      name: "编码改为规范写法", reason: "编码带有空格、撇号、全角数字或小数点，或少写了零",
      limits: "改后须全是数字且位数合乎该栏；含字母（如 O、l）的、位数不合的不动。"),
    english: .init(
      name: "notation of codes",
      reason: "the code had blanks, an apostrophe, full-width digits or a point, or lacked a zero",
      limits:
        "the result must be digits only, as many as the column has; codes with letters (O, l) or other lengths stay."))

  func repaired(_ state: CellState, at site: CellSite, in work: CleaningWork) -> (CellState, [String: String])? {
    guard case .code(let digits) = site.kind, state.kind == .text, !CodeText.isDamaged(state.text) else { return nil }
    let code = CodeText.read(state.text, digits: digits)
    guard CodeText.isDigits(code), digits.map({ code.count == $0 }) ?? true, code != state.text else { return nil }
    var after = state
    after.text = code
    return (after, [:])
  }
}
