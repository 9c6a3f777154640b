internal import CXlsx
internal import XlsxPackage

/// The shared strings of a workbook, kept as one run of bytes; a `String` is made when one is asked for.
///
/// It may be shared between threads: nothing changes it once its part has been read, and no other thread knows it before.
///
/// The bytes lie behind a pointer, so that taking a string does not ask for exclusive access.
@safe final class SharedStringTable: @unchecked Sendable {
  private struct Storage: ~Copyable {
    var bytes = FlatStore<UInt8>()
    var ends = FlatStore<UInt32>()
  }

  private let storage: UnsafeMutablePointer<Storage>

  init() {
    unsafe storage = .allocate(capacity: 1)
    unsafe storage.initialize(to: Storage())
  }

  deinit {
    unsafe storage.deinitialize(count: 1)
    unsafe storage.deallocate()
  }

  /// How many strings there are.
  var count: Int { unsafe storage.pointee.ends.count }
  /// How many bytes they take.
  var byteCount: Int { unsafe storage.pointee.bytes.count }

  /// Where the bytes of a string are; `index` is inside `0..<count`.
  ///
  /// The bytes are likely to be asked for soon, and lie anywhere in a large table: they are fetched in the meantime.
  func range(_ index: Int) -> Range<UInt32> {
    let start = unsafe index == 0 ? 0 : storage.pointee.ends[index - 1]
    unsafe cxlsx_prefetch(storage.pointee.bytes.slice(Int(start)..<Int(start)).baseAddress)
    return unsafe start..<storage.pointee.ends[index]
  }

  /// The string whose bytes are in a range that ``range(_:)`` gave.
  subscript(_ range: Range<Int>) -> String {
    unsafe TextBytes.string(storage.pointee.bytes.slice(range))
  }

  func append(_ piece: UnsafeBufferPointer<UInt8>) { unsafe storage.pointee.bytes.append(piece) }

  /// Makes room for so many bytes, which are then written from ``room`` on and made to count by ``append(_:)``.
  func reserve(_ additional: Int) { _ = unsafe storage.pointee.bytes.room(for: additional) }

  /// Where the next string's bytes go; valid until the table changes.
  @unsafe var room: UnsafeMutablePointer<UInt8> { unsafe storage.pointee.bytes.room(for: 0) }

  /// Makes so many of the bytes in the ``room`` count.
  func append(_ count: Int) { unsafe storage.pointee.bytes.commit(count) }

  /// Ends the string whose pieces were appended, which may not be UTF-8 where they come from libxml2.
  func endString(isChecked: Bool) {
    let start = unsafe storage.pointee.ends.isEmpty ? 0 : Int(storage.pointee.ends[storage.pointee.ends.count - 1])
    if !isChecked { unsafe TextBytes.repair(&storage.pointee.bytes, from: start) }
    let text = unsafe storage.pointee.bytes.slice(start..<byteCount)
    if let first = unsafe EscapedText.firstEscape(in: text) {
      let decoded = unsafe EscapedText.decode(text, from: first)
      unsafe storage.pointee.bytes.truncate(to: start)
      unsafe decoded.withUnsafeBufferPointer { unsafe storage.pointee.bytes.append($0) }
    }
    unsafe storage.pointee.ends.append(UInt32(byteCount))
  }
}
