/// Reads JSON text (RFC 8259) strictly: a member named twice is an error, and numbers keep their text.
struct JSONParser {
  private static let maximumDepth = 64

  private let bytes: [UInt8]
  private var position = 0

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The value that a text holds.
  ///
  /// - Throws: A ``BookFormatError`` with line and column where the text is not JSON.
  static func value(of bytes: some Sequence<UInt8>) throws(BookFormatError) -> JSONValue {
    var parser = JSONParser(bytes: Array(bytes))
    if parser.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.position = 3 }
    let value = try parser.value(depth: 0)
    parser.skipWhiteSpace()
    if parser.position < parser.bytes.count { throw parser.error("the end of the text") }
    return value
  }

  private func error(_ expected: String) -> BookFormatError {
    let before = bytes[..<min(position, bytes.count)]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    // Columns count characters: every byte but the second and later ones of a UTF-8 sequence.
    let column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
    return BookFormatError(.notJSON(line: line, column: column, expected: expected))
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipWhiteSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func value(depth: Int) throws(BookFormatError) -> JSONValue {
    skipWhiteSpace()
    guard depth < Self.maximumDepth else { throw error("at most \(Self.maximumDepth) levels") }
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return try number()
    default: throw error("a value")
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(BookFormatError) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw error("a value") }
    position += word.utf8.count
    return value
  }

  private mutating func number() throws(BookFormatError) -> JSONValue {
    let start = position
    if next == UInt8(ascii: "-") { position += 1 }
    if next == UInt8(ascii: "0") { position += 1 } else { try digits() }
    if next == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      position += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func digits() throws(BookFormatError) {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    if position == start { throw error("a digit") }
  }

  private mutating func array(depth: Int) throws(BookFormatError) -> JSONValue {
    position += 1
    var items: [JSONValue] = []
    skipWhiteSpace()
    if take("]") { return .array([]) }
    while true {
      items.append(try value(depth: depth + 1))
      skipWhiteSpace()
      if take("]") { return .array(items) }
      guard take(",") else { throw error("“,” or “]”") }
    }
  }

  private mutating func object(depth: Int) throws(BookFormatError) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    skipWhiteSpace()
    if take("}") { return .object([]) }
    while true {
      skipWhiteSpace()
      guard next == UInt8(ascii: "\"") else { throw error("a name in double quotes") }
      let start = position
      let name = try string()
      guard names.insert(name).inserted else {
        position = start
        throw error("each name once; “\(name)” stands twice")
      }
      skipWhiteSpace()
      guard take(":") else { throw error("“:”") }
      members.append(.init(name, try value(depth: depth + 1)))
      skipWhiteSpace()
      if take("}") { return .object(members) }
      guard take(",") else { throw error("“,” or “}”") }
    }
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }

  private mutating func string() throws(BookFormatError) -> String {
    position += 1
    var text: [UInt8] = []
    let start = position
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else {
          position = start
          throw error("text in UTF-8")
        }
        position += 1
        return string
      case UInt8(ascii: "\\"):
        position += 1
        text.append(contentsOf: try escape().utf8)
      case 0..<0x20: throw error("“\\n” or another escape in place of a control character")
      default:
        text.append(byte)
        position += 1
      }
    }
    throw error("a closing quotation mark")
  }

  private mutating func escape() throws(BookFormatError) -> String {
    guard let byte = next else { throw error("an escape") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return String(try scalar())
    default:
      position -= 1
      throw error("an escape that JSON knows")
    }
  }

  private mutating func scalar() throws(BookFormatError) -> Unicode.Scalar {
    var code = try codeUnit()
    if (0xD800..<0xDC00).contains(code) {
      // Characters beyond the first 65,536 are written as two escapes (RFC 8259, section 7).
      guard take("\\"), take("u") else { throw error("the second half of a character") }
      let low = try codeUnit()
      guard (0xDC00..<0xE000).contains(low) else { throw error("the second half of a character") }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw error("the first half of a character") }
    return scalar
  }

  private mutating func codeUnit() throws(BookFormatError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error("four hexadecimal digits")
      }
      code = code << 4 + UInt32(digit)
      position += 1
    }
    return code
  }
}
