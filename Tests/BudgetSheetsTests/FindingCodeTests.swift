import BudgetSheets
import Foundation
import Testing

@Suite struct FindingCodeTests {
  /// The table of `docs/findings.md`.
  static var table: String {
    var lines = ["| code | level | 中文 | English |", "|---|---|---|---|"]
    for code in FindingCode.allCases {
      let sentences = [Language.chinese, .english].map { code.message(in: $0, filledWith: [:]) }
      lines.append("| `\(code.rawValue)` | \(code.level.rawValue) | \(sentences[0]) | \(sentences[1]) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The page is written anew with `RECORD_SNAPSHOTS=1 swift test --filter FindingCodeTests`.
  @Test func thePageOfFindingsListsEveryCode() throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("docs/findings.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let head = text.range(of: "| code |").map { text[..<$0.lowerBound] } ?? text[...]
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try (String(head) + Self.table).write(to: page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: page, encoding: .utf8) == head + Self.table)
  }

  @Test func codesAreUniqueAndEverySentenceIsInBothLanguages() {
    #expect(Set(FindingCode.allCases.map(\.rawValue)).count == FindingCode.allCases.count)
    for code in FindingCode.allCases {
      let chinese = code.message(in: .chinese, filledWith: [:])
      let english = code.message(in: .english, filledWith: [:])
      #expect(chinese.contains { $0.isLetter && !$0.isASCII }, "\(code)")
      #expect(!english.isEmpty && chinese != english, "\(code)")
      // Both languages are told the same: the words to be filled in agree, but for those that only one needs.
      let words = [chinese, english].map { Set($0.matches(of: /\{\w+\}/).map { String($0.output) }) }
      #expect(words[1].isSubset(of: words[0]) || words[0].isSubset(of: words[1]), "\(code)")
      #expect(words[0].isEmpty == words[1].isEmpty, "\(code)")
    }
  }
}
