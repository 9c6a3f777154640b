/// Puts pieces of UTF-8 into the encoding of their part; a character that is cut waits for its rest.
final class PieceEncoder {
  private let pieces: PartPieces
  private let source: MarkupStream.Source
  private var rest: [UInt8] = []

  /// `source` gives the new bytes of a part whose old ones come from `pieces`, which know its encoding.
  init(_ pieces: PartPieces, _ source: @escaping MarkupStream.Source) {
    self.pieces = pieces
    self.source = source
  }

  /// The next bytes of the part; none at the end.
  func next() throws(XlsxWriteError) -> [UInt8] {
    while true {
      let piece = try source()
      // Known only now: the first piece has been read for it.
      let encoding = pieces.encoding
      if encoding == .utf8 || piece.isEmpty {
        defer { rest = [] }
        return rest.isEmpty ? piece : encoding.encode(rest + piece)
      }
      rest += piece
      // The first byte of the last character: no byte inside one has this form.
      let start = rest.lastIndex { $0 & 0xC0 != 0x80 } ?? rest.startIndex
      let whole = Array(rest[..<start])
      rest = Array(rest[start...])
      if !whole.isEmpty { return encoding.encode(whole) }
    }
  }
}
