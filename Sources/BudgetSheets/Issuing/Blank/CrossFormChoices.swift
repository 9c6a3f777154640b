import XlsxPackage

/// The drop-downs that offer what stands in other forms of the same workbook: names of units, projects.
///
/// Which columns go together is what the rules of the set say: those that hold the same in two forms, and those whose
/// departments and units stand in one form.
struct CrossFormChoices {
  let set: FormSet
  let places: [String: FormPlaces]
  /// The rules to be added, by form.
  private(set) var rules: [String: [SheetPlan.Rule]] = [:]

  init(set: FormSet, places: [String: FormPlaces]) {
    self.set = set
    self.places = places
    for case .structural(let rule) in set.rules {
      switch rule.kind {
      case .sameKeys(let first, let second): offer(first, in: second)
      case .knownUnits(let form, let others, let names): offerUnits(of: form, in: others, names)
      default: break
      }
    }
  }

  /// Offers the texts of one form's rows of details in a column of another form.
  private mutating func offer(_ known: StructuralRule.Rows, in rows: StructuralRule.Rows) {
    guard known.columns.count == 1, rows.columns.count == 1, known.form != rows.form else { return }
    offer(range(known.columns[0], of: known.form, rows: lowestRows(of: known.form)), known.form, in: rows)
  }

  private mutating func offerUnits(of form: String, in others: [String], _ names: [StructuralRule.Rows]) {
    guard let definition = set.form(form) else { return }
    let levels = definition.panes.flatMap(\.levels)
    let rows = rows(of: form, [.department, .unit])
    if let name = levels.last(where: { $0.kind == .unit || $0.kind == .department })?.name {
      for other in names where other.columns.count == 1 {
        offer(range(name, of: form, rows: rows), form, in: other)
      }
    }
    guard let code = levels.first(where: { $0.kind == .unit })?.key.first,
      let source = range(code, of: form, rows: self.rows(of: form, [.unit]))
    else { return }
    for other in others where other != form { offerCode(source, form, in: other) }
  }

  /// Offers codes of units in the row of a unit that the list does not give.
  private mutating func offerCode(_ source: String, _ form: String, in other: String) {
    guard let level = set.form(other)?.panes.flatMap(\.levels).first(where: { $0.kind == .unit }),
      let column = level.key.first, let index = leaf(column, of: other), let places = places[other],
      places.levelRows.count(where: { $0.kind == .unit }) == 1,
      let row = places.levelRows.first(where: { $0.kind == .unit })?.row
    else { return }
    let cell = CellReference(row: row, column: index + 1)
    // Where the list gives the unit, its code is known.
    if places.departmentCells.contains(cell) { return }
    add(source, form, other, CellRange(cell, cell))
  }

  private mutating func offer(_ source: String?, _ form: String, in rows: StructuralRule.Rows) {
    guard let source, let index = leaf(rows.columns[0], of: rows.form),
      set.form(rows.form)?.leaves[index].list == nil, let body = lowestRows(of: rows.form)
    else { return }
    add(
      source, form, rows.form,
      CellRange(
        CellReference(row: body.lowerBound, column: index + 1),
        CellReference(row: body.upperBound + 1, column: index + 1)))
  }

  private mutating func add(_ source: String, _ form: String, _ other: String, _ range: CellRange) {
    let title = set.form(form).map { FrameText.key(ofTitle: $0.title) } ?? form
    rules[other, default: []].append(
      SheetPlan.Rule(validation: IssuedRule.text("=" + source, from: title), range: range))
  }

  // MARK: Places

  private func leaf(_ path: LabelPath, of form: String) -> Int? {
    set.form(form)?.leaves.firstIndex { $0.path == path }
  }

  private func range(_ path: LabelPath, of form: String, rows: ClosedRange<Int>?) -> String? {
    guard let rows, let index = leaf(path, of: form), let sheet = places[form]?.sheet else { return nil }
    return FormulaText.sheet(sheet) + FormulaText.fixed(rows, index + 1...index + 1)
  }

  private func lowestRows(of form: String) -> ClosedRange<Int>? {
    guard let kind = set.form(form)?.panes.flatMap(\.levels).last?.kind else { return nil }
    return rows(of: form, [kind])
  }

  private func rows(of form: String, _ kinds: Set<RowKind>) -> ClosedRange<Int>? {
    let rows = places[form]?.levelRows.filter { kinds.contains($0.kind) }.map(\.row) ?? []
    guard let first = rows.first, let last = rows.last else { return nil }
    return first...last
  }
}
