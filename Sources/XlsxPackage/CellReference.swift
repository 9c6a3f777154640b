/// The place of one cell in a worksheet, as in `B7`.
///
/// Rows and columns count from 1, as Excel shows them; ECMA-376 18.3.1.4 allows rows up to 1,048,576 and
/// columns up to 16,384 (`XFD`).
public struct CellReference: Hashable, Sendable {
  /// The row, counted from 1.
  public var row: Int
  /// The column, counted from 1: `A` is 1.
  public var column: Int

  /// The largest row of a worksheet.
  public static let maximumRow = 1_048_576
  /// The largest column of a worksheet, `XFD`.
  public static let maximumColumn = 16_384

  /// Creates the reference of a row and a column, both counted from 1.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Creates a reference from its A1 text, as `B7` or `$B$7`; nil where the text is anything else or out of bounds.
  public init?(_ text: some StringProtocol) { self.init(utf8: text.utf8) }

  /// Creates a reference from the bytes of its A1 text.
  @inlinable package init?(utf8 bytes: some Sequence<UInt8>) {
    var row = 0
    var column = 0
    var sawDollar = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "$"):
        // One sign may stand before the letters and one before the digits.
        if sawDollar || row > 0 { return nil }
        sawDollar = true
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        if row > 0 || (sawDollar && column > 0) { return nil }
        column = column * 26 + Int(byte & 0x1F)
        if column > Self.maximumColumn { return nil }
        sawDollar = false
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if column == 0 { return nil }
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
        if row == 0 || row > Self.maximumRow { return nil }
        sawDollar = false
      default:
        return nil
      }
    }
    if row == 0 || column == 0 { return nil }
    self.init(row: row, column: column)
  }

  /// The letters of a column counted from 1: 1 is `A`, 28 is `AB`.
  public static func columnName(_ column: Int) -> String {
    var name = ""
    var rest = column
    while rest > 0 {
      let digit = (rest - 1) % 26
      name = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(digit))) + name
      rest = (rest - 1) / 26
    }
    return name
  }
}

extension CellReference: CustomStringConvertible {
  /// The A1 text, as `B7`.
  public var description: String { Self.columnName(column) + String(row) }
}

extension CellReference: Comparable {
  /// Orders by row, then by column: the order of the cells in a worksheet.
  public static func < (first: CellReference, second: CellReference) -> Bool {
    (first.row, first.column) < (second.row, second.column)
  }
}
