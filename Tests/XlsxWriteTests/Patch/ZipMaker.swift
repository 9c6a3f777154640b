/// Builds a zip package byte by byte, with what other programs put beside the parts.
struct ZipMaker {
  struct Entry {
    var name: String
    var bytes: [UInt8]
    /// Whether the bytes are packed by deflate, in blocks that are stored (RFC 1951, 3.2.4).
    var isDeflated = false
    /// An extra field of the local header, and one of the directory.
    var localExtra: [UInt8] = []
    var extra: [UInt8] = []
    var comment = ""
    /// Date and time as a zip file has them: the first of January 2020, noon.
    var time = 0x5021_6000
    var attributes = 0
  }

  var entries: [Entry] = []
  var comment = ""

  var bytes: [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let packed = entry.isDeflated ? Self.deflated(entry.bytes) : entry.bytes
      let name = Array(entry.name.utf8)
      let common =
        number(20, 2) + number(0x800, 2) + number(entry.isDeflated ? 8 : 0, 2) + number(entry.time, 4)
        + number(Int(Self.checksum(entry.bytes)), 4) + number(packed.count, 4) + number(entry.bytes.count, 4)
        + number(name.count, 2)
      directory +=
        number(0x0201_4B50, 4) + number(20, 2) + common + number(entry.extra.count, 2)
        + number(entry.comment.utf8.count, 2) + number(0, 4) + number(entry.attributes, 4) + number(body.count, 4)
        + name + entry.extra + Array(entry.comment.utf8)
      body += number(0x0403_4B50, 4) + common + number(entry.localExtra.count, 2) + name + entry.localExtra + packed
    }
    return body + directory + number(0x0605_4B50, 4) + number(0, 4) + number(entries.count, 2)
      + number(entries.count, 2) + number(directory.count, 4) + number(body.count, 4)
      + number(comment.utf8.count, 2) + Array(comment.utf8)
  }

  private func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    repeat {
      let end = min(position + 0xFFFF, bytes.count)
      let count = UInt16(end - position)
      result.append(end == bytes.count ? 1 : 0)
      for value in [count, ~count] { result += [UInt8(value & 0xFF), UInt8(value >> 8)] }
      result += bytes[position..<end]
      position = end
    } while position < bytes.count
    return result
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF as UInt32) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
  }
}
