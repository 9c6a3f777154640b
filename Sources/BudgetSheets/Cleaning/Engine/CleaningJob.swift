/// One workbook to be cleaned, and how.
struct CleaningJob {
  var bytes: [UInt8]
  /// The name of the file.
  var name: String
  var selection: RepairSelection
  var layout: Cleaner.Layout
  var prior: [Book]
  var language: Language
}
