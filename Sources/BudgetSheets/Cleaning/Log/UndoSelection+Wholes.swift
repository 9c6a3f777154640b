import XlsxPackage

extension UndoSelection {
  /// Changes that belong together.
  private struct Whole: Hashable {
    var code: RepairCode
    var sheet: String
    var row: Int?

    init?(_ change: CellChange) {
      guard let address = change.address else { return nil }
      switch Cleaner.description(of: change.code).extent {
      case .cell: return nil
      case .row: row = address.cell.row
      case .sheet: row = nil
      }
      code = change.code
      sheet = address.sheet
    }
  }

  /// Throws where some changes are selected and others that belong to them are not.
  static func checkWholes(_ changes: [CellChange], selected: Set<Int>) throws(UndoError) {
    var wholes: Set<Whole> = []
    // Where sheets were converted, by their first change.
    var conversions: [String: Int] = [:]
    for index in selected {
      guard let whole = Whole(changes[index]) else { continue }
      wholes.insert(whole)
      if whole.code == .statedUnit { conversions[whole.sheet] = min(index, conversions[whole.sheet] ?? index) }
    }
    if wholes.isEmpty { return }
    for (index, change) in changes.enumerated() where !selected.contains(index) {
      if let whole = Whole(change), wholes.contains(whole) {
        throw .divided(sheet: whole.sheet, row: whole.row, code: whole.code)
      }
      // An amount that was written into a sheet after its conversion counts in the new unit.
      guard let sheet = change.place.sheet, let conversion = conversions[sheet] else { continue }
      if index > conversion, change.after.kind == .number {
        throw .changedLater(change.place, code: .statedUnit, by: [change.code])
      }
    }
  }

  /// Cells by the names that their sheets have in a log.
  static func named(_ cells: Set<SheetAddress>, in changes: [CellChange]) -> Set<SheetAddress> {
    let sheets = Set(changes.compactMap(\.place.sheet))
    var named: Set<SheetAddress> = []
    for cell in cells {
      if sheets.contains(cell.sheet) {
        named.insert(cell)
      } else {
        let name = cell.sheet.lowercased()
        for sheet in sheets where sheet.lowercased() == name {
          named.insert(SheetAddress(sheet: sheet, cell: cell.cell))
        }
      }
    }
    return named
  }
}
