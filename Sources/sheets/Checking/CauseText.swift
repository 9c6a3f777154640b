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
    lines += changes(cause.changes, cause.mechanism)
    lines += derived(cause.derived)
    for alternative in cause.alternatives {
      lines.append(
        "     "
          + options.say("也可能（规则不能区分）：", "or, which the rules cannot tell apart: ")
          + alternative.mechanism.name(in: options.language))
      lines += changes(alternative.changes, alternative.mechanism)
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
    return mechanism.name(in: options.language) + options.say("：", ": ") + text(first, mechanism) + more
  }

  private var heading: String {
    if let mechanism = cause.mechanism { return mechanism.name(in: options.language) }
    let count = cause.findings.count
    guard let difference = cause.difference else {
      return options.say(
        "\(count) 处可能出于同一处错误，不能确定是哪一格", "\(count) findings seem to belong together; which cell is wrong cannot be told")
    }
    let amount =
      difference.text(in: set.unit, decimals: set.decimals).replacing("-", with: "−") + " " + set.unit.rawValue
    return options.say(
      "\(count) 处相差同为 \(amount)，可能出于同一处错误，不能确定是哪一格",
      "\(count) findings are off by the same \(amount) and seem to belong together; which cell is wrong cannot be told")
  }

  private func changes(_ changes: [Cause.Change], _ mechanism: Cause.Mechanism?) -> [String] {
    changes.map { "       " + text($0, mechanism) }
  }

  private func text(_ change: Cause.Change, _ mechanism: Cause.Mechanism? = nil) -> String {
    "\(change.place)" + options.say("：", ": ")
      + change.reportedText(in: set, language: options.language, mechanism: mechanism) + " → "
      + change.proposedText(in: set, language: options.language)
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
    let names = cause.agreeingForms.map { set.form($0)?.name ?? $0 }.joined(separator: options.comma)
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
    for finding in shown {
      lines.append("       " + report.head(finding) + "  " + short(finding))
      if let explanation = report.explanation(of: finding) { lines.append("           " + explanation) }
    }
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
    guard let figures = finding.figures(in: set, language: options.language) else {
      return finding.line(in: options.language)
    }
    return (finding.place.isEmpty ? "" : finding.place + options.say("：", ": ")) + figures
  }
}
