import XlsxPackage

/// The pieces of a part, expanded when they are asked for.
final class EntryPieces: PieceSource {
  private let reader: ZipEntryReader
  private let buffer: PieceBuffer
  private let buffers: PieceBuffers

  init(_ reader: ZipEntryReader, buffers: PieceBuffers) {
    self.reader = reader
    self.buffers = buffers
    buffer = buffers.take()
  }

  deinit { buffers.giveBack(buffer) }

  func next(keeping rest: Int) throws(ZipFault) -> (piece: UnsafeBufferPointer<UInt8>, newCount: Int) {
    buffer.keep(rest, of: buffer)
    try buffer.fill(from: reader)
    return unsafe (buffer.piece(keeping: rest), buffer.newCount)
  }
}
