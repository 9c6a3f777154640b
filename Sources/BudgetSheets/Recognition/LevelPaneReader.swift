import XlsxPackage

/// Reads the rows of a pane that the submitter adds: each is of the level that its codes and labels say.
struct LevelPaneReader {
  private let pane: Pane
  private let levels: [RowLevel]
  private var keys = RowKey()
  private var hasTotal = false
  /// The key columns and the name of the last row of details, for a blank code that repeats it.
  private var above: (key: String, name: String)?

  /// The normalized labels of a total row.
  private let totalLabels: Set<String>

  init(pane: Pane, levels: [RowLevel], set: FormSet) {
    self.pane = pane
    self.levels = levels
    totalLabels = Set((levels.compactMap(\.label) + set.labels.total).map(LabelText.normalize))
  }

  /// The row as read; nil where the pane is blank there.
  mutating func read(_ row: SheetGrid.Row, with form: inout GridFormReader) -> FormRow? {
    guard let place = form.firstReference(pane, row: row.number), !form.takeGuard(pane, row),
      !isEmptyRow(row, &form),
      !isStrayLine(row, form)
    else { return nil }
    let level = level(of: row, form)
    let digits = { (path: LabelPath) in level.flatMap { $0.key == [path] ? $0.keyDigits : nil } }
    let cells = form.cells(
      pane.leaves, row: row.number, digits: digits,
      isPlainText: { path in level?.kind == .total || level?.name == path || level == nil })
    var result = FormRow(kind: level?.kind ?? .unclassified, key: "", isHidden: row.isHidden, cells: cells)
    if row.isHidden { form.report(.rowHidden, at: place) }
    guard let level else {
      if continues(row, form) {
        result.kind = .continuation
      } else {
        reportUnclassified(row, at: place, result, &form)
      }
      return result
    }
    if level.kind == .total {
      if hasTotal {
        form.report(.totalUnlabelledTwice, at: place)
        result.kind = .unclassified
      }
      hasTotal = true
      result.key = level.label ?? ""
      return result
    }
    inheritKey(level, row, &result, &form)
    result.key = keys.next(level.key.map { result.text($0) ?? "" }.joined(separator: "/"))
    if level.kind == .detail { above = (level.key.first.flatMap { result.text($0) } ?? "", name(level, result)) }
    return result
  }

  /// Takes an empty row of an issued form; a total without a label is one that may hold nothing but formulas.
  private func isEmptyRow(_ row: SheetGrid.Row, _ form: inout GridFormReader) -> Bool {
    let isTotal = !hasTotal && levels.contains { $0.kind == .total && $0.label == nil }
    // Without a key the row of zeros is all that the form says.
    let isKeyless = !form.scan.isIssued && levels.contains { $0.kind == .detail && $0.key.isEmpty }
    return !isTotal && !isKeyless && form.takeEmptyRow(pane, row)
  }

  /// Tells of the rows above the details that the sheet lacks.
  func reportMissing(among rows: [FormRow], with form: inout GridFormReader) {
    let details = rows.filter { $0.kind == .detail }
    guard details.contains(where: { row in row.cells.values.contains { $0.value?.amount != nil } }) else { return }
    for level in levels where level.kind != .detail && !level.isOptional {
      if rows.contains(where: { $0.kind == level.kind }) { continue }
      if level.kind == .total {
        form.report(.totalRowMissing, ["label": level.label ?? form.scan.set.labels.total.first ?? ""])
      } else {
        form.report(.levelRowMissing, ["label": level.kind.word])
      }
    }
  }

  /// Tells of the rows whose codes do not fit the class above them.
  func reportStrays(among rows: [FormRow], with form: inout GridFormReader) {
    guard !pane.classLevels.isEmpty else { return }
    let codes = LevelCodes(rows: rows, levels: levels)
    for stray in LevelParts(of: rows, levels: levels).strays {
      guard let own = levels.first(where: { $0.kind == rows[stray.row].kind }),
        let level = levels.first(where: { $0.kind == rows[stray.upper].kind }),
        let path = own.key.first(where: { rows[stray.row].cells[$0]?.reference != nil }),
        let cell = rows[stray.row].cells[path]?.reference
      else { continue }
      let upper = codes.text(stray.upper)
      form.report(
        .rowOfOtherClass, at: cell, path: path,
        [
          "row": codes.text(stray.row), "label": level.kind.word, "code": upper,
          "expected": codes.expected(stray.row, of: level, length: upper.count),
        ])
    }
  }

