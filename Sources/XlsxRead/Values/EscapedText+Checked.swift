import XlsxPackage

extension EscapedText {
  /// The text of bytes that are known to be UTF-8, with its escapes decoded.
  @unsafe static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard let first = unsafe firstEscape(in: bytes) else { return unsafe TextBytes.string(bytes) }
    return unsafe String(decoding: decode(bytes, from: first), as: UTF8.self)
  }
}
