/// Makes sure that pieces are UTF-8, also where a character is cut at the end of one.
struct UTF8Pieces {
  /// The bytes of a character that has not ended, at most three.
  private var rest: [UInt8] = []

  /// Looks at one more piece; the last one is empty.
  mutating func check(_ piece: [UInt8]) throws(MarkupFault) {
    if piece.isEmpty, !rest.isEmpty { throw Self.fault }
    let bytes = rest.isEmpty ? piece : rest + piece
    let end = Self.endOfWholeCharacters(bytes)
    rest = Array(bytes[end...])
    guard rest.count < 4, Self.isValid(bytes, end) else { throw Self.fault }
  }

  private static var fault: MarkupFault { .broken("it holds bytes that are not UTF-8") }

  private static func isValid(_ bytes: [UInt8], _ end: Int) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      let whole = unsafe UnsafeBufferPointer(rebasing: bytes[..<end])
      return unsafe String(validating: whole, as: UTF8.self) != nil
    }
  }

  /// The place of the last character that may have been cut.
  private static func endOfWholeCharacters(_ bytes: [UInt8]) -> Int {
    var place = bytes.count
    while place > 0, bytes.count - place < 4 {
      place -= 1
      let byte = bytes[place]
      if byte < 0x80 { return bytes.count }
      if byte >= 0xC0 {
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        return place + length > bytes.count ? place : bytes.count
      }
    }
    return bytes.count
  }
}
