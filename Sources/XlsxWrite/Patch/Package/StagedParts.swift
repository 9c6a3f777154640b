internal import CXlsx

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Large parts that are made and packed ahead of the others, in a file without a name.
///
/// What a worksheet holds decides over other parts, which stand before it in the package; so it is packed first, and its
/// packed bytes are put in their place when all is known.
@safe final class StagedParts {
  private let descriptor: Int32
  private let file: String
  private var reading: OpaquePointer?
  private var count = 0

  /// Makes the file in a folder, where it is invisible and goes with this object.
  init(inFolder folder: String, for target: String?) throws(XlsxWriteError) {
    let temporary = try TemporaryFile(inFolder: folder, for: target)
    descriptor = unsafe open(temporary.path, O_RDWR | O_CLOEXEC)
    file = target ?? folder
    if descriptor < 0 { throw .system("no file can be made in the folder \(folder)", errno, path: target) }
  }

  deinit {
    if let archive = unsafe reading { unsafe zip_discard(archive) }
    if descriptor >= 0 { _ = close(descriptor) }
  }

  /// Makes and packs parts, in order; `produce` gives the next bytes of one, none at its end.
  func pack(_ parts: [() throws(XlsxWriteError) -> [UInt8]]) throws(XlsxWriteError) {
    let writing = ArchiveFile(reading: PackageInput(bytes: []), writing: descriptor)
    let archive = unsafe try writing.open(flags: Int32(ZIP_CREATE | ZIP_TRUNCATE))
    let sources = parts.map { ProducedSource($0) }
    for (index, part) in sources.enumerated() {
      guard let source = unsafe part.source(for: archive) else {
        unsafe zip_discard(archive)
        throw noMemory
      }
      if unsafe zip_file_add(archive, "\(index)", source, 0) < 0 {
        unsafe zip_source_free(source)
        unsafe zip_discard(archive)
        throw noMemory
      }
      _ = unsafe zip_set_file_compression(archive, zip_uint64_t(index), ZIP_CM_DEFLATE, PackageAssembly.level)
    }
    if unsafe zip_close(archive) != 0 {
      let text = unsafe String(cString: zip_strerror(archive))
      unsafe zip_discard(archive)
      for source in sources { if let failure = source.failure { throw failure } }
      if let number = writing.systemError { throw .system("a temporary file cannot be written", number, path: file) }
      throw XlsxWriteError(code: .library, path: file, message: "\(text). Report this as a bug.")
    }
    guard let input = PackageInput(duplicating: descriptor) else {
      throw .system("a temporary file cannot be read", errno, path: file)
    }
    unsafe reading = unsafe try ArchiveFile(reading: input, writing: -1).open()
  }

  /// A source of the packed bytes of a part, for another archive.
  func source(_ index: Int, for archive: OpaquePointer) -> OpaquePointer? {
    guard let staged = unsafe reading else { return nil }
    return unsafe zip_source_zip(archive, staged, zip_uint64_t(index), 0, 0, -1)
  }

  private var noMemory: XlsxWriteError {
    XlsxWriteError(code: .library, path: file, message: "there is no memory left to pack a part.")
  }
}
