internal import CXlsx

/// Reads a written package back before anyone else can.
///
/// The library does not notice when its own temporary files run out of space: it packs parts that end in the middle and
/// reports success; and a character that XML cannot hold would spoil a part. Neither may reach the user.
enum PackageCheck {
  /// Throws unless every part is there in full and is well-formed XML.
  static func check(_ path: String, for storage: WorkbookStorage) throws(XlsxWriteError) {
    if let damage = damage(in: path) {
      throw storage.error(
        .library, "the new workbook is damaged (\(damage)) and was thrown away. Free some space and try again.")
    }
  }

  private static func damage(in path: String) -> String? {
    var code: Int32 = 0
    guard let archive = unsafe zip_open(path, ZIP_RDONLY, &code) else { return "it cannot be opened" }
    defer { unsafe zip_discard(archive) }
    let count = unsafe zip_get_num_entries(archive, 0)
    if count <= 0 { return "it is empty" }
    for index in 0..<zip_uint64_t(count) {
      let name = unsafe zip_get_name(archive, index, 0).map { unsafe String(cString: $0) } ?? "part \(index)"
      guard let file = unsafe zip_fopen_index(archive, index, 0) else { return name }
      defer { _ = unsafe zip_fclose(file) }
      if unsafe !isWellFormed(file) { return name }
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

  private static func isWellFormed(_ file: OpaquePointer) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    return isWellFormed {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe zip_fread(file, $0.baseAddress, zip_uint64_t($0.count))
      }
      // The checksum of the entry is compared at its end.
      return count < 0 ? nil : Array(buffer[..<Int(count)])
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
