/// Numbers as the format writes them (xsd:double).
enum NumberText {
  /// The bytes without white space around them.
  static func trim(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = bytes.count
    while start < end, unsafe isSpace(bytes[start]) { start += 1 }
    while start < end, unsafe isSpace(bytes[end - 1]) { end -= 1 }
    return unsafe UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Whether the bytes are a number: digits with an optional sign, point and exponent, and nothing else.
  static func isNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    func digits() -> Int {
      let start = position
      while position < bytes.count, unsafe (0x30...0x39).contains(bytes[position]) { position += 1 }
      return position - start
    }
    func sign() {
      if position < bytes.count, unsafe bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+") {
        position += 1
      }
    }
    sign()
    var count = digits()
    if position < bytes.count, unsafe bytes[position] == UInt8(ascii: ".") {
      position += 1
      count += digits()
    }
    if count == 0 { return false }
    if position < bytes.count, unsafe bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      sign()
      if digits() == 0 { return false }
    }
    return position == bytes.count
  }

  /// The nearest `Double` of a number's bytes.
  static func value(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    if let value = unsafe DecimalParser.value(bytes) { return value }
    return unsafe Double(String(decoding: trim(bytes), as: UTF8.self))
  }
}
