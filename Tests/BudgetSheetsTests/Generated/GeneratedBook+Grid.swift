import BudgetSheets

/// Forms that are grids.
extension GeneratedBook {
  mutating func makeGrid(_ form: FormDefinition, _ data: inout FormData) {
    for pane in form.panes {
      let leaves = Array(form.leaves[pane.leaves])
      var rows: [FormRow]
      switch pane.rows {
      case .fixed(let fixed): rows = fixedRows(fixed, leaves, labels: form.leaves[pane.labels].map(\.path))
      case .levels(let levels): rows = levelRows(levels, leaves)
      }
      for index in rows.indices { rows[index].pane = pane.name }
      data.rows += rows
    }
  }

  // MARK: Printed rows

  private mutating func fixedRows(
    _ fixed: [FixedRow], _ leaves: [ColumnDefinition], labels: [LabelPath]
  ) -> [FormRow] {
    let printed = fixed.filter { !$0.isClosing } + fixed.filter(\.isClosing)
    let density = source.number(1...6)
    var rows: [FormRow] = []
    var amounts: [LabelPath: [LabelPath: Amount]] = [:]
    for row in printed where row.sum.isEmpty { amounts[row.path] = rowAmounts(leaves, density: density) }
    // A sum may stand on other sums: as often as there are rows, each is worked out once all its parts are known.
    var open = printed.filter { !$0.sum.isEmpty }
    while let index = open.firstIndex(where: { row in row.sum.allSatisfy { amounts[$0] != nil } }) {
      let row = open.remove(at: index)
      var sums: [LabelPath: Amount] = [:]
      for leaf in leaves where leaf.isAmount {
        sums[leaf.path] = GeneratedAmounts.sum(row.sum.map { amounts[$0]?[leaf.path] }, &source)
      }
      amounts[row.path] = sums
    }
    var outer: [String] = []
    for row in printed {
      // Where labels are several columns wide, those that stand beside several rows are merged down over them.
      let above = labels.count > 1 ? Array(row.path.labels.dropLast()) : []
      let label = labels[above.count]
      var result = FormRow(kind: .fixed, key: row.path.description)
      for leaf in leaves {
        if leaf.isAmount {
          result.cells[leaf.path] = cell(
            of: amounts[row.path]?[leaf.path], isSum: !row.sum.isEmpty || !leaf.sum.isEmpty)
        } else if leaf.path == label {
          let alias = source.once(in: 8) ? row.aliases.randomElement(using: &source) : nil
          result.cells[leaf.path] = FormCell(value: .text(alias ?? row.label))
        } else if let depth = labels.firstIndex(of: leaf.path) {
          guard depth < above.count else { continue }
          result.cells[leaf.path] =
            outer.prefix(depth + 1) == above.prefix(depth + 1)
            ? FormCell(value: nil, inherited: above[depth]) : FormCell(value: .text(above[depth]))
        } else if source.once(in: 3) {
          result.cells[leaf.path] = FormCell(value: .text(text()))
        }
      }
      outer = above
      rows.append(result)
    }
    return rows
  }

  /// The amounts of a row by column: those that are no sum at random, the sums exact.
  private mutating func rowAmounts(_ leaves: [ColumnDefinition], density: Int) -> [LabelPath: Amount] {
    var amounts: [LabelPath: Amount] = [:]
    let isBlank = !source.once(in: density)
    var open: [ColumnDefinition] = []
    for leaf in leaves where leaf.isAmount {
      if leaf.sum.isEmpty { amounts[leaf.path] = isBlank ? nil : amount() } else { open.append(leaf) }
    }
    while let index = open.firstIndex(where: { leaf in !open.contains { leaf.sum.contains($0.path) } }) {
      let leaf = open.remove(at: index)
      amounts[leaf.path] = GeneratedAmounts.sum(leaf.sum.map { amounts[$0] }, &source)
    }
    return amounts
  }

  /// The cell of an amount; now and then a total that disagrees, a text that is no number, or another notation.
  private mutating func cell(of amount: Amount?, isSum: Bool) -> FormCell? {
    if isSum, source.once(in: 40) {
      return FormCell(value: .amount(Amount(fen: (amount?.fen ?? 0) + Int64(source.number(-5_000...5_000)))))
    }
    guard let amount else {
      return source.once(in: 60)
        ? FormCell(value: nil, raw: source.pick(["－", "无", "约3万", "1.2.3", "待定\n再议", "12万元整"])) : nil
    }
    let raw = source.once(in: 30) ? " " + amount.text(in: set.unit, decimals: set.decimals) : nil
    return FormCell(value: .amount(amount), raw: raw)
  }

