internal import CXlsx

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Looks whether a part that libxlsxwriter wrote is complete, which is what could be wrong with it: its texts were checked before.
///
/// Much faster than a parser, it sees whether every element is closed, every attribute ends and nothing stands behind the
/// root. A stretch that is missing in the middle shows unless it is itself balanced, which no parser would notice either.
enum MarkupBalance {
  /// Whether the elements of a part are balanced; nil where it holds what that library does not write, as comments.
  static func holds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
    guard let base = bytes.baseAddress, unsafe memchr(base, 0, bytes.count) == nil else { return false }
    var open: [Range<Int>] = []
    open.reserveCapacity(16)
    var place = 0
    var hasRoot = false
    if bytes.count > 5, unsafe memcmp(base, "<?xml", 5) == 0 {
      guard let end = unsafe find(">", bytes, from: 5) else { return false }
      place = end + 1
    }
    while let start = unsafe find("<", bytes, from: place) {
      if open.isEmpty, unsafe hasRoot || !isSpace(bytes, place..<start) { return false }
      guard start + 2 < bytes.count else { return false }
      switch unsafe bytes[start + 1] {
      case UInt8(ascii: "!"), UInt8(ascii: "?"): return nil
      case UInt8(ascii: "/"):
        guard let name = open.popLast() else { return false }
        let end = start + 2 + name.count
        guard end < bytes.count, unsafe bytes[end] == UInt8(ascii: ">"),
          unsafe memcmp(base + start + 2, base + name.lowerBound, name.count) == 0
        else { return false }
        hasRoot = open.isEmpty
        place = end + 1
      default:
        guard let tag = unsafe tag(bytes, from: start + 1) else { return false }
        if !tag.isEmpty { open.append(tag.name) } else { hasRoot = open.isEmpty }
        place = tag.end
      }
    }
    return unsafe hasRoot && open.isEmpty && isSpace(bytes, place..<bytes.count)
  }

  private static func find(_ character: Unicode.Scalar, _ bytes: UnsafeBufferPointer<UInt8>, from place: Int) -> Int? {
    guard let base = bytes.baseAddress, place < bytes.count,
      let found = unsafe memchr(base + place, CInt(character.value), bytes.count - place)
    else { return nil }
    return unsafe UnsafeRawPointer(base).distance(to: found)
  }

  private static func isSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    for place in range where unsafe !MarkupScanner.isSpace(bytes[place]) { return false }
    return true
  }

  /// The start tag behind a `<`; nil where it does not end as it should.
  private static func tag(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (name: Range<Int>, end: Int, isEmpty: Bool)? {
    var place = start
    let count = bytes.count
    while place < count {
      let byte = unsafe bytes[place]
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
      place += 1
    }
    let name = start..<place
    if name.isEmpty { return nil }
    while place < count {
      switch unsafe bytes[place] {
      case UInt8(ascii: ">"):
        return (name, place + 1, unsafe bytes[place - 1] == UInt8(ascii: "/"))
      case UInt8(ascii: "<"): return nil
      case UInt8(ascii: "\""):
        guard let end = unsafe find("\"", bytes, from: place + 1) else { return nil }
        place = end + 1
      default: place += 1
      }
    }
    return nil
  }
}
