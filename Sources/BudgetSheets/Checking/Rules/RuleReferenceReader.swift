/// Looks up what the references of a rule mean, leniently in wording as headings are, strictly in meaning.
struct RuleReferenceReader {
  /// What a rule says beside its references.
  struct Scope {
    /// The form whose rules these are; nil between forms.
    var form: FormDefinition?
    /// The rows of `each`.
    var each: [LinearRule.Each] = []
    var keys: [LinearRule.Key] = []
  }

  let forms: [FormDefinition]
  let totalLabels: [String]

  private static let levels: [String: RowKind] = ["部门": .department, "单位": .unit, "明细": .detail]

  // MARK: References

  /// The cells that a reference in a rule means.
  func cells(
    _ text: String, isSum: Bool, scope: Scope, at node: DefinitionNode
  ) throws(DefinitionError) -> LinearRule.CellSet {
    guard let (number, inside) = Self.bracketed(text) else { return try local(text, isSum, scope, node) }
    let form = try form(number, node)
    let pieces = Self.split(inside)
    guard let first = pieces.first, pieces.count <= 2 else { throw node.error(.expected("form[row, column]")) }
    if form.isBlockForm {
      return LinearRule.CellSet(
        form: form.form, rows: .fields(try fields(first, in: form, isSum, node)), columns: .none, isSum: isSum)
    }
    let rows = try rows(first, in: form, scope: scope, node)
    let columns = try columns(pieces.count == 2 ? pieces[1] : nil, in: form, pane: pane(of: rows), isSum, scope, node)
    return LinearRule.CellSet(form: form.form, rows: rows, columns: columns, isSum: isSum)
  }

  /// The rows of `each`, as `03[明细, *]`.
  func each(_ text: String, at node: DefinitionNode) throws(DefinitionError) -> LinearRule.Each {
    guard let (number, inside) = Self.bracketed(text) else { throw node.error(.expected("form[rows]")) }
    let form = try form(number, node)
    let pieces = Self.split(inside)
    guard let first = pieces.first, pieces.count <= 2 else { throw node.error(.expected("form[rows]")) }
    let rows = try rows(first, in: form, scope: Scope(), node)
    if pieces.count == 2, pieces[1] != "*" { throw node.error(.expected("*")) }
    return LinearRule.Each(form: form.form, rows: rows, everyColumn: pieces.count == 2)
  }

  /// A reference without a form: of the row of `each`, or of the form whose rules these are.
  private func local(
    _ text: String, _ isSum: Bool, _ scope: Scope, _ node: DefinitionNode
  ) throws(DefinitionError) -> LinearRule.CellSet {
    if let each = scope.each.first {
      guard scope.each.count == 1, scope.keys.isEmpty else { throw node.error(.expected("form[row, column]")) }
      let form = try form(each.form, node)
      let columns = try columns(text, in: form, pane: pane(of: each.rows), isSum, scope, node)
      return LinearRule.CellSet(form: form.form, rows: .current, columns: columns, isSum: isSum)
    }
    guard let form = scope.form else { throw node.error(.expected("form[row, column]")) }
    return try cells("\(form.form)[\(text)]", isSum: isSum, scope: scope, at: node)
  }

  private func form(_ number: String, _ node: DefinitionNode) throws(DefinitionError) -> FormDefinition {
    guard let form = forms.first(where: { $0.form == number }) else {
      throw node.error(
        .referenceUnknown(number, suggestion: Suggestion.nearest(to: number, among: forms.map(\.form))))
    }
    return form
  }

  // MARK: Rows

