import ArgumentParser

@main
struct Sheets: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads and writes budget forms.", subcommands: [Dump.self])
}
