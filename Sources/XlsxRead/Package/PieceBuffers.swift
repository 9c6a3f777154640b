/// Buffers that the parts of one package use one after the other, since new memory costs more than a small part.
final class PieceBuffers {
  private var spare: PieceBuffer?

  func take() -> PieceBuffer {
    defer { spare = nil }
    return spare ?? PieceBuffer(capacity: 64 << 10)
  }

  func giveBack(_ buffer: PieceBuffer) { spare = buffer }
}
