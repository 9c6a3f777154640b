internal import CXlsx

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The file behind a libzip archive that reads from one place and writes to another.
///
/// libzip changes an archive where it stands, and copies what is not changed byte for byte. This source has it read the
/// input, which stays as it is, and write a new file. libzip calls it from the thread that closes the archive.
@safe final class ArchiveFile: LibzipSource {
  private let input: PackageInput
  private let output: Int32
  private var readPosition = 0
  private var writePosition = 0
  /// The number of the system's error, where one ended the work.
  private(set) var systemError: Int32?

  /// `output` is an open descriptor that stays the caller's; -1 for an archive that is only read.
  init(reading input: PackageInput, writing output: Int32) {
    self.input = input
    self.output = output
  }

  /// Opens the archive. It keeps this object until it is closed or discarded.
  func open(flags: Int32 = 0) throws(XlsxWriteError) -> OpaquePointer {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    let made = unsafe makeSource { unsafe zip_source_function_create($0, $1, &error) }
    guard let source = unsafe made else {
      throw XlsxWriteError(code: .library, message: "there is no memory left for an archive.")
    }
    guard let archive = unsafe zip_open_from_source(source, flags, &error) else {
      let text = unsafe String(cString: zip_error_strerror(&error))
      unsafe zip_source_free(source)
      throw XlsxWriteError(
        code: .cannotRead, message: "the package is cut off or damaged (\(text)). Copy or download the file again.")
    }
    return unsafe archive
  }

  override func perform(
    _ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ count: Int
  ) -> zip_int64_t {
    switch command {
    case ZIP_SOURCE_SUPPORTS:
      let commands = [
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
        ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
      ]
      let writing = [
        ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_BEGIN_WRITE_CLONING, ZIP_SOURCE_COMMIT_WRITE, ZIP_SOURCE_ROLLBACK_WRITE,
        ZIP_SOURCE_WRITE, ZIP_SOURCE_SEEK_WRITE, ZIP_SOURCE_TELL_WRITE, ZIP_SOURCE_REMOVE,
      ]
      return support(commands + (output >= 0 ? writing : []))
    case ZIP_SOURCE_OPEN:
      readPosition = 0
      return 0
    case ZIP_SOURCE_READ: return unsafe read(data, count)
    case ZIP_SOURCE_STAT: return unsafe describe(data, count)
    case ZIP_SOURCE_ERROR: return unsafe report(ZIP_ER_WRITE, data, count)
    case ZIP_SOURCE_SEEK: return unsafe seek(&readPosition, end: input.count, data, count)
    case ZIP_SOURCE_TELL: return zip_int64_t(readPosition)
    case ZIP_SOURCE_BEGIN_WRITE:
      writePosition = 0
      return 0
    case ZIP_SOURCE_BEGIN_WRITE_CLONING: return copy(count)
    case ZIP_SOURCE_WRITE: return unsafe write(data, count)
    case ZIP_SOURCE_SEEK_WRITE: return unsafe seek(&writePosition, end: writePosition, data, count)
    case ZIP_SOURCE_TELL_WRITE: return zip_int64_t(writePosition)
    case ZIP_SOURCE_CLOSE, ZIP_SOURCE_COMMIT_WRITE, ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_REMOVE: return 0
    default: return fail(EINVAL)
    }
  }

  private func read(_ data: UnsafeMutableRawPointer?, _ count: Int) -> zip_int64_t {
    let buffer = unsafe UnsafeMutableRawBufferPointer(start: data, count: count)
    guard let read = unsafe input.read(at: readPosition, into: buffer) else { return fail(errno) }
    readPosition += read
    return zip_int64_t(read)
  }

  /// What libzip asks of a file: its size.
  private func describe(_ data: UnsafeMutableRawPointer?, _ count: Int) -> zip_int64_t {
    guard let data = unsafe data, unsafe count >= MemoryLayout<zip_stat_t>.size else { return fail(EINVAL) }
    let status = unsafe data.assumingMemoryBound(to: zip_stat_t.self)
    unsafe zip_stat_init(status)
    unsafe status.pointee.size = zip_uint64_t(input.count)
    unsafe status.pointee.valid = zip_uint64_t(ZIP_STAT_SIZE)
    return unsafe zip_int64_t(MemoryLayout<zip_stat_t>.size)
  }

  private func seek(
    _ position: inout Int, end: Int, _ data: UnsafeMutableRawPointer?, _ count: Int
  ) -> zip_int64_t {
    guard let data = unsafe data, count >= MemoryLayout<zip_source_args_seek>.size else { return fail(EINVAL) }
    let arguments = unsafe data.assumingMemoryBound(to: zip_source_args_seek.self).pointee
    let start =
      switch arguments.whence {
      case SEEK_CUR: position
      case SEEK_END: end
      default: 0
      }
    let (place, overflows) = start.addingReportingOverflow(Int(arguments.offset))
    guard !overflows, place >= 0 else { return fail(EINVAL) }
    position = place
    return 0
  }

  private func write(_ data: UnsafeMutableRawPointer?, _ count: Int) -> zip_int64_t {
    guard let data = unsafe data else { return 0 }
    var done = 0
    while done < count {
      let written = unsafe pwrite(output, data + done, count - done, off_t(writePosition))
      if written < 0 {
        if errno == EINTR { continue }
        return fail(errno)
      }
      done += written
      writePosition += written
    }
    return zip_int64_t(count)
  }

  /// Copies the start of the input, all of whose entries stay.
  private func copy(_ count: Int) -> zip_int64_t {
    writePosition = 0
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
    defer { unsafe buffer.deallocate() }
    while writePosition < count {
      let part = unsafe UnsafeMutableRawBufferPointer(
        rebasing: buffer[..<min(buffer.count, count - writePosition)])
      guard let read = unsafe input.read(at: writePosition, into: part) else { return fail(errno) }
      if read == 0 { return fail(EIO) }
      if unsafe write(part.baseAddress, read) < 0 { return -1 }
    }
    return 0
  }

  private func fail(_ number: Int32) -> zip_int64_t {
    systemError = systemError ?? number
    return -1
  }
}
