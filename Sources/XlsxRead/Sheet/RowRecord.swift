/// One row in the flat storage of a ``RowBatch``.
struct RowRecord {
  var number: Int32
  var isHidden: Bool
  var height: Double?
  var firstCell: UInt32
  var endCell: UInt32
}
