#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The bytes of the package that is changed: an open file, or memory.
final class PackageInput {
  private let descriptor: Int32
  private let memory: [UInt8]
  let count: Int
  /// The path of the file, nil for memory.
  let path: String?
  private let identity: Identity?
  /// Who may read and write the file; nil for memory.
  let permissions: mode_t?

  /// What tells one file, and one state of it, from another.
  private struct Identity: Equatable {
    var device: dev_t
    var number: ino_t
    var size: off_t
    var seconds: Int
    var nanoseconds: Int

    init(_ status: stat) {
      device = status.st_dev
      number = status.st_ino
      size = status.st_size
      #if canImport(Darwin)
        seconds = status.st_mtimespec.tv_sec
        nanoseconds = status.st_mtimespec.tv_nsec
      #else
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
      #endif
    }
  }

  /// Takes memory for the package.
  init(bytes: [UInt8]) {
    memory = bytes
    count = bytes.count
    descriptor = -1
    path = nil
    identity = nil
    permissions = nil
  }

  /// Opens a file; nil where it cannot be opened.
  init?(path: String) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, unsafe fstat(descriptor, &status) == 0 else {
      if descriptor >= 0 { _ = close(descriptor) }
      return nil
    }
    memory = []
    count = Int(status.st_size)
    self.path = path
    identity = Identity(status)
    permissions = status.st_mode & 0o777
  }

  /// Takes an open file without a name; its descriptor stays the caller's.
  init?(duplicating other: Int32) {
    descriptor = dup(other)
    var status = stat()
    guard descriptor >= 0, unsafe fstat(descriptor, &status) == 0 else {
      if descriptor >= 0 { _ = close(descriptor) }
      return nil
    }
    memory = []
    count = Int(status.st_size)
    path = nil
    identity = nil
    permissions = nil
  }

  deinit { if descriptor >= 0 { _ = close(descriptor) } }

  /// Whether the file is what it was when it was opened, and still the one of its path.
  var isUnchanged: Bool {
    guard let path, let identity else { return true }
    var status = stat()
    return unsafe stat(path, &status) == 0 && Identity(status) == identity
  }

  /// Whether a path leads to this very file.
  func isFile(_ other: String) -> Bool {
    guard let identity else { return false }
    var status = stat()
    return unsafe stat(other, &status) == 0 && status.st_dev == identity.device && status.st_ino == identity.number
  }

  /// Reads bytes at an offset; 0 at the end, nil where the system refuses.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    if descriptor >= 0 {
      while true {
        let count = unsafe pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
        if count >= 0 { return count }
        if errno != EINTR { return nil }
      }
    }
    let part = memory.dropFirst(offset).prefix(buffer.count)
    unsafe buffer.copyBytes(from: part)
    return part.count
  }
}
