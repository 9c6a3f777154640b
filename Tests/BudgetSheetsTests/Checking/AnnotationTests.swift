import Foundation
import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

@testable import BudgetSheets

/// The first round: what a submitter gets back.
@Suite struct AnnotationTests {
  typealias Sample = AnnotationSample

  private static let made = Result {
    let bytes = try Sample.submitted()
    let (copy, annotation) = try Sample.annotated(bytes, Sample.findings, causes: [Sample.cause])
    return (before: bytes, after: copy, annotation: annotation)
  }

  private func round() throws -> (before: OpenedWorkbook, after: OpenedWorkbook, annotation: Annotation) {
    let (before, after, annotation) = try Self.made.get()
    return (try OpenedWorkbook(before), try OpenedWorkbook(after), annotation)
  }

  @Test func theListComesFirstAndIsSeenFirst() throws {
    let (before, after, annotation) = try round()
    #expect(after.sheetNames == [Sample.list] + before.sheetNames)
    #expect(annotation.listSheet == Sample.list && annotation.lines == 5 && annotation.unmarked.isEmpty)
    let layout = try after.sheet(Sample.list).layout()
    #expect(layout.view?.isSelected == true)
    #expect(layout.columns.contains { $0.isHidden && $0.first == FindingList.Column.identity.index })
    for name in before.sheetNames { #expect(try after.sheet(name).layout().view?.isSelected != true) }
  }

  @Test func theListTellsEveryFindingWithItsFigures() throws {
    let (_, after, _) = try round()
    let texts = try after.texts(Sample.list)
    #expect(texts[Sample.cell("A1")] == "预算审核问题清单")
    #expect(texts[Sample.cell("A2")]?.contains("洛阳市老城区科技和工业信息化局") == true)
    #expect(texts[Sample.cell("A3")]?.hasPrefix("错误 3 条，需说明 2 条，提示 0 条。") == true)
    #expect(texts[Sample.cell("A3")]?.contains("应检 128 · 通过 121 · 不通过 4 · 不适用 2 · 未能检查 1") == true)
    #expect(texts[Sample.cell("A4")] == "未能检查的原因：缺少预算09表。")
    let lines = try after.lines()
    #expect(lines.compactMap { $0["编号"] } == ["S01", "X10", "B04", "B03", "X11"])
    #expect(lines.compactMap { $0["级别"] } == ["错误", "错误", "错误", "需说明", "需说明"])
    #expect(lines[1]["表"] == "预算04表" && lines[1]["单元格"] == "B8" && lines[1]["栏目"] == "收入/金额")
    #expect(lines[1]["行"] == "一、本年收入/（一）一般公共预算拨款")
    #expect(Double(lines[1]["填报"] ?? "") == 598.34 && Double(lines[1]["相差"] ?? "") == 9)
    #expect(Double(lines[1]["按规则应为"] ?? "") == 589.34)
    #expect(lines[2]["问题与建议"]?.hasSuffix("（见原因1）") == true)
    #expect(lines[1]["问题与建议"] == Sample.commented.message(in: .chinese))
    #expect(lines.map { $0["说明"] } == ["须改正", "须改正", "须改正", nil, nil])
  }

  @Test func figuresFinerThanPrintedAreShownWhole() throws {
    let (_, after, _) = try round()
    let line = try #require(try after.lines().first { $0["编号"] == "X11" })
    let row = Int(line["row"] ?? "") ?? 0
    let cells = try after.sheet(Sample.list).rows.first { $0.number == row }
    #expect(cells?[FindingList.Column.expected.index]?.numberFormat == "#,##0.000")
    #expect(cells?[FindingList.Column.reported.index]?.numberFormat == "#,##0.00")
  }

  @Test func linksLeadToTheCells() throws {
    let (_, after, _) = try round()
    let layout = try after.sheet(Sample.list).layout()
    let lines = try after.lines()
    func target(_ code: String) throws -> String? {
      let row = try #require(lines.first { $0["编号"] == code }.flatMap { Int($0["row"] ?? "") })
      return layout.hyperlink(at: CellReference(row: row, column: FindingList.Column.cell.index))?.location
    }
    #expect(try target("X10") == "'预算04表'!B8")
    #expect(try target("B04") == "'预算03表'!G5")
    #expect(try target("S01") == nil)
  }

  @Test func causesAreToldAboveTheTable() throws {
    let (_, after, _) = try round()
    let texts = try after.texts(Sample.list)
    let row = try #require(texts.first { $0.value == "原因1-1" }?.key.row)
    let heading = try #require(texts.first { $0.value == "序号" }?.key.row)
    #expect(row < heading)
    #expect(texts[CellReference(row: row, column: 5)] == "H9")
    #expect(texts[CellReference(row: row, column: 9)] == "181.26")
    #expect(
      texts[CellReference(row: row, column: 11)] == "可能是数字输错。\n改后第 3、4 条消除。\n与建议相符的有 2 张表（若本表无误，则须改这些表）：预算06表、预算07表。")
  }

