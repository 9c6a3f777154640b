import BudgetSheets
import Foundation
import Testing
import XlsxPackage

/// The submitted workbooks, cleaned with all repairs that need no question: every cell of the truth is right or told, and all
/// that is different is in the log.
@Suite struct CleaningSubmissionsTests {
  static let cleaned = Result {
    try Dictionary(
      uniqueKeysWithValues: (SubmissionsTests.carefully + SubmissionsTests.messy).map {
        ($0, try CleanedSubmission($0))
      })
  }

  private func cleaned(_ name: String) throws -> CleanedSubmission { try #require(try Self.cleaned.get()[name]) }

  /// What cannot be restored: digits that are lost, results of formulas that are stale.
  private static func isDamaged(_ cell: Submission.Cell) -> Bool {
    cell.mess.map { $0.contains("projectnum") || $0.contains("stale") } ?? false
  }

  @Test(arguments: SubmissionsTests.carefully + SubmissionsTests.messy) func everyCellIsRight(_ name: String) throws {
    let cleaned = try cleaned(name)
    let faults = cleaned.faults(except: Self.isDamaged)
    #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(10).joined(separator: "\n"))")
  }

  @Test(arguments: SubmissionsTests.carefully + SubmissionsTests.messy)
  func everyDifferenceIsInTheLogAndNothingElseChanges(_ name: String) throws {
    let cleaned = try cleaned(name)
    let faults = cleaned.audit.faults
    #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(10).joined(separator: "\n"))")
    let log = cleaned.result.log
    #expect(log.file == name + ".xlsx")
    #expect(log.sha256 == FileDigest.sha256(cleaned.submission.bytes))
    #expect(log.cleanedSHA256 == FileDigest.sha256(cleaned.result.bytes))
  }

  @Test(arguments: SubmissionsTests.carefully + SubmissionsTests.messy) func cleaningAgainChangesNothing(
    _ name: String
  ) throws {
    let cleaned = try cleaned(name)
    let again = try Cleaner(sets: [SampleBook.set.get()]).clean(bytes: cleaned.result.bytes, name: name, applying: .all)
    #expect(!again.isChanged, "\(again.log.changes.prefix(5))")
    let isSame = again.bytes == cleaned.result.bytes
    #expect(isSame)
  }

  @Test(arguments: SubmissionsTests.carefully + SubmissionsTests.messy) func undoingGivesTheSubmittedCells(
    _ name: String
  ) throws {
    let cleaned = try cleaned(name)
    // There is nothing to take back in the one workbook that stays as it is.
    if name == "invented-2023" { return }
    let undone = try ChangeUndo(cleaned.result.log).undo(bytes: cleaned.result.bytes, name: name + ".xlsx")
    let stored = try StoredWorkbook(bytes: undone.bytes)
    #expect(stored.sheets == cleaned.submission.stored.sheets)
    #expect(cleaned.submission.stored.differences(from: stored).isEmpty)
    #expect(undone.undone == cleaned.result.log.changes && undone.remaining.changes.isEmpty)
  }

  /// In what a careful clerk sends only names are joined that a line break has broken, and the one blank code is filled in.
  @Test(arguments: ["laocheng-2023", "laocheng-2023-openpyxl", "laocheng-2023-libreoffice", "invented-2023"])
  func whatChangesInCarefulWorkbooks(_ name: String) throws {
    let cleaned = try cleaned(name)
    let broken = cleaned.submission.cells.count { cell in
      guard cell.amount != true, cell.note != true, cell.outside != true, let text = cell.written ?? cell.value else {
        return false
      }
      return text != cell.clean ?? cell.value && !text.contains("<")
    }
    #expect(broken == (name.hasSuffix("openpyxl") ? 20 : 0))
    #expect(cleaned.counts["Q01", default: 0] + cleaned.counts["Q08", default: 0] == broken)
    #expect(cleaned.counts["Q14", default: 0] == (name.hasPrefix("invented") ? 0 : 1))
    #expect(cleaned.counts.count == (broken > 0 ? 2 : 0) + (name.hasPrefix("invented") ? 0 : 1), "\(cleaned.counts)")
    let isSame = cleaned.result.bytes == cleaned.submission.bytes
    #expect(isSame == cleaned.counts.isEmpty)
  }

  // MARK: What is never touched

  @Test(arguments: ["laocheng-2023-mess-2", "laocheng-2023-mess-4"]) func damagedCodesAreToldAndStayAndAreNeverShown(
    _ name: String
  ) throws {
    let cleaned = try cleaned(name)
    let places = cleaned.submission.places(messedBy: "projectnum")
    #expect(places.count == 7)
    for place in places {
      #expect(cleaned.left(at: place).contains(.codeDamaged), "\(place)")
      #expect(StoredWorkbook.isSame(cleaned.submission.stored[place], cleaned.after[place]))
      #expect(cleaned.changes(at: place).isEmpty)
    }
    // All of them begin alike; no digits of theirs stand in the log or in its sheet.
    for change in cleaned.result.log.changes {
      let texts = [change.before.text, change.after.text, change.reason(in: .chinese)] + Array(change.details.values)
      #expect(!texts.contains { $0.contains("4103022") || $0.contains("4.103022") })
    }
    let record = cleaned.after.cells.filter { ChangeAudit.records.contains($0.key.sheet) }
    #expect(!record.isEmpty)
    #expect(!record.values.contains { $0.text.contains("4103022") || $0.text.contains("4.103022") })
  }

  @Test func staleResultsAreToldAndStay() throws {
    let cleaned = try cleaned("laocheng-2023-mess-4")
    let places = cleaned.submission.places(messedBy: "stale")
    #expect(places.count == 4)
    for place in places {
      #expect(cleaned.left(at: place).contains(.formulaStale), "\(place)")
      #expect(StoredWorkbook.isSame(cleaned.submission.stored[place], cleaned.after[place]))
      #expect(cleaned.submission.stored[place].formula != nil)
    }
  }

  @Test func hiddenRowsStayHiddenAndAreTold() throws {
    let cleaned = try cleaned("laocheng-2023-mess-4")
    let hidden = cleaned.submission.stored.hiddenRows.flatMap { sheet, rows in rows.map { (sheet, $0) } }
    #expect(!hidden.isEmpty)
    for (sheet, row) in hidden {
      #expect(cleaned.after.hiddenRows[sheet]?.contains(row) == true)
      #expect(
        cleaned.result.after.findings.contains { $0.code == .rowHidden && $0.sheet == sheet && $0.cell?.row == row })
    }
  }

