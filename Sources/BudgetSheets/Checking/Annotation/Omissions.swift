import XlsxPackage
import XlsxWrite

/// What an annotated copy goes without, since the workbook does not allow it.
struct Omissions {
  /// The cells that are not marked.
  private(set) var cells: Set<SheetAddress> = []
  /// The sheets of which nothing is changed.
  private(set) var sheets: Set<String> = []
  /// Whether the lists of earlier rounds are set aside instead of being removed.
  private(set) var keepsLists = false

  /// The most cells that are left out one by one.
  private static let mostCells = 40

  /// Whether a cell is left out.
  func contains(_ place: SheetAddress) -> Bool { cells.contains(place) || sheets.contains(place.sheet) }

  /// Leaves out what an error is about; false where there is nothing to leave out.
  mutating func add(_ error: XlsxWriteError, marks: Set<SheetAddress>, hasLists: Bool) -> Bool {
    switch error.code {
    case .refused, .cannotRead, .overlap, .tooMany, .badFormat: break
    default: return false
    }
    let sheet = error.sheet
    if let sheet, let cell = error.cell.flatMap({ CellReference($0) }), cells.count < Self.mostCells {
      let place = SheetAddress(sheet: sheet, cell: cell)
      if marks.contains(place), cells.insert(place).inserted { return true }
    }
    if hasLists, !keepsLists {
      keepsLists = true
      return true
    }
    guard let sheet, marks.contains(where: { $0.sheet == sheet }), sheets.insert(sheet).inserted else { return false }
    // It was not the lists.
    keepsLists = false
    return true
  }
}
