/// Reads how the forms of an older set go over into those of a set.
struct SuccessionReader {
  /// The newer set, with its forms.
  let set: FormSet

  /// What a file says.
  func read(_ node: DefinitionNode) throws(DefinitionError) -> SetSuccession {
    let map = try node.mapping(["from", "forms"])
    let from = try map.required("from")
    let name = try from.text()
    // A set goes over into itself as it is.
    if name == set.name { throw from.error(.successionOfItself(name)) }
    var succession = SetSuccession(set: name, file: node.file, place: from.place, forms: [])
    var seen: Set<String> = []
    var older: Set<String> = []
    for item in try map.required("forms").items() {
      let form = try form(item)
      guard seen.insert(form.form).inserted else { throw item.error(.labelTwice(form.form)) }
      guard older.insert(form.predecessor.text).inserted else {
        throw form.predecessor.place.error(.successorTwice(form.predecessor.text))
      }
      succession.forms.append(form)
    }
    return succession
  }

  private func form(_ node: DefinitionNode) throws(DefinitionError) -> FormSuccession {
    let map = try node.mapping(["form", "succeeds", "columns", "rows", "fields", "contained", "dropped"])
    let number = try map.required("form")
    let name = try number.name(among: Set(set.forms.map(\.form)))
    guard let form = set.form(name) else { throw number.error(.referenceUnknown(name, suggestion: nil)) }
    var succession = FormSuccession(
      form: name, predecessor: try reference(try map.required("succeeds")), place: number.place)
    let parts = FormParts(form, synonyms: set.synonyms)
    var seen: Set<FormPart.ID> = []
    for kind in FormPart.Kind.allCases {
      guard let lines = map[kind.key] else { continue }
      for (key, value) in try lines.entries() {
        let target = try parts.one(try key.text(), kind, at: key.place)
        guard seen.insert(target.id).inserted else { throw key.error(.labelTwice(try key.text())) }
        succession.lines.append(try line(value, of: target, kind, key, parts))
      }
    }
    if let contained = map["contained"] { succession.contained = try self.contained(contained) }
    if let dropped = map["dropped"] { succession.dropped = try self.dropped(dropped) }
    return succession
  }

  private func line(
    _ node: DefinitionNode, of target: FormPart, _ kind: FormPart.Kind, _ key: DefinitionNode, _ parts: FormParts
  ) throws(DefinitionError) -> SuccessionLine {
    var line = SuccessionLine(target: target.id, place: key.place, source: .nothing)
    if node.scalar != nil {
      line.source = .same([try reference(node)])
      return line
    }
    let map = try node.mapping(["sum", "join", "omit", "row", "column", "field", "in", "new"])
    let given = ["sum", "join", "row", "column", "field", "new"].filter { map[$0] != nil }
    // A column goes with the row that it belongs to.
    let isCell = given == ["row", "column"]
    guard given.count == 1 || isCell, let first = given.first else {
      throw given.count > 1 ? node.error(.keyNotHere(given[1], with: given[0])) : node.error(.keyMissing("sum"))
    }
    if let omit = map["omit"], first != "join" { throw omit.error(.keyNotHere("omit", with: first)) }
    if first == kind.rawValue { throw (map[first] ?? node).error(.keyNotHere(first, with: kind.key)) }
    if let column = map["in"] {
      guard kind == .row, first == "column" || first == "field" else {
        throw column.error(.keyNotHere("in", with: first))
      }
      let found = try parts.one(try column.text(), .column, at: column.place)
      line.column = found.path
    }
    switch first {
    case "sum": line.source = .same(try references(try map.required("sum")))
    case "join":
      guard !target.isAmount else { throw (map["join"] ?? node).error(.expected("a column or field of texts")) }
      line.source = .join(try references(try map.required("join")), omit: try map["omit"].map(omissions) ?? [])
    case "row":
      line.source = .rows(try references(try map.required("row")), column: try map["column"].map(reference))
    case "column": line.source = .columns(try references(try map.required("column")))
    case "field": line.source = .fields(try references(try map.required("field")))
    default: _ = try map.text("new")
    }
    return line
  }

  private func reference(_ node: DefinitionNode) throws(DefinitionError) -> SuccessionReference {
    SuccessionReference(text: try node.text(), place: node.place)
  }

  private func references(_ node: DefinitionNode) throws(DefinitionError) -> [SuccessionReference] {
    var references: [SuccessionReference] = []
    for item in try node.items() { references.append(try reference(item)) }
    if references.isEmpty { throw node.error(.expected("a label path")) }
    return references
  }

  private func omissions(_ node: DefinitionNode) throws(DefinitionError) -> [SuccessionOmission] {
    var omissions: [SuccessionOmission] = []
    for (key, value) in try node.entries() {
      omissions.append(SuccessionOmission(text: try key.text(), reason: try reason(value)))
    }
    return omissions
  }

  /// A reason in words.
  private func reason(_ node: DefinitionNode) throws(DefinitionError) -> String {
    let text = try node.line()
    if text.isEmpty { throw node.error(.expected("a reason")) }
    return text
  }

  private func contained(_ node: DefinitionNode) throws(DefinitionError) -> [SuccessionRemark] {
    var remarks: [SuccessionRemark] = []
    let map = try node.mapping(FormPart.Kind.allCases.map(\.key))
    for kind in FormPart.Kind.allCases {
      guard let wholes = map[kind.key] else { continue }
      for (whole, parts) in try wholes.entries() {
        for part in try references(parts) {
          remarks.append(SuccessionRemark(kind: kind, part: part, whole: try reference(whole)))
        }
      }
    }
    return remarks
  }

  private func dropped(_ node: DefinitionNode) throws(DefinitionError) -> [SuccessionRemark] {
    var remarks: [SuccessionRemark] = []
    let map = try node.mapping(FormPart.Kind.allCases.map(\.key))
    for kind in FormPart.Kind.allCases {
      guard let parts = map[kind.key] else { continue }
      for (part, why) in try parts.entries() {
        remarks.append(
          SuccessionRemark(kind: kind, part: try reference(part), whole: nil, reason: try reason(why)))
      }
    }
    return remarks
  }
}
