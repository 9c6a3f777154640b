internal import XlsxPackage

/// The pieces of one part in UTF-8.
final class PartPieces {
  private let reader: ZipEntryReader
  private let part: String
  private let file: String
  private let compressedSize: Int
  private let limits: PatchLimits
  /// Empty until the first piece is read and after the last: many parts may wait for their turn.
  private var buffer: [UInt8] = []
  private var position = 0
  private var decoder: UTF16Pieces?
  private var validator = UTF8Pieces()
  private var isEnded = false
  /// How the part is written; known once the first piece is read.
  private(set) var encoding = PartEncoding.utf8

  init(_ reader: ZipEntryReader, part: String, file: String, compressedSize: Int, limits: PatchLimits) {
    self.reader = reader
    self.part = part
    self.file = file
    self.compressedSize = compressedSize
    self.limits = limits
  }

  /// The next bytes; none at the end.
  func next() throws(XlsxWriteError) -> [UInt8] {
    if isEnded { return [] }
    // A long character may leave nothing of a piece, which would pass for the end.
    while true {
      let piece = try expand()
      let isFirst = position == piece.count
      if isFirst {
        encoding = PartEncoding.detect(piece)
        if case .utf16(let isBigEndian) = encoding { decoder = UTF16Pieces(isBigEndian: isBigEndian) }
      }
      isEnded = piece.isEmpty
      do throws(MarkupFault) {
        let decoded = try decoder?.decode(piece) ?? piece
        if decoder == nil { try validator.check(piece) }
        if isFirst, case .utf8 = encoding, let name = PartEncoding.foreignName(inDeclaration: declaration(decoded)) {
          throw .refused(
            "the part is written in \(name), not in UTF-8. Open the file in Excel or WPS and save it again.")
        }
        if isEnded || !decoded.isEmpty { return decoded }
      } catch {
        throw XlsxWriteError(error).inPart(part, of: file)
      }
    }
  }

  /// The XML declaration, perhaps behind a byte order mark, as far as it stands in the first piece.
  private func declaration(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return text.firstIndex(of: UInt8(ascii: ">")).map { text[...$0] } ?? []
  }

  private func expand() throws(XlsxWriteError) -> [UInt8] {
    let count: Int
    if buffer.isEmpty { buffer = [UInt8](repeating: 0, count: 64 << 10) }
    do throws(ZipFault) {
      count = try unsafe buffer.withUnsafeMutableBufferPointer { (target) throws(ZipFault) in
        try unsafe reader.read(into: target)
      }
    } catch {
      throw XlsxWriteError(PackageFault(error, inPart: true), path: file, part: part)
    }
    position += count
    if position > limits.expandedPartBytes {
      throw overLimit("the part expands to more than the limit of \(limits.expandedPartBytes) bytes")
    }
    if position > 8 << 20, position / max(1, compressedSize) > limits.expansionRatio {
      throw overLimit("the part expands to more than \(limits.expansionRatio) times its compressed size")
    }
    let piece = Array(buffer[..<count])
    if count == 0 { buffer = [] }
    return piece
  }

  private func overLimit(_ message: String) -> XlsxWriteError {
    XlsxWriteError(PackageFault(.overLimit, message), path: file, part: part)
  }
}
