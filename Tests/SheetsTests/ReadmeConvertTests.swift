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
}
