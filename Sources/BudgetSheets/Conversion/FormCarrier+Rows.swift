extension FormCarrier {
  /// The rows of the older form in the pane that is called like one of the newer form, with their positions.
  private func rows(like pane: Pane) -> [(index: Int, row: FormRow)] {
    guard let older = plan.pane(like: pane) else { return [] }
    var rows: [(index: Int, row: FormRow)] = []
    for (index, row) in data.rows.enumerated() where row.pane == older.name { rows.append((index, row)) }
    return rows
  }

  /// The row of the older form that is a printed one; nil where the sheet lacks it.
  func row(_ place: FormPart.PrintedRow) -> (index: Int, row: FormRow)? {
    let pane = plan.predecessor.panes[place.pane]
    let key = pane.fixedRows[place.row].path.description
    guard let index = data.rows.firstIndex(where: { $0.pane == pane.name && $0.kind == .fixed && $0.key == key }) else {
      return nil
    }
    return (index, data.rows[index])
  }

  /// The printed rows of a pane, with their labels and nothing else.
  static func printedRows(of pane: Pane, leaves: [ColumnDefinition]) -> [FormRow] {
    return pane.fixedRows.map { fixed in
      var row = FormRow(kind: .fixed, key: fixed.path.description, pane: pane.name)
      let label = pane.labelLeaf(of: fixed)
      if leaves.indices.contains(label) { row.cells[leaves[label].path] = FormCell(value: .text(fixed.label)) }
      return row
    }
  }

  /// The label of the total row of a pane, where it stands; nothing where the pane has none.
  static func totalLabel(of pane: Pane, leaves: [ColumnDefinition]) -> [LabelPath: FormCell] {
    guard let level = pane.levels.first(where: { $0.kind == .total }), let label = level.label,
      let column = level.labelColumn ?? leaves[pane.leaves].first(where: { !$0.isAmount })?.path
    else { return [:] }
    return [column: FormCell(value: .text(label))]
  }

  // MARK: Printed rows

  mutating func carryPrintedRows(of pane: Pane) {
    guard let index = plan.form.panes.firstIndex(of: pane) else { return }
    let leaves = plan.form.leaves[pane.leaves]
    let labels = Set(plan.form.leaves[pane.labels].map(\.path))
    for (number, var row) in Self.printedRows(of: pane, leaves: plan.form.leaves).enumerated() {
      switch plan.sources[.row(FormPart.PrintedRow(pane: index, row: number))] {
      case .same(let ids):
        var rows: [(index: Int, row: FormRow)] = []
        for case .row(let place) in ids {
          if let found = self.row(place) { rows.append(found) }
        }
        for leaf in leaves where !labels.contains(leaf.path) {
          if let cell = cell(of: leaf, in: rows) { row.cells[leaf.path] = cell }
        }
        row.isHidden = !rows.isEmpty && rows.allSatisfy { $0.row.isHidden }
      case .cells(let cells, let column):
        if let column, let cell = single(cells) { row.cells[column] = cell }
      default: break
      }
      result.rows.append(row)
    }
  }

  // MARK: Free rows

  mutating func carryFreeRows(of pane: Pane) {
    let leaves = plan.form.leaves[pane.leaves]
    let older = plan.pane(like: pane)
    let isFree = older?.fixedRows.isEmpty ?? false
    var keys = RowKey()
    var above: FormRow?
    let first = result.rows.count
    for (index, row) in isFree ? rows(like: pane) : [] {
      guard hasPlace(for: row, in: pane) else {
        withoutPlace.insert(index)
        continue
      }
      var new = FormRow(kind: row.kind, key: "", pane: pane.name, isHidden: row.isHidden)
      var row = row
      if row.kind == .total { takeLabel(of: &row, index, into: &new, pane) }
      for leaf in leaves where new.cells[leaf.path] == nil {
        if let cell = cell(of: leaf, in: [(index, row)]) { new.cells[leaf.path] = cell }
      }
      if let older { takeName(of: row, index, into: &new, older, pane) }
      // A row of which nothing goes over is none.
      if new.cells.isEmpty { continue }
      if let base = RowKey.base(of: new, in: pane, above: above) {
        new.key = keys.next(base)
      } else if new.kind == .total {
        new.key = RowKey.total(of: pane)
      }
      result.rows.append(new)
      above = new
    }
    carrySingles(into: pane, first: first)
    addTotal(to: pane, first: first)
  }

  private func hasPlace(for row: FormRow, in pane: Pane) -> Bool {
    switch row.kind {
    case .continuation: pane.levels.contains { !$0.repeated.isEmpty }
    case .unclassified: true
    default: pane.levels.contains { $0.kind == row.kind }
    }
  }

  /// The label of a total is the newer form's own.
  private mutating func takeLabel(of row: inout FormRow, _ index: Int, into new: inout FormRow, _ pane: Pane) {
    let labels = Set((from.labels.total + to.labels.total + [row.key]).map(LabelText.normalize))
    for (path, cell) in row.cells {
      guard let text = cell.effectiveText, labels.contains(LabelText.normalize(text)) else { continue }
      consumed.insert(Origin(row: index, path: path))
      row.cells[path] = nil
    }
    new.cells.merge(Self.totalLabel(of: pane, leaves: plan.form.leaves)) { own, _ in own }
  }

  /// Puts code and name of a department or unit where the newer form has them.
  private mutating func takeName(
    of row: FormRow, _ index: Int, into new: inout FormRow, _ older: Pane, _ pane: Pane
  ) {
    guard row.kind != .detail, let level = pane.levels.first(where: { $0.kind == row.kind }),
      let before = older.levels.first(where: { $0.kind == row.kind })
    else { return }
    var pairs: [(from: LabelPath, to: LabelPath)] = []
    if let name = before.name, let own = level.name { pairs.append((name, own)) }
    if before.key.count == level.key.count { pairs += zip(before.key, level.key).map { ($0, $1) } }
    let own = Set(level.key + [level.name].compactMap(\.self))
    for (from, to) in pairs {
      guard let cell = row.cells[from], cell.value != nil, new.cells[to] == nil else { continue }
      // Where the column as such goes elsewhere, its text would stand in the row twice.
      for leaf in plan.form.leaves where !own.contains(leaf.path) && plan.columns(of: leaf.path) == [from] {
        new.cells[leaf.path] = nil
      }
      new.cells[to] = take([(Origin(row: index, path: from), cell)], isAmount: false)
    }
  }

  /// Puts single amounts of the older form into the one row that the pane has for them.
  private mutating func carrySingles(into pane: Pane, first: Int) {
    var cells: [LabelPath: FormCell] = [:]
    let own = result.rows.indices[first...]
    let total = own.first { result.rows[$0].kind == .total }
    guard own.count <= 1 || total != nil else { return }
    for leaf in plan.form.leaves[pane.leaves] {
      guard case .cells(let sources, _) = plan.sources[.column(leaf.path)] else { continue }
      if let cell = single(sources) { cells[leaf.path] = cell }
    }
    if cells.isEmpty { return }
    guard let index = total ?? own.first else {
      let kind = pane.levels.last?.kind ?? .detail
      result.rows.append(FormRow(kind: kind, key: "", pane: pane.name, cells: cells))
      return
    }
    result.rows[index].cells.merge(cells) { own, _ in own }
  }

  /// Adds the total row that the newer form has and the older one had not.
  private mutating func addTotal(to pane: Pane, first: Int) {
    guard let level = pane.levels.first(where: { $0.kind == .total }), !level.isOptional,
      result.rows.count > first, !result.rows[first...].contains(where: { $0.kind == .total })
    else { return }
    var row = FormRow(kind: .total, key: RowKey.total(of: pane), pane: pane.name)
    row.cells = Self.totalLabel(of: pane, leaves: plan.form.leaves)
    let place = level.isAtBottom ? result.rows.count : first
    result.rows.insert(row, at: place)
    added = Set(added.map { $0 >= place ? $0 + 1 : $0 })
    added.insert(place)
  }
}
