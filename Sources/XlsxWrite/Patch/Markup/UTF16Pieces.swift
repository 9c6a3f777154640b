/// Turns pieces of UTF-16 into pieces of UTF-8; what is cut at the end of a piece waits for the next.
struct UTF16Pieces {
  let isBigEndian: Bool
  private var rest: [UInt8] = []

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  /// The UTF-8 of one more piece; the last one is empty. A unit without its partner is refused, since it would not come
  /// back as it was.
  mutating func decode(_ piece: [UInt8]) throws(MarkupFault) -> [UInt8] {
    let bytes = rest + piece
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var position = 0
    while position + 1 < bytes.count {
      let first = UInt16(bytes[position])
      let second = UInt16(bytes[position + 1])
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      position += 2
    }
    if !piece.isEmpty, let last = units.last, UTF16.isLeadSurrogate(last) {
      units.removeLast()
      position -= 2
    }
    rest = Array(bytes[position...])
    if piece.isEmpty, !rest.isEmpty { throw .broken("it ends inside a character") }
    guard let text = String(validating: units, as: UTF16.self) else { throw .broken("it is no sound UTF-16") }
    return Array(text.utf8)
  }
}