  // MARK: Free rows

  private mutating func levelRows(_ levels: [RowLevel], _ leaves: [ColumnDefinition]) -> [FormRow] {
    guard !source.once(in: 8) else { return [] }
    var rows: [FormRow] = []
    let kinds = levels.map(\.kind)
    let detail = levels.first { $0.kind == .detail }
    let details = detail == nil ? 0 : source.once(in: 12) ? source.number(0...60) : source.number(0...6)
    let units = kinds.contains(.unit) ? source.number(detail == nil ? 1...5 : 0...5) : 0
    func level(_ kind: RowKind) -> RowLevel? { levels.first { $0.kind == kind } }
    if let department = level(.department), !department.isOptional || source.once(in: 2) {
      rows.append(codeRow(department, leaves))
    }
    var above: FormRow?
    for unit in 0..<max(1, units) {
      if units > 0, let level = level(.unit) {
        rows.append(codeRow(level, leaves))
        above = nil
      }
      guard let detail else { continue }
      let share = details / max(1, units) + (unit == 0 ? details % max(1, units) : 0)
      for _ in 0..<share {
        var row = detailRow(detail, levels, leaves)
        repeatAbove(&row, above, rows.last { $0.kind == .detail }, detail, leaves)
        guard !row.cells.isEmpty else { continue }
        rows.append(row)
        above = row
        while !detail.repeated.isEmpty, source.once(in: 3) {
          rows.append(continuation(detail))
          above = nil
        }
      }
    }
    if let detail, detail.key.count > 1, let name = detail.name, source.once(in: 10) {
      rows.append(FormRow(kind: .unclassified, key: "", cells: [name: FormCell(value: .text(texts.ordinary(&source)))]))
    }
    if let total = level(.total), !rows.isEmpty || total.label != nil { rows.insert(totalRow(total, leaves), at: 0) }
    addUp(&rows, levels, leaves)
    if level(.total)?.label == nil, rows.first?.kind == .total, rows[0].cells.isEmpty { rows.removeFirst() }
    setKeys(&rows, levels)
    return rows
  }

  private mutating func totalRow(_ level: RowLevel, _ leaves: [ColumnDefinition]) -> FormRow {
    var row = FormRow(kind: .total, key: level.label ?? "")
    if let label = level.label, let column = level.labelColumn ?? leaves.first(where: { !$0.isAmount })?.path {
      row.cells[column] = FormCell(value: .text(source.once(in: 10) ? source.pick(set.labels.total + [label]) : label))
    }
    return row
  }

  /// A department or a unit: a code of its number of digits, and a name.
  private mutating func codeRow(_ level: RowLevel, _ leaves: [ColumnDefinition]) -> FormRow {
    var row = FormRow(kind: level.kind, key: "")
    if let name = level.name, !source.once(in: 15) { row.cells[name] = FormCell(value: .text(text())) }
    for key in level.key { row.cells[key] = FormCell(value: .text(code(level.keyDigits ?? 3))) }
    return row
  }

  private mutating func code(_ digits: Int) -> String {
    // Leading zeros are part of a code.
    source.once(in: 4) ? "0" + source.digits(digits - 1) : source.digits(digits)
  }

  private mutating func detailRow(_ level: RowLevel, _ levels: [RowLevel], _ leaves: [ColumnDefinition]) -> FormRow {
    var row = FormRow(kind: .detail, key: "")
    for leaf in leaves where !leaf.isAmount {
      let isKey = level.key.contains(leaf.path)
      switch leaf.kind {
      case .code(let digits):
        let count = (level.key == [leaf.path] ? level.keyDigits : nil) ?? digits ?? source.number(7...21)
        if isKey || source.once(in: 4) { row.cells[leaf.path] = FormCell(value: .text(code(count))) }
      case .text, .amount:
        let isName = leaf.path == level.name
        guard isKey || isName || level.repeated.contains(leaf.path) || source.once(in: 2) else { continue }
        var text = text()
        if let list = leaf.list.flatMap({ set.lists[$0] }), source.once(in: 2) {
          text = list.entries.randomElement(using: &source)?.name ?? text
        }
        // A key of digits alone would be the code of a department.
        if isKey, text.unicodeScalars.allSatisfy({ $0.properties.numericType != nil || $0.properties.isWhitespace }) {
          text += "项目"
        }
        row.cells[leaf.path] = FormCell(value: .text(text))
      }
    }
    // A code of several parts may lack the last ones, unless it is a department's then.
    let isShared = levels.contains { $0.kind != .detail && $0.key.first == level.key.first }
    if level.key.count > 1, !isShared, source.once(in: 10) {
      for key in level.key.dropFirst(source.number(1...level.key.count - 1)) { row.cells[key] = nil }
    }
    // Without a code a row with a name is still a detail where the code is one column.
    if level.key.count == 1, level.key[0] != level.name, let name = level.name, row.cells[name] != nil,
      source.once(in: 15)
    {
      row.cells[level.key[0]] = nil
    }
    let density = level.key.isEmpty ? 1 : 2
    for (path, amount) in rowAmounts(leaves, density: source.once(in: 8) ? density * 3 : 1) {
      row.cells[path] = FormCell(value: .amount(amount))
    }
    return row
  }

