extension SheetState {
  /// Gives the completed rows to a batch and takes its stores for what comes next; an unfinished row moves over.
  mutating func handOver(to batch: RowBatch) {
    unsafe swap(&storage, &batch.storage.pointee)
    storage.removeAll()
    guard isInRow else { return }
    let start = rowByteStart
    unsafe batch.storage.pointee.cells.moveTail(from: Int(row.firstCell), to: &storage.cells)
    unsafe batch.storage.pointee.bytes.moveTail(from: start, to: &storage.bytes)
    for index in 0..<storage.cells.count {
      if storage.cells[index].value != .shared, storage.cells[index].value != .none {
        storage.cells[index].valueStart -= UInt32(start)
      }
      if storage.cells[index].formulaCount > 0 { storage.cells[index].formulaStart -= UInt32(start) }
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
    case .document, .worksheet, .layout, .sheetData: false
    default: true
    }
  }
}
