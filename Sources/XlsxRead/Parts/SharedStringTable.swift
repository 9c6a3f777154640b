/// The shared strings of a workbook, kept as one run of bytes; a `String` is made when one is asked for.
struct SharedStringTable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  /// How many strings there are.
  var count: Int { ends.count }
  /// How many bytes they take.
  var byteCount: Int { bytes.count }

  /// The string at an index inside `0..<count`.
  subscript(_ index: Int) -> String {
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return unsafe bytes.withUnsafeBufferPointer {
      unsafe String(decoding: UnsafeBufferPointer(rebasing: $0[start..<Int(ends[index])]), as: UTF8.self)
    }
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    unsafe bytes.append(contentsOf: piece)
  }

  /// Ends the string whose pieces were appended.
  mutating func endString() {
    EscapedText.decode(&bytes, from: Int(ends.last ?? 0))
    ends.append(UInt32(bytes.count))
  }
}
