/// The parts of a form, for looking up by label path and for comparing with those of another set's form.
struct FormParts {
  let form: FormDefinition
  private(set) var columns: [FormPart] = []
  private(set) var rows: [FormPart] = []
  private(set) var fields: [FormPart] = []
  private let groups: [Set<String>]

  init(_ form: FormDefinition, synonyms: [[String]]) {
    self.form = form
    groups = synonyms.map { Set($0.map(FrameText.key(ofTitle:))) }
    addColumns(form.columns, below: [])
    for (pane, definition) in form.panes.enumerated() { addRows(of: definition, pane: pane) }
    for block in form.blocks { add(block) }
  }

  /// The parts of a kind.
  func parts(_ kind: FormPart.Kind) -> [FormPart] {
    switch kind {
    case .column: columns
    case .row: rows
    case .field: fields
    }
  }

  /// A part by what it is.
  func part(_ id: FormPart.ID) -> FormPart? {
    switch id {
    case .column: columns.first { $0.id == id }
    case .row: rows.first { $0.id == id }
    case .field: fields.first { $0.id == id }
    }
  }

  /// What readers call a part: its label path, that of a row with its pane.
  func name(_ id: FormPart.ID) -> String {
    switch id {
    case .column(let path), .field(let path): path.description
    case .row(let place): (form.panes[place.pane].name.map { $0 + "：" } ?? "") + row(place).path.description
    }
  }

  /// A printed row.
  func row(_ place: FormPart.PrintedRow) -> FixedRow { form.panes[place.pane].fixedRows[place.row] }

  // MARK: Looking up

  /// The parts that a text means: one, or with `/*` at its end all below a heading.
  ///
  /// - Parameter pane: The pane that is meant where the text of a row names none.
  func find(
    _ text: String, _ kind: FormPart.Kind, pane: String? = nil, at place: RulePlace
  ) throws(DefinitionError) -> [FormPart] {
    guard text.hasSuffix("/*") else { return [try one(text, kind, pane: pane, at: place)] }
    let (rest, candidates) = candidates(String(text.dropLast(2)), kind, pane: pane)
    guard let path = LabelPath(text: rest) else { throw place.error(.expected("a label path")) }
    let heading = path.labels.map(FrameText.key(ofTitle:))
    let found = candidates.filter { $0.words.count > heading.count && $0.label.starts(with: heading) }
    if found.isEmpty { throw unknown(text, candidates, at: place) }
    return found
  }

  /// The one part that a text means: exactly, else as headings are compared.
  func one(
    _ text: String, _ kind: FormPart.Kind, pane: String? = nil, at place: RulePlace
  ) throws(DefinitionError) -> FormPart {
    let (rest, candidates) = candidates(text, kind, pane: pane)
    guard let path = LabelPath(text: rest) else { throw place.error(.expected("a label path")) }
    if let exact = candidates.first(where: { $0.path == path }) { return exact }
    let labels = path.labels.map(FrameText.key(ofTitle:))
    var found = candidates.filter { $0.label == labels }
    if found.isEmpty {
      found = candidates.filter { part in
        part.words.count == labels.count && zip(part.words, labels).allSatisfy { $0.contains($1) }
      }
    }
    guard found.count == 1 else { throw unknown(text, candidates, at: place) }
    return found[0]
  }

  /// The parts among which one is looked up, and the text without the name of a pane.
  private func candidates(_ text: String, _ kind: FormPart.Kind, pane: String?) -> (String, [FormPart]) {
    guard kind == .row else { return (text, parts(kind)) }
    var rest = text
    var index = form.panes.count == 1 ? 0 : form.panes.firstIndex { Self.same($0.name, pane) }
    if let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }),
      let named = form.panes.firstIndex(where: { Self.same($0.name, String(text[..<colon])) })
    {
      index = named
      rest = FrameText.trimmed(String(text[text.index(after: colon)...]))
    }
    guard let index else { return (rest, rows) }
    return (rest, rows.filter { $0.id.pane == index })
  }

  private static func same(_ name: String?, _ other: String?) -> Bool {
    guard let name, let other else { return false }
    return LabelText.normalize(name) == LabelText.normalize(other)
  }

  private func unknown(_ text: String, _ candidates: [FormPart], at place: RulePlace) -> DefinitionError {
    let known = candidates.map { name($0.id) }
    let ends = known.filter { $0.hasSuffix("/" + text) }
    return place.error(
      .referenceUnknown(
        text, suggestion: ends.count == 1 ? ends.first : Suggestion.nearest(to: text, among: known)))
  }

  // MARK: Listing

  private func words(_ label: String, _ others: [String]) -> [String] {
    var words: [String] = []
    for word in ([label] + others).map(FrameText.key(ofTitle:)) where !words.contains(word) { words.append(word) }
    for word in words {
      for group in groups where group.contains(word) { words += group.subtracting(words).sorted() }
    }
    return words
  }

  private mutating func addColumns(_ columns: [ColumnDefinition], below: [[String]]) {
    for column in columns {
      let path = below + [words(column.label, column.aliases + (column.printed.map { [$0] } ?? []))]
      if !column.columns.isEmpty {
        addColumns(column.columns, below: path)
        continue
      }
      self.columns.append(
        FormPart(
          id: .column(column.path), path: column.path, isAmount: column.isAmount,
          isInput: column.sum.isEmpty && column.partOf == nil, words: path))
    }
  }

  private mutating func addRows(of pane: Pane, pane index: Int) {
    let fixed = pane.fixedRows
    for (number, row) in fixed.enumerated() {
      var path: [[String]] = []
      for depth in 1...max(1, row.path.labels.count) {
        let labels = Array(row.path.labels.prefix(depth))
        let aliases = fixed.first { $0.path.labels == labels }?.aliases ?? []
        path.append(words(labels.last ?? "", aliases))
      }
      rows.append(
        FormPart(
          id: .row(FormPart.PrintedRow(pane: index, row: number)), path: row.path, isAmount: true,
          isInput: row.sum.isEmpty && row.partOf == nil, classCode: row.classCode, words: path))
    }
  }

  private mutating func add(_ block: FormBlock) {
    switch block {
    case .field(let field):
      fields.append(
        FormPart(
          id: .field(field.path), path: field.path, isAmount: false, isInput: true,
          words: [words(field.path.leaf, field.aliases)]))
    case .list(let list): addColumns(list.columns, below: [words(list.path.leaf, list.aliases)])
    case .table(let table): addColumns(table.columns, below: [])
    case .amounts(let amounts):
      for row in amounts.rows {
        var path = [words(row.path.labels.first ?? "", amounts.aliases)]
        path += row.path.labels.dropFirst().dropLast().map { words($0, []) }
        if row.path.labels.count > 1 { path.append(words(row.path.leaf, row.aliases)) }
        fields.append(
          FormPart(
            id: .field(row.path), path: row.path, isAmount: true, isInput: row.sum.isEmpty, words: path))
      }
    }
  }
}