  /// Lets a row say again what the row above says: a blank code by the rule of the form, a merged text, an equal key.
  private mutating func repeatAbove(
    _ row: inout FormRow, _ above: FormRow?, _ lastDetail: FormRow?, _ level: RowLevel, _ leaves: [ColumnDefinition]
  ) {
    if source.once(in: 8), let lastDetail {
      for key in level.key {
        row.cells[key] = lastDetail.text(key).map { FormCell(value: .text($0)) } ?? row.cells[key]
      }
    }
    if level.blankRepeatsAbove, let key = level.key.first, let name = level.name {
      if source.once(in: 4), let lastDetail, let text = lastDetail.text(name) {
        row.cells[name] = FormCell(value: .text(text))
      }
      if row.text(name) == lastDetail?.text(name), row.text(name) != nil, let code = lastDetail?.text(key),
        row.cells[key] == nil || source.once(in: 2)
      {
        row.cells[key] = FormCell(value: nil, inherited: code)
      }
      return
    }
    guard let above else { return }
    // A row without a code is told by a name of its own.
    let isTold = level.key.contains { row.cells[$0] != nil }
    for leaf in leaves
    where !leaf.isAmount && !level.key.contains(leaf.path) && (isTold || leaf.path != level.name) && source.once(in: 10)
    {
      if let text = above.text(leaf.path) { row.cells[leaf.path] = FormCell(value: nil, inherited: text) }
    }
  }

  private mutating func continuation(_ level: RowLevel) -> FormRow {
    var row = FormRow(kind: .continuation, key: "")
    for path in level.repeated where source.once(in: 2) { row.cells[path] = FormCell(value: .text(text())) }
    if row.cells.isEmpty { row.cells[level.repeated[0]] = FormCell(value: .text(texts.ordinary(&source))) }
    return row
  }

  /// Fills the sums of the levels from below, now and then wrongly.
  private mutating func addUp(_ rows: inout [FormRow], _ levels: [RowLevel], _ leaves: [ColumnDefinition]) {
    let rank = { (row: FormRow) in levels.firstIndex { $0.kind == row.kind } }
    for index in rows.indices.reversed() {
      guard let own = rank(rows[index]), rows[index].kind != .detail else { continue }
      var parts: [FormRow] = []
      var next: Int?
      for row in rows[(index + 1)...] {
        guard let other = rank(row) else { continue }
        if other <= own { break }
        // A part is no part of a part.
        if next == nil || other <= next ?? 0 {
          next = other
          parts.append(row)
        }
      }
      if parts.isEmpty, rows[index].kind != .total || levels.allSatisfy({ $0.kind != .detail && $0.kind != .unit }) {
        for (path, amount) in rowAmounts(leaves, density: 1) {
          rows[index].cells[path] = FormCell(value: .amount(amount))
        }
        continue
      }
      for leaf in leaves where leaf.isAmount {
        let sum = GeneratedAmounts.sum(parts.map { $0.amount(leaf.path) }, &source)
        rows[index].cells[leaf.path] = cell(of: sum, isSum: true)
      }
    }
  }

  /// The key of a row is what stands in the key columns of its level; the second of two equal ones ends in `#2`.
  private func setKeys(_ rows: inout [FormRow], _ levels: [RowLevel]) {
    var counts: [String: Int] = [:]
    for index in rows.indices {
      guard let level = levels.first(where: { $0.kind == rows[index].kind }), level.kind != .total else { continue }
      let key = level.key.map { rows[index].text($0) ?? "" }.joined(separator: "/")
      counts[key, default: 0] += 1
      rows[index].key = counts[key] == 1 ? key : "\(key)#\(counts[key] ?? 1)"
    }
  }
}
