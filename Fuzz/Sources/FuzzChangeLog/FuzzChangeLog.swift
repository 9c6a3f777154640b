import BudgetSheets
import FuzzSupport
import XlsxPackage
import XlsxRead

/// A log in JSON lines: reads or is refused, reads back from what it writes, and is taken back in a workbook or refused.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzChangeLog(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = unsafe String(decoding: FuzzInput(start, count).bytes, as: UTF8.self)
  let log: ChangeLog
  do throws(ChangeLogError) { log = try ChangeLog(jsonLines: text) } catch {
    for language in Language.allCases { expect(!error.line(in: language).isEmpty, "An error says nothing.") }
    return 0
  }
  checkLines(of: log)
  for codes in [nil, Set(log.changes.suffix(1).map(\.code))] { undo(log, codes) }
  return 0
}

/// What a log writes reads to the same log.
private func checkLines(of log: ChangeLog) {
  for language in Language.allCases {
    let lines = log.jsonLines(in: language)
    do throws(ChangeLogError) {
      let again = try ChangeLog(jsonLines: lines)
      expect(again == log, "The lines of a log read to another one:\n\(lines)")
      expect(again.jsonLines(in: language).utf8.elementsEqual(lines.utf8), "A log read back has other lines:\n\(lines)")
    } catch {
      fatalError("The lines of a log do not read: \(error)\n\(lines)")
    }
  }
}

/// Takes changes back in the small workbook.
private func undo(_ log: ChangeLog, _ codes: Set<RepairCode>?) {
  let result: UndoResult
  do throws(UndoError) {
    result = try ChangeUndo(log, limits: WorkbookWalk.limits).undo(
      bytes: SmallWorkbook.bytes, name: "small.xlsx", codes: codes)
  } catch {
    for language in Language.allCases { expect(!error.line(in: language).isEmpty, "An error says nothing.") }
    return
  }
  expect(
    result.undone.count + result.remaining.changes.count == log.changes.count, "A change is in neither part of the log."
  )
  if !result.remaining.changes.isEmpty { checkLines(of: result.remaining) }
  // The first change to a cell that was taken back says what the cell holds again.
  var wanted: [String: CellState] = [:]
  for change in result.undone where wanted[change.place.address] == nil { wanted[change.place.address] = change.before }
  do throws(XlsxReadError) {
    let workbook = try Workbook(bytes: result.bytes, name: "undone.xlsx")
    for sheet in workbook.worksheets {
      let rows = try sheet.rowReader()
      while let row = try rows.next() {
        for cell in row {
          let address = Place(sheet: sheet.name, cell: cell.reference).address
          guard let state = wanted.removeValue(forKey: address) else { continue }
          expect(
            cell.rawText.unicodeScalars.elementsEqual(state.text.unicodeScalars),
            "\(address) holds “\(cell.rawText)”, not “\(state.text)” as before.")
          expect(cell.hasFormula == (state.formula != nil), "\(address) is a formula, or none, unlike before.")
        }
      }
    }
  } catch {
    fatalError("A workbook in which changes were taken back does not read: \(error)")
  }
  for (address, state) in wanted { expect(state.kind == .blank && state.formula == nil, "\(address) is blank.") }
}
