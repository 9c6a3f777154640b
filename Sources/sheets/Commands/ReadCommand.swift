import ArgumentParser
import BudgetSheets

/// Reads workbooks and prints what the forms hold.
struct ReadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Reads submitted workbooks and prints every value (读取).",
    discussion: """
      Prints one JSON object for one file and an array for several or a folder, one line a file with ndjson, one line a \
      value with csv. Findings and what lies outside the forms are part of the JSON. Exits with 0 when all forms were \
      read (single values that could not be are findings), 2 when a form or column could not be, 65 for a file that is no readable workbook, 66 for one that is not there.
      """)

  /// How to print.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json
    case ndjson
    case csv
  }

  @OptionGroup var options: CommonOptions
  @OptionGroup var input: InputFiles

  @Option(help: "json, ndjson or csv.")
  var format: Format = .json

  func run() async throws {
    let sets = try withDefinitions(options) { () throws(DefinitionError) in try options.sets() }
    let reader = BookReader(sets: sets)
    let resolved = input.resolve(options, undone: options.say("未读取", "not read"))
    let paths = resolved.paths
    let isArray = format == .json && (input.files.count > 1 || resolved.hasFolder)
    var status = resolved.status
    if format == .csv { Console.write(Book.csvHeading) }
    var list = ResultList(isArray: isArray)
    let work = { @Sendable (path: String) in
      let result = ReadResult(path: path, reader: reader)
      let message = message(of: result, isSingle: paths.count == 1)
      return (result.status, text(of: result, sets: sets, isPart: isArray), message)
    }
    try await Batch.run(paths, jobs: input.jobCount, work: work) { fileStatus, text, message in
      status.worsen(to: fileStatus)
      list.add(text)
      Console.message(message)
    }
    list.end()
    try status.exit()
  }

  /// One line a file; of a single file, its findings too.
  private func message(of result: ReadResult, isSingle: Bool) -> String {
    switch result.outcome {
    case .success(let book):
      ([book.summary(options)] + (isSingle ? FindingReport(findings: book.findings, options: options).lines : []))
        .joined(separator: "\n")
    case .failure(let error): error.line(in: options.language)
    }
  }

  private func text(of result: ReadResult, sets: [FormSet], isPart: Bool) -> String {
    switch result.outcome {
    case .success(let book):
      guard let set = sets.first(where: { $0.name == book.set }) else { return "" }
      switch format {
      case .json: return book.json(in: set, pretty: true, language: options.language)
      case .ndjson: return book.ndjson(in: set, language: options.language)
      case .csv: return book.csv(in: set)
      }
    case .failure(let error):
      guard format == .ndjson || isPart else { return "" }
      return BookJSON.failure(file: result.path, code: error.name, message: error.line(in: options.language))
        + (isPart ? "" : "\n")
    }
  }
}
