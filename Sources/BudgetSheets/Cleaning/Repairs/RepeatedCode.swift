/// Fills in a blank code that repeats the one above.
struct RepeatedCode: CellRepair {
  static let description = RepairDescription(
    .repeatedCode, .noted, mess: ["K4"], findings: [.codeRepeatsAbove],
    chinese: .init(
      name: "补填与上一行相同的编码", reason: "编码空白，名称与上一行相同，补填 {code}",
      limits: "只在表样规定空白编码重复上一行的表中、且名称与上一行相同时补填；合并单元格不拆；金额不并入上一行。"),
    english: .init(
      name: "blank codes that repeat the one above",
      reason: "the code was blank and the name that of the row above: {code}",
      limits:
        "only in forms whose definition says that a blank code repeats the one above, and only beside the same name; merged cells are not split, amounts are never added to the row above."
    ))

  func repaired(_ state: CellState, at site: CellSite, in work: CleaningWork) -> (CellState, [String: String])? {
    guard case .code(let digits) = site.kind, state.kind == .blank, let code = site.read?.inherited,
      CodeText.isDigits(code), digits.map({ code.count == $0 }) ?? true
    else { return nil }
    return (CellState(kind: .text, text: code, format: state.format), ["code": code])
  }
}
