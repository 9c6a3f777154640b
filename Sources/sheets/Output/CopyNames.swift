/// The names that the results of several files have in one folder: each file's own, given away once.
struct CopyNames: Sendable {
  private let folder: String
  /// Whether a result is a workbook without macros, whatever it was made from.
  private let isPlainWorkbook: Bool
  /// The file whose result has a name, by the name as a file system may compare it.
  private let owners: [String: String]

  /// Creates the names of the results of some files.
  init(of files: [String], in folder: String, isPlainWorkbook: Bool = false) {
    self.folder = folder
    self.isPlainWorkbook = isPlainWorkbook
    owners = Dictionary(
      files.map { (Self.name(of: $0, isPlainWorkbook).lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where the result of a file goes.
  ///
  /// - Throws: ``OutputError`` where a file of another folder has the same name.
  func path(of file: String) throws(OutputError) -> String {
    if let owner = owners[Self.name(of: file, isPlainWorkbook).lowercased()], owner != file {
      throw .sameName(file, as: owner)
    }
    return Self.path(of: file, in: folder, isPlainWorkbook: isPlainWorkbook)
  }

  /// Where the result of a single file goes.
  static func path(of file: String, in folder: String, isPlainWorkbook: Bool = false) -> String {
    folder + (folder.hasSuffix("/") ? "" : "/") + name(of: file, isPlainWorkbook)
  }

  private static func name(of file: String, _ isPlainWorkbook: Bool) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    guard isPlainWorkbook, !name.lowercased().hasSuffix(".xlsx") else { return name }
    return (name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name) + ".xlsx"
  }
}
