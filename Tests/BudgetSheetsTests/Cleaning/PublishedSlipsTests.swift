import BudgetSheets
import Testing
import XlsxPackage
import XlsxWrite

/// The slips of the two budgets that were published, in workbooks that hold them as they were printed.
@Suite struct PublishedSlipsTests {
  /// The one change of the cells that hold a text.
  private func change(
    of text: String, in cleaned: CleanedSubmission, _ sheet: String, _ column: Int? = nil
  ) throws -> CellChange {
    let places = cleaned.submission.stored.cells.filter {
      $0.key.sheet == sheet && $0.value.text == text && (column == nil || column == $0.key.cell.column)
    }.map(\.key)
    #expect(places.count == 1, "\(text): \(places)")
    let place = try #require(places.first)
    let changes = cleaned.changes(at: place)
    #expect(changes.count == 1, "\(place): \(changes.map(\.code.rawValue))")
    let change = try #require(changes.first)
    #expect(change.before.text == text && cleaned.after[place].text == change.after.text)
    return change
  }

  // MARK: 2023

  @Test func misreadSignsAreSuggestedAndWaitForTheirCode() throws {
    let all = try CleanedSubmission("laocheng-2023")
    let suggested = all.result.suggestions.filter { $0.code == .misreadSign }
    #expect(suggested.map(\.before.text).sorted() == ["W20%", "W30%"])
    #expect(suggested.map(\.after.text).sorted() == ["≤20%", "≤30%"])
    #expect(all.counts["Q07"] == nil)
    for place in suggested.compactMap({ SheetPlace($0.place) }) {
      #expect(all.after[place].text.hasPrefix("W"))
      #expect(all.left(at: place).contains(.indicatorMisread))
    }
    let named = try CleanedSubmission("laocheng-2023", applying: RepairSelection("all,Q07"))
    for (text, value) in [("W30%", "≤30%"), ("W20%", "≤20%")] {
      let change = try change(of: text, in: named, "预算12表")
      #expect(change.code == .misreadSign && change.after.text == value)
    }
    #expect(named.counts["Q07"] == 2)
    #expect(named.audit.faults.isEmpty, "\(named.audit.faults)")
    #expect(!named.result.after.findings.contains { $0.code == .indicatorMisread })
  }

  /// `<p>一</p><p>二</p>` becomes two lines, as the truth has them.
  @Test(arguments: ["laocheng-2023-drift-4", "laocheng-2023-mess-1"]) func markupBecomesLineBreaks(_ name: String)
    throws
  {
    let cleaned = try CleanedSubmission(name)
    let goal = try #require(cleaned.submission.cells.first { $0.block == "年度履职目标" })
    let place = try #require(goal.place)
    let clean = try #require(goal.clean)
    #expect(cleaned.submission.stored[place].text.contains("<p>") && clean.contains("\n") && !clean.contains("<"))
    #expect(cleaned.after[place].text == clean)
    let changes = cleaned.changes(at: place)
    #expect(changes.first?.code == .htmlMarkup && changes.first?.before.text == cleaned.submission.stored[place].text)
  }

  /// Names that a line break of the printed page has broken.
  @Test func brokenNamesAreJoined() throws {
    let cleaned = try CleanedSubmission("laocheng-2023-mess-1")
    let broken = cleaned.submission.cells.filter { cell in
      guard let clean = cell.clean, let place = cell.place else { return false }
      let text = cleaned.submission.stored[place].text
      return text != clean && !text.contains("<")
    }
    #expect(broken.count >= 6)
    for cell in broken {
      let place = try #require(cell.place)
      #expect(cleaned.after[place].text == cell.clean)
      // Names of projects stand in no dictionary.
      let isProject = cell.column?.contains("项目名称") == true
      #expect(cleaned.changes(at: place).map(\.code) == [isProject ? .freeNameBlanks : .nameBlanks], "\(place)")
    }
    // Blanks beside digits stand as they were.
    let named = cleaned.after.cells.values.filter { $0.text.contains("4号 2022 省级") }
    #expect(!named.isEmpty)
  }

