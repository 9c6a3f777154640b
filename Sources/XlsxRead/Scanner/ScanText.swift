/// The character data of canonical XML.
enum ScanText {
  /// Copies text up to the next `<`, with entities replaced, and gives the places behind what was read and written.
  ///
  /// Where it stops at anything else than `<`, the text is not canonical or has not ended. It writes up to seven bytes
  /// more than it gives, and needs no more room than the text takes in XML.
  @inline(__always)
  static func copy(
    _ source: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>
  ) -> (read: UnsafePointer<UInt8>, written: UnsafeMutablePointer<UInt8>) {
    var read = unsafe source
    var written = unsafe target
    while true {
      let word = unsafe UnsafeRawPointer(read).loadUnaligned(as: UInt64.self).littleEndian
      unsafe UnsafeMutableRawPointer(written).storeBytes(of: word.littleEndian, as: UInt64.self)
      let special = specialBytes(word)
      if special == 0 {
        unsafe read += 8
        unsafe written += 8
        continue
      }
      let plain = special.trailingZeroBitCount >> 3
      unsafe read += plain
      unsafe written += plain
      if unsafe read[0] == UInt8(ascii: "<") { return unsafe (read, written) }
      guard unsafe copySpecial(&read, &written) else { return unsafe (read, written) }
    }
  }

  /// The high bit of the first byte that is no plain ASCII text, and perhaps of some behind it.
  @inline(__always)
  private static func specialBytes(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
    let controls = (word &- ones &* 0x20) & ~word
    return
      (controls | zeros(word ^ (ones &* 0x3C)) | zeros(word ^ (ones &* 0x3E)) | zeros(word ^ (ones &* 0x26)) | word)
      & highs
  }

  /// Copies a character that needs a look; false where it is not canonical.
  private static func copySpecial(
    _ read: inout UnsafePointer<UInt8>, _ written: inout UnsafeMutablePointer<UInt8>
  ) -> Bool {
    let byte = unsafe read[0]
    switch byte {
    case 0x09, 0x0A:
      return unsafe keep(1, &read, &written)
    case UInt8(ascii: ">"):
      // "]]>" must not stand in text.
      if unsafe read[-1] == UInt8(ascii: "]"), unsafe read[-2] == UInt8(ascii: "]") { return false }
      return unsafe keep(1, &read, &written)
    case UInt8(ascii: "&"):
      return unsafe copyEntity(&read, &written)
    case 0xC2...0xDF:
      return unsafe isContinuation(read[1]) && keep(2, &read, &written)
    case 0xE0...0xEF:
      let second = unsafe read[1]
      let third = unsafe read[2]
      guard isContinuation(second), isContinuation(third) else { return false }
      // Overlong forms, surrogates, and the two characters that are none.
      if byte == 0xE0, second < 0xA0 { return false }
      if byte == 0xED, second > 0x9F { return false }
      if byte == 0xEF, second == 0xBF, third >= 0xBE { return false }
      return unsafe keep(3, &read, &written)
    case 0xF0...0xF4:
      let second = unsafe read[1]
      guard isContinuation(second), unsafe isContinuation(read[2]), unsafe isContinuation(read[3]) else { return false }
      if byte == 0xF0, second < 0x90 { return false }
      if byte == 0xF4, second > 0x8F { return false }
      return unsafe keep(4, &read, &written)
    default:
      return false
    }
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  private static func keep(
    _ count: Int, _ read: inout UnsafePointer<UInt8>, _ written: inout UnsafeMutablePointer<UInt8>
  ) -> Bool {
    for offset in 0..<count { unsafe written[offset] = read[offset] }
    unsafe read += count
    unsafe written += count
    return true
  }

  /// The entities that XML knows without a document type, and characters by their number.
  private static func copyEntity(
    _ read: inout UnsafePointer<UInt8>, _ written: inout UnsafeMutablePointer<UInt8>
  ) -> Bool {
    for index in entities.indices where unsafe matches(entities[index].name, read) {
      unsafe written[0] = entities[index].byte
      unsafe read += entities[index].name.utf8CodeUnitCount
      unsafe written += 1
      return true
    }
    guard unsafe read[1] == UInt8(ascii: "#") else { return false }
    var end = unsafe read + 2
    let isHexadecimal = unsafe end[0] == UInt8(ascii: "x")
    if isHexadecimal { unsafe end += 1 }
    var number: UInt32 = 0
    var digits = 0
    while let digit = unsafe digit(end[0], isHexadecimal: isHexadecimal), digits < 8 {
      number = number &* (isHexadecimal ? 16 : 10) &+ digit
      digits += 1
      unsafe end += 1
    }
    guard digits > 0, unsafe end[0] == UInt8(ascii: ";"), isCharacter(number), let scalar = Unicode.Scalar(number)
    else { return false }
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      unsafe written[0] = byte
      unsafe written += 1
    }
    unsafe read = unsafe end + 1
    return true
  }

  private static let entities: [(name: StaticString, byte: UInt8)] = [
    ("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&apos;", 0x27),
  ]

  private static func digit(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f") where isHexadecimal: UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F") where isHexadecimal: UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// Whether XML allows a character of this number (XML 1.0, production 2).
  private static func isCharacter(_ number: UInt32) -> Bool {
    switch number {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }

  /// Takes `<t>`, also with the white space kept, which it always is.
  static func scanTextStart(_ place: inout UnsafePointer<UInt8>) -> Bool {
    guard unsafe matches("<t", place) else { return false }
    unsafe place += 2
    if unsafe place[0] == 0x20 {
      guard unsafe matches(" xml:space=\"preserve\"", place) else { return false }
      unsafe place += 21
    }
    guard unsafe place[0] == UInt8(ascii: ">") else { return false }
    unsafe place += 1
    return true
  }

  /// Whether some bytes begin with a text.
  @inline(__always)
  static func matches(_ text: StaticString, _ bytes: UnsafePointer<UInt8>) -> Bool {
    let expected = unsafe text.utf8Start
    for offset in 0..<text.utf8CodeUnitCount where unsafe expected[offset] != bytes[offset] { return false }
    return true
  }
}
