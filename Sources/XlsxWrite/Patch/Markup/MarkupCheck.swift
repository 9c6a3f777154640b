/// What makes XML well-formed beside its tags matching: the characters and references of a text and of an attribute's value
/// (XML 1.0, 2.2, 2.4, 3.1, 4.1).
///
/// What is broken in a part that is changed would be broken in the new one, and the fault would pass for ours.
enum MarkupCheck {
  /// Throws where a token of a part is not as it must be.
  static func check(_ token: MarkupToken, in bytes: [UInt8]) throws(MarkupFault) {
    switch token.kind {
    case .text: try checkText(bytes, token.range)
    case .start, .empty:
      try checkName(bytes, token.name)
      let attributes = try MarkupScanner.attributes(of: token, in: bytes)
      for (index, attribute) in attributes.enumerated() {
        try checkName(bytes, attribute.name)
        try checkValue(bytes, attribute.value)
        let name = bytes[attribute.name]
        if attributes[..<index].contains(where: { bytes[$0.name].elementsEqual(name) }) {
          throw .broken("an element has an attribute twice")
        }
      }
    case .end:
      try checkName(bytes, token.name)
      let rest = bytes[token.name.upperBound..<(token.range.upperBound - 1)]
      if !rest.allSatisfy(MarkupScanner.isSpace) { throw .broken("an end tag holds more than a name") }
    case .cdata: try checkCharacters(bytes, token.range)
    case .other:
      try checkCharacters(bytes, token.range)
      guard MarkupScanner.matches(bytes, token.range.lowerBound, "<!--") else { return }
      let inside = bytes[token.range].dropFirst(4).dropLast(3)
      var last: UInt8 = 0
      for byte in inside {
        if byte == UInt8(ascii: "-"), last == byte { throw .broken("a comment holds two hyphens") }
        last = byte
      }
      if last == UInt8(ascii: "-") { throw .broken("a comment ends with three hyphens") }
    }
  }

  private static func checkName(_ bytes: [UInt8], _ name: Range<Int>) throws(MarkupFault) {
    switch bytes[name].first ?? UInt8(ascii: "-") {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "&"):
      throw .broken("a name begins with a character that none may begin with")
    default: return
    }
  }

  private static func checkText(_ bytes: [UInt8], _ range: Range<Int>) throws(MarkupFault) {
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = bytes[place]
      if byte == UInt8(ascii: "&") {
        place = try endOfReference(bytes, place, range.upperBound)
        continue
      }
      if byte == UInt8(ascii: ">"), MarkupScanner.matches(bytes, place - 2, "]]"), place - 2 >= range.lowerBound {
        throw .broken("a text holds ]]>")
      }
      try checkCharacter(byte)
      place += 1
    }
  }

  private static func checkValue(_ bytes: [UInt8], _ range: Range<Int>) throws(MarkupFault) {
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = bytes[place]
      if byte == UInt8(ascii: "&") {
        place = try endOfReference(bytes, place, range.upperBound)
        continue
      }
      if byte == UInt8(ascii: "<") { throw .broken("an attribute's value holds <") }
      try checkCharacter(byte)
      place += 1
    }
  }

  private static func checkCharacters(_ bytes: [UInt8], _ range: Range<Int>) throws(MarkupFault) {
    for place in range { try checkCharacter(bytes[place]) }
  }

  private static func checkCharacter(_ byte: UInt8) throws(MarkupFault) {
    if byte < 0x20, !MarkupScanner.isSpace(byte) { throw .broken("it holds a control character") }
  }

  /// The place behind a reference, which must be one of the five names or a number of a character that XML knows.
  private static func endOfReference(_ bytes: [UInt8], _ start: Int, _ end: Int) throws(MarkupFault) -> Int {
    // The longest has eight digits; zeros may stand before them.
    guard let close = bytes[start..<min(end, start + 40)].firstIndex(of: UInt8(ascii: ";")) else {
      throw .broken("an & stands by itself")
    }
    let name = String(decoding: bytes[(start + 1)..<close], as: UTF8.self)
    guard let scalar = MarkupText.scalar(name) else { throw .broken("&\(name); stands for nothing") }
    let value = scalar.value
    if (value < 0x20 && value != 9 && value != 10 && value != 13) || value == 0xFFFE || value == 0xFFFF {
      throw .broken("&\(name); stands for a character that XML does not know")
    }
    return close + 1
  }
}
