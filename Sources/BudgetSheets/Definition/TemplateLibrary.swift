internal import CTemplates
internal import Foundation
internal import XlsxPackage

/// The form sets at hand: those compiled in, and those of folders that override or add to them.
public struct TemplateLibrary: Sendable {
  /// The names of the sets with the files of each, by file name.
  private var folders: [String: [String: String]]

  /// Creates a library of the sets compiled in.
  public static let embedded = TemplateLibrary(folders: embeddedFolders())

  /// Creates a library of the sets of a folder alone.
  ///
  /// - Throws: As ``adding(directory:)``.
  public init(directory: String) throws(DefinitionError) {
    self = try TemplateLibrary(folders: [:]).adding(directory: directory)
  }

  private init(folders: [String: [String: String]]) {
    self.folders = folders
  }

  /// A library of this one's sets and those of a folder.
  ///
  /// - Parameter directory: A folder of set folders, or one set folder with its `set.yaml`. A set found there takes
  ///   the place of one of the same name.
  /// - Throws: A ``DefinitionError`` where the folder cannot be read or holds no set.
  public func adding(directory: String) throws(DefinitionError) -> TemplateLibrary {
    var library = self
    let manager = FileManager.default
    let root = URL(fileURLWithPath: directory)
    var candidates = [root]
    if !manager.fileExists(atPath: root.appendingPathComponent("set.yaml").path) {
      candidates = (try? manager.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)) ?? []
    }
    var isEmpty = true
    for folder in candidates where manager.fileExists(atPath: folder.appendingPathComponent("set.yaml").path) {
      var files: [String: String] = [:]
      for file in (try? manager.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? [] {
        guard let data = try? Data(contentsOf: file) else { continue }
        guard var text = String(data: data, encoding: .utf8) else {
          // What is no definition may stand there in any encoding.
          if !["yaml", "yml", "csv"].contains(file.pathExtension.lowercased()) { continue }
          throw DefinitionError(file: folder.lastPathComponent + "/" + file.lastPathComponent, problem: .notUTF8)
        }
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        files[file.lastPathComponent] = text
      }
      library.folders[folder.lastPathComponent] = files
      isEmpty = false
    }
    if isEmpty { throw DefinitionError(file: root.appendingPathComponent("set.yaml").path, problem: .fileMissing) }
    return library
  }

  /// The names of the sets, in order.
  public var names: [String] { folders.keys.sorted() }

  /// Reads a set.
  ///
  /// - Throws: A ``DefinitionError`` with file, line and column where its definition is wrong.
  public func set(named name: String) throws(DefinitionError) -> FormSet {
    guard let files = folders[name] else {
      throw DefinitionError(
        file: name, problem: .setUnknown(suggestion: Suggestion.nearest(to: name, among: names), known: names))
    }
    var set = try FormSetReader(name: name, text: { files[$0] }).read()
    set.digest = Self.digest(of: files)
    return set
  }

  /// Reads all sets, those of the latest years first and by their names among equals.
  ///
  /// - Throws: A ``DefinitionError`` for the first set whose definition is wrong.
  public func sets() throws(DefinitionError) -> [FormSet] {
    var sets: [FormSet] = []
    for name in names { sets.append(try set(named: name)) }
    return sets.sorted { ($1.years.max() ?? "", $0.name) < ($0.years.max() ?? "", $1.name) }
  }

  /// The SHA-256 of all files of a folder with their names.
  private static func digest(of files: [String: String]) -> String {
    var bytes: [UInt8] = []
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      for part in [name, text] {
        bytes += part.utf8
        bytes.append(0)
      }
    }
    return FileDigest.sha256(bytes)
  }

  private static func embeddedFolders() -> [String: [String: String]] {
    var folders: [String: [String: String]] = [:]
    for index in 0..<ctemplates_count {
      // Constants of the C target: both pointers live as long as the program, and the count is the bytes' own.
      let file = unsafe ctemplates_at(index)
      let path = unsafe String(cString: file.path)
      let text = unsafe String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
      guard let slash = path.lastIndex(of: "/") else { continue }
      folders[String(path[..<slash]), default: [:]][String(path[path.index(after: slash)...])] = text
    }
    return folders
  }
}
