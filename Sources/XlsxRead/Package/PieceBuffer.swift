import XlsxPackage

/// Memory for one piece of a part: room for bytes that are kept from the piece before, the new bytes, and some slack.
@safe final class PieceBuffer {
  /// The most bytes that may be kept from one piece to the next.
  static let headroom = 32 << 10
  /// How many bytes of 0 stand behind every piece, so that a scanner may look beyond the end before it asks where it is.
  static let slack = 32

  private let fresh: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  private(set) var newCount = 0

  /// Memory for pieces of up to `capacity` new bytes.
  init(capacity: Int) {
    self.capacity = capacity
    unsafe fresh = UnsafeMutablePointer.allocate(capacity: Self.headroom + capacity + Self.slack) + Self.headroom
  }

  deinit { unsafe (fresh - Self.headroom).deallocate() }

  /// Takes over the last bytes of what another buffer holds, or this one, before the new bytes.
  func keep(_ count: Int, of other: PieceBuffer) {
    precondition(count <= Self.headroom, "more bytes kept than there is room for")
    unsafe (fresh - count).update(from: other.fresh + other.newCount - count, count: count)
  }

  /// Reads new bytes; none at the end of the part.
  func fill(from reader: ZipEntryReader) throws(ZipFault) {
    newCount = 0
    newCount = try unsafe reader.read(into: UnsafeMutableBufferPointer(start: fresh, count: capacity))
    unsafe (fresh + newCount).update(repeating: 0, count: Self.slack)
  }

  /// The new bytes and so many of the kept ones before them; valid until the buffer changes.
  @unsafe func piece(keeping count: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(count <= Self.headroom, "more bytes kept than there is room for")
    return unsafe UnsafeBufferPointer(start: fresh - count, count: count + newCount)
  }
}
