/// Takes the noise of floating point off a stored amount.
struct FloatNoise: CellRepair {
  static let description = RepairDescription(
    .floatNoise, .safe, mess: ["A6"],
    chinese: .init(
      name: "去掉浮点误差", reason: "保存的数带有浮点误差，取 15 位有效数字",
      limits: "取 15 位有效数字后须不细于分；真正细于分的、公式的结果不动。"),
    english: .init(
      name: "noise of floating point",
      reason: "the stored number carried the noise of floating point; it keeps 15 digits",
      limits: "only where 15 digits are not finer than a 分; what is truly finer stays, and so do results of formulas."))

  func repaired(_ state: CellState, at site: CellSite, in work: CleaningWork) -> (CellState, [String: String])? {
    guard case .amount(let unit) = site.kind, state.kind == .number, let stored = DecimalNumber(state.text) else {
      return nil
    }
    let number = stored.atDoublePrecision
    // Most programs write a number by more digits than it needs; where both are one double there is no noise.
    guard site.read?.value?.amount != nil, stored.isCertain(at: -unit.exactDecimals), number != stored,
      number.decimals <= unit.exactDecimals, Double(number.text) != Double(state.text)
    else {
      return nil
    }
    return (CellState(kind: .number, text: number.text, format: state.format), [:])
  }
}
