/// A whole part in UTF-8, and the encoding in which it is written.
struct PartText {
  var bytes: [UInt8]
  var encoding: PartEncoding = .utf8

  init(bytes: [UInt8], encoding: PartEncoding) {
    self.bytes = bytes
    self.encoding = encoding
  }

  /// Takes the bytes of a part in its own encoding.
  init(encoded bytes: [UInt8]) throws(MarkupFault) {
    encoding = PartEncoding.detect(bytes)
    guard case .utf16(let isBigEndian) = encoding else {
      self.bytes = bytes
      return
    }
    var pieces = UTF16Pieces(isBigEndian: isBigEndian)
    self.bytes = try pieces.decode(bytes)
    self.bytes += try pieces.decode([])
  }

  /// The bytes of the part in its own encoding.
  var encoded: [UInt8] { encoding.encode(bytes) }
}
