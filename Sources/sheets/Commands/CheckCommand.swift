import ArgumentParser
import BudgetSheets
import Foundation

/// Checks workbooks by the rules of their form set.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks workbooks and says what is wrong, and why (审核).",
    discussion: """
      text tells people: what is probably wrong first, then what that does not explain, then how many rules were due, \
      and what to do next. json is one object for one file and an array for several or a folder; ndjson one line a \
      file; sarif one log for all; html one page a file, into the folder of -o with an index.html, or for one file to \
      -o FILE.html.

      Exits with 0 when nothing is found at or above --fail-on (a warning that the submitter has explained does not \
      count), 1 for findings, 2 when something could not be checked, 65 for a file that is no readable workbook, 66 \
      for one that is not there, 73 when a result cannot be written; a batch goes on, and exits with the gravest. \
      “sheets explain CODE” tells what a code means.
      """)

  @OptionGroup var options: CommonOptions
  @OptionGroup var input: InputFiles
  @OptionGroup var result: CheckOptions
  @OptionGroup var rules: CountyRules

  func validate() throws {
    if result.envelope, result.format != .json { throw ValidationError("--envelope goes with --format json.") }
    if result.output?.isEmpty == true || result.annotate?.isEmpty == true {
      throw ValidationError("-o and --annotate take a name.")
    }
  }

  func run() async throws {
    let (sets, rulesLeftOut) = try rules.sets(options)
    let list = try result.departmentList(options, sets: sets)
    let resolved = input.resolve(options, undone: options.say("未检查", "not checked"))
    let paths = resolved.distinctPaths
    let isBatch = input.files.count > 1 || resolved.hasFolder
    try checkPages(isBatch: isBatch)
    // The year before may have another form set, whatever set this year's files are held to be of.
    let allSets = try withDefinitions(options) { () throws(DefinitionError) in try options.library().sets() }
    var prior: PriorWorkbooks?
    if !result.prior.isEmpty {
      prior = try await PriorWorkbooks(result.prior, sets: allSets, jobs: input.jobCount, options)
    }
    let match = prior.map { PriorMatch($0, sets: allSets, isSingle: !isBatch, language: options.language) }
    let places = OutputPlaces(
      inputs: paths + rules.files + [result.departments].compactMap(\.self) + (prior?.paths ?? []),
      replacesExisting: result.force)
    let run = CheckRun(
      options: options, result: result, rules: rules, files: input.files, paths: paths,
      isBatch: isBatch, isArray: isBatch && result.format == .json, places: places, rest: resolved.rest)
    var status = resolved.status
    if let prior { status.worsen(to: prior.status) }
    do throws(OutputError) {
      status.worsen(
        to: try await run.run(
          sets: sets, rulesLeftOut: rulesLeftOut, jobs: input.jobCount, list: list, prior: match))
    } catch {
      Console.message(error.line(options))
      status.worsen(to: .cannotWrite)
    }
    try status.exit()
  }

  /// The pages of several files need a folder.
  private func checkPages(isBatch: Bool) throws {
    guard result.format == .html, isBatch else { return }
    let isPage = result.output.map { $0.lowercased().hasSuffix(".html") || $0.lowercased().hasSuffix(".htm") }
    guard isPage ?? true else { return }
    Console.message(
      options.say("多个文件的 html 须用 -o 指定一个文件夹。", "The html of several files needs a folder: name one with -o."))
    throw ExitCode(ExitStatus.usage.rawValue)
  }
}
