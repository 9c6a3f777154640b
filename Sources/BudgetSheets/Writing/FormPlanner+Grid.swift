import XlsxPackage
import XlsxWrite

extension FormPlanner {
  /// Lays out a form whose columns stand below a tree of headings.
  mutating func planGrid() {
    let leaves = form.leaves
    let units = leaves.map { unit(statedIn: form.columns.printedLabels(of: $0)) }
    let widths = ColumnWidths(set: set, columns: leaves)
    plan.widths = leaves.enumerated().map { index, leaf in
      widths.width(of: leaf, unit: units[index], cells: rowsThatWiden.compactMap { $0.cells[leaf.path] })
    }
    // Department and unit stand side by side above the narrowest form.
    while plan.widths.count < 2 { plan.widths.append(16) }
    let header = planHeader(form.columns, row: planFrame())
    plan.repeatedRows = 1...header.upperBound
    var panes = form.panes.map { PaneLines(pane: $0, data: data, guards: issue?.guards ?? []) }
    let first = header.upperBound + 1
    let last = header.upperBound + (panes.map(\.count).max() ?? 0)
    for index in panes.indices {
      panes[index].putTotalInPlace()
      panes[index].place(from: first, through: last, alignsClosing: form.alignsClosingRows)
      plan(panes[index], leaves: leaves, units: units, rows: first...max(first, last))
    }
    setPlaces(panes, body: first...max(first, last), units: units)
    reportHidden()
    reportLeft(panes, leaves: leaves)
    if let issue {
      planIssuedNotes(issue)
    } else {
      planNotes(isEmpty: data.rows.allSatisfy { $0.cells.values.allSatisfy { $0.value?.amount == nil } })
    }
    plan.scrollingStart = CellReference(row: first, column: scrollingColumn(leaves))
    if issue != nil {
      for pane in panes {
        planIssuedRules(leaves: leaves, of: pane.pane.leaves, units: units, rows: filledRows(of: pane))
      }
    } else {
      planRules(leaves: leaves, rows: first...max(first, last))
    }
  }

  /// The rows whose texts make columns wider: all of a book, but of an issued form those of details only, so that the
  /// forms of all departments have the same columns.
  private var rowsThatWiden: [FormRow] { issue == nil ? data.rows : data.rows.filter { $0.kind == .detail } }

  /// The first column that scrolls: of a wide form with free rows, the one after the names.
  private func scrollingColumn(_ leaves: [ColumnDefinition]) -> Int {
    guard form.panes.count == 1, let levels = form.panes.first?.levels, plan.width(1...plan.columnCount) > 110 else {
      return 1
    }
    let names = levels.compactMap { level in leaves.firstIndex { $0.path == level.name } }
    guard let last = names.max(), plan.width(1...last + 1) <= 70, last + 1 < plan.columnCount else { return 1 }
    return last + 2
  }

  private mutating func reportHidden() {
    let hidden = data.rows.filter(\.isHidden)
    if !hidden.isEmpty { report(.hiddenRowsShown, ["count": "\(hidden.count)"]) }
  }

  /// Tells of what the form has no place for.
  private mutating func reportLeft(_ panes: [PaneLines], leaves: [ColumnDefinition]) {
    let names = Set(form.panes.map(\.name))
    for row in panes.flatMap(\.left) + data.rows.filter({ !names.contains($0.pane) }) {
      report(.valueNotWritten, ["what": [row.pane, row.key].compactMap(\.self).joined(separator: "：")])
    }
    for pane in form.panes {
      let paths = Set(leaves[pane.leaves].map(\.path))
      for row in data.rows where row.pane == pane.name {
        for path in row.cells.keys.filter({ !paths.contains($0) }).sorted(by: { "\($0)" < "\($1)" }) {
          report(.valueNotWritten, path: path, ["what": "\(row.key) \(path)"])
        }
      }
    }
    for path in data.fields.keys.sorted(by: { "\($0)" < "\($1)" }) {
      report(.valueNotWritten, path: path, ["what": "\(path)"])
    }
  }

  // MARK: One pane

  private mutating func plan(_ pane: PaneLines, leaves: [ColumnDefinition], units: [MoneyUnit], rows: ClosedRange<Int>)
  {
    let lines = pane.lines
    let used = Set(lines.map(\.row))
    for row in rows where !used.contains(row) {
      for leaf in pane.pane.leaves { plan.put(.blank, FormStyle.blank, row: row, column: leaf + 1) }
    }
    let sums = issue == nil ? nil : LiveSums(pane: pane, leaves: leaves, units: units)
    for leaf in pane.pane.leaves {
      if let sums, leaves[leaf].isAmount {
        planLiveAmounts(sums, leaf: leaf, column: leaves[leaf], unit: units[leaf])
      } else if leaves[leaf].isAmount {
        planAmounts(pane, leaf: leaf, leaves: leaves, units: units)
      } else {
        planTexts(pane, leaf: leaf, leaves: leaves)
      }
    }
    for label in pane.totalLabels(leaves: leaves) { planLabel(label) }
    for line in lines where line.isGuard { planGuard(row: line.row, pane: pane.pane, leaves: leaves) }
  }

