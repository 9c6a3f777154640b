import BudgetSheets
import Foundation
import Testing

/// How many workbooks are messed and cleaned, and which.
///
/// `CLEANED_BOOKS=500 swift test --filter CleaningPropertyTests` cleans more than the usual number; `CLEANED_SEED=17` cleans the
/// one of a seed that failed.
enum MessyBooks {
  /// How many workbooks a run cleans where it is not asked for more.
  static let usual = 6
  /// In how many parts the seeds are shared out, which run side by side.
  static let parts = 4

  private static func number(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }

  /// Whether more are cleaned than usual.
  static var isLong: Bool { number("CLEANED_BOOKS").map { $0 >= 500 } ?? false }
  static var isSpoken: Bool { number("CLEANED_BOOKS") != nil || number("CLEANED_SEED") != nil }

  static func seeds(of part: Int) -> [UInt64] {
    if let seed = number("CLEANED_SEED") { return part == 0 ? [seed] : [] }
    return (0..<(number("CLEANED_BOOKS") ?? UInt64(usual))).filter { $0 % UInt64(parts) == UInt64(part) }
  }

  /// The workbook of a seed: a third of them of generated books, the others of invented ones and the published one.
  static func workbook(of seed: UInt64) throws -> WrittenWorkbook {
    if seed % 3 == 0 {
      let sets = try GeneratedRun.sets()
      let set = GeneratedRun.set(for: seed / 3, among: sets)
      return try WrittenWorkbook(GeneratedBook.make(set: set, seed: seed, isTame: true), set: set)
    }
    let set = try SampleBook.set.get()
    let number = Int(seed / 3 % 12)
    let base: SampleBook.Base = number == 11 ? .published : .invented(number)
    var book = try SampleBook(base).book
    var source = SeededSource(seed: seed)
    repeatRow(of: &book, set, &source)
    return try WrittenWorkbook(book, set: set)
  }

  /// Doubles a row of a form that lets a blank code repeat the one above; the second one holds no amounts.
  private static func repeatRow(of book: inout Book, _ set: FormSet, _ source: inout SeededSource) {
    for index in book.forms.indices {
      guard
        let level = set.form(book.forms[index].form)?.panes.flatMap(\.levels).first(where: { $0.blankRepeatsAbove })
      else { continue }
      let rows = book.forms[index].rows.indices.filter { book.forms[index].rows[$0].kind == level.kind }
      for _ in 0..<2 where !rows.isEmpty {
        let place = source.pick(rows)
        var row = book.forms[index].rows[place]
        row.cells = row.cells.filter { $0.value.value?.amount == nil }
        book.forms[index].rows.insert(row, at: place + 1)
      }
    }
  }

  /// Messes the workbook of a seed, cleans it, and says what is wrong.
  static func trial(of seed: UInt64) throws -> CleaningTrial {
    let original = try workbook(of: seed)
    var source = SeededSource(seed: seed &* 7_919 &+ 1)
    let isRestorable = seed % 2 == 0
    let messy = try MessyWorkbook(original, &source, isRestorable: isRestorable)
    var trial = try CleaningTrial(messy, cleaner: Cleaner(sets: [original.set]))
    if isRestorable { trial.judgeWholeBook() }
    return trial
  }

  /// Does a part of the seeds.
  static func run(part: Int) -> (tally: CleaningTally, faults: [String]) {
    var tally = CleaningTally()
    var faults: [String] = []
    for seed in seeds(of: part) {
      do {
        let trial = try trial(of: seed)
        tally.add(trial.tally)
        if !trial.faults.isEmpty {
          let few = trial.faults.prefix(6).joined(separator: "\n  ")
          faults.append("CLEANED_SEED=\(seed): \(trial.faults.count):\n  \(few)")
        }
      } catch {
        faults.append("CLEANED_SEED=\(seed): \(error)")
      }
    }
    return (tally, faults)
  }
}
