import Foundation
import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

@testable import BudgetSheets

/// The rounds after the first one: what comes back, and what is taken away.
@Suite struct AnnotationRoundTests {
  typealias Sample = AnnotationSample

  static let why = "上年结转，见附件"

  /// Two rounds' worth of work: annotated once, then explained and corrected by the submitter.
  private static let made = Result {
    let before = try Sample.submitted()
    let first = try Sample.annotated(before, Sample.findings, causes: [Sample.cause]).bytes
    let cell = try OpenedWorkbook(first).explanationCell(4)
    let returned = try Sample.changed(first) { patch in
      try patch.worksheet(named: Sample.list).set(.text("  \(why)\n"), at: cell)
      try patch.worksheet(named: "预算04表").set(.number("589.34"), at: Sample.cell("B8"))
    }
    return (before: before, first: first, returned: returned)
  }

  @Test func explanationsAreReadBack() throws {
    let made = try Self.made.get()
    let book = try Sample.read(made.returned)
    let explanation = try #require(book.explanations.first)
    #expect(book.explanations.count == 1)
    #expect(explanation == Explanation(of: Sample.coloured, text: Self.why))
    #expect(explanation.rowKey == "206/01/01" && explanation.path == ["合计"])
    let explained = Sample.findings.explained(by: book.explanations)
    #expect(explained.filter { $0.explanation != nil }.map(\.code.rawValue) == ["B03"])
  }

