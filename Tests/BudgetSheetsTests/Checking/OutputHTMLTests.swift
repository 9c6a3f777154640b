import Testing

@testable import BudgetSheets

/// Reports as pages.
@Suite struct OutputHTMLTests {
  private static let names = [
    "laocheng-2023", "laocheng-2023-mess-1", "laocheng-2023-mess-2", "laocheng-2023-mess-3", "laocheng-2023-mess-4",
    "laocheng-2023-drift-4", "invented-2023",
  ]

  private static func report(_ name: String) throws -> CheckReport {
    Checker(set: try OutputSample.set()).check(try OutputSample.book(name))
  }

  @Test(arguments: names, Language.allCases)
  func pagesAreWellFormedAndLinksLeadSomewhere(name: String, language: Language) throws {
    try Self.check(try Self.report(name), language)
  }

  @Test(arguments: Language.allCases)
  func thePageOfTheSampleIsWellFormed(language: Language) throws {
    try Self.check(try OutputSample.report(), language)
  }

  /// What holds for every page.
  static func check(_ report: CheckReport, _ language: Language) throws {
    let page = report.html(in: try OutputSample.set(), language: language, index: "index.html")
    let outline = HTMLOutline(page)
    #expect(outline.problems == [])
    let ids = outline.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let links = outline.elements.compactMap { $0.attributes["href"] }
    #expect(links.filter { $0.hasPrefix("#") && !ids.contains(String($0.dropFirst())) } == [])
    #expect(links.filter { !$0.hasPrefix("#") } == ["index.html"])
    // Every finding and every cause stands on the page once.
    for index in report.findings.indices { #expect(ids.contains("finding-\(index + 1)")) }
    for index in report.causes.indices { #expect(ids.contains("cause-\(index + 1)")) }
    #expect(outline.elements.filter { $0.name == "script" }.count == 1)
    for element in outline.elements {
      #expect(!element.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" || $0 == "src" })
      #expect(!["img", "iframe", "object", "embed", "link", "form", "base", "svg"].contains(element.name))
    }
    #expect(outline.elements.first { $0.name == "html" }?.attributes["lang"] == (language == .chinese ? "zh-CN" : "en"))
  }

  // MARK: Hostile texts

  private static let hostile = "</script><img src=x onerror=alert(1)>\"'&<>{x}&#39;\u{0}\u{202E}--><!--]]>"

  /// The published budget with every text replaced.
  private static func hostileReport() throws -> CheckReport {
    var book = try OutputSample.book()
    book.department = hostile
    book.year = hostile
    book.file = hostile + "/../x.xlsx"
    for form in book.forms.indices {
      book.forms[form].sheet = hostile
      book.forms[form].title = hostile
      book.forms[form].notes.append(FormNote(text: hostile))
      for row in book.forms[form].rows.indices {
        if book.forms[form].rows[row].kind != .fixed { book.forms[form].rows[row].key += hostile }
        for (path, cell) in book.forms[form].rows[row].cells where cell.value?.text != nil {
          book.forms[form].rows[row].cells[path]?.value = .text(hostile)
        }
      }
      for path in book.forms[form].fields.keys { book.forms[form].fields[path]?.raw = hostile }
    }
    var report = Checker(set: try OutputSample.set()).check(book)
    report.findings.append(
      Finding(.amountUnreadable, form: "01", sheet: hostile, path: LabelPath([hostile]), ["text": hostile]))
    for index in report.findings.indices { report.findings[index].explanation = hostile }
    report.rules.append(
      RuleResult(
        code: FindingCode(rule: hostile), rule: hostile, text: hostile, level: .error,
        ledger: {
          var ledger = Ledger()
          ledger.notChecked = 1
          return ledger
        }(), reasons: [.formMissing(hostile)]))
    return report
  }

  @Test(arguments: Language.allCases)
  func textsOfAWorkbookAreNothingButText(language: Language) throws {
    let report = try Self.hostileReport()
    #expect(report.findings.count > 5)
    try Self.check(report, language)
    let page = report.html(in: try OutputSample.set(), language: language)
    #expect(!page.contains("<img"))
    #expect(!page.contains("<!--"))
    #expect(!page.contains("\u{202E}"))
    #expect(!page.contains("\u{0}"))
    #expect(
      HTMLOutline(page).text.contains("</script><img src=x onerror=alert(1)>\"'&<>{x}&#39;\u{FFFD}\u{FFFD}--><!--]]>"))
    // Not even as a name of an anchor.
    let ids = HTMLOutline(page).elements.compactMap { $0.attributes["id"] }
    #expect(
      ids.allSatisfy {
        $0.utf8.allSatisfy {
          ("a"..."z").contains(Character(Unicode.Scalar($0))) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
      })
  }

  @Test func theIndexIsSafeToo() throws {
    let set = try OutputSample.set()
    let files = [
      CheckedFile(path: "javascript:alert(1)", outcome: .checked(try Self.hostileReport(), in: set)),
      CheckedFile(
        path: "//example.com/" + Self.hostile, outcome: .unreadable(code: Self.hostile, message: Self.hostile)),
    ]
    let page = CheckReport.htmlIndex(of: files) { $0.path }
    let outline = HTMLOutline(page)
    #expect(outline.problems == [])
    #expect(!page.contains("<img"))
    let links = outline.elements.compactMap { $0.attributes["href"] }
    #expect(links.count == 2)
    #expect(links[0] == "javascript%3Aalert%281%29")
    #expect(links[1].hasPrefix("example.com/%3C/script%3E%3Cimg"))
  }

  // MARK: What the page is made of

  @Test func theFilterKnowsTheLevelOfEveryFinding() throws {
    let report = try OutputSample.report()
    let outline = HTMLOutline(report.html(in: try OutputSample.set()))
    let levels = outline.elements.compactMap { $0.attributes["data-level"] }
    #expect(levels.filter { $0 == "error" }.count == 3)
    #expect(levels.filter { $0 == "warning" }.count == 2)
    #expect(levels.filter { $0 == "info" }.count == 2)
    // Without the script everything is shown, and no filter that would not work.
    let filter = try #require(outline.elements.first { $0.attributes["id"] == "filter" })
    #expect(filter.attributes["hidden"] != nil)
    #expect(outline.elements.filter { $0.attributes["hidden"] != nil }.count == 1)
    #expect(
      outline.elements.filter { $0.name == "button" }.map { $0.attributes["value"] } == [
        "all", "error", "warning", "info",
      ])
    let form = try #require(outline.elements.first { $0.attributes["id"] == "form-4" })
    #expect(form.attributes["data-levels"] == "error warning")
  }

