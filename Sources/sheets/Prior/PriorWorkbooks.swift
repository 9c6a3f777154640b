import ArgumentParser
import BudgetSheets

/// The workbooks of the year before, with whose each is.
///
/// Only what tells whose a workbook is is kept; a book is read when its department's turn comes.
struct PriorWorkbooks: Sendable {
  /// The files.
  let paths: [String]
  /// Those that could be read, with whose they are.
  let submissions: [DepartmentList.Submission]
  /// The year that each states, by file; a file whose year is not known is not there.
  let years: [String: String]
  /// Whether they are those of a folder, or several; else one file was named.
  let isFolder: Bool
  /// What files that could not be read call for.
  let status: ExitStatus
  /// How many could not be read.
  let unreadable: Int

  /// One workbook, with what tells whose it is.
  private struct Look {
    var submission: DepartmentList.Submission
    var year: String
  }

  /// Looks at workbooks, or all of folders; what cannot be read is told. A single one that cannot be read ends the command.
  init(_ named: [String], sets: [FormSet], jobs: Int, _ options: CommonOptions) async throws {
    let input = ResolvedInput(files: named, undone: options.say("未读取", "not read"), options)
    var status = input.status
    var unreadable = 0
    let paths = input.distinctPaths
    let reader = BookReader(sets: sets)
    let progress = Console.messagesGoToTerminal ? ProgressLine(total: paths.count, options: options) : nil
    var submissions: [DepartmentList.Submission] = []
    var years: [String: String] = [:]
    let look: @Sendable (String) -> Result<Look, BookReadError> = { Self.look(at: $0, reader) }
    try await Batch.run(paths, jobs: jobs, work: look) { result in
      switch result {
      case .success(let look):
        submissions.append(look.submission)
        if !look.year.isEmpty { years[look.submission.file] = look.year }
      case .failure(let error):
        progress?.clear()
        Console.message(error.line(in: options.language))
        status.worsen(to: input.hasFolder ? .notChecked : error.status)
        unreadable += 1
      }
      progress?.finish("")
    }
    progress?.clear()
    if submissions.isEmpty { throw ExitCode(status.rawValue) }
    self.paths = paths
    self.submissions = submissions
    self.years = years
    self.status = status
    self.unreadable = unreadable
    isFolder = input.hasFolder || named.count > 1
  }

  /// Whose a workbook is: its stamp says so, else the rows of the forms.
  private static func look(at path: String, _ reader: BookReader) -> Result<Look, BookReadError> {
    if let stamp = try? Stamp(path: path), let code = stamp.code {
      let submission = DepartmentList.Submission(file: path, code: code, name: stamp.department)
      return .success(Look(submission: submission, year: stamp.year))
    }
    switch ReadResult(path: path, reader: reader).outcome {
    case .success(let book):
      let submission = DepartmentList.Submission(file: path, code: book.departmentCode, name: book.department)
      return .success(Look(submission: submission, year: book.year))
    case .failure(let error): return .failure(error.named(path))
    }
  }
}
