import Testing
import XlsxPackage
import XlsxRead

@Suite struct SheetRowsTests {
  @Test func rowsReadAsASentence() throws {
    let workbook = try WorkbookBuilder(
      rows: "<row r='2'><c r='B2'><v>1</v></c></row><row r='5'><c r='A5'><v>2</v></c><c r='B5'><v>3</v></c></row>",
      after: "<mergeCells><mergeCell ref='A1:B1'/></mergeCells>"
    ).open()
    var numbers: [Double] = []
    for row in try workbook.worksheets[0].rows {
      if let number = row["B"]?.number { numbers.append(number) }
    }
    #expect(numbers == [1, 3])
    let rows = try workbook.worksheets[0].rows
    #expect(rows.count == 2)
    #expect(rows.map(\.number) == [2, 5])
    #expect(rows.row(5)?["A"]?.number == 2)
    #expect(rows.row(3) == nil)
    #expect(rows[CellReference(row: 5, column: 2)]?.number == 3)
    #expect(rows.merges.map { "\($0)" } == ["A1:B1"])
  }

  @Test func rowsOutOfOrderAreFound() throws {
    let rows = try WorkbookBuilder(
      rows: "<row r='7'><c><v>7</v></c></row><row r='2'><c><v>2</v></c></row><row r='4'><c><v>4</v></c></row>"
    ).open().worksheets[0].rows
    for number in [2, 4, 7] { #expect(rows.row(number)?["A"]?.number == Double(number)) }
  }

  @Test func anErrorComesBeforeAnyRow() throws {
    let workbook = try WorkbookBuilder(rows: "<row><c><v>1</v></c></row><row r='0'/>").open()
    #expect(failure { try workbook.worksheets[0].rows }?.code == .invalidContent)
  }

  @Test func tooManyCellsToKeep() throws {
    var limits = ReadLimits.default
    limits.keptCells = 10
    let builder = WorkbookBuilder(rows: String(repeating: "<row><c/><c/></row>", count: 6))
    let error = failure { try builder.open(limits: limits).worksheets[0].rows }
    #expect(error?.code == .overLimit)
    #expect(error?.message.contains("more than 10 cells") == true)
    #expect(try builder.open(limits: limits).worksheets[0].allRows().count == 6)
  }

  /// Rows may go to another task while the reader goes on; shared formulas too.
  @Test func rowsMayBeSentToOtherTasks() async throws {
    let master = "<row r='1'><c r='A1'><f t='shared' ref='A1:A5000' si='0'>B1</f><v>1</v></c></row>"
    let rest = (2...5000).map { "<row r='\($0)'><c r='A\($0)'><f t='shared' si='0'/><v>\($0)</v></c></row>" }
    let reader = try WorkbookBuilder(rows: master + rest.joined()).open().worksheets[0].rowReader()
    let total = try await withThrowingTaskGroup(of: Int.self) { group in
      while let row = try reader.next() {
        group.addTask { row["A"]?.formula == "B\(row.number)" ? Int(row["A"]?.number ?? 0) : 0 }
      }
      return try await group.reduce(0, +)
    }
    #expect(total == 5000 * 5001 / 2)
  }
}

extension SheetRowsTests {
  /// A cell's own reference counts, wherever it stands.
  @Test func strayCellsAreFoundWhereTheySay() throws {
    let rows = try WorkbookBuilder(
      rows: "<row r='1'><c r='A1'><v>1</v></c><c r='B7'><v>2</v></c></row><row r='7'><c r='A7'><v>3</v></c></row>"
    ).open().worksheets[0].rows
    let numbers = ["A1", "B7", "A7", "B1"].map { CellReference($0).flatMap { rows[$0]?.number } }
    #expect(numbers == [1, 2, 3, nil])
  }

  @Test func columnsBeyondTheSheetHoldNothing() throws {
    let row = try #require(try WorkbookBuilder(rows: "<row><c r='B1'/></row>").open().worksheets[0].rows.first)
    for column in [Int.min, -1, 0, 1, 3, 16_385, Int.max] { #expect(row[column] == nil, "\(column)") }
  }
}