  @Test func formsWithNothingToDoAreFoldedUp() throws {
    let outline = HTMLOutline(try OutputSample.report().html(in: try OutputSample.set()))
    let forms = outline.elements.filter { $0.name == "details" && $0.attributes["id"] != nil }
    #expect(forms.count == 13)
    #expect(
      forms.filter { $0.attributes["open"] != nil }.map { $0.attributes["id"] } == ["form-4", "form-6", "form-9"])
  }

  @Test func wrongCellsAndTheirFindingsLeadToEachOther() throws {
    let outline = HTMLOutline(try OutputSample.report().html(in: try OutputSample.set()))
    let cell = try #require(
      outline.elements.first { $0.name == "td" && $0.attributes["class"] == "amount marked error" })
    let anchor = try #require(cell.attributes["id"])
    #expect(outline.elements.contains { $0.attributes["href"] == "#" + anchor && $0.path.contains("h4") })
    let mark = try #require(outline.elements.first { $0.attributes["class"] == "mark error" && $0.path.last == "td" })
    #expect(mark.attributes["href"] == "#finding-1")
    #expect(mark.attributes["aria-label"] == "错误 X10，问题 1")
    #expect(
      outline.elements.filter { $0.attributes["class"] == "proposal" }.allSatisfy {
        $0.attributes["href"] == "#cause-1"
      })
    #expect(outline.elements.filter { $0.attributes["class"] == "proposal" }.count == 4)
  }

  @Test func thePageSaysTheVerdictTheLedgerAndWhatWasNotChecked() throws {
    let chinese = HTMLOutline(try OutputSample.report().html(in: try OutputSample.set())).text
    for words in [
      "退回修改", "3 项错误须更正", "应检44", "未能检查2", "缺少预算09表", "最可能的原因（仅供参考）", "错行：金额填到了另一行。", "更正后可消除 2 条问题：",
      "与建议相符的有 3 张表（若本表无误，则须改这些表）：预算01表、预算02表、预算03表", "也可能是", "说明：按省级下发的新科目填报。", "另有 1 格空白", "−45.00",
    ] {
      #expect(chinese.contains(words), "\(words)")
    }
    let english = HTMLOutline(try OutputSample.report().html(in: try OutputSample.set(), language: .english)).text
    for words in [
      "Returned for correction", "3 errors to correct, 1 point to explain, 1 point explained", "Most likely causes",
      "The amount stands in another row.", "Would settle 2 findings:", "1 blank cell more",
    ] {
      #expect(english.contains(words), "\(words)")
    }
  }

  @Test func theSameReportGivesTheSamePage() throws {
    let set = try OutputSample.set()
    #expect(try Self.report("laocheng-2023-mess-4").html(in: set) == Self.report("laocheng-2023-mess-4").html(in: set))
  }

  @Test func theIndexListsFilesWithWhatCameOfThem() throws {
    let set = try OutputSample.set()
    let files = [
      CheckedFile(path: "a b/交.xlsx", outcome: .checked(try OutputSample.report(), in: set)),
      CheckedFile(path: "坏.xlsx", outcome: .unreadable(code: "notZip", message: "不是工作簿。")),
    ]
    let outline = HTMLOutline(CheckReport.htmlIndex(of: files) { $0.verdict == nil ? nil : $0.path + ".html" })
    #expect(outline.problems == [])
    #expect(outline.elements.compactMap { $0.attributes["href"] } == ["a%20b/%E4%BA%A4.xlsx.html"])
    for words in ["2 个文件", "退回修改", "无法读取", "不是工作簿。", "洛阳市老城区科技和工业信息化局"] {
      #expect(outline.text.contains(words))
    }
  }

  @Test func theIndexBeginsWithTheGravestAndHasAFilter() throws {
    let set = try OutputSample.set()
    var passed = try OutputSample.report()
    passed.findings = []
    for index in passed.rules.indices { passed.rules[index].ledger.notChecked = 0 }
    let files = [
      CheckedFile(path: "好.xlsx", outcome: .checked(passed, in: set)),
      CheckedFile(path: "坏.xlsx", outcome: .unreadable(code: "notZip", message: "不是工作簿。")),
      CheckedFile(path: "错.xlsx", outcome: .checked(try OutputSample.report(), in: set)),
    ]
    let page = CheckReport.htmlIndex(of: files, departments: ["报送情况", "  未报送：300 教育局"]) { _ in nil }
    let outline = HTMLOutline(page)
    #expect(outline.problems == [])
    #expect(
      outline.elements.filter { $0.name == "tr" }.compactMap { $0.attributes["data-level"] } == [
        "rejected", "unreadable", "passed",
      ])
    #expect(
      outline.elements.filter { $0.name == "button" }.map { $0.attributes["value"] } == [
        "all", "rejected", "unreadable", "passed",
      ])
    #expect(outline.text.contains("未报送：300 教育局"))
    // On narrow screens each count says what it counts.
    #expect(outline.elements.contains { $0.name == "td" && $0.attributes["data-label"] == "需说明" })
  }

  @Test func explainedWarningsAreCountedApart() throws {
    var report = try OutputSample.report()
    for index in report.findings.indices where report.findings[index].level == .warning {
      report.findings[index].explanation = "见附件"
    }
    let text = HTMLOutline(report.html(in: try OutputSample.set())).text
    #expect(text.contains("需说明 0（已说明 2）") && text.contains("已说明 1"))
  }

  @Test func aCauseWithoutProposalPromisesNothing() throws {
    var report = try OutputSample.report()
    report.causes = [
      Cause(
        changes: [], derived: [], mechanism: nil, findings: [0, 1], alternatives: [], agreeingForms: [],
        difference: try OutputSample.amount("45.00"))
    ]
    let text = HTMLOutline(report.html(in: try OutputSample.set())).text
    #expect(text.contains("这 2 条相差相同：") && !text.contains("更正后可消除"))
  }
}
