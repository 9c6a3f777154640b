import XlsxPackage

/// Judges the rules that are not linear.
struct StructuralJudge {
  let figures: Figures
  let book: Book
  let set: FormSet

  /// Judges one rule.
  func judge(_ rule: StructuralRule, _ description: RuleDescription, into outcomes: inout RuleOutcomes) {
    let index = outcomes.begin(description)
    switch rule.kind {
    case .sameKeys(let first, let second):
      guard let one = self.form(first.form, index, &outcomes), let other = self.form(second.form, index, &outcomes)
      else { return }
      if isMissing(first.columns, in: one, index, &outcomes) || isMissing(second.columns, in: other, index, &outcomes) {
        return
      }
      compare(rule, index, one, first.columns, other, second.columns, &outcomes)
      compare(rule, index, other, second.columns, one, first.columns, &outcomes)
    case .sameCount(let first, let second):
      guard let one = self.form(first, index, &outcomes), let other = self.form(second, index, &outcomes) else {
        return
      }
      let counts = (one.details.count, other.details.count)
      guard counts.0 != counts.1 else { return pass(index, &outcomes) }
      fail(
        rule, index, .countDiffers, at: Place(form: first, sheet: one.data?.sheet),
        ["form": one.name, "count": "\(counts.0)", "other": other.name, "otherCount": "\(counts.1)"], &outcomes)
    case .classRow(let rows, let number, let pane):
      guard let form = self.form(rows.form, index, &outcomes), let other = self.form(number, index, &outcomes) else {
        return
      }
      if isMissing(rows.columns, in: form, index, &outcomes) { return }
      classRows(rule, index, form, rows.columns, other, pane, &outcomes)
    case .listedPair(let number, let first, let second, let list):
      guard let form = self.form(number, index, &outcomes) else { return }
      if isMissing(first + second, in: form, index, &outcomes) { return }
      pairs(rule, index, form, first, second, list, &outcomes)
    case .knownUnits(let number, let others, let names):
      guard let form = self.form(number, index, &outcomes) else { return }
      units(rule, index, form, others, names, &outcomes)
    case .emptyNote(let number):
      guard let form = self.form(number, index, &outcomes) else { return }
      emptyNote(rule, index, form, &outcomes)
    case .noteWithoutAmounts(let number):
      guard let form = self.form(number, index, &outcomes) else { return }
      noteWithoutAmounts(rule, index, form, &outcomes)
    case .noRepeatedRow(let number):
      guard let form = self.form(number, index, &outcomes) else { return }
      repeatedRows(rule, index, form, &outcomes)
    }
  }

  // MARK: Outcomes

  private func form(_ number: String, _ index: Int, _ outcomes: inout RuleOutcomes) -> FormFigures? {
    guard let form = figures.form(number), form.data != nil else {
      outcomes.cannotCheck(index, .formMissing(figures.form(number)?.name ?? number))
      return nil
    }
    return form
  }

  /// Whether the sheet lacks one of some columns, which then is counted.
  private func isMissing(
    _ columns: [LabelPath], in form: FormFigures, _ index: Int, _ outcomes: inout RuleOutcomes
  ) -> Bool {
    guard let column = columns.first(where: form.missing.contains) else { return false }
    outcomes.cannotCheck(index, .columnMissing(form: form.name, column))
    return true
  }

  private func pass(_ index: Int, _ outcomes: inout RuleOutcomes) { outcomes.results[index].ledger.passed += 1 }

  private func fail(
    _ rule: StructuralRule, _ index: Int, _ sentence: FindingSentence, at place: Place, _ arguments: [String: String],
    _ outcomes: inout RuleOutcomes
  ) {
    outcomes.results[index].ledger.failed += 1
    outcomes.findings.append(Finding(rule: rule.code, level: rule.level, sentence, at: place, arguments))
  }

  private func place(_ form: FormFigures, _ row: Int, _ column: LabelPath?) -> Place {
    let cells = form.data?.rows[row].cells ?? [:]
    return Place(
      form: form.definition.form, sheet: form.data?.sheet,
      cell: column.flatMap { cells[$0]?.reference } ?? cells.values.compactMap(\.reference).min(),
      row: form.rowName(row), path: column)
  }

  /// What some columns of a row say together; nil where nothing, or not all of it, can be read.
  private func text(_ form: FormFigures, _ row: Int, _ columns: [LabelPath]) -> String? {
    guard let row = form.data?.rows[row] else { return nil }
    let texts = columns.compactMap { row.text($0) }
    return texts.count == columns.count ? texts.map(RuleReferenceReader.comparable).joined() : nil
  }

