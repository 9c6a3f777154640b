import BudgetSheets
import XlsxPackage
import XlsxRead

/// A cell by sheet and place.
struct SheetPlace: Hashable, CustomStringConvertible {
  var sheet: String
  var cell: CellReference

  var description: String { "\(sheet)!\(cell)" }
}

/// What a workbook stores, cell by cell, as `XlsxRead` gives it: nothing is interpreted.
struct StoredWorkbook: Equatable {
  /// The names of its worksheets, in order.
  var sheets: [String] = []
  /// Every cell that holds something, or has a format of its own.
  var cells: [SheetPlace: CellState] = [:]
  /// The rows that are hidden, by sheet.
  var hiddenRows: [String: [Int]] = [:]
  /// The merged ranges, by sheet.
  var merges: [String: [CellRange]] = [:]

  init(bytes: [UInt8]) throws {
    let workbook = try Workbook(bytes: bytes, name: "stored.xlsx")
    for worksheet in workbook.worksheets {
      sheets.append(worksheet.name)
      let reader = try worksheet.rowReader()
      while let row = try reader.next() {
        if row.isHidden { hiddenRows[worksheet.name, default: []].append(row.number) }
        for cell in row { cells[SheetPlace(sheet: worksheet.name, cell: cell.reference)] = CellState(cell) }
      }
      merges[worksheet.name] = reader.merges
    }
  }

  /// What stands in a place; nothing where there is no cell.
  subscript(place: SheetPlace) -> CellState { cells[place] ?? CellState(kind: .blank, text: "") }

  /// The places where another workbook stores something else, sheet by sheet of this one.
  func differences(from other: StoredWorkbook) -> [SheetPlace] {
    Set(cells.keys).union(other.cells.keys).filter { place in
      sheets.contains(place.sheet) && !Self.isSame(self[place], other[place])
    }
    .sorted { ($0.sheet, $0.cell) < ($1.sheet, $1.cell) }
  }

  /// Whether two cells store the same, byte for byte.
  static func isSame(_ first: CellState, _ second: CellState) -> Bool {
    first.kind == second.kind && first.text.utf8.elementsEqual(second.text.utf8)
      && first.formula == second.formula
      // A blank cell that was not there takes the looks of its row or column once something was put into it.
      && (first.format == second.format || first.kind == .blank)
  }
}
