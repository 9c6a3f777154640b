import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

@testable import BudgetSheets

/// The record beside what others do to its workbook.
@Suite struct CleaningRecordPlaceTests {
  typealias Sample = ChangeLogSample

  private static let changes = CleaningRecordTests.changes
  private static let more = [
    Sample.change(.zeroForNil, "预算02表", "C8", Sample.number("0"), CellState(kind: .blank, text: ""))
  ]

  private static func cleaned() throws -> [UInt8] {
    let submitted = try Sample.submitted()
    return try Sample.cleaned(submitted, Sample.log(changes, of: submitted))
  }

  private static func formula(_ bytes: [UInt8], _ sheet: String, _ cell: String) throws -> String? {
    try Sample.cells(bytes)[sheet]?[cell]?[3]
  }

  // MARK: What refers to it

  @Test(arguments: ["清洗记录", "我的记录"]) func whatRefersToTheRecordRefersToTheNextOne(_ name: String) throws {
    let referring = try AnnotationSample.changed(try Self.cleaned()) { patch in
      if name != "清洗记录" { try patch.renameSheet(named: "清洗记录", to: name) }
      try patch.worksheet(named: "预算12表").set(.formula("\(name)!A5", .number("1")), at: Sample.cell("B200"))
    }
    let bytes = try Sample.cleaned(referring, Sample.log(Self.more, of: referring))
    #expect(try Sample.records(bytes).map(\.sheet) == [name])
    #expect(try Sample.records(bytes).map(\.lines.count) == [4])
    #expect(try Self.formula(bytes, "预算12表", "B200") == "\(name)!A5")
    // Taking all back leaves the sheet, on which the formula rests.
    let log = Sample.log(Self.more, of: referring)
    let second = try ChangeUndo(log).undo(bytes: bytes, name: "a.xlsx")
    let first = try ChangeUndo(Sample.log(Self.changes)).undo(bytes: second.bytes, name: "a.xlsx")
    #expect(first.remaining.changes.isEmpty)
    #expect(try Sample.records(first.bytes).map(\.lines.count) == [0])
    #expect(try Sample.records(first.bytes).map(\.unmatched) == [[]])
    #expect(try Self.formula(first.bytes, "预算12表", "B200") == "\(name)!A5")
  }

  // MARK: What others put there

  private static func check(_ written: [UInt8], sheet: String = "旧清洗记录") throws -> [UInt8] {
    let bytes = try Sample.cleaned(written, Sample.log(more, of: written))
    #expect(try OpenedWorkbook(bytes).sheetNames.suffix(2) == [sheet, "清洗记录"])
    let records = try Sample.records(bytes)
    #expect(records.map(\.isOld) == [true, false])
    #expect(records.last?.lines.count == 4)
    #expect(records.last?.sources.map(\.firstLine) == [0, 3])
    // The next cleaning leaves the old one alone.
    let third = try Sample.cleaned(bytes, Sample.log(more, of: bytes))
    #expect(try Sample.records(third).map(\.lines.count) == [3, 5])
    #expect(try OpenedWorkbook(third).cells(sheet) == OpenedWorkbook(bytes).cells(sheet))
    return bytes
  }

  @Test func commentsStayWithTheirSheet() throws {
    let written = try AnnotationSample.changed(try Self.cleaned()) {
      try $0.worksheet(named: "清洗记录").addComment("这条不对", author: "李四", at: Sample.cell("K5"))
    }
    let bytes = try Self.check(written)
    #expect(try OpenedWorkbook(bytes).comments("旧清洗记录") == ["K5": "这条不对"])
    #expect(try OpenedWorkbook(bytes).comments("清洗记录").isEmpty)
    #expect(try AnnotationSample.read(bytes).outside == AnnotationSample.read(written).outside)
  }

  @Test func formulasStayWithTheirSheet() throws {
    let written = try AnnotationSample.changed(try Self.cleaned()) { patch in
      let sheet = try patch.worksheet(named: "清洗记录")
      try sheet.set(.formula("COUNTA(H5:H7)", .number("3")), at: Sample.cell("R6"))
      try sheet.set(.text("已阅"), at: Sample.cell("B20"))
    }
    let bytes = try Self.check(written)
    #expect(try Self.formula(bytes, "旧清洗记录", "R6") == "COUNTA(H5:H7)")
    #expect(try Sample.records(bytes).map { $0.unmatched.map(\.text) } == [["3", "已阅"], []])
    // Nothing of it is lost to who reads the book.
    let outside = try AnnotationSample.read(bytes).outside.filter { $0.sheet == "旧清洗记录" }
    #expect(outside.map(\.formula) == ["COUNTA(H5:H7)", nil])
  }

  @Test func undoLeavesThemToo() throws {
    let written = try AnnotationSample.changed(try Self.cleaned()) {
      try $0.worksheet(named: "清洗记录").addComment("这条不对", author: "李四", at: Sample.cell("K5"))
    }
    let log = Sample.log(Self.changes)
    let part = try ChangeUndo(log).undo(bytes: written, name: "a.xlsx", codes: [.nilMark])
    #expect(try Sample.records(part.bytes).map(\.lines.count) == [3, 2])
    let all = try ChangeUndo(part.remaining).undo(bytes: part.bytes, name: "a.xlsx")
    #expect(try Sample.records(all.bytes).map(\.isOld) == [true])
    #expect(try OpenedWorkbook(all.bytes).comments("旧清洗记录") == ["K5": "这条不对"])
  }

  // MARK: Words

  @Test(arguments: [(Language.chinese, "到预算03表!H9"), (.english, "to 预算03表!H9")])
  func linksSayWhereTheyLeadInTheLanguageOfTheRecord(_ row: (language: Language, tip: String)) throws {
    let bytes = try Sample.cleaned(try Sample.submitted(), Sample.log(Self.changes), row.language)
    let link = try #require(try OpenedWorkbook(bytes).sheet("清洗记录").layout().hyperlinks.first)
    #expect(link.tooltip == row.tip)
  }
}
