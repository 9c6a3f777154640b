/// Where the records of a plain zip file stand, as libxlsxwriter writes one.
///
/// Parts with a data descriptor, encryption or the wide records of large files are none of its, and are not understood.
struct PackageRecords {
  struct Entry {
    /// The name, as it is written.
    var name: String
    /// The record before the packed bytes.
    var header: Range<Int>
    var packed: Range<Int>
    /// The record in the directory.
    var directory: Range<Int>
    var isDeflated: Bool
    /// The checksum and the size of the expanded bytes.
    var checksum: UInt32
    var size: Int
  }

  /// The places of the numbers in the record before the packed bytes.
  enum Header {
    static let checksum = 14
    static let packedSize = 18
    static let size = 22
  }

  /// The places of the numbers in a record of the directory.
  enum Directory {
    static let checksum = 16
    static let packedSize = 20
    static let size = 24
    static let offset = 42
  }

  /// The places of the numbers in the record at the end.
  enum End {
    static let directorySize = 12
    static let directoryOffset = 16
    static let count = 22
  }

  private(set) var entries: [Entry] = []
  /// The record at the end, with its comment.
  let end: Range<Int>

  /// Finds the records; nil where the bytes are anything else.
  init?(_ bytes: [UInt8]) {
    // Without a comment behind it, the last record has one place only.
    let last = bytes.count - End.count
    guard last >= 0, Self.number(bytes, last, 4) == 0x0605_4B50, Self.number(bytes, last + 20, 2) == 0,
      Self.number(bytes, last + 4, 4) == 0
    else { return nil }
    end = last..<bytes.count
    let count = Self.number(bytes, last + 10, 2)
    var place = Self.number(bytes, last + End.directoryOffset, 4)
    guard count > 0, Self.number(bytes, last + 8, 2) == count,
      place + Self.number(bytes, last + End.directorySize, 4) == last
    else { return nil }
    for _ in 0..<count {
      guard let entry = Self.entry(bytes, at: place, before: last) else { return nil }
      entries.append(entry)
      place = entry.directory.upperBound
    }
    if place != last { return nil }
  }

  private static func entry(_ bytes: [UInt8], at place: Int, before end: Int) -> Entry? {
    guard place + 46 <= end, number(bytes, place, 4) == 0x0201_4B50 else { return nil }
    let flags = number(bytes, place + 8, 2)
    let method = number(bytes, place + 10, 2)
    let nameCount = number(bytes, place + 28, 2)
    let next = place + 46 + nameCount + number(bytes, place + 30, 2) + number(bytes, place + 32, 2)
    // Bits 1 and 2 tell how hard it was packed, bit 11 that the name is UTF-8.
    guard next <= end, flags & ~0x0806 == 0, method == 0 || method == 8 else { return nil }
    let start = number(bytes, place + Directory.offset, 4)
    guard start + 30 <= end, number(bytes, start, 4) == 0x0403_4B50, number(bytes, start + 6, 2) == flags,
      number(bytes, start + 8, 2) == method
    else { return nil }
    let packed = start + 30 + number(bytes, start + 26, 2) + number(bytes, start + 28, 2)
    let size = number(bytes, place + Directory.packedSize, 4)
    guard size < 0xFFFF_FFFF, packed + size <= end, number(bytes, start + Header.packedSize, 4) == size else {
      return nil
    }
    return Entry(
      name: String(decoding: bytes[(place + 46)..<(place + 46 + nameCount)], as: UTF8.self),
      header: start..<packed, packed: packed..<(packed + size), directory: place..<next, isDeflated: method == 8,
      checksum: UInt32(number(bytes, place + Directory.checksum, 4)), size: number(bytes, place + Directory.size, 4))
  }

  /// A number that stands lowest byte first.
  static func number(_ bytes: [UInt8], _ place: Int, _ width: Int) -> Int {
    (0..<width).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  /// Writes a number of four bytes over another.
  static func put(_ number: Int, _ bytes: inout [UInt8], _ place: Int) {
    for index in 0..<4 { bytes[place + index] = UInt8(truncatingIfNeeded: number >> (8 * index)) }
  }
}