  @Test func theListIsNoPartOfTheBook() throws {
    let made = try Self.made.get()
    let (book, before) = (try Sample.read(made.returned), try Sample.read(made.before))
    #expect(book.outside == before.outside)
    #expect(book.findings == before.findings)
    #expect(book.form("03") == before.form("03"))
    let corrected = try #require(
      book.form("04")?.rows.flatMap(\.cells.values).first { $0.reference == Sample.cell("B8") })
    #expect(corrected.value?.amount == Sample.amount("589.34"))
  }

  @Test func theSecondRoundTakesItsOwnMarksAwayAndNobodyElses() throws {
    let made = try Self.made.get()
    let (bytes, annotation) = try Sample.annotated(made.returned, [Sample.merged])
    let (old, new) = (try OpenedWorkbook(made.before), try OpenedWorkbook(bytes))
    #expect(new.sheetNames == [Sample.list] + old.sheetNames)
    #expect(annotation.lines == 1 && annotation.markedCells == 1 && annotation.renewedCells == 5)
    #expect(try new.comments("预算03表").keys.sorted() == ["G5"])
    #expect(try new.comments("预算04表") == ["B8": Sample.foreignComment])
    #expect(try new.comments("预算05表") == ["A1": "请核对"])
    for name in old.sheetNames {
      var (before, after) = (try old.cells(name), try new.cells(name))
      for (sheet, cell) in [("预算03表", "G5"), ("预算04表", "B8")] where sheet == name {
        before[Sample.cell(cell)] = nil
        after[Sample.cell(cell)] = nil
      }
      // A blank cell that was only made to be coloured stays, without a colour.
      for (cell, content) in after where before[cell] == nil {
        #expect(content == ["blank", "", "", content[3], content[4], ""])
        after[cell] = nil
      }
      #expect(before == after)
    }
    #expect(try new.fill("预算04表", "B8") == old.fill("预算04表", "B8"))
    #expect(try new.fill("预算03表", "F9").solidColor == Sample.yellow)
  }

  @Test(arguments: [
    "laocheng-2023", "laocheng-2023-openpyxl", "laocheng-2023-libreoffice", "laocheng-2023-drift-2",
    "laocheng-2023-mess-2",
  ])
  func twoRoundsLeaveNothingBehind(_ name: String) throws {
    let path = try #require(
      Bundle.module.path(forResource: name, ofType: "xlsx", inDirectory: "Fixtures/submissions"))
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
    let report = Checker(set: try Sample.set()).check(try Sample.read(bytes))
    let first = try AnnotatedWorkbook(ofBytes: bytes, name: name, report: report, set: try Sample.set()).bytes()
    #expect(first.annotation.markedCells > 0 && first.annotation.unmarked.isEmpty)
    let second = try Sample.annotated(first.bytes, [])
    #expect(second.annotation.renewedCells == first.annotation.markedCells)
    let (before, after) = (try OpenedWorkbook(bytes), try OpenedWorkbook(second.bytes))
    for sheet in before.sheetNames {
      #expect(try after.comments(sheet) == before.comments(sheet))
      let old = try before.cells(sheet)
      #expect(try after.cells(sheet).filter { old[$0.key] != nil || $0.value[0] != "blank" } == old)
    }
  }

  @Test func aMarkThatIsStillDueKeepsTheEarlierBackground() throws {
    var bytes = try Self.made.get().first
    for _ in 0..<3 { bytes = try Sample.annotated(bytes, Sample.findings, causes: [Sample.cause]).bytes }
    #expect(try OpenedWorkbook(bytes).fill("预算03表", "F9").solidColor == LevelMark.warning.color)
    let clean = try OpenedWorkbook(try Sample.annotated(bytes, []).bytes)
    #expect(try clean.fill("预算03表", "F9").solidColor == Sample.yellow)
    #expect(try clean.fill("预算03表", "H9") == .none)
    #expect(clean.sheetNames.filter { $0.hasPrefix(Sample.list) } == [Sample.list])
  }

  @Test func explanationsAreCarriedOverToTheNextList() throws {
    let made = try Self.made.get()
    let opened = try OpenedWorkbook(try Sample.annotated(made.returned, Sample.findings).bytes)
    let line = try #require(try opened.lines().first { $0["编号"] == "B03" })
    #expect(line["说明"] == Self.why && line["级别"] == "需说明\n（已说明）")
    #expect(try opened.texts(Sample.list)[Sample.cell("A3")]?.contains("需说明 2 条（已说明 1 条）") == true)
    #expect(try Sample.read(opened.bytes).explanations == [Explanation(of: Sample.coloured, text: Self.why)])
  }

  @Test func anExplanationOfWhatIsFoundNoMoreIsToldOnceMore() throws {
    let made = try Self.made.get()
    let opened = try OpenedWorkbook(try Sample.annotated(made.returned, [Sample.merged]).bytes)
    let texts = try opened.texts(Sample.list)
    let place = try #require(texts.first { $0.value == Self.why }?.key)
    #expect(texts[CellReference(row: place.row, column: 1)] == "B03 03 206/01/01 合计")
    let book = try Sample.read(opened.bytes)
    #expect(book.explanations.isEmpty && book.outside.isEmpty)
  }

  @Test func cellsThatHaveMovedGetTheirBackgroundBack() throws {
    let first = try Self.made.get().first
    let comment = try #require(try OpenedWorkbook(first).comments("预算03表")["F9"])
    // As if a row had been put in above: colour and comment stand one row further down.
    let moved = try Sample.changed(first) { patch in
      let sheet = try patch.worksheet(named: "预算03表")
      try sheet.removeComment(at: Sample.cell("F9"))
      try sheet.restyle(Sample.cell("F9"), StyleChange(fill: .cleared))
      try sheet.addComment(comment, author: "", at: Sample.cell("F10"))
      try sheet.restyle(Sample.cell("F10"), StyleChange(fill: .color(LevelMark.warning.color)))
    }
    let clean = try OpenedWorkbook(try Sample.annotated(moved, []).bytes)
    #expect(try clean.fill("预算03表", "F9") == .none)
    #expect(try clean.fill("预算03表", "F10").solidColor == Sample.yellow)
    #expect(try clean.comments("预算03表").isEmpty)
  }

  @Test func aColourWhoseCommentIsGoneIsKnownByItsPlace() throws {
    let first = try Self.made.get().first
    let changed = try Sample.changed(first) { patch in
      let sheet = try patch.worksheet(named: "预算03表")
      try sheet.removeComment(at: Sample.cell("F9"))
      // This one has been coloured by the submitter since.
      try sheet.removeComment(at: Sample.cell("H9"))
      try sheet.restyle(Sample.cell("H9"), StyleChange(fill: .color(.red)))
    }
    let clean = try OpenedWorkbook(try Sample.annotated(changed, []).bytes)
    #expect(try clean.fill("预算03表", "F9").solidColor == Sample.yellow)
    #expect(try clean.fill("预算03表", "H9").solidColor == .red)
  }

  @Test func marksGoThoughTheListWasDeleted() throws {
    let changed = try Sample.changed(try Self.made.get().first) { try $0.removeSheet(named: Sample.list) }
    let clean = try OpenedWorkbook(try Sample.annotated(changed, []).bytes)
    #expect(try clean.comments("预算03表").isEmpty)
    #expect(try clean.fill("预算03表", "F9") == .none)
    #expect(try clean.fill("预算03表", "J9").solidColor == Sample.yellow)
  }

  @Test func aColourLikeOursStaysWhereNoRoundWasBefore() throws {
    let bytes = try Sample.changed(try Sample.submitted()) { patch in
      try patch.worksheet(named: "预算03表").restyle(
        Sample.cell("J9"), StyleChange(fill: .color(LevelMark.error.color)))
    }
    let copy = try OpenedWorkbook(try Sample.annotated(bytes, []).bytes)
    #expect(try copy.fill("预算03表", "J9").solidColor == LevelMark.error.color)
  }

  @Test func whatWasWrittenBelowACommentIsTold() throws {
    let changed = try Sample.changed(try Self.made.get().first) { patch in
      let sheet = try patch.worksheet(named: "预算03表")
      let cell = Sample.cell("F9")
      let text = try #require(try OpenedWorkbook(try Self.made.get().first).comments("预算03表")["F9"])
      try sheet.changeComment(text + "\n已与财政局电话确认", at: cell)
    }
    let texts = try OpenedWorkbook(try Sample.annotated(changed, []).bytes).texts(Sample.list)
    #expect(texts.values.contains("已与财政局电话确认") && texts.values.contains("批注 预算03表!F9"))
  }

  @Test func anExplanationWhoseLineIsNotKnownAgainIsNotLost() throws {
    let made = try Self.made.get()
    let row = try OpenedWorkbook(made.returned).explanationCell(4).row
    let changed = try Sample.changed(made.returned) { patch in
      let sheet = try patch.worksheet(named: Sample.list)
      try sheet.set(.nothing, at: CellReference(row: row, column: FindingList.Column.identity.index))
      try sheet.set(.text("请尽快回复"), at: CellReference(row: row + 20, column: 2))
    }
    let book = try Sample.read(changed)
    #expect(book.explanations.isEmpty)
    #expect(book.outside.map(\.text) == ["  \(Self.why)\n", "请尽快回复"])
    #expect(book.findings.contains { $0.code == .sheetUnknown && $0.sheet == Sample.list })
    let texts = try OpenedWorkbook(try Sample.annotated(changed, []).bytes).texts(Sample.list)
    #expect(texts.values.contains { $0.contains(Self.why) } && texts.values.contains("请尽快回复"))
  }

  @Test func aListWithoutItsHiddenColumnIsStillKnown() throws {
    let returned = try Self.made.get().returned
    let changed = try Sample.changed(returned) { patch in
      let sheet = try patch.worksheet(named: Sample.list)
      for row in 1...40 {
        try sheet.set(.nothing, at: CellReference(row: row, column: FindingList.Column.identity.index))
      }
    }
    let book = try Sample.read(changed)
    #expect(book.outside.map { $0.text.trimmed } == [Self.why])
    let again = try OpenedWorkbook(try Sample.annotated(changed, [Sample.merged]).bytes)
    #expect(again.sheetNames.filter { $0.hasPrefix(Sample.list) } == [Sample.list])
    #expect(try again.comments("预算03表").keys.sorted() == ["G5"])
  }

  @Test func aFormulaThatRefersToTheListDoesNotBreakTheRound() throws {
    let first = try Self.made.get().first
    let changed = try Sample.changed(first) { patch in
      try patch.worksheet(named: "预算03表").set(.formula("问题清单!A3", .text("")), at: Sample.cell("P40"))
    }
    let copy = try OpenedWorkbook(try Sample.annotated(changed, [Sample.merged]).bytes)
    #expect(copy.sheetNames.filter { $0.contains(Sample.list) } == [Sample.list])
    #expect(try copy.sheet("预算03表").rows.joined().first { $0.reference == Sample.cell("P40") }?.formula == "问题清单!A3")
  }
}