  private func rows(
    _ text: String, in form: FormDefinition, scope: Scope, _ node: DefinitionNode
  ) throws(DefinitionError) -> LinearRule.RowSet {
    let levels = form.panes.flatMap(\.levels)
    if !levels.isEmpty {
      if text == "total" || totalLabels.contains(text) {
        guard levels.contains(where: { $0.kind == .total }) else { throw unknown(text, [], node) }
        return .total
      }
      if let kind = Self.levels[text] { return .level(kind) }
      if CodeText.isDigits(text), let detail = levels.last {
        return .matching([LinearRule.KeyCondition(columns: detail.key, value: .starts([text]))])
      }
      var conditions: [LinearRule.KeyCondition] = []
      for part in text.split(separator: " and ") {
        conditions.append(try condition(String(part), in: form, scope, node))
      }
      return .matching(conditions)
    }
    if let range = text.firstRange(of: " with class") {
      let name = FrameText.trimmed(String(text[..<range.lowerBound]))
      let pane = try pane(name, in: form, node)
      let rest = FrameText.trimmed(String(text[range.upperBound...]))
      if rest.isEmpty { return .classes(pane: pane) }
      guard rest == "= class" else { throw node.error(.expected("with class = class")) }
      return .sameClass(pane: pane)
    }
    let pieces = text.split(separator: "：", maxSplits: 1)
    var pane = 0
    var label = text
    if pieces.count == 2, let index = form.panes.firstIndex(where: { $0.name == String(pieces[0]) }) {
      pane = index
      label = String(pieces[1])
    } else if form.panes.count > 1 {
      throw node.error(.expected(form.panes.compactMap(\.name).map { $0 + "：…" }.joined(separator: " / ")))
    }
    let rows = form.panes[pane].fixedRows
    let index = try find(label, among: rows.map(\.path), node)
    return .fixed(pane: pane, row: index)
  }

  private func pane(_ name: String, in form: FormDefinition, _ node: DefinitionNode) throws(DefinitionError) -> Int {
    if name.isEmpty, form.panes.count == 1 { return 0 }
    guard let index = form.panes.firstIndex(where: { $0.name == name }) else {
      throw unknown(name, form.panes.compactMap(\.name), node)
    }
    return index
  }

  /// One condition on the texts of a row: `类 = class`, `科目编码 starts 301|303`, `类型 = 其他运转类`.
  private func condition(
    _ text: String, in form: FormDefinition, _ scope: Scope, _ node: DefinitionNode
  ) throws(DefinitionError) -> LinearRule.KeyCondition {
    for (word, make) in [
      (" = ", LinearRule.KeyCondition.Value.equals), (" starts ", LinearRule.KeyCondition.Value.starts),
      (" is not ", LinearRule.KeyCondition.Value.isNot),
    ] {
      guard let range = text.firstRange(of: word) else { continue }
      let columns = try textColumns(FrameText.trimmed(String(text[..<range.lowerBound])), in: form, node)
      let value = FrameText.trimmed(String(text[range.upperBound...]))
      if word == " = ", value == "class" { return LinearRule.KeyCondition(columns: columns, value: .className) }
      if word == " = ", let key = scope.keys.firstIndex(where: { $0.name == value }) {
        return LinearRule.KeyCondition(columns: columns, value: .key(key))
      }
      let values = value.split(separator: "|").map { Self.comparable(FrameText.trimmed(String($0))) }
      if values.isEmpty { throw node.error(.expected("a value")) }
      return LinearRule.KeyCondition(columns: columns, value: make(values))
    }
    throw node.error(
      .referenceUnknown(
        text, suggestion: Suggestion.nearest(to: text, among: Self.levels.keys.sorted() + totalLabels)))
  }

  /// The columns whose texts make a key: a leaf, or the codes below a heading.
  func textColumns(
    _ text: String, in form: FormDefinition, _ node: DefinitionNode
  ) throws(DefinitionError) -> [LabelPath] {
    let leaves = form.leaves
    let headings = Self.headings(of: form.columns)
    let index = try find(text, among: headings.map(\.path), node)
    let heading = headings[index]
    let below = leaves.filter { $0.path.starts(with: heading.path) && !$0.isAmount }
    let codes = below.filter(\.isCode)
    let columns = (codes.isEmpty ? below : codes).map(\.path)
    if columns.isEmpty { throw node.error(.expected("a column of codes or texts")) }
    return columns
  }

  private static func headings(of columns: [ColumnDefinition]) -> [ColumnDefinition] {
    columns.flatMap { [$0] + headings(of: $0.columns) }
  }

  // MARK: Columns

  private func pane(of rows: LinearRule.RowSet) -> Int? {
    switch rows {
    case .fixed(let pane, _), .classes(let pane), .sameClass(let pane): pane
    default: nil
    }
  }

