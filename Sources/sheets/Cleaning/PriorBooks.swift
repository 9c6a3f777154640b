import ArgumentParser
import BudgetSheets

/// The books of the year before.
struct PriorBooks {
  /// The books that could be read.
  private(set) var books: [Book] = []
  /// The files.
  private(set) var paths: [String] = []
  /// What files that could not be read call for.
  private(set) var status = ExitStatus.success

  /// Reads a workbook, or all of a folder; what cannot be read is told. A single one that cannot be read ends the command.
  init(_ path: String?, _ options: CommonOptions) throws {
    guard let path else { return }
    // The year before may have another form set, whatever set this year's files are held to be of.
    let sets = try withDefinitions(options) { () throws(DefinitionError) in try options.library().sets() }
    let input = ResolvedInput(files: [path], undone: options.say("未读取", "not read"), options)
    status = input.status
    paths = input.paths
    let reader = BookReader(sets: sets)
    for path in paths {
      switch ReadResult(path: path, reader: reader).outcome {
      case .success(let book): books.append(book)
      case .failure(let error):
        Console.message(error.named(path).line(in: options.language))
        status.worsen(to: input.hasFolder ? .notChecked : error.status)
      }
    }
    if books.isEmpty { throw ExitCode(status.rawValue) }
  }
}
