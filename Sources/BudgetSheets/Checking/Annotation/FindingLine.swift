/// One line of the list of findings: a finding, or many of one kind.
struct FindingLine {
  var number: Int
  /// Those that it is about, at least one; several are of one code and only for information.
  var findings: [Finding]
  /// What the submitter wrote about it.
  var explanation: String?

  var key: ListKey { .finding(number) }
  var level: Finding.Level { findings[0].level }
  var code: String { findings[0].code.rawValue }
  /// The only finding; nil for many.
  var finding: Finding? { findings.count == 1 ? findings[0] : nil }

  /// The sentence, with all places where it is about many.
  var message: String {
    let sentence = findings[0].message(in: .chinese)
    if findings.count == 1 { return sentence }
    return "共 \(findings.count) 处，如：\(sentence)\n" + PlaceList.text(findings)
  }

  /// What an explanation of it is kept under.
  var subject: Explanation {
    guard let finding else { return Explanation(rule: code, form: nil, rowKey: nil, path: nil, text: "") }
    return Explanation(of: finding, text: "")
  }
}

extension FindingLine {
  /// The most findings of one kind that are told one by one, where they are only for information.
  static let mostSingle = 20

  /// The lines for some findings, the gravest first, with the position of the line of each finding.
  ///
  /// - Parameter explanations: What the submitter wrote last time.
  static func lines(
    _ findings: [Finding], explanations: [Explanation]
  ) -> (lines: [FindingLine], positions: [Int]) {
    var counts: [FindingCode: Int] = [:]
    for finding in findings where finding.mayBeGrouped { counts[finding.code, default: 0] += 1 }
    let texts = explanations.textsBySubject
    var lines: [FindingLine] = []
    var groups: [FindingCode: Int] = [:]
    var positions = [Int](repeating: 0, count: findings.count)
    // In their order within a level; sorting is stable here by the position.
    let order = findings.indices.sorted { (findings[$0].level, $0) < (findings[$1].level, $1) }
    for index in order {
      let finding = findings[index]
      let isGrouped = finding.mayBeGrouped && counts[finding.code] ?? 0 > mostSingle
      if isGrouped, let group = groups[finding.code] {
        lines[group].findings.append(finding)
        positions[index] = group
        continue
      }
      if isGrouped { groups[finding.code] = lines.count }
      positions[index] = lines.count
      lines.append(FindingLine(number: lines.count + 1, findings: [finding], explanation: finding.explanation))
    }
    for index in lines.indices where lines[index].explanation == nil {
      lines[index].explanation = texts[lines[index].subject]
    }
    return (lines, positions)
  }
}

extension Finding {
  /// Whether many of its kind may be told at once: what reading noticed, and no figures.
  fileprivate var mayBeGrouped: Bool { level == .info && judgement == nil }
}
