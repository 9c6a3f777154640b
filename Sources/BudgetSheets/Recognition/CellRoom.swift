/// How many filled cells of a workbook may still be kept in memory: those that may be forms, and those of sheets that checks and
/// cleanings have put there, which take many cells for one of a form.
struct CellRoom {
  /// The most cells that may be forms.
  static let cells = 500_000
  /// The most cells of sheets of our own.
  static let ownCells = 1_500_000

  /// How many cells may stand above the headings by which such a sheet is known; they are not worth the search either.
  private static let grace = 1_000

  private var cells: Int
  private var ownCells = Self.ownCells

  /// Creates the room of one workbook.
  init(_ cells: Int = Self.cells) {
    self.cells = cells
  }

  /// What one sheet takes.
  struct Sheet {
    fileprivate(set) var taken = 0
    fileprivate var isOwn = false
  }

  /// Takes the room of a row.
  ///
  /// - Parameter rows: What the sheet holds above it.
  /// - Returns: Whether there was room.
  mutating func take(_ count: Int, for sheet: inout Sheet, below rows: [SheetGrid.Row]) -> Bool {
    sheet.taken += count
    if sheet.isOwn {
      ownCells -= count
    } else {
      cells -= count
      if cells < 0 { recognise(&sheet, rows) }
    }
    return ownCells >= 0 && (cells >= 0 || sheet.taken <= Self.grace)
  }

  /// Ends a sheet, whose room others may need.
  ///
  /// - Returns: Whether there was room.
  mutating func end(_ sheet: inout Sheet, with rows: [SheetGrid.Row]) -> Bool {
    if !sheet.isOwn, sheet.taken > Self.grace { recognise(&sheet, rows) }
    return cells >= 0 && ownCells >= 0
  }

  private mutating func recognise(_ sheet: inout Sheet, _ rows: [SheetGrid.Row]) {
    guard CleaningRecord.hasHeadings(rows) || ReturnedList.hasHeadings(rows) || IssuedContent.isOwn(rows) else {
      return
    }
    sheet.isOwn = true
    cells += sheet.taken
    ownCells -= sheet.taken
  }
}
