public import ArgumentParser
public import BudgetSheets
import Foundation

extension Cleaner.Layout: ExpressibleByArgument {}

/// The form in which `sheets clean` prints.
enum CleanFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

/// The options of cleaning besides those of every command.
struct CleanOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Do it: safe, all, or codes of repairs; without it nothing is written （执行清洗）.", valueName: "safe|all|codes"))
  var apply: String?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "The folder for cleaned workbooks and their logs; of --undo, the workbook or its folder.", valueName: "dir"))
  var output: String?

  @Option(
    name: .customLong("layout"),
    help: ArgumentHelp(
      "The cleaned workbook: submitted, the submitter's own (the default); or standard, that of the form set.",
      valueName: "layout"))
  var namedLayout: Cleaner.Layout?

  @Option(
    help: ArgumentHelp(
      "Workbooks of the year before, in which damaged codes are looked up （上年预算）.", valueName: "file|dir"))
  var prior: String?

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "From which level on a finding that is left makes the command fail: error (the default), warning or info.",
      valueName: "level"))
  var failLevel: Finding.Level?

  @Option(help: "text or json.")
  var format: CleanFormat = .text

  @Flag(help: "List every change by itself.")
  var all = false

  @Flag(help: "Replace existing results.")
  var force = false

  @Option(name: .long, help: ArgumentHelp("How many files to work on at once.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "List all repairs: codes, classes, reasons, limits （列出全部清洗）.")
  var list = false

  @Option(
    help: ArgumentHelp("Take back what this log says was changed in the workbook （撤销清洗）.", valueName: "log"))
  var undo: String?

  @Option(help: ArgumentHelp("Of --undo: only changes of these repairs.", valueName: "codes"))
  var code: String?

  @Option(help: ArgumentHelp("Of --undo: only changes of these cells, as 'Sheet1!B7'.", valueName: "cells"))
  var cell: [String] = []

  /// How a cleaned workbook looks.
  var layout: Cleaner.Layout { namedLayout ?? .submitted }

  /// From which level on a finding makes the command fail.
  var failOn: Finding.Level { failLevel ?? .error }

  /// The options that are given and mean nothing to the way back.
  var namesOfCleaningAlone: [String] {
    var names: [String] = []
    if namedLayout != nil { names.append("--layout") }
    if prior != nil { names.append("--prior") }
    if failLevel != nil { names.append("--fail-on") }
    if jobs != nil { names.append("--jobs") }
    return names
  }

  /// How many files to work on at once: as many as there are cores, unless asked.
  var jobCount: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1.") }
    if output?.isEmpty == true { throw ValidationError("-o takes a name.") }
  }
}
