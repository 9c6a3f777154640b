import BudgetSheets

/// Where the cleaned copies of some workbooks go, each with the log of its changes.
struct CleanedCopies: Sendable {
  private let folder: String
  private let layout: Cleaner.Layout
  private let places: OutputPlaces
  /// The file whose copy has a name, by the name.
  private let owners: [String: String]

  /// Creates the plan of the copies of some files in a folder.
  init(of files: [String], folder: String, layout: Cleaner.Layout, places: OutputPlaces) {
    self.folder = folder
    self.layout = layout
    self.places = places
    owners = Dictionary(files.map { (Self.key($0, layout), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The copy of a file, with its log.
  static func copy(of file: String, in folder: String, layout: Cleaner.Layout, places: OutputPlaces) -> WorkbookAndLog {
    WorkbookAndLog(workbook: folder + (folder.hasSuffix("/") ? "" : "/") + name(of: file, layout), places: places)
  }

  /// Makes sure that the copy of a file may be written, and gives it.
  ///
  /// - Throws: ``OutputError`` where something stands there, or a file of another folder has the same name.
  func copy(of file: String) throws(OutputError) -> WorkbookAndLog {
    if let owner = owners[Self.key(file, layout)], owner != file { throw .sameName(file, as: owner) }
    let copy = Self.copy(of: file, in: folder, layout: layout, places: places)
    try copy.check()
    return copy
  }

  /// The file's own name; a workbook of the set's own layout holds no macros, whatever it was made from.
  private static func name(of file: String, _ layout: Cleaner.Layout) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    guard layout == .standard, !name.lowercased().hasSuffix(".xlsx") else { return name }
    return (name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name) + ".xlsx"
  }

  /// A name as a file system may compare it.
  private static func key(_ file: String, _ layout: Cleaner.Layout) -> String { name(of: file, layout).lowercased() }
}
