import Testing
import XlsxPackage

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

  @Test func aBlockSaysHowMuchItLeavesOut() throws {
    var report = InventedReport.clean
    report.findings = (1...9).flatMap { row in
      ["a", "b"].map {
        Finding(.codeMalformed, sheet: "表\($0)", cell: CellReference(row: row, column: 1), ["text": "1"])
      }
    }
    report.findings += [Finding(.yearMissing), Finding(.departmentMissing), Finding(.unitMissing, ["unit": "元"])]
    for form in 1...9 { report.rules[0].reasons.append(.formMissing("表\(form)")) }
    report.rules[0].ledger.notChecked = 9
    let text = CheckText(report: report, set: try InventedReport.set(), options: InventedReport.options())
    // 18 of one kind are told at once.
    #expect(text.block.last == "  另有 1 处未列出，用 --all 查看")
    #expect(text.block.count { $0.hasPrefix("  未能检查：") } == 3)
    #expect(text.block.contains("  另有 6 个未能检查的原因未列出，用 --all 查看"))
  }

  @Test func theShortLineNamesTheOtherSideOrWhatASumComesTo() throws {
    let set = try InventedReport.set()
    let (left, right) = (
      InventedReport.place("04", "D13", "行", ["合计"]), InventedReport.place("01", "D11", "六", ["金额"])
    )
    func figures(
      _ sentence: FindingSentence, _ reported: Int64?, _ expected: Int64?, _ relation: Judgement.Relation = .equal
    ) -> String? {
      let judgement = Judgement(
        rule: "X10", text: "", relation: relation, reported: reported.map { Amount(fen: $0) },
        expected: Amount(fen: expected ?? 0), difference: Amount(fen: (reported ?? 0) - (expected ?? 0)),
        left: [.init(place: left, amount: reported.map { Amount(fen: $0) })],
        right: [.init(place: right, amount: expected.map { Amount(fen: $0) })])
      return Finding(rule: FindingCode(rule: "X10"), level: .error, sentence, at: left, judgement: judgement)
        .figures(in: set, language: .chinese)
    }
    #expect(figures(.figuresDiffer, 474_910_000, 519_910_000) == "填报 474.91，而预算01表!D11 为 519.91，相差 −45.00")
    #expect(figures(.figuresDiffer, nil, 45_000_000) == "未填报，而预算01表!D11 为 45.00，相差 −45.00")
    #expect(figures(.figuresDiffer, 45_000_000, nil) == "填报 45.00，而预算01表!D11 未填报，相差 45.00")
    #expect(figures(.sumDiffers, 31_000_000, 30_000_000) == "填报 31.00，应为 30.00，相差 1.00")
    #expect(
      figures(.boundExceeded, 31_000_000, 30_000_000, .atMost) == "填报 31.00，不应大于 预算01表!D11（30.00），相差 1.00")
  }

  @Test func aFactorOfTheOtherSideIsTold() throws {
    let place = InventedReport.place("01", "D11", "六", ["金额"])
    let amount = Amount(fen: 10_000)
    let judgement = Judgement(
      rule: "U01", text: "", relation: .atMost, reported: amount, expected: amount, difference: amount, left: [],
      right: [.init(place: place, amount: amount, factor: 5, scale: 10)])
    let finding = Finding(
      rule: FindingCode(rule: "U01"), level: .error, .boundExceeded, at: place, judgement: judgement)
    let text = finding.figures(in: try InventedReport.set(), language: .chinese)
    #expect(text?.contains("预算01表!D11 ×0.5（") == true)
  }

  @Test func underACauseAnUnreadableCellIsNotBlankAndExplanationsAreShown() throws {
    var report = InventedReport.everything
    report.causes[0].changes[0].reported = nil
    report.findings[0].explanation = "见附件\n第二页"
    let blank = try Self.body(report)
    #expect(blank.contains("（六）科学技术支出·一般公共预算/小计：未填报 → 519.91"))
    #expect(blank.contains("           说明：见附件 第二页\n"), "\(blank)")
    report.causes[0].mechanism = .unreadable
    #expect(try Self.body(report).contains("（六）科学技术支出·一般公共预算/小计：（未能读取） → 519.91"))
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
