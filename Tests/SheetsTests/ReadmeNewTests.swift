import Foundation
import Testing

/// What the READMEs and the page on issuing say of `sheets new`.
@Suite struct ReadmeNewTests {
  private static let root = SheetsRun.tests.deletingLastPathComponent()

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
  }

  @Test(arguments: ["README.md", "README.zh-CN.md"]) func theExampleIsWhatIsPrinted(_ name: String) throws {
    let blocks = try Self.text(name).components(separatedBy: "```console\n$ sheets new ").dropFirst()
    let block = try #require(blocks.first?.components(separatedBy: "\n```").first)
    var lines = block.split(separator: "\n")
    let arguments = lines.removeFirst().split(separator: " ").map(String.init)
    let folder = try TestFolder()
    for example in ["examples/departments.csv", "examples/laocheng-2023.xlsx"] {
      try folder.write(Array(try Data(contentsOf: Self.root.appendingPathComponent(example))), to: example)
    }
    let run = try SheetsRun(["new"] + arguments, in: folder)
    #expect(run.status == 0 && run.lines == lines, "\(run.message)")
  }

  @Test func thePageNamesEveryOption() throws {
    let page = try Self.text("docs/issuing.md")
    let help = try SheetsRun(["new", "--help"]).output
    let options = help.matches(of: /\n  (?:-o, )?(--[a-z-]+)/).map { String($0.output.1) }
    #expect(options.count > 14)
    for option in options where option != "--version" && option != "--output" {
      #expect(page.contains("`\(option)"), "\(option)")
    }
  }
}
