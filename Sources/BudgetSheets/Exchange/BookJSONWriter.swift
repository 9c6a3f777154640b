internal import XlsxPackage

/// Makes the JSON of a book.
struct BookJSONWriter {
  let set: FormSet
  let language: Language

  /// The whole book.
  func value(of book: Book) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("format", .string(BookJSON.format)), .init("version", .number(String(BookJSON.version))),
    ]
    members.add("file", book.file)
    members.add("set", book.set)
    members.add("setVersion", set.version)
    members.add("year", book.year)
    members.add("department", book.department)
    members.add("departmentCode", book.departmentCode)
    members.append(
      .init(
        "units",
        .array(
          book.units(in: set).map { unit in
            var members = [JSONValue.Member("code", .string(unit.code))]
            members.add("name", unit.name)
            return .object(members)
          })))
    members.add("unit", set.unit.rawValue)
    members.append(.init("forms", .array(book.forms.map(value))))
    members.append(.init("outside", .array(book.outside.map(value))))
    members.append(.init("findings", .array(book.findings.map(value))))
    return .object(members)
  }

  private func value(of data: FormData) -> JSONValue {
    let form = set.form(data.form)
    var members: [JSONValue.Member] = []
    members.add("form", data.form)
    members.add("code", form?.code)
    members.add("title", data.title)
    members.add("sheet", data.sheet)
    members.add("unit", data.unit.rawValue)
    let order = CellOrder.columns(of: form)
    members.append(.init("rows", .array(data.rows.map { value(of: $0, order: order) })))
    if !data.fields.isEmpty {
      members.append(.init("fields", cells(data.fields, order: CellOrder.fields(of: form))))
    }
    if !data.notes.isEmpty {
      members.append(
        .init(
          "notes",
          .array(
            data.notes.map { note in
              var members: [JSONValue.Member] = []
              members.add("at", note.reference?.description)
              members.add("text", note.text)
              return .object(members)
            })))
    }
    return .object(members)
  }

  private func value(of row: FormRow, order: CellOrder) -> JSONValue {
    var members: [JSONValue.Member] = []
    members.add("kind", row.kind.rawValue)
    members.add("key", row.key.isEmpty ? nil : row.key)
    members.add("pane", row.pane)
    if row.isHidden { members.append(.init("hidden", .bool(true))) }
    members.append(.init("cells", cells(row.cells, order: order)))
    return .object(members)
  }

  private func cells(_ cells: [LabelPath: FormCell], order: CellOrder) -> JSONValue {
    .object(order.sorted(cells).map { JSONValue.Member($0.path.description, value(of: $0.cell)) })
  }

  private func value(of cell: FormCell) -> JSONValue {
    var members: [JSONValue.Member] = []
    members.add("at", cell.reference?.description)
    switch cell.value {
    case .amount(let amount): members.add("value", amount.text(in: set.unit, decimals: set.decimals))
    case .text(let text): members.add("value", text)
    case nil: break
    }
    members.add("raw", cell.raw)
    members.add("unit", cell.unit?.rawValue)
    members.add("inherited", cell.inherited)
    members.add("formula", cell.formula)
    return .object(members)
  }

  private func value(of cell: OutsideCell) -> JSONValue {
    var members: [JSONValue.Member] = []
    members.add("sheet", cell.sheet)
    members.add("at", cell.reference.description)
    members.add("value", cell.text)
    members.add("type", cell.isNumber ? "number" : "text")
    members.add("formula", cell.formula)
    return .object(members)
  }

  private func value(of finding: Finding) -> JSONValue {
    var members: [JSONValue.Member] = []
    members.add("code", finding.code.rawValue)
    members.add("level", finding.level.rawValue)
    members.add("form", finding.form)
    members.add("sheet", finding.sheet)
    members.add("at", finding.cell?.description)
    members.add("path", finding.path?.description)
    members.add("message", finding.message(in: language))
    members.append(
      .init(
        "arguments",
        .object(
          finding.arguments.sorted { $0.key < $1.key }.map {
            .init($0.key, .string($0.value))
          })))
    return .object(members)
  }
}

extension [JSONValue.Member] {
  /// Adds a member with a text, unless there is none.
  mutating func add(_ name: String, _ text: String?) {
    if let text { append(.init(name, .string(text))) }
  }
}
