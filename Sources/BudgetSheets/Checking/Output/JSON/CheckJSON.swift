/// What marks a report in JSON; the format is described in `docs/check-json.md`.
public enum CheckJSON {
  /// The member `format`.
  public static let format = "budgetsheets.check"
  /// The member `version`.
  public static let version = 1

  /// What stands in the place of the report of a file that could not be read, as one line of JSON without a line break.
  ///
  /// - Parameters:
  ///   - file: The file as it was named.
  ///   - code: The stable name of the error.
  ///   - message: The sentence for people.
  public static func failure(file: String, code: String, message: String) -> String {
    JSONWriter.text(
      of: .object([
        .init("format", .string(format)), .init("version", .number(String(version))), .init("file", .string(file)),
        .init("error", .object([.init("code", .string(code)), .init("message", .string(message))])),
      ]), isPretty: false)
  }
}

extension CheckReport {
  /// The report as JSON, always the same text for the same report.
  ///
  /// Amounts are exact decimal texts in the unit of the set. The book itself is not in it; `Book.json` has that.
  ///
  /// - Parameters:
  ///   - set: The form set of the book.
  ///   - pretty: Whether to break it into lines; else it is one line without a line break at its end.
  ///   - language: The language of the sentences.
  public func json(in set: FormSet, pretty: Bool = false, language: Language = .chinese) -> String {
    let value = CheckJSONWriter(set: set, language: language).value(of: self)
    return JSONWriter.text(of: value, isPretty: pretty) + (pretty ? "\n" : "")
  }

  /// The report as one line of newline-delimited JSON, with the line break.
  public func ndjson(in set: FormSet, language: Language = .chinese) -> String {
    json(in: set, language: language) + "\n"
  }
}
