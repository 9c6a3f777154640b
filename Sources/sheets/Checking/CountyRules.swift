import ArgumentParser
import BudgetSheets
import Foundation

/// Rules of a county's own, beside those of a form set.
struct CountyRules: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp("A county's own rules, added to those of the set （本地规则）.", valueName: "file.yaml"))
  var files: [String] = []

  /// The form sets at hand with the rules of the files, and why a set could not take them, by its name.
  ///
  /// Of several sets not all may have the forms that the rules name; a set that cannot take them is used without, and
  /// whoever checks a book of it has to be told. Where no set can, that is an error and ends the command, as does a file
  /// that cannot be read.
  func sets(_ options: CommonOptions) throws -> (sets: [FormSet], leftOut: [String: String]) {
    var sets = try withDefinitions(options) { () throws(DefinitionError) in try options.sets() }
    var leftOut: [String: String] = [:]
    for file in files {
      guard let yaml = try? String(contentsOfFile: file, encoding: .utf8) else {
        Console.message(options.say("\(file)：没有这个文件，或无法读取。", "\(file): there is no such file, or it cannot be read."))
        throw ExitCode(ExitStatus.noInput.rawValue)
      }
      var errors: [DefinitionError] = []
      for index in sets.indices {
        do throws(DefinitionError) {
          sets[index] = try sets[index].addingRules(yaml: yaml, file: file)
        } catch {
          errors.append(error)
          leftOut[sets[index].name] = error.line(in: options.language)
        }
      }
      if errors.count == sets.count, let error = errors.first {
        try withDefinitions(options) { () throws(DefinitionError) in throw error }
      }
    }
    return (sets, leftOut)
  }
}
