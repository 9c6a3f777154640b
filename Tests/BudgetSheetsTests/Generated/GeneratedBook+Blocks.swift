import BudgetSheets

/// Forms that are made of blocks.
extension GeneratedBook {
  mutating func makeBlocks(_ form: FormDefinition, _ data: inout FormData) {
    var hasTable = false
    for block in form.blocks {
      switch block {
      case .field(let field):
        if !source.once(in: 4) { data.fields[field.path] = FormCell(value: .text(text())) }
      case .list(let list): makeList(list.columns.flatMap(\.leaves).map(\.path), &data)
      case .amounts(let amounts): makeAmounts(amounts.rows, &data)
      case .table(let table):
        if !hasTable { data.rows = indicators(table.columns.flatMap(\.leaves)) }
        hasTable = true
      }
    }
  }

  private mutating func makeList(_ columns: [LabelPath], _ data: inout FormData) {
    for item in 1..<max(2, source.number(0...8)) {
      let count = data.fields.count
      for column in columns where !source.once(in: 5) {
        data.fields[Self.item(column, item)] = FormCell(value: .text(text()))
      }
      if data.fields.count == count { data.fields[Self.item(columns[0], item)] = FormCell(value: .text(text())) }
    }
  }

  /// The path of the n-th item of a list, as `年度主要任务/任务名称#2`.
  private static func item(_ path: LabelPath, _ item: Int) -> LabelPath {
    item == 1 ? path : path.parent.appending("\(path.leaf)#\(item)")
  }

  private mutating func makeAmounts(_ rows: [FormBlock.AmountRow], _ data: inout FormData) {
    for row in rows where row.sum.isEmpty {
      data.fields[row.path] = amount().map { FormCell(value: .amount($0)) }
    }
    for row in rows where !row.sum.isEmpty {
      var sum = GeneratedAmounts.sum(row.sum.map { data.fields[$0]?.value?.amount }, &source)
      if source.once(in: 10) { sum = amount() }
      data.fields[row.path] = sum.map { FormCell(value: .amount($0)) }
    }
  }

  private mutating func indicators(_ leaves: [ColumnDefinition]) -> [FormRow] {
    var rows: [FormRow] = []
    var counts: [String: Int] = [:]
    var above: [LabelPath: String] = [:]
    for _ in 0..<source.number(0...20) {
      var row = FormRow(kind: .indicator, key: "")
      for leaf in leaves {
        if leaf.isGroup, let text = above[leaf.path], !source.once(in: 3) {
          row.cells[leaf.path] = FormCell(value: nil, inherited: text)
        } else if !source.once(in: 6) {
          let text = text()
          row.cells[leaf.path] = FormCell(value: .text(text))
          if leaf.isGroup { above[leaf.path] = text }
        } else if leaf.isGroup, let text = above[leaf.path] {
          row.cells[leaf.path] = FormCell(value: nil, inherited: text)
        }
      }
      guard row.cells.values.contains(where: { $0.value != nil }) else { continue }
      let key = leaves.first { !$0.isGroup }.flatMap { row.text($0.path) } ?? ""
      counts[key, default: 0] += 1
      row.key = counts[key] == 1 ? key : "\(key)#\(counts[key] ?? 1)"
      rows.append(row)
    }
    return rows
  }
}
