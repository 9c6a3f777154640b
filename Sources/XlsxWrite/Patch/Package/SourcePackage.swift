internal import XlsxPackage

/// The parts of the package that is changed, by name, under the bounds of ``PatchLimits``.
final class SourcePackage {
  /// The name of the file, for errors.
  let file: String
  let input: PackageInput
  let limits: PatchLimits
  private let archive: ZipArchive
  private var entries: [String: ZipArchive.Entry] = [:]
  private var duplicates: Set<String> = []
  /// The names of the parts, as the archive writes them and in its order.
  private(set) var names: [String] = []

  init(path: String, limits: PatchLimits) throws(XlsxWriteError) {
    let size = try FileProbe.inspect(path) { (size, source) throws(XlsxWriteError) in
      try Self.probe(size: size, source: source, file: path, limits: limits)
      return size
    } failingWith: {
      XlsxWriteError($0, path: path)
    }
    guard let input = PackageInput(path: path), input.count == size else {
      throw XlsxWriteError(PackageFault(.fileUnreadable, "the file cannot be opened"), path: path)
    }
    do { archive = try ZipArchive(path: path) } catch {
      throw XlsxWriteError(PackageFault(error, inPart: false), path: path)
    }
    file = path
    self.input = input
    self.limits = limits
    if !input.isUnchanged { throw changedError }
    try listEntries()
  }

  init(bytes: [UInt8], name: String, limits: PatchLimits) throws(XlsxWriteError) {
    let source: FileProbe.Source = { offset, count in
      offset < bytes.count ? Array(bytes[offset...].prefix(count)) : []
    }
    try Self.probe(size: bytes.count, source: source, file: name, limits: limits)
    do { archive = try ZipArchive(bytes: bytes) } catch {
      throw XlsxWriteError(PackageFault(error, inPart: false), path: name)
    }
    file = name
    input = PackageInput(bytes: bytes)
    self.limits = limits
    try listEntries()
  }

  /// The error for a file that somebody else has changed meanwhile.
  var changedError: XlsxWriteError {
    XlsxWriteError(code: .cannotRead, path: file, message: "the file was changed meanwhile. Start again.")
  }

  private static func probe(
    size: Int, source: @escaping FileProbe.Source, file: String, limits: PatchLimits
  ) throws(XlsxWriteError) {
    do throws(PackageFault) {
      try FileProbe.check(size: size, source: source)
      let records = EndRecords(size: size, source: source)
      if records.areTooMany {
        throw PackageFault(
          .damagedPackage, "the package has \(records.count) ends, and programs write one")
      }
      if records.entries > limits.parts {
        throw PackageFault(
          .overLimit, "the package holds \(records.entries) parts, more than the limit of \(limits.parts)")
      }
    } catch {
      throw XlsxWriteError(error, path: file)
    }
  }

  private func listEntries() throws(XlsxWriteError) {
    var total = 0
    for index in 0..<archive.count {
      guard let entry = archive.entry(index) else { continue }
      let (sum, overflows) = total.addingReportingOverflow(entry.compressedSize)
      // Entries that share their bytes would be written out once each.
      if overflows || sum > input.count {
        throw XlsxWriteError(
          PackageFault(.damagedPackage, "the parts claim more bytes than the file has"), path: file)
      }
      total = sum
      if entry.name.last == "/" { continue }
      let key = PartName.key(entry.name)
      if entries[key] == nil {
        entries[key] = entry
        names.append(entry.name)
      } else {
        duplicates.insert(key)
      }
    }
  }
}

extension SourcePackage {
  /// Whether the package holds a part.
  func has(_ part: String) -> Bool { entries[PartName.key(part)] != nil }

  /// The place of a part in the archive.
  func index(of part: String) -> UInt64? { entries[PartName.key(part)]?.index }

  /// How many bytes a part takes in the archive.
  func compressedSize(of part: String) -> Int { entries[PartName.key(part)]?.compressedSize ?? 0 }

  /// Whether the package holds a part in a folder of this name, given in lower case.
  func hasFolder(_ name: String) -> Bool { entries.keys.contains { $0.hasPrefix(name + "/") } }

  /// A part that is streamed, in UTF-8 whatever its encoding.
  func stream(_ part: String) throws(XlsxWriteError) -> PartPieces {
    let key = PartName.key(part)
    guard let entry = entries[key] else {
      throw XlsxWriteError(
        code: .cannotRead, path: file, part: part,
        message: "the package does not hold this part. Open the file in Excel or WPS and save it again.")
    }
    try checkSingle(part)
    do {
      return PartPieces(
        try archive.open(entry), part: part, file: file, compressedSize: entry.compressedSize, limits: limits)
    } catch {
      throw XlsxWriteError(PackageFault(error, inPart: true), path: file, part: part)
    }
  }

  /// Throws where two parts have this name, of which readers take either.
  func checkSingle(_ part: String) throws(XlsxWriteError) {
    guard duplicates.contains(PartName.key(part)) else { return }
    throw XlsxWriteError(
      code: .refused, path: file, part: part,
      message: "the package holds this part twice. Open the file in Excel or WPS and save it again.")
  }

  /// The elements of a part that is kept in memory.
  func document(of part: String) throws(XlsxWriteError) -> (markup: MarkupDocument, encoding: PartEncoding) {
    let text = try text(of: part)
    do throws(MarkupFault) {
      return (try MarkupDocument(text.bytes), text.encoding)
    } catch {
      throw XlsxWriteError(error).inPart(part, of: file)
    }
  }

  /// The whole of a part that is kept in memory.
  func text(of part: String) throws(XlsxWriteError) -> PartText {
    let pieces = try stream(part)
    var bytes: [UInt8] = []
    while true {
      let piece = try pieces.next()
      if piece.isEmpty { break }
      bytes.append(contentsOf: piece)
      if bytes.count > limits.keptPartBytes {
        throw XlsxWriteError(
          PackageFault(.overLimit, "the part expands to more than the limit of \(limits.keptPartBytes) bytes"),
          path: file, part: part)
      }
    }
    return PartText(bytes: bytes, encoding: pieces.encoding)
  }
}
