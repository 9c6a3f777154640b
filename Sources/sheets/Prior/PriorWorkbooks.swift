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
  /// Whether they are those of a folder; else one file was named.
  let isFolder: Bool
  /// What files that could not be read call for.
  let status: ExitStatus
  /// How many could not be read.
  let unreadable: Int

  /// Looks at a workbook, or all of a folder; what cannot be read is told. A single one that cannot be read ends the command.
  init(_ path: String, sets: [FormSet], jobs: Int, _ options: CommonOptions) async throws {
    let input = ResolvedInput(files: [path], undone: options.say("未读取", "not read"), options)
    var status = input.status
    var unreadable = 0
    let paths = input.distinctPaths
    let reader = BookReader(sets: sets)
    let progress = Console.messagesGoToTerminal ? ProgressLine(total: paths.count, options: options) : nil
    var submissions: [DepartmentList.Submission] = []
    let look: @Sendable (String) -> Result<DepartmentList.Submission, BookReadError> = { Self.submission($0, reader) }
    try await Batch.run(paths, jobs: jobs, work: look) { result in
      switch result {
      case .success(let submission): submissions.append(submission)
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
    self.status = status
    self.unreadable = unreadable
    isFolder = input.hasFolder
  }

  /// Whose a workbook is: its stamp says so, else the rows of the forms.
  private static func submission(
    _ path: String, _ reader: BookReader
  ) -> Result<DepartmentList.Submission, BookReadError> {
    if let stamp = try? Stamp(path: path), let code = stamp.code {
      return .success(DepartmentList.Submission(file: path, code: code, name: stamp.department))
    }
    switch ReadResult(path: path, reader: reader).outcome {
    case .success(let book):
      return .success(DepartmentList.Submission(file: path, code: book.departmentCode, name: book.department))
    case .failure(let error): return .failure(error.named(path))
    }
  }
}
