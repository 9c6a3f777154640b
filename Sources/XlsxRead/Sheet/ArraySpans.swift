import XlsxPackage

/// Which array formulas fill cells that are still to come: the file writes the text of one into its first cell alone.
struct ArraySpans {
  private struct Span {
    var rows: ClosedRange<Int32>
    var position: Int32
  }

  /// By column; the ranges of array formulas do not overlap, and where a broken file has them do so the last one counts.
  private var spans: [Int32: Span] = [:]
  private var lastRow: Int32 = 0

  /// What a range takes to remember, in bytes.
  static func cost(of range: CellRange) -> Int { (range.last.column - range.first.column + 1) * 32 }

  /// Adds the array formula at a place in the list of formulas.
  mutating func add(_ range: CellRange, position: Int) {
    let rows = Int32(range.first.row)...Int32(range.last.row)
    for column in range.first.column...range.last.column {
      spans[Int32(column)] = Span(rows: rows, position: Int32(position))
    }
    lastRow = max(lastRow, rows.upperBound)
  }

  /// The place of the formula that fills a cell, nil for most.
  func position(row: Int32, column: Int32) -> Int32? {
    guard row <= lastRow, let span = spans[column], span.rows.contains(row) else { return nil }
    return span.position
  }
}
