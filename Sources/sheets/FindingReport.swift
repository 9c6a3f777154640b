import BudgetSheets

/// Findings as text for people: the gravest first, and many of one kind told once with their places.
struct FindingReport {
  let findings: [Finding]
  let options: CommonOptions

  /// How many of one kind are told one by one.
  private static let single = 4
  /// How many places are named of a kind that is told once.
  private static let places = 6

  /// The lines, indented.
  var lines: [String] {
    var groups: [(code: FindingCode, findings: [Finding])] = []
    for finding in findings {
      if let index = groups.firstIndex(where: { $0.code == finding.code }) {
        groups[index].findings.append(finding)
      } else {
        groups.append((finding.code, [finding]))
      }
    }
    groups.sort { ($0.code.level, $0.code.rawValue) < ($1.code.level, $1.code.rawValue) }
    return groups.flatMap { group in
      group.findings.count <= Self.single ? group.findings.map(line) : [summary(group.findings)]
    }
  }

  private func line(_ finding: Finding) -> String {
    "  \(name(finding.level)) \(finding.code.rawValue)  \(finding.line(in: options.language))"
  }

  private func summary(_ findings: [Finding]) -> String {
    let count = options.say("共 \(findings.count) 处", "\(findings.count) places")
    let places = findings.prefix(Self.places).map(place)
    let more = findings.count > Self.places ? options.say("等", " …") : ""
    return line(findings[0]) + options.say("（", " (") + count + options.say("：", ": ")
      + places.joined(separator: options.say("、", ", ")) + more + options.say("）", ")")
  }

  /// Where a finding is, or what it is about where it has no cell.
  private func place(_ finding: Finding) -> String {
    if let cell = finding.cell { return "\(finding.sheet ?? "")!\(cell)" }
    if let subject = finding.arguments["column"] ?? finding.arguments["label"] ?? finding.arguments["form"] {
      return (finding.sheet.map { $0 + " " } ?? "") + subject
    }
    return finding.sheet ?? ""
  }

  private func name(_ level: Finding.Level) -> String {
    switch level {
    case .error: options.say("错误", "error")
    case .warning: options.say("需说明", "warning")
    case .info: options.say("提示", "note")
    }
  }
}
