import BudgetSheets

/// The marked copy of a workbook that goes back to its submitter.
struct AnnotatedCopy: Sendable {
  /// The folder that takes the copies.
  let folder: String
  let places: OutputPlaces

  /// Where the copy of a workbook stands.
  func path(for file: String) -> String {
    folder + (folder.hasSuffix("/") ? "" : "/") + (file.split(separator: "/").last.map(String.init) ?? file)
  }

  /// Writes the copy of a workbook.
  ///
  /// - Returns: Its path; nil where there is nothing to mark.
  func write(_ report: CheckReport, set: FormSet, of file: String, options: CommonOptions) throws(OutputError)
    -> String?
  {
    if report.findings.isEmpty { return nil }
    let path = path(for: file)
    try places.check(path)
    throw .failed(path, reason: options.say("尚不支持", "not supported yet"))
  }
}
