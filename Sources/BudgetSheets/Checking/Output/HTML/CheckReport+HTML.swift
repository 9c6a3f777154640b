extension CheckReport {
  /// The report as one HTML page that needs nothing beside it.
  ///
  /// It can be opened by a double click, read on a telephone and printed. Whatever it shows of the workbook is text and
  /// nothing else; the page loads nothing, and its only script filters the list. The same report always gives the same
  /// page.
  ///
  /// - Parameters:
  ///   - set: The form set of the book.
  ///   - language: The language of the sentences.
  ///   - index: The path, from the page, of the page that lists all files; nil where there is none.
  public func html(in set: FormSet, language: Language = .chinese, index: String? = nil) -> String {
    ReportPage(report: self, set: set, language: language, index: index).text
  }

  /// A page that lists the files of a batch with what came of them.
  ///
  /// - Parameters:
  ///   - files: The files; those with the gravest verdict are listed first.
  ///   - departments: Who has handed in, as a heading and lines; empty where nobody asked.
  ///   - language: The language of the sentences.
  ///   - page: The path of a file's own page from this one; nil where it has none.
  public static func htmlIndex(
    of files: [CheckedFile], departments: [String] = [], language: Language = .chinese,
    page: (CheckedFile) -> String?
  ) -> String {
    IndexPage(files: files.map { ($0, page($0)) }, departments: departments, language: language).text
  }
}
