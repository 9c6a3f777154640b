import Foundation
import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

@testable import BudgetSheets

/// Taking back what a log tells.
@Suite struct ChangeUndoTests {
  typealias Sample = ChangeLogSample

  /// H9 was changed three times, the others once.
  static let changes = [
    Sample.change(
      .invisibleCharacters, "预算03表", "H9", Sample.text("1\u{200B}82.26元", "@"), Sample.text("182.26元", "@")),
    Sample.change(.unitInCell, "预算03表", "H9", Sample.text("182.26元", "@"), Sample.text("182.26", "@")),
    Sample.change(.amountAsText, "预算03表", "H9", Sample.text("182.26", "@"), Sample.number("182.26", "0.00")),
    Sample.change(.nilMark, "预算03表", "J9", Sample.text("—"), CellState(kind: .blank, text: "")),
    Sample.change(.floatNoise, "预算01表", "B8", Sample.number("598.3399999999999"), Sample.number("598.34")),
    Sample.change(.amountAsText, "预算01表", "B9", Sample.text("9", "@"), Sample.number("9", "General")),
  ]

  /// The workbook as it was handed in, as it was cleaned, and the log of that.
  private struct Case {
    let submitted: [UInt8]
    let cleaned: [UInt8]
    let log: ChangeLog

