/// The rows that one piece of a worksheet's XML completed, in flat stores.
///
/// The reader fills a batch, hands it over by way of its rows, and fills it again only when no row refers to it any more.
final class RowBatch {
  let context: SheetContext
  var rows = FlatStore<RowRecord>()
  var cells = FlatStore<CellRecord>()
  var bytes = FlatStore<UInt8>()

  init(context: SheetContext) { self.context = context }

  /// The text of some bytes as they are.
  func string(_ start: UInt32, _ count: UInt32) -> String {
    unsafe String(decoding: slice(start, count), as: UTF8.self)
  }

  /// Some bytes; valid while the batch lives and is not filled again.
  @unsafe func slice(_ start: UInt32, _ count: UInt32) -> UnsafeBufferPointer<UInt8> {
    unsafe bytes.slice(Int(start)..<Int(start) + Int(count))
  }
}
