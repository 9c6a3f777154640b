import CPlatform
import Foundation

/// A zip package that is written part by part, each by way of a file beside it, so that a large part needs no memory.
final class PackageFile {
  private let path: String
  private var parts: [(name: String, file: String)] = []

  init(path: String) {
    self.path = path
  }

  /// Adds a part whose text comes in pieces.
  func add(_ name: String, _ write: (_ put: (String) throws -> Void) throws -> Void) throws {
    let file = "\(path).part\(parts.count)"
    _ = FileManager.default.createFile(atPath: file, contents: nil)
    guard let handle = FileHandle(forWritingAtPath: file) else { throw CocoaError(.fileWriteUnknown) }
    defer { try? handle.close() }
    var buffer = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    try write { text in
      buffer += text
      if buffer.utf8.count > 1 << 20 {
        try handle.write(contentsOf: Data(buffer.utf8))
        buffer.removeAll(keepingCapacity: true)
      }
    }
    try handle.write(contentsOf: Data(buffer.utf8))
    parts.append((name, file))
  }

  /// Adds a part.
  func add(_ name: String, _ text: String) throws {
    try add(name) { try $0(text) }
  }

  /// Compresses the parts into the package.
  func close() throws {
    defer { for part in parts { try? FileManager.default.removeItem(atPath: part.file) } }
    var status: CInt = 0
    guard let archive = unsafe zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &status) else {
      throw CocoaError(.fileWriteUnknown)
    }
    for part in parts {
      let source = unsafe zip_source_file(archive, part.file, 0, -1)
      let index = unsafe zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
      if index < 0 { throw CocoaError(.fileWriteUnknown) }
      _ = unsafe zip_file_set_mtime(archive, zip_uint64_t(index), 1_672_531_200, 0)
    }
    if unsafe zip_close(archive) != 0 { throw CocoaError(.fileWriteUnknown) }
  }
}