  private mutating func planAmounts(_ pane: PaneLines, leaf: Int, leaves: [ColumnDefinition], units: [MoneyUnit]) {
    let column = leaves[leaf]
    let byPath = Dictionary(
      pane.lines.enumerated().compactMap { index, line in line.fixed.map { ($0.path, index) } },
      uniquingKeysWith: { first, _ in first })
    let parts = LevelParts.parts(of: pane.lines.compactMap(\.data), levels: pane.pane.levels)
    let empty = Set(
      pane.lines.filter { $0.data?.kind == .continuation && $0.data?.cells[column.path] == nil }.map(\.row))
    for (index, line) in pane.lines.enumerated() {
      let reference = CellReference(row: line.row, column: leaf + 1)
      func sum(_ lines: [Int]) -> SumFormula {
        SumFormula(
          parts: lines.map { other in
            part(
              pane.lines[other].data?.cells[column.path],
              at: CellReference(row: pane.lines[other].row, column: leaf + 1), unit: units[leaf])
          })
      }
      var sums: [SumFormula] = []
      if line.data?.kind != .unclassified, line.data != nil {
        sums.append(columnSum(of: column, in: line, leaves: leaves, unit: units[leaf], units: units))
        sums.append(sum(line.fixed?.sum.compactMap { byPath[$0] } ?? parts[index] ?? []))
      }
      let made = amountContent(
        line.data?.cells[column.path], at: reference, path: column.path, unit: units[leaf], sums: sums,
        isEmpty: { empty.contains($0.row) })
      var format = FormStyle.amount(decimals: made.decimals, isBold: pane.isBold(line), isInput: !made.isFormula)
      if made.content.text != nil { format.wrapsText = true }
      plan.put(made.content, format, row: reference.row, column: reference.column)
    }
  }

  /// The sum of the columns that make up a column, in one row.
  private func columnSum(
    of column: ColumnDefinition, in line: PaneLines.Line, leaves: [ColumnDefinition], unit: MoneyUnit,
    units: [MoneyUnit]
  ) -> SumFormula {
    var parts: [SumFormula.Part] = []
    for path in column.sum {
      // Columns that count in different units are not simply added.
      guard let leaf = leaves.firstIndex(where: { $0.path == path }), units[leaf] == unit else {
        return SumFormula(parts: [])
      }
      parts.append(part(line.data?.cells[path], at: CellReference(row: line.row, column: leaf + 1), unit: unit))
    }
    return SumFormula(parts: parts)
  }

  // MARK: Texts

  private mutating func planTexts(_ pane: PaneLines, leaf: Int, leaves: [ColumnDefinition]) {
    let column = leaves[leaf]
    if pane.pane.labels.contains(leaf) { return planLabels(pane, leaf: leaf, column: column.path) }
    var index = 0
    while index < pane.lines.count {
      let line = pane.lines[index]
      let cell = line.data?.cells[column.path]
      let reference = CellReference(row: line.row, column: leaf + 1)
      var content = textContent(cell, at: reference, path: column.path)
      if content == .blank, let text = cell?.inherited, !pane.repeatsAbove(index, column) { content = .text(text) }
      var format = textFormat(column, isBold: pane.isBold(line), content)
      if issue != nil {
        (content, format) = issuedText(content, format, column, in: line, of: pane)
        if content.text != nil, line.data?.kind == .department || line.data?.kind == .unit {
          places.departmentCells.append(reference)
        }
      } else if line.data?.kind == .total {
        format.isLocked = true
        format.fill = nil
      }
      let end = pane.lastOfMerge(from: index, column: column)
      plan.put(
        content, format, rows: line.row...pane.lines[end].row, columns: reference.column...reference.column)
      index = end + 1
    }
    if case .code = column.kind, let first = pane.lines.first, let last = pane.lines.last {
      plan.codeRanges.append(
        CellRange(
          CellReference(row: first.row, column: leaf + 1), CellReference(row: last.row, column: leaf + 1)))
    }
  }

  /// Puts the labels of printed rows in place: where they are several columns wide, a label that stands for several rows
  /// is merged down over them, and a row's own label is merged to the right.
  private mutating func planLabels(_ pane: PaneLines, leaf: Int, column: LabelPath) {
    for label in pane.labels(leaf: leaf, column: column) {
      guard let fixed = pane.lines[label.lines.lowerBound].fixed else { continue }
      let format = label.isOwn ? labelFormat(fixed) : FormStyle.label(.center, isBold: false)
      plan.put(
        .text(label.text), format,
        rows: pane.lines[label.lines.lowerBound].row...pane.lines[label.lines.upperBound].row,
        columns: label.leaves.lowerBound + 1...label.leaves.upperBound + 1)
    }
  }

  private func labelFormat(_ fixed: FixedRow) -> CellFormat {
    let isTotal = fixed.isClosing && !fixed.sum.isEmpty
    return FormStyle.label(
      isTotal ? .center : .left, isBold: !fixed.sum.isEmpty, indent: fixed.partOf == nil ? 0 : 2)
  }

  private func textFormat(_ column: ColumnDefinition, isBold: Bool, _ content: SheetPlan.Content) -> CellFormat {
    let isLong = content.text.map { $0.utf16.count > 250 } ?? false
    var isCentered = column.isGroup
    if case .code = column.kind { isCentered = true }
    return FormStyle.text(isCentered ? .center : .left, isBold: isBold, isLong: isLong)
  }

  // MARK: Totals

  /// Puts the label of a total row in place, over as many columns as it is printed.
  private mutating func planLabel(_ label: PaneLines.TotalLabel) {
    plan.put(
      .text(label.text), FormStyle.label(.center, isBold: true), rows: label.row...label.row,
      columns: label.leaves.lowerBound + 1...label.leaves.upperBound + 1)
  }
}
