/// The cells of the year before.
extension RuleJudge {
  /// The form of a reference, in the book or in that of the year before.
  func form(of cells: LinearRule.CellSet) throws(Missing) -> FormFigures {
    let name = figures.form(cells.form)?.name ?? cells.form
    if cells.isPrior, figures.priorForms.isEmpty { throw Missing(reason: .priorMissing) }
    guard let form = figures.form(cells.form, isPrior: cells.isPrior) else { throw Missing(reason: .formMissing(name)) }
    if let coverage = form.coverage, !coverage.covers(form: cells.form) {
      throw Missing(reason: .noPredecessor(form: name, nil))
    }
    guard form.data != nil else { throw Missing(reason: form.reason(.formMissing(name))) }
    if form.isUnfilled { throw Missing(reason: form.reason(.formUnfilled(name))) }
    return form
  }

  /// Refuses columns without a predecessor, of which a sum of no rows would not speak.
  func requirePredecessors(
    of columns: [LabelPath], rows: LinearRule.RowSet, in form: FormFigures
  ) throws(Missing) {
    var all = columns
    if case .matching(let conditions) = rows { all += conditions.flatMap(\.columns) }
    for column in all {
      if form.missing.contains(column) { throw Missing(reason: form.reason(.columnMissing(form: form.name, column))) }
      if let coverage = form.coverage, !coverage.covers(column: column, in: form.definition.form) {
        throw Missing(reason: .noPredecessor(form: form.name, "\(column)"))
      }
    }
  }

  /// Refuses a cell of the year before whose column or printed row has no predecessor.
  func requirePredecessor(ofRow row: Int, _ column: LabelPath, in form: FormFigures) throws(Missing) {
    guard let coverage = form.coverage, !coverage.isWhole else { return }
    let number = form.definition.form
    if !coverage.covers(column: column, in: number) {
      throw Missing(reason: .noPredecessor(form: form.name, "\(column)"))
    }
    guard let (pane, fixed) = form.fixedRow(row) else { return }
    let path = form.definition.panes[pane].fixedRows[fixed].path
    if !coverage.covers(row: path, pane: form.definition.panes[pane].name, in: number) {
      throw Missing(reason: .noPredecessor(form: form.name, "\(path)"))
    }
  }

  /// Refuses a labelled amount of the year before that has no predecessor.
  func requirePredecessor(ofField path: LabelPath, in form: FormFigures) throws(Missing) {
    guard let coverage = form.coverage, !coverage.covers(field: path, in: form.definition.form) else { return }
    throw Missing(reason: .noPredecessor(form: form.name, "\(path)"))
  }

  /// The row of the year before that is the row of `each`: the total, the same printed row, or the one with the same key.
  mutating func priorRows(of context: Context, in form: FormFigures) throws(Missing) -> [Int] {
    guard let own = context.form, let row = context.row, let data = own.data else { return [] }
    if data.rows[row].kind == .total { return try rows(.total, form, context) }
    if let (pane, fixed) = own.fixedRow(row) { return try rows(.fixed(pane: pane, row: fixed), form, context) }
    let name = own.rowName(row)?.name ?? data.rows[row].key
    let unclear = Missing(reason: .priorRowUnclear(form: own.name, name))
    let here = matches(in: own)
    let there = matches(in: form)
    guard let identity = here.identities[row] else { throw unclear }
    let found = there.rows(of: identity, unit: here.units[row])
    guard let match = found.first else {
      throw Missing(reason: form.reason(.rowMissing(form: form.name, name)))
    }
    // One here and one there, or nobody can tell which belongs to which.
    guard found.count == 1, here.rows(of: identity, unit: there.units[match]).count == 1 else { throw unclear }
    return [match]
  }

  private mutating func matches(in form: FormFigures) -> RowMatches {
    let key = RowMatches.Form(number: form.definition.form, isPrior: form.isPrior)
    if let known = rowMatches[key] { return known }
    let matches = RowMatches(form)
    rowMatches[key] = matches
    return matches
  }
}

extension FormFigures {
  /// A reason, as one of the workbook of the year before where the form is of it.
  func reason(_ reason: RuleResult.Reason) -> RuleResult.Reason { isPrior ? .prior(reason) : reason }

  /// Which printed row of which pane a row is; nil for a free row.
  func fixedRow(_ row: Int) -> (pane: Int, row: Int)? {
    for (pane, rows) in fixedRows.enumerated() {
      if let number = rows.firstIndex(of: row) { return (pane, number) }
    }
    return nil
  }
}
