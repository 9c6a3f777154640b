internal import CXlsx

/// Finds bytes as fast as the C library does, which compares many at once.
enum ByteSearch {
  /// The place of the first such byte from a place on, nil where there is none.
  static func first(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = bytes.baseAddress, start < bytes.count,
      let found = unsafe memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// How many such bytes there are before a place.
  static func count(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, before end: Int) -> Int {
    let part = unsafe UnsafeBufferPointer(rebasing: bytes[..<end])
    var count = 0
    var position = 0
    while let found = unsafe first(byte, in: part, from: position) {
      count += 1
      position = found + 1
    }
    return count
  }
}
