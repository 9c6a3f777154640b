import XlsxPackage

/// One workbook to be cleaned, and how.
struct CleaningJob {
  let bytes: [UInt8]
  /// The SHA-256 of the bytes, in hexadecimal.
  let sha256: String
  /// The name of the file.
  let name: String
  let selection: RepairSelection
  let layout: Cleaner.Layout
  let prior: [Book]
  let language: Language

  init(
    bytes: [UInt8], name: String, selection: RepairSelection, layout: Cleaner.Layout, prior: [Book], language: Language
  ) {
    self.bytes = bytes
    sha256 = FileDigest.sha256(bytes)
    self.name = name
    self.selection = selection
    self.layout = layout
    self.prior = prior
    self.language = language
  }
}
