import BudgetSheets
import FuzzSupport
import XlsxPackage
import XlsxRead

/// One cleaning of a workbook, and what must hold of it.
struct CleaningCheck {
  private static let name = "fuzz.xlsx"
  private static let sets: [FormSet] = {
    guard let sets = try? TemplateLibrary.embedded.sets() else { fatalError("The sets compiled in are sound.") }
    return sets
  }()
  private static let cleaner = Cleaner(sets: sets, limits: WorkbookWalk.limits)
  private static let reader = BookReader(sets: sets, limits: WorkbookWalk.limits)

  let result: CleaningResult
  private let bytes: [UInt8]
  private let selection: RepairSelection

  /// Cleans a workbook; nil where that is refused.
  init?(_ bytes: [UInt8], _ selection: RepairSelection) {
    self.bytes = bytes
    self.selection = selection
    do throws(CleaningError) {
      result = try Self.cleaner.clean(bytes: bytes, name: Self.name, applying: selection)
    } catch {
      if case .disagrees = error { fatalError("\(error)") }
      for language in Language.allCases { expect(!error.line(in: language).isEmpty, "An error says nothing.") }
      return nil
    }
  }

  /// Ends the run where something does not hold.
  func check() {
    for change in result.offered { _ = change.reason(in: .english) }
    for kept in result.kept { _ = kept.reason.text(in: .english) }
    if !result.isChanged {
      expect(result.bytes == bytes, "A file in which nothing was changed is another one.")
      return
    }
    checkAmounts()
    checkSecondCleaning()
    checkLog()
    checkUndo()
  }

  /// Every amount is the same, but for those that a suggestion is about.
  private func checkAmounts() {
    let suggested = Set(
      result.log.changes.filter { Cleaner.description(of: $0.code).repairClass == .suggested }
        .map(\.place.address))
    let before = amounts(of: bytes)
    let after = amounts(of: result.bytes)
    for address in Set(before.keys).union(after.keys) where !suggested.contains(address) {
      // A zero may stand for nothing.
      let first = before[address] ?? .zero
      let second = after[address] ?? .zero
      expect(first == second, "\(address): the amount \(first) became \(second).")
    }
  }

  private func amounts(of bytes: [UInt8]) -> [String: Amount] {
    let book: Book
    do throws(BookReadError) { book = try Self.reader.read(bytes: bytes, name: Self.name) } catch {
      fatalError("A cleaned workbook is not read: \(error)")
    }
    var amounts: [String: Amount] = [:]
    for form in book.forms {
      for cells in form.rows.map(\.cells) + [form.fields] {
        for cell in cells.values {
          guard let amount = cell.value?.amount, let reference = cell.reference else { continue }
          amounts[Place(sheet: form.sheet, cell: reference).address] = amount
        }
      }
    }
    return amounts
  }

  /// Cleaning the cleaned workbook changes nothing.
  ///
  /// But for suggestions: one that shows only after another was followed waits for the next cleaning.
  private func checkSecondCleaning() {
    if selection.codes.contains(where: { Cleaner.description(of: $0).repairClass == .suggested }) { return }
    do throws(CleaningError) {
      let again = try Self.cleaner.clean(bytes: result.bytes, name: Self.name, applying: selection)
      for change in again.log.changes {
        fatalError(
          "A second cleaning changes \(change.place) by \(change.code.rawValue): \(change.before) to \(change.after)")
      }
      expect(again.bytes == result.bytes, "A second cleaning without changes gives another file.")
    } catch {
      fatalError("A cleaned workbook cannot be cleaned: \(error)")
    }
  }

  /// The log reads back from its lines.
  private func checkLog() {
    for language in Language.allCases {
      let lines = result.log.jsonLines(in: language)
      do throws(ChangeLogError) {
        let log = try ChangeLog(jsonLines: lines)
        expect(log == result.log, "The lines of a log read to another one:\n\(lines)")
        expect(log.jsonLines(in: language).utf8.elementsEqual(lines.utf8), "A log read back has other lines:\n\(lines)")
      } catch {
        fatalError("The lines of a log do not read: \(error)\n\(lines)")
      }
    }
  }

  /// Every cell gets back what it held.
  private func checkUndo() {
    let undone: UndoResult
    do throws(UndoError) {
      undone = try ChangeUndo(result.log, limits: WorkbookWalk.limits).undo(bytes: result.bytes, name: Self.name)
    } catch {
      fatalError("What was done cannot be taken back: \(error)\n\(result.log.jsonLines())")
    }
    expect(undone.remaining.changes.isEmpty, "Changes remain though all were taken back.")
    let cells = Set(result.log.changes.map(\.place.address))
    let before = states(of: cells, in: bytes)
    let after = states(of: cells, in: undone.bytes)
    for cell in cells {
      let first = before[cell] ?? CellState(kind: .blank, text: "")
      let second = after[cell] ?? CellState(kind: .blank, text: "")
      expect(second.holdsSame(as: first), "\(cell) held \(first), and after the undo \(second).")
    }
  }

  private func states(of cells: Set<String>, in bytes: [UInt8]) -> [String: CellState] {
    var states: [String: CellState] = [:]
    do throws(XlsxReadError) {
      let workbook = try Workbook(bytes: bytes, name: Self.name, limits: WorkbookWalk.limits)
      for sheet in workbook.worksheets {
        let rows = try sheet.rowReader()
        while let row = try rows.next() {
          for cell in row {
            let address = Place(sheet: sheet.name, cell: cell.reference).address
            if cells.contains(address) { states[address] = CellState(cell) }
          }
        }
      }
    } catch {
      fatalError("A workbook that was read does not read: \(error)")
    }
    return states
  }
}
