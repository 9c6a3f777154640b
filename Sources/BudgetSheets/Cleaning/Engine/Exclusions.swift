import XlsxPackage
import XlsxWrite

/// What must be left as it is, since the workbook does not allow it to be changed.
struct Exclusions {
  /// The cells.
  private(set) var cells: Set<SheetAddress> = []
  /// The repairs that hold for a sheet as a whole or not at all, of sheets that hold such a cell.
  private(set) var repairs: [String: Set<RepairCode>] = [:]
  /// The sheets of which nothing is changed.
  private(set) var sheets: Set<String> = []
  /// What to say of them.
  private(set) var kept: [CleaningResult.Kept] = []

  /// The most cells that are left out one by one.
  private static let mostCells = 90

  /// Whether a repair may not change a cell.
  func forbid(_ code: RepairCode, at address: SheetAddress) -> Bool {
    cells.contains(address) || sheets.contains(address.sheet) || repairs[address.sheet]?.contains(code) == true
  }

  /// Whether a repair may not change a sheet.
  func forbid(_ code: RepairCode, in sheet: String) -> Bool {
    sheets.contains(sheet) || repairs[sheet]?.contains(code) == true
  }

  /// Leaves out what an error is about; false where there is nothing to leave out.
  mutating func add(_ error: XlsxWriteError, changes: [CellChange]) -> Bool {
    switch error.code {
    case .refused, .badText, .tooLong, .badFormat, .tooMany: break
    default: return false
    }
    guard let sheet = error.sheet else { return false }
    if let cell = error.cell.flatMap({ CellReference($0) }), cells.count < Self.mostCells {
      let address = SheetAddress(sheet: sheet, cell: cell)
      let concerned = changes.filter { $0.address == address }
      if let change = concerned.first, cells.insert(address).inserted {
        kept.append(.init(code: change.code, place: change.place, reason: .notAllowed(error.message)))
        for change in concerned where Cleaner.description(of: change.code).isWhole {
          repairs[sheet, default: []].insert(change.code)
        }
        return true
      }
    }
    guard let change = changes.first(where: { $0.place.sheet == sheet }), sheets.insert(sheet).inserted else {
      return false
    }
    kept.append(
      .init(code: change.code, place: Place(form: change.place.form, sheet: sheet), reason: .notAllowed(error.message)))
    return true
  }
}

extension Exclusions {
  /// Leaves out what would read otherwise than it should: the changes of its row, else of its sheet; false where there are
  /// none.
  mutating func add(fault place: Place, changes: [CellChange]) -> Bool {
    guard let sheet = place.sheet else { return false }
    let row = changes.filter { $0.place.sheet == sheet && $0.place.cell?.row == place.cell?.row }
    // Of what holds for a sheet as a whole nothing can be left out alone.
    let isWhole = row.contains { Cleaner.description(of: $0.code).isWhole }
    if let change = row.first, !isWhole, cells.count < Self.mostCells {
      cells.formUnion(row.compactMap(\.address))
      kept.append(.init(code: change.code, place: change.place, reason: .readsDifferently))
      return true
    }
    guard let change = changes.first(where: { $0.place.sheet == sheet }), sheets.insert(sheet).inserted else {
      return false
    }
    kept.append(
      .init(code: change.code, place: Place(form: change.place.form, sheet: sheet), reason: .readsDifferently))
    return true
  }
}

extension CellChange {
  /// The cell in the submitted workbook.
  var address: SheetAddress? {
    guard let sheet = place.sheet, let cell = place.cell else { return nil }
    return SheetAddress(sheet: sheet, cell: cell)
  }
}
