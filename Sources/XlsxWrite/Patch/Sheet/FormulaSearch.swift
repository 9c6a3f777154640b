/// Looks for a formula among the cells of a worksheet, by the names of its tags alone.
///
/// A tag inside a comment would be taken for one; then the workbook is calculated anew for nothing.
struct FormulaSearch {
  private var isInRows = false
  private var rest: [UInt8] = []

  /// No name that is looked for is longer, with a prefix.
  private static let longestName = 64

  /// Looks through one more piece: true where a formula stands in it, false where the rows have ended, else nil.
  mutating func look(at piece: [UInt8]) -> Bool? {
    let bytes = rest.isEmpty ? piece : rest + piece
    rest = []
    var place = 0
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        place += 1
        continue
      }
      var start = place + 1
      let isEnd = start < bytes.count && bytes[start] == UInt8(ascii: "/")
      if isEnd { start += 1 }
      var end = start
      var local = start
      while end < bytes.count, end - start < Self.longestName, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ">"),
        bytes[end] != UInt8(ascii: "/")
      {
        end += 1
        if bytes[end - 1] == UInt8(ascii: ":") { local = end }
      }
      if end == bytes.count, !piece.isEmpty {
        rest = Array(bytes[place...])
        return nil
      }
      if end - local == 1, bytes[local] == UInt8(ascii: "f"), isInRows, !isEnd { return true }
      if end - local == 9, MarkupScanner.matches(bytes, local, "sheetData") {
        if isEnd || (end < bytes.count && bytes[end] == UInt8(ascii: "/")) { return false }
        isInRows = true
      }
      place = end
    }
    return nil
  }
}
