import Foundation
import Testing

@testable import BudgetSheets

/// Reports as SARIF.
@Suite struct OutputSARIFTests {
  private static func run(_ files: [CheckedFile], language: Language = .chinese) throws -> [String: Any] {
    let text = CheckReport.sarif(of: files, language: language)
    let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    #expect(log["$schema"] as? String == "https://json.schemastore.org/sarif-2.1.0.json")
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }

  private static func files() throws -> [CheckedFile] {
    [
      CheckedFile(path: "2023 年/交.xlsx", outcome: .checked(try OutputSample.report(), in: try OutputSample.set())),
      CheckedFile(path: "/tmp/坏.xlsx", outcome: .unreadable(code: "notZip", message: "不是工作簿。")),
      // The same file named twice is one artifact.
      CheckedFile(path: "2023 年/交.xlsx", outcome: .checked(try OutputSample.report(), in: try OutputSample.set())),
    ]
  }

  @Test func resultsPointAtRulesAndFiles() throws {
    let run = try Self.run(try Self.files())
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let ids = rules.compactMap { $0["id"] as? String }
    #expect(ids == ids.sorted() && Set(ids).count == ids.count)
    for rule in rules {
      #expect((rule["shortDescription"] as? [String: String])?["text"]?.isEmpty == false)
      #expect((rule["properties"] as? [String: String])?.keys.sorted() == ["en", "zh"])
    }
    let artifacts = try #require(run["artifacts"] as? [[String: [String: String]]])
    #expect(
      artifacts.compactMap { $0["location"]?["uri"] } == [
        "2023%20%E5%B9%B4/%E4%BA%A4.xlsx", "file:///tmp/%E5%9D%8F.xlsx",
      ])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == 14)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(result["ruleId"] as? String == ids[index])
      #expect(["error", "warning", "note"].contains(result["level"] as? String))
      let locations = try #require(result["locations"] as? [[String: Any]])
      let artifact = (locations[0]["physicalLocation"] as? [String: Any])?["artifactLocation"] as? [String: Any]
      #expect(artifact?["uri"] as? String == "2023%20%E5%B9%B4/%E4%BA%A4.xlsx")
      #expect(artifact?["index"] as? Int == 0)
    }
  }

  @Test func aResultTellsItsCellFiguresAndCause() throws {
    let result = try #require((try Self.run(try Self.files())["results"] as? [[String: Any]])?.first)
    let location = try #require((result["locations"] as? [[String: Any]])?.first)
    #expect(
      (location["logicalLocations"] as? [[String: String]])?.first == [
        "name": "D13", "fullyQualifiedName": "预算04表!D13", "decoratedName": "（六）科学技术支出·支出/合计", "kind": "cell",
      ])
    let related = try #require((result["relatedLocations"] as? [[String: Any]])?.first)
    #expect((related["message"] as? [String: String])?["text"] == "预算01表!D11 六、科学技术·支出/金额 519.91 万元")
    let properties = try #require(result["properties"] as? [String: Any])
    #expect(properties["reported"] as? String == "474.91")
    #expect(properties["expected"] as? String == "519.91")
    #expect(properties["difference"] as? String == "-45.00")
    #expect((properties["suggestions"] as? [String])?.first?.hasPrefix("最可能（仅供参考）：错行：") == true)
    #expect(
      (result["partialFingerprints"] as? [String: String])?.values.first == "X10|04|一、本年支出/（六）科学技术支出|支出/合计")
  }

  @Test func whatWasNotCheckedOrReadIsNotified() throws {
    let run = try Self.run(try Self.files(), language: .english)
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
    let notifications = try #require(invocation["toolExecutionNotifications"] as? [[String: Any]])
    #expect(notifications.map { $0["level"] as? String } == ["warning", "error", "warning"])
    #expect((notifications[0]["associatedRule"] as? [String: Any])?["id"] as? String == "X20")
    #expect((notifications[1]["descriptor"] as? [String: String])?["id"] == "notZip")
    #expect(
      (notifications[0]["message"] as? [String: String])?["text"]
        == "2 of 2 checks of the rule “09/合计 = 03/政府性基金” could not be made: the form 预算09表 is missing.")
  }

  @Test func anExplainedWarningIsUnderReview() throws {
    let results = try #require(try Self.run(try Self.files())["results"] as? [[String: Any]])
    let suppressed = results.filter { $0["suppressions"] != nil }
    #expect(suppressed.count == 2)
    #expect(
      (suppressed.first?["suppressions"] as? [[String: String]])?.first == [
        "kind": "external", "status": "underReview", "justification": "按省级下发的新科目填报。",
      ])
  }

  @Test func noTextMakesALink() throws {
    var report = try OutputSample.report()
    report.findings = [Finding(.amountUnreadable, sheet: "[点此](http://example.com)", ["text": "{0}\"\n"])]
    report.causes = []
    let run = try Self.run([CheckedFile(path: "a.xlsx", outcome: .checked(report, in: try OutputSample.set()))])
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    let text = try #require((result["message"] as? [String: String])?["text"])
    #expect(text.hasPrefix("\\[点此\\](http://example.com)："))
  }

  @Test func theSameFilesGiveTheSameText() throws {
    #expect(CheckReport.sarif(of: try Self.files()) == CheckReport.sarif(of: try Self.files()))
    #expect(try Self.run([])["results"] as? [String] == [])
  }
}