  /// As the printed page cuts names off at the edge of a column.
  @Test func aNameThatWasCutOffIsCompletedByItsCode() throws {
    var submission = try Submission("laocheng-2023")
    let place = SheetPlace(sheet: "预算03表", cell: try #require(CellReference("E13")))
    let name = "机关事业单位基本养老保险缴费支出"
    #expect(submission.stored[place].text == name)
    let patch = try WorkbookPatch(ofBytes: submission.bytes, name: "cut.xlsx")
    try patch.worksheet(named: place.sheet).set(.text("机关事业单位基本养老保险缴"), at: place.cell)
    submission.bytes = try patch.bytes()
    submission.stored = try StoredWorkbook(bytes: submission.bytes)
    let cleaned = try CleanedSubmission(submission)
    #expect(cleaned.after[place].text == name)
    let change = try #require(cleaned.changes(at: place).first)
    #expect(cleaned.changes(at: place).count == 1 && change.code == .truncatedName)
    #expect(change.details["code"] == "2080505" && change.before.text == "机关事业单位基本养老保险缴")
    #expect(cleaned.audit.faults.isEmpty && cleaned.left(at: place).isEmpty)
  }

  /// 2060499 is called 其他技术研究与开发支出; what is printed is neither that nor the beginning of it.
  @Test func theWrongNameOfARightCodeStaysAndIsTold() throws {
    let cleaned = try CleanedSubmission("laocheng-2023")
    for sheet in ["预算03表", "预算05表"] {
      let places = cleaned.after.cells.filter { $0.key.sheet == sheet && $0.value.text.hasPrefix("其他技术与开发支") }.map(
        \.key)
      #expect(places.count == 1)
      for place in places {
        #expect(cleaned.changes(at: place).isEmpty)
        #expect(cleaned.left(at: place) == [.nameDiffersFromCode])
      }
    }
  }

  @Test func theBlankCodeOf津贴补贴IsFilledInFromAbove() throws {
    let cleaned = try CleanedSubmission("laocheng-2023")
    let changes = cleaned.result.log.changes.filter { $0.code == .repeatedCode }
    #expect(changes.count == 1)
    let change = try #require(changes.first)
    #expect(change.place.sheet == "预算06表" && change.before.kind == .blank && change.after.text == "30102")
    let place = try #require(SheetPlace(change.place))
    let above = CellReference(row: place.cell.row - 1, column: place.cell.column)
    #expect(cleaned.after[SheetPlace(sheet: place.sheet, cell: above)].text == "30102")
    let name = CellReference(row: place.cell.row, column: place.cell.column + 1)
    #expect(cleaned.after[SheetPlace(sheet: place.sheet, cell: name)].text == "津贴补贴")
    #expect(change.reason(in: .chinese).contains("30102"))
  }

  // MARK: 2021

  @Test(arguments: ["gongxin-2021", "gongxin-2021-drift-1"]) func everyValueOf2021IsRight(_ name: String) throws {
    let set = try Submission.set2021()
    let cleaned = try CleanedSubmission(name, set: set)
    // A name that was cut off has no code beside it; it stands as printed until the end.
    let faults = cleaned.faults { $0.value == "国有资产资源有偿使用收" }
    #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(10).joined(separator: "\n"))")
    #expect(BookValue.all(of: cleaned.book).count > 350)
    #expect(cleaned.audit.faults.isEmpty, "\(cleaned.audit.faults.prefix(5))")
    #expect(cleaned.book.forms.map(\.form) == ["04", "07", "10", "11"])
    let again = try CleanedSubmission(Submission(cleaned), set: set)
    #expect(again.result.log.changes.isEmpty)
  }

  @Test func theCommandsOfLaTeXBecomeSigns() throws {
    let cleaned = try CleanedSubmission("gongxin-2021-drift-1", set: Submission.set2021())
    let signs = ["\\geq": "≥", "\\leq": "≤"]
    let cells = cleaned.submission.stored.cells.filter { signs[$0.value.text] != nil }
    #expect(cells.count == 4)
    for (place, state) in cells {
      #expect(cleaned.after[place].text == signs[state.text])
      #expect(cleaned.changes(at: place).map(\.code) == [.latexSigns])
    }
    for name in ["gongxin-2021", "gongxin-2021-drift-1"] {
      let cleaned = try CleanedSubmission(name, set: Submission.set2021())
      let texts = cleaned.submission.stored.cells.filter { $0.value.text.contains("\\times") }
      #expect(texts.count == 6)
      for (place, state) in texts {
        #expect(cleaned.after[place].text == state.text.replacing("\\times", with: "×"))
        #expect(cleaned.changes(at: place).map(\.code) == [.latexSigns])
      }
    }
  }

  /// The name of an income that was cut off is a known wording of its row.
  @Test func aNameThatWasCutOffIsCompleted() throws {
    let cleaned = try CleanedSubmission("gongxin-2021", set: Submission.set2021())
    let cells = cleaned.submission.stored.cells.filter { $0.value.text == "国有资产资源有偿使用收" }
    #expect(cells.count == 1)
    for (place, _) in cells {
      #expect(cleaned.after[place].text == "国有资产资源有偿使用收入")
      #expect(cleaned.changes(at: place).map(\.code) == [.otherYearLabel])
    }
  }

  /// Free texts of indicators survive as they are.
  @Test func indicatorsInWordsStay() throws {
    let cleaned = try CleanedSubmission("gongxin-2021", set: Submission.set2021())
    for text in ["≤15个工作日", "资金到位3天内拨付到位", "≥98%", "良好", "增强", "≤20万元", "↑", "="] {
      let cells = cleaned.submission.stored.cells.filter { $0.value.text == text }
      #expect(!cells.isEmpty, "\(text)")
      for (place, state) in cells { #expect(StoredWorkbook.isSame(state, cleaned.after[place])) }
    }
  }
}
