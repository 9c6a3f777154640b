/// The encodings in which the parts of a workbook stand, and back again without a difference.
enum PartEncoding: Equatable {
  case utf8
  /// UTF-16, which ECMA-376 allows beside UTF-8 (part 2, 8.2.5.3).
  case utf16(isBigEndian: Bool)

  /// The encoding by the first bytes of a part, of which there should be at least four.
  static func detect(_ bytes: [UInt8]) -> PartEncoding {
    guard bytes.count >= 2 else { return .utf8 }
    switch (bytes[0], bytes[1]) {
    case (0xFE, 0xFF), (0, UInt8(ascii: "<")): return .utf16(isBigEndian: true)
    case (0xFF, 0xFE), (UInt8(ascii: "<"), 0): return .utf16(isBigEndian: false)
    default: return .utf8
    }
  }

  /// The encoding that an XML declaration names, where it is one in which we cannot write.
  static func foreignName(inDeclaration declaration: some Collection<UInt8>) -> String? {
    let bytes = Array(declaration)
    guard MarkupScanner.matches(bytes, 0, "<?xml") else { return nil }
    let token = MarkupToken(kind: .start, range: 0..<bytes.count, name: 0..<5)
    guard let value = MarkupScanner.value(of: "encoding", token, in: bytes) else { return nil }
    let name = String(decoding: bytes[value], as: UTF8.self)
    return ["utf-8", "utf8", "utf-16", "utf-16le", "utf-16be"].contains(name.lowercased())
      ? nil : name
  }

  /// The bytes of UTF-8 text in this encoding.
  func encode(_ bytes: [UInt8]) -> [UInt8] {
    guard case .utf16(let isBigEndian) = self else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    for unit in String(decoding: bytes, as: UTF8.self).utf16 {
      let high = UInt8(unit >> 8)
      let low = UInt8(truncatingIfNeeded: unit)
      result.append(isBigEndian ? high : low)
      result.append(isBigEndian ? low : high)
    }
    return result
  }
}
