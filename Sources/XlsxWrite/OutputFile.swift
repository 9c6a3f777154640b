#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The place where a finished file is to stand.
struct OutputFile {
  /// The path as given, for messages.
  let path: String
  let replacesExisting: Bool
  /// The path with symbolic links followed.
  private let target: String
  let folder: String

  /// Checks that a file can be put at a path.
  init(path: String, replacesExisting: Bool) throws(XlsxWriteError) {
    self.path = path
    self.replacesExisting = replacesExisting
    if path.isEmpty || path.utf8.contains(0) {
      throw XlsxWriteError(code: .cannotWrite, path: path, message: "this is no path. Give the name of a file.")
    }
    target = Self.resolved(path)
    folder = Self.folder(of: target)
    var status = stat()
    if unsafe stat(folder, &status) != 0 {
      throw .system("the folder \(folder) cannot be used", errno, path: path)
    }
    if status.st_mode & S_IFMT != S_IFDIR {
      throw .system("\(folder) cannot be used as a folder", ENOTDIR, path: path)
    }
    if unsafe access(folder, W_OK | X_OK) != 0 {
      throw .system("the folder \(folder) cannot be written to", errno, path: path)
    }
    try checkTarget()
  }

  /// Makes an empty file beside the target, so that a rename within one file system puts it in place.
  func makeTemporaryFile() throws(XlsxWriteError) -> TemporaryFile {
    try checkTarget()
    return try TemporaryFile(inFolder: folder, for: path)
  }

  /// Stores a file on the disk, unless that is done, and gives it the target's name in one step.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - isStored: Whether the file is on the disk already.
  ///   - storesName: Whether to wait until the name is on the disk too. Without that a power failure may take the file with
  ///     its name, but never leaves half of it.
  func publish(
    _ file: consuming TemporaryFile, isStored: Bool = false, storesName: Bool = true
  ) throws(XlsxWriteError) {
    if !isStored { try file.synchronize() }
    if let existing = try checkTarget() { file.takePermissions(of: existing) }
    if !replacesExisting {
      // Unlike a rename, a link fails where something stands already, with no gap between looking and doing.
      if unsafe link(file.path, target) == 0 {
        if storesName { Self.synchronize(folder) }
        return
      }
      let number = errno
      if number == EEXIST { throw existsError }
      // Some file systems know no links; there the check above has to do.
      if number != EPERM && number != ENOTSUP && number != EOPNOTSUPP && number != ENOSYS {
        throw .system("the new file cannot be put in place", number, path: path)
      }
    }
    if unsafe rename(file.path, target) != 0 {
      throw .system("the new file cannot be put in place", errno, path: path)
    }
    if storesName { Self.synchronize(folder) }
  }

  /// Gives a file the permissions of the one that stands here.
  func givePermissions(to file: borrowing TemporaryFile) throws(XlsxWriteError) {
    if let existing = try checkTarget() { file.takePermissions(of: existing) }
  }

  /// Removes the file that was put here.
  func takeBack() { _ = unsafe unlink(target) }

  @discardableResult
  private func checkTarget() throws(XlsxWriteError) -> stat? {
    var status = stat()
    guard unsafe stat(target, &status) == 0 else { return nil }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw XlsxWriteError(
        code: .cannotWrite, path: path, message: "a folder stands at this path. Name a file inside it.")
    }
    if status.st_mode & S_IFMT != S_IFREG {
      throw XlsxWriteError(
        code: .cannotWrite, path: path, message: "what stands at this path is no ordinary file. Choose another name.")
    }
    if !replacesExisting { throw existsError }
    return status
  }

  private var existsError: XlsxWriteError {
    XlsxWriteError(
      code: .fileExists, path: path, message: "a file of this name exists. Choose another name or remove it.")
  }

  /// Makes the names in a folder last through a power failure, where the file system can; the files are stored already.
  static func synchronize(_ folder: String) {
    let descriptor = unsafe open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = close(descriptor)
  }

  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
  }
}
