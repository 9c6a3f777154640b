/// The records at the end of a zip file that say where its directory is, looked at before libzip reads the directory.
///
/// libzip reads the directory once for every such record it finds, whole, before it can be asked for the number of
/// entries. A file of few megabytes with thousands of records would hold it up for hours.
package struct EndRecords {
  /// How many bytes at the end libzip searches: the longest comment and two records.
  private static let searched = 0xFFFF + 22 + 20
  /// An honest file has one; a zip stored inside it, near its end, adds another.
  private static let most = 16

  /// How many records there are.
  package private(set) var count = 0
  /// The most entries that one of them claims.
  package private(set) var entries = 0

  /// Whether libzip would read the directory more often than any honest file makes it.
  package var areTooMany: Bool { count > Self.most }

  package init(size: Int, source: FileProbe.Source) {
    let tail = source(max(0, size - Self.searched), Self.searched)
    var start = 0
    while let place = tail[start...].firstIndex(of: UInt8(ascii: "P")), place + 22 <= tail.count {
      if Self.number(tail, place, 4) == 0x0605_4B50 {
        count += 1
        entries = max(entries, Self.entries(tail, place, source))
      }
      start = place + 1
    }
  }

  /// The number of entries by the record at a place; that of zip64 where it is there.
  private static func entries(_ tail: [UInt8], _ place: Int, _ source: FileProbe.Source) -> Int {
    let count = number(tail, place + 10, 2)
    guard place >= 20, number(tail, place - 20, 4) == 0x0706_4B50 else { return count }
    let wide = source(number(tail, place - 12, 8), 56)
    guard wide.count == 56, number(wide, 0, 4) == 0x0606_4B50 else { return count }
    // The narrow count is all ones where it leaves the number to the wide one.
    return max(count == 0xFFFF ? 0 : count, number(wide, 32, 8))
  }

  /// A number that stands lowest byte first, and no larger than an `Int` can be.
  private static func number(_ bytes: [UInt8], _ place: Int, _ width: Int) -> Int {
    Int(clamping: (0..<width).reduce(UInt64(0)) { $0 | UInt64(bytes[place + $1]) << UInt64(8 * $1) })
  }
}
