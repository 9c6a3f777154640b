import BudgetSheets

/// Where the results of a conversion go.
struct ConvertedCopies: Sendable {
  private let output: String
  /// The names in the folder of the results; nil where there is one result, with a name of its own.
  private let names: CopyNames?
  let places: OutputPlaces

  /// Creates the plan of the results of some files.
  init(of files: [String], output: String, isFolder: Bool, places: OutputPlaces) {
    self.output = output
    self.places = places
    names = isFolder ? CopyNames(of: files, in: output, isPlainWorkbook: true) : nil
  }

  /// Where the result of a file goes.
  ///
  /// - Throws: ``OutputError`` where something stands there, or a file of another folder has the same name.
  func path(of file: String) throws(OutputError) -> String {
    let path = try names?.path(of: file) ?? output
    try places.check(path)
    return path
  }
}
