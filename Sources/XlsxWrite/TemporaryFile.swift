#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file of our own that is removed unless it is moved into place.
struct TemporaryFile: ~Copyable {
  let path: String
  /// The path that errors name.
  private let target: String?

  /// Makes an empty file with a new name.
  ///
  /// - Parameters:
  ///   - folder: Where to make it.
  ///   - target: The path that errors name; nil names the folder.
  init(inFolder folder: String, for target: String?) throws(XlsxWriteError) {
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    for _ in 0..<100 {
      let name = base + ".xlsx-" + String(UInt64.random(in: .min ... .max), radix: 36) + ".tmp"
      // As any new file: open to whom the user's mask allows.
      let descriptor = unsafe open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        _ = closeDescriptor(descriptor)
        path = name
        self.target = target
        return
      }
      if errno != EEXIST { break }
    }
    throw .system("no file can be made in the folder \(folder)", errno, path: target)
  }

  deinit { _ = unsafe unlink(path) }

  /// The folder that the system offers for temporary files.
  static var systemFolder: String {
    if let value = unsafe getenv("TMPDIR"), unsafe value.pointee != 0 { return unsafe String(cString: value) }
    return "/tmp"
  }

  /// Waits until the file is on the disk.
  func synchronize() throws(XlsxWriteError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("the new file cannot be opened", errno, path: target) }
    defer { _ = closeDescriptor(descriptor) }
    if fsync(descriptor) != 0 { throw .system("the new file cannot be stored", errno, path: target) }
  }

  /// Fills the file and waits until it is on the disk.
  func store(_ bytes: [UInt8]) throws(XlsxWriteError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("the new file cannot be opened", errno, path: target) }
    let number = unsafe bytes.withUnsafeBytes { bytes -> Int32 in
      var done = 0
      while done < bytes.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[done...])
        let count = unsafe write(descriptor, rest.baseAddress, rest.count)
        if count < 0 && errno != EINTR { return errno }
        done += max(0, count)
      }
      return fsync(descriptor) == 0 ? 0 : errno
    }
    // Some file systems say only now that they have no room.
    let closing = closeDescriptor(descriptor) == 0 ? 0 : errno
    if number != 0 || closing != 0 {
      throw .system("the new file cannot be written", number != 0 ? number : closing, path: target)
    }
  }

  /// Gives the file the permissions of another, where that can be done.
  func takePermissions(of other: stat) { setPermissions(other.st_mode & 0o777) }

  /// Gives the file permissions, where that can be done.
  func setPermissions(_ mode: mode_t) { _ = unsafe chmod(path, mode) }

  /// The content of the file.
  func bytes() throws(XlsxWriteError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("the new file cannot be opened", errno, path: target) }
    defer { _ = closeDescriptor(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 { throw .system("the new file cannot be read", errno, path: target) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}

extension XlsxWriteError {
  /// An error for a failed system call.
  static func system(_ what: String, _ number: Int32, path: String?) -> XlsxWriteError {
    let reason = unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
    let remedy =
      switch number {
      case ENOSPC, EDQUOT: "Free some space."
      case ENOENT, ENOTDIR: "Check the path; make the folder first."
      case EACCES, EPERM, EROFS: "Choose a folder that you may write to."
      default: "Choose another place."
      }
    return XlsxWriteError(code: .cannotWrite, path: path, message: "\(what): \(reason). \(remedy)")
  }
}

/// Closes a file descriptor, by a name that no method takes.
private func closeDescriptor(_ descriptor: Int32) -> Int32 { close(descriptor) }
