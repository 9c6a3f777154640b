/// Proposes amounts that stand in a neighbouring column.
struct ShiftedAmount: CauseRepair {
  static let description = RepairDescription(
    .shiftedAmount, .suggested, mess: ["L6"], extent: .sheet,
    chinese: .init(
      name: "金额疑似错栏", reason: "填报 {reported}，疑似填在相邻栏，应为 {proposed}，改后 {count} 条勾稽关系一并成立",
      limits: "须改后所涉规则全部成立、且没有别的解释；公式不动；行与行之间的错位只报告。"),
    english: .init(
      name: "amounts in the wrong column",
      reason: "{reported} seems to stand in the neighbouring column; with {proposed} {count} rules hold",
      limits:
        "only where all rules concerned hold afterwards and nothing else explains it; formulas stay; amounts in another row are only told."
    ))

  func concerns(_ cause: Cause, in work: CleaningWork) -> Bool {
    switch cause.mechanism {
    case .wrongColumn, .shiftedRow, .shiftedColumn: true
    default: false
    }
  }
}
