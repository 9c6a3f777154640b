/// One cell in the flat storage of a ``RowBatch``.
struct CellRecord {
  enum Value: UInt8 {
    case none
    case number
    /// A number under a date format.
    case serial
    case shared
    /// Text with escapes to decode.
    case text
    case boolean
    case error
    case isoDate
  }

  var row: Int32
  var column: Int32
  var style: Int32 = 0
  var value = Value.none
  var formulaKind: FormulaKind?
  /// Where the value's bytes start: in the batch, or for a shared string in the table.
  var valueStart: UInt32 = 0
  var valueCount: UInt32 = 0
  var formulaStart: UInt32 = 0
  var formulaCount: UInt32 = 0
  /// The index of the shared formula, or -1.
  var sharedFormula: Int32 = -1
}
