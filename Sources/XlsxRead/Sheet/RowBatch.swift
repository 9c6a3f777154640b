/// The rows that one piece of a worksheet's XML completed.
///
/// The reader fills a batch, hands it over by way of its rows, and fills it again only when no row refers to it any more.
/// It may be shared between threads as an array may: whoever holds a row keeps the batch from being filled again, and the
/// reader asks for that with the same test that arrays make before they change in place.
///
/// The storage lies behind a pointer, so that taking a cell does not ask for exclusive access.
@safe final class RowBatch: @unchecked Sendable {
  let context: SheetContext
  let storage: UnsafeMutablePointer<RowStorage>

  init(context: SheetContext) {
    self.context = context
    unsafe storage = .allocate(capacity: 1)
    unsafe storage.initialize(to: RowStorage())
  }

  deinit {
    unsafe storage.deinitialize(count: 1)
    unsafe storage.deallocate()
  }

  /// How many bytes the texts of the cells take.
  var byteCount: Int { unsafe storage.pointee.bytes.count }

  var rowCount: Int { unsafe storage.pointee.rows.count }

  func row(_ index: Int) -> RowRecord { unsafe storage.pointee.rows[index] }

  func cell(_ index: Int) -> CellRecord { unsafe storage.pointee.cells[index] }

  func removeAll() { unsafe storage.pointee.removeAll() }

  /// The text of some bytes as they are.
  func string(_ start: UInt32, _ count: UInt32) -> String {
    unsafe TextBytes.string(slice(start, count))
  }

  /// Some bytes; valid while the batch lives and is not filled again.
  @unsafe func slice(_ start: UInt32, _ count: UInt32) -> UnsafeBufferPointer<UInt8> {
    unsafe storage.pointee.bytes.slice(Int(start)..<Int(start) + Int(count))
  }
}
