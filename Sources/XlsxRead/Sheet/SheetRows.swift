public import XlsxPackage

/// All rows of a worksheet in memory, in the order of the file.
///
/// Rows that the file leaves out, as empty ones, are not made up: an index counts the rows that there are, and
/// ``row(_:)`` finds one by its number.
public struct SheetRows: Sendable {
  private let rows: [Row]
  /// Whether the rows stand in the order of their numbers, as in every sound file.
  private let isOrdered: Bool
  /// Whether a cell names another row than the one it stands in.
  private let hasStrays: Bool
  /// The columns that the sheet sets, in its order.
  public let columns: [ColumnProperties]
  /// The merged ranges, in the sheet's order.
  public let merges: [CellRange]

  init(_ reader: RowReader, limits: ReadLimits) throws(XlsxReadError) {
    var rows: [Row] = []
    var cellCount = 0
    var byteCount = 0
    var isOrdered = true
    var hasStrays = false
    while let row = try reader.next() {
      if let last = rows.last, last.number >= row.number { isOrdered = false }
      if row.holdsStrays { hasStrays = true }
      if rows.last?.batch !== row.batch { byteCount += row.batch.byteCount }
      rows.append(row)
      // A row without cells takes memory too.
      cellCount += row.count == 0 ? 1 : row.count
      if cellCount > limits.keptCells {
        throw XlsxReadError(
          .overLimit, file: reader.package.file, sheet: reader.sheet,
          message: "the sheet holds more than \(limits.keptCells) cells to keep in memory",
          remedy: "Read its rows one after the other, or raise the limit keptCells.")
      }
      if byteCount > limits.keptRowBytes {
        throw XlsxReadError(
          .overLimit, file: reader.package.file, sheet: reader.sheet,
          message: "the sheet holds more than \(limits.keptRowBytes) bytes of text to keep in memory",
          remedy: "Read its rows one after the other, or raise the limit keptRowBytes.")
      }
    }
    self.rows = rows
    self.isOrdered = isOrdered
    self.hasStrays = hasStrays
    columns = reader.columns
    merges = reader.merges
  }

  /// The row of a number as Excel shows it, nil where the file holds none.
  ///
  /// - Complexity: Logarithmic in a sound file, whose rows stand in the order of their numbers; else linear.
  public func row(_ number: Int) -> Row? {
    guard isOrdered else { return rows.first { $0.number == number } }
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].number == number ? rows[low] : nil
  }

  /// The cell at a place, nil where the file holds none.
  ///
  /// - Complexity: As ``row(_:)``; linear in the cells of a broken sheet whose cells name other rows than their own.
  public subscript(reference: CellReference) -> Cell? {
    guard hasStrays else { return row(reference.row)?[reference.column] }
    for row in rows {
      if let cell = row.first(where: { $0.reference == reference }) { return cell }
    }
    return nil
  }
}

extension SheetRows: RandomAccessCollection {
  /// The place of the first row, 0.
  public var startIndex: Int { 0 }
  /// The place behind the last row.
  public var endIndex: Int { rows.count }

  /// The row at a place counted from 0.
  public subscript(position: Int) -> Row { rows[position] }
}
