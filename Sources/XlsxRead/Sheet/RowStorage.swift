/// Rows, their cells, and the bytes of the cells' values, one after the other.
struct RowStorage: ~Copyable {
  var rows = FlatStore<RowRecord>()
  var cells = FlatStore<CellRecord>()
  var bytes = FlatStore<UInt8>()

  mutating func removeAll() {
    rows.removeAll()
    cells.removeAll()
    bytes.removeAll()
  }
}
