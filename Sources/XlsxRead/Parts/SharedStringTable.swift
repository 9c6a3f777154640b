/// The shared strings of a workbook, kept as one run of bytes; a `String` is made when one is asked for.
final class SharedStringTable {
  private var bytes = FlatStore<UInt8>()
  private var ends = FlatStore<UInt32>()

  /// How many strings there are.
  var count: Int { ends.count }
  /// How many bytes they take.
  var byteCount: Int { bytes.count }

  /// The string at an index inside `0..<count`.
  subscript(_ index: Int) -> String {
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return unsafe String(decoding: bytes.slice(start..<Int(ends[index])), as: UTF8.self)
  }

  func append(_ piece: UnsafeBufferPointer<UInt8>) { unsafe bytes.append(piece) }

  /// Makes room for so many bytes, which are then written from ``room`` on and made to count by ``append(_:)``.
  func reserve(_ additional: Int) { _ = unsafe bytes.room(for: additional) }

  /// Where the next string's bytes go; valid until the table changes.
  @unsafe var room: UnsafeMutablePointer<UInt8> { unsafe bytes.room(for: 0) }

  /// Makes so many of the bytes in the ``room`` count.
  func append(_ count: Int) { bytes.commit(count) }

  /// Ends the string whose pieces were appended.
  func endString() {
    let start = ends.isEmpty ? 0 : Int(ends[ends.count - 1])
    let text = unsafe bytes.slice(start..<bytes.count)
    if let first = unsafe EscapedText.firstEscape(in: text) {
      let decoded = unsafe EscapedText.decode(text, from: first)
      bytes.truncate(to: start)
      unsafe decoded.withUnsafeBufferPointer { unsafe bytes.append($0) }
    }
    ends.append(UInt32(bytes.count))
  }
}
