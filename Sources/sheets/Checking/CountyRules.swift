import ArgumentParser
import BudgetSheets
import Foundation

/// Rules of a county's own, beside those of a form set.
struct CountyRules: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp("A county's own rules, added to those of the set （本地规则）.", valueName: "file.yaml"))
  var files: [String] = []

  /// The form sets at hand with the rules of the files; a file that cannot be read is told, and ends the command.
  func sets(_ options: CommonOptions) throws -> [FormSet] {
    let sets = try withDefinitions(options) { () throws(DefinitionError) in try options.sets() }
    for file in files {
      guard (try? String(contentsOfFile: file, encoding: .utf8)) != nil else {
        Console.message(options.say("\(file)：没有这个文件，或无法读取。", "\(file): there is no such file, or it cannot be read."))
        throw ExitCode(ExitStatus.noInput.rawValue)
      }
    }
    return sets
  }
}
