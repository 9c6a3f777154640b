public import XlsxRead

/// The reading of a workbook cell by cell, where every value is taken in its own type.
public struct CellReading {
  /// How many cells hold a value.
  public private(set) var count = 0
  /// What the values come to; printed, so that no reading can be left out.
  public private(set) var sum = 0.0

  /// Reads a workbook.
  public init(of workbook: Workbook) throws {
    for sheet in workbook.worksheets {
      let rows = try sheet.rowReader()
      while let row = try rows.next() {
        for cell in row { take(cell) }
      }
    }
  }

  private mutating func take(_ cell: Cell) {
    switch cell.kind {
    case .blank: return
    case .number: sum += cell.number ?? 0
    case .text, .error: sum += Double(cell.rawText.utf8.count)
    case .boolean: sum += cell.boolean == true ? 1 : 0
    case .date: sum += cell.date == nil ? 0 : 1
    }
    count += 1
  }
}
