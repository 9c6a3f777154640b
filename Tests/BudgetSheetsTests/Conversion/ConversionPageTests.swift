import Foundation
import Testing

@testable import BudgetSheets

/// `docs/converting.md` and the schema against what there is.
@Suite struct ConversionPageTests {
  private static func page() throws -> String {
    try String(contentsOf: JSONSchema.folder.appendingPathComponent("docs/converting.md"), encoding: .utf8)
  }

  @Test func theMappingOfThePageIsRight() throws {
    let mapping = String(try #require(try Self.page().firstMatch(of: /```yaml\n([^`]*)```/)?.1))
    let folder = JSONSchema.folder.appendingPathComponent("templates/luoyang-2023")
    let newer = try FormSetReader(
      name: "luoyang-2023",
      text: { file in
        file == "from-luoyang-2021.yaml"
          ? mapping : try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      }
    ).read()
    let converter = try BookConverter(from: try PublishedConversion.set("luoyang-2021"), to: newer)
    let sums = try converter.convert(PublishedConversion.book()).sums
    #expect(sums.first { $0.form == "08" }?.after == Amount(decimal: "2.10", unit: .万元))
    #expect(sums.first { $0.form == "13" }?.after == Amount(decimal: "872.04", unit: .万元))
  }

  @Test func whatIsPrintedFitsTheSchema() throws {
    let schema = try JSONSchema(file: "docs/conversion.schema.json")
    let example = String(try #require(try Self.page().firstMatch(of: /```json\n([^`]*)```/)?.1))
    #expect(try schema.problems(inText: example) == [])
    let converter = try PublishedConversion.converter()
    for language in Language.allCases {
      let text = try PublishedConversion.conversion().json(
        from: converter.from, to: converter.to, output: "a.xlsx", findings: [Finding(.yearMissing)], language: language)
      #expect(try schema.problems(inText: text) == [])
    }
    var units = SmallSets.units([(.total, "", "共计", ["9", "1", "2"]), (.department, "101", "某局", ["1", "1", "2"])])
    units.rows[0].cells[["其他"]] = FormCell(value: nil, raw: "约\"1\n")
    units.notes = [FormNote(text: "注")]
    let small = try SmallSets.converter()
    let text = small.convert(SmallSets.book([units, SmallSets.costs(["甲费": "1"])])).json(
      from: small.from, to: small.to, output: nil)
    #expect(try schema.problems(inText: text) == [])
    let failure = ConversionJSON.failure(file: "坏\"文件.xlsx", code: "noMapping", message: "第一行\n第二行")
    #expect(try schema.problems(inText: failure) == [])
  }

  @Test func theSchemaListsEveryReason() throws {
    let schema = try JSONSchema(file: "docs/conversion.schema.json")
    let definitions = try #require(schema.root["$defs"] as? [String: [String: Any]])
    let remainder = try #require(definitions["remainder"]?["properties"] as? [String: [String: Any]])
    let reasons: [ConversionRemainder.Reason] = [
      .noForm, .noSuccessor, .noRow, .notCarried("不用"), .contained("甲"), .notCounted("甲"), .totalOfOthers,
      .explanation("X01"),
      .unreadable,
      .tooLarge,
    ]
    let names = reasons.map { ConversionRemainder(form: "1", value: nil, reason: $0).reasonName }
    #expect(remainder["reason"]?["enum"] as? [String] == names)
    let page = try Self.page()
    for name in names { #expect(page.contains("`\(name)`")) }
  }
}
