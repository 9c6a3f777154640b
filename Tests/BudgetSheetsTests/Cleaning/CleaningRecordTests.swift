import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

@testable import BudgetSheets

/// The sheet on which a cleaned workbook tells what was changed.
@Suite struct CleaningRecordTests {
  typealias Sample = ChangeLogSample

  static let changes = [
    CellChange(
      code: .amountAsText,
      place: Place(
        form: "03", sheet: "预算03表", cell: Sample.cell("H9"), row: RowName(key: "206/01/01", name: "行政运行"),
        path: LabelPath(["基本支出", "人员经费", "工资福利支出"])), before: Sample.text("=182.26", "@"),
      after: Sample.number("182.260", "#,##0.00")),
    Sample.change(.nilMark, "预算03表", "J9", Sample.text("\u{3000}\n"), CellState(kind: .blank, text: "")),
    Sample.change(
      .floatNoise, "预算01表", "B8",
      CellState(kind: .number, text: "598.3399999999999", format: "0.00", formula: "B9+\"x\""),
      Sample.number("598.34", "0.00")),
  ]

  private static func texts(_ bytes: [UInt8], _ sheet: String = "清洗记录") throws -> [CellReference: String] {
    try OpenedWorkbook(bytes).texts(sheet)
  }

  private static func row(_ bytes: [UInt8], _ row: Int) throws -> [String] {
    let texts = try texts(bytes)
    return (1...15).map { texts[CellReference(row: row, column: $0)] ?? "" }
  }

