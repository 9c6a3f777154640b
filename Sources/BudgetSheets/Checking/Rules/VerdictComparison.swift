import XlsxPackage

/// Compares what the sheet 审核 of an issued workbook says of the rules with how they come out on the amounts as they are
/// stored.
struct VerdictComparison {
  /// So many lines that disagree are told one by one; more of them were not worked out again.
  private static let toldSingly = 8

  private let results: [String: RuleResult]
  /// The rules of which an instance is off by rounding: the sheet may judge that more strictly.
  private let rounded: Set<String>

  /// - Parameters:
  ///   - rules: The positions of the rules of which an instance is off by rounding.
  ///   - leftOut: The rules that no workbook can judge by itself.
  init(_ results: [RuleResult], withRounding rules: Set<Int> = [], leavingOut leftOut: Set<String> = []) {
    rounded = Set(rules.map { results[$0].rule })
    let results = results.filter { !leftOut.contains($0.rule) }
    self.results = Dictionary(results.map { ($0.rule, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A line that does not say what it should.
  private struct Difference {
    var verdict: StoredVerdict
    var expected: AuditVerdict
  }

  /// What there is to say.
  func findings(_ verdicts: [StoredVerdict]) -> [Finding] {
    var written: [Difference] = []
    var stale: [Difference] = []
    for verdict in verdicts {
      guard let expected = expected(of: verdict) else { continue }
      let difference = Difference(verdict: verdict, expected: expected)
      if verdict.isFormula || verdict.text.isEmpty { stale.append(difference) } else { written.append(difference) }
    }
    // A verdict that somebody wrote over its formula is always told by itself.
    var findings = written.map(finding)
    if stale.count <= Self.toldSingly, stale.allSatisfy({ !$0.verdict.text.isEmpty }) {
      findings += stale.map(finding)
    } else if let first = stale.first {
      findings.append(
        Finding(
          .verdictsOutOfDate, sheet: first.verdict.sheet, cell: first.verdict.cell,
          [
            "count": "\(stale.count)",
            "rules": stale.prefix(FormInspection.namedCells).map(\.verdict.rule).joined(separator: "、")
              + (stale.count > FormInspection.namedCells ? "…" : ""),
          ]))
    }
    return findings
  }

  /// What a line should say; nil where it says so, or where that cannot be told.
  private func expected(of verdict: StoredVerdict) -> AuditVerdict? {
    guard let result = results[verdict.rule] else { return nil }
    let stored = AuditVerdict(rawValue: verdict.text)
    if stored == .open { return nil }
    if result.ledger.failed > 0 { return stored == .failed ? nil : .failed }
    // Of what could not be read the workbook may make something else than nothing.
    if result.ledger.notChecked > 0 { return nil }
    if stored == .failed, rounded.contains(verdict.rule) { return nil }
    return stored == .failed || stored == nil ? .passed : nil
  }

  private func finding(_ difference: Difference) -> Finding {
    Finding(
      .verdictDiffers, sheet: difference.verdict.sheet, cell: difference.verdict.cell,
      [
        "rule": difference.verdict.rule, "text": difference.verdict.text, "expected": difference.expected.rawValue,
      ])
  }
}
