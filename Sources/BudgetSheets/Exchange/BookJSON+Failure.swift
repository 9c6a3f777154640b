extension BookJSON {
  /// What stands in the place of a book that could not be read, as one line of JSON without a line break.
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
