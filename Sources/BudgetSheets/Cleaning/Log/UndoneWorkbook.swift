import XlsxPackage
import XlsxRead
import XlsxWrite

/// A cleaned workbook in which cells get back what they held.
struct UndoneWorkbook {
  private let bytes: [UInt8]
  private let name: String
  private let workbook: Workbook
  private let records: [CleaningRecord]

  init(_ bytes: [UInt8], name: String, limits: ReadLimits) throws(XlsxReadError) {
    self.bytes = bytes
    self.name = name
    workbook = try Workbook(bytes: bytes, name: name, limits: limits)
    var grids: [SheetGrid] = []
    var room = CellRoom()
    for worksheet in workbook.worksheets { grids.append(try SheetGrid(worksheet, room: &room, file: name)) }
    records = CleaningRecord.take(from: &grids, of: workbook)
  }

  /// The first of some changes that the record of the workbook does not tell; nil where it tells all, or there is none.
  func unrecorded(among changes: [CellChange]) -> CellChange? {
    if records.isEmpty { return nil }
    var told: Set<CleaningRecord.LineKey> = []
    for record in records { for line in record.lines { told.insert(line.contentKey) } }
    return changes.first { change in
      // A line of a sheet without a visible name, which no program makes, does not read back.
      let isNamed = change.place.sheet?.unicodeScalars.contains { !$0.properties.isWhitespace } ?? false
      return isNamed && !told.contains(CleaningRecord.Line(change, in: .chinese).contentKey)
    }
  }

  /// What some cells hold; of sheets that the workbook does not have, nothing is said.
  func states(of cells: [SheetAddress]) throws(XlsxReadError) -> [SheetAddress: CellState] {
    var wanted: [String: Set<CellReference>] = [:]
    for cell in cells { wanted[cell.sheet, default: []].insert(cell.cell) }
    var states: [SheetAddress: CellState] = [:]
    for worksheet in workbook.worksheets {
      guard let cells = wanted[worksheet.name] else { continue }
      for cell in cells {
        states[SheetAddress(sheet: worksheet.name, cell: cell)] = CellState(kind: .blank, text: "")
      }
      let reader = try worksheet.rowReader()
      while let row = try reader.next() {
        for cell in row where cells.contains(cell.reference) {
          states[SheetAddress(sheet: worksheet.name, cell: cell.reference)] = CellState(cell)
        }
      }
    }
    return states
  }

  /// The workbook with cells as they were, and without the lines of its record that tell their changes.
  ///
  /// - Throws: An `XlsxWriteError` where the workbook does not allow it.
  func restored(
    _ chains: [UndoSelection.Chain], removing changes: [CellChange], language: Language
  ) throws -> [UInt8] {
    do {
      return try restored(chains, removing: changes, language: language, keepsRecord: false)
    } catch let error as XlsxWriteError where error.code == .refused && !records.isEmpty {
      // Something may refer to the record.
      do {
        return try restored(chains, removing: changes, language: language, keepsRecord: true)
      } catch _ as XlsxWriteError {
        throw error
      }
    }
  }

  private func restored(
    _ chains: [UndoSelection.Chain], removing changes: [CellChange], language: Language, keepsRecord: Bool
  ) throws -> [UInt8] {
    let patch = try WorkbookPatch(ofBytes: bytes, name: name)
    for chain in chains {
      let sheet = try patch.worksheet(named: chain.address.sheet)
      if !chain.before.holdsExactly(chain.after) {
        try sheet.set(chain.before.content, at: chain.address.cell)
      }
      if !chain.before.format.unicodeScalars.elementsEqual(chain.after.format.unicodeScalars),
        CellState.canRestore(format: chain.before.format)
      {
        try sheet.restyle(chain.address.cell, StyleChange(numberFormat: chain.before.format))
      }
    }
    if !records.isEmpty {
      let nothing = ChangeLog(file: name, sha256: "", cleanedSHA256: "", set: "", changes: [])
      try CleaningRecord.write(
        nothing, after: CleaningRecord.removing(changes, from: records), language: language, keepsSheet: keepsRecord,
        to: patch)
    }
    return try patch.bytes()
  }
}
