public import ArgumentParser
public import BudgetSheets
import Foundation

extension Language: ExpressibleByArgument {}

/// The options that every command of forms takes.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("The language of messages: zh or en. The locale's, else zh.", valueName: "zh|en"))
  var lang: Language?

  @Option(
    name: .long,
    help: ArgumentHelp("A folder of form sets that add to those built in, or take their place.", valueName: "dir"))
  var templates: [String] = []

  @Option(name: .long, help: ArgumentHelp("The form set, instead of the one that is recognised.", valueName: "name"))
  var set: String?

  /// The language in which to speak.
  var language: Language {
    lang ?? Self.localeLanguage
  }

  /// The language of the locale.
  static var localeLanguage: Language {
    let environment = ProcessInfo.processInfo.environment
    return Language(
      locale: ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty })
  }

  /// The form sets at hand.
  func library() throws(DefinitionError) -> TemplateLibrary {
    var library = TemplateLibrary.embedded
    for directory in templates { library = try library.adding(directory: directory) }
    return library
  }

  /// The sets among which a workbook's own is found.
  func sets() throws(DefinitionError) -> [FormSet] {
    let library = try library()
    if let set { return [try library.set(named: set)] }
    return try library.sets()
  }

  /// Says which of two sentences the language wants.
  func say(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }

  /// Says that the command is used wrongly, and gives what ends it.
  func usage(_ chinese: String, _ english: String) -> ExitCode {
    Console.message(say(chinese, english))
    return ExitCode(ExitStatus.usage.rawValue)
  }
}
