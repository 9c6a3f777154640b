import XlsxPackage

/// The expanded bytes of a part of the package, piece by piece.
protocol PieceSource: AnyObject {
  /// Gives a piece that begins with the last `rest` bytes of the piece before, followed by `newCount` new ones; none
  /// at the end of the part. The bytes are valid until the next call.
  func next(keeping rest: Int) throws(ZipFault) -> (piece: UnsafeBufferPointer<UInt8>, newCount: Int)
}
