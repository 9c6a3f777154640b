internal import XlsxPackage

/// Passes over cells as programs write them, which are nearly all bytes of a large worksheet: a reference, a style and a
/// type, a value or an inline string of one run, perhaps a formula of its own.
///
/// A cell of any other form is left to the slower way, which knows all of XML.
enum PlainCells {
  /// What was passed over: the end of the last whole plain cell from a position on, that cell's column, and whether any had
  /// a formula; the position itself where no plain cell stands there.
  ///
  /// - Parameters:
  ///   - row: The digits of the row that the cells must name.
  ///   - takesFormulas: Whether a cell may have a formula of its own, in a tag without attributes.
  static func end(
    in bytes: [UInt8], from start: Int, row: [UInt8], takesFormulas: Bool
  ) -> (end: Int, column: Int, hasFormula: Bool) {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      var result = (end: start, column: 0, hasFormula: false)
      while let next = unsafe cell(bytes, result.end, row, takesFormulas) {
        result = (next.end, next.column, result.hasFormula || next.hasFormula)
      }
      return result
    }
  }

  /// The end of the cell that stands at a position, and its column; nil where none does that is plain and whole.
  @inline(__always)
  private static func cell(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ row: [UInt8], _ takesFormulas: Bool
  ) -> (end: Int, column: Int, hasFormula: Bool)? {
    var place = start
    guard unsafe take("<c r=\"", bytes, &place) else { return nil }
    var column = 0
    while place < bytes.count, unsafe (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[place]), column < 1000 {
      unsafe column = column * 26 + Int(bytes[place] & 0x1F)
      place += 1
    }
    guard column > 0, column <= CellReference.maximumColumn, place + row.count < bytes.count else { return nil }
    for digit in row {
      guard unsafe bytes[place] == digit else { return nil }
      place += 1
    }
    guard unsafe bytes[place] == UInt8(ascii: "\"") else { return nil }
    place += 1
    // The two other attributes that programs write, in either order.
    var hasStyle = false
    var hasType = false
    while true {
      if !hasStyle, unsafe take(" s=\"", bytes, &place) {
        hasStyle = true
      } else if !hasType, unsafe take(" t=\"", bytes, &place) {
        hasType = true
      } else {
        break
      }
      while place < bytes.count, unsafe isLetterOrDigit(bytes[place]) { place += 1 }
      guard unsafe take("\"", bytes, &place) else { return nil }
    }
    if unsafe take("/>", bytes, &place) { return (place, column, false) }
    guard unsafe take(">", bytes, &place) else { return nil }
    var hasFormula = false
    if takesFormulas, unsafe take("<f>", bytes, &place) {
      guard unsafe skipText(bytes, &place), unsafe take("</f>", bytes, &place) else { return nil }
      hasFormula = true
      if unsafe take("</c>", bytes, &place) { return (place, column, true) }
    }
    if unsafe take("<v>", bytes, &place) {
      guard unsafe skipText(bytes, &place), unsafe take("</v></c>", bytes, &place) else { return nil }
      return (place, column, hasFormula)
    }
    guard !hasFormula,
      unsafe take("<is><t>", bytes, &place) || take("<is><t xml:space=\"preserve\">", bytes, &place),
      unsafe skipText(bytes, &place), unsafe take("</t></is></c>", bytes, &place)
    else { return nil }
    return (place, column, false)
  }

  /// Moves to the end of a text; false where it holds more than plain characters and the usual references.
  @inline(__always)
  private static func skipText(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Bool {
    while true {
      while place < bytes.count, unsafe isPlain(bytes[place]) { place += 1 }
      guard place < bytes.count, unsafe bytes[place] == UInt8(ascii: "&") else { return place < bytes.count }
      guard
        unsafe take("&amp;", bytes, &place) || take("&lt;", bytes, &place) || take("&gt;", bytes, &place)
          || take("&quot;", bytes, &place)
      else { return false }
    }
  }

  @inline(__always)
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Whether a byte may stand in a text and means nothing but itself.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > UInt8(ascii: ">")
      || (byte >= 0x20 && byte != UInt8(ascii: "<") && byte != UInt8(ascii: "&") && byte != UInt8(ascii: ">"))
  }

  @inline(__always)
  private static func take(_ text: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard place + count <= bytes.count else { return false }
    for index in 0..<count where unsafe bytes[place + index] != text.utf8Start[index] { return false }
    place += count
    return true
  }
}
