internal import CXlsx

/// Reads a written package back before anyone else can.
///
/// The library does not notice when its own temporary files run out of space: it packs parts that end in the middle and
/// reports success; and a character that XML cannot hold would spoil a part. Neither may reach the user.
enum PackageCheck {
  /// Throws unless every part is there in full and is well-formed XML.
  static func check(_ package: [UInt8], for storage: WorkbookStorage) throws(XlsxWriteError) {
    if let damage = damage(in: package) {
      throw storage.error(
        .library, "the new workbook is damaged (\(damage)) and was thrown away. Free some space and try again.")
    }
  }

  private static func damage(in package: [UInt8]) -> String? {
    guard let records = PackageRecords(package) else { return "its directory is cut off" }
    if records.entries.isEmpty { return "it is empty" }
    guard var inflater = Inflater() else { return "there is no memory left to read it" }
    for entry in records.entries {
      guard let size = inflater.expand(entry, of: package) else { return entry.name }
      let holds = unsafe inflater.withContent(size) { unsafe MarkupBalance.holds($0) }
      if let holds {
        if !holds { return entry.name }
      } else if !isWellFormed(inflater.content(size)) {
        return entry.name
      }
    }
    return nil
  }

  /// Whether the bytes are well-formed XML.
  static func isWellFormed(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    return isWellFormed {
      let piece = Array(rest.prefix(1 << 16))
      rest = rest.dropFirst(1 << 16)
      return piece
    }
  }

  /// Whether pieces are well-formed XML, of which the last one is empty; nil for one that cannot be read.
  private static func isWellFormed(_ next: () -> [UInt8]?) -> Bool {
    // A handler without functions: the parser checks and tells nobody.
    var handler = unsafe xmlSAXHandler()
    guard let parser = unsafe xmlCreatePushParserCtxt(&handler, nil, nil, 0, nil) else { return false }
    defer { unsafe xmlFreeParserCtxt(parser) }
    _ = unsafe xmlCtxtUseOptions(parser, Int32(XML_PARSE_HUGE.rawValue | XML_PARSE_NONET.rawValue))
    while let piece = next() {
      let status = unsafe piece.withUnsafeBytes { bytes in
        unsafe xmlParseChunk(
          parser, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), bytes.isEmpty ? 1 : 0)
      }
      if status != 0 { return false }
      if piece.isEmpty { return unsafe parser.pointee.wellFormed == 1 }
    }
    return false
  }
}