  /// A row of no level that holds an amount is graver than one that holds none.
  private func reportUnclassified(
    _ row: SheetGrid.Row, at place: CellReference, _ result: FormRow, _ form: inout GridFormReader
  ) {
    let amounts = form.paths(pane, amounts: true).compactMap { path in result.amount(path).map { (path, $0) } }
    guard let (path, amount) = amounts.first(where: { $0.1 != .zero }) else {
      form.report(.rowUnclassified, at: place)
      return
    }
    let set = form.scan.set
    form.report(
      .amountUnclassified, at: result.cells[path]?.reference ?? place, path: path,
      ["text": amount.text(in: set.unit, decimals: set.decimals), "label": set.labels.total.first ?? ""])
  }

  private func name(_ level: RowLevel, _ row: FormRow) -> String {
    level.name.flatMap { row.text($0) }.map(LabelText.normalize) ?? ""
  }

  // MARK: Which level

  private func level(of row: SheetGrid.Row, _ form: GridFormReader) -> RowLevel? {
    for (index, level) in levels.enumerated() {
      let deeper = levels[(index + 1)...].flatMap(\.key)
      guard fits(level, deeper, row.number, form) else { continue }
      if !isSubtotal(level, row.number, form) { return level }
      // The code is that of a class: the form has a level for it, or the row is of none.
      for (other, level) in levels.enumerated().dropFirst(index + 1) where level.kind.isOfClass {
        if fits(level, levels[(other + 1)...].flatMap(\.key), row.number, form) { return level }
      }
      return nil
    }
    return nil
  }

  private func fits(_ level: RowLevel, _ deeper: [LabelPath], _ row: Int, _ form: GridFormReader) -> Bool {
    switch level.kind {
    case .total: return isTotal(level, row, form)
    case .detail:
      if level.key.isEmpty { return true }
      // A key that is merged down goes on with its row above where the form knows such rows.
      if !level.repeated.isEmpty, level.key.allSatisfy({ form.isMergedDown($0, row: row) }) { return false }
      if level.key.contains(where: { form.text($0, row: row) != nil }) { return true }
      // A row with a name of its own but no code is a detail whose code is blank; where the code takes several columns,
      // it may as well be a subtotal.
      guard level.key.count == 1, let name = level.name, name != level.key[0] else { return false }
      return form.sheetCell(name, row: row) != nil
    case .category, .subcategory:
      // What the last of its columns says is its own, and not that of a merged cell above.
      guard let key = level.key.last, form.sheetCell(key, row: row) != nil, let text = form.text(key, row: row) else {
        return false
      }
      let code = CodeText.read(text, digits: nil)
      guard CodeText.isDigits(code), hasLength(code, of: level, form) else { return false }
      return form.isBlank(deeper.filter { !level.key.contains($0) } + level.empty, row: row)
    default:
      guard let key = level.key.first, let text = form.text(key, row: row) else { return false }
      let code = CodeText.read(text, digits: nil)
      guard CodeText.isDigits(code), level.keyDigits.map({ code.count == $0 }) ?? true else { return false }
      return form.isBlank(deeper.filter { !level.key.contains($0) } + level.empty, row: row)
    }
  }

  /// Whether a code is as long as one of a class: just so where the level says it, else no longer than its column takes,
  /// since a number has lost its zeros.
  private func hasLength(_ code: String, of level: RowLevel, _ form: GridFormReader) -> Bool {
    if level.key.count == 1, let digits = level.keyDigits { return code.count == digits }
    guard let leaf = form.scan.form.leaves.first(where: { $0.path == level.key.last }),
      case .code(let digits?) = leaf.kind
    else { return true }
    return code.count <= digits
  }

