/// What a report comes to, and so what happens to the workbook.
public enum CheckVerdict: String, Sendable, Hashable, CaseIterable {
  /// Some error stands (退回修改).
  case rejected
  /// No error stands, but some warning is neither corrected nor explained (需说明).
  case explainable
  /// Nothing stands, but not everything was checked (未能全部检查).
  case incomplete
  /// All that was due was checked, and nothing stands (通过).
  case passed

  /// The verdict in a word.
  public func name(in language: Language) -> String { ReportText.verdict(self).text(in: language) }
}

extension CheckReport {
  /// What the report comes to; a report of no rules at all is incomplete.
  public var verdict: CheckVerdict {
    if !open(.error).isEmpty { return .rejected }
    if !open(.warning).isEmpty { return .explainable }
    let ledger = ledger
    return ledger.notChecked > 0 || ledger.due == 0 ? .incomplete : .passed
  }

  /// How many findings a 说明 of the submitter explains; an error is corrected, not explained.
  public var explainedCount: Int { findings.count(where: \.isExplained) }

  /// The verdict with the counts and what to do next, in one line.
  public func verdictSentence(in language: Language) -> String {
    let words = verdictWords(in: language)
    return ReportText.sentence(words.name, words.counts, words.next).text(in: language)
  }

  /// The verdict in a word, the counts, and what to do next.
  func verdictWords(in language: Language) -> (name: String, counts: String, next: String) {
    let verdict = verdict
    let ledger = ledger
    let warnings = open(.warning).count
    var counts: [ReportText] = []
    switch verdict {
    case .rejected: counts.append(.errorsToCorrect(open(.error).count))
    case .explainable: counts.append(.noErrors)
    case .incomplete: if ledger.due == 0 { counts.append(.noRules) }
    case .passed: counts.append(.checksMade(ledger.due - ledger.notApplicable))
    }
    if warnings > 0 { counts.append(.warningsToExplain(warnings)) }
    // Where nothing else is left, what to do is to read what the submitter wrote.
    let isToReview = verdict == .passed && explainedCount > 0
    if explainedCount > 0, !isToReview { counts.append(.warningsExplained(explainedCount)) }
    if ledger.notChecked > 0 { counts.append(.checksNotMade(ledger.notChecked, of: ledger.due)) }
    let list = counts.map { $0.text(in: language) }.joined(separator: ReportText.comma.text(in: language))
    let next: ReportText = isToReview ? .explanationsToReview(explainedCount) : .next(verdict, warnings)
    return (verdict.name(in: language), list, next.text(in: language))
  }
}
