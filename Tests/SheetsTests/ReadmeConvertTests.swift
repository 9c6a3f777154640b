import Foundation
import Testing

/// What the READMEs say of `sheets convert`.
@Suite struct ReadmeConvertTests {
  private static let root = SheetsRun.tests.deletingLastPathComponent()

  @Test(arguments: ["README.md", "README.zh-CN.md"]) func theExampleIsWhatIsPrinted(_ name: String) throws {
    let text = try String(contentsOf: Self.root.appendingPathComponent(name), encoding: .utf8)
    let blocks = text.components(separatedBy: "```console\n$ sheets convert ").dropFirst()
    let block = try #require(blocks.first?.components(separatedBy: "\n```").first)
    var lines = block.split(separator: "\n")
    let arguments = lines.removeFirst().split(separator: " ").map(String.init)
    let folder = try TestFolder()
    let example = "examples/gongxin-2021.xlsx"
    try folder.write(Array(try Data(contentsOf: Self.root.appendingPathComponent(example))), to: example)
    let run = try SheetsRun(["convert"] + arguments, in: folder)
    #expect(run.status == 0 && run.lines == lines, "\(run.message)")
  }

  /// The growth that the READMEs quote is what the check of both examples prints.
  @Test(arguments: ["README.md", "README.zh-CN.md"]) func theGrowthIsWhatIsPrinted(_ name: String) throws {
    let text = try String(contentsOf: Self.root.appendingPathComponent(name), encoding: .utf8)
    let quoted = try #require(text.firstMatch(of: /较\d{4}年减少[\d.]+万元，下降[\d.]+%/)).output
    let examples = Self.root.appendingPathComponent("examples")
    let run = try SheetsRun([
      "check", examples.appendingPathComponent("laocheng-2023.xlsx").path, "--prior",
      examples.appendingPathComponent("gongxin-2021.xlsx").path, "--lang", "zh",
    ])
    #expect(run.output.contains(quoted), "\(run.output)")
  }
}
