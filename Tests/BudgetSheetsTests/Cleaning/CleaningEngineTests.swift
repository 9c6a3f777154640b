import BudgetSheets
import Testing
import XlsxWrite

/// What holds for every cleaning, whatever is repaired.
@Suite struct CleaningEngineTests {
  @Test func aCellOfWhiteSpaceIsLoggedAsThat() throws {
    var messed = try MessedSubmission()
    try messed.put(["预算06表!A11": .text("  ")], formats: ["预算06表!A11": "0.00"])
    let result = try messed.cleaned()
    let change = try #require(result.log.changes.first { $0.place.address == "预算06表!A11" })
    #expect(change.before == CellState(kind: .text, text: "  ", format: "0.00"))
    #expect(change.after == CellState(kind: .text, text: "30102", format: "0.00"))
    let undone = try ChangeUndo(result.log).undo(bytes: result.bytes, name: messed.name)
    #expect(try MessedSubmission.content(of: "预算06表!A11", in: undone.bytes) == #"text "  ""#)
  }

  @Test func changesOfOneCellFollowEachOther() throws {
    var messed = try MessedSubmission()
    try messed.put(["预算03表!E12": .text("<p>行政 单位离\u{200B}退休</p>")])
    let result = try messed.cleaned()
    let changes = result.log.changes.filter { $0.place.address == "预算03表!E12" }
    #expect(changes.map(\.code) == [.htmlMarkup, .invisibleCharacters, .nameBlanks])
    for (first, second) in zip(changes, changes.dropFirst()) { #expect(first.after == second.before) }
    #expect(changes.last?.after.text == "行政单位离退休")
  }

  @Test func theSelectionIsKeptTo() throws {
    let messed = try MessedSubmission("laocheng-2023-mess-2")
    let safe = try messed.cleaned(.safe)
    #expect(Set(safe.log.changes.map(\.code)) == [.floatNoise])
    #expect(Set(safe.offered.map(\.code)) == [.codeAsNumber, .repeatedCode, .amountAsText, .zeroForNil, .misreadSign])
    #expect(
      try messed.cleaned(RepairSelection(codes: [.codeAsNumber])).log.changes.allSatisfy { $0.code == .codeAsNumber })
    #expect(try messed.cleaned(RepairSelection(codes: [])).bytes == messed.bytes)
  }

  @Test func aFurtherCleaningGoesOnFromTheFirst() throws {
    let messed = try MessedSubmission("laocheng-2023-mess-2")
    let cleaner = Cleaner(sets: [try MessedSubmission.set.get()])
    let safe = try messed.cleaned(.safe)
    let rest = try cleaner.clean(bytes: safe.bytes, name: messed.name, applying: .all)
    let whole = try messed.cleaned(.all)
    #expect(safe.log.changes.count + rest.log.changes.count == whole.log.changes.count)
    #expect(
      rest.after.book.forms.map { $0.rows.map(\.amounts) } == whole.after.book.forms.map { $0.rows.map(\.amounts) })
    #expect(rest.after.book.outside == whole.after.book.outside)
    let undone = try ChangeUndo(rest.log).undo(bytes: rest.bytes, name: messed.name)
    let before = try ChangeUndo(safe.log).undo(bytes: undone.bytes, name: messed.name)
    // Every twentieth, since each look reads the workbook.
    for place in stride(from: 0, to: whole.log.changes.count, by: 20).map({ whole.log.changes[$0].place.address }) {
      #expect(
        try MessedSubmission.content(of: place, in: before.bytes)
          == MessedSubmission.content(of: place, in: messed.bytes))
    }
  }

  @Test func hashesAreThoseOfTheFiles() throws {
    let messed = try MessedSubmission("laocheng-2023-mess-1")
    let result = try messed.cleaned()
    // As `sha256sum` gives it.
    #expect(result.log.sha256 == "c1089832032bda0905375d3f378e799904104ddb79639fbb8d01588a72459a06")
    #expect(result.log.file == "laocheng-2023-mess-1.xlsx")
    #expect(result.log.cleanedSHA256.count == 64 && result.log.cleanedSHA256 != result.log.sha256)
  }

  @Test func aLogThatSomebodyChangedIsNotObeyed() throws {
    let messed = try MessedSubmission("laocheng-2023-mess-1")
    let result = try messed.cleaned()
    var log = result.log
    let index = try #require(log.changes.firstIndex { $0.code == .amountAsText })
    log.changes[index].before.text = "951.80"
    do {
      _ = try ChangeUndo(log).undo(bytes: result.bytes, name: messed.name)
      Issue.record("A changed log was obeyed.")
    } catch {
      guard case .notRecorded(_, let place, let code) = error else { throw error }
      #expect(place == log.changes[index].place && code == .amountAsText)
    }
    log = result.log
    log.changes[index].before.formula = "1+1"
    #expect(throws: UndoError.self) { try ChangeUndo(log).undo(bytes: result.bytes, name: messed.name) }
  }

  @Test func theLogOfAnotherWorkbookIsRefused() throws {
    let messed = try MessedSubmission("laocheng-2023-mess-1")
    let other = try MessedSubmission("laocheng-2023-mess-4").cleaned()
    #expect(throws: UndoError.self) {
      try ChangeUndo(other.log).undo(bytes: try messed.cleaned().bytes, name: messed.name)
    }
  }

  @Test func aReasonFillsInBracketsOnlyOnce() {
    let change = CellChange(
      code: .joinedCode, place: Place(), before: CellState(kind: .text, text: ""),
      after: CellState(kind: .text, text: ""),
      details: ["text": "{name}{text}", "name": "x"])
    #expect(change.reason(in: .chinese) == "编码写作“{name}{text}”，按位数改写")
  }

  @Test func whatIsNoWorkbookIsSaidToBeThat() throws {
    let cleaner = Cleaner(sets: [try MessedSubmission.set.get()])
    #expect(throws: CleaningError.self) { try cleaner.clean(path: "/no/such/file.xlsx") }
    #expect(throws: CleaningError.self) { try cleaner.clean(bytes: Array("PK".utf8), name: "x.xlsx") }
  }
}
