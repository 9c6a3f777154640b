internal import XlsxPackage

/// Makes a book of its JSON, strictly.
struct BookJSONReader {
  let set: FormSet

  private static let members = [
    "format", "version", "file", "set", "setVersion", "year", "department", "departmentCode", "units", "unit", "forms",
    "outside", "findings",
  ]

  /// The name of the set that a book is of, once it is sure that it is a book.
  static func setName(of value: JSONValue) throws(BookFormatError) -> String {
    let members = try JSONMembers(value, known: Self.members)
    let format = try members.requiredText("format")
    guard format == BookJSON.format else { throw BookFormatError(.formatUnknown(format)).inside("format") }
    guard let version = members["version"] else { throw BookFormatError(.memberMissing("version")) }
    guard case .number(let number) = version else {
      throw BookFormatError(.expected("the number \(BookJSON.version)", found: version.typeName)).inside("version")
    }
    guard number == String(BookJSON.version) else {
      throw BookFormatError(.versionUnknown(number, known: String(BookJSON.version))).inside("version")
    }
    return try members.requiredText("set")
  }

  /// The book of a value whose set is that of the reader.
  func book(_ value: JSONValue) throws(BookFormatError) -> Book {
    let members = try JSONMembers(value, known: Self.members)
    let versions = [set.version] + set.acceptedVersions
    if let version = try members.text("setVersion"), !versions.contains(version) {
      throw BookFormatError(.setVersionUnknown(version, known: versions)).inside("setVersion")
    }
    try agree("unit", try members.text("unit"), set.unit.rawValue)
    var book = Book(
      file: try members.text("file"), set: set.name, year: try members.requiredText("year"),
      department: try members.requiredText("department"))
    book.forms = try forms(members)
    book.outside = try members.list("outside") { value, _ throws(BookFormatError) in try outside(value) }
    book.findings = try members.list("findings") { value, _ throws(BookFormatError) in try finding(value) }
    try agree("departmentCode", try members.text("departmentCode"), book.departmentCode)
    try checkUnits(members, of: book)
    return book
  }

  /// What follows from the rest may be left out, but may not contradict it.
  private func agree(_ name: String, _ given: String?, _ expected: String?) throws(BookFormatError) {
    if let given, given != expected { throw BookFormatError(.differs(given, expected: expected)).inside(name) }
  }

  private func checkUnits(_ members: JSONMembers, of book: Book) throws(BookFormatError) {
    let units = book.units(in: set)
    _ = try members.list("units") { value, index throws(BookFormatError) in
      let unit = try JSONMembers(value, known: ["code", "name"])
      try agree("code", try unit.requiredText("code"), index < units.count ? units[index].code : nil)
      try agree("name", try unit.text("name"), units[index].name)
    }
  }

  private func forms(_ members: JSONMembers) throws(BookFormatError) -> [FormData] {
    var seen: Set<String> = []
    return try members.list("forms") { value, _ throws(BookFormatError) in
      let members = try JSONMembers(
        value, known: ["form", "code", "title", "sheet", "unit", "rows", "fields", "notes"])
      let number = try members.requiredText("form")
      guard let form = set.form(number) else {
        let known = set.forms.map(\.form)
        throw BookFormatError(
          .formUnknown(
            number, suggestion: Suggestion.nearest(to: number, among: known), known: known)
        ).inside("form")
      }
      guard seen.insert(number).inserted else { throw BookFormatError(.formTwice(number)).inside("form") }
      try agree("code", try members.text("code"), form.code)
      do throws(BookFormatError) {
        return try FormJSONReader(set: set, form: form).data(members)
      } catch {
        var error = error
        error.form = number
        throw error
      }
    }
  }

  private func outside(_ value: JSONValue) throws(BookFormatError) -> OutsideCell {
    let members = try JSONMembers(value, known: ["sheet", "at", "value", "type", "formula"])
    guard let reference = try members.reference("at") else { throw BookFormatError(.memberMissing("at")) }
    let type = try members.text("type") ?? "text"
    guard type == "text" || type == "number" else {
      throw BookFormatError(.valueUnknown(type, allowed: ["text", "number"], suggestion: nil)).inside("type")
    }
    return OutsideCell(
      sheet: try members.requiredText("sheet"), reference: reference, text: try members.requiredText("value"),
      isNumber: type == "number", formula: try members.text("formula"))
  }

  private func finding(_ value: JSONValue) throws(BookFormatError) -> Finding {
    let members = try JSONMembers(
      value, known: ["code", "level", "form", "sheet", "at", "path", "message", "arguments"])
    guard let code = try members.choice("code", FindingCode.self) else { throw BookFormatError(.memberMissing("code")) }
    try agree("level", try members.text("level"), code.level.rawValue)
    // The sentence follows from the code and its arguments, in whatever language; only its type is looked at.
    _ = try members.text("message")
    var path: LabelPath?
    if let text = try members.text("path") {
      path = LabelPath(text: text)
      if path == nil { throw BookFormatError(.pathUnknown(text, suggestion: nil)).inside("path") }
    }
    var arguments: [String: String] = [:]
    for member in try members.object("arguments") {
      guard case .string(let text) = member.value else {
        throw BookFormatError(.expected("a string", found: member.value.typeName))
          .inside("[\"\(member.name)\"]").inside("arguments")
      }
      arguments[member.name] = text
    }
    return Finding(
      code, form: try members.text("form"), sheet: try members.text("sheet"), cell: try members.reference("at"),
      path: path, arguments)
  }
}
