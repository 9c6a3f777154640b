import Foundation
import Testing

@testable import BudgetSheets

/// `docs/rule-table.md` says of every rule what the set says, and of no other.
@Suite struct RuleTablePageTests {
  /// A line of the page's tables.
  struct Line {
    var number: String
    var file: Set<String>
    var rules: [String]
    var level: String
    var condition: String
  }

  private static func quoted(_ text: some StringProtocol) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { !$0.offset.isMultiple(of: 2) }
      .map { String($0.element) }
  }

  static let lines = Result {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs/rule-table.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    return text.split(separator: "\n").filter { $0.hasPrefix("|") }.compactMap { line -> Line? in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 6, cells[0] != "number", !cells[0].hasPrefix("-") else { return nil }
      return Line(
        number: cells[0], file: Set(quoted(cells[2]).filter { $0.hasSuffix(".yaml") }), rules: quoted(cells[3]),
        level: cells[4], condition: cells[5])
    }
  }

  @Test func everyRuleStandsOnThePageOnceAndNoOtherDoes() throws {
    let rules = try Self.lines.get().flatMap(\.rules)
    #expect(Set(rules).count == rules.count)
    let known = Set(try SampleBook.checker.get().rules.map(\.rule))
    #expect(known.subtracting(rules) == [] && Set(rules).subtracting(known) == [])
    #expect(Set(try SampleBook.report(.published).rules.map(\.rule)) == known)
  }

  @Test func thePageSaysWhereARuleIsWrittenItsLevelAndItsCondition() throws {
    let rules = Dictionary(uniqueKeysWithValues: try SampleBook.checker.get().rules.map { ($0.rule, $0) })
    for line in try Self.lines.get() {
      let descriptions = try line.rules.map { try #require(rules[$0]) }
      #expect(!descriptions.isEmpty)
      let files = descriptions.map { $0.source.split(separator: ":")[0].replacing("luoyang-2023/", with: "") }
      #expect(Set(files.map { String($0) }) == line.file, "\(line.number)")
      for description in descriptions {
        #expect(description.level.rawValue == line.level, "\(line.number)")
        let condition = (description.condition ?? "") + (description.otherwise.map { "，否则 " + $0 } ?? "")
        #expect(condition == line.condition, "\(line.number)")
      }
    }
  }

  @Test func theNumbersOfThePageAreThoseOfTheDerivation() throws {
    let lines = try Self.lines.get()
    for row in RuleTable.rows {
      let line = try #require(lines.first { $0.rules == row.rules.map(\.rule) }, "\(row)")
      #expect(line.number == row.number ?? "—")
    }
    #expect(lines.count == RuleTable.rows.count)
  }
}
