import XlsxPackage
import XlsxRead

/// The number formats of blank cells that are filled in: the grid of a sheet knows only cells that hold something.
struct BlankFormats {
  private var formats: [SheetAddress: String] = [:]

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
          formats[SheetAddress(sheet: worksheet.name, cell: cell.reference)] = cell.numberFormat
        }
      }
    }
  }

  /// A change whose blank cell keeps the format that it has.
  func completed(_ change: CellChange) -> CellChange {
    guard let address = change.address, let format = formats[address] else { return change }
    var change = change
    if change.before.kind == .blank, change.before.format == change.after.format { change.after.format = format }
    if change.before.kind == .blank { change.before.format = format }
    return change
  }
}
