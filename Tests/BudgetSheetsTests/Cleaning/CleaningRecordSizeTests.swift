import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

@testable import BudgetSheets

/// Records of many changes, which take far more cells than the forms.
@Suite struct CleaningRecordSizeTests {
  typealias Sample = ChangeLogSample

  @Test func aRecordOfManyChangesCanBeReadAndCarriedOn() throws {
    let count = 40_000
    let submitted = try AnnotationSample.changed(try Sample.submitted()) { patch in
      try patch.addWorksheet(named: "附表") { sheet in
        for row in 1...count { try sheet.write(text: "1,0\(row).00", at: CellReference(row: row, column: 1)) }
      }
    }
    let changes = (1...count).map {
      Sample.change(.amountAsText, "附表", "A\($0)", Sample.text("1,0\($0).00"), Sample.number("10\($0)"))
    }
    let log = Sample.log(changes, of: submitted)
    let once = try Sample.cleaned(submitted, log)
    let book = try AnnotationSample.read(once)
    #expect(book.outside.count { $0.sheet == "附表" } == count)
    #expect(!book.outside.contains { $0.sheet == "清洗记录" })
    let more = [Sample.change(.zeroForNil, "预算02表", "C8", Sample.number("0"), Sample.number("0.0"))]
    let twice = try Sample.cleaned(once, Sample.log(more, of: once))
    #expect(try Sample.records(twice).map(\.lines.count) == [count + 1])
    let back = try ChangeUndo(log).undo(bytes: twice, name: "a.xlsx")
    #expect(try Sample.cells(back.bytes)["附表"] == Sample.cells(submitted)["附表"])
    #expect(try Sample.records(back.bytes).map(\.lines.count) == [1])
  }

  /// Neither a list of findings nor a record takes room from the forms, wherever they stand.
  @Test(arguments: [0, nil] as [Int?]) func sheetsOfOurOwnAreNotCounted(_ index: Int?) throws {
    let submitted = try Sample.submitted()
    let changes = (1...400).map {
      Sample.change(.nameBlanks, "预算12表", "B\($0 + 200)", Sample.text("甲 乙"), Sample.text("甲乙"))
    }
    var bytes = try AnnotationSample.annotated(
      try Sample.cleaned(submitted, Sample.log(changes, of: submitted)), AnnotationSample.findings
    ).bytes
    if let index { bytes = try AnnotationSample.changed(bytes) { try $0.moveSheet(named: "清洗记录", to: index) } }
    let filled = try Sample.grids(bytes).filter { $0.name != "清洗记录" && $0.name != AnnotationSample.list }
      .reduce(0) { $0 + $1.rows.reduce(0) { $0 + $1.cells.count } }
    let list = try Sample.grids(bytes).first { $0.name == AnnotationSample.list }
    let listed = try #require(list).rows.reduce(0) { $0 + $1.cells.count }
    var reader = BookReader(sets: [try AnnotationSample.set()])
    reader.maximumCells = filled + listed
    #expect(try reader.read(bytes: bytes, name: "a.xlsx").forms.isEmpty == false)
    reader.maximumCells = filled - 1
    let error = #expect(throws: BookReadError.self) { try reader.read(bytes: bytes, name: "a.xlsx") }
    guard case .file(let inner) = error else { return #expect(Bool(false), "\(String(describing: error))") }
    #expect(inner.code == .overLimit)
  }

  @Test func theRoomOfOurOwnSheetsEndsToo() throws {
    let submitted = try Sample.submitted()
    let record = try Sample.cleaned(submitted, Sample.log(CleaningRecordTests.changes, of: submitted))
    let grids = try Sample.grids(record)
    let rows = try #require(grids.first { $0.name == "清洗记录" }).rows
    let others = try #require(grids.first { $0.name == "预算03表" }).rows
    func takes(_ count: Int, below rows: [SheetGrid.Row]) -> Bool {
      var room = CellRoom()
      var sheet = CellRoom.Sheet()
      return room.take(count, for: &sheet, below: rows) && room.end(&sheet, with: rows)
    }
    #expect(takes(500_000, below: others))
    #expect(!takes(500_001, below: others))
    #expect(takes(1_500_000, below: rows))
    #expect(!takes(1_500_001, below: rows))
  }
}
