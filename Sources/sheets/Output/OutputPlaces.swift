import Foundation

/// Knows the inputs of a command, so that no output takes the place of one.
struct OutputPlaces: Sendable {
  private let inputs: Set<String>
  /// What the inputs and their folders are to the system: one file may have several paths.
  private let files: Set<FileIdentity>
  private let folders: Set<FileIdentity>
  /// Whether an existing file is replaced.
  let replacesExisting: Bool

  /// Creates the knowledge of some inputs.
  init(inputs: [String], replacesExisting: Bool) {
    let paths = Set(inputs.map(Self.real))
    self.inputs = paths
    files = Set(paths.compactMap { FileIdentity($0) })
    folders = Set(Set(paths.map(Self.folder)).compactMap { FileIdentity($0) })
    self.replacesExisting = replacesExisting
  }

  /// Makes sure that a file may be written.
  func check(_ path: String) throws(OutputError) {
    if inputs.contains(Self.real(path)) { throw .isInput(path) }
    if let file = FileIdentity(path), files.contains(file) { throw .isInput(path) }
    guard Self.exists(path) else { return }
    if Self.isFolder(path) { throw .isFolder(path) }
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
    let place = Self.real(folder)
    if inputs.contains(where: { Self.folder($0) == place }) { return true }
    return FileIdentity(folder).map(folders.contains) ?? false
  }

  /// Whether a folder stands at a path.
  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  private static func folder(_ path: String) -> String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

  /// Where a path leads, links followed; of a file that is not there, where its folder leads.
  static func real(_ path: String) -> String {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    if FileManager.default.fileExists(atPath: url.path) { return url.resolvingSymlinksInPath().path }
    return url.deletingLastPathComponent().resolvingSymlinksInPath().appendingPathComponent(url.lastPathComponent).path
  }
}