  @Test func theSheetTellsEachChange() throws {
    let submitted = try Sample.submitted()
    let bytes = try Sample.cleaned(submitted, Sample.log(Self.changes, of: submitted))
    let book = try OpenedWorkbook(bytes)
    #expect(book.sheetNames.last == "清洗记录")
    #expect(book.sheetNames.dropLast() == (try OpenedWorkbook(submitted)).sheetNames[...])
    let texts = try Self.texts(bytes)
    #expect(texts[Sample.cell("A1")] == "工作簿清洗记录")
    #expect(
      texts[Sample.cell("A2")]
        == "第 1 条起　清洗前的文件：laocheng-2023.xlsx　　SHA-256：\(FileDigest.sha256(submitted))　　表样：luoyang-2023")
    #expect(
      try Self.row(bytes, 4) == [
        "序号", "工作表", "单元格", "表", "行", "栏目", "原内容", "原类型", "原格式", "现内容", "现类型", "现格式", "清洗代码", "类别", "原因",
      ])
    #expect(
      try Self.row(bytes, 5) == [
        "1", "预算03表", "H9", "03", "行政运行", "基本支出/人员经费/工资福利支出", "=182.26", "文本", "@", "182.260", "数字",
        "#,##0.00", "Q21", "记录", "金额以文本保存，写法确定，改为数字",
      ])
    #expect(try Self.row(bytes, 6)[6...10] == ["“\u{3000}\n”", "文本", "General", "", "空白"])
    #expect(try Self.row(bytes, 7)[6...8] == ["=B9+\"x\" → 598.3399999999999", "数字", "0.00"])
    let sheet = try book.sheet("清洗记录")
    // Only the numbers of the lines are numbers, and nothing is a formula.
    for row in try sheet.rows {
      for cell in row where cell.kind != .blank {
        #expect(cell.kind == (cell.reference.column == 1 && row.number > 4 ? .number : .text))
        #expect(!cell.hasFormula)
      }
    }
    let layout = try sheet.layout()
    #expect(layout.autoFilter == CellRange("A4:O7"))
    #expect(layout.hyperlinks.map(\.location) == ["'预算03表'!H9", "'预算03表'!J9", "'预算01表'!B8"])
    #expect(layout.view?.frozenRows == 4)
  }

  @Test func theRecordInEnglish() throws {
    let submitted = try Sample.submitted()
    let bytes = try Sample.cleaned(submitted, Sample.log(Self.changes), .english)
    #expect(try Self.row(bytes, 4).prefix(4) == ["No.", "Sheet", "Cell", "Form"])
    #expect(try Self.row(bytes, 6)[7...12] == ["text", "General", "", "blank", "General", "Q22"])
    #expect(try Sample.records(bytes).map(\.lines.count) == [3])
  }

  @Test func readingAndCheckingPassItOver() throws {
    let submitted = try Sample.submitted()
    let log = Sample.log([Sample.change(.nameBlanks, "预算03表", "J9", Sample.text("x"), Sample.number("45.5", "0.00"))])
    // The same change without and with a record.
    let patch = try WorkbookPatch(ofBytes: submitted, name: "laocheng-2023.xlsx")
    for change in log.changes { try Sample.put(change.after, at: #require(change.address), in: patch) }
    let without = try AnnotationSample.read(try patch.bytes())
    let with = try AnnotationSample.read(try Sample.cleaned(submitted, log))
    #expect(with == without)
    let checker = Checker(set: try AnnotationSample.set())
    #expect(checker.check(with).findings == checker.check(without).findings)
  }

  @Test func itIsKnownUnderAnyName() throws {
    let bytes = try AnnotationSample.changed(try Sample.cleaned(try Sample.submitted(), Sample.log(Self.changes))) {
      try $0.renameSheet(named: "清洗记录", to: "预算99表")
      try $0.moveSheet(named: "预算99表", to: 0)
    }
    #expect(try Sample.records(bytes).map(\.sheet) == ["预算99表"])
    #expect(try AnnotationSample.read(bytes).outside == AnnotationSample.read(try Sample.submitted()).outside)
  }

  @Test func aFurtherCleaningCarriesTheLinesOn() throws {
    let submitted = try Sample.submitted()
    let once = try Sample.cleaned(submitted, Sample.log(Self.changes, of: submitted))
    let second = Sample.log(
      [Sample.change(.zeroForNil, "预算02表", "C8", Sample.number("0"), Sample.number("0.00"))], of: once)
    let twice = try Sample.cleaned(once, second, .english)
    #expect(try OpenedWorkbook(twice).sheetNames.count { $0.contains("清洗记录") } == 1)
    let texts = try Self.texts(twice)
    #expect(texts[Sample.cell("A2")]?.hasPrefix("From no. 1: 清洗前的文件：laocheng-2023.xlsx") == true)
    #expect(
      texts[Sample.cell("A3")]?.hasPrefix(
        "From no. 4: file before cleaning: laocheng-2023.xlsx, SHA-256: \(FileDigest.sha256(once))") == true)
    for (old, new) in [(5, 6), (6, 7), (7, 8)] { #expect(try Self.row(once, old) == Self.row(twice, new)) }
    #expect(try Self.row(twice, 9)[1...2] == ["预算02表", "C8"])
    let record = try #require(try Sample.records(twice).first)
    #expect(record.lines.count == 4)
    #expect(record.sources.map(\.firstLine) == [0, 3])
    #expect(record.unmatched.isEmpty)
    // Without changes, only the old lines stay.
    let third = try Sample.cleaned(twice, Sample.log([]))
    #expect(try Sample.records(third).first?.lines == record.lines)
  }

  @Test func aForeignSheetKeepsItsName() throws {
    let submitted = try AnnotationSample.changed(try Sample.submitted()) { patch in
      try patch.addWorksheet(named: "清洗记录") { try $0.write(text: "我的清洗记录", at: Sample.cell("A1")) }
    }
    let bytes = try Sample.cleaned(submitted, Sample.log(Self.changes))
    #expect(try OpenedWorkbook(bytes).sheetNames.suffix(2) == ["清洗记录", "清洗记录 (2)"])
    #expect(try AnnotationSample.read(bytes).outside.contains { $0.text == "我的清洗记录" })
    // Another cleaning takes the same name again.
    #expect(try OpenedWorkbook(try Sample.cleaned(bytes, Sample.log(Self.changes))).sheetNames.last == "清洗记录 (2)")
  }

  @Test func whatSomebodyWritesOnItIsNotLost() throws {
    let cleaned = try Sample.cleaned(try Sample.submitted(), Sample.log(Self.changes))
    let written = try AnnotationSample.changed(cleaned) { patch in
      let sheet = try patch.worksheet(named: "清洗记录")
      try sheet.set(.text("这条不对"), at: Sample.cell("R6"))
      try sheet.set(.text("已阅"), at: Sample.cell("B20"))
      try sheet.set(.number("7"), at: Sample.cell("Q1"))
    }
    let notes = try AnnotationSample.read(written).outside.filter { $0.sheet == "清洗记录" }
    #expect(notes.map { "\($0.reference) \($0.text)" } == ["Q1 7", "R6 这条不对", "B20 已阅"])
    #expect(try AnnotationSample.read(written).findings.contains { $0.code == .sheetUnknown && $0.sheet == "清洗记录" })
    // Two more cleanings carry the notes on, with the cells in which they were written.
    let more = Sample.log([Sample.change(.zeroForNil, "预算02表", "C8", Sample.number("0"), Sample.number("0.0"))])
    var bytes = written
    for lines in [4, 5] {
      bytes = try Sample.cleaned(bytes, more)
      let record = try #require(try Sample.records(bytes).first)
      #expect(record.lines.count == lines)
      #expect(record.unmatched.map { "\($0.reference) \($0.text)" } == ["Q1 7", "R6 这条不对", "B20 已阅"])
    }
  }

  @Test func aSheetThatOnlyResemblesItIsNone() throws {
    let texts: [[String]] = [
      ["工作簿清洗记录"], ["序号", "工作表", "单元格", "原内容", "现内容", "清洗代码", "原因"], ["清洗记录", "序号", "工作表", "单元格"],
    ]
    for line in texts {
      let bytes = try AnnotationSample.changed(try Sample.submitted()) { patch in
        try patch.addWorksheet(named: "清洗记录") { sheet in
          for (index, text) in line.enumerated() {
            try sheet.write(text: text, at: CellReference(row: 2, column: index + 1))
          }
        }
      }
      #expect(try Sample.records(bytes).isEmpty)
      #expect(try AnnotationSample.read(bytes).outside.contains { $0.sheet == "清洗记录" && $0.text == line[0] })
    }
  }

  @Test func placesInTheStandardWorkbookHaveAColumn() throws {
    var change = Self.changes[0]
    change.standardPlace = Place(sheet: "预算02表", cell: Sample.cell("D7"))
    let bytes = try Sample.cleaned(try Sample.submitted(), Sample.log([change]))
    let texts = try Self.texts(bytes)
    #expect(texts[Sample.cell("P4")] == "标准表位置")
    #expect(texts[Sample.cell("P5")] == "预算02表!D7")
    let links = try OpenedWorkbook(bytes).sheet("清洗记录").layout().hyperlinks
    #expect(links.map { "\($0.range) \($0.location ?? "")" } == ["P5 '预算02表'!D7"])
  }

  /// Odd texts stand on the sheet as they are stored, and are known again in the next cleaning.
  @Test func oddTextsComeBack() throws {
    let texts = [
      "=1+1", "\r", "a\r\nb", "_x000D_", "\u{1}\u{2028}\u{200B}", "😀<&>\"'", " x ", "0012",
      String(repeating: "长", count: 4_500),
      "+5", "'0101", "@", "\u{7F}",
    ]
    let changes = texts.enumerated().map {
      Sample.change(.nameBlanks, "预算12表", "B\($0 + 200)", Sample.text($1), Sample.text($1 + "。"))
    }
    let bytes = try Sample.cleaned(try Sample.submitted(), Sample.log(changes))
    let record = try #require(try Sample.records(bytes).first)
    #expect(record.lines.map(\.key) == changes.map { CleaningRecord.Line($0, in: .chinese).key })
    #expect(record.unmatched.isEmpty)
    let shown = record.lines.map { Array(($0.texts[.before] ?? "").unicodeScalars) }
    #expect(shown == texts.map { $0 == "\r" ? Array("“\r”".unicodeScalars) : Array($0.unicodeScalars) })
  }

  @Test func aTextThatNoCellHoldsIsCutOff() throws {
    // Each control character takes seven characters, and all are one grapheme with the letter before.
    for text in [String(repeating: "\u{1}", count: 4_600), "a" + String(repeating: "\u{301}", count: 32_000)] {
      let change = Sample.change(.nameBlanks, "预算12表", "B200", Sample.text("x"), Sample.text("y"))
      var long = change
      long.before.text = text
      let bytes = try Sample.cleaned(try Sample.submitted(), Sample.log([long]))
      let shown = try #require(try Self.texts(bytes)[Sample.cell("G5")])
      #expect(shown.unicodeScalars.count == 2_002)
      #expect(shown.hasSuffix("……"))
    }
  }

  /// A check may mark a cleaned workbook, and a marked one may be cleaned.
  @Test func annotatingACleanedWorkbook() throws {
    let submitted = try Sample.submitted()
    let cleaned = try Sample.cleaned(submitted, Sample.log(Self.changes, of: submitted))
    let annotated = try AnnotationSample.annotated(cleaned, AnnotationSample.findings).bytes
    #expect(try Sample.records(annotated).first?.lines == Sample.records(cleaned).first?.lines)
    #expect(try OpenedWorkbook(annotated).cells("清洗记录") == OpenedWorkbook(cleaned).cells("清洗记录"))
    let again = try AnnotationSample.annotated(annotated, AnnotationSample.findings).bytes
    #expect(try OpenedWorkbook(again).cells("清洗记录") == OpenedWorkbook(cleaned).cells("清洗记录"))
    let more = Sample.log([Sample.change(.zeroForNil, "预算02表", "C8", Sample.number("0"), Sample.number("0.0"))])
    let twice = try Sample.cleaned(again, more)
    #expect(try OpenedWorkbook(twice).sheetNames.first == AnnotationSample.list)
    #expect(try Sample.records(twice).map(\.lines.count) == [4])
  }
}