  // MARK: Rules

  private func compare(
    _ rule: StructuralRule, _ index: Int, _ form: FormFigures, _ columns: [LabelPath], _ other: FormFigures,
    _ otherColumns: [LabelPath], _ outcomes: inout RuleOutcomes
  ) {
    let known = Set(other.details.compactMap { text(other, $0, otherColumns) })
    let unread = other.details.first { text(other, $0, otherColumns) == nil }
    for row in form.details {
      guard let key = text(form, row, columns) else {
        outcomes.cannotCheck(index, .unreadable(place(form, row, columns.first)))
        continue
      }
      if known.contains(key) {
        pass(index, &outcomes)
      } else if let unread {
        // It may be the one that cannot be read.
        outcomes.cannotCheck(index, .unreadable(place(other, unread, otherColumns.first)))
      } else {
        fail(
          rule, index, .keyMissingElsewhere, at: place(form, row, columns.first),
          ["name": form.rowName(row)?.name ?? key, "other": other.name], &outcomes)
      }
    }
    if form.details.isEmpty { pass(index, &outcomes) }
  }

  private func classRows(
    _ rule: StructuralRule, _ index: Int, _ form: FormFigures, _ columns: [LabelPath], _ other: FormFigures,
    _ pane: Int, _ outcomes: inout RuleOutcomes
  ) {
    let fixed = other.definition.panes[pane].fixedRows
    let known = Set(fixed.indices.filter { other.fixedRows[pane][$0] != nil }.compactMap { fixed[$0].classCode })
    var seen: Set<String> = []
    for row in form.details {
      guard let code = text(form, row, columns) else {
        outcomes.cannotCheck(index, .unreadable(place(form, row, columns.first)))
        continue
      }
      guard seen.insert(code).inserted else { continue }
      if known.contains(code) {
        pass(index, &outcomes)
      } else {
        fail(
          rule, index, .classWithoutRow, at: place(form, row, columns.first), ["code": code, "other": other.name],
          &outcomes)
      }
    }
    if seen.isEmpty, form.details.isEmpty { pass(index, &outcomes) }
  }

  private func units(
    _ rule: StructuralRule, _ index: Int, _ form: FormFigures, _ others: [String], _ columns: [StructuralRule.Rows],
    _ outcomes: inout RuleOutcomes
  ) {
    func units(_ form: FormFigures) -> [Int] { form.rows(of: .department) + form.rows(of: .unit) }
    func code(_ form: FormFigures, _ row: Int) -> String {
      let key = form.data?.rows[row].key ?? ""
      return RowKey.split(key)?.text ?? key
    }
    func name(_ form: FormFigures, _ row: Int) -> String { form.rowName(row)?.name ?? "" }
    var known: [String: String] = [:]
    for row in units(form) where known[code(form, row)] == nil { known[code(form, row)] = name(form, row) }
    if known.isEmpty {
      outcomes.cannotCheck(index, .rowMissing(form: form.name, RowKind.department.word))
      return
    }
    let names = Set(known.values.map(RuleReferenceReader.comparable))
    for number in others {
      guard let other = self.form(number, index, &outcomes) else { continue }
      for row in units(other) {
        let (code, name) = (code(other, row), name(other, row))
        if code.isEmpty { continue }
        guard let expected = known[code] else {
          fail(
            rule, index, .keyMissingElsewhere, at: place(other, row, nil),
            ["name": "\(code) \(name)", "other": form.name],
            &outcomes)
          continue
        }
        if name == code || RuleReferenceReader.comparable(expected) == RuleReferenceReader.comparable(name) {
          pass(index, &outcomes)
        } else {
          fail(
            rule, index, .unitNameDiffers, at: place(other, row, nil),
            ["code": code, "name": name, "expected": expected, "other": form.name], &outcomes)
        }
      }
    }
    for column in columns {
      guard let other = self.form(column.form, index, &outcomes) else { continue }
      for row in other.details {
        let path = column.columns.first ?? []
        guard let text = other.data?.rows[row].text(path) else {
          if other.missing.contains(path) {
            outcomes.cannotCheck(index, .columnMissing(form: other.name, path))
          } else if other.data?.rows[row].cells[path] != nil {
            outcomes.cannotCheck(index, .unreadable(place(other, row, path)))
          }
          continue
        }
        if names.contains(RuleReferenceReader.comparable(text)) {
          pass(index, &outcomes)
        } else {
          fail(
            rule, index, .keyMissingElsewhere, at: place(other, row, column.columns.first),
            ["name": text.filter { !$0.isNewline }, "other": form.name], &outcomes)
        }
      }
    }
  }

