import XlsxPackage

/// One part on its way from the archive through a decoder to its handler, piece by piece.
final class PartStream {
  let part: String
  private let entry: ZipArchive.Entry
  private let pieces: any PieceSource
  private let package: PackageReader
  private let decoder: any PartDecoder
  private let byteLimit: Int
  /// How many bytes the part has expanded to so far.
  private(set) var position = 0
  private var rest = 0
  private var isFinished = false
  private var failure: XlsxReadError?

  init(
    part: String, entry: ZipArchive.Entry, pieces: any PieceSource, package: PackageReader, decoder: any PartDecoder,
    byteLimit: Int
  ) {
    self.part = part
    self.entry = entry
    self.pieces = pieces
    self.package = package
    self.decoder = decoder
    self.byteLimit = byteLimit
  }

  /// Decodes the next piece; false once the part has ended. An error is thrown again by every later call, lest a part
  /// that broke off pass for one that ended.
  func advance() throws(XlsxReadError) -> Bool {
    if let failure { throw failure }
    if isFinished { return false }
    do {
      return try step()
    } catch {
      failure = error
      throw error
    }
  }

  private func step() throws(XlsxReadError) -> Bool {
    let piece: UnsafeBufferPointer<UInt8>
    let newCount: Int
    do {
      (unsafe piece, newCount) = try unsafe pieces.next(keeping: rest)
    } catch {
      throw PackageReader.error(error, file: package.file, part: part)
    }
    position += newCount
    if position > byteLimit {
      throw overLimit("the part expands to more than the limit of \(byteLimit) bytes")
    }
    if position > 8 << 20, position / max(1, entry.compressedSize) > package.limits.expansionRatio {
      throw overLimit("the part expands to more than \(package.limits.expansionRatio) times its compressed size")
    }
    try package.count(position, of: entry, part: part)
    do {
      if newCount == 0 {
        try unsafe decoder.finish(piece)
        isFinished = true
      } else {
        rest = try unsafe piece.count - decoder.take(piece)
      }
    } catch {
      throw XlsxReadError(
        error.code, file: package.file, part: part, cell: error.cell, line: error.line, message: error.message)
    }
    return !isFinished
  }

  private func overLimit(_ message: String) -> XlsxReadError {
    XlsxReadError(.overLimit, file: package.file, part: part, message: message)
  }
}
