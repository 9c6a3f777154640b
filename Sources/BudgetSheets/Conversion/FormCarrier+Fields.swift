extension FormCarrier {
  /// Carries the fields, lists, labelled amounts and the table of a form of blocks over.
  mutating func carryFields() {
    let items = data.fields.keys.map(\.itemized.item).max() ?? 1
    var hasTable = false
    for block in plan.form.blocks {
      switch block {
      case .field(let field): carryField(field.path, isAmount: false)
      case .amounts(let amounts): for row in amounts.rows { carryField(row.path, isAmount: true) }
      case .list(let list):
        for column in list.columns.flatMap(\.leaves) { carryItems(of: column, items: items) }
      case .table(let table):
        // The rows of a form are those of its first table.
        if !hasTable { carryTable(table) }
        hasTable = true
      }
    }
  }

  private mutating func carryField(_ path: LabelPath, isAmount: Bool) {
    switch plan.sources[.field(path)] {
    case .same(let ids):
      let cells = fields(ids)
      if let cell = take(cells, isAmount: isAmount) { result.fields[path] = cell }
    case .join(let ids, let omit):
      if let cell = join(fields(ids), omit: omit) { result.fields[path] = cell }
    case .cells(let sources, _):
      if let cell = single(sources) { result.fields[path] = cell }
    case nil: break
    }
  }

  private func fields(_ ids: [FormPart.ID]) -> [(origin: Origin, cell: FormCell)] {
    var cells: [(origin: Origin, cell: FormCell)] = []
    for case .field(let path) in ids {
      if let cell = data.fields[path] { cells.append((Origin(row: nil, path: path), cell)) }
    }
    return cells
  }

  private mutating func carryItems(of column: ColumnDefinition, items: Int) {
    // An item number far beyond the others is no item of a list.
    for item in 1...max(1, min(items, data.fields.count + 1)) {
      var cells: [(origin: Origin, cell: FormCell)] = []
      switch plan.sources[.column(column.path)] {
      case .same(let ids), .join(let ids, _):
        for case .column(let path) in ids {
          if let cell = data.fields[path.item(item)] { cells.append((Origin(row: nil, path: path.item(item)), cell)) }
        }
      default: break
      }
      if cells.isEmpty { continue }
      var cell: FormCell?
      if case .join(_, let omit) = plan.sources[.column(column.path)] {
        cell = join(cells, omit: omit)
      } else {
        cell = take(cells, isAmount: column.isAmount)
      }
      if let cell { result.fields[column.path.item(item)] = cell }
    }
  }

  private mutating func carryTable(_ table: FormBlock.Table) {
    var keys = RowKey()
    for (index, row) in data.rows.enumerated() where row.kind == .indicator {
      var new = FormRow(kind: .indicator, key: "", isHidden: row.isHidden)
      for leaf in table.columns.flatMap(\.leaves) {
        if let cell = cell(of: leaf, in: [(index, row)]) { new.cells[leaf.path] = cell }
      }
      // What is only taken from above makes no row; what cannot be read stands there as it was.
      guard new.cells.values.contains(where: { $0.value != nil || $0.raw != nil || $0.inherited == nil }) else {
        continue
      }
      new.key = keys.next(RowKey.base(of: new, in: table.columns))
      result.rows.append(new)
    }
  }
}
