/// The formula that a group of cells shares: its text stands for the first cell, and the others shift its references.
package struct SharedFormula {
  package var text: String
  package var origin: CellReference

  package init(text: String, origin: CellReference) {
    self.text = text
    self.origin = origin
  }

  /// The text as it stands in another cell of the group.
  ///
  /// Relative references move with the cell and wrap around the edges of the sheet, as they do in Excel; absolute ones,
  /// texts, sheet names and structured references stay.
  package func text(at cell: CellReference) -> String {
    if cell == origin { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    let rows = cell.row - origin.row
    let columns = cell.column - origin.column
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        // A doubled quote inside closes and opens again, which comes to the same.
        let end = bytes[(position + 1)...].firstIndex(of: byte) ?? bytes.count - 1
        result.append(contentsOf: bytes[position...end])
        position = end + 1
      case UInt8(ascii: "["):
        let end = FormulaText.closingBracket(bytes, from: position)
        result.append(contentsOf: bytes[position...end])
        position = end + 1
      case _ where FormulaText.isWordByte(byte) || byte == UInt8(ascii: "$"):
        var end = position
        while end < bytes.count, FormulaText.isWordByte(bytes[end]) || bytes[end] == UInt8(ascii: "$") { end += 1 }
        let word = bytes[position..<end]
        let next = end < bytes.count ? bytes[end] : 0
        let previous = position > 0 ? bytes[position - 1] : 0
        let isInRange =
          next == UInt8(ascii: ":") ? !Self.isSheetName(bytes, from: end + 1) : previous == UInt8(ascii: ":")
        if next != UInt8(ascii: "("), next != UInt8(ascii: "!"),
          let shifted = Self.shift(word, rows: rows, columns: columns, isInRange: isInRange)
        {
          result.append(contentsOf: shifted)
        } else {
          result.append(contentsOf: word)
        }
        position = end
      default:
        result.append(byte)
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a word and an exclamation mark stand here: in `Jan:Dec!B2` neither `Jan` nor `Dec` is a column.
  private static func isSheetName(_ bytes: [UInt8], from start: Int) -> Bool {
    let rest = bytes[start...]
    let end = rest.firstIndex { !FormulaText.isWordByte($0) } ?? rest.endIndex
    return end > start && end < rest.endIndex && rest[end] == UInt8(ascii: "!")
  }

  /// The shifted reference, or nil where the word is none. Whole columns and rows count only on a side of a colon.
  private static func shift(_ word: ArraySlice<UInt8>, rows: Int, columns: Int, isInRange: Bool) -> [UInt8]? {
    var position = word.startIndex
    func take(_ byte: UInt8) -> Bool {
      guard position < word.endIndex, word[position] == byte else { return false }
      position += 1
      return true
    }
    let firstDollar = take(UInt8(ascii: "$"))
    var column = 0
    while position < word.endIndex {
      let letter = word[position] & 0xDF
      guard word[position] >= 0x41, (0x41...0x5A).contains(letter), column <= CellReference.maximumColumn else { break }
      column = column * 26 + Int(letter - 0x40)
      position += 1
    }
    let hasColumn = column > 0
    if column > CellReference.maximumColumn { return nil }
    let secondDollar = hasColumn && take(UInt8(ascii: "$"))
    var row = 0
    while position < word.endIndex, (0x30...0x39).contains(word[position]), row <= CellReference.maximumRow {
      row = row * 10 + Int(word[position] - 0x30)
      position += 1
    }
    guard position == word.endIndex, row <= CellReference.maximumRow else { return nil }
    let hasRow = row > 0
    guard hasColumn || hasRow, (hasColumn && hasRow) || (isInRange && !(hasColumn && secondDollar)) else { return nil }
    var result: [UInt8] = []
    if hasColumn {
      if firstDollar {
        result.append(UInt8(ascii: "$"))
      } else {
        column = wrap(column + columns, CellReference.maximumColumn)
      }
      result.append(contentsOf: CellReference.columnName(column).utf8)
    }
    if hasRow {
      let isAbsolute = hasColumn ? secondDollar : firstDollar
      if isAbsolute {
        result.append(UInt8(ascii: "$"))
      } else {
        row = wrap(row + rows, CellReference.maximumRow)
      }
      result.append(contentsOf: String(row).utf8)
    }
    return result
  }

  private static func wrap(_ value: Int, _ count: Int) -> Int {
    let zeroBased = (value - 1) % count
    return (zeroBased < 0 ? zeroBased + count : zeroBased) + 1
  }
}
