import BudgetSheets
import Foundation
import Testing

/// `docs/cleaning.md` against the repairs.
@Suite struct CleaningPageTests {
  static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs/cleaning.md")
  /// The kinds of mess of the catalogue, by letter: texts, codes, amounts, layout, indicators.
  static let catalogue = [("T", 17), ("K", 9), ("A", 14), ("L", 18), ("I", 2)].flatMap { letter, count in
    (1...count).map { "\(letter)\($0)" }
  }

  static var table: String {
    var lines = ["| code | class | 名称 | what | limits | mess |", "|---|---|---|---|---|---|"]
    for repair in Cleaner.repairs {
      let (chinese, english) = (repair.words(in: .chinese), repair.words(in: .english))
      lines.append(
        "| `\(repair.code.rawValue)` | \(repair.repairClass.rawValue) | \(chinese.name) | \(english.name) | \(english.limits) | \(repair.mess.joined(separator: ", ")) |"
          .replacing("\\", with: "\\\\"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The page is written anew with `RECORD_SNAPSHOTS=1 swift test --filter CleaningPageTests`.
  @Test func thePageListsEveryRepair() throws {
    let marks = ["<!-- repairs: begin -->\n", "<!-- repairs: end -->"]
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let begin = try #require(text.range(of: marks[0])).upperBound
    let end = try #require(text.range(of: marks[1])).lowerBound
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try (text[..<begin] + Self.table + text[end...]).write(to: Self.page, atomically: true, encoding: .utf8)
      return
    }
    #expect(text[begin..<end] == Self.table)
  }

  @Test func everyKindOfMessIsARepairAFindingOrReading() throws {
    let lines = try String(contentsOf: Self.page, encoding: .utf8).split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      return cells.count == 3 && cells[0].wholeMatch(of: /[TKALI]\d+/) != nil ? (cells[0], cells[2]) : nil
    }
    #expect(lines.map(\.0) == Self.catalogue)
    let handled = Dictionary(uniqueKeysWithValues: lines)
    for repair in Cleaner.repairs {
      for mess in repair.mess {
        #expect(handled[mess]?.contains(repair.code.rawValue) == true, "\(repair.code) \(mess)")
      }
    }
    for (mess, text) in lines {
      for match in text.matches(of: /\b(Q\d\d)\b/) {
        let code = try #require(RepairCode(rawValue: String(match.1)), "\(mess)")
        #expect(Cleaner.description(of: code).mess.contains(mess) || mess == "I1", "\(mess) \(code)")
      }
      for match in text.matches(of: /\b([CSLF]\d\d)\b/) {
        #expect(FindingCode(rawValue: String(match.1)) != nil, "\(mess)")
      }
      #expect(text.contains(/\b[QCSLFXR](\d\d|…)|reading|left/.ignoresCase()), "\(mess)")
    }
  }
}
