/// What takes the expanded bytes of a part, piece by piece.
///
/// ``XMLPushParser`` takes any XML; ``ScanningDecoder`` reads the canonical stretches of large parts itself and leaves the
/// rest to libxml2. Which of them reads a part makes no difference to what is read.
protocol PartDecoder: AnyObject {
  /// Takes the next piece and returns how many of its bytes are done with. The next piece begins with those that are
  /// not, at most ``PieceBuffer/headroom`` of them. Behind the piece stand ``PieceBuffer/slack`` bytes of 0.
  func take(_ piece: UnsafeBufferPointer<UInt8>) throws(XMLFault) -> Int
  /// Ends the part; `rest` is what the last ``take(_:)`` was not done with.
  func finish(_ rest: UnsafeBufferPointer<UInt8>) throws(XMLFault)
}

extension XMLPushParser: PartDecoder {
  func take(_ piece: UnsafeBufferPointer<UInt8>) throws(XMLFault) -> Int {
    try unsafe feed(piece)
    return piece.count
  }

  func finish(_ rest: UnsafeBufferPointer<UInt8>) throws(XMLFault) {
    try finish()
  }
}
