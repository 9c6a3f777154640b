import BudgetSheets

/// A probable cause as text for people: what would be otherwise, what speaks for it, and what it explains.
struct CauseText {
  let cause: Cause
  let report: CheckReport
  let set: FormSet
  let options: CommonOptions
  var style = TextStyle.plain
  /// Whether everything is listed.
  var listsAll = false

  /// How many findings and totals are named unless all are asked for.
  private static let few = 6

  /// The lines, numbered.
  ///
  /// - Parameter told: The findings that were told under an earlier cause, by their position; this one's are added.
  func lines(number: Int, told: inout Set<Int>) -> [String] {
    var lines = ["  \(number). " + style.bold(heading)]
    lines += changes(cause.changes)
    lines += derived(cause.derived)
    for alternative in cause.alternatives {
      lines.append(
        "     "
          + options.say("也可能（规则不能区分）：", "or, which the rules cannot tell apart: ")
          + alternative.mechanism.name(in: options.language))
      lines += changes(alternative.changes)
      lines += derived(alternative.derived)
    }
    if !cause.agreeingForms.isEmpty { lines.append("     " + agreement) }
    let new = cause.findings.filter { report.findings.indices.contains($0) && !told.contains($0) }
    told.formUnion(new)
    lines += symptoms(new.map { report.findings[$0] })
    return lines
  }

  /// The cause on one line.
  var summary: String {
    guard let mechanism = cause.mechanism, let first = cause.changes.first else { return heading }
    let others = cause.changes.count - 1
    let more = others > 0 ? options.say(" 等 \(others + 1) 格", " and \(others) more") : ""
    return mechanism.name(in: options.language) + options.say("：", ": ") + text(first) + more
  }

  private var heading: String {
    if let mechanism = cause.mechanism { return mechanism.name(in: options.language) }
    let count = cause.findings.count
    guard let difference = cause.difference else {
      return options.say(
        "\(count) 处可能出于同一处错误，不能确定是哪一格", "\(count) findings seem to belong together; which cell is wrong cannot be told")
    }
    let amount = text(difference) + " " + set.unit.rawValue
    return options.say(
      "\(count) 处相差同为 \(amount)，可能出于同一处错误，不能确定是哪一格",
      "\(count) findings are off by the same \(amount) and seem to belong together; which cell is wrong cannot be told")
  }

  private func changes(_ changes: [Cause.Change]) -> [String] { changes.map { "       " + text($0) } }

  private func text(_ change: Cause.Change) -> String {
    "\(change.place)" + options.say("：", ": ") + text(change.reported) + " → " + text(change.proposed)
  }

  private func text(_ amount: Amount?) -> String {
    amount?.text(in: set.unit, decimals: set.decimals) ?? options.say("空白", "blank")
  }

  private func derived(_ changes: [Cause.Change]) -> [String] {
    if changes.isEmpty { return [] }
    let head = options.say(
      "随之改变的合计 \(changes.count) 个", "\(changes.count) \(changes.count == 1 ? "total" : "totals") would follow")
    if listsAll { return ["       " + head + options.say("：", ":")] + changes.map { "         " + text($0) } }
    let places = changes.prefix(Self.few).map { $0.place.address }
    let more = changes.count > Self.few ? options.say("等", " …") : ""
    return ["       " + head + options.say("：", ": ") + places.joined(separator: options.comma) + more]
  }

  private var agreement: String {
    let names = cause.agreeingForms.map { set.form($0)?.code ?? $0 }.joined(separator: options.comma)
    return options.say(
      "与此相符的有 \(cause.agreeingForms.count) 张表：\(names)；若本表无误，则须改这些表",
      "\(cause.agreeingForms.count) forms agree with it: \(names); if this one is right, they are to be changed")
  }

  private func symptoms(_ findings: [Finding]) -> [String] {
    if findings.isEmpty { return [] }
    let shown = listsAll ? findings : Array(findings.prefix(Self.few))
    let count = findings.count
    let head = options.say("由此引起的 \(count) 处：", "\(count) \(count == 1 ? "finding" : "findings") that it explains:")
    var lines = cause.mechanism == nil ? [] : ["     " + head]
    let report = FindingReport(findings: [], options: options, style: style)
    lines += shown.map { "       " + report.head($0) + "  " + short($0) }
    if shown.count < findings.count {
      let codes = Set(findings.dropFirst(shown.count).map(\.code.rawValue)).sorted()
      lines.append(
        "       "
          + options.say(
            "另有 \(findings.count - shown.count) 处（\(codes.joined(separator: "、"))），用 --all 全部列出",
            "and \(findings.count - shown.count) more (\(codes.joined(separator: ", "))); --all lists them"))
    }
    return lines
  }

  /// Where a finding is and by how much it is off; its sentence where it has no figures.
  private func short(_ finding: Finding) -> String {
    guard let judgement = finding.judgement else { return finding.line(in: options.language) }
    let place = finding.place.isEmpty ? "" : finding.place + options.say("：", ": ")
    let (reported, expected) = (text(judgement.reported), text(judgement.expected))
    let difference = text(judgement.difference).replacing("-", with: "−")
    let relation =
      switch judgement.relation {
      case .equal: options.say("应为", "should be")
      case .atMost: options.say("应不大于", "should be at most")
      case .atLeast: options.say("应不小于", "should be at least")
      }
    return place
      + options.say(
        "\(reported)，\(relation) \(expected)，相差 \(difference)",
        "\(reported), \(relation) \(expected), off by \(difference)")
  }
}