  private func pairs(
    _ rule: StructuralRule, _ index: Int, _ form: FormFigures, _ first: [LabelPath], _ second: [LabelPath],
    _ list: String, _ outcomes: inout RuleOutcomes
  ) {
    guard let pairs = set.pairs[list] else { return }
    for row in form.details {
      guard let code = text(form, row, first), let other = text(form, row, second) else {
        outcomes.cannotCheck(index, .unreadable(place(form, row, first.first)))
        continue
      }
      if pairs.contains(code, other) {
        pass(index, &outcomes)
      } else {
        fail(
          rule, index, .pairNotListed, at: place(form, row, second.first),
          [
            "code": code, "name": CodeNames.name(beside: first, in: form, row), "otherCode": other,
            "otherName": CodeNames.name(beside: second, in: form, row), "list": list,
          ], &outcomes)
      }
    }
    if form.details.isEmpty { pass(index, &outcomes) }
  }

  /// The first cell with an amount other than nothing.
  private func firstAmount(_ form: FormFigures) -> Int? {
    (form.base..<form.base + form.count).first { figures.amounts[$0] != 0 }
  }

  /// The first cell that could not be read as an amount.
  private func firstUnreadable(_ form: FormFigures) -> Int? {
    (form.base..<form.base + form.count).first { figures.states[$0] == .unreadable }
  }

  private func emptyNote(
    _ rule: StructuralRule, _ index: Int, _ form: FormFigures, _ outcomes: inout RuleOutcomes
  ) {
    guard let note = form.definition.emptyNote else { return }
    if let unreadable = firstUnreadable(form) {
      outcomes.cannotCheck(index, .unreadable(figures.place(unreadable)))
    } else if firstAmount(form) != nil {
      outcomes.results[index].ledger.notApplicable += 1
      outcomes.note(index, .hasAmounts(form.name))
    } else if form.emptyNote != nil {
      pass(index, &outcomes)
    } else {
      fail(
        rule, index, .emptyNoteMissing, at: Place(form: form.definition.form, sheet: form.data?.sheet),
        ["note": FormDefinition.fill(note, year: book.year, department: book.department)], &outcomes)
    }
  }

  private func noteWithoutAmounts(
    _ rule: StructuralRule, _ index: Int, _ form: FormFigures, _ outcomes: inout RuleOutcomes
  ) {
    guard form.emptyNote != nil else {
      outcomes.results[index].ledger.notApplicable += 1
      outcomes.note(index, .saysNoEmptiness(form.name))
      return
    }
    guard let amount = firstAmount(form) else {
      if let unreadable = firstUnreadable(form) {
        outcomes.cannotCheck(index, .unreadable(figures.place(unreadable)))
      } else {
        pass(index, &outcomes)
      }
      return
    }
    fail(
      rule, index, .emptyNoteContradicted, at: figures.place(amount),
      ["text": Amount(fen: figures.amounts[amount]).text(in: set.unit, decimals: set.decimals)], &outcomes)
  }

  private func repeatedRows(
    _ rule: StructuralRule, _ index: Int, _ form: FormFigures, _ outcomes: inout RuleOutcomes
  ) {
    guard let data = form.data else { return }
    var seen: [[String]: Int] = [:]
    // The rows of several units may well be equal; those of one may not.
    var above: String = ""
    for (number, row) in data.rows.enumerated() {
      if row.kind == .department || row.kind == .unit { above = row.key }
      guard row.kind == .detail else { continue }
      let texts = form.definition.leaves.map { leaf in
        leaf.isAmount ? row.amount(leaf.path).map { "\($0.fen)" } ?? "" : row.text(leaf.path) ?? ""
      }
      guard form.columns.contains(where: { (row.amount($0.path)?.fen ?? 0) != 0 }) else { continue }
      if let first = seen[[above] + texts] {
        let line = data.rows[first].cells.values.compactMap(\.reference).map(\.row).min()
        fail(
          rule, index, .rowRepeated, at: place(form, number, nil),
          ["row": line.map { "\($0)" } ?? data.rows[first].key], &outcomes)
      } else {
        seen[[above] + texts] = number
        pass(index, &outcomes)
      }
    }
    if form.details.isEmpty { pass(index, &outcomes) }
  }
}