    init(_ changes: [CellChange] = ChangeUndoTests.changes, language: Language = .chinese) throws {
      submitted = try AnnotationSample.changed(try Sample.submitted()) { patch in
        for change in changes.reversed() { try Sample.put(change.before, at: #require(change.address), in: patch) }
      }
      log = Sample.log(changes, of: submitted)
      cleaned = try Sample.cleaned(submitted, log, language)
    }

    func undo(
      _ bytes: [UInt8]? = nil, codes: Set<RepairCode>? = nil, cells: [String]? = nil
    ) throws(UndoError) -> UndoResult {
      var addresses: Set<SheetAddress>?
      if let cells {
        var all: Set<SheetAddress> = []
        for cell in cells { if let address = SheetAddress(text: cell) { all.insert(address) } }
        addresses = all
      }
      return try ChangeUndo(log).undo(bytes: bytes ?? cleaned, name: "cleaned.xlsx", codes: codes, cells: addresses)
    }
  }

  private static func state(_ bytes: [UInt8], _ sheet: String, _ cell: String) throws -> [String] {
    try #require(try Sample.cells(bytes)[sheet])[cell] ?? ["blank"]
  }

  @Test func allGoesBack() throws {
    let sample = try Case()
    let result = try sample.undo()
    #expect(try Sample.cells(result.bytes) == Sample.cells(sample.submitted))
    #expect(try Self.state(result.bytes, "预算03表", "H9") == ["text", "1\u{200B}82.26元", "@", "-"])
    #expect(result.undone == Self.changes)
    #expect(result.remaining.changes.isEmpty)
    #expect(result.remaining.cleanedSHA256 == FileDigest.sha256(result.bytes))
    #expect(try OpenedWorkbook(result.bytes).sheetNames == OpenedWorkbook(sample.submitted).sheetNames)
  }

  @Test func aFileStaysAsItIs() throws {
    let sample = try Case()
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("undo-\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(sample.cleaned).write(to: URL(fileURLWithPath: path))
    let result = try ChangeUndo(sample.log).undo(path: path)
    #expect(result.bytes == (try sample.undo()).bytes)
    #expect(try Array(Data(contentsOf: URL(fileURLWithPath: path))) == sample.cleaned)
  }

  @Test(arguments: Language.allCases) func someCodesGoBackAndThenTheRest(_ language: Language) throws {
    let sample = try Case(language: language)
    let result = try sample.undo(codes: [.nilMark, .amountAsText])
    #expect(result.undone.map(\.code) == [.amountAsText, .nilMark, .amountAsText])
    #expect(result.remaining.changes == [0, 1, 4].map { Self.changes[$0] })
    #expect(result.remaining.sha256 == sample.log.sha256)
    #expect(result.remaining.cleanedSHA256 == FileDigest.sha256(result.bytes))
    #expect(try Self.state(result.bytes, "预算03表", "H9") == ["text", "182.26", "@", "-"])
    #expect(try Self.state(result.bytes, "预算03表", "J9") == ["text", "—", "General", "-"])
    #expect(try Self.state(result.bytes, "预算01表", "B8") == ["number", "598.34", "General", "-"])
    let record = try #require(try Sample.records(result.bytes).first)
    #expect(record.lines.map { $0.texts[.code] } == ["Q02", "Q25", "Q24"])
    let text = result.remaining.jsonLines(in: language)
    let rest = try ChangeUndo(try ChangeLog(jsonLines: text)).undo(bytes: result.bytes, name: "rest.xlsx")
    #expect(try Sample.cells(rest.bytes) == Sample.cells(sample.submitted))
  }

  @Test func someCellsGoBack() throws {
    let sample = try Case()
    let result = try sample.undo(cells: ["预算03表!H9", "'预算01表'!$B$9", "预算07表!A1"])
    #expect(result.undone == [0, 1, 2, 5].map { Self.changes[$0] })
    #expect(try Self.state(result.bytes, "预算03表", "H9") == ["text", "1\u{200B}82.26元", "@", "-"])
    #expect(try Self.state(result.bytes, "预算01表", "B9") == ["text", "9", "@", "-"])
    #expect(try Self.state(result.bytes, "预算03表", "J9") == ["blank"])
    let both = try sample.undo(codes: [.amountAsText], cells: ["预算01表!B9", "预算01表!B8"])
    #expect(both.undone == [Self.changes[5]])
  }

  @Test func whatElseWasDoneSinceStays() throws {
    let sample = try Case()
    let touched = try AnnotationSample.changed(sample.cleaned) { patch in
      let sheet = try patch.worksheet(named: "预算03表")
      // The same number as other programs write it, in other looks.
      try sheet.set(.number("182.260"), at: Sample.cell("H9"))
      try sheet.restyle(Sample.cell("H9"), StyleChange(fill: .color(.red), numberFormat: "#,##0.0000"))
      try sheet.set(.text("后来填的"), at: Sample.cell("A40"))
      try sheet.addComment("后来写的", author: "李四", at: Sample.cell("A40"))
    }
    let result = try sample.undo(touched)
    #expect(try Self.state(result.bytes, "预算03表", "H9") == ["text", "1\u{200B}82.26元", "@", "-"])
    #expect(try Self.state(result.bytes, "预算03表", "A40")[1] == "后来填的")
    #expect(try OpenedWorkbook(result.bytes).comments("预算03表") == ["A40": "后来写的"])
  }

  @Test func linesOfEarlierCleaningsStay() throws {
    let first = try Case()
    let more = [Sample.change(.zeroForNil, "预算02表", "C8", Sample.number("0"), CellState(kind: .blank, text: ""))]
    let submitted = try AnnotationSample.changed(first.cleaned) {
      try Sample.put(more[0].before, at: #require(more[0].address), in: $0)
    }
    let log = Sample.log(more, of: submitted)
    let result = try ChangeUndo(log).undo(bytes: try Sample.cleaned(submitted, log), name: "c.xlsx")
    let record = try #require(try Sample.records(result.bytes).first)
    #expect(record.lines == (try Sample.records(first.cleaned)).first?.lines)
    #expect(record.sources.count == 1)
    // The first cleaning goes back, the second stays.
    let other = try ChangeUndo(first.log).undo(bytes: try Sample.cleaned(submitted, log), name: "c.xlsx")
    let rest = try #require(try Sample.records(other.bytes).first)
    #expect(rest.lines.map { $0.texts[.cell] } == ["C8"])
    #expect(rest.sources.map(\.firstLine) == [0])
    #expect(rest.sources.first?.text.contains(FileDigest.sha256(submitted)) == true)
  }

  @Test func aNoteOnTheRecordKeepsIt() throws {
    let sample = try Case()
    let noted = try AnnotationSample.changed(sample.cleaned) {
      try $0.worksheet(named: "清洗记录").set(.text("请保留"), at: Sample.cell("R6"))
    }
    let record = try #require(try Sample.records(try sample.undo(noted).bytes).first)
    #expect(record.lines.isEmpty)
    #expect(record.unmatched.map(\.text) == ["请保留"])
  }

  @Test func withoutTheRecordCellsGoBackAllTheSame() throws {
    let sample = try Case()
    let bare = try AnnotationSample.changed(sample.cleaned) { try $0.removeSheet(named: "清洗记录") }
    #expect(try Sample.cells(try sample.undo(bare).bytes) == Sample.cells(sample.submitted))
  }

  @Test func formulasComeBackWithTheirResults() throws {
    let before = [
      CellState(kind: .number, text: "12.50", format: "0.00", formula: "B9*2"),
      CellState(kind: .text, text: " 甲\n", format: "@", formula: "\" 甲\"&CHAR(10)"),
      CellState(kind: .boolean, text: "1", formula: "B9>1"), CellState(kind: .blank, text: "", formula: "B10+1"),
      CellState(kind: .date, text: "45000.5", format: "yyyy/m/d", formula: "B9+45000"),
    ]
    let changes = before.enumerated().map {
      Sample.change(.amountAsText, "预算02表", "T\($0 + 201)", $1, Sample.number("1"))
    }
    let sample = try Case(changes)
    let result = try sample.undo()
    #expect(try Sample.cells(result.bytes) == Sample.cells(sample.submitted))
    #expect(try Self.state(result.bytes, "预算02表", "T205") == ["date", "45000.5", "yyyy/m/d", "B9+45000"])
    #expect(try Self.state(result.bytes, "预算02表", "T204") == ["blank", "", "General", "B10+1"])
  }

  /// What the engine makes of messy submissions goes back to what they held.
  @Test(arguments: ["laocheng-2023-mess-1", "laocheng-2023-mess-2", "laocheng-2023-mess-3", "laocheng-2023-mess-4"])
  func whatCleaningDidGoesBack(_ name: String) throws {
    let path = try #require(Bundle.module.path(forResource: name, ofType: "xlsx", inDirectory: "Fixtures/submissions"))
    let cleaner = Cleaner(sets: [try AnnotationSample.set()])
    let result = try cleaner.clean(path: path)
    #expect(!result.log.changes.isEmpty)
    let log = try ChangeLog(jsonLines: result.log.jsonLines(in: .chinese))
    #expect(log == result.log)
    let undone = try ChangeUndo(log).undo(bytes: result.bytes, name: name)
    let submitted = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(FileDigest.sha256(submitted) == log.sha256)
    #expect(try Sample.cells(undone.bytes) == Sample.cells(submitted))
    #expect(try Sample.records(undone.bytes).isEmpty)
  }

  // MARK: Refusals

  private static func refusal(_ body: () throws -> UndoResult) throws -> UndoError {
    try #require(throws: UndoError.self) { try body() }
  }

  @Test func cellsThatDifferAreNamed() throws {
    let sample = try Case()
    let touched = try AnnotationSample.changed(sample.cleaned) { patch in
      try patch.worksheet(named: "预算01表").set(.number("598.35"), at: Sample.cell("B8"))
      try patch.worksheet(named: "预算03表").set(.text("182.26"), at: Sample.cell("H9"))
      try patch.worksheet(named: "预算03表").set(.text(""), at: Sample.cell("J9"))
    }
    let error = try Self.refusal { try sample.undo(touched) }
    guard case .differs(_, let cells) = error else { return #expect(Bool(false), "\(error)") }
    #expect(cells.map(\.place.address) == ["预算03表!H9", "预算03表!J9", "预算01表!B8"])
    #expect(
      error.line(in: .chinese)
        == "cleaned.xlsx：与记录不符，没有恢复：预算03表!H9（记录为182.26，现为“182.26”）、预算03表!J9（记录为空白，现为“”）、预算01表!B8（记录为598.34，现为598.35）。请用清洗后的文件，或只恢复其余单元格。"
    )
    #expect(error.line(in: .english).contains("预算01表!B8 (the log says 598.34, it holds 598.35)"))
    // The cells that are as they were left go back.
    #expect(try sample.undo(touched, cells: ["预算01表!B9"]).undone == [Self.changes[5]])
  }

  @Test func fiveOfManyAreNamed() throws {
    let changes = (1...8).map { Sample.change(.nilMark, "没有这张表", "A\($0)", Sample.text("—"), Sample.number("\($0)")) }
    let log = Sample.log(changes)
    let error = try Self.refusal { try ChangeUndo(log).undo(bytes: try Sample.submitted(), name: "a.xlsx") }
    #expect(error.line(in: .chinese).contains("没有这张表!A5（记录为5，没有这张工作表）等 8 处"))
    #expect(error.line(in: .english).contains("没有这张表!A5 (the log says 5, there is no such sheet) and 3 more"))
    #expect(!error.line(in: .chinese).contains("A6"))
  }

  @Test func theSubmittedFileIsRefused() throws {
    let sample = try Case()
    let error = try Self.refusal { try sample.undo(sample.submitted) }
    #expect(error.line(in: .chinese) == "cleaned.xlsx：这就是清洗前的文件，无须恢复。")
    #expect(error.line(in: .english).contains("nothing to undo"))
  }

  @Test func nothingSelectedIsRefused() throws {
    let sample = try Case()
    for error in [
      try Self.refusal { try sample.undo(codes: [.zeroForNil]) }, try Self.refusal { try sample.undo(codes: []) },
      try Self.refusal { try sample.undo(cells: ["预算03表!H10"]) },
      try Self.refusal { try sample.undo(codes: [.nilMark], cells: ["预算03表!H9"]) },
      try Self.refusal { try ChangeUndo(Sample.log([])).undo(bytes: sample.cleaned, name: "a.xlsx") },
    ] {
      guard case .nothingSelected = error else { return #expect(Bool(false), "\(error)") }
    }
  }

  @Test func aChangeUnderALaterOneIsRefused() throws {
    let sample = try Case()
    let first = try Self.refusal { try sample.undo(codes: [.invisibleCharacters, .nilMark]) }
    #expect(first.line(in: .chinese) == "预算03表!H9 在 Q02 之后又经 Q25、Q21 改动，须一并恢复。")
    let second = try Self.refusal { try sample.undo(codes: [.invisibleCharacters, .amountAsText]) }
    #expect(second.line(in: .english) == "预算03表!H9 was changed by Q25 after Q02. Undo that too.")
  }

  @Test func theStandardLayoutIsRefused() throws {
    var changes = Self.changes
    changes[4].standardPlace = Place(sheet: "预算01表", cell: Sample.cell("B8"))
    let error = try Self.refusal {
      try ChangeUndo(Sample.log(changes)).undo(bytes: try Sample.submitted(), name: "a.xlsx", codes: [.nilMark])
    }
    #expect(error.line(in: .chinese).contains("laocheng-2023.xlsx 没有改动"))
    #expect(error.line(in: .english).contains("laocheng-2023.xlsx was not changed"))
  }

  @Test(arguments: [
    Sample.change(.nilMark, "预算03表", "A1", CellState(kind: .error, text: "#REF!"), Sample.number("1")),
    Sample.change(.nilMark, "预算03表", "A1", Sample.number("1"), CellState(kind: .error, text: "#REF!")),
    Sample.change(.nilMark, "预算03表", "A1", Sample.number("1,5"), Sample.number("1")),
    Sample.change(.nilMark, "预算03表", "A1", CellState(kind: .date, text: "2023-01-05"), Sample.number("1")),
    Sample.change(.nilMark, "预算03表", "A1", CellState(kind: .number, text: "1", formula: ""), Sample.number("1")),
    CellChange(code: .nilMark, place: Place(sheet: "预算03表"), before: Sample.number("1"), after: Sample.number("2")),
    // Does not start from what the one before left.
    Sample.change(.nilMark, "预算03表", "H9", Sample.number("182.2600"), Sample.number("1")),
  ])
  func aLogThatNoCleaningMakesIsRefused(_ change: CellChange) throws {
    let log = Sample.log(Self.changes + [change])
    let error = try Self.refusal { try ChangeUndo(log).undo(bytes: try Sample.submitted(), name: "a.xlsx") }
    guard case .malformed(let place, .nilMark) = error else { return #expect(Bool(false), "\(error)") }
    #expect(place == change.place)
    #expect(error.line(in: .chinese).contains("记录有误"))
  }

  @Test func whatIsNoWorkbookIsRefused() throws {
    let log = try Case().log
    let error = try Self.refusal { try ChangeUndo(log).undo(bytes: Array("PK".utf8), name: "a.xlsx") }
    guard case .unreadable = error else { return #expect(Bool(false), "\(error)") }
    let missing = try Self.refusal { try ChangeUndo(log).undo(path: "/nowhere/a.xlsx") }
    #expect(missing.line(in: .chinese) == "/nowhere/a.xlsx：没有这个文件。请检查路径。")
  }

  @Test func whatTheWorkbookDoesNotAllowIsRefused() throws {
    let change = Sample.change(
      .nilMark, "预算03表", "J9", Sample.text(String(repeating: "长", count: 32_768)), Sample.number("1"))
    let log = Sample.log([change])
    let cleaned = try Sample.cleaned(try Sample.submitted(), log)
    let error = try Self.refusal { try ChangeUndo(log).undo(bytes: cleaned, name: "a.xlsx") }
    guard case .file(let inner) = error else { return #expect(Bool(false), "\(error)") }
    #expect(inner.code == .tooLong)
  }
}
