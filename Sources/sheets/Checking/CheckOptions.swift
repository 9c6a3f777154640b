public import ArgumentParser
public import BudgetSheets

extension Finding.Level: ExpressibleByArgument {}

/// The options of `sheets check` besides those of every command.
struct CheckOptions: ParsableArguments {
  @Option(help: "text, json, ndjson, sarif or html.")
  var format: CheckFormat = .text

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "Where the result goes instead of standard output; of html, a folder for the pages.", valueName: "file|dir"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "A folder for marked copies of the workbooks that have findings （退回用的标注件）.", valueName: "dir"))
  var annotate: String?

  @Option(help: "From which level on a finding makes the command fail: error, warning or info.")
  var failOn: Finding.Level = .error

  @Option(
    help: ArgumentHelp(
      "Who should hand in: codes and names as .csv, .xlsx or .json （部门名单）.", valueName: "list"))
  var departments: String?

  @Option(
    help: ArgumentHelp(
      "Workbooks of the year before: the growth, and the rules that speak of it （上年件）.", valueName: "file|dir"))
  var prior: [String] = []

  @Flag(help: "List every finding by itself.")
  var all = false

  @Flag(help: "Replace existing results.")
  var force = false

  @Flag(help: "In json, one object with the reports and, of --departments, who has handed in.")
  var envelope = false

  /// The list of departments; one that cannot be read is told, and ends the command.
  func departmentList(_ options: CommonOptions, sets: [FormSet]) throws -> DepartmentList? {
    guard let departments else { return nil }
    return try DepartmentList.read(departments, detail: .names, options: options, sets: sets)
  }
}
