/// Looks up what the references of a rule mean, leniently in wording as headings are, strictly in meaning.
struct RuleReferenceReader {
  /// What a rule says beside its references.
  struct Scope {
    /// The form whose rules these are; nil between forms.
    var form: FormDefinition?
    /// The rows of `each`.
    var each: [LinearRule.Each] = []
    var keys: [LinearRule.Key] = []

    /// Whether the rule goes through printed rows that stand for classes.
    var hasClasses: Bool {
      each.contains { if case .classes = $0.rows { true } else { false } }
    }
  }

  let forms: [FormDefinition]
  let totalLabels: [String]
  /// The values of the dictionaries that have no codes, by name.
  var values: [String: [String]] = [:]

  // MARK: References

  /// The cells that a reference in a rule means.
  func cells(
    _ text: String, isSum: Bool, scope: Scope, at node: DefinitionNode
  ) throws(DefinitionError) -> LinearRule.CellSet {
    if let rest = Self.afterPrior(text) {
      if Self.afterPrior(rest) != nil { throw node.error(.expected("form[row, column]")) }
      if rest.hasPrefix("sum(") { throw node.error(.ruleMalformed(text, .priorBeforeSum(rest))) }
      var cells = try cells(rest, isSum: isSum, scope: scope, at: node)
      cells.isPrior = true
      return cells
    }
    guard let (number, inside) = Self.bracketed(text) else { return try local(text, isSum, scope, node) }
    let form = try form(number, node)
    let pieces = QuotedText.split(inside, at: ",")
    guard let first = pieces.first, pieces.count <= (form.isBlockForm ? 1 : 2) else {
      throw node.error(.expected("form[row, column]"))
    }
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
    if Self.afterPrior(text) != nil { throw node.error(.ruleMalformed(text, .priorInEach)) }
    guard let (number, inside) = Self.bracketed(text) else { throw node.error(.expected("form[rows]")) }
    let form = try form(number, node)
    if form.isBlockForm { throw node.error(.expected("form[rows], not of a form of blocks")) }
    let pieces = QuotedText.split(inside, at: ",")
    guard let first = pieces.first, pieces.count <= 2 else { throw node.error(.expected("form[rows]")) }
    let rows = try rows(first, in: form, scope: Scope(), node)
    if pieces.count == 2, pieces[1] != "*" { throw node.error(.expected("*")) }
    if LinearRule.CellSet(form: number, rows: rows, columns: .none, isSum: false).isOfClass {
      throw node.error(.ruleMalformed(text, .classWithoutEach))
    }
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

  /// The column that `*` means in the rows of `each`, but that the form of some cells lacks; nil where it has all.
  func columnNotShared(by cells: LinearRule.CellSet, _ scope: Scope) -> LabelPath? {
    guard cells.rows != .current, let each = scope.each.first(where: \.everyColumn),
      let form = forms.first(where: { $0.form == each.form }),
      let other = forms.first(where: { $0.form == cells.form })
    else { return nil }
    let known = Set(amounts(of: other, pane: pane(of: cells.rows)).map(\.path))
    return amounts(of: form, pane: pane(of: each.rows)).first { !known.contains($0.path) }?.path
  }

  /// The columns of amounts of a form, or of one of its panes.
  private func amounts(of form: FormDefinition, pane: Int?) -> [ColumnDefinition] {
    let leaves = pane.map { Array(form.leaves[form.panes[$0].leaves]) } ?? form.leaves
    return leaves.filter(\.isAmount)
  }

  /// The form of a number.
  func form(_ number: String, _ node: DefinitionNode) throws(DefinitionError) -> FormDefinition {
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
    if form.panes.contains(where: { !$0.levels.isEmpty }) {
      return try freeRows(text, in: form, scope: scope, node)
    }
    let pieces = QuotedText.split(text, at: " with class")
    if pieces.count == 2 {
      let pane = try pane(pieces[0], in: form, node)
      if pieces[1].isEmpty { return .classes(pane: pane) }
      guard pieces[1] == "= class" else { throw node.error(.expected("with class = class")) }
      return .sameClass(pane: pane)
    }
    var pane = 0
    var label = text
    if let (name, rest) = Self.paneName(of: text), let index = self.pane(named: name, in: form) {
      pane = index
      label = rest
    } else if form.panes.count > 1 {
      throw node.error(.expected(form.panes.compactMap(\.name).map { $0 + "：…" }.joined(separator: " / ")))
    }
    let rows = form.panes[pane].fixedRows
    let index = try find(label, among: rows.map(\.path), node)
    return .fixed(pane: pane, row: index)
  }

  /// The rows of a form whose rows are free: the total, a level, or the details that meet some conditions.
  private func freeRows(
    _ text: String, in form: FormDefinition, scope: Scope, _ node: DefinitionNode
  ) throws(DefinitionError) -> LinearRule.RowSet {
    let levels = form.panes.flatMap(\.levels)
    let kinds = Set(levels.map(\.kind))
    let plain = Self.comparable(text)
    let isTotal = plain == "total" || totalLabels.contains { Self.comparable($0) == plain }
    if let kind = isTotal ? .total : RowKind(word: plain) {
      guard kinds.contains(kind) else {
        throw unknown(text, RowKind.words.filter { kinds.contains($0.kind) }.map(\.word), node)
      }
      return isTotal ? .total : .level(kind)
    }
    let details = levels.first { $0.kind == .detail }
    if CodeText.isDigits(plain) {
      guard let key = details?.key, !key.isEmpty else { throw node.error(.expected("a form with details")) }
      return .matching([LinearRule.KeyCondition(columns: key, value: .starts([plain]))])
    }
    // 单位 with 单位代码 = …: the rows of another level than the details.
    for (word, kind) in RowKind.words where text.hasPrefix(word + " with ") {
      guard kinds.contains(kind) else { throw unknown(word, [], node) }
      var conditions: [LinearRule.KeyCondition] = []
      for part in QuotedText.split(String(text.dropFirst(word.count + 6)), at: " and ") {
        conditions.append(try condition(part, in: form, scope, node))
        conditions[conditions.count - 1].kind = kind
      }
      return .matching(conditions)
    }
    var conditions: [LinearRule.KeyCondition] = []
    for part in QuotedText.split(text, at: " and ") { conditions.append(try condition(part, in: form, scope, node)) }
    guard details != nil else { throw node.error(.expected("a form with details")) }
    return .matching(conditions)
  }

  /// What stands before and after the first colon: `收入` and `收入总计`.
  private static func paneName(of text: String) -> (name: String, rest: String)? {
    guard let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
    return (String(text[..<colon]), FrameText.trimmed(String(text[text.index(after: colon)...])))
  }

  private func pane(named name: String, in form: FormDefinition) -> Int? {
    let plain = Self.comparable(name)
    return form.panes.firstIndex { $0.name.map(Self.comparable) == plain }
  }

  private func pane(_ name: String, in form: FormDefinition, _ node: DefinitionNode) throws(DefinitionError) -> Int {
    if name.isEmpty, form.panes.count == 1 { return 0 }
    guard let index = pane(named: name, in: form) else {
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
      let sides = QuotedText.split(text, at: word, maximum: 1)
      guard sides.count == 2 else { continue }
      let columns = try textColumns(sides[0], in: form, node)
      if word == " = ", sides[1] == "class" { return LinearRule.KeyCondition(columns: columns, value: .className) }
      if word == " = ", let key = scope.keys.firstIndex(where: { $0.name == sides[1] }) {
        return LinearRule.KeyCondition(columns: columns, value: .key(key))
      }
      let texts = QuotedText.split(sides[1], at: "|").map { QuotedText.unquoted($0) ?? $0 }
      var values: [String] = []
      for text in texts.map(Self.comparable) where !values.contains(text) { values.append(text) }
      if values.contains("") { throw node.error(.expected("a value")) }
      if word != " starts " { try checkListed(texts, columns, in: form, node) }
      return LinearRule.KeyCondition(columns: columns, value: make(values))
    }
    throw node.error(
      .referenceUnknown(
        text, suggestion: Suggestion.nearest(to: text, among: RowKind.words.map(\.word) + totalLabels)))
  }

  /// A value that the column's own dictionary lacks would never be found.
  private func checkListed(
    _ texts: [String], _ columns: [LabelPath], in form: FormDefinition, _ node: DefinitionNode
  ) throws(DefinitionError) {
    guard columns.count == 1, let list = form.leaves.first(where: { $0.path == columns[0] })?.list,
      let known = values[list]
    else { return }
    let plain = Set(known.map(Self.comparable))
    for text in texts where !plain.contains(Self.comparable(text)) { throw unknown(text, known, node) }
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
    let ends = QuotedText.split(text, at: "…")
    if !isSum, ends.count == 2 || text.hasSuffix("/*") { throw node.error(.ruleMalformed(text, .sumMissing(text))) }
    if ends.count == 2 {
      let first = try amount(ends[0], amounts, prefix, node)
      let last = try amount(ends[1], amounts, prefix, node)
      let range = first <= last ? amounts[first...last].filter { $0.partOf == nil } : []
      if range.isEmpty { throw unknown(text, [], node) }
      return .paths(range.map(\.path))
    }
    if text.hasSuffix("/*") {
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
    let paths = form.labelledAmounts.map(\.path)
    if !isSum, text.hasSuffix("/*") { throw node.error(.ruleMalformed(text, .sumMissing(text))) }
    if text.hasSuffix("/*") {
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

  /// What stands behind `prior`, the word for the book of the year before; nil where it does not stand there.
  static func afterPrior(_ text: String) -> String? {
    guard text.hasPrefix("prior "), text != "prior " else { return nil }
    return FrameText.trimmed(String(text.dropFirst(6)))
  }

  /// `03[…]` as number and inside; nil where a text is no such thing.
  static func bracketed(_ text: String) -> (form: String, inside: String)? {
    guard text.hasSuffix("]"), let open = text.firstIndex(of: "[") else { return nil }
    let form = comparable(String(text[..<open]))
    guard !form.isEmpty, form.allSatisfy({ $0.isASCII && ($0.isNumber || $0.isLetter) }) else { return nil }
    return (form, String(text[text.index(after: open)...].dropLast()))
  }
}

extension ColumnDefinition {
  /// Whether codes stand in it.
  var isCode: Bool {
    if case .code = kind { true } else { false }
  }
}
