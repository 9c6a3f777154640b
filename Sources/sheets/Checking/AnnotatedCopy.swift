import BudgetSheets

/// The marked copies of workbooks that go back to their submitters.
struct AnnotatedCopy: Sendable {
  private let folder: String
  private let places: OutputPlaces
  /// The file whose copy has a name, by the name.
  private let owners: [String: String]

  /// Creates the plan of the copies of some files in a folder.
  init(of files: [String], folder: String, places: OutputPlaces) {
    self.folder = folder
    self.places = places
    owners = Dictionary(files.map { (Self.key($0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where the copy of a workbook stands: under its own name.
  static func path(for file: String, in folder: String) -> String {
    folder + (folder.hasSuffix("/") ? "" : "/") + name(of: file)
  }

  /// Writes the copy of a workbook.
  ///
  /// - Returns: Its path, and what it holds; nil where there is nothing to mark.
  /// - Throws: ``OutputError`` where something stands there, or a file of another folder has the same name.
  func write(
    _ report: CheckReport, set: FormSet, of file: String
  ) throws(OutputError) -> (path: String, annotation: Annotation)? {
    if report.findings.isEmpty { return nil }
    let path = Self.path(for: file, in: folder)
    if let owner = owners[Self.key(file)], owner != file { throw .sameName(file, as: owner) }
    try places.check(path)
    do throws(AnnotationError) {
      let copy = try AnnotatedWorkbook(of: file, report: report, set: set)
      return (path, try copy.write(to: path, replacesExisting: places.replacesExisting))
    } catch {
      throw .annotation(path, error)
    }
  }

  private static func name(of file: String) -> String { file.split(separator: "/").last.map(String.init) ?? file }

  /// A name as a file system may compare it.
  private static func key(_ file: String) -> String { name(of: file).lowercased() }
}
