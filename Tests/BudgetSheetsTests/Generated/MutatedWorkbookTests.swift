import BudgetSheets
import Testing

/// Damaged workbooks are refused or read, and never end the program.
///
/// That is all that is asked of most; what could be read can also be written.
@Suite struct MutatedWorkbookTests {
  /// The parts of a run, and how many workbooks each damages.
  static let parts = Array(0..<4)
  static let count = 40

  private func reader() throws -> (BookReader, [FormSet]) {
    let sets = try GeneratedRun.sets()
    return (BookReader(sets: sets), sets)
  }

  /// A small written workbook.
  private func written(_ seed: UInt64, _ sets: [FormSet]) throws -> [UInt8] {
    let set = GeneratedRun.set(for: seed, among: sets)
    var book = GeneratedBook.make(set: set, seed: seed)
    book.forms = Array(book.forms.prefix(3))
    return try BookWriter(set: set).bytes(of: book).bytes
  }

  @Test(arguments: parts) func aWorkbookOfDamagedBytesEndsInAnErrorOrABook(_ part: Int) throws {
    let (reader, sets) = try reader()
    var source = SeededSource(seed: UInt64(part))
    var refused = 0
    var original: [UInt8] = []
    for index in 0..<Self.count {
      if index % 20 == 0 { original = try written(UInt64(part * 10 + index / 20), sets) }
      do {
        _ = try reader.read(bytes: MutatedWorkbook.bytes(original, &source), name: "damaged.xlsx")
      } catch {
        #expect(!error.line(in: .chinese).isEmpty && !error.line(in: .english).isEmpty)
        refused += 1
      }
    }
    // Nearly every damage to a compressed part shows.
    #expect(refused > Self.count / 3)
  }

  @Test(arguments: parts) func aWorkbookOfDamagedCellsCanBeWrittenIfItCanBeRead(_ part: Int) throws {
    let (reader, sets) = try reader()
    var source = SeededSource(seed: UInt64(100 + part))
    var read = 0
    var original: [UInt8] = []
    for index in 0..<Self.count {
      if index % 20 == 0 { original = try written(UInt64(part * 10 + index / 20), sets) }
      let bytes = try MutatedWorkbook.cells(original, &source)
      guard let book = try? reader.read(bytes: bytes, name: "damaged.xlsx") else { continue }
      read += 1
      let set = try #require(sets.first { $0.name == book.set })
      if book.forms.isEmpty { continue }
      let result = Result { try BookWriter(set: set).bytes(of: book) }
      if case .failure(let error) = result { Issue.record("part \(part), workbook \(index): \(error)") }
      let copy = Result { try Book(json: Array(book.json(in: set).utf8), in: set) }
      if case .failure(let error) = copy { Issue.record("part \(part), workbook \(index): \(error)") }
    }
    #expect(read > Self.count / 3)
  }
}
