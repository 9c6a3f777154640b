/// Bytes that come in one piece.
final class OnePiece {
  private var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// All of them, and none after that.
  func next() -> [UInt8] {
    let piece = bytes
    bytes = []
    return piece
  }
}