  // MARK: What is done

  /// Each kind of mess is gone from each cell: the cell now stores what the truth says, in the way of its kind.
  @Test(
    arguments: [
      ("laocheng-2023-mess-1", "textnum", 74), ("laocheng-2023-mess-1", "dashnil", 191),
      ("laocheng-2023-mess-2", "textnum", 64), ("laocheng-2023-mess-2", "zeronil", 219),
      ("laocheng-2023-mess-2", "numcodes", 150), ("laocheng-2023-mess-2", "floatnoise", 62),
      ("laocheng-2023-mess-3", "textnum", 70), ("laocheng-2023-mess-4", "dashnil", 185),
    ] as [(String, String, Int)]) func eachMessIsGoneFromEachCell(_ name: String, _ mess: String, _ count: Int) throws
  {
    let cleaned = try cleaned(name)
    let cells = cleaned.submission.cells.filter { $0.mess?.contains(mess) == true }
    #expect(cells.count == count)
    for cell in cells {
      let place = try #require(cell.place)
      let now = cleaned.after[place]
      if cell.amount == true {
        // In a closing row a zero is a statement.
        let isBlank = now.kind == .blank || now.kind == .number && Double(now.text) == 0
        let amount = cell.value.flatMap { Double($0) }
        #expect(amount == nil ? isBlank : now.kind == .number && Double(now.text) == amount || amount == 0 && isBlank)
      } else {
        #expect(now.kind == .text && now.text == cell.clean ?? cell.value, "\(place) \(now)")
      }
    }
  }

  @Test func theBookIn元ComesOutIn万元() throws {
    let cleaned = try cleaned("laocheng-2023-mess-3")
    let before = try BookReader(sets: [SampleBook.set.get()]).read(bytes: cleaned.submission.bytes, name: "before.xlsx")
    let converted = before.forms.filter { $0.unit == .元 }
    #expect(converted.count >= 10)
    for form in converted {
      let sheet = try #require(form.sheet)
      #expect(cleaned.book.form(form.form)?.unit == .万元, "\(form.form)")
      let states = { (stored: StoredWorkbook) in
        stored.cells.filter { $0.key.sheet == sheet && $0.value.text.contains("单位") && $0.value.text.contains("元") }
          .map { $0.value.text.filter { !$0.isWhitespace } }
      }
      #expect(states(cleaned.submission.stored).contains { $0.contains("单位：元") || $0.contains("单位:元") }, "\(sheet)")
      #expect(states(cleaned.after).contains { $0.contains("单位：万元") || $0.contains("单位:万元") }, "\(sheet)")
      #expect(!states(cleaned.after).contains { $0.contains("单位：元") || $0.contains("单位:元") }, "\(sheet)")
    }
    // The sheet whose labels state the unit was in 万元 all the time.
    let labelled = try #require(before.form("12")?.sheet)
    let amounts = cleaned.submission.stored.cells.filter { $0.key.sheet == labelled && $0.value.kind == .number }
    #expect(!amounts.isEmpty)
    for (place, state) in amounts { #expect(StoredWorkbook.isSame(state, cleaned.after[place])) }
  }
}