  private func columns(
    _ text: String?, in form: FormDefinition, pane: Int?, _ isSum: Bool, _ scope: Scope, _ node: DefinitionNode
  ) throws(DefinitionError) -> LinearRule.ColumnSet {
    let prefix = pane.flatMap { form.panes[$0].name }.map { [$0] } ?? []
    let amounts = form.leaves.filter { $0.isAmount && $0.path.labels.starts(with: prefix) }
    guard let text else {
      guard amounts.count == 1 else { throw node.error(.expected("form[row, column]")) }
      return .paths([amounts[0].path])
    }
    if text == "*" {
      guard scope.each.contains(where: \.everyColumn) else { throw node.error(.expected("a column")) }
      return .current
    }
    let ends = text.split(separator: "…").map { FrameText.trimmed(String($0)) }
    if isSum, ends.count == 2 {
      let first = try amount(ends[0], amounts, prefix, node)
      let last = try amount(ends[1], amounts, prefix, node)
      if first > last { throw unknown(ends[1], [], node) }
      return .paths(amounts[first...last].filter { $0.partOf == nil }.map(\.path))
    }
    if isSum, text.hasSuffix("/*") {
      guard let heading = LabelPath(text: String(text.dropLast(2))) else { throw node.error(.expected("a label path")) }
      let path = LabelPath(prefix + heading.labels)
      let below = amounts.filter { $0.path.starts(with: path) && $0.partOf == nil }
      if below.isEmpty { throw unknown(text, amounts.map(\.path.description), node) }
      return .paths(below.map(\.path))
    }
    return .paths([amounts[try amount(text, amounts, prefix, node)].path])
  }

  private func amount(
    _ text: String, _ amounts: [ColumnDefinition], _ prefix: [String], _ node: DefinitionNode
  ) throws(DefinitionError) -> Int {
    try find(text, among: amounts.map { LabelPath(Array($0.path.labels.dropFirst(prefix.count))) }, node)
  }

  private func fields(
    _ text: String, in form: FormDefinition, _ isSum: Bool, _ node: DefinitionNode
  ) throws(DefinitionError) -> [LabelPath] {
    var paths: [LabelPath] = []
    for case .amounts(let amounts) in form.blocks { paths += amounts.rows.map(\.path) }
    if isSum, text.hasSuffix("/*") {
      guard let heading = LabelPath(text: String(text.dropLast(2))) else { throw node.error(.expected("a label path")) }
      let below = paths.filter { $0.starts(with: heading) && $0 != heading }
      if below.isEmpty { throw unknown(text, paths.map(\.description), node) }
      return below
    }
    return [paths[try find(text, among: paths, node)]]
  }

  // MARK: Looking up

  /// The one path that a text means: exactly, else as headings are compared.
  private func find(_ text: String, among paths: [LabelPath], _ node: DefinitionNode) throws(DefinitionError) -> Int {
    guard let wanted = LabelPath(text: text) else { throw node.error(.expected("a label path")) }
    if let exact = paths.firstIndex(of: wanted) { return exact }
    let normalized = wanted.labels.map(LabelText.normalize)
    let found = paths.indices.filter { paths[$0].labels.map(LabelText.normalize) == normalized }
    if found.count == 1 { return found[0] }
    throw unknown(text, paths.map(\.description), node)
  }

  private func unknown(_ text: String, _ known: [String], _ node: DefinitionNode) -> DefinitionError {
    let ends = known.filter { $0.hasSuffix("/" + text) }
    return node.error(
      .referenceUnknown(
        text, suggestion: ends.count == 1 ? ends.first : Suggestion.nearest(to: text, among: known)))
  }

  /// The text by which codes and names are compared: without white space and in ordinary width.
  static func comparable(_ text: String) -> String { LabelText.normalize(text) }

  /// `03[…]` as number and inside; nil where a text is no such thing.
  static func bracketed(_ text: String) -> (form: String, inside: String)? {
    guard text.hasSuffix("]"), let open = text.firstIndex(of: "[") else { return nil }
    let form = FrameText.trimmed(String(text[..<open]))
    guard !form.isEmpty, form.allSatisfy({ $0.isASCII && ($0.isNumber || $0.isLetter) }) else { return nil }
    return (form, String(text[text.index(after: open)...].dropLast()))
  }

  /// Splits at the commas outside of quotation marks.
  static func split(_ text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character == ",", !isQuoted {
        pieces.append(FrameText.trimmed(piece))
        piece = ""
      } else {
        piece.append(character)
      }
    }
    pieces.append(FrameText.trimmed(piece))
    return pieces
  }
}

extension ColumnDefinition {
  /// Whether codes stand in it.
  var isCode: Bool {
    if case .code = kind { true } else { false }
  }
}
