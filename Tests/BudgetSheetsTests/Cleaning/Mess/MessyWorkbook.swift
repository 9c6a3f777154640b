import BudgetSheets
import XlsxPackage
import XlsxWrite

/// A workbook of which some cells were messed at random, but reproducibly, and what was done to which of them.
struct MessyWorkbook {
  /// The most cells that one mechanism messes in one workbook; one that takes rows messes fewer.
  static let most = 6

  let original: WrittenWorkbook
  private(set) var messes: [MessedCell] = []
  private(set) var bytes: [UInt8] = []

  private var takenCells: Set<SheetPlace> = []
  private var takenRows: Set<SheetPlace> = []
  private var takenSheets: Set<String> = []

  /// Messes a workbook.
  ///
  /// - Parameter isRestorable: Whether all that is done to it can be taken back with certainty.
  init(_ original: WrittenWorkbook, _ source: inout SeededSource, isRestorable: Bool) throws {
    self.original = original
    let order = original.spots.shuffled(using: &source)
    for mechanism in MessCatalogue.all { apply(mechanism, to: order, &source, isRestorable) }
    try write()
  }

  private mutating func apply(
    _ mechanism: any MessMechanism, to order: [MessSpot], _ source: inout SeededSource, _ isRestorable: Bool
  ) {
    var room = mechanism.reach == .cell ? source.number(0...Self.most) : source.number(0...2)
    for spot in order {
      if room == 0 { return }
      if isTaken(spot.place) { continue }
      guard let cells = mechanism.mess(spot, in: original, &source) else { continue }
      if isRestorable, !cells.allSatisfy({ Self.isCertain($0) }) { continue }
      if cells.contains(where: { isTaken($0.place) }) { continue }
      take(cells, mechanism.reach)
      messes += cells
      room -= 1
    }
  }

  private static func isCertain(_ cell: MessedCell) -> Bool {
    switch cell.verdict {
    case .restored, .untouched: true
    // The line that states the unit.
    case .settled: cell.mechanism == "A3"
    case .reported, .reportedAsStored: false
    }
  }

  // MARK: What is taken

  private static func row(_ place: SheetPlace, _ offset: Int = 0) -> SheetPlace {
    SheetPlace(sheet: place.sheet, cell: CellReference(row: max(1, place.cell.row + offset), column: 1))
  }

  private func isTaken(_ place: SheetPlace) -> Bool {
    takenCells.contains(place) || takenRows.contains(Self.row(place)) || takenSheets.contains(place.sheet)
  }

  private mutating func take(_ cells: [MessedCell], _ reach: MessReach) {
    for cell in cells {
      takenCells.insert(cell.place)
      switch reach {
      case .cell: break
      case .row: takenRows.formUnion([Self.row(cell.place), Self.row(cell.place, -1), Self.row(cell.place, 1)])
      case .sheet: takenSheets.insert(cell.place.sheet)
      }
    }
  }

  // MARK: Writing

  private mutating func write() throws {
    let patch = try WorkbookPatch(ofBytes: original.bytes, name: "messy.xlsx")
    for mess in messes {
      let sheet = try patch.worksheet(named: mess.place.sheet)
      switch mess.put {
      case .content(let content): try sheet.set(content, at: mess.place.cell)
      case .formatted(let content, let format):
        if let content { try sheet.set(content, at: mess.place.cell) }
        try sheet.restyle(mess.place.cell, StyleChange(numberFormat: format))
      case .error, .hidden: break
      }
    }
    bytes = try patch.bytes()
    if !messes.contains(where: { Self.isOfXML($0.put) }) { return }
    var edit = try PackageEdit(bytes)
    for mess in messes {
      guard let index = original.stored.sheets.firstIndex(of: mess.place.sheet) else { continue }
      switch mess.put {
      case .error(let error): edit.put(error: error, at: mess.place.cell, ofSheet: index)
      case .hidden: edit.hide(row: mess.place.cell.row, ofSheet: index)
      case .content, .formatted: break
      }
    }
    bytes = edit.workbook
  }

  private static func isOfXML(_ put: MessedCell.Put) -> Bool {
    switch put {
    case .error, .hidden: true
    case .content, .formatted: false
    }
  }
}
