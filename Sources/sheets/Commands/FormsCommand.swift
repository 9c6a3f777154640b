import ArgumentParser
import BudgetSheets

/// Lists the forms of the sets at hand.
struct FormsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forms", abstract: "Lists the forms of every set (列出表样).",
    discussion: """
      A form that is marked as reconstructed is named by its source but not shown there: its columns and rows are worked \
      out from other forms. “sheets template show” says from which.
      """)

  @OptionGroup var options: CommonOptions

  func run() throws {
    let sets = try withDefinitions(options) { () throws(DefinitionError) in try options.sets() }
    for set in sets {
      Console.line(
        "\(set.name)  \(set.title)  \(set.version)  \(set.years.joined(separator: " "))  \(set.unit.rawValue)")
      for form in set.forms {
        let title = FormDefinition.fill(form.title, year: set.years.last ?? "", department: "")
        let need = set.required.contains(form.form) ? "" : options.say("（可缺）", " (optional)")
        let size =
          form.isBlockForm
          ? options.say("\(form.blocks.count) 块", "\(form.blocks.count) blocks")
          : options.say("\(form.leaves.count) 栏", "\(form.leaves.count) columns")
        let origin = form.reconstruction == nil ? "" : options.say("（复原）", " (reconstructed)")
        Console.line("  \(form.form)  \(form.code ?? form.shortName ?? "—")  \(title)  \(size)\(need)\(origin)")
      }
    }
  }
}
