/// Builds a zip package of parts that are stored as they are.
struct StoredPackage {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  mutating func add(_ name: String, _ bytes: [UInt8]) {
    let offset = body.count
    let common =
      Self.number(20, 2) + Self.number(0x800, 2) + Self.number(0, 2) + Self.number(0, 4)
      + Self.number(Int(Self.checksum(bytes)), 4) + Self.number(bytes.count, 4) + Self.number(bytes.count, 4)
      + Self.number(name.utf8.count, 2) + Self.number(0, 2)
    body += Self.number(0x0403_4B50, 4) + common + name.utf8 + bytes
    directory += Self.number(0x0201_4B50, 4) + Self.number(20, 2) + common + Self.number(0, 10)
    directory += Self.number(offset, 4) + name.utf8
    count += 1
  }

  var bytes: [UInt8] {
    body + directory + Self.number(0x0605_4B50, 4) + Self.number(0, 4) + Self.number(count, 2)
      + Self.number(count, 2) + Self.number(directory.count, 4) + Self.number(body.count, 4) + Self.number(0, 2)
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
  }
}