  @Test func onlyWarningsAskForAnExplanationButAllAreRead() throws {
    let (_, after, _) = try round()
    func fill(_ number: Int) throws -> Color? {
      try after.fill(Sample.list, "\(after.explanationCell(number))").solidColor
    }
    #expect(try fill(2) == nil && fill(4) == FormStyle.inputTint)
    let cell = try after.explanationCell(2)
    let bytes = try Sample.changed(after.bytes) { try $0.worksheet(named: Sample.list).set(.text("已改"), at: cell) }
    #expect(try Sample.read(bytes).explanations.map(\.text) == ["已改"])
  }

  @Test func aBlankProposalAndAnUnreadableCellAreSaidInWords() throws {
    var cause = Sample.cause
    cause.changes[0].proposed = nil
    var unreadable = Sample.cause
    unreadable.changes[0].reported = nil
    unreadable.mechanism = .unreadable
    let (copy, _) = try Sample.annotated(try Sample.submitted(), Sample.findings, causes: [cause, unreadable])
    let opened = try OpenedWorkbook(copy)
    let texts = try opened.texts(Sample.list)
    let rows = try ["原因1-1", "原因2-1"].map { key in try #require(texts.first { $0.value == key }?.key.row) }
    #expect(texts[CellReference(row: rows[0], column: 9)] == "留空")
    #expect(texts[CellReference(row: rows[1], column: 8)] == "（未能读取）")
    let comment = try #require(try opened.comments("预算03表")["H9"])
    #expect(comment.contains("可能应留空（现填 182.26）") && comment.contains("可能应为 181.26（现未能读取）"))
  }

  @Test func cellsAreColouredByLevelAndCommentedOnce() throws {
    let (_, after, annotation) = try round()
    #expect(annotation.markedCells == 5)
    let marks: [(String, String, LevelMark)] = [
      ("预算04表", "B8", .error), ("预算03表", "G5", .error), ("预算03表", "F9", .warning), ("预算04表", "D13", .warning),
      ("预算03表", "H9", .proposal),
    ]
    for (sheet, cell, mark) in marks { #expect(try after.fill(sheet, cell).solidColor == mark.color) }
    let comments = try after.comments("预算03表")
    #expect(
      comments == [
        "G5": "【审核】第3条 错误 B04：\(Sample.merged.message(in: .chinese))\n详见工作表“问题清单”。",
        "F9": "【审核】第4条 需说明 B03：\(Sample.coloured.message(in: .chinese))\n详见工作表“问题清单”。",
        "H9": "【审核】原因1-1 可能应为 181.26（现填 182.26）\n详见工作表“问题清单”。",
      ])
  }

  @Test func commentsOfTheSubmitterStay() throws {
    let (_, after, _) = try round()
    let comments = try after.comments("预算04表")
    #expect(comments["B8"] == Sample.foreignComment)
    #expect(comments["D13"]?.hasPrefix("【审核】第5条") == true)
    #expect(try after.comments("预算05表") == ["A1": "请核对"])
  }

  @Test func nothingElseChanges() throws {
    let (before, after, _) = try round()
    let marked = ["预算04表": ["B8", "D13"], "预算03表": ["G5", "F9", "H9"]]
    for name in before.sheetNames {
      var (old, new) = (try before.cells(name), try after.cells(name))
      for cell in (marked[name] ?? []).map(Sample.cell) {
        #expect(old[cell]?.dropLast() == new[cell]?.dropLast())
        old[cell] = nil
        new[cell] = nil
      }
      #expect(old == new)
    }
  }

  @Test func theCopyReadsAsTheOriginal() throws {
    let (before, after, _) = try round()
    let (old, new) = (try Sample.read(before.bytes), try Sample.read(after.bytes))
    #expect(new == old)
    #expect(new.explanations.isEmpty)
  }

  @Test func theSameReportGivesTheSameBytes() throws {
    let (before, after, _) = try round()
    #expect(try Sample.annotated(before.bytes, Sample.findings, causes: [Sample.cause]).bytes == after.bytes)
  }

  @Test func severalFindingsOfACellShareItsComment() throws {
    let place = Sample.place("04", "D13", path: ["支出", "合计"])
    let findings = ["X20", "X21"].map { Sample.finding($0, .info, at: place, reported: "1", expected: "2") }
    let copy = try OpenedWorkbook(try Sample.annotated(try Sample.submitted(), findings + [Sample.blank]).bytes)
    let comment = try #require(try copy.comments("预算04表")["D13"])
    #expect(
      comment.split(separator: "\n").map { $0.prefix(9) } == ["【审核】第1条 需", "第2条 提示 X2", "第3条 提示 X2", "详见工作表“问题清"])
    #expect(try copy.fill("预算04表", "D13").solidColor == LevelMark.warning.color)
  }

