internal import CXlsx
internal import XlsxPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Writes a package that differs from another in some parts and is the same, packed bytes and all, in the others.
struct PackageAssembly {
  let source: SourcePackage
  let changes: PackageChanges

  /// Writes into an empty file and waits until it is on the disk.
  func write(into path: String) throws(XlsxWriteError) {
    let descriptor = unsafe open(path, O_RDWR | O_CLOEXEC)
    if descriptor < 0 { throw .system("the new file cannot be opened", errno, path: nil) }
    do throws(XlsxWriteError) {
      try write(to: descriptor)
      // Some file systems say only now that they have no room.
      if fsync(descriptor) != 0 { throw .system("the new file cannot be stored", errno, path: nil) }
    } catch {
      _ = close(descriptor)
      throw error
    }
    if close(descriptor) != 0 { throw .system("the new file cannot be stored", errno, path: nil) }
  }

  private func write(to descriptor: Int32) throws(XlsxWriteError) {
    if changes.isEmpty { return try copy(to: descriptor) }
    let file = ArchiveFile(reading: source.input, writing: descriptor)
    let archive: OpaquePointer
    do throws(XlsxWriteError) {
      unsafe archive = unsafe try file.open()
    } catch {
      throw error.inPart(nil, of: source.file)
    }
    do throws(XlsxWriteError) {
      unsafe try apply(to: archive)
      if unsafe zip_close(archive) != 0 {
        if let number = file.systemError { throw .system("the new file cannot be written", number, path: nil) }
        throw unsafe failure(archive)
      }
    } catch {
      unsafe zip_discard(archive)
      throw error
    }
  }

  private func copy(to descriptor: Int32) throws(XlsxWriteError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
    defer { unsafe buffer.deallocate() }
    var position = 0
    while position < source.input.count {
      guard let count = unsafe source.input.read(at: position, into: buffer), count > 0 else {
        throw .system("the file cannot be read", errno, path: source.file)
      }
      var done = 0
      while done < count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done..<count])
        let written = unsafe pwrite(descriptor, rest.baseAddress, rest.count, off_t(position + done))
        if written < 0 {
          if errno == EINTR { continue }
          throw .system("the new file cannot be written", errno, path: nil)
        }
        done += written
      }
      position += count
    }
  }

  private func apply(to archive: OpaquePointer) throws(XlsxWriteError) {
    for (part, content) in changes.replaced.sorted(by: { $0.key < $1.key }) {
      guard let index = source.index(of: part) else { continue }
      let time = unsafe modificationTime(of: index, in: archive)
      var system: zip_uint8_t = 0
      var attributes: zip_uint32_t = 0
      unsafe zip_file_get_external_attributes(archive, index, 0, &system, &attributes)
      let made = unsafe try libzipSource(content, for: archive)
      if unsafe zip_file_replace(archive, index, made, 0) != 0 {
        unsafe zip_source_free(made)
        throw unsafe failure(archive)
      }
      unsafe try settle(archive, index, time: time)
      unsafe zip_file_set_external_attributes(archive, index, 0, system, attributes)
    }
    for part in changes.removed.sorted() {
      guard let index = source.index(of: part) else { continue }
      if unsafe zip_delete(archive, index) != 0 { throw unsafe failure(archive) }
    }
    for (name, bytes) in changes.added {
      let made = unsafe try libzipSource(.bytes(bytes), for: archive)
      let index = unsafe zip_file_add(archive, name, made, zip_flags_t(ZIP_FL_ENC_UTF_8))
      if index < 0 {
        unsafe zip_source_free(made)
        throw unsafe failure(archive)
      }
      unsafe try settle(archive, zip_uint64_t(index), time: nil)
    }
  }

  private func libzipSource(_ content: PartContent, for archive: OpaquePointer) throws(XlsxWriteError) -> OpaquePointer
  {
    switch content {
    case .staged(let index):
      if let made = unsafe changes.staged?.source(index, for: archive) { return unsafe made }
    case .bytes(let bytes):
      // libzip frees the block with the source.
      if let block = unsafe malloc(max(bytes.count, 1)) {
        unsafe bytes.withUnsafeBytes { bytes in
          if let start = bytes.baseAddress { unsafe block.copyMemory(from: start, byteCount: bytes.count) }
        }
        if let made = unsafe zip_source_buffer(archive, block, zip_uint64_t(bytes.count), 1) { return unsafe made }
        unsafe free(block)
      }
    }
    throw unsafe failure(archive)
  }

  private func modificationTime(of index: UInt64, in archive: OpaquePointer) -> time_t? {
    var status = unsafe zip_stat_t()
    guard unsafe zip_stat_index(archive, index, 0, &status) == 0,
      unsafe status.valid & zip_uint64_t(ZIP_STAT_MTIME) != 0
    else { return nil }
    return unsafe status.mtime
  }

  /// The level of deflate that Excel, WPS and LibreOffice use; libzip's own would be 9, which takes five times as long for
  /// one part in a hundred less.
  static let level: zip_uint32_t = 6

  /// Has a part packed by deflate, and gives it a time that does not follow the clock: that of the part it replaces, or
  /// the first of 1980, before which a zip file knows none.
  private func settle(_ archive: OpaquePointer, _ index: UInt64, time: time_t?) throws(XlsxWriteError) {
    var status = unsafe zip_set_file_compression(archive, index, ZIP_CM_DEFLATE, Self.level)
    if let time {
      unsafe status |= zip_file_set_mtime(archive, index, time, 0)
    } else {
      unsafe status |= zip_file_set_dostime(archive, index, 0, 1 << 5 | 1, 0)
    }
    if status != 0 { throw unsafe failure(archive) }
  }

  private func failure(_ archive: OpaquePointer) -> XlsxWriteError {
    let error = unsafe zip_get_error(archive)
    let text = unsafe String(cString: zip_error_strerror(error))
    switch unsafe zip_error_code_zip(error) {
    // An unchanged part whose bytes are not where the directory says.
    case ZIP_ER_EOF, ZIP_ER_READ, ZIP_ER_SEEK, ZIP_ER_INCONS, ZIP_ER_NOZIP, ZIP_ER_CRC, ZIP_ER_ZLIB:
      return XlsxWriteError(
        PackageFault(.damagedPackage, "the package is cut off or damaged (\(text))"), path: source.file)
    default: return XlsxWriteError(code: .library, message: "\(text). Report this as a bug.")
    }
  }
}
