/// A deflate stream (RFC 1951, fixed codes) of some bytes and then one byte over and over.
struct RunDeflate {
  private(set) var bytes: [UInt8] = []
  private(set) var runLength = 0
  private var bits: UInt32 = 0
  private var bitCount = 0

  static func compress(prefix: [UInt8], byte: UInt8, count: Int) -> RunDeflate {
    var stream = RunDeflate()
    stream.write(0b011, 3)
    for literal in prefix { stream.literal(literal) }
    stream.literal(byte)
    stream.runLength = 1
    while stream.runLength < count {
      // Length 258 (code 285) at distance 1 (code 0).
      stream.code(0b1100_0101, 8)
      stream.code(0, 5)
      stream.runLength += 258
    }
    stream.code(0, 7)
    stream.write(0, 7)
    return stream
  }

  private mutating func literal(_ byte: UInt8) {
    if byte < 144 { code(0x30 + UInt32(byte), 8) } else { code(0x190 + UInt32(byte) - 144, 9) }
  }

  /// Huffman codes go highest bit first.
  private mutating func code(_ value: UInt32, _ count: Int) {
    for bit in (0..<count).reversed() { write(value >> UInt32(bit) & 1, 1) }
  }

  private mutating func write(_ value: UInt32, _ count: Int) {
    bits |= value << UInt32(bitCount)
    bitCount += count
    while bitCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      bitCount -= 8
    }
  }
}
