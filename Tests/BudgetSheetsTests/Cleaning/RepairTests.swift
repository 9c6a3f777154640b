import BudgetSheets
import Testing

/// Each repair on the published budget: what it repairs, and where it stops.
@Suite struct RepairTests {
  @Test(arguments: RepairCase.texts + RepairCase.codes + RepairCase.amounts) func holds(_ test: RepairCase) throws {
    var messed = try MessedSubmission()
    try messed.put(test.put, formats: test.formats)
    let result = try messed.cleaned(test.selection)
    for (place, wanted) in test.result {
      #expect(try MessedSubmission.content(of: place, in: result.bytes) == wanted)
      let changes = result.log.changes.filter { $0.place.address == place }
      if let code = test.code { #expect(changes.contains { $0.code == code }) } else { #expect(changes.isEmpty) }
      if let told = test.told {
        #expect(result.after.findings.contains { $0.code == told && $0.place.hasPrefix(place) })
      }
      // What a repair says it settles is settled.
      for code in changes.map(\.code) {
        let claimed = Cleaner.description(of: code).findings
        #expect(!result.after.findings.contains { claimed.contains($0.code) && $0.location.address == place })
      }
    }
    if result.log.changes.isEmpty { return }
    let again = try Cleaner(sets: [MessedSubmission.set.get()]).clean(
      bytes: result.bytes, name: messed.name, applying: test.selection)
    #expect(again.log.changes.isEmpty)
    #expect(again.bytes == result.bytes)
  }

  @Test func everyCodeHasOneRepairWithWords() {
    #expect(Cleaner.repairs.map(\.code) == RepairCode.allCases.sorted())
    for repair in Cleaner.repairs {
      for language in Language.allCases {
        let words = repair.words(in: language)
        #expect(!words.name.isEmpty && !words.reason.isEmpty && !words.limits.isEmpty)
      }
      #expect(!repair.mess.isEmpty)
    }
  }

  @Test func suggestionsAreNeverAmongAll() {
    for code in RepairSelection.all.codes {
      #expect([.safe, .noted].contains(Cleaner.description(of: code).repairClass))
    }
    for code in RepairSelection.safe.codes { #expect(Cleaner.description(of: code).repairClass == .safe) }
    #expect(throws: RepairSelection.Fault.never(.amountDigits)) { try RepairSelection("Q94") }
    #expect(throws: RepairSelection.Fault.unknown("Q77")) { try RepairSelection("all,Q77") }
    #expect(throws: RepairSelection.Fault.empty) { try RepairSelection(" , ") }
    #expect(try! RepairSelection("safe, q15").codes == RepairSelection.safe.codes.union([.damagedCode]))
  }
}
