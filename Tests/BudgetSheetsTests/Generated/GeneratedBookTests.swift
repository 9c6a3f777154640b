import BudgetSheets
import Foundation
import Testing

/// Books made at random from the definitions alone, on every way that a book can take.
///
/// A book that fails names its seed: `GENERATED_SEED=17 swift test --filter GeneratedBookTests` makes it again, alone;
/// `GENERATED_BOOKS=5000` makes more of them.
@Suite struct GeneratedBookTests {
  @Test(arguments: GeneratedRun.parts) func nothingOfABookIsLostInItsWorkbook(_ part: Int) throws {
    try each(part) { book, set in
      let trip = try RoundTrip(of: book, set: set)
      let strict = StrictComparison(book, trip.after)
      let lost = trip.comparison.differences.filter(\.isLoss).map { $0.line(in: .english) }
      return (strict.cells, strict.differences + lost.map { "also by BookComparison: " + $0 })
    }
  }

  /// Where a text says what only a form says, a reader may take it for that; but never without a word.
  @Test(arguments: GeneratedRun.parts) func whatIsLostInAWorkbookIsSaid(_ part: Int) throws {
    try each(part, oneIn: 3, isMisleading: true) { book, set in
      // Where two sheets are taken for one form, none may be left to read: that is said too.
      guard let trip = try Self.readableTrip(of: book, set: set), trip.comparison.isLossless else { return (0, []) }
      let strict = StrictComparison(book, trip.after)
      return (strict.cells, strict.differences)
    }
  }

  /// The round trip of a book; nil where what was written is refused.
  private static func readableTrip(of book: Book, set: FormSet) throws -> RoundTrip? {
    do {
      return try RoundTrip(of: book, set: set)
    } catch {
      if case .reading(.noForm) = error { return nil }
      throw error
    }
  }

  @Test(arguments: GeneratedRun.parts) func nothingOfABookIsLostInJSON(_ part: Int) throws {
    try each(part) { book, set in
      var faults: [String] = []
      let line = book.ndjson(in: set)
      for text in [book.json(in: set, pretty: true), line] {
        let after = try Book(json: Array(text.utf8), in: set)
        faults += StrictComparison(book, after).differences
        if after != book { faults.append("the books are not equal") }
      }
      if line.utf8.count(where: { $0 == UInt8(ascii: "\n") }) != 1 { faults.append("more than one line") }
      return (0, faults)
    }
  }

  @Test(arguments: GeneratedRun.parts) func theSameBookGivesTheSameBytes(_ part: Int) throws {
    try each(part, oneIn: 6) { book, set in
      let first = try BookWriter(set: set).bytes(of: book).bytes
      let second = try BookWriter(set: set).bytes(of: book).bytes
      return (0, first == second ? [] : ["other bytes"])
    }
  }

  @Test(arguments: GeneratedRun.parts) func everyFormulaHasTheExactSumStored(_ part: Int) throws {
    var formulas = 0
    try each(part, oneIn: 3) { book, set in
      let written = try WrittenFormulas(bytes: BookWriter(set: set).bytes(of: book).bytes)
      formulas += written.count
      return (0, written.faults)
    }
    if GeneratedRun.seeds(of: part).count > 20 { #expect(formulas > 50) }
  }

  /// Makes the books of a part and tries each, whatever became of the others.
  ///
  /// - Parameter body: Gives how many cells were compared, and what is wrong.
  private func each(
    _ part: Int, oneIn share: UInt64 = 1, isMisleading: Bool = false,
    _ body: (Book, FormSet) throws -> (cells: Int, faults: [String])
  ) throws {
    let sets = try GeneratedRun.sets()
    var cells = 0
    let seeds = GeneratedRun.seeds(of: part).filter { ($0 / 10) % share == 0 || GeneratedRun.isAlone }
    for seed in seeds {
      let set = GeneratedRun.set(for: seed, among: sets)
      let result = Result { try body(GeneratedBook.make(set: set, seed: seed, isMisleading: isMisleading), set) }
      let faults: [String]
      switch result {
      case .success(let outcome):
        cells += outcome.cells
        faults = outcome.faults
      case .failure(let error): faults = ["\(error)"]
      }
      if !faults.isEmpty {
        Issue.record("GENERATED_SEED=\(seed): \(faults.count): \(faults.prefix(4).joined(separator: "\n"))")
      }
    }
    if GeneratedRun.isLong, cells > 0 { print("\(seeds.count) generated books, \(cells) cells compared") }
  }
}
