import BudgetSheets

/// What the departments of a run came to.
struct IssueSummary {
  var status = ExitStatus.success
  private(set) var counts: [IssueOutcome.Kind: Int] = [:]
  /// Those that were not written.
  private(set) var failures: [IssueOutcome] = []
  /// Those of which there is something else to say.
  private(set) var noted: [IssueOutcome] = []
  /// How many were filled in from the year before, or would be.
  private(set) var filledIn = 0
  /// Those that were issued without a workbook of the year before.
  private(set) var withoutPrior: [DepartmentList.Department] = []

  /// Takes a department in.
  mutating func take(_ outcome: IssueOutcome) {
    status.worsen(to: outcome.status)
    counts[outcome.kind, default: 0] += 1
    if outcome.kind == .failed { failures.append(outcome) }
    if !outcome.notes.isEmpty { noted.append(outcome) }
    guard outcome.kind == .written || outcome.kind == .planned else { return }
    if outcome.job.prior == nil { withoutPrior.append(outcome.job.department) } else { filledIn += 1 }
  }

  /// How many came out in a way.
  func count(_ kind: IssueOutcome.Kind) -> Int { counts[kind] ?? 0 }

  /// How many departments there were.
  var total: Int { counts.values.reduce(0, +) }
}
