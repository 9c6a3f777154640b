/// Finds the tokens of XML without changing or losing a byte of it.
///
/// It knows the parts of XML that a workbook uses (XML 1.0, 2.4–2.8 and 3.1) and refuses document types.
enum MarkupScanner {
  /// The token that starts at a position of some bytes; nil where it does not end there, so that more bytes are needed.
  ///
  /// A text ends before the next `<`, or with the bytes where they are all that there is.
  static func token(in bytes: [UInt8], from start: Int, isAll: Bool) throws(MarkupFault) -> MarkupToken? {
    guard start < bytes.count else { return nil }
    guard bytes[start] == UInt8(ascii: "<") else {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "<") { end += 1 }
      return end < bytes.count || isAll ? MarkupToken(kind: .text, range: start..<end, name: start..<start) : nil
    }
    guard start + 1 < bytes.count else { return try ended(isAll) }
    switch bytes[start + 1] {
    case UInt8(ascii: "!"):
      // `<![CDATA[` is the longest of the three.
      guard start + 9 <= bytes.count || isAll else { return nil }
      if matches(bytes, start, "<!--") {
        return try plain(.other, bytes, start, opening: 4, closing: "-->", isAll)
      }
      if matches(bytes, start, "<![CDATA[") {
        return try plain(.cdata, bytes, start, opening: 9, closing: "]]>", isAll)
      }
      throw .broken("a document type or a declaration stands in it")
    case UInt8(ascii: "?"):
      return try plain(.other, bytes, start, opening: 2, closing: "?>", isAll)
    case UInt8(ascii: "/"):
      return try tag(.end, bytes, start, nameStart: start + 2, isAll)
    default:
      return try tag(.start, bytes, start, nameStart: start + 1, isAll)
    }
  }

  private static func ended(_ isAll: Bool) throws(MarkupFault) -> MarkupToken? {
    if isAll { throw .broken("it ends inside a tag") }
    return nil
  }

  private static func plain(
    _ kind: MarkupToken.Kind, _ bytes: [UInt8], _ start: Int, opening: Int, closing: StaticString, _ isAll: Bool
  ) throws(MarkupFault) -> MarkupToken? {
    var end = start + opening
    let count = closing.utf8CodeUnitCount
    while end + count <= bytes.count {
      if matches(bytes, end, closing) {
        return MarkupToken(kind: kind, range: start..<(end + count), name: start..<start)
      }
      end += 1
    }
    return try ended(isAll)
  }

  private static func tag(
    _ kind: MarkupToken.Kind, _ bytes: [UInt8], _ start: Int, nameStart: Int, _ isAll: Bool
  ) throws(MarkupFault) -> MarkupToken? {
    var place = nameStart
    while place < bytes.count, isName(bytes[place]) { place += 1 }
    let name = nameStart..<place
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: ">") {
        if name.isEmpty { throw .broken("a tag has no name") }
        let isEmpty = kind == .start && bytes[place - 1] == UInt8(ascii: "/")
        return MarkupToken(kind: isEmpty ? .empty : kind, range: start..<(place + 1), name: name)
      }
      if byte == UInt8(ascii: "<") { throw .broken("a tag begins inside a tag") }
      place += 1
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        while place < bytes.count, bytes[place] != byte { place += 1 }
        place += 1
      }
    }
    return try ended(isAll)
  }

  /// Whether a byte may stand in a name: all that does not end one.
  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      false
    default: true
    }
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  /// Whether a text of ASCII stands at a position.
  static func matches(_ bytes: [UInt8], _ position: Int, _ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position >= 0, position + count <= bytes.count else { return false }
    for index in 0..<count where unsafe bytes[position + index] != text.utf8Start[index] { return false }
    return true
  }

  private static let mostAttributes = 256

  /// The attributes of a start tag.
  static func attributes(of token: MarkupToken, in bytes: [UInt8]) throws(MarkupFault) -> [MarkupAttribute] {
    var attributes: [MarkupAttribute] = []
    var place = token.name.upperBound
    let end = token.range.upperBound - (token.kind == .empty ? 2 : 1)
    while true {
      let spaceStart = place
      while place < end, isSpace(bytes[place]) { place += 1 }
      guard place < end else { return attributes }
      if place == spaceStart { throw .broken("two attributes touch") }
      let nameStart = place
      while place < end, isName(bytes[place]) { place += 1 }
      let name = nameStart..<place
      while place < end, isSpace(bytes[place]) { place += 1 }
      guard !name.isEmpty, place < end, bytes[place] == UInt8(ascii: "=") else {
        throw .broken("an attribute has no value")
      }
      place += 1
      while place < end, isSpace(bytes[place]) { place += 1 }
      guard place < end, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") else {
        throw .broken("an attribute's value stands without quotation marks")
      }
      let quote = bytes[place]
      let valueStart = place + 1
      place = valueStart
      while place < end, bytes[place] != quote { place += 1 }
      guard place < end else { throw .broken("an attribute's value does not end") }
      if attributes.count == mostAttributes { throw .broken("a tag has more than \(mostAttributes) attributes") }
      attributes.append(MarkupAttribute(range: spaceStart..<(place + 1), name: name, value: valueStart..<place))
      place += 1
    }
  }

  /// Where the value of an attribute stands, by its name as it is written; a faster way than ``attributes(of:in:)``.
  static func value(of name: StaticString, _ token: MarkupToken, in bytes: [UInt8]) -> Range<Int>? {
    let end = token.range.upperBound - 1
    let count = name.utf8CodeUnitCount
    var place = token.name.upperBound
    while place < end {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        place += 1
        while place < end, bytes[place] != byte { place += 1 }
        place += 1
      } else if isSpace(byte), matches(bytes, place + 1, name) {
        var next = place + 1 + count
        while next < end, isSpace(bytes[next]) { next += 1 }
        if next < end, bytes[next] == UInt8(ascii: "=") {
          next += 1
          while next < end, isSpace(bytes[next]) { next += 1 }
          guard next < end else { return nil }
          let quote = bytes[next]
          guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
          let start = next + 1
          next = start
          while next < end, bytes[next] != quote { next += 1 }
          return start..<next
        }
        place += 1
      } else {
        place += 1
      }
    }
    return nil
  }
}
