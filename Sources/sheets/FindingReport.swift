import BudgetSheets

/// Findings as text for people: the gravest first, and many of one kind told once with their places.
struct FindingReport {
  let findings: [Finding]
  let options: CommonOptions
  var style = TextStyle.plain
  /// Whether each is told by itself, however many there are of one kind.
  var listsAll = false
  var indentation = "  "

  /// How many of one kind are told one by one.
  private static let single = 4
  /// How many places are named of a kind that is told once.
  private static let places = 6

  private struct Kind: Hashable {
    var level: Finding.Level
    var code: FindingCode
    /// The rules of a form share a code; each is another kind.
    var rule: String?
    /// Those that are explained are told by themselves, each with what explains it.
    var isExplained: Bool
  }

  /// What is told at once: a finding, or many of one kind.
  struct Entry {
    var lines: [String]
    /// How many findings it tells.
    var count: Int
  }

  /// The lines, indented.
  var lines: [String] { entries.flatMap(\.lines) }

  /// The lines, indented, by what they tell.
  var entries: [Entry] {
    var groups: [(kind: Kind, findings: [Finding])] = []
    var indexes: [Kind: Int] = [:]
    for finding in findings {
      let kind = Kind(
        level: finding.level, code: finding.code, rule: finding.judgement?.rule, isExplained: finding.explanation != nil
      )
      if let index = indexes[kind] {
        groups[index].findings.append(finding)
      } else {
        indexes[kind] = groups.count
        groups.append((kind, [finding]))
      }
    }
    groups.sort {
      ($0.kind.level, $0.kind.isExplained ? 1 : 0, $0.kind.code.rawValue)
        < ($1.kind.level, $1.kind.isExplained ? 1 : 0, $1.kind.code.rawValue)
    }
    return groups.flatMap { group in
      listsAll || group.kind.isExplained || group.findings.count <= Self.single
        ? group.findings.map { Entry(lines: lines($0), count: 1) }
        : [Entry(lines: [summary(group.findings)], count: group.findings.count)]
    }
  }

  private func lines(_ finding: Finding) -> [String] {
    [line(finding)] + (explanation(of: finding).map { [indentation + "    " + $0] } ?? [])
  }

  /// What the submitter wrote about a finding, on one line; nil where nothing.
  func explanation(of finding: Finding) -> String? {
    finding.explanation.map { explanation in
      let text = explanation.split(whereSeparator: \.isNewline).joined(separator: " ")
      return style.faint(options.say("说明：", "explained: ") + text)
    }
  }

  private func line(_ finding: Finding) -> String {
    indentation + head(finding) + "  " + finding.line(in: options.language)
  }

  private func summary(_ findings: [Finding]) -> String {
    let count = options.say("共 \(findings.count) 处", "\(findings.count) places")
    let places = findings.prefix(Self.places).map(Self.place)
    let more = findings.count > Self.places ? options.say("等", " …") : ""
    return line(findings[0]) + options.say("（", " (") + count + options.say("：", ": ")
      + places.joined(separator: options.say("、", ", ")) + more + options.say("）", ")")
  }

  /// The level and the code of a finding.
  func head(_ finding: Finding) -> String {
    let word =
      finding.level == .warning && finding.explanation != nil
      ? options.say("已说明", "explained") : options.name(of: finding.level)
    return style.level(finding.level, word) + " " + finding.code.rawValue
  }

  /// Where a finding is, or what it is about where it has no cell.
  static func place(_ finding: Finding) -> String {
    if let cell = finding.cell { return "\(finding.sheet ?? "")!\(cell)" }
    if let subject = finding.arguments["column"] ?? finding.arguments["label"] ?? finding.arguments["form"] {
      return (finding.sheet.map { $0 + " " } ?? "") + subject
    }
    return finding.sheet ?? ""
  }
}

extension CommonOptions {
  /// The word for a level.
  func name(of level: Finding.Level) -> String {
    switch level {
    case .error: say("错误", "error")
    case .warning: say("需说明", "warning")
    case .info: say("提示", "note")
    }
  }

  /// The sign between the items of a list.
  var comma: String { say("、", ", ") }
}
