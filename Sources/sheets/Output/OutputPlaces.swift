import Foundation

/// Knows the inputs of a command, so that no output takes the place of one.
struct OutputPlaces: Sendable {
  private let inputs: Set<String>
  /// Whether an existing file is replaced.
  let replacesExisting: Bool

  /// Creates the knowledge of some inputs.
  init(inputs: [String], replacesExisting: Bool) {
    self.inputs = Set(inputs.map(Self.real))
    self.replacesExisting = replacesExisting
  }

  /// Makes sure that a file may be written.
  func check(_ path: String) throws(OutputError) {
    if inputs.contains(Self.real(path)) { throw .isInput(path) }
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    if isFolder.boolValue { throw .isFolder(path) }
    if !replacesExisting { throw .exists(path) }
  }

  /// Makes a folder, unless it is there.
  static func makeFolder(_ path: String) throws(OutputError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .failed(path, reason: error.localizedDescription)
    }
  }

  /// Whether something stands at a path.
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Whether one of the inputs stands in a folder.
  func hasInput(in folder: String) -> Bool {
    let folder = Self.real(folder)
    return inputs.contains { URL(fileURLWithPath: $0).deletingLastPathComponent().path == folder }
  }

  /// Where a path leads, links followed; of a file that is not there, where its folder leads.
  static func real(_ path: String) -> String {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    if FileManager.default.fileExists(atPath: url.path) { return url.resolvingSymlinksInPath().path }
    return url.deletingLastPathComponent().resolvingSymlinksInPath().appendingPathComponent(url.lastPathComponent).path
  }
}