  /// Whether what looks like the code of a department is a class with its own name from the dictionary: a subtotal.
  private func isSubtotal(_ level: RowLevel, _ row: Int, _ form: GridFormReader) -> Bool {
    guard level.kind == .department || level.kind == .unit, let key = level.key.first,
      let code = form.text(key, row: row).map({ CodeText.read($0, digits: nil) }),
      let name = level.name.flatMap({ form.text($0, row: row) }),
      let list = levels.first(where: { $0.kind == .detail && $0.key.contains(key) })?.list
        .flatMap({ form.scan.set.lists[$0] })
    else { return false }
    return list.names(of: code).contains { LabelText.normalize($0) == LabelText.normalize(name) }
  }

  /// A total row says so in one of its texts and nothing else; where the form prints no label, it says nothing at all.
  private func isTotal(_ level: RowLevel, _ row: Int, _ form: GridFormReader) -> Bool {
    let texts = form.paths(pane, amounts: false).compactMap { form.sheetCell($0, row: row) }
    let amounts = form.paths(pane, amounts: true)
    if texts.isEmpty { return level.label == nil && !hasTotal && !form.isBlank(amounts, row: row) }
    guard texts.count == 1, texts[0].kind == .text else { return false }
    return isTotalLabel(texts[0].label)
  }

  /// Whether a row without a key goes on with the texts of the row above.
  private func continues(_ row: SheetGrid.Row, _ form: GridFormReader) -> Bool {
    let repeated = levels.flatMap(\.repeated)
    guard !repeated.isEmpty, above != nil else { return false }
    let others = form.paths(pane, amounts: false).filter { !repeated.contains($0) }
    let amounts = form.paths(pane, amounts: true).filter { !repeated.contains($0) }
    return form.isBlank(others, row: row.number) && form.saysNothing(amounts, row: row.number)
      && !form.isBlank(repeated, row: row.number)
  }

  /// Whether a row is a line of text that has nothing to do with the form: one text where codes belong, no amounts.
  private func isStrayLine(_ row: SheetGrid.Row, _ form: GridFormReader) -> Bool {
    let texts = form.paths(pane, amounts: false)
    let filled = texts.filter { form.sheetCell($0, row: row.number) != nil }
    guard filled.count == 1, form.isBlank(form.paths(pane, amounts: true), row: row.number),
      let cell = form.sheetCell(filled[0], row: row.number), cell.kind == .text
    else { return false }
    return form.isCode(filled[0]) && !isTotalLabel(cell.label)
      && (cell.text.count > 24 || !cell.text.contains(where: \.isNumber))
  }

  private func isTotalLabel(_ label: String) -> Bool { totalLabels.contains(label) }

  // MARK: Keys

  /// A blank code repeats the one above where the form says so and the name is the same; elsewhere it is reported.
  private func inheritKey(
    _ level: RowLevel, _ row: SheetGrid.Row, _ result: inout FormRow, _ form: inout GridFormReader
  ) {
    if level.kind == .detail || level.kind.isOfClass, level.key.count > 1 {
      // Which code is meant cannot be told from the others; it is left blank and reported.
      for key in level.key where result.cells[key] == nil { report(.codeBlank, key, row, &form) }
      return
    }
    // A damaged code was there, and was reported as that.
    guard level.kind == .detail, level.key.count == 1, let key = level.key.first, result.cells[key] == nil,
      let leaf = form.scan.form.leaves.firstIndex(where: { $0.path == key }),
      let place = form.reference(leaf, row: row.number)
    else { return }
    if level.blankRepeatsAbove, let above, !above.key.isEmpty, name(level, result) == above.name, !above.name.isEmpty {
      result.cells[key] = FormCell(reference: place, value: nil, inherited: above.key)
      form.report(.codeRepeatsAbove, at: place, path: key, ["code": above.key])
    } else {
      form.report(.codeBlank, at: place, path: key)
    }
  }

  private func report(_ code: FindingCode, _ path: LabelPath, _ row: SheetGrid.Row, _ form: inout GridFormReader) {
    guard let leaf = form.scan.form.leaves.firstIndex(where: { $0.path == path }),
      let place = form.reference(leaf, row: row.number)
    else { return }
    form.report(code, at: place, path: path)
  }
}
