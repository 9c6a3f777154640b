import ArgumentParser
import BudgetSheets

/// What can be done with form definitions.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Shows and judges form definitions (查看、检查表样).",
    subcommands: [Show.self, Lint.self])

  /// Prints one form.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints one form with its columns, rows and rules.")

    @OptionGroup var options: CommonOptions

    @Argument(help: ArgumentHelp("The form: 03, 预算03表 or its title.", valueName: "form"))
    var number: String

    func run() throws {
      let sets = try withDefinitions(options) { () throws(DefinitionError) in try options.sets() }
      let found = sets.compactMap { set in form(in: set).map { (set, $0) } }
      guard !found.isEmpty else {
        let known = sets.map { set in "\(set.name)（\(set.forms.map(\.form).joined(separator: " "))）" }
        Console.message(
          options.say(
            "没有 \(number) 表。现有：\(known.joined(separator: "、"))",
            "There is no form \(number). There are: \(known.joined(separator: ", "))"))
        throw ExitCode(ExitStatus.usage.rawValue)
      }
      for (set, form) in found { Console.write(FormOutline(form: form, set: set, options: options).text) }
    }

    /// The form that is meant by 03, 3, 预算03表 or its title.
    private func form(in set: FormSet) -> FormDefinition? {
      set.forms.first { form in
        form.form == number || form.code == number || Int(form.form) != nil && Int(form.form) == Int(number)
          || FormDefinition.fill(form.title, year: set.years.last ?? "", department: "") == number
      }
    }
  }

  /// Judges a folder of definitions.
  struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Judges the definitions of a folder: every mistake with file, line and column.")

    @OptionGroup var options: CommonOptions

    @Argument(help: ArgumentHelp("A folder with set.yaml, or of such folders.", valueName: "dir"))
    var directory: String

    func run() throws {
      let library = try withDefinitions(options) { () throws(DefinitionError) in
        try TemplateLibrary(directory: directory)
      }
      var hasMistakes = false
      for name in library.names {
        do {
          let set = try library.set(named: name)
          let sums = set.forms.reduce(0) { $0 + $1.sumCount }
          Console.line(
            options.say(
              "\(name)：\(set.forms.count) 张表，\(sums) 条合计关系，没有发现错误。",
              "\(name): \(set.forms.count) forms, \(sums) sums, no mistakes found."))
        } catch {
          Console.line(error.line(in: options.language))
          hasMistakes = true
        }
      }
      if hasMistakes { try ExitStatus.findings.exit() }
    }
  }
}
