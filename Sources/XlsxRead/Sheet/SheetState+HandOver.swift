extension SheetState {
  /// Gives the completed rows to a batch and takes its arrays for what comes next; an unfinished row moves over.
  mutating func handOver(to batch: RowBatch) {
    swap(&rows, &batch.rows)
    swap(&cells, &batch.cells)
    swap(&bytes, &batch.bytes)
    rows.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    switch scope {
    case .document, .worksheet, .columns, .column, .sheetData, .mergedCells, .mergedCell: return
    default: break
    }
    let start = rowByteStart
    cells.append(contentsOf: batch.cells[Int(row.firstCell)...])
    bytes.append(contentsOf: batch.bytes[start...])
    batch.cells.removeSubrange(Int(row.firstCell)...)
    batch.bytes.removeSubrange(start...)
    for index in cells.indices {
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
}
