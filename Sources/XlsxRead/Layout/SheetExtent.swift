import XlsxPackage

/// The smallest range around the cells met so far.
struct SheetExtent {
  private var firstRow = Int32.max
  private var lastRow = Int32.min
  private var firstColumn = Int32.max
  private var lastColumn = Int32.min

  /// Takes in a cell.
  mutating func include(row: Int32, column: Int32) {
    if row < firstRow { firstRow = row }
    if row > lastRow { lastRow = row }
    if column < firstColumn { firstColumn = column }
    if column > lastColumn { lastColumn = column }
  }

  /// The range, nil where there was no cell.
  var range: CellRange? {
    guard firstRow <= lastRow else { return nil }
    return CellRange(
      CellReference(row: Int(firstRow), column: Int(firstColumn)),
      CellReference(row: Int(lastRow), column: Int(lastColumn)))
  }
}
