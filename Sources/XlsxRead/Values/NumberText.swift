/// Numbers as the format writes them (xsd:double).
enum NumberText {
  /// The bytes without white space around them.
  static func trim(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while let first = rest.first, isSpace(first) { rest.removeFirst() }
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return rest
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Whether the bytes are a number: digits with an optional sign, point and exponent, and nothing else.
  static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    var position = bytes.startIndex
    func digits() -> Int {
      let start = position
      while position < bytes.endIndex, (0x30...0x39).contains(bytes[position]) { position += 1 }
      return position - start
    }
    func sign() {
      if position < bytes.endIndex, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+") {
        position += 1
      }
    }
    sign()
    var count = digits()
    if position < bytes.endIndex, bytes[position] == UInt8(ascii: ".") {
      position += 1
      count += digits()
    }
    if count == 0 { return false }
    if position < bytes.endIndex, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      sign()
      if digits() == 0 { return false }
    }
    return position == bytes.endIndex
  }

  /// The nearest `Double` of a number's bytes.
  static func value(_ bytes: ArraySlice<UInt8>) -> Double? {
    Double(String(decoding: trim(bytes), as: UTF8.self))
  }
}
