import BudgetSheets

/// The report of one workbook as text for people: causes first, then what they do not explain, then what it comes to.
struct CheckText {
  let report: CheckReport
  let set: FormSet
  let options: CommonOptions
  /// What the file is called; nil for its name alone.
  var path: String?
  var style = TextStyle.plain
  /// Whether every finding is told by itself.
  var listsAll = false

  /// The whole report but for its last line, which says what to do.
  var body: [String] {
    var lines = [style.bold(headline)]
    var told: Set<Int> = []
    let causes = causes(&told)
    lines += causes
    let others = report.findings.indices.filter { !told.contains($0) }.map { report.findings[$0] }
    if !others.isEmpty {
      if !causes.isEmpty { lines.append(style.bold(options.say("其他问题", "Other findings"))) }
      lines += FindingReport(findings: others, options: options, style: style, listsAll: listsAll).lines
    }
    lines += PriorText(report: report, set: set, options: options, style: style).lines
    let ledger = LedgerText(report: report, options: options)
    lines.append(ledger.line)
    lines += ledger.reasons
    return lines
  }

  /// The workbook, the department and the year.
  var headline: String { Self.headline(of: report, path: path, options) }

  /// The workbook, the department and the year of a report.
  ///
  /// - Parameter path: What the file is called; nil for its name alone.
  static func headline(of report: CheckReport, path: String?, _ options: CommonOptions) -> String {
    let department =
      report.book.department.isEmpty ? options.say("（未写明部门）", "(no department named)") : report.book.department
    let year =
      report.book.year.isEmpty
      ? options.say("（未写明年度）", "(no year named)") : options.say("\(report.book.year) 年", report.book.year)
    let file = path ?? report.book.file ?? ""
    return options.say(
      "\(file)：\(department)，\(year)（\(report.set)）",
      "\(file): \(department), \(year) (\(report.set))")
  }

  private func causes(_ told: inout Set<Int>) -> [String] {
    if report.causes.isEmpty { return [] }
    var lines = [
      style.bold(options.say("最可能的原因", "What is probably wrong"))
        + options.say("（推测，请核对；文件没有改动）", " (a suggestion to be checked; nothing was changed)")
    ]
    for (index, cause) in report.causes.enumerated() {
      let text = CauseText(
        cause: cause, report: report, set: set, options: options, style: style, listsAll: listsAll)
      lines += text.lines(number: index + 1, told: &told)
    }
    if report.causesAreIncomplete {
      lines.append(
        options.say("  没有找遍所有可能，也许还有别的原因。", "  Not every possibility was tried; there may be other causes."))
    }
    return lines
  }

  /// The report in a few lines, for when there are many: the verdict, the counts, and the first cause or finding.
  var block: [String] {
    var lines = [style.bold(headline), "  " + report.verdictSentence(in: options.language)]
    let ledger = LedgerText(report: report, options: options)
    lines.append("  " + counts + options.say("；", "; ") + ledger.line)
    lines += ledger.reasons(atMost: Self.blockReasons)
    if let cause = report.causes.first {
      let text = CauseText(cause: cause, report: report, set: set, options: options).summary
      let more =
        report.causes.count > 1
        ? options.say("（共 \(report.causes.count) 个原因）", " (\(report.causes.count) causes)") : ""
      lines.append("  " + options.say("最可能的原因：", "probably: ") + text + more)
    }
    let explained = Set(report.causes.flatMap(\.findings))
    let others = report.findings.indices.filter { !explained.contains($0) }.map { report.findings[$0] }
    let open = others.filter { $0.level == .error || $0.level == .warning && $0.explanation == nil }
    let told = FindingReport(findings: open, options: options, style: style).entries.prefix(Self.blockFindings)
    lines += told.flatMap(\.lines)
    let rest = open.count - told.reduce(0) { $0 + $1.count }
    if rest > 0 {
      lines.append("  " + options.say("另有 \(rest) 处未列出，用 --all 查看", "\(rest) more are not listed; --all lists them"))
    }
    if let growth = PriorText(report: report, set: set, options: options).summary { lines.append("  " + growth) }
    return lines
  }

  /// How many findings, or kinds of them, a block tells.
  private static let blockFindings = 3
  /// How many reasons why something was not checked a block tells.
  private static let blockReasons = 3

  /// How many findings there are of each level.
  var counts: String {
    let counts = Finding.Level.allCases.map { "\(options.name(of: $0)) \(report.count($0))" }
    return counts.joined(separator: " · ")
  }
}
