import BudgetSheets

/// The marked copies of workbooks that go back to their submitters.
struct AnnotatedCopy: Sendable {
  private let names: CopyNames
  private let places: OutputPlaces

  /// Creates the plan of the copies of some files in a folder.
  init(of files: [String], folder: String, places: OutputPlaces) {
    names = CopyNames(of: files, in: folder)
    self.places = places
  }

  /// Where the copy of a workbook stands: under its own name.
  static func path(for file: String, in folder: String) -> String {
    CopyNames.path(of: file, in: folder)
  }

  /// Writes the copy of a workbook.
  ///
  /// - Returns: Its path, and what it holds; nil where there is nothing to mark.
  /// - Throws: ``OutputError`` where something stands there, or a file of another folder has the same name.
  func write(
    _ report: CheckReport, set: FormSet, of file: String
  ) throws(OutputError) -> (path: String, annotation: Annotation)? {
    if report.findings.isEmpty { return nil }
    let path = try names.path(of: file)
    try places.check(path)
    do throws(AnnotationError) {
      let copy = try AnnotatedWorkbook(of: file, report: report, set: set)
      return (path, try copy.write(to: path, replacesExisting: places.replacesExisting))
    } catch {
      throw .annotation(path, error)
    }
  }
}
