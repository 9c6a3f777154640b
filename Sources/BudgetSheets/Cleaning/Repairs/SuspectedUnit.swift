/// Proposes amounts that were typed in 元 into a form in 万元, or the other way round.
struct SuspectedUnit: CauseRepair {
  static let description = RepairDescription(
    .suspectedUnit, .suggested, mess: ["A3"], extent: .sheet,
    chinese: .init(
      name: "金额单位疑似写错", reason: "填报 {reported}，与其他表相差一万倍，应为 {proposed}，改后 {count} 条勾稽关系一并成立",
      limits: "须恰好相差一万倍、改后所涉规则全部成立、且没有别的解释；公式不动。标签和栏目中写明的单位从不推翻。"),
    english: .init(
      name: "suspected units",
      reason: "{reported} is off by 10 000 against other forms; with {proposed} {count} rules hold",
      limits:
        "only where the factor is just 10 000, all rules concerned hold afterwards, and nothing else explains it; formulas stay. The unit that a label or a column states is never overruled."
    ))

  func concerns(_ cause: Cause, in work: CleaningWork) -> Bool {
    guard cause.mechanism == .wrongUnit || cause.mechanism == .wrongScale else { return false }
    return cause.changes.allSatisfy { change in
      // What a label states is not overruled.
      let form = change.place.form.flatMap { work.set.form($0) }
      if form?.isBlockForm ?? true || LabelText.statedUnit(in: change.place.path?.description ?? "") != nil {
        return false
      }
      guard let reported = change.reported, let proposed = change.proposed else {
        return change.reported == change.proposed
      }
      let (more, overflow) = proposed.fen.multipliedReportingOverflow(by: 10_000)
      let (less, other) = reported.fen.multipliedReportingOverflow(by: 10_000)
      return !overflow && more == reported.fen || !other && less == proposed.fen
    }
  }
}
