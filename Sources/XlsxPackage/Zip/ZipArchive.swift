internal import CXlsx
internal import Synchronization

/// A zip archive opened for reading, by libzip.
///
/// It may be shared between the thread that reads and the one that expands ahead of it: all entries read from one file
/// handle, so every call of libzip is made under one lock.
@safe package final class ZipArchive: @unchecked Sendable {
  private let archive: OpaquePointer
  private let lock = Mutex(())

  /// One file of the archive.
  package struct Entry {
    package var name: String
    package var index: UInt64
    package var compressedSize: Int
  }

  /// Opens the archive at a path.
  package init(path: String) throws(ZipFault) {
    var code: Int32 = 0
    guard let archive = unsafe zip_open(path, Int32(ZIP_RDONLY), &code) else {
      var error = unsafe zip_error_t()
      unsafe zip_error_init_with_code(&error, code)
      defer { unsafe zip_error_fini(&error) }
      throw unsafe Self.fault(&error)
    }
    unsafe self.archive = archive
  }

  /// Opens an archive held in memory; the bytes are copied.
  package init(bytes: [UInt8]) throws(ZipFault) {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    // libzip frees this block with the source, by `free`.
    guard let copy = unsafe malloc(max(bytes.count, 1)) else { throw .unreadable("no memory left") }
    unsafe bytes.withUnsafeBytes { source in
      if let start = source.baseAddress { unsafe copy.copyMemory(from: start, byteCount: source.count) }
    }
    guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
      unsafe free(copy)
      throw unsafe Self.fault(&error)
    }
    guard let archive = unsafe zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
      unsafe zip_source_free(source)
      throw unsafe Self.fault(&error)
    }
    unsafe self.archive = archive
  }

  deinit { unsafe zip_discard(archive) }

  /// How many files the directory lists.
  package var count: Int { exclusively { unsafe Int(zip_get_num_entries(archive, 0)) } }

  /// The directory's entry, nil where it cannot be read.
  package func entry(_ index: Int) -> Entry? {
    exclusively {
      var status = unsafe zip_stat_t()
      guard unsafe zip_stat_index(archive, UInt64(index), 0, &status) == 0, let name = unsafe status.name else {
        return nil
      }
      return Entry(
        name: unsafe String(cString: name), index: UInt64(index),
        compressedSize: unsafe Int(clamping: status.comp_size))
    }
  }

  /// Opens a file of the archive. Several may be open at once.
  package func open(_ entry: Entry) throws(ZipFault) -> ZipEntryReader {
    try exclusively { () throws(ZipFault) in
      guard let file = unsafe zip_fopen_index(archive, entry.index, 0) else {
        throw unsafe Self.fault(zip_get_error(archive))
      }
      return unsafe ZipEntryReader(taking: file, of: self)
    }
  }

  /// Does something with libzip that no other thread interrupts.
  func exclusively<Result: Sendable, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try lock.withLock { (_) throws(Failure) in try body() }
  }

  static func fault(_ error: UnsafeMutablePointer<zip_error_t>) -> ZipFault {
    let text = unsafe String(cString: zip_error_strerror(error))
    switch unsafe zip_error_code_zip(error) {
    case ZIP_ER_NOZIP, ZIP_ER_INCONS, ZIP_ER_MULTIDISK, ZIP_ER_SEEK: return .notAnArchive(text)
    case ZIP_ER_OPEN, ZIP_ER_READ, ZIP_ER_NOENT, ZIP_ER_MEMORY: return .unreadable(text)
    case ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD, ZIP_ER_ENCRNOTSUPP: return .encrypted
    case ZIP_ER_COMPNOTSUPP, ZIP_ER_OPNOTSUPP: return .unsupported(text)
    default: return .damaged(text)
    }
  }
}
