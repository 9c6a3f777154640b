import Foundation
import Testing

@testable import BudgetSheets

/// Reports beside the year before, for people and programs.
@Suite struct PriorOutputTests {
  private static let rules = """
    - {id: U01, rule: "01[收入：收入总计] <= prior 01[收入：收入总计]"}
    - {id: U02, each: "03[明细]", rule: "合计 >= prior 合计"}
    - {id: U03, rule: "12[预算情况/部门预算总额（万元）] = prior 12[预算情况/部门预算总额（万元）]"}
    """

  /// A report with a failure, rows that are missing in the year before, and a figure that cannot be compared.
  private static func report() throws -> CheckReport {
    var prior = try PriorSample.prior()
    try prior.put("600.00", in: "01|收入总计|收入/金额")
    try prior.remove(row: "206/01/01", of: "03")
    prior.remove(form: "12")
    prior.remove(form: "04")
    return try PriorSample.report(rules, beside: prior)
  }

  @Test(arguments: Language.allCases) func theJSONFitsItsSchema(_ language: Language) throws {
    let set = try SampleBook.set.get()
    let schema = try JSONSchema(file: "docs/check.schema.json")
    let text = try Self.report().json(in: set, language: language)
    #expect(try schema.problems(inText: text) == [])
    let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let prior = try #require(json["prior"] as? [String: Any])
    #expect(prior["file"] as? String == "2022.xlsx" && prior["year"] as? String == "2022")
    #expect(prior["set"] as? String == "luoyang-2023" && prior["carriedOver"] == nil)
    let growth = try #require(json["growth"] as? [[String: Any]])
    #expect(growth.map { $0["change"] as? String }.prefix(3) == ["increased", "unchanged", "notComparable"])
    #expect(growth[0]["current"] as? String == "634.34" && growth[0]["prior"] as? String == "600.00")
    #expect(growth[0]["difference"] as? String == "34.34" && growth[0]["percent"] as? String == "5.72")
    #expect((growth[0]["at"] as? [String: Any])?["at"] as? String == "B38")
    #expect(growth[2]["reason"] as? String == "priorFormMissing" && growth[2]["percent"] == nil)
    let rules = try #require(json["rules"] as? [[String: Any]])
    let reasons = rules.suffix(3).map { ($0["reasons"] as? [[String: Any]])?.map { $0["code"] as? String } }
    #expect(reasons[0] == nil && reasons[1] == ["priorRowMissing"] && reasons[2] == ["priorFormMissing"])
    let findings = try #require(json["findings"] as? [[String: Any]])
    let finding = try #require(findings.first { $0["code"] as? String == "U01" })
    #expect((finding["right"] as? [[String: Any]])?.first?["prior"] as? Bool == true)
    #expect((finding["left"] as? [[String: Any]])?.first?["prior"] == nil)
  }

  @Test func withoutTheYearBeforeNothingIsOtherwise() throws {
    let set = try SampleBook.set.get()
    let report = try SampleBook.report(.published)
    let json = report.json(in: set)
    #expect(!json.contains("\"growth\"") && !json.contains("\"prior\""))
    #expect(!report.html(in: set).contains("id=\"growth\"") && !report.html(in: set).contains("上年的工作簿"))
  }

  @Test(arguments: Language.allCases) func thePageShowsBothYears(_ language: Language) throws {
    let report = try Self.report()
    try OutputHTMLTests.check(report, language)
    let page = report.html(in: try SampleBook.set.get(), language: language)
    #expect(
      page.contains(language == .chinese ? "较上年增加34.34万元，增长5.72%" : "34.34 万元 more than the year before, up 5.72%"))
    // The cell of the year before is named and leads nowhere: its workbook is not drawn.
    let address = language == .chinese ? "上年 预算01表!B38" : "last year&#39;s 预算01表!B38"
    let outline = HTMLOutline(page)
    #expect(outline.problems == [])
    #expect(page.contains(address) || page.contains("last year's 预算01表!B38"))
    #expect(!page.contains(">上年 预算01表!B38</a>"))
  }

  @Test func otherToolsAreToldOfThisYearsCellsAlone() throws {
    let set = try SampleBook.set.get()
    let report = try Self.report()
    let sarif = CheckReport.sarif(of: [CheckedFile(path: "2023.xlsx", outcome: .checked(report, in: set))])
    #expect(sarif.contains("U01") && !sarif.contains("growth"))
    // In the message only.
    #expect(!sarif.contains("\"fullyQualifiedName\":\"上年") && !sarif.contains("\"fullyQualifiedName\": \"上年"))
    let log = try #require(try JSONSerialization.jsonObject(with: Data(sarif.utf8)) as? [String: Any])
    let results = try #require(
      ((log["runs"] as? [[String: Any]])?.first)?["results"] as? [[String: Any]])
    let result = try #require(results.first { $0["ruleId"] as? String == "U01" })
    #expect(result["relatedLocations"] == nil)
  }

  @Test func aWorkbookThatIsNotOlderIsTold() throws {
    for (year, isTold) in [("2022", false), ("2023", true), ("2024", true), ("", false), ("二〇二三", false)] {
      var prior = try PriorSample.prior()
      prior.book.year = year
      let report = PriorSample.report(try SampleBook.set.get(), try SampleBook(.corrected).book, beside: prior.book)
      let findings = report.findings.filter { $0.code == .priorNotOlder }
      #expect(findings.count == (isTold ? 1 : 0), "\(year)")
      if isTold {
        #expect(findings[0].level == .warning)
        #expect(findings[0].message(in: .chinese).hasPrefix("上年的工作簿 2022.xlsx 是 \(year) 年的，并不早于本工作簿的 2023 年。"))
      }
      // It is compared all the same.
      #expect(report.growth.count == 6)
    }
  }
}
