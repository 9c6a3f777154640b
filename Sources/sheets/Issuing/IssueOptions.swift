import ArgumentParser
import Foundation

/// The options of issuing besides those of every command.
struct IssueOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who gets forms: codes, names, units and whatever else, as .csv, .xlsx or .json （部门名单）.", valueName: "list"))
  var departments: String

  @Option(
    name: [.customShort("o"), .long], help: ArgumentHelp("The folder for the workbooks; it is made.", valueName: "dir"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "The year of the budget; needed unless the form set is meant for one year only （预算年度）.", valueName: "year"))
  var year: String?

  @Option(
    help: ArgumentHelp("The day by which the forms are to be handed in, as 2024-01-31 （报送截止日期）.", valueName: "date"))
  var due: String?

  @Option(
    help: ArgumentHelp(
      "Workbooks of the year before, from which names and projects are filled in （上年预算）.", valueName: "file|dir"))
  var prior: String?

  @Option(
    help: ArgumentHelp(
      "What the files are called, with {code}, {name}, {year} and {set}; \(FileNamePattern.standard) unless given.",
      valueName: "pattern"))
  var name: String?

  @Option(help: ArgumentHelp("How many empty rows each open table offers （预留行数）.", valueName: "n"))
  var spare: Int?

  @Option(help: ArgumentHelp("Only these departments of the list, by code or name.", valueName: "codes"))
  var only: String?

  @Option(help: "text or json.")
  var format: IssueFormat = .text

  @Option(name: .long, help: ArgumentHelp("How many workbooks to make at once.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Go on with a run that was interrupted: what is there already stays （接着做）.")
  var resume = false

  @Flag(help: "Replace existing results; with --resume only those that are damaged or of another order.")
  var force = false

  @Flag(help: "Write nothing, and print what would be written （试运行）.")
  var dryRun = false

  /// The most rows that can be asked for.
  static let mostSpareRows = 2000

  /// How many workbooks to make at once: as many as there are cores, unless asked.
  var jobCount: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  /// The folder without a stroke at its end.
  var folder: String {
    var folder = output
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    return folder
  }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1.") }
    if let spare, !(0...Self.mostSpareRows).contains(spare) {
      throw ValidationError("--spare takes a number from 0 to \(Self.mostSpareRows).")
    }
    if output.isEmpty || departments.isEmpty || prior?.isEmpty == true {
      throw ValidationError("-o, --departments and --prior take a name.")
    }
  }
}
