/// A whole part in UTF-8, and the encoding in which it is written.
struct PartText {
  var bytes: [UInt8]
  var encoding: PartEncoding = .utf8

  /// The bytes of the part in its own encoding.
  var encoded: [UInt8] { encoding.encode(bytes) }
}
