/// What the list says of a cause.
struct CauseText {
  let cause: Cause
  let set: FormSet
  /// The numbers of the lines that it explains.
  let lines: [Int]

  /// What may have happened and what follows, a line each; for a cause without a proposal, what its failures have in common.
  var text: String {
    var sentences: [String] = []
    if let mechanism = cause.mechanism { sentences.append("可能是" + name(mechanism)) }
    if !lines.isEmpty {
      let numbers = "第 " + lines.map(String.init).joined(separator: "、") + " 条"
      if cause.changes.isEmpty {
        let difference = cause.difference.map { "相差都是 \($0.textForPeople(in: set)) \(set.unit.rawValue)，" } ?? ""
        sentences.append("\(numbers)\(difference)可能出于同一原因")
      } else {
        sentences.append("改后\(numbers)消除")
      }
    }
    if !cause.agreeingForms.isEmpty {
      let forms = cause.agreeingForms.map { set.form($0)?.name ?? $0 }.joined(separator: "、")
      sentences.append(ReportText.agreeingForms(cause.agreeingForms.count).text(in: .chinese) + forms)
    }
    if !cause.derived.isEmpty {
      sentences.append("合计随之改动：" + cause.derived.map { change($0, nil) }.joined(separator: "，"))
    }
    for alternative in cause.alternatives {
      let changes = alternative.changes.map { change($0, alternative.mechanism) }.joined(separator: "，")
      sentences.append("也可能是\(name(alternative.mechanism))：\(changes)")
    }
    return sentences.map { $0 + "。" }.joined(separator: "\n")
  }

  private func name(_ mechanism: Cause.Mechanism) -> String { ReportText.mechanismName(mechanism).text(in: .chinese) }

  /// What a comment says of a change.
  func comment(_ change: Cause.Change, key: ListKey) -> String {
    let proposed = change.proposed.map { "可能应为 \($0.textForPeople(in: set))" } ?? "可能应留空"
    let others = cause.alternatives.isEmpty ? "" : "，另有其他可能"
    let now =
      change.reported.map { "现填 \($0.textForPeople(in: set))" }
      ?? (cause.mechanism == .unreadable ? "现未能读取" : "现未填报")
    return "\(key.text) \(proposed)（\(now)\(others)）"
  }

  private func change(_ change: Cause.Change, _ mechanism: Cause.Mechanism?) -> String {
    change.place.address + " " + change.reportedText(in: set, language: .chinese, mechanism: mechanism) + " → "
      + change.proposedText(in: set, language: .chinese)
  }
}
