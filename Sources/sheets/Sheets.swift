import ArgumentParser
import BudgetSheets

/// The command `sheets`.
@main
struct Sheets: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheets",
    abstract: "Reads, checks and writes budget forms as workbooks (部门预算表的读取、审核与生成).",
    discussion: """
      For example （例如）:
        sheets new --departments 名单.csv -o 下发  blank forms for everybody （下发空表）
        sheets check 上报.xlsx                what is wrong, and why （审核）
        sheets clean 上报.xlsx                what can be repaired without a doubt （清洗）
        sheets read 上报.xlsx > 上报.json      every value, and what there is to say （读出每个数值和提示）
        sheets verify 上报.xlsx               is anything lost on the way through the forms? （往返核验）
        sheets write 上报.json -o 新表.xlsx    a fresh, protected workbook （重新生成工作簿）
        sheets convert 上年.xlsx --to 表样 -o 新表.xlsx   into the forms of another year （转换表样）
      """,
    version: "0.1.0",
    subcommands: [
      NewCommand.self, CheckCommand.self, ExplainCommand.self, CleanCommand.self, ReadCommand.self, VerifyCommand.self,
      WriteCommand.self, ConvertCommand.self,
      FormsCommand.self, TemplateCommand.self, Dump.self,
    ])

  /// Runs the command; what is wrong with the command line is told in Chinese first, where that is asked for.
  static func main() async {
    do {
      var command = try await asyncParseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      let arguments = Array(CommandLine.arguments.dropFirst())
      if exitCode(for: error) == .validationFailure, UsageHint.language(of: arguments) == .chinese {
        let commands = configuration.subcommands.compactMap { $0.configuration.commandName }
        let message = fullMessage(for: error)
        if let line = UsageHint.line(for: message, arguments: arguments, commands: commands) { Console.message(line) }
      }
      exit(withError: error)
    }
  }
}
