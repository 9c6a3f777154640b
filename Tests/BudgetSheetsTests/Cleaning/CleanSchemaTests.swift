import Foundation
import Testing

@testable import BudgetSheets

/// The JSON of cleaning and its schema.
@Suite struct CleanSchemaTests {
  private static func schema() throws -> JSONSchema { try JSONSchema(file: "docs/clean.schema.json") }

  @Test(arguments: ["laocheng-2023", "laocheng-2023-mess-1", "laocheng-2023-mess-4"])
  func resultsFit(_ name: String) throws {
    let schema = try Self.schema()
    let submission = try MessedSubmission(name)
    for language in Language.allCases {
      let own = try submission.cleaned()
      #expect(try schema.problems(inText: own.json(language: language)) == [])
      let standard = try submission.cleaned(layout: .standard)
      #expect(try schema.problems(inText: standard.json(output: "a.xlsx", log: "a.jsonl", language: language)) == [])
      if !own.isChanged { continue }
      let undone = try ChangeUndo(own.log).undo(bytes: own.bytes, name: "a.xlsx")
      #expect(try schema.problems(inText: undone.json(output: "b.xlsx", language: language)) == [])
    }
    let kept = try UnitRepairTests.inYuan().cleaned(RepairSelection(codes: [.statedUnit, .suspectedUnit]))
    #expect(try schema.problems(inText: kept.json()) == [])
  }

  @Test func failuresAndTheListFit() throws {
    let schema = try Self.schema()
    let failure = CleanJSON.failure(file: "坏\"文件.xlsx", code: "notWritten", message: "不是 zip。\n第二行")
    #expect(try schema.problems(inText: failure) == [])
    for language in Language.allCases {
      #expect(try schema.problems(inText: CleanJSON.repairs(language: language)) == [])
    }
  }

  @Test func theExampleOfThePageFits() throws {
    let page = try String(contentsOf: JSONSchema.folder.appendingPathComponent("docs/clean-json.md"), encoding: .utf8)
    let example = try #require(page.firstMatch(of: /```json\n([^`]*)```/)?.1)
    #expect(try Self.schema().problems(inText: String(example)) == [])
  }

  @Test func whatIsNoResultDoesNotFit() throws {
    let text = try MessedSubmission("laocheng-2023-mess-1").cleaned().json()
    let problems = try Self.schema().problems(
      inText: text.replacing("\"verdict\": \"rejected\"", with: "\"verdict\": \"bad\"")
        .replacing("\"kept\"", with: "\"left\""))
    #expect(problems.sorted() == [".left: not allowed", ".remaining.verdict: bad is not listed", ": kept is missing"])
  }

  @Test func theSchemaListsWhatThereIs() throws {
    let definitions = try #require(try Self.schema().root["$defs"] as? [String: [String: Any]])
    #expect(definitions["class"]?["enum"] as? [String] == RepairClass.allCases.map(\.rawValue))
    let state = try #require(definitions["state"]?["properties"] as? [String: [String: Any]])
    #expect(state["type"]?["enum"] as? [String] == CellState.Kind.allCases.map(\.rawValue))
    let remaining = try #require(definitions["remaining"]?["properties"] as? [String: [String: Any]])
    #expect(remaining["verdict"]?["enum"] as? [String] == CheckVerdict.allCases.map(\.rawValue))
  }
}
