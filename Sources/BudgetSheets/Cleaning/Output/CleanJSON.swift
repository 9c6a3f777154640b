/// What marks the result of cleaning in JSON; the format is described in `docs/clean-json.md`.
public enum CleanJSON {
  /// The member `format`.
  public static let format = "budgetsheets.clean"
  /// The member `format` of the list of repairs.
  public static let listFormat = "budgetsheets.repairs"
  /// The member `version`.
  public static let version = 1

  /// What stands in the place of the result of a file that could not be cleaned, as one line of JSON without a line break.
  ///
  /// - Parameters:
  ///   - file: The file as it was named.
  ///   - code: The stable name of the error.
  ///   - message: The sentence for people.
  public static func failure(file: String, code: String, message: String) -> String {
    let error: JSONValue = .object([.init("code", .string(code)), .init("message", .string(message))])
    return JSONWriter.text(
      of: .object(head(format) + [.init("file", .string(file)), .init("error", error)]), isPretty: false)
  }

  /// All repairs as JSON, with a line break at its end.
  public static func repairs(language: Language = .chinese) -> String {
    let repairs = Cleaner.repairs.map { repair -> JSONValue in
      let words = repair.words(in: language)
      func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
      return .object([
        .init("code", .string(repair.code.rawValue)), .init("class", .string(repair.repairClass.rawValue)),
        .init("name", .string(words.name)), .init("mess", texts(repair.mess)),
        .init("findings", texts(repair.findings.map(\.rawValue))), .init("reason", .string(words.reason)),
        .init("limits", .string(words.limits)),
      ])
    }
    return JSONWriter.text(of: .object(head(listFormat) + [.init("repairs", .array(repairs))]), isPretty: true) + "\n"
  }

  /// What every object begins with.
  static func head(_ format: String) -> [JSONValue.Member] {
    [.init("format", .string(format)), .init("version", .number(String(version)))]
  }
}

extension CleaningResult {
  /// The result as JSON, broken into lines, without a line break at its end; always the same text for the same result.
  ///
  /// - Parameters:
  ///   - output: The cleaned workbook that was written; nil in a dry run.
  ///   - log: The log that was written; nil where none was.
  ///   - language: The language of the sentences.
  public func json(output: String? = nil, log path: String? = nil, language: Language = .chinese) -> String {
    var members = CleanJSON.head(CleanJSON.format)
    func add(_ name: String, _ text: String?) {
      if let text { members.append(.init(name, .string(text))) }
    }
    add("file", log.file)
    add("sha256", log.sha256)
    add("set", set)
    add("output", output)
    add("log", path)
    if output != nil { add("cleaned_sha256", log.cleanedSHA256) }
    members.append(.init("changes", .array(log.changes.map { CleaningJSON.value(of: $0, language) })))
    members.append(.init("offered", .array(offered.map { CleaningJSON.value(of: $0, language) })))
    members.append(.init("kept", .array(kept.map { CleaningJSON.value(of: $0, language) })))
    members.append(.init("remaining", CleaningJSON.remaining(of: after, language)))
    return JSONWriter.text(of: .object(members), isPretty: true)
  }
}

extension UndoResult {
  /// The result as JSON, broken into lines, with a line break at its end.
  ///
  /// - Parameters:
  ///   - output: The workbook that was written.
  ///   - log: The log of what is left that was written; nil where nothing is left.
  ///   - language: The language of the sentences.
  public func json(output: String, log: String? = nil, language: Language = .chinese) -> String {
    var members = CleanJSON.head(CleanJSON.format)
    members.append(.init("output", .string(output)))
    if let log { members.append(.init("log", .string(log))) }
    members.append(.init("undone", .array(undone.map { CleaningJSON.value(of: $0, language) })))
    members.append(.init("remaining_changes", .number(String(remaining.changes.count))))
    return JSONWriter.text(of: .object(members), isPretty: true) + "\n"
  }
}
