import Foundation

/// Where results go: standard output, or a file that stands in its place only when all of it is written.
final class ResultOutput {
  private let path: String?
  private let places: OutputPlaces
  private let temporary: String
  private var handle: FileHandle?

  /// Starts a result.
  ///
  /// - Parameter path: The file; nil for standard output.
  init(path: String?, places: OutputPlaces) throws(OutputError) {
    self.path = path
    self.places = places
    guard let path else {
      temporary = ""
      return
    }
    try places.check(path)
    let target = URL(fileURLWithPath: OutputPlaces.real(path))
    temporary = target.deletingLastPathComponent().appendingPathComponent(".sheets-\(UUID().uuidString).tmp").path
    guard FileManager.default.createFile(atPath: temporary, contents: nil) else {
      throw .failed(path, reason: unsafe String(cString: strerror(errno)))
    }
    handle = FileHandle(forWritingAtPath: temporary)
    if handle == nil { throw .failed(path, reason: unsafe String(cString: strerror(errno))) }
  }

  deinit {
    try? handle?.close()
    if path != nil { try? FileManager.default.removeItem(atPath: temporary) }
  }

  /// Writes a part.
  func write(_ text: String) throws(OutputError) {
    if path == nil { Console.write(text) } else { try write(bytes: Array(text.utf8)) }
  }

  /// Writes a part of a file.
  func write(bytes: [UInt8]) throws(OutputError) {
    guard let path else { preconditionFailure("Standard output takes texts.") }
    do {
      try handle?.write(contentsOf: Data(bytes))
    } catch {
      throw .failed(path, reason: error.localizedDescription)
    }
  }

  /// Makes sure that all that was written is on the disk, where only a name is missing to it.
  func store() throws(OutputError) {
    guard let path, let handle else { return }
    do {
      try handle.synchronize()
      try handle.close()
    } catch {
      throw .failed(path, reason: error.localizedDescription)
    }
    self.handle = nil
  }

  /// Puts what was written into its place.
  func finish() throws(OutputError) {
    guard let path else { return }
    try store()
    try places.check(path)
    let target = OutputPlaces.real(path)
    if places.replacesExisting {
      if unsafe rename(temporary, target) == 0 { return }
    } else {
      // Unlike a rename, a link fails where something stands already.
      if unsafe link(temporary, target) == 0 { return }
      if errno == EEXIST { throw .exists(path) }
      // Some file systems know no links; there the check above has to do.
      if unsafe rename(temporary, target) == 0 { return }
    }
    throw .failed(path, reason: unsafe String(cString: strerror(errno)))
  }

  /// Writes a whole text into a file.
  static func write(_ text: String, to path: String, places: OutputPlaces) throws(OutputError) {
    let output = try ResultOutput(path: path, places: places)
    try output.write(text)
    try output.finish()
  }
}
