extension SheetState {
  /// Gives the completed rows to a batch and takes its stores for what comes next; an unfinished row moves over.
  mutating func handOver(to batch: RowBatch) {
    swap(&rows, &batch.rows)
    swap(&cells, &batch.cells)
    swap(&bytes, &batch.bytes)
    rows.removeAll()
    cells.removeAll()
    bytes.removeAll()
    guard isInRow else { return }
    let start = rowByteStart
    batch.cells.moveTail(from: Int(row.firstCell), to: &cells)
    batch.bytes.moveTail(from: start, to: &bytes)
    for index in 0..<cells.count {
      if cells[index].value != .shared, cells[index].value != .none { cells[index].valueStart -= UInt32(start) }
      if cells[index].formulaCount > 0 { cells[index].formulaStart -= UInt32(start) }
    }
    if cell.formulaCount > 0 { cell.formulaStart -= UInt32(start) }
    value = value.map { $0.lowerBound - start..<$0.upperBound - start }
    inline = inline.map { $0.lowerBound - start..<$0.upperBound - start }
    pieceStart = max(0, pieceStart - start)
    row.firstCell = 0
    rowByteStart = 0
  }

  private var isInRow: Bool {
    switch scope {
    case .document, .worksheet, .columns, .column, .sheetData, .mergedCells, .mergedCell: false
    default: true
    }
  }
}
