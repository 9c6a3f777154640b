import XlsxPackage
import XlsxWrite

extension FormPlanner {
  /// Lays out a form of blocks, one below the other: labels at the left, what they say beside them.
  mutating func planBlocks() {
    let tables = form.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    let leaves = tables.first?.columns.flatMap(\.leaves) ?? []
    let widths = ColumnWidths(set: set, columns: leaves)
    plan.widths = leaves.map { leaf in
      widths.width(of: leaf, unit: set.unit, cells: data.rows.compactMap { $0.cells[leaf.path] })
    }
    // A label, the label of an amount, and the amount take a column each.
    while plan.widths.count < 4 { plan.widths.append(18) }
    for cell in data.fields.values {
      plan.widths[amountColumn - 1] = max(plan.widths[amountColumn - 1], widths.amountWidth(cell, unit: set.unit))
    }
    var row = planFrame()
    var written: Set<LabelPath> = []
    for block in form.blocks {
      switch block {
      case .field(let field): row = planField(field, row: row, &written)
      case .list(let list): row = planList(list, row: row, &written)
      case .amounts(let amounts): row = planAmounts(amounts, row: row, &written)
      case .table(let table): row = planTable(table, row: row, isFirst: table == tables.first)
      }
    }
    for path in data.fields.keys.filter({ !written.contains($0) }).sorted(by: { "\($0)" < "\($1)" }) {
      report(.valueNotWritten, path: path, ["what": "\(path)"])
    }
    if let issue { planIssuedNotes(issue) } else { planNotes(isEmpty: data.fields.isEmpty && data.rows.isEmpty) }
  }

  private var amountColumn: Int { 4 }
  private var lastColumn: Int { plan.columnCount }

  private func isLong(_ content: SheetPlan.Content) -> Bool {
    content.text.map { $0.utf16.count > 250 } ?? false
  }

  private mutating func planField(_ field: FormBlock.Field, row: Int, _ written: inout Set<LabelPath>) -> Int {
    let reference = CellReference(row: row, column: 2)
    let content = textContent(data.fields[field.path], at: reference, path: field.path)
    written.insert(field.path)
    // A long text takes several rows, since one shows 409 points only.
    let last = row + plan.rowsNeeded(content.text ?? "", columns: 2...lastColumn) - 1
    plan.put(.text(field.path.leaf), FormStyle.label(.center), rows: row...last, columns: 1...1)
    var format = FormStyle.text(.left, isLong: isLong(content))
    if issue != nil, field.isDepartment, content != .blank {
      format.isLocked = true
      format.fill = nil
      places.departmentCells.append(reference)
    } else if issue != nil {
      plan.raise(row, to: FormStyle.openFieldHeight)
    }
    plan.put(content, format, rows: row...last, columns: 2...lastColumn)
    return last + 1
  }

  // MARK: Lists

  private mutating func planList(_ list: FormBlock.List, row: Int, _ written: inout Set<LabelPath>) -> Int {
    let columns = list.columns.flatMap(\.leaves)
    let paths = Set(columns.map(\.path))
    let items = data.fields.keys.map(\.itemized).filter { paths.contains($0.path) }.map(\.item).max() ?? 1
    // An item number far beyond the others is no item of a list.
    let count = issue == nil ? min(items, data.fields.count + 1) : max(1, list.spare)
    let last = row + count
    plan.put(.text(list.path.leaf), FormStyle.label(.center), rows: row...last, columns: 1...1)
    for (index, column) in columns.enumerated() {
      let place = place(of: index, among: columns.count)
      plan.put(.text(column.label), FormStyle.label(.center), rows: row...row, columns: place)
      var item = 1
      while item <= count {
        let path = column.path.item(item)
        var end = item
        if let text = data.fields[path]?.value?.text {
          while let below = data.fields[column.path.item(end + 1)], end < count, below.value == nil,
            below.inherited == text
          {
            end += 1
          }
        }
        let reference = CellReference(row: row + item, column: place.lowerBound)
        var content = textContent(data.fields[path], at: reference, path: path)
        if content == .blank, let text = data.fields[path]?.inherited { content = .text(text) }
        for item in item...end { written.insert(column.path.item(item)) }
        plan.put(
          content, FormStyle.text(.left, isLong: isLong(content)), rows: row + item...row + end, columns: place)
        if issue != nil { plan.raise(row + item, to: FormStyle.openItemHeight) }
        item = end + 1
      }
    }
    return last + 1
  }

