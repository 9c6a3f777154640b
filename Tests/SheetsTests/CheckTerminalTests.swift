import Foundation
import Testing

/// What `sheets check` does on a terminal, and only there.
@Suite struct CheckTerminalTests {
  private static func run(_ arguments: [String], _ environment: [String: String] = [:]) throws -> String {
    let folder = try CheckCommandTests.folder()
    let all = ["check"] + arguments + ["--templates", SmallSet.folder, "--set", "small", "--lang", "zh"]
    return try TerminalRun(all, in: folder, environment: environment).text
  }

  @Test func coloursStandOnATerminalOnly() throws {
    let file = ["in/c-warned.xlsx"]
    #expect(try Self.run(file).contains("\u{1B}[33m需说明\u{1B}[0m S31"))
    #expect(try !Self.run(file, ["NO_COLOR": "1"]).contains("\u{1B}"))
    #expect(try Self.run(file, ["NO_COLOR": ""]).contains("\u{1B}[33m"))
    #expect(try !Self.run(file, ["TERM": "dumb"]).contains("\u{1B}"))
  }

  @Test func aLiveLineTellsHowFarABatchHasComeAndGoesAway() throws {
    let text = try Self.run(["in", "--jobs", "1"], ["NO_COLOR": "1"])
    #expect(text.contains("\r\u{1B}[K1/5 · 每秒"))
    #expect(!text.contains("[1/5]"))
    // Every live line is taken away before anything else is written.
    for part in text.components(separatedBy: "\r\u{1B}[K") where part.contains(" · 剩余 ") {
      #expect(part.hasSuffix("秒"), "\(part)")
    }
  }

  @Test func aFileThatCannotBeReadStaysToBeSeen() throws {
    let text = try Self.run(["in", "--format", "ndjson", "-o", "out.ndjson"])
    #expect(text.contains("e-bad.xlsx：不是 .xlsx 工作簿"))
  }
}
