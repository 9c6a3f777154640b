/// What marks a book in JSON; the format is described in `docs/book-json.md`.
public enum BookJSON {
  /// The member `format`.
  public static let format = "budgetsheets.book"
  /// The member `version`.
  public static let version = 1
}

extension Book {
  /// The book as JSON, always the same text for the same book.
  ///
  /// Amounts are exact decimal texts in the unit of the set; the members stand in the order of the form's columns.
  ///
  /// - Parameters:
  ///   - set: The form set of the book.
  ///   - pretty: Whether to break it into lines; else it is one line without a line break at its end.
  ///   - language: The language of the findings' sentences.
  public func json(in set: FormSet, pretty: Bool = false, language: Language = .chinese) -> String {
    let value = BookJSONWriter(set: set, language: language).value(of: self)
    return JSONWriter.text(of: value, isPretty: pretty) + (pretty ? "\n" : "")
  }

  /// The book as one line of newline-delimited JSON, with the line break.
  public func ndjson(in set: FormSet, language: Language = .chinese) -> String {
    json(in: set, language: language) + "\n"
  }

  /// Reads a book from JSON of a form set at hand.
  ///
  /// - Throws: A ``BookFormatError`` with the place in the JSON where it is malformed or does not fit its set.
  public init(json text: String, in library: TemplateLibrary = .embedded) throws(BookFormatError) {
    try self.init(json: text.utf8, in: library)
  }

  /// Reads a book from the bytes of JSON of a form set at hand.
  ///
  /// - Throws: A ``BookFormatError`` with the place in the JSON where it is malformed or does not fit its set.
  public init(json bytes: some Sequence<UInt8>, in library: TemplateLibrary = .embedded) throws(BookFormatError) {
    let value = try JSONParser.value(of: bytes)
    let name = try BookJSONReader.setName(of: value)
    guard library.names.contains(name) else {
      throw BookFormatError(.setUnknown(name, known: library.names)).inside("set")
    }
    let set: FormSet
    do { set = try library.set(named: name) } catch { throw BookFormatError(.definition(error)).inside("set") }
    self = try BookJSONReader(set: set).book(value)
  }

  /// Reads a book from the bytes of JSON of one form set; quicker where there are many books of it.
  ///
  /// - Throws: A ``BookFormatError`` with the place in the JSON where it is malformed or does not fit the set.
  public init(json bytes: some Sequence<UInt8>, in set: FormSet) throws(BookFormatError) {
    let value = try JSONParser.value(of: bytes)
    let name = try BookJSONReader.setName(of: value)
    guard name == set.name else { throw BookFormatError(.setUnknown(name, known: [set.name])).inside("set") }
    self = try BookJSONReader(set: set).book(value)
  }

  /// The code of the department, as its rows say it; nil where no row does.
  public var departmentCode: String? {
    for form in forms {
      for row in form.rows where row.kind == .department && !row.key.isEmpty {
        return RowKey.split(row.key)?.text ?? row.key
      }
    }
    return nil
  }

  /// The units of the department with the names that their rows say, in the order in which they first stand.
  public func units(in set: FormSet) -> [(code: String, name: String?)] {
    var units: [(code: String, name: String?)] = []
    var indexes: [String: Int] = [:]
    for data in forms {
      let levels = set.form(data.form)?.panes.flatMap(\.levels) ?? []
      let column = levels.first { $0.kind == .unit }?.name
      for row in data.rows where row.kind == .unit && !row.key.isEmpty {
        let code = RowKey.split(row.key)?.text ?? row.key
        let name = column.flatMap { row.text($0) }
        if let index = indexes[code] {
          units[index].name = units[index].name ?? name
        } else {
          indexes[code] = units.count
          units.append((code, name))
        }
      }
    }
    return units
  }
}
