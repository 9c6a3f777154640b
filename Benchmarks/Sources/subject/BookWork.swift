import BudgetSheets
import CellReading
import Foundation
import XlsxRead

/// Reads and writes the book of thirteen forms.
struct BookWork {
  private let path: String
  private let reader: BookReader

  init(workbook path: String) throws {
    self.path = path
    reader = BookReader(sets: try TemplateLibrary.embedded.sets())
  }

  /// Reads the book from bytes in memory and prints the time of one reading.
  func read(repetitions: Int) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let book = try reader.read(bytes: bytes, name: "book.xlsx")
    let values = book.forms.reduce(0) { $0 + $1.rows.reduce(0) { $0 + $1.cells.count } + $1.fields.count }
    print("book \(values)")
    try time(repetitions) { _ = try reader.read(bytes: bytes, name: "book.xlsx") }
  }

  /// Reads the book from bytes in memory, checks it, and prints the time of both together.
  func check(repetitions: Int) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let book = try reader.read(bytes: bytes, name: "book.xlsx")
    guard let set = reader.sets.first(where: { $0.name == book.set }) else {
      preconditionFailure("The set of a book that was read is one of the reader's.")
    }
    let checker = Checker(set: set)
    let ledger = checker.check(book).ledger
    print("rules due \(ledger.due), failed \(ledger.failed)")
    try time(repetitions) { _ = checker.check(try reader.read(bytes: bytes, name: "book.xlsx")) }
  }

  /// Cleans the workbook in memory with all repairs that need no question, and prints the time of one cleaning.
  func clean(repetitions: Int) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let cleaner = Cleaner(sets: reader.sets)
    let result = try cleaner.clean(bytes: bytes, name: "book.xlsx", applying: .all)
    print("changes \(result.log.changes.count)")
    try time(repetitions) { _ = try cleaner.clean(bytes: bytes, name: "book.xlsx", applying: .all) }
  }

  /// Takes every cell of the workbook from bytes in memory and prints the time of one reading.
  func readCells(repetitions: Int) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let reading = try CellReading(of: Workbook(bytes: bytes, name: "book.xlsx"))
    print("values \(reading.count)")
    try time(repetitions) { _ = try CellReading(of: Workbook(bytes: bytes, name: "book.xlsx")) }
  }

  /// Writes the book into memory and prints the time of one writing.
  func write(repetitions: Int) throws {
    let (book, writer) = try bookAndWriter()
    try time(repetitions) { _ = try writer.bytes(of: book) }
  }

  /// Writes the book to a file.
  func writeOnce(to path: String) throws {
    let (book, writer) = try bookAndWriter()
    try writer.write(book, to: path)
  }

  /// Writes the book to many files.
  func writeMany(count: Int, jobs: Int, to folder: String) async throws {
    let (book, writer) = try bookAndWriter()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for job in 0..<jobs {
        group.addTask {
          for number in stride(from: job, to: count, by: jobs) {
            try writer.write(book, to: "\(folder)/ours-\(number).xlsx", replacesExisting: true)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  private func bookAndWriter() throws -> (Book, BookWriter) {
    let book = try reader.read(path: path)
    guard let set = reader.sets.first(where: { $0.name == book.set }) else {
      preconditionFailure("The set of a book that was read is one of the reader's.")
    }
    return (book, BookWriter(set: set))
  }

  private func time(_ repetitions: Int, _ body: () throws -> Void) throws {
    let clock = ContinuousClock()
    var times: [Double] = []
    for _ in 0..<repetitions {
      let time = try clock.measure(body)
      times.append(time / .seconds(1))
    }
    times.sort()
    print("each \(times[0]) \(times[times.count / 2])")
  }
}
