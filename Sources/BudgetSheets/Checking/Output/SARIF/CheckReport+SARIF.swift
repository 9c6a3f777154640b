extension CheckReport {
  /// The reports on some files as one run of SARIF 2.1.0, the format in which other tools take findings.
  ///
  /// A cell is a logical location such as `预算03表!G10`; a warning that the submitter explained is suppressed, pending a
  /// review. Files that could not be read, and rules that could not be checked, are notifications of the tool. The
  /// same files always give the same text.
  ///
  /// - Parameters:
  ///   - files: The files, in order.
  ///   - pretty: Whether to break it into lines.
  ///   - language: The language of the sentences.
  public static func sarif(
    of files: [CheckedFile], pretty: Bool = true, language: Language = .chinese
  ) -> String {
    JSONWriter.text(of: SARIFWriter(files: files, language: language).value, isPretty: pretty) + (pretty ? "\n" : "")
  }
}
