/// The escape `_xHHHH_`, by which the format holds characters that XML cannot (ECMA-376 22.9.2.19, ST_Xstring).
package enum EscapedText {
  /// The place of the first escape, nil where there is none.
  package static func firstEscape(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var position = 0
    while position + 7 <= bytes.count {
      if unsafe bytes[position] == UInt8(ascii: "_"), unsafe escape(bytes, at: position) != nil { return position }
      position += 1
    }
    return nil
  }

  /// The bytes with the escapes decoded, the first of which stands at `first`.
  package static func decode(_ bytes: UnsafeBufferPointer<UInt8>, from first: Int) -> [UInt8] {
    var result = unsafe Array(bytes[..<first])
    var position = first
    var units: [UInt16] = []
    while position < bytes.count {
      if let unit = unsafe escape(bytes, at: position) {
        // Units are gathered, since two escapes may form one surrogate pair.
        units.append(unit)
        position += 7
        continue
      }
      if !units.isEmpty {
        result.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
        units.removeAll()
      }
      unsafe result.append(bytes[position])
      position += 1
    }
    result.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
    return result
  }

  private static func escape(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> UInt16? {
    guard position + 7 <= bytes.count, unsafe bytes[position] == UInt8(ascii: "_"),
      unsafe bytes[position + 1] == UInt8(ascii: "x"), unsafe bytes[position + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt16 = 0
    for index in (position + 2)..<(position + 6) {
      let byte = unsafe bytes[index]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt16(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
        unit = unit << 4 | UInt16((byte & 0x0F) + 9)
      default: return nil
      }
    }
    return unit
  }
}

extension EscapedText {
  /// The text of any bytes with its escapes decoded.
  package static func string(_ bytes: some Collection<UInt8>) -> String {
    unsafe Array(bytes).withUnsafeBufferPointer { bytes in
      guard let first = unsafe firstEscape(in: bytes) else { return unsafe String(decoding: bytes, as: UTF8.self) }
      return unsafe String(decoding: decode(bytes, from: first), as: UTF8.self)
    }
  }
}
