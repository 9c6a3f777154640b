import XlsxPackage
public import XlsxRead

/// Reads all that a workbook holds through the public calls.
public enum WorkbookWalk {
  /// Small bounds, so that a large but lawful input does not look like a hang.
  public static let limits: ReadLimits = {
    var limits = ReadLimits.default
    limits.expandedPartBytes = 1 << 24
    limits.expandedTotalBytes = 1 << 26
    limits.keptCells = 200
    return limits
  }()

  /// Opens a workbook and touches every cell; whatever is wrong with it is an error and no crash.
  @discardableResult
  public static func walk(_ bytes: [UInt8]) -> Int {
    guard let workbook = try? Workbook(bytes: bytes, name: "fuzz.xlsx", limits: limits) else { return 0 }
    var sum = ((try? workbook.customProperties()) ?? [:]).count + ((try? workbook.definedNames()) ?? []).count
    sum &+= (try? workbook.documentProperties()).hashValue &+ workbook.protection.hashValue
    // Sheets may share a part; a few of them show all there is.
    for sheet in workbook.worksheets.prefix(8) {
      sum &+= ((try? sheet.comments()) ?? []).reduce(0) { $0 &+ touch($1) }
      sum &+= ((try? sheet.tables()) ?? []).reduce(0) { $0 &+ $1.hashValue &+ $1.dataRange.hashValue }
      if let layout = try? sheet.layout() { sum &+= touch(layout) }
      if let rows = try? sheet.rows { sum &+= touch(rows) }
      guard let rows = try? sheet.rowReader() else { continue }
      sum &+= rows.columns.count
      while let row = (try? rows.next()) ?? nil {
        sum &+= row.number
        for cell in row { sum &+= touch(cell) }
        sum &+= row["B"]?.rawText.utf8.count ?? 0
      }
      sum &+= rows.merges.count
      if let layout = try? rows.layout { sum &+= touch(layout) }
    }
    return sum
  }

  private static func touch(_ cell: Cell) -> Int {
    var sum = cell.reference.description.utf8.count &+ cell.rawText.utf8.count
    sum &+= cell.text?.utf8.count ?? 0
    sum &+= cell.number == nil ? 0 : 1
    sum &+= cell.boolean == true ? 1 : 0
    sum &+= cell.date.map { "\($0)".utf8.count } ?? 0
    sum &+= cell.formula?.utf8.count ?? 0
    sum &+= cell.numberFormat.utf8.count
    sum &+= cell.style.hashValue
    return sum
  }

  /// Rows kept in memory: the first and the last, and what is found by number.
  private static func touch(_ rows: SheetRows) -> Int {
    var sum = rows.columns.count &+ rows.merges.count
    for row in [rows.first, rows.last].compactMap({ $0 }) {
      precondition(rows.row(row.number)?.number == row.number, "A row is not found by its number.")
      for cell in row { sum &+= touch(cell) &+ (rows[cell.reference] == nil ? 0 : 1) }
    }
    return sum
  }

  private static func touch(_ layout: SheetLayout) -> Int {
    var sum = layout.hashValue
    for range in [layout.usedRange, layout.declaredRange, layout.autoFilter].compactMap({ $0 })
      + layout.merges.prefix(8)
    {
      for cell in [range.first, range.last] {
        sum &+= layout.hyperlink(at: cell).hashValue &+ layout.validation(at: cell).hashValue
        sum &+= layout.merge(at: cell).hashValue
      }
    }
    for rule in layout.validations.prefix(8) { sum &+= rule.listItems?.count ?? 0 }
    for action in WorksheetProtection.Action.allCases { sum &+= layout.protection?.allows(action) == true ? 1 : 0 }
    return sum
  }

  private static func touch(_ comment: CellComment) -> Int {
    comment.replies.reduce(comment.hashValue) { $0 &+ touch($1) }
  }
}
