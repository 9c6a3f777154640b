import BudgetSheets

extension ExitStatus {
  /// The status that a report calls for.
  ///
  /// - Parameter level: From which level on a finding counts; one that is explained does not, unless it is an error.
  init(_ report: CheckReport, failOn level: Finding.Level) {
    self = .success
    let ledger = report.ledger
    // A report of no rules at all says nothing; it is never one of success.
    if ledger.notChecked > 0 || ledger.due == 0 || report.findings.contains(where: \.meansUnread) {
      worsen(to: .notChecked)
    }
    if Finding.Level.allCases.contains(where: { $0 <= level && !report.open($0).isEmpty }) { worsen(to: .findings) }
  }
}
