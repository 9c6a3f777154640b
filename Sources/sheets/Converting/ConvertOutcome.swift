/// What converting one file came to.
struct ConvertOutcome: Sendable {
  var path: String
  var status: ExitStatus
  /// What goes to the result.
  var text = ""
  /// One line for the progress.
  var summary: String
  /// The workbook that was written; nil where none was.
  var output: String?
  /// Whether something found no place, a sum differs, or something could not be read.
  var needsPerson = false
}