  @Test(arguments: [20, 21]) func manyRemarksOfOneKindShareALine(_ count: Int) throws {
    let findings = (0..<count).map { index in
      Finding(
        .nilMark, form: "03", sheet: "预算03表", cell: CellReference(row: 9 + index % 10, column: 8 + index / 10),
        path: ["合计"], ["text": "－"])
    }
    let (bytes, annotation) = try Sample.annotated(try Sample.submitted(), findings)
    let lines = try OpenedWorkbook(bytes).lines()
    #expect(annotation.lines == (count == 20 ? 20 : 1) && annotation.markedCells == (count == 20 ? 20 : 0))
    if count == 21 {
      #expect(lines[0]["表"] == "共 21 处，如：以“－”表示无金额。\n预算03表：H9:I18, J9")
      #expect(try OpenedWorkbook(bytes).comments("预算03表").isEmpty)
    }
  }

  @Test func anotherSheetOfTheNameStays() throws {
    let bytes = try Sample.changed(try Sample.submitted()) { patch in
      try patch.addWorksheet(named: Sample.list) { try $0.write(text: "我们自己的清单", at: Sample.cell("A1")) }
    }
    let (copy, annotation) = try Sample.annotated(bytes, Sample.findings)
    #expect(annotation.listSheet == "问题清单2")
    let opened = try OpenedWorkbook(copy)
    #expect(try opened.texts(Sample.list) == [Sample.cell("A1"): "我们自己的清单"])
    #expect(try opened.comments("预算03表")["F9"]?.hasSuffix("详见工作表“问题清单2”。") == true)
    // In the next round it is the other one that is ours.
    #expect(try Sample.read(copy).outside.map(\.text) == ["我们自己的清单"])
    #expect(try Sample.annotated(copy, []).annotation.listSheet == "问题清单2")
  }

  @Test func nothingToFindIsSaidToo() throws {
    let (bytes, _) = try Sample.annotated(try Sample.submitted(), [])
    let texts = try OpenedWorkbook(bytes).texts(Sample.list)
    #expect(texts.values.contains("未发现问题。"))
    #expect(try Sample.read(bytes).findings.allSatisfy { $0.sheet != Sample.list })
  }

  @Test(arguments: SubmissionsTests.carefully + SubmissionsTests.messy)
  func everySubmissionIsAnnotatedWithWhatReadingFound(_ name: String) throws {
    let path = try #require(
      Bundle.module.path(forResource: name, ofType: "xlsx", inDirectory: "Fixtures/submissions"))
    let set = try Sample.set()
    let book = try BookReader(sets: [set]).read(path: path)
    let (bytes, annotation) = try AnnotatedWorkbook(
      of: path, report: Checker(set: set).check(book), set: set
    ).bytes()
    #expect(annotation.unmarked.isEmpty)
    #expect(try BookReader(sets: [set]).read(bytes: bytes, name: book.file ?? "") == book)
  }

  @Test func aWorkbookOfOurOwnIsAnnotatedThoughItIsProtected() throws {
    let set = try Sample.set()
    let written = try BookWriter(set: set).bytes(of: try Sample.read(try Sample.submitted())).bytes
    let (bytes, annotation) = try Sample.annotated(written, [Sample.commented])
    #expect(annotation.markedCells == 1 && annotation.unmarked.isEmpty)
    let opened = try OpenedWorkbook(bytes)
    #expect(try opened.comments("预算04表").keys.sorted() == ["B8"])
    #expect(try opened.sheet("预算04表").layout().protection?.isEnabled == true)
  }

  @Test func aCellThatCannotBeMarkedIsToldInTheList() throws {
    // The cells of the last row are out of order.
    let rows = """
      <row r="1"><c r="A1" t="inlineStr"><is><t>2023年一般公共预算“三公”经费预算表</t></is></c><c r="F1" t="inlineStr"><is><t>预算08表</t></is></c></row>
      <row r="2"><c r="A2"><v>1</v></c></row>
      <row r="3"><c r="B3"><v>2</v></c><c r="A3"><v>3</v></c><c r="C3"><v>4</v></c></row>
      """
    let bytes = PlainPackage.workbook([(name: "表", xml: "<sheetData>\(rows)</sheetData>")])
    func finding(_ cell: String) -> Finding {
      Sample.finding(
        "X1", at: Place(form: "08", sheet: "表", cell: Sample.cell(cell)), reported: "1", expected: "2")
    }
    let report = Sample.report(
      on: Book(set: "luoyang-2023", year: "2023", department: "甲"), [finding("A2"), finding("A3"), finding("C3")])
    let (copy, annotation) = try AnnotatedWorkbook(
      ofBytes: bytes, name: "odd.xlsx", report: report, set: try Sample.set()
    ).bytes()
    #expect(annotation.unmarked.map(\.address) == ["表!A3"])
    let opened = try OpenedWorkbook(copy)
    #expect(try opened.comments("表").keys.sorted() == ["A2", "C3"])
    #expect(try opened.lines()[1]["问题与建议"]?.hasSuffix("（该单元格未能着色或加批注。）") == true)
  }

  @Test func theInputIsNeverWrittenOver() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("annotation-\(UUID()).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let bytes = try Sample.submitted()
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let report = Sample.report(on: try Sample.read(bytes), Sample.findings)
    let copy = try AnnotatedWorkbook(of: path, report: report, set: try Sample.set())
    #expect(throws: AnnotationError.self) { try copy.write(to: path, replacesExisting: true) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(bytes))
  }
}
