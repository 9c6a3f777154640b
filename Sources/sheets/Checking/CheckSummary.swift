import BudgetSheets

/// What is kept of the files of a run.
struct CheckSummary {
  var status = ExitStatus.success
  private(set) var tally = CheckTally()
  private(set) var submissions: [DepartmentList.Submission] = []
  /// The outcomes without their texts.
  private(set) var outcomes: [CheckOutcome] = []

  /// Takes a file in.
  mutating func take(_ outcome: CheckOutcome) {
    var outcome = outcome
    outcome.text = ""
    status.worsen(to: outcome.status)
    tally.count(outcome)
    if let submission = outcome.submission { submissions.append(submission) }
    outcomes.append(outcome)
  }

  /// The files with what came of them, where one result is made of all.
  var checkedFiles: [CheckedFile] {
    outcomes.compactMap { outcome in outcome.checked.map { CheckedFile(path: outcome.path, outcome: $0) } }
  }
}
