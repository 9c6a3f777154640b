import XlsxPackage
import XlsxWrite

extension FormPlanner {
  /// What a cell of texts holds in an issued form, and how it looks there.
  func issuedText(
    _ content: SheetPlan.Content, _ format: CellFormat, _ column: ColumnDefinition, in line: PaneLines.Line,
    of pane: PaneLines
  ) -> (content: SheetPlan.Content, format: CellFormat) {
    var format = format
    guard isTyped(column, in: line, of: pane, content) else {
      format.isLocked = true
      format.fill = nil
      return (content, format)
    }
    if case .code(let digits) = column.kind {
      let level = pane.pane.levels.first { $0.kind == line.data?.kind }
      let isOneLength = !pane.pane.isTyped(line.data?.kind) || form.typedDigits(of: column).count <= 1
      format.numberFormat = IssuedDictionary.format(
        digits: isOneLength ? level?.key == [column.path] ? level?.keyDigits ?? digits : digits : nil)
      if belongsAbove(column, pane.pane) { format.fill = nil }
    }
    guard let kind = line.data?.kind, kind == .detail || kind.isOfClass, pane.pane.isTyped(kind),
      let looked = lookedUpName(column, in: line), content == .blank || content.text == looked.result
    else { return (content, format) }
    // A formula in a cell of the text format would become a text as soon as somebody looks at it.
    format.numberFormat = nil
    return (.formulaOfText(looked.formula, result: looked.result), format)
  }

  /// Whether a text is typed into a cell of an issued form: everywhere in the rows of the lowest level, but in the rows
  /// above them only a code and a name that the list does not give.
  private func isTyped(
    _ column: ColumnDefinition, in line: PaneLines.Line, of pane: PaneLines, _ content: SheetPlan.Content
  ) -> Bool {
    guard let row = line.data, let level = pane.pane.levels.first(where: { $0.kind == row.kind }), row.kind != .total
    else { return false }
    let isIdentity = level.key.first == column.path || level.name == column.path
    if pane.pane.isTyped(level.kind) {
      return level.kind == .detail || level.kind.isOfClass || !(isIdentity && content != .blank)
    }
    return isIdentity && content == .blank
  }

  /// Whether a column of codes is for rows above the lowest level only: it stays open, since rows are inserted, but
  /// nothing asks for it.
  private func belongsAbove(_ column: ColumnDefinition, _ pane: Pane) -> Bool {
    guard let lowest = pane.levels.last, !lowest.key.contains(column.path), lowest.name != column.path else {
      return false
    }
    return pane.levels.contains { $0.key.contains(column.path) }
  }

  // MARK: Names

  /// The formula that looks up a name by the codes beside it, with what it comes to; nil where names are typed.
  private func lookedUpName(
    _ column: ColumnDefinition, in line: PaneLines.Line
  ) -> (formula: String, result: String)? {
    guard let issue, let own = CodeNames.columns(of: form, in: set).first(where: { $0.name == column.path }),
      let names = issue.dictionary.names(of: own.list)
    else { return nil }
    var cells: [String] = []
    var parts: [String] = []
    var code = ""
    for path in own.code {
      guard let index = form.leaves.firstIndex(where: { $0.path == path }) else { return nil }
      let cell = FormulaText.cell(line.row, index + 1)
      cells.append(cell)
      let text = line.data?.text(path) ?? ""
      if let digits = form.fixedDigits(of: form.leaves[index]), digits <= IssuedDictionary.mostDigits {
        // A number has lost its zeros.
        let zeros = String(repeating: "0", count: digits)
        parts.append(own.code.count == 1 ? padded(cell, zeros) : "IF(\(cell)=\"\",\"\",\(padded(cell, zeros)))")
      } else {
        parts.append(cell)
      }
      code += text
    }
    let key = parts.joined(separator: "&") + (parts == cells ? "&\"\"" : "")
    let formula =
      "IF(\(cells.joined(separator: "&"))=\"\",\"\",IFERROR(LOOKUP(2,1/EXACT(\(names.codes),\(key)),\(names.names)),\"\"))"
    return (formula, code.isEmpty ? "" : set.lists[own.list]?.names(of: code).first ?? "")
  }

  private func padded(_ cell: String, _ zeros: String) -> String { "RIGHT(\"\(zeros)\"&\(cell),\(zeros.count))" }

  // MARK: Notes

  /// Puts the notes below an issued form: what is printed, and what stands there as long as there are no amounts.
  mutating func planIssuedNotes(_ issue: IssuedForm) {
    for note in form.notes.map(fill) { putNote(.text(note)) }
    guard let note = form.emptyNote else { return }
    let text = fill(note)
    var pieces: [String] = []
    for (index, piece) in FormDefinition.fill(note, year: year, department: "\u{1F}").split(
      separator: "\u{1F}", omittingEmptySubsequences: false
    ).enumerated() {
      if index > 0 { pieces.append(issue.departmentCell) }
      pieces += Self.literals(String(piece))
    }
    // Texts of sums that show nothing are no numbers.
    let counts = amountRanges().map { "SUMPRODUCT(ISNUMBER(\($0))*(\($0)<>0))" }
    if counts.isEmpty { return putNote(.text(text)) }
    let formula = "IF(\(counts.joined(separator: "+"))=0,\(pieces.joined(separator: "&")),\"\")"
    places.departmentCells.append(CellReference(row: plan.lastRow + 1, column: 1))
    putNote(.formulaOfText(formula, result: text))
  }

  private mutating func putNote(_ content: SheetPlan.Content) {
    let first = plan.lastRow + 1
    let columns = 1...plan.columnCount
    let rows = plan.rowsNeeded(content.shownText ?? "", columns: columns)
    plan.put(content, FormStyle.note, rows: first...first + rows - 1, columns: columns)
  }

  /// A text as literals of a formula, none of which may be longer than 255 characters.
  private static func literals(_ text: String) -> [String] {
    var literals: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      literals.append(FormulaText.text(String(rest.prefix(120))))
      rest = rest.dropFirst(120)
    }
    return literals
  }

  /// The cells of amounts of the form, as ranges.
  private func amountRanges() -> [CellRange] {
    if form.isBlockForm { return FormulaText.ranges(of: places.fields.values.sorted()) }
    guard let body = places.body else { return [] }
    let columns = form.leaves.indices.filter { form.leaves[$0].isAmount }
    return FormulaText.ranges(of: columns.map { CellReference(row: body.lowerBound, column: $0 + 1) }).map {
      CellRange($0.first, CellReference(row: body.upperBound, column: $0.last.column))
    }
  }
}
