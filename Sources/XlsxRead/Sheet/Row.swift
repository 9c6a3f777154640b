import XlsxPackage

/// One row of a worksheet: its cells in the order of the file, without the cells that the file leaves out.
///
/// Keeping a row keeps the few hundred rows read together with it in memory.
public struct Row: Sendable {
  let batch: RowBatch
  let record: RowRecord

  /// The number of the row, counted from 1.
  public var number: Int { Int(record.number) }
  /// Whether the row is hidden; a height of zero hides it too, see ``isZeroHeight``.
  public var isHidden: Bool { record.isHidden }
  /// The height in points, nil where the sheet leaves the default.
  public var height: Double? { record.height }
  /// Whether the row is set to a height of zero, which hides it without saying so.
  public var isZeroHeight: Bool { record.height == 0 }
  /// How many cells the file holds for the row.
  public var count: Int { Int(record.endCell - record.firstCell) }

  /// Whether a cell names another row than this.
  var holdsStrays: Bool {
    (record.firstCell..<record.endCell).contains { batch.cell(Int($0)).row != record.number }
  }

  /// The cell in a column counted from 1; nil where the file holds none.
  ///
  /// - Complexity: Constant where the row has no gaps, else linear in its cells.
  public subscript(column: Int) -> Cell? {
    let cells = Int(record.firstCell)..<Int(record.endCell)
    guard let first = cells.first, (1...CellReference.maximumColumn).contains(column) else { return nil }
    let guess = first + column - Int(batch.cell(first).column)
    if cells.contains(guess), Int(batch.cell(guess).column) == column { return Cell(batch: batch, index: guess) }
    return cells.first { Int(batch.cell($0).column) == column }.map { Cell(batch: batch, index: $0) }
  }

  /// The cell in a column named by its letters, as `row["B"]`; nil where the file holds none.
  public subscript(letters: String) -> Cell? {
    var column = 0
    for byte in letters.utf8 {
      let letter = byte & 0xDF
      guard byte >= 0x41, (0x41...0x5A).contains(letter), column <= CellReference.maximumColumn else { return nil }
      column = column * 26 + Int(letter - 0x40)
    }
    return self[column]
  }
}

extension Row: Sequence {
  /// Goes through the cells of a row.
  public struct Iterator: IteratorProtocol {
    let batch: RowBatch
    var position: Int
    let end: Int

    /// The next cell, nil after the last.
    public mutating func next() -> Cell? {
      guard position < end else { return nil }
      defer { position += 1 }
      return Cell(batch: batch, index: position)
    }
  }

  /// Goes through the cells in the order of the file.
  public func makeIterator() -> Iterator {
    Iterator(batch: batch, position: Int(record.firstCell), end: Int(record.endCell))
  }

  /// How many cells the file holds for the row, which is exact.
  public var underestimatedCount: Int { count }
}
