import XlsxPackage

/// The parts of one file, by name, under the bounds of ``ReadLimits``.
final class PackageReader {
  let file: String
  let limits: ReadLimits
  private let archive: ZipArchive
  private var entries: [String: ZipArchive.Entry] = [:]
  private var duplicates: Set<String> = []
  private var expanded: [UInt64: Int] = [:]
  private var expandedTotal = 0
  private let buffers = PieceBuffers()

  init(path: String, limits: ReadLimits) throws(XlsxReadError) {
    let size = try FileProbe.inspect(path) { (size, source) throws(XlsxReadError) in
      try Self.probe(size: size, source: source, file: path, limits: limits)
      return size
    } failingWith: {
      XlsxReadError($0, file: path)
    }
    file = path
    self.limits = limits
    do { archive = try ZipArchive(path: path) } catch { throw Self.error(error, file: path, part: nil) }
    try listEntries(fileSize: size)
  }

  init(bytes: [UInt8], name: String, limits: ReadLimits) throws(XlsxReadError) {
    let source: FileProbe.Source = { offset, count in
      offset < bytes.count ? Array(bytes[offset...].prefix(count)) : []
    }
    try Self.probe(size: bytes.count, source: source, file: name, limits: limits)
    file = name
    self.limits = limits
    do { archive = try ZipArchive(bytes: bytes) } catch { throw Self.error(error, file: name, part: nil) }
    try listEntries(fileSize: bytes.count)
  }

  private func listEntries(fileSize: Int) throws(XlsxReadError) {
    try Self.check(count: archive.count, file: file, limits: limits)
    for index in 0..<archive.count {
      guard var entry = archive.entry(index), entry.name.last != "/" else { continue }
      // The directory may claim any size, and the ratio of a bomb would look harmless.
      entry.compressedSize = min(entry.compressedSize, fileSize)
      let key = PartName.key(entry.name)
      if entries[key] == nil { entries[key] = entry } else { duplicates.insert(key) }
    }
  }

  /// Looks at the file before libzip does.
  private static func probe(
    size: Int, source: @escaping FileProbe.Source, file: String, limits: ReadLimits
  ) throws(XlsxReadError) {
    do { try FileProbe.check(size: size, source: source) } catch { throw XlsxReadError(error, file: file) }
    try check(EndRecords(size: size, source: source), file: file, limits: limits)
  }

  private static func check(_ records: EndRecords, file: String, limits: ReadLimits) throws(XlsxReadError) {
    if records.areTooMany {
      throw XlsxReadError(
        .damagedPackage, file: file,
        message: "the package has \(records.count) ends, and programs write one")
    }
    try check(count: records.entries, file: file, limits: limits)
  }

  private static func check(count: Int, file: String, limits: ReadLimits) throws(XlsxReadError) {
    guard count <= limits.parts else {
      throw XlsxReadError(
        .overLimit, file: file, message: "the package holds \(count) parts, more than the limit of \(limits.parts)")
    }
  }

  /// Whether the package holds a part.
  func hasPart(_ name: String) -> Bool { entries[PartName.key(name)] != nil }

  /// Whether the package holds a part in a folder of this name, given in lower case.
  func hasFolder(_ name: String) -> Bool { entries.keys.contains { $0.hasPrefix(name + "/") } }

  /// Opens a part for streaming into a handler, with a scanner for its canonical stretch where there is one.
  func stream(
    _ part: String, keepsContent: Bool = true, into handler: XMLHandler, scanner: (any CanonicalScanner)? = nil
  ) throws(XlsxReadError) -> PartStream {
    let key = PartName.key(part)
    guard let entry = entries[key] else {
      throw XlsxReadError(.missingPart, file: file, part: part, message: "the package does not hold this part")
    }
    if duplicates.contains(key) {
      throw XlsxReadError(.duplicatePart, file: file, part: part, message: "the package holds this part twice")
    }
    do {
      let reader = try archive.open(entry)
      let parser = XMLPushParser(handler, limits: limits)
      return PartStream(
        part: part, entry: entry, pieces: pieces(of: entry, reader), package: self,
        decoder: scanner.map { ScanningDecoder(parser, $0) } ?? parser,
        byteLimit: keepsContent ? min(limits.keptPartBytes, limits.expandedPartBytes) : limits.expandedPartBytes)
    } catch {
      throw Self.error(error, file: file, part: part)
    }
  }

  /// Where starting a thread pays: a part of this compressed size takes some milliseconds to expand.
  private static let readAheadBytes = 256 << 10

  private func pieces(of entry: ZipArchive.Entry, _ reader: ZipEntryReader) -> any PieceSource {
    entry.compressedSize < Self.readAheadBytes
      ? EntryPieces(reader, buffers: buffers) : ReadAheadPieces(reader)
  }

  /// Reads a whole part into a handler, and gives how many bytes it expands to.
  @discardableResult
  func parse(
    _ part: String, keepsContent: Bool = true, into handler: XMLHandler, scanner: (any CanonicalScanner)? = nil
  ) throws(XlsxReadError) -> Int {
    let stream = try stream(part, keepsContent: keepsContent, into: handler, scanner: scanner)
    while try stream.advance() {}
    return stream.position
  }

  /// The relationships of a part, or of the package where the name is empty; none where the package holds no such list.
  func relationships(of part: String) throws(XlsxReadError) -> [Relationship] {
    let name = PartName.relationships(of: part)
    guard hasPart(name) else { return [] }
    let handler = RelationshipsPart(of: part, limits: limits)
    try parse(name, into: handler)
    return handler.relationships
  }

  /// Counts what an entry expanded to, once even if it is read again.
  func count(_ position: Int, of entry: ZipArchive.Entry, part: String) throws(XlsxReadError) {
    let before = expanded[entry.index, default: 0]
    guard position > before else { return }
    expanded[entry.index] = position
    expandedTotal += position - before
    if expandedTotal > limits.expandedTotalBytes {
      throw XlsxReadError(
        .overLimit, file: file, part: part,
        message: "the parts expand to more than the limit of \(limits.expandedTotalBytes) bytes in total")
    }
  }

  static func error(_ fault: ZipFault, file: String, part: String?) -> XlsxReadError {
    XlsxReadError(PackageFault(fault, inPart: part != nil), file: file, part: part)
  }
}

extension XlsxReadError {
  /// The error for a fault of the package.
  init(_ fault: PackageFault, file: String, part: String? = nil) {
    self.init(Code(rawValue: fault.kind.rawValue), file: file, part: part, message: fault.message)
  }
}
