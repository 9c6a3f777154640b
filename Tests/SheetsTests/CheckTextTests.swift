import Testing

@testable import BudgetSheets
@testable import sheets

/// What `sheets check` tells people, of reports that no rules are behind.
@Suite struct CheckTextTests {
  private static func body(
    _ report: CheckReport, _ language: String = "zh", isColoured: Bool = false, all: Bool = false
  )
    throws -> String
  {
    let text = CheckText(
      report: report, set: try InventedReport.set(), options: InventedReport.options(language),
      style: TextStyle(isColoured: isColoured), listsAll: all)
    return text.body.joined(separator: "\n") + "\n"
  }

  @Test(arguments: ["zh", "en"]) func causesComeFirstAndEveryFindingIsToldOnce(_ language: String) throws {
    try Snapshot.expect(try Self.body(InventedReport.everything, language), "check-text-\(language)")
  }

  @Test func allListsEveryFindingAndEveryTotal() throws {
    let text = try Self.body(InventedReport.everything, all: true)
    for row in 6...14 { #expect(text.contains("C03  预算01表!B\(row) 金额")) }
    #expect(text.contains("预算04表!D7 一、本年支出·合计：589.34 → 634.34"))
  }

  @Test func colourOnlyRepeatsWhatTheWordsSay() throws {
    let plain = try Self.body(InventedReport.everything)
    let coloured = try Self.body(InventedReport.everything, isColoured: true)
    #expect(!plain.contains("\u{1B}") && coloured.contains("\u{1B}[31m错误\u{1B}[0m"))
    #expect(coloured.replacing(/\u{1B}\[\d*m/, with: "") == plain)
  }

  @Test func aBlockIsShortAndNamesTheFirstCause() throws {
    let text = CheckText(
      report: InventedReport.everything, set: try InventedReport.set(), options: InventedReport.options())
    #expect(text.block.count <= 8)
    #expect(text.block[0] == "某局 2023.xlsx：某局，2023 年（luoyang-2023）")
    #expect(text.block.contains { $0.contains("预算04表!E13") && $0.contains("474.91 → 519.91 等 2 格（共 2 个原因）") })
  }

  @Test func theStatusFollowsTheGravestLevelAndWhatWasNotChecked() throws {
    let clean = InventedReport.clean
    var unchecked = clean
    unchecked.rules[0].ledger.notChecked = 1
    var noRules = clean
    noRules.rules = []
    var noted = clean
    noted.findings = [Finding(.nilMark, ["text": "—"])]
    var warned = unchecked
    warned.findings = [Finding(.yearMissing)]
    var explained = warned
    explained.findings[0].explanation = "见附件"
    let cases: [(CheckReport, [sheets.ExitStatus])] = [
      (clean, [.success, .success, .success]), (unchecked, [.notChecked, .notChecked, .notChecked]),
      (noRules, [.notChecked, .notChecked, .notChecked]), (noted, [.success, .success, .findings]),
      (warned, [.notChecked, .findings, .findings]), (explained, [.notChecked, .notChecked, .notChecked]),
      (InventedReport.everything, [.findings, .findings, .findings]),
    ]
    for (report, statuses) in cases {
      #expect(Finding.Level.allCases.map { sheets.ExitStatus(report, failOn: $0) } == statuses)
    }
  }

  @Test func anErrorIsCorrectedAndNotExplained() {
    var report = InventedReport.clean
    report.findings = [Finding(.amountUnreadable, ["text": "约45"])]
    report.findings[0].explanation = "就是这样"
    #expect(sheets.ExitStatus(report, failOn: .error) == .findings)
  }

  @Test func theNextCommandCanBeTyped() {
    let options = InventedReport.options(set: "luoyang-2023", templates: ["它's 表样"])
    let command = NextCommand("check", ["报送/某局 2023.xlsx", "a$b.xlsx"], options: options)
    #expect(
      command.text
        == "sheets check '报送/某局 2023.xlsx' 'a$b.xlsx' --templates '它'\\''s 表样' --set luoyang-2023")
  }

  @Test func everyMechanismHasWordsOfItsOwn() {
    for language in ["zh", "en"] {
      let options = InventedReport.options(language)
      #expect(
        Set(Cause.Mechanism.allCases.map { $0.name(in: options.language) }).count == Cause.Mechanism.allCases.count)
    }
  }

  @Test func pagesHaveNamesOfTheirOwn() {
    let pages = PageNames.pages(for: ["a/甲.xlsx", "b/甲.xlsx", "index.xlsx", "a/甲.xls"], in: "out")
    #expect(
      pages == [
        "a/甲.xlsx": "out/甲.html", "b/甲.xlsx": "out/甲-2.html", "index.xlsx": "out/index-2.html",
        "a/甲.xls": "out/甲-3.html",
      ])
  }
}
