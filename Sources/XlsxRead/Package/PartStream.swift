/// One part on its way from the archive through the parser to its handler, piece by piece.
final class PartStream {
  let part: String
  private let entry: ZipArchive.Entry
  private let reader: ZipEntryReader
  private let package: PackageReader
  private let parser: XMLPushParser
  private let byteLimit: Int
  private var position = 0
  private var buffer: [UInt8]
  private var isFinished = false
  private var failure: XlsxReadError?

  init(
    part: String, entry: ZipArchive.Entry, reader: ZipEntryReader, package: PackageReader, parser: XMLPushParser,
    byteLimit: Int
  ) {
    self.part = part
    self.entry = entry
    self.reader = reader
    self.package = package
    self.parser = parser
    self.byteLimit = byteLimit
    buffer = [UInt8](repeating: 0, count: min(64 << 10, max(4 << 10, entry.compressedSize)))
  }

  /// Parses the next piece; false once the part has ended. An error is thrown again by every later call, lest a part
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
    let count: Int
    do {
      count = try fill()
    } catch {
      throw PackageReader.error(error, file: package.file, part: part)
    }
    position += count
    if position > byteLimit {
      throw overLimit("the part expands to more than the limit of \(byteLimit) bytes")
    }
    if position > 8 << 20, position / max(1, entry.compressedSize) > package.limits.expansionRatio {
      throw overLimit("the part expands to more than \(package.limits.expansionRatio) times its compressed size")
    }
    try package.count(position, of: entry, part: part)
    do {
      if count == 0 { try parser.finish() } else { try feed(count) }
    } catch {
      throw XlsxReadError(
        error.code, file: package.file, part: part, cell: error.cell, line: error.line, message: error.message)
    }
    isFinished = count == 0
    return !isFinished
  }

  private func fill() throws(ZipFault) -> Int {
    var failure: ZipFault?
    let count = unsafe buffer.withUnsafeMutableBufferPointer { bytes -> Int in
      do throws(ZipFault) {
        return try unsafe reader.read(into: bytes)
      } catch {
        failure = error
        return 0
      }
    }
    if let failure { throw failure }
    return count
  }

  private func feed(_ count: Int) throws(XMLFault) {
    var failure: XMLFault?
    unsafe buffer.withUnsafeBufferPointer { bytes in
      do throws(XMLFault) {
        try unsafe parser.feed(UnsafeBufferPointer(rebasing: bytes[..<count]))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }

  private func overLimit(_ message: String) -> XlsxReadError {
    XlsxReadError(.overLimit, file: package.file, part: part, message: message)
  }
}
