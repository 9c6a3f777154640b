/// Leaves a cell blank in which a sign stands for no amount.
struct NilMark: CellRepair {
  static let description = RepairDescription(
    .nilMark, .noted, mess: ["A1"], findings: [.nilMark],
    chinese: .init(
      name: "清空表示无金额的记号", reason: "“{text}”表示没有金额，改为空白",
      limits: "只在金额栏中，只认 - － — – ― / 无 空；数字前的负号、文字栏中的“无”、与合计矛盾的、只有记号的行不动。"),
    english: .init(
      name: "signs for no amount", reason: "“{text}” stood for no amount and became blank",
      limits:
        "only in columns of amounts, and only - － — – ― / 无 空; a minus before a number, 无 in a column of text, what a sum contradicts, and rows of nothing but signs stay."
    )
  )

  func repaired(_ state: CellState, at site: CellSite, in work: CleaningWork) -> (CellState, [String: String])? {
    // Without its marks the row would be none any more.
    guard state.kind == .text, !site.isOfEmptyRow, !work.isContradicted(site) else { return nil }
    let details = ["text": FrameText.trimmed(state.text)]
    switch site.kind {
    case .amount(let unit):
      guard site.read?.value == nil, AmountText.read(state.text, unit: unit) == .nothing,
        !work.hasUnclearUnit(site.address.sheet)
      else { return nil }
    case .beyondRows:
      guard AmountText.read(state.text, unit: work.set.unit) == .nothing else { return nil }
    default: return nil
    }
    return (.noAmount(in: work.set, format: state.format), details)
  }
}
