import Foundation
import Testing

/// What the READMEs say that `sheets clean` prints.
@Suite struct ReadmeCleanTests {
  @Test(arguments: ["README.md", "README.zh-CN.md"]) func theExampleIsWhatIsPrinted(_ name: String) throws {
    let root = SheetsRun.tests.deletingLastPathComponent()
    let readme = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
    let blocks = readme.components(separatedBy: "```console\n$ sheets clean ").dropFirst()
    let block = try #require(blocks.first?.components(separatedBy: "\n```").first)
    var lines = block.split(separator: "\n")
    let arguments = lines.removeFirst().split(separator: " ").map(String.init)
    let folder = try TestFolder()
    let example = try #require(arguments.first)
    try folder.write(Array(try Data(contentsOf: root.appendingPathComponent(example))), to: example)
    let run = try SheetsRun(["clean"] + arguments, in: folder)
    #expect(run.status == 1 && run.message.isEmpty, "\(run.message)")
    // Where a line of dots stands, lines are left out.
    var printed = run.lines[...]
    var mayLeaveOut = false
    for line in lines {
      if line.allSatisfy({ $0 == " " || $0 == "…" }) {
        mayLeaveOut = true
        continue
      }
      let index = try #require(printed.firstIndex(of: line), "\(line)")
      #expect(mayLeaveOut || index == printed.startIndex, "\(line)")
      printed = printed[(index + 1)...]
      mayLeaveOut = false
    }
    #expect(printed.isEmpty)
  }
}
