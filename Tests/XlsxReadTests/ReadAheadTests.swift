import Testing
import XlsxRead

/// Large parts are expanded by a second thread.
@Suite struct ReadAheadTests {
  /// A sheet of more than a megabyte, stored without compression.
  private static let large: WorkbookBuilder = {
    let rows = (1...20_000).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c><c><v>\($0 * 2)</v></c></row>" }
    return WorkbookBuilder(rows: rows.joined())
  }()

  private func sum(_ workbook: Workbook) throws -> Double {
    let reader = try workbook.worksheets[0].rowReader()
    var sum = 0.0
    while let row = try reader.next() { for cell in row { sum += cell.number ?? 0 } }
    return sum
  }

  @Test func everyCellComesOnce() throws {
    #expect(try sum(Self.large.open()) == 3 * 20_000 * 20_001 / 2)
  }

  /// One file handle serves both readers, and the second thread of each.
  @Test func twoReadersOfOneWorkbook() throws {
    let workbook = try Self.large.open()
    let first = try workbook.worksheets[0].rowReader()
    let second = try workbook.worksheets[0].rowReader()
    var count = 0
    while let row = try first.next(), let other = try second.next() {
      #expect(row["B"]?.number == other["B"]?.number)
      count += 1
    }
    #expect(count == 20_000)
  }

  @Test func aReaderMayStopEarly() throws {
    for _ in 0..<50 {
      let reader = try Self.large.open().worksheets[0].rowReader()
      #expect(try reader.next()?.number == 1)
    }
  }

  @Test func severalWorkbooksAtOnce() async throws {
    let bytes = Self.large.bytes
    let sums = try await withThrowingTaskGroup(of: Double.self) { group in
      for index in 0..<8 {
        group.addTask { try self.sum(Workbook(bytes: bytes, name: "\(index).xlsx")) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(sums == Array(repeating: 3 * 20_000 * 20_001 / 2, count: 8))
  }

  /// A damaged checksum is found by the other thread and thrown by the reader, after the rows before it.
  @Test func damageBehindTheFirstPiece() throws {
    var bytes = Self.large.bytes
    let marker = Array("<v>19999</v>".utf8)
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: marker) })
    bytes[place + 3] = UInt8(ascii: "2")
    let reader = try Workbook(bytes: bytes, name: "damaged.xlsx").worksheets[0].rowReader()
    var count = 0
    let error = failure {
      while try reader.next() != nil { count += 1 }
    }
    #expect(error?.code == .damagedPart)
    #expect(count > 10_000)
    #expect(failure { try reader.next() } == error)
  }
}
