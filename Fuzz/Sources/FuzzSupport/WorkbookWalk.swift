import XlsxPackage
public import XlsxRead

/// Reads all that a workbook holds through the public calls.
public enum WorkbookWalk {
  /// Small bounds, so that a large but lawful input does not look like a hang.
  public static let limits: ReadLimits = {
    var limits = ReadLimits.default
    limits.expandedPartBytes = 1 << 24
    limits.expandedTotalBytes = 1 << 26
    return limits
  }()

  /// Opens a workbook and touches every cell; whatever is wrong with it is an error and no crash.
  @discardableResult
  public static func walk(_ bytes: [UInt8]) -> Int {
    guard let workbook = try? Workbook(bytes: bytes, name: "fuzz.xlsx", limits: limits) else { return 0 }
    var sum = ((try? workbook.customProperties()) ?? [:]).count + ((try? workbook.definedNames()) ?? []).count
    for sheet in workbook.worksheets {
      sum &+= ((try? sheet.comments()) ?? []).count
      guard let rows = try? sheet.rowReader() else { continue }
      sum &+= rows.columns.count
      while let row = (try? rows.next()) ?? nil {
        sum &+= row.number
        for cell in row { sum &+= touch(cell) }
        sum &+= row["B"]?.rawText.utf8.count ?? 0
      }
      sum &+= rows.merges.count
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
    return sum
  }
}
