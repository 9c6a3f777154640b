import ArgumentParser
import BudgetSheets

/// Cleans workbooks, and takes that back.
struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Repairs what is certain in messy workbooks, with every change on record (清洗).",
    discussion: """
      Without --apply nothing is written: the plan is printed, that is what --apply all would do. With --apply each \
      workbook goes to the folder of -o under its own name, and its changes beside it as NAME.清洗记录.jsonl; one with \
      nothing to repair is copied byte for byte. safe stands for what nobody needs to look at, all for everything that \
      is certain; a suggestion is done only where its code is named, as --apply all,Q15. No amount is changed by more \
      than the way it is written. --list tells all repairs, and what is never done.

      --undo LOG FILE -o OUT gives back every cell as it was, or with --code and --cell some of them.

      Exits with 0 when after cleaning nothing is left at or above --fail-on, 1 for findings, 2 when something could \
      not be checked, 65 for a file that is no readable workbook or a log that does not fit, 66 for one that is not \
      there, 70 for a mistake of this program, 73 when a result cannot be written; a batch goes on, and exits with the \
      gravest.
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: ArgumentHelp("Workbooks (.xlsx), or folders of them （工作簿或文件夹）.", valueName: "file"))
  var files: [String] = []

  @OptionGroup var clean: CleanOptions

  func validate() throws {
    if files.isEmpty, !clean.list { throw ValidationError("Missing expected argument '<file> ...'") }
  }

  func run() async throws {
    try checkUse()
    if clean.list {
      listRepairs()
    } else if let log = clean.undo {
      try UndoRun(options: options, clean: clean, log: log, file: files.first ?? "").run().exit()
    } else {
      try await cleanFiles()
    }
  }

  /// What does not go together is a mistake.
  private func checkUse() throws {
    if clean.list, !files.isEmpty || clean.apply != nil || clean.undo != nil {
      throw options.usage("--list 单独使用，不带文件。", "--list goes alone, without files.")
    }
    if clean.undo != nil, clean.apply != nil || files.count != 1 {
      throw options.usage(
        "--undo 之后写一个清洗记录，再写一个清洗后的工作簿；不与 --apply 同用。",
        "--undo takes a log, and then one cleaned workbook; it does not go with --apply.")
    }
    let unused = clean.undo == nil ? [] : clean.namesOfCleaningAlone
    if !unused.isEmpty {
      throw options.usage(
        "\(unused.joined(separator: "、")) 不与 --undo 同用。", "\(unused.joined(separator: ", ")): not with --undo.")
    }
    if clean.undo == nil, clean.code != nil || !clean.cell.isEmpty {
      throw options.usage("--code 和 --cell 只用于 --undo。", "--code and --cell go with --undo only.")
    }
  }

  private func listRepairs() {
    switch clean.format {
    case .text: for line in RepairList(options: options, style: .ofOutput).lines { Console.line(line) }
    case .json: Console.write(CleanJSON.repairs(language: options.language))
    }
  }

  private func cleanFiles() async throws {
    let sets = try withDefinitions(options) { () throws(DefinitionError) in try options.sets() }
    let selection = try selection()
    let resolved = ResolvedInput(files: files, undone: options.say("未清洗", "not cleaned"), options)
    let paths = resolved.distinctPaths
    if selection != nil, clean.output == nil {
      let command = CleanNextStep.command(
        files: files, clean: clean, apply: clean.apply ?? "all", paths: paths,
        places: OutputPlaces(inputs: paths, replacesExisting: false), options: options)
      throw options.usage(
        "--apply 须用 -o 指定一个文件夹。请用：\(command)", "--apply needs a folder: name one with -o. Type: \(command)")
    }
    let prior = try PriorBooks(clean.prior, options)
    let run = CleanRun(
      options: options, clean: clean, selection: selection, files: files, paths: paths,
      isBatch: files.count > 1 || resolved.hasFolder,
      places: OutputPlaces(inputs: paths + prior.paths, replacesExisting: clean.force), rest: resolved.rest)
    var status = resolved.status
    status.worsen(to: prior.status)
    do throws(OutputError) {
      status.worsen(to: try await run.run(sets: sets, prior: prior.books, jobs: clean.jobCount))
    } catch {
      Console.message(error.line(options))
      status.worsen(to: .cannotWrite)
    }
    try status.exit()
  }

  /// The repairs that are named; nil for a dry run.
  private func selection() throws -> RepairSelection? {
    guard let text = clean.apply else { return nil }
    do throws(RepairSelection.Fault) {
      return try RepairSelection(text)
    } catch {
      throw options.usage(error.line(in: .chinese), error.line(in: .english))
    }
  }
}
