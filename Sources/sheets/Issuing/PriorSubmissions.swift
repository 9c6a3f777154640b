import ArgumentParser
import BudgetSheets

/// Which workbook of the year before belongs to which department.
///
/// Only what tells whose a workbook is is kept; a book is read when its department's turn comes.
struct PriorSubmissions {
  /// Who has a workbook, who has two, and which belong to nobody.
  let collection: DepartmentList.Collection
  /// The files.
  let paths: [String]
  /// What files that could not be read call for.
  private(set) var status: ExitStatus
  /// How many could not be read.
  private(set) var unreadable = 0
  private let files: [DepartmentList.Department: String]

  /// Looks at a workbook, or all of a folder; what cannot be read is told. A single one that cannot be read ends the command.
  init(
    _ path: String, list: DepartmentList, sets: [FormSet], jobs: Int, _ options: CommonOptions
  ) async throws {
    let input = ResolvedInput(files: [path], undone: options.say("未读取", "not read"), options)
    var status = input.status
    var unreadable = 0
    paths = input.distinctPaths
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
    self.status = status
    self.unreadable = unreadable
    collection = list.collection(of: submissions)
    var files: [DepartmentList.Department: String] = [:]
    for received in collection.received where received.submissions.count == 1 {
      files[received.department] = received.submissions[0].file
    }
    self.files = files
  }

  /// The workbook of a department; nil where it has none, or more than one.
  func file(of department: DepartmentList.Department) -> String? { files[department] }

  /// The workbooks of a department that has more than one; else none.
  func several(of department: DepartmentList.Department) -> [String] {
    guard let twice = collection.twice.first(where: { $0.department == department }) else { return [] }
    return twice.submissions.map(\.file)
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
