import BudgetSheets

/// Where the results of a conversion go.
struct ConvertedCopies: Sendable {
  private let output: String
  private let isFolder: Bool
  let places: OutputPlaces
  /// The file whose result has a name, by the name.
  private let owners: [String: String]

  /// Creates the plan of the results of some files.
  init(of files: [String], output: String, isFolder: Bool, places: OutputPlaces) {
    self.output = output
    self.isFolder = isFolder
    self.places = places
    owners = Dictionary(files.map { (Self.name(of: $0).lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where the result of a file goes.
  ///
  /// - Throws: ``OutputError`` where something stands there, or a file of another folder has the same name.
  func path(of file: String) throws(OutputError) -> String {
    var path = output
    if isFolder {
      if let owner = owners[Self.name(of: file).lowercased()], owner != file { throw .sameName(file, as: owner) }
      path += (output.hasSuffix("/") ? "" : "/") + Self.name(of: file)
    }
    try places.check(path)
    return path
  }

  /// The file's own name, with the ending of a workbook without macros.
  private static func name(of file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    guard !name.lowercased().hasSuffix(".xlsx") else { return name }
    return (name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name) + ".xlsx"
  }
}
