import ArgumentParser

/// The command `sheets`.
@main
struct Sheets: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheets",
    abstract: "Reads, verifies and writes budget forms as workbooks (部门预算表的读取、核验与生成).",
    version: "0.1.0",
    subcommands: [
      ReadCommand.self, VerifyCommand.self, WriteCommand.self, FormsCommand.self, TemplateCommand.self, Dump.self,
    ])
}
