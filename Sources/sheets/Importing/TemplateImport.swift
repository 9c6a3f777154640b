import ArgumentParser
import BudgetSheets
import Foundation

extension TemplateCommand {
  /// Drafts the definitions of a set from a workbook of blank forms.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Drafts a form set from a workbook of blank forms (由空白表起草表样).",
      discussion: """
        The folder becomes a form set: set.yaml, one file for each form, and dictionaries. What cannot be told from blank \
        forms is marked “# 请核对：…” in them, and listed. A folder that holds anything is changed only with --force.
        """)

    @OptionGroup var options: CommonOptions

    @Argument(help: ArgumentHelp("The workbook of blank forms.", valueName: "blank.xlsx"))
    var file: String

    @Option(
      name: [.customShort("o"), .long],
      help: ArgumentHelp(
        "The folder of the set, whose name is the set's; with --name, the folder above it.", valueName: "dir"))
    var output: String

    @Option(name: .long, help: ArgumentHelp("The name of the set.", valueName: "name"))
    var name: String?

    @Option(
      name: .long,
      help: ArgumentHelp(
        "The unit of the amounts where the forms do not state it: 元, 千元, 万元, 百万元 or 亿元.", valueName: "unit"))
    var unit: String?

    @Flag(help: "Replace files of the same names.")
    var force = false

    func run() throws {
      let folder = name.map { (output.hasSuffix("/") ? output : output + "/") + $0 } ?? output
      let name = URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent
      if name.isEmpty || name == "/" || name.hasPrefix(".") || self.name?.contains("/") == true {
        throw options.usage("“\(self.name ?? folder)”不能作为表样的名称。", "“\(self.name ?? folder)” is no name for a form set.")
      }
      var money: MoneyUnit?
      if let unit {
        guard let known = MoneyUnit(rawValue: unit) else {
          let all = MoneyUnit.allCases.map(\.rawValue)
          throw options.usage(
            "“\(unit)”不是金额单位；可用：\(all.joined(separator: "、"))。",
            "“\(unit)” is no unit of amounts; use one of \(all.joined(separator: ", ")).")
        }
        money = known
      }
      let place = DraftFolder(path: folder, replacesExisting: force)
      do throws(OutputError) {
        try place.check()
      } catch {
        Console.message(error.line(options))
        throw ExitCode(ExitStatus.cannotWrite.rawValue)
      }
      let sets = try withDefinitions(options) { () throws(DefinitionError) in try options.sets() }
      guard FileManager.default.fileExists(atPath: file) else {
        Console.message(options.say("\(file)：没有这个文件，或无法读取。", "\(file): there is no such file, or it cannot be read."))
        throw ExitCode(ExitStatus.noInput.rawValue)
      }
      let draft: FormSetDraft
      do throws(FormSetDraftError) {
        draft = try FormSetDraft(path: file, name: name, sets: sets, unit: money)
      } catch {
        Console.message(error.line(in: options.language))
        throw ExitCode(ExitStatus.notAWorkbook.rawValue)
      }
      if (try? TemplateLibrary.embedded.set(named: name)) != nil {
        Console.message(
          options.say(
            "“\(name)”是内置表样的名称；用 --templates 指定这个文件夹时，它会代替内置的那一套。",
            "“\(name)” is the name of a set that is built in; with --templates it takes the place of that one."))
      }
      do throws(OutputError) {
        try place.write(draft.files)
      } catch {
        Console.message(error.line(options))
        throw ExitCode(ExitStatus.cannotWrite.rawValue)
      }
      // What stands in the folder now is what counts.
      let set = try withDefinitions(options) { () throws(DefinitionError) in
        try TemplateLibrary(directory: folder).set(named: name)
      }
      Console.write(DraftSummary(draft: draft, set: set, folder: folder, options: options).text)
    }
  }
}
