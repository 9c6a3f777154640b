import BudgetSheets

/// Where the cleaned copies of some workbooks go, each with the log of its changes.
struct CleanedCopies: Sendable {
  private let names: CopyNames
  private let places: OutputPlaces

  /// Creates the plan of the copies of some files in a folder.
  init(of files: [String], folder: String, layout: Cleaner.Layout, places: OutputPlaces) {
    // A workbook of the set's own layout holds no macros, whatever it was made from.
    names = CopyNames(of: files, in: folder, isPlainWorkbook: layout == .standard)
    self.places = places
  }

  /// The copy of a file, with its log.
  static func copy(of file: String, in folder: String, layout: Cleaner.Layout, places: OutputPlaces) -> WorkbookAndLog {
    WorkbookAndLog(
      workbook: CopyNames.path(of: file, in: folder, isPlainWorkbook: layout == .standard), places: places)
  }

  /// Makes sure that the copy of a file may be written, and gives it.
  ///
  /// - Throws: ``OutputError`` where something stands there, or a file of another folder has the same name.
  func copy(of file: String) throws(OutputError) -> WorkbookAndLog {
    let copy = WorkbookAndLog(workbook: try names.path(of: file), places: places)
    try copy.check()
    return copy
  }
}
