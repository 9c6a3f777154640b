import ArgumentParser
import BudgetSheets

/// Tells what codes of findings mean.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells what a code means, why it matters and what to do (解释编号).",
    discussion: """
      Of a rule, as X10: its text, when it holds, on what it rests, where it is written, and an example. B03 tells all \
      rules of form 03. Of any other code: what it says, how grave it is, what to do, on what it rests, and an \
      example. Without a code all are listed with their levels.
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: "Codes, as C07, B03 or X10.")
  var codes: [String] = []

  @OptionGroup var rules: CountyRules

  func run() throws {
    let sets = try rules.sets(options).sets
    let catalogue = CodeCatalogue(sets: sets, options: options, style: .ofOutput)
    if codes.isEmpty {
      for line in catalogue.list { Console.line(line) }
      return
    }
    var status = ExitStatus.success
    var isFirst = true
    for code in codes {
      guard let lines = catalogue.explanation(of: code) else {
        let hint = catalogue.nearest(to: code)
        Console.message(
          options.say(
            "没有编号 \(code)" + (hint.map { "，是否为 \($0)？" } ?? "。") + "不带编号运行 sheets explain 可列出全部。",
            "There is no code \(code)" + (hint.map { "; did you mean \($0)?" } ?? ".")
              + " “sheets explain” lists them all."))
        status.worsen(to: .usage)
        continue
      }
      if !isFirst { Console.line() }
      isFirst = false
      for line in lines { Console.line(line) }
    }
    try status.exit()
  }
}
