/// Builds a zip package byte by byte, so that a test can also build the ones that no program would write.
struct PackageBuilder {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a part, stored without compression.
  mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  mutating func add(_ name: String, _ bytes: [UInt8]) {
    append(name, stored: bytes, size: bytes.count, checksum: Self.checksum(bytes), method: 0)
  }

  /// Adds a part that compresses `prefix`, then a byte `count` times, then nothing: about 160 bytes to one.
  mutating func addRun(_ name: String, prefix: String, byte: UInt8, count: Int) {
    let deflated = RunDeflate.compress(prefix: Array(prefix.utf8), byte: byte, count: count)
    var checksum = Self.update(0xFFFF_FFFF, Array(prefix.utf8))
    let block = [UInt8](repeating: byte, count: 1 << 16)
    var rest = deflated.runLength
    while rest > 0 {
      let step = min(rest, block.count)
      checksum = Self.update(checksum, Array(block.prefix(step)))
      rest -= step
    }
    append(
      name, stored: deflated.bytes, size: prefix.utf8.count + deflated.runLength, checksum: ~checksum, method: 8)
  }

  private mutating func append(_ name: String, stored: [UInt8], size: Int, checksum: UInt32, method: Int) {
    let offset = body.count
    let common =
      Self.number(20, 2) + Self.number(0x800, 2) + Self.number(method, 2) + Self.number(0, 4)
      + Self.number(Int(checksum), 4) + Self.number(stored.count, 4) + Self.number(size, 4)
      + Self.number(name.utf8.count, 2) + Self.number(0, 2)
    body += Self.number(0x0403_4B50, 4) + common + Array(name.utf8) + stored
    directory +=
      Self.number(0x0201_4B50, 4) + Self.number(20, 2) + common + Self.number(0, 2) + Self.number(0, 2)
      + Self.number(0, 2) + Self.number(0, 4) + Self.number(offset, 4) + Array(name.utf8)
    count += 1
  }

  /// The bytes of the package.
  var bytes: [UInt8] {
    body + directory + Self.number(0x0605_4B50, 4) + Self.number(0, 4) + Self.number(count, 2)
      + Self.number(count, 2) + Self.number(directory.count, 4) + Self.number(body.count, 4) + Self.number(0, 2)
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }

  private static func update(_ checksum: UInt32, _ bytes: [UInt8]) -> UInt32 {
    bytes.reduce(checksum) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 { ~update(0xFFFF_FFFF, bytes) }
}
