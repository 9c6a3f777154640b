/// How the entries of a zip package stand in it, down to their packed bytes.
struct ZipImage {
  struct Entry: Equatable {
    var name: String
    var method: Int
    var time: Int
    var checksum: Int
    var size: Int
    /// The extra fields of the directory and of the local header, but for those that say how long the entry is.
    var extra: [UInt8]
    var localExtra: [UInt8]
    var comment: [UInt8]
    var attributes: Int
    var packed: [UInt8]
  }

  private(set) var entries: [Entry] = []
  private(set) var comment: [UInt8] = []

  subscript(_ name: String) -> Entry? { entries.first { $0.name == name } }

  /// Reads a sound package whose directory is not in 64 bits.
  init(_ bytes: [UInt8]) {
    func number(_ position: Int, _ width: Int) -> Int {
      (0..<width).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
    }
    guard let end = (0...max(0, bytes.count - 22)).last(where: { number($0, 4) == 0x0605_4B50 }) else { return }
    comment = Array(bytes[(end + 22)...])
    var position = number(end + 16, 4)
    if position == 0xFFFF_FFFF {
      // The locator stands before the end, and names the place of the end in 64 bits (APPNOTE 4.3.14–15).
      position = number(number(end - 20 + 8, 8) + 48, 8)
    }
    while number(position, 4) == 0x0201_4B50 {
      let counts = (name: number(position + 28, 2), extra: number(position + 30, 2), comment: number(position + 32, 2))
      let name = bytes[(position + 46)..<(position + 46 + counts.name)]
      let extra = Array(bytes[(position + 46 + counts.name)...].prefix(counts.extra))
      var packedSize = number(position + 20, 4)
      var size = number(position + 24, 4)
      var local = number(position + 42, 4)
      var wide = Self.field(1, of: extra)
      func take(_ value: inout Int) {
        guard value == 0xFFFF_FFFF, wide.count >= 8 else { return }
        value = (0..<8).reduce(0) { $0 | Int(wide[$1]) << (8 * $1) }
        wide = Array(wide.dropFirst(8))
      }
      take(&size)
      take(&packedSize)
      take(&local)
      let localCounts = (name: number(local + 26, 2), extra: number(local + 28, 2))
      let start = local + 30 + localCounts.name + localCounts.extra
      entries.append(
        Entry(
          name: String(decoding: name, as: UTF8.self), method: number(position + 10, 2),
          time: number(position + 12, 4), checksum: number(position + 16, 4), size: size,
          extra: Self.without(1, extra),
          localExtra: Self.without(1, Array(bytes[(start - localCounts.extra)..<start])),
          comment: Array(bytes[(position + 46 + counts.name + counts.extra)...].prefix(counts.comment)),
          attributes: number(position + 38, 4), packed: Array(bytes[start..<(start + packedSize)])))
      position += 46 + counts.name + counts.extra + counts.comment
    }
  }

  private static func fields(_ extra: [UInt8]) -> [(id: Int, bytes: [UInt8])] {
    var result: [(Int, [UInt8])] = []
    var rest = extra[...]
    while rest.count >= 4 {
      let start = rest.startIndex
      let id = Int(rest[start]) | Int(rest[start + 1]) << 8
      let count = Int(rest[start + 2]) | Int(rest[start + 3]) << 8
      result.append((id, Array(rest.prefix(4 + count))))
      rest = rest.dropFirst(4 + count)
    }
    return result
  }

  private static func field(_ id: Int, of extra: [UInt8]) -> [UInt8] {
    fields(extra).first { $0.id == id }.map { Array($0.bytes.dropFirst(4)) } ?? []
  }

  private static func without(_ id: Int, _ extra: [UInt8]) -> [UInt8] {
    fields(extra).filter { $0.id != id }.flatMap(\.bytes)
  }
}
