/// The rows that one piece of a worksheet's XML completed, in flat arrays.
///
/// The reader fills a batch, hands it over by way of its rows, and fills it again only when no row refers to it any more.
final class RowBatch {
  let context: SheetContext
  var rows: [RowRecord] = []
  var cells: [CellRecord] = []
  var bytes: [UInt8] = []

  init(context: SheetContext) { self.context = context }

  func string(_ start: UInt32, _ count: UInt32) -> String {
    unsafe bytes.withUnsafeBufferPointer {
      unsafe String(decoding: UnsafeBufferPointer(rebasing: $0[Int(start)..<Int(start) + Int(count)]), as: UTF8.self)
    }
  }
}
