import XlsxPackage
import XlsxRead

/// What stands in cells that the grid of a sheet does not know, since they say nothing: their number formats, and white space.
struct BlankCellStates {
  private var states: [SheetAddress: CellState] = [:]

  init(_ changes: [CellChange], in workbook: Workbook) throws(XlsxReadError) {
    var wanted: [String: Set<CellReference>] = [:]
    for change in changes where change.before.kind == .blank && change.before.formula == nil {
      guard let address = change.address else { continue }
      wanted[address.sheet, default: []].insert(address.cell)
    }
    for worksheet in workbook.worksheets {
      guard let cells = wanted[worksheet.name] else { continue }
      let reader = try worksheet.rowReader()
      while let row = try reader.next() {
        for cell in row where cells.contains(cell.reference) {
          states[SheetAddress(sheet: worksheet.name, cell: cell.reference)] = CellState(cell)
        }
      }
    }
  }

  /// The changes, each of which starts from what really stands in its cell, or from what the change before it left there.
  func completed(_ changes: [CellChange]) -> [CellChange] {
    var formats: [SheetAddress: String] = [:]
    return changes.map { change in
      guard let address = change.address, let state = states[address] else { return change }
      var change = change
      let keepsFormat = change.before.format == change.after.format
      if let format = formats[address] {
        change.before.format = format
      } else {
        change.before = state
      }
      if keepsFormat { change.after.format = change.before.format }
      formats[address] = change.after.format
      return change
    }
  }
}
