/// Reads a dictionary file: CSV with a heading line that names `code` and `name`, and perhaps `confidence`.
enum CodeListReader {
  /// The entries of the file.
  static func read(_ text: String, file: String) throws(DefinitionError) -> CodeList {
    var lines = text.split(whereSeparator: \.isNewline).enumerated().makeIterator()
    guard let heading = lines.next().map({ fields($0.element) }), let code = heading.firstIndex(of: "code"),
      let name = heading.firstIndex(of: "name")
    else { throw DefinitionError(file: file, line: 1, problem: .listHeading(["code", "name"])) }
    let confidence = heading.firstIndex(of: "confidence")
    var entries: [CodeList.Entry] = []
    while let (index, line) = lines.next() {
      let fields = fields(line)
      guard fields.count == heading.count else {
        throw DefinitionError(
          file: file, line: index + 1,
          problem: .listColumns(fields.count, expected: heading.count, line: String(line.prefix(40))))
      }
      entries.append(.init(code: fields[code], name: fields[name], confidence: confidence.map { fields[$0] }))
    }
    return CodeList(entries: entries)
  }

  /// The pairs of a file whose heading line names `code` and `other_code`.
  static func readPairs(_ text: String, file: String) throws(DefinitionError) -> PairList {
    var lines = text.split(whereSeparator: \.isNewline).enumerated().makeIterator()
    guard let heading = lines.next().map({ fields($0.element) }), let first = heading.firstIndex(of: "code"),
      let second = heading.firstIndex(of: "other_code")
    else { throw DefinitionError(file: file, line: 1, problem: .listHeading(["code", "other_code"])) }
    var list = PairList(pairs: [])
    while let (index, line) = lines.next() {
      let fields = fields(line)
      guard fields.count == heading.count else {
        throw DefinitionError(
          file: file, line: index + 1,
          problem: .listColumns(fields.count, expected: heading.count, line: String(line.prefix(40))))
      }
      list.pairs.insert(PairList.Pair(first: fields[first], second: fields[second]))
    }
    return list
  }

  /// The fields of one line; a field in quotation marks may hold commas (RFC 4180), but no line break.
  private static func fields(_ line: Substring) -> [String] {
    var fields: [String] = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
