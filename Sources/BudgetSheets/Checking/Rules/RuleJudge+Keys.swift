extension RuleJudge {
  /// The rows of details that meet all conditions.
  mutating func matching(
    _ conditions: [LinearRule.KeyCondition], in form: FormFigures, _ context: Context
  ) -> [Int] {
    var found: [Int]?
    for condition in conditions {
      let rows: [Int]
      switch condition.value {
      case .key(let key): rows = self.rows(form, condition, [context.keys[key]])
      case .className: rows = self.rows(form, condition, context.className.map { [$0] } ?? [])
      case .equals(let texts): rows = self.rows(form, condition, texts)
      case .starts(let texts):
        let all = keyText(form, condition.columns)
        rows = form.rows(of: condition.kind).filter { row in texts.contains { all[row]?.hasPrefix($0) ?? false } }
      case .isNot(let texts):
        let all = keyText(form, condition.columns)
        rows = form.rows(of: condition.kind).filter { row in all[row].map { !texts.contains($0) } ?? false }
      }
      found = found.map { $0.filter(Set(rows).contains) } ?? rows
    }
    return found ?? []
  }

  mutating func rows(
    _ form: FormFigures, _ condition: LinearRule.KeyCondition, _ texts: [String]
  ) -> [Int] {
    let key = KeyColumns(
      form: form.definition.form, columns: condition.columns, kind: condition.kind, isPrior: form.isPrior)
    if keyRows[key] == nil {
      let all = keyText(form, condition.columns)
      var rows: [String: [Int]] = [:]
      for row in form.rows(of: condition.kind) { if let text = all[row] { rows[text, default: []].append(row) } }
      keyRows[key] = rows
    }
    return texts.flatMap { keyRows[key]?[$0] ?? [] }
  }

  /// The first column of conditions that the sheet lacks.
  func missingColumn(of conditions: [LinearRule.KeyCondition], in form: FormFigures) -> LabelPath? {
    conditions.flatMap(\.columns).first(where: form.missing.contains)
  }

  /// The rows of details that meet all conditions or not, as what cannot be read would say.
  mutating func undecided(
    _ conditions: [LinearRule.KeyCondition], in form: FormFigures, _ context: Context
  ) -> [OpenKey] {
    let open = conditions.map { condition in
      _ = keyText(form, condition.columns)
      return openKeys[
        KeyColumns(form: form.definition.form, columns: condition.columns, isPrior: form.isPrior)] ?? []
    }
    let kind = conditions.first?.kind ?? .detail
    // A row of another level is none of those, whatever its cell would say.
    let rows = Set(form.rows(of: kind))
    if open.allSatisfy({ $0.allSatisfy { !rows.contains($0.row) } }) { return [] }
    let decided = conditions.map { Set(matching([$0], in: form, context)) }
    let maybe = conditions.indices.map { index in
      Set(open[index].filter { Self.mayMeet(conditions[index].value, $0, context) }.map(\.row))
    }
    return open.joined().filter { key in
      rows.contains(key.row)
        && conditions.indices.allSatisfy { decided[$0].contains(key.row) || maybe[$0].contains(key.row) }
    }
  }

  /// Whether what stands before the cell that cannot be read leaves it open if a row meets a condition.
  static func mayMeet(_ value: LinearRule.KeyCondition.Value, _ key: OpenKey, _ context: Context) -> Bool {
    let texts: [String]
    switch value {
    case .key(let number): texts = [context.keys[number]]
    case .className: texts = context.className.map { [$0] } ?? []
    case .equals(let wanted), .starts(let wanted): texts = wanted
    case .isNot: return true
    }
    return texts.contains { $0.hasPrefix(key.known) || key.known.hasPrefix($0) }
  }

  func place(_ key: OpenKey, in form: FormFigures) -> Place {
    Place(
      form: form.definition.form, sheet: form.data?.sheet, cell: form.data?.rows[key.row].cells[key.column]?.reference,
      row: form.rowName(key.row), path: key.column, isPrior: form.isPrior)
  }

  /// What some columns of each row say together; nil where one of them says nothing.
  mutating func keyText(_ form: FormFigures, _ columns: [LabelPath]) -> [String?] {
    let key = KeyColumns(form: form.definition.form, columns: columns, isPrior: form.isPrior)
    if let known = keyTexts[key] { return known }
    var open: [OpenKey] = []
    let texts = (form.data?.rows ?? []).enumerated().map { number, row -> String? in
      var text = ""
      var isOpen = false
      for column in columns {
        // Codes may end early, as a subtotal's do; what cannot be read, or begins with nothing, is no key.
        guard let part = row.text(column) else {
          if row.cells[column] != nil {
            if row.kind == .detail || row.kind.isOfClass {
              open.append(OpenKey(row: number, column: column, known: text))
            }
            return nil
          }
          isOpen = true
          continue
        }
        if isOpen { return nil }
        text += RuleReferenceReader.comparable(part)
      }
      return text.isEmpty ? nil : text
    }
    keyTexts[key] = texts
    openKeys[key] = open
    return texts
  }
}
