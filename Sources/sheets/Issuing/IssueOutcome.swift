import BudgetSheets

/// What issuing one workbook came to.
struct IssueOutcome: Sendable {
  /// How it came out; the words are those of the JSON.
  enum Kind: String, Sendable, CaseIterable {
    /// It was written.
    case written
    /// It would be written.
    case planned
    /// It was there already.
    case present
    /// It was not written, and the reason says why.
    case failed
    /// Its turn did not come.
    case interrupted
  }

  var job: IssueJob
  var kind: Kind
  var status = ExitStatus.success
  /// Why it came out so; nil where there is nothing to say.
  var reason: String?
  /// What else there is to say.
  var notes: [String] = []

  /// One line for the progress.
  func summary(_ options: CommonOptions) -> String {
    let word =
      switch kind {
      case .written: options.say("已生成", "written")
      case .planned: options.say("将生成", "to be written")
      case .present: options.say("已有，未改动", "there already, left as it is")
      case .failed: options.say("未生成", "not written")
      case .interrupted: options.say("未开始", "not begun")
      }
    return job.path + options.say("：", ": ") + word + (reason.map { options.say("（\($0)）", " (\($0))") } ?? "")
  }
}