  /// The columns of the n-th text of an item: one each, the last one all that are left.
  private func place(of index: Int, among count: Int) -> ClosedRange<Int> {
    let first = min(2 + index, lastColumn)
    return index == count - 1 ? first...lastColumn : first...first
  }

  // MARK: Amounts

  private mutating func planAmounts(_ amounts: FormBlock.Amounts, row: Int, _ written: inout Set<LabelPath>) -> Int {
    let labels = amounts.rows.map { $0.prefix + $0.path.leaf }
    // One unit holds for the whole block: the first that a label states.
    let unit = ([amounts.path.leaf] + labels).compactMap { LabelText.statedUnit(in: $0) }.first ?? set.unit
    let last = row + max(amounts.rows.count, 1) - 1
    plan.put(.text(amounts.path.leaf), FormStyle.label(.center), rows: row...last, columns: 1...1)
    func reference(_ index: Int) -> CellReference { CellReference(row: row + index, column: amountColumn) }
    for (index, amount) in amounts.rows.enumerated() {
      let cell = data.fields[amount.path]
      written.insert(amount.path)
      let parts = amount.sum.compactMap { path in
        amounts.rows.firstIndex { $0.path == path }.map { part(data.fields[path], at: reference($0), unit: unit) }
      }
      let made =
        issue == nil
        ? amountContent(
          cell, at: reference(index), path: amount.path, unit: unit, sums: [SumFormula(parts: parts)])
        : liveContent(
          cell?.value?.amount,
          formula: LiveSums.formula(liveRanges(amount.sum, in: amounts, row: row, column: amountColumn)), unit: unit)
      places.fields[amount.path] = reference(index)
      places.fieldUnit = unit
      let place = row + index
      plan.put(.text(labels[index]), FormStyle.label(.left), rows: place...place, columns: 2...amountColumn - 1)
      plan.put(
        made.content, FormStyle.amount(decimals: made.decimals, isInput: !made.isFormula), row: place,
        column: amountColumn)
      if amountColumn < lastColumn {
        plan.put(.blank, FormStyle.blank, rows: place...place, columns: amountColumn + 1...lastColumn)
      }
    }
    let range = CellRange(reference(0), reference(last - row))
    plan.rules.append(
      .init(
        validation: issue == nil
          ? InputRule.amount
          : IssuedRule.amount(unit: unit, allowsNegative: amounts.allowsNegative, first: range.first), range: range))
    return last + 1
  }

  // MARK: The table

  private mutating func planTable(_ table: FormBlock.Table, row: Int, isFirst: Bool) -> Int {
    let leaves = table.columns.flatMap(\.leaves)
    let header = planHeader(table.columns, row: row)
    // The rows of the form are those of its first table.
    let rows = isFirst ? data.rows : []
    let first = header.upperBound + 1
    let last = first + max(rows.count, 1) - 1
    if isFirst { plan.repeatedRows = header }
    if issue != nil { plan.fittingRows.formUnion(first...last) }
    for (index, leaf) in leaves.enumerated() {
      var item = 0
      while item < max(rows.count, 1) {
        let cell = rows.indices.contains(item) ? rows[item].cells[leaf.path] : nil
        var end = item
        if let text = cell?.value?.text {
          while end + 1 < rows.count, let below = rows[end + 1].cells[leaf.path], below.value == nil, below.raw == nil,
            below.inherited == text
          {
            end += 1
          }
        }
        let reference = CellReference(row: first + item, column: index + 1)
        var content = textContent(cell, at: reference, path: leaf.path)
        if content == .blank, let text = cell?.inherited { content = .text(text) }
        plan.put(
          content, FormStyle.text(leaf.isGroup ? .center : .left, isLong: isLong(content)),
          rows: first + item...first + end, columns: index + 1...index + 1)
        item = end + 1
      }
    }
    let paths = Set(leaves.map(\.path))
    for row in rows {
      for path in row.cells.keys.filter({ !paths.contains($0) }).sorted(by: { "\($0)" < "\($1)" }) {
        report(.valueNotWritten, path: path, ["what": "\(row.key) \(path)"])
      }
    }
    if issue == nil {
      planRules(leaves: leaves, rows: first...last)
    } else {
      planIssuedRules(
        leaves: leaves, of: leaves.indices, units: leaves.map { _ in set.unit }, rows: [first...last])
    }
    return last + 1
  }
}
