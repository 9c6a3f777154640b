/// What the sums that forms imply make of cells: the amounts that they add up in the end.
struct SumExpansion {
  /// The sums of one form, each with its identity, as `03:合计`.
  private struct Sums {
    var columns: [LabelPath: (parts: [LabelPath], identity: String)] = [:]
    var rows: [LinearRule.RowSet: (parts: [LinearRule.RowSet], identity: String)] = [:]
    /// The wholes of which a column, or a printed row, is a part (其中).
    var wholeColumns: [LabelPath: (whole: LabelPath, identity: String)] = [:]
    var wholeRows: [LinearRule.RowSet: (whole: LinearRule.RowSet, identity: String)] = [:]
  }

  private var sums: [String: Sums] = [:]
  private var known: [LinearForm.Cell: [LinearForm.Cell: Int128]] = [:]

  init(set: FormSet) {
    for form in set.forms { sums[form.form] = Self.sums(of: form, total: set.labels.total.first ?? "") }
  }

  private static func sums(of form: FormDefinition, total: String) -> Sums {
    var sums = Sums()
    for rule in ImpliedRule.rules(of: form, total: total) {
      switch rule.kind {
      case .columnSum(let column, let parts): sums.columns[column] = (parts, rule.identity)
      case .columnPart(let column, let whole): sums.wholeColumns[column] = (whole, rule.identity)
      case .fieldSum(let path, let parts):
        sums.rows[.fields([path])] = (parts.map { LinearRule.RowSet.fields([$0]) }, rule.identity)
      case .rowSum(let pane, let row):
        let rows = form.panes[pane].fixedRows
        let parts = rows[row].sum.compactMap { path in rows.firstIndex { $0.path == path } }
        sums.rows[.fixed(pane: pane, row: row)] = (
          parts.map { LinearRule.RowSet.fixed(pane: pane, row: $0) }, rule.identity
        )
      case .rowPart(let pane, let row):
        let rows = form.panes[pane].fixedRows
        guard let whole = rows.firstIndex(where: { $0.path == rows[row].partOf }) else { continue }
        sums.wholeRows[.fixed(pane: pane, row: row)] = (.fixed(pane: pane, row: whole), rule.identity)
      case .levelSum(let kind):
        let levels = form.panes.flatMap(\.levels)
        // Where the next level may be absent, another one takes its place, and nothing is certain.
        guard let index = levels.firstIndex(where: { $0.kind == kind }), index + 1 < levels.count,
          !levels[index + 1].isOptional
        else { continue }
        sums.rows[kind == .total ? .total : .level(kind)] = ([.level(levels[index + 1].kind)], rule.identity)
      }
    }
    return sums
  }

  /// The cells that a cell adds up, one step down, and the sum that says so: to the side and down; none for an input.
  private func parts(of cell: LinearForm.Cell) -> [(cells: [LinearForm.Cell], identity: String)] {
    guard let sums = sums[cell.form] else { return [] }
    var result: [(cells: [LinearForm.Cell], identity: String)] = []
    if let column = cell.column, let sum = sums.columns[column] {
      result.append(
        (sum.parts.map { cell.with(rows: cell.rows, column: $0) }, sum.identity))
    }
    if let sum = sums.rows[cell.rows] {
      result.append(
        (sum.parts.map { cell.with(rows: $0, column: cell.column) }, sum.identity))
    }
    return result
  }

  private mutating func inputs(of cell: LinearForm.Cell) -> [LinearForm.Cell: Int128] {
    if let known = known[cell] { return known }
    // Whichever way a cell is taken apart, the same inputs are left.
    guard let parts = parts(of: cell).first else { return [cell: 1] }
    var result: [LinearForm.Cell: Int128] = [:]
    for part in parts.cells { result.merge(inputs(of: part)) { $0 + $1 } }
    known[cell] = result
    return result
  }

  /// What a comparison says of inputs alone.
  mutating func expanded(_ form: LinearForm) -> LinearForm {
    var result = form.withoutCells
    for (cell, factor) in form.factors {
      for (input, count) in inputs(of: cell) { result.add(input, factor * count) }
    }
    result.reduce()
    return result
  }

  /// The sum, or 其中, that already says what a comparison says; nil where none does.
  mutating func implication(of form: LinearForm) -> String? {
    if let bound = bound(form) { return bound }
    guard expanded(form).alwaysHolds else { return nil }
    let heads = form.factors.keys.flatMap { cell in
      parts(of: cell).map { (cell: cell, parts: $0.cells, name: $0.identity) }
    }
    // The sum that alone says so, else that of the cell in which the most comes together.
    let direct = heads.filter { head in
      var rest = form
      let factor = form.factors[head.cell] ?? 0
      rest.add(head.cell, -factor)
      for part in head.parts { rest.add(part, factor) }
      return rest.alwaysHolds
    }
    if let name = direct.map(\.name).min() { return name }
    let sizes = form.factors.keys.compactMap { cell in
      parts(of: cell).first.map { (inputs(of: cell).count, isSumOfColumns(cell) ? 1 : 0, $0.identity) }
    }
    return sizes.max { ($0.0, $0.1, $1.2) < ($1.0, $1.1, $0.2) }?.2
  }

  private func isSumOfColumns(_ cell: LinearForm.Cell) -> Bool {
    cell.column.map { sums[cell.form]?.columns[$0] != nil } ?? false
  }

  /// The 其中 that a comparison repeats.
  private func bound(_ form: LinearForm) -> String? {
    guard !form.isEquality, form.constant == 0, form.factors.count == 2,
      let part = form.factors.first(where: { $1 == 1 })?.key, let whole = form.factors.first(where: { $1 == -1 })?.key,
      part.form == whole.form, part.isPrior == whole.isPrior, let sums = sums[part.form]
    else { return nil }
    if part.rows == whole.rows, let column = part.column, let of = sums.wholeColumns[column], of.whole == whole.column {
      return of.identity
    }
    if part.column == whole.column, let of = sums.wholeRows[part.rows], of.whole == whole.rows { return of.identity }
    return nil
  }
}

extension LinearForm.Cell {
  /// The cells of other rows, or another column, of the same form and year.
  fileprivate func with(rows: LinearRule.RowSet, column: LabelPath?) -> LinearForm.Cell {
    var cell = self
    (cell.rows, cell.column) = (rows, column)
    return cell
  }
}
