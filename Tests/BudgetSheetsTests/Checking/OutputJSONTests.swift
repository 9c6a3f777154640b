import Foundation
import Testing

@testable import BudgetSheets

/// Reports as JSON.
@Suite struct OutputJSONTests {
  @Test(arguments: Language.allCases)
  func reportsFitTheSchema(language: Language) throws {
    let schema = try JSONSchema(file: "docs/check.schema.json")
    let set = try OutputSample.set()
    let report = try OutputSample.report()
    #expect(try schema.problems(inText: report.json(in: set, pretty: true, language: language)) == [])
    #expect(try schema.problems(inText: report.ndjson(in: set, language: language)) == [])
    // Whatever the reader finds in workbooks that are a mess.
    for number in 1...4 {
      let report = Checker(set: set).check(try OutputSample.book("laocheng-2023-mess-\(number)"))
      #expect(try schema.problems(inText: report.json(in: set, language: language)) == [])
    }
  }

  @Test func aFileThatCannotBeReadFitsTheSchema() throws {
    let text = CheckJSON.failure(file: "坏\"文件.xlsx", code: "notZip", message: "不是 zip。\n第二行")
    #expect(!text.contains("\n"))
    #expect(try JSONSchema(file: "docs/check.schema.json").problems(inText: text) == [])
    #expect(
      text == #"{"format":"budgetsheets.check","version":1,"file":"坏\"文件.xlsx","#
        + #""error":{"code":"notZip","message":"不是 zip。\n第二行"}}"#)
  }

  @Test func theSchemaRefusesWhatIsNoReport() throws {
    let schema = try JSONSchema(file: "docs/check.schema.json")
    var text = try OutputSample.report().json(in: try OutputSample.set())
    text = text.replacing("\"verdict\":\"rejected\"", with: "\"verdict\":\"bad\"")
      .replacing("\"reported\":\"474.91\"", with: "\"reported\":\"474,91\"").replacing(
        "\"failed\":2", with: "\"failed\":-2")
    let problems = try schema.problems(inText: text)
    #expect(problems.contains(".verdict: bad is not listed"))
    #expect(problems.contains(".findings[0].reported: 474,91 does not match"))
    #expect(problems.contains(".ledger.failed: -2 is less than 0"))
  }

  @Test func theSchemaListsWhatThereIs() throws {
    let definitions = try #require(
      try JSONSchema(file: "docs/check.schema.json").root["$defs"] as? [String: [String: Any]])
    #expect(definitions["mechanism"]?["enum"] as? [String] == Cause.Mechanism.allCases.map(\.rawValue))
    #expect(definitions["level"]?["enum"] as? [String] == Finding.Level.allCases.map(\.rawValue))
    let finding = definitions["finding"]?["properties"] as? [String: [String: Any]]
    #expect(finding?["relation"]?["enum"] as? [String] == Judgement.Relation.allCases.map(\.rawValue))
    let report = definitions["report"]?["properties"] as? [String: [String: Any]]
    #expect(report?["verdict"]?["enum"] as? [String] == CheckVerdict.allCases.map(\.rawValue))
    #expect(report?["unit"]?["enum"] as? [String] == MoneyUnit.allCases.map(\.rawValue))
  }

  @Test func theSameReportGivesTheSameText() throws {
    let set = try OutputSample.set()
    let report = try OutputSample.report()
    #expect(report.json(in: set, pretty: true) == (try OutputSample.report()).json(in: set, pretty: true))
    #expect(report.ndjson(in: set).filter { $0 == "\n" }.count == 1)
  }

  @Test func amountsAndPlacesAreTold() throws {
    let value = try JSONSerialization.jsonObject(
      with: Data(try OutputSample.report().json(in: try OutputSample.set()).utf8))
    let report = try #require(value as? [String: Any])
    #expect(report["unit"] as? String == "万元")
    #expect(
      report["ledger"] as? [String: Int] == ["due": 44, "passed": 39, "failed": 2, "notApplicable": 1, "notChecked": 2])
    #expect(report["counts"] as? [String: Int] == ["error": 3, "warning": 2, "info": 2, "explained": 1])
    let finding = try #require((report["findings"] as? [[String: Any]])?.first)
    #expect(finding["at"] as? String == "D13")
    #expect(finding["row"] as? [String: String] == ["key": "一、本年支出/（六）科学技术支出", "name": "（六）科学技术支出"])
    #expect(finding["difference"] as? String == "-45.00")
    let part = try #require((finding["right"] as? [[String: Any]])?.first)
    #expect(part["label"] as? String == "六、科学技术·支出/金额")
    let cause = try #require((report["causes"] as? [[String: Any]])?.first)
    #expect(cause["mechanism"] as? String == "wrongRow")
    #expect(cause["findings"] as? [Int] == [0, 1])
    let changes = try #require(cause["changes"] as? [[String: Any]])
    #expect(changes.map { $0["proposed"] as? String } == ["519.91", "519.91", nil, nil])
  }
}
