import CZlib

/// Writes right checksums, and where asked right sizes, into the directory of a zip file as far as it can be followed.
struct ZipRepair {
  private(set) var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func run(checksums: Bool, sizes: Bool) {
    guard let end = endOfDirectory else { return }
    var place = number(end + 16, 4)
    if place == 0xFFFF_FFFF, end >= 20, number(end - 20, 4) == 0x0706_4B50 {
      place = number(number(end - 12, 8) + 48, 8)
    }
    for _ in 0..<64 {
      guard place >= 0, number(place, 4) == 0x0201_4B50 else { return }
      repairEntry(at: place, checksums: checksums, sizes: sizes)
      place += 46 + number(place + 28, 2) + number(place + 30, 2) + number(place + 32, 2)
    }
  }

  private var endOfDirectory: Int? {
    guard bytes.count >= 22 else { return nil }
    return (max(0, bytes.count - 22 - 0xFFFF)...(bytes.count - 22)).reversed().first { number($0, 4) == 0x0605_4B50 }
  }

  private mutating func repairEntry(at place: Int, checksums: Bool, sizes: Bool) {
    var compressed = number(place + 20, 4)
    var local = number(place + 42, 4)
    // Where a field of 32 bits is full, the extra field holds it: size, compressed size, place of the local header.
    var extra = place + 46 + number(place + 28, 2)
    let extraEnd = extra + number(place + 30, 2)
    var sizePlace = place + 24
    var sizeWidth = 4
    while extra + 4 <= extraEnd {
      if number(extra, 2) == 1 {
        var field = extra + 4
        if number(sizePlace, 4) == 0xFFFF_FFFF {
          sizePlace = field
          sizeWidth = 8
          field += 8
        }
        if compressed == 0xFFFF_FFFF {
          compressed = number(field, 8)
          field += 8
        }
        if local == 0xFFFF_FFFF { local = number(field, 8) }
        break
      }
      extra += 4 + number(extra + 2, 2)
    }
    guard local >= 0, local < bytes.count, number(local, 4) == 0x0403_4B50 else { return }
    let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
    guard start < bytes.count, compressed >= 0 else { return }
    let stored = Array(bytes[start..<min(bytes.count, start + min(compressed, bytes.count))])
    let content = number(place + 10, 2) == 8 ? Self.inflated(stored) : stored
    if checksums { set(place + 16, 4, Int(unsafe crc32(0, content, UInt32(content.count)))) }
    if sizes { set(sizePlace, sizeWidth, content.count) }
  }

  /// As much as can be expanded, up to a megabyte.
  private static func inflated(_ bytes: [UInt8]) -> [UInt8] {
    var input = bytes
    var output = [UInt8](repeating: 0, count: 1 << 20)
    var count = 0
    unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        var stream = unsafe z_stream()
        guard unsafe inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
          return
        }
        unsafe stream.next_in = input.baseAddress
        unsafe stream.avail_in = UInt32(input.count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(output.count)
        _ = unsafe inflate(&stream, Z_FINISH)
        unsafe count = output.count - Int(stream.avail_out)
        _ = unsafe inflateEnd(&stream)
      }
    }
    return Array(output.prefix(count))
  }

  /// A number that stands lowest byte first; -1 where the bytes end before.
  private func number(_ place: Int, _ width: Int) -> Int {
    guard place >= 0, place <= bytes.count - width else { return -1 }
    let value = (0..<width).reduce(UInt64(0)) { $0 | UInt64(bytes[place + $1]) << UInt64(8 * $1) }
    return value > 1 << 40 ? -1 : Int(value)
  }

  private mutating func set(_ place: Int, _ width: Int, _ value: Int) {
    guard place >= 0, place <= bytes.count - width else { return }
    for index in 0..<width { bytes[place + index] = UInt8(truncatingIfNeeded: value >> (8 * index)) }
  }
}
