/// The bytes of texts on their way to a `String`.
///
/// All bytes that are kept have been found to be UTF-8 when they were read, by the scanner or by ``repair(_:from:)``, so
/// a `String` is made of them without looking again.
enum TextBytes {
  /// The text of bytes that are known to be UTF-8.
  @unsafe static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    if #available(macOS 26.0, iOS 26.0, tvOS 26.0, watchOS 26.0, visionOS 26.0, *) {
      unsafe String(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: isASCII(bytes)))
    } else {
      unsafe String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Whether all bytes are ASCII.
  static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress else { return true }
    let raw = unsafe UnsafeRawPointer(start)
    var position = 0
    var seen: UInt64 = 0
    while position + 8 <= bytes.count {
      unsafe seen |= raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      position += 8
    }
    while position < bytes.count {
      unsafe seen |= UInt64(start[position])
      position += 1
    }
    return seen & 0x8080_8080_8080_8080 == 0
  }

  /// Replaces what is not UTF-8 in the bytes from an index on. libxml2 checks its text, but lets some overlong forms
  /// pass.
  static func repair(_ bytes: inout FlatStore<UInt8>, from start: Int) {
    let text = unsafe bytes.slice(start..<bytes.count)
    if unsafe isASCII(text) { return }
    let repaired = unsafe Array(String(decoding: text, as: UTF8.self).utf8)
    if unsafe text.elementsEqual(repaired) { return }
    bytes.truncate(to: start)
    unsafe repaired.withUnsafeBufferPointer { unsafe bytes.append($0) }
  }
}
