import BudgetSheets

/// What checking one file came to.
struct CheckOutcome: Sendable {
  var path: String
  var status: ExitStatus
  /// What it comes to; nil where the file could not be read.
  var verdict: CheckVerdict?
  /// Whether some rule could not be checked.
  var isIncomplete: Bool
  /// What goes to the result.
  var text = ""
  /// What is said of the file beside the result, as that a copy was written.
  var notes: [String] = []
  /// What went wrong with the file's outputs.
  var problems: [String] = []
  /// One line for the progress.
  var summary: String
  /// The verdict in a sentence; empty where the file could not be read.
  var sentence = ""
  /// Whose workbook it is; nil where it could not be read.
  var submission: DepartmentList.Submission?
  /// What came of it, where one result is made of all files; without the values of the forms.
  var checked: CheckedFile.Outcome?
  /// The code of the first finding, to be explained.
  var firstCode: String?
  /// The page that was written for it.
  var page: String?
  /// The marked copy that was written of it.
  var copy: String?
  /// Whether a marked copy stands there already, and was left as it is.
  var hasOldCopy = false
  /// Whether the submitter's explanations are all that is left to look at.
  var isToReview = false

  init(path: String, status: ExitStatus, isIncomplete: Bool, summary: String) {
    self.path = path
    self.status = status
    self.isIncomplete = isIncomplete
    self.summary = summary
  }
}
