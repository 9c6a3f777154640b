/// The escape `_xHHHH_`, by which the format holds characters that XML cannot (ECMA-376 22.9.2.19, ST_Xstring).
enum EscapedText {
  /// Decodes the escapes in the bytes from `start` on, in place.
  static func decode(_ bytes: inout [UInt8], from start: Int) {
    guard var position = firstEscape(bytes, from: start) else { return }
    let tail = Array(bytes[position...])
    bytes.removeSubrange(position...)
    position = 0
    var units: [UInt16] = []
    while position < tail.count {
      if let unit = escape(tail, at: position) {
        // Units are gathered, since two escapes may form one surrogate pair.
        units.append(unit)
        position += 7
        continue
      }
      if !units.isEmpty {
        bytes.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
        units.removeAll()
      }
      bytes.append(tail[position])
      position += 1
    }
    bytes.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
  }

  /// The text of bytes with its escapes decoded.
  static func string(_ bytes: some Collection<UInt8>) -> String {
    var copy = Array(bytes)
    decode(&copy, from: 0)
    return String(decoding: copy, as: UTF8.self)
  }

  private static func firstEscape(_ bytes: [UInt8], from start: Int) -> Int? {
    var position = start
    while position + 7 <= bytes.count {
      if bytes[position] == UInt8(ascii: "_"), escape(bytes, at: position) != nil { return position }
      position += 1
    }
    return nil
  }

  private static func escape(_ bytes: [UInt8], at position: Int) -> UInt16? {
    guard position + 7 <= bytes.count, bytes[position] == UInt8(ascii: "_"), bytes[position + 1] == UInt8(ascii: "x"),
      bytes[position + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[(position + 2)..<(position + 6)] {
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
