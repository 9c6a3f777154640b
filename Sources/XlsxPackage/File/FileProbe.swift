#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What a file's first bytes tell about it, before anything is parsed.
package enum FileProbe {
  /// Reads bytes at an offset; fewer where the source ends.
  package typealias Source = (_ offset: Int, _ count: Int) -> [UInt8]

  /// Opens a regular file and hands over its size and a way to read it.
  package static func inspect<Result, Failure: Error>(
    _ path: String, _ body: (_ size: Int, _ source: @escaping Source) throws(Failure) -> Result,
    failingWith fail: (PackageFault) -> Failure
  ) throws(Failure) -> Result {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      let isMissing = errno == ENOENT || errno == ENOTDIR
      throw fail(PackageFault(isMissing ? .fileNotFound : .fileUnreadable, systemMessage()))
    }
    // A pipe or a terminal would wait for ever.
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw fail(PackageFault(.fileUnreadable, "this is not a regular file"))
    }
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else {
      throw fail(PackageFault(.fileUnreadable, systemMessage()))
    }
    defer { close(descriptor) }
    let source: Source = { offset, count in
      var bytes = [UInt8](repeating: 0, count: count)
      let read = unsafe bytes.withUnsafeMutableBytes {
        unsafe pread(descriptor, $0.baseAddress, count, off_t(clamping: offset))
      }
      return Array(bytes.prefix(max(0, read)))
    }
    return try body(Int(status.st_size), source)
  }

  private static func systemMessage() -> String {
    guard let text = unsafe strerror(errno) else { return "error \(errno)" }
    return unsafe String(cString: text)
  }

  /// Throws where the first bytes show that this is no zip package.
  package static func check(size: Int, source: @escaping Source) throws(PackageFault) {
    guard size > 0 else { throw PackageFault(.emptyFile, "the file is empty") }
    let head = source(0, 512)
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw CompoundFile(size: size, source: source).refusal
    }
    if head.starts(with: [UInt8(ascii: "P"), UInt8(ascii: "K")]) { return }
    let text = String(decoding: head, as: UTF8.self).lowercased()
    let kind =
      if text.contains("<html") || text.contains("<table") || text.contains("<!doctype html") {
        "this is a web page, not an .xlsx workbook"
      } else if text.contains("mso-application") || text.contains("<workbook") {
        "this is an XML spreadsheet of 2003, not an .xlsx workbook"
      } else if head.starts(with: Array("%PDF".utf8)) {
        "this is a PDF document, not an .xlsx workbook"
      } else if head.starts(with: Array("Rar!".utf8)) || head.starts(with: [0x37, 0x7A, 0xBC, 0xAF]) {
        "this is an archive, not an .xlsx workbook"
      } else if head.starts(with: [0x09, 0x08]) || head.starts(with: [0x09, 0x04]) || head.starts(with: [0x09, 0x02]) {
        "this is a bare .xls workbook, not an .xlsx workbook"
      } else {
        "this is not an .xlsx workbook"
      }
    throw PackageFault(.notAPackage, kind)
  }
}
