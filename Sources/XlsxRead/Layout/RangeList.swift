import XlsxPackage

/// References to ranges as worksheets write them (ECMA-376 18.18.62, ST_Ref, and 18.18.76, ST_Sqref).
enum RangeList {
  /// The longest that a range can be written, `$XFD$1048576:$XFD$1048576`, with room for leading zeros.
  private static let longest = 64

  /// The items of a list that white space separates; what is no range, as `#REF!`, is nil.
  static func ranges(_ text: String) -> [CellRange?] {
    text.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.map { range(Substring($0)) }
  }

  /// The range of `A1:D3`, `A1`, the whole columns of `A:C` or the whole rows of `2:4`; nil for anything else.
  static func range(_ text: some StringProtocol) -> CellRange? {
    // Most of what a hostile file writes here is told by its length.
    if text.utf8.count > longest { return nil }
    if let range = CellRange(text) { return range }
    let sides = text.split(separator: ":", omittingEmptySubsequences: false)
    guard sides.count == 2 else { return nil }
    // A whole column is a reference without its row, and a whole row one without its column.
    if let first = CellReference("\(sides[0])1"), let last = CellReference("\(sides[1])\(CellReference.maximumRow)"),
      !sides.contains(where: { $0.contains(where: \.isNumber) })
    {
      return CellRange(first, last)
    }
    if let first = CellReference("A\(sides[0])"), let last = CellReference("XFD\(sides[1])"),
      !sides.contains(where: { $0.contains(where: \.isLetter) })
    {
      return CellRange(first, last)
    }
    return nil
  }
}
