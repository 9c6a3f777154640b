import BudgetSheets
import Testing
import XlsxPackage

/// Workbooks messed at random and cleaned again: what can be restored is, what cannot is told, and nothing else changes.
@Suite struct CleaningPropertyTests {
  @Test func whatWasMessedIsRestoredOrTold() async {
    var tally = CleaningTally()
    var faults: [String] = []
    await withTaskGroup(of: (tally: CleaningTally, faults: [String]).self) { group in
      for part in 0..<MessyBooks.parts { group.addTask { MessyBooks.run(part: part) } }
      for await outcome in group {
        tally.add(outcome.tally)
        faults += outcome.faults
      }
    }
    for fault in faults { Issue.record("\(fault)") }
    #expect(tally.silentAmounts == 0)
    #expect(tally.total.silent == 0)
    // A single book, as that of a seed, may have nothing of a kind.
    if tally.books > 1 {
      #expect(tally.total.restored > 0 && tally.total.reported > 0 && tally.total.untouched > 0)
    }
    if MessyBooks.isSpoken { print(tally.text) }
    if MessyBooks.isLong { #expect(tally.values >= 100_000) }
  }

  /// The generator itself: what it messes is what it says.
  @Test(arguments: [UInt64(1), 2, 3, 34]) func theMessStandsInTheWorkbook(_ seed: UInt64) throws {
    let original = try MessyBooks.workbook(of: seed)
    var source = SeededSource(seed: seed)
    let messy = try MessyWorkbook(original, &source, isRestorable: false)
    #expect(messy.messes.count > 20)
    let stored = try StoredWorkbook(bytes: messy.bytes)
    let places = Set(messy.messes.map(\.place))
    #expect(places.count == messy.messes.count)
    for mess in messy.messes {
      if mess.put == .hidden {
        #expect(stored.hiddenRows[mess.place.sheet]?.contains(mess.place.cell.row) == true)
      } else {
        #expect(!StoredWorkbook.isSame(stored[mess.place], original.stored[mess.place]), "\(mess)")
      }
    }
    for place in original.stored.differences(from: stored) { #expect(places.contains(place), "\(place)") }
    var again = SeededSource(seed: seed)
    #expect(try MessyWorkbook(original, &again, isRestorable: false).bytes == messy.bytes)
  }
}
