/// What the list says of a cause.
struct CauseText {
  let cause: Cause
  let set: FormSet
  /// The numbers of the lines that it explains.
  let lines: [Int]

  /// What may have happened and what follows, a line each; for a cause without a proposal, what its failures have in common.
  var text: String {
    var sentences: [String] = []
    if let mechanism = cause.mechanism { sentences.append("可能是\(mechanism.name)") }
    if !lines.isEmpty {
      let numbers = "第 " + lines.map(String.init).joined(separator: "、") + " 条"
      if cause.changes.isEmpty {
        let difference = cause.difference.map { "相差都是 \(amount($0)) \(set.unit.rawValue)，" } ?? ""
        sentences.append("\(numbers)\(difference)可能出于同一原因")
      } else {
        sentences.append("改后\(numbers)消除")
      }
    }
    if !cause.agreeingForms.isEmpty {
      sentences.append("\(cause.agreeingForms.joined(separator: "、")) 表的数字与此相符")
    }
    if !cause.derived.isEmpty { sentences.append("合计随之改动：" + cause.derived.map(change).joined(separator: "，")) }
    for alternative in cause.alternatives {
      let changes = alternative.changes.map(change).joined(separator: "，")
      sentences.append("也可能是\(alternative.mechanism.name)：\(changes)")
    }
    return sentences.map { $0 + "。" }.joined(separator: "\n")
  }

  /// What a comment says of a change.
  func comment(_ change: Cause.Change, key: ListKey) -> String {
    let proposed = change.proposed.map { "可能应为 \(amount($0))" } ?? "可能应留空"
    let others = cause.alternatives.isEmpty ? "" : "，另有其他可能"
    return "\(key.text) \(proposed)（现填 \(amount(change.reported))\(others)）"
  }

  private func change(_ change: Cause.Change) -> String {
    "\(change.place.address) \(amount(change.reported)) → \(amount(change.proposed))"
  }

  private func amount(_ amount: Amount?) -> String {
    amount?.text(in: set.unit, decimals: set.decimals) ?? "空白"
  }
}

extension Cause.Mechanism {
  /// What a clerk calls it.
  fileprivate var name: String {
    switch self {
    case .transposedDigits: "数字颠倒"
    case .wrongScale: "小数点或单位错位"
    case .wrongSign: "正负号颠倒"
    case .droppedDigit: "漏输数字"
    case .extraDigit: "多输数字"
    case .wrongDigit: "数字输错"
    case .doubled: "重复计算"
    case .leftBlank: "漏填"
    case .superfluous: "多填"
    case .wrongColumn: "错栏"
    case .wrongRow: "错行"
    case .partMissed: "漏计或重计一项"
    case .hiddenRowMissed: "未计入隐藏行"
    case .otherAmount: "金额有误"
    }
  }
}
