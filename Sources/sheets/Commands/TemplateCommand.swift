import ArgumentParser
import BudgetSheets
import Foundation

/// What can be done with form definitions.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Shows, judges and drafts form definitions (查看、检查、起草表样).",
    subcommands: [Show.self, Lint.self, Import.self])

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

  /// Judges a folder of definitions, or a file of rules.
  struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Judges definitions, or a county's own rules: every mistake with file, line and column.",
      discussion: """
        References that are not there, sums that go round in a circle, rules that say what a sum or another rule says \
        already, conditions that nothing uses. A file of rules is judged by the form sets at hand.
        """)

    @OptionGroup var options: CommonOptions

    @Argument(
      help: ArgumentHelp("A folder with set.yaml, or of such folders; or a .yaml file of rules.", valueName: "path"))
    var path: String

    func run() throws {
      let isFile = [".yaml", ".yml"].contains { path.lowercased().hasSuffix($0) }
      if try isFile ? judge(rules: path) : judge(folder: path) { try ExitStatus.findings.exit() }
    }

    /// Whether there are mistakes in the sets of a folder.
    private func judge(folder: String) throws -> Bool {
      let library = try withDefinitions(options) { () throws(DefinitionError) in
        try TemplateLibrary(directory: folder)
      }
      var hasMistakes = false
      for name in library.names {
        do {
          let set = try library.set(named: name)
          let mistakes = set.lint() + set.lint(predecessors: predecessors(of: set, in: library))
          for mistake in mistakes { Console.line(mistake.line(in: options.language)) }
          if mistakes.isEmpty { Console.line(praise(set)) } else { hasMistakes = true }
          tellNewForms(of: set)
        } catch {
          Console.line(error.line(in: options.language))
          hasMistakes = true
        }
      }
      return hasMistakes
    }

    /// The sets beside the folder that is judged.
    private var siblings: TemplateLibrary? {
      let folder = URL(fileURLWithPath: path).standardizedFileURL.deletingLastPathComponent().path
      return try? TemplateLibrary(directory: folder)
    }

    /// Says which forms succeed none: that may be meant, or a line may be missing.
    private func tellNewForms(of set: FormSet) {
      for succession in set.predecessors {
        let new = succession.newForms(of: set)
        if new.isEmpty { continue }
        let list = new.joined(separator: options.comma)
        Console.message(
          options.say(
            "\(succession.file)：没有写出前身、作为新增的表：\(list)",
            "\(succession.file): these forms have no line, and count as new: \(list)"))
      }
    }

    /// The older sets of which a set says how they go over: those of its folder, of the option, beside it, or built in; others are told.
    private func predecessors(of set: FormSet, in library: TemplateLibrary) -> [FormSet] {
      var found: [FormSet] = []
      for succession in set.predecessors {
        if let older = try? library.set(named: succession.set) {
          found.append(older)
        } else if !options.templates.isEmpty, let older = try? options.library().set(named: succession.set) {
          found.append(older)
        } else if let older = try? siblings?.set(named: succession.set) {
          found.append(older)
        } else if let older = try? options.library().set(named: succession.set) {
          found.append(older)
        } else {
          Console.message(
            options.say(
              "\(succession.file)：手边没有表样“\(succession.set)”，其中对它的引用未核对；可用 --templates 加上它的文件夹。",
              "\(succession.file): the form set “\(succession.set)” is not at hand, and what is said of it was not judged; add its folder with --templates."
            ))
        }
      }
      return found
    }

    /// Whether there are mistakes in a file of rules; sets that lack its forms do not matter where another one takes it.
    private func judge(rules file: String) throws -> Bool {
      guard let yaml = try? String(contentsOfFile: file, encoding: .utf8) else {
        Console.message(options.say("\(file)：没有这个文件，或无法读取。", "\(file): there is no such file, or it cannot be read."))
        throw ExitCode(ExitStatus.noInput.rawValue)
      }
      let sets = try withDefinitions(options) { () throws(DefinitionError) in try options.sets() }
      var errors: [DefinitionError] = []
      var hasMistakes = false
      for set in sets {
        do {
          let set = try set.addingRules(yaml: yaml, file: file)
          // What the set itself says twice is no mistake of the file.
          let mistakes = set.lint().filter { $0.file == file }
          for mistake in mistakes { Console.line(mistake.line(in: options.language)) }
          if mistakes.isEmpty { Console.line(praise(set, file)) } else { hasMistakes = true }
        } catch {
          errors.append(error)
        }
      }
      guard errors.count == sets.count, let error = errors.first else { return hasMistakes }
      Console.line(error.line(in: options.language))
      return true
    }

    private func praise(_ set: FormSet, _ file: String? = nil) -> String {
      let rules = Checker(set: set).rules
      let written = rules.count { !$0.isImplied }
      let implied = rules.count - written
      guard let file else {
        return options.say(
          "\(set.name)：\(set.forms.count) 张表，\(implied) 条合计关系，\(written) 条规则，没有发现错误。",
          "\(set.name): \(set.forms.count) forms, \(implied) sums, \(written) rules, no mistakes found.")
      }
      let own = rules.count { $0.source.hasPrefix(file + ":") }
      return options.say(
        "\(file)：用于 \(set.name)，\(own) 条规则，没有发现错误。", "\(file): for \(set.name), \(own) rules, no mistakes found.")
    }
  }
}
