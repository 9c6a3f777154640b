import XlsxPackage
import XlsxWrite

extension FormPlanner {
  // MARK: Amounts

  /// Puts the amounts of a column in place: live sums where the definition has sums, open cells elsewhere.
  mutating func planLiveAmounts(_ sums: LiveSums, leaf: Int, column: ColumnDefinition, unit: MoneyUnit) {
    for (index, line) in sums.pane.lines.enumerated() where !line.isGuard {
      let made = liveContent(
        sums.amount(line: index, leaf: leaf), formula: sums.formula(line: index, leaf: leaf), unit: unit)
      var format = FormStyle.amount(
        decimals: made.decimals, isBold: sums.pane.isBold(line), isInput: !made.isFormula)
      // Rows are inserted beside these, and a locked cell of a new row could never be filled.
      if made.isFormula, sums.isOpen, sums.isLowest(line) { format.isLocked = false }
      plan.put(made.content, format, row: line.row, column: leaf + 1)
    }
  }

  /// What a cell of amounts holds in an issued form.
  func liveContent(_ amount: Amount?, formula: String?, unit: MoneyUnit) -> AmountContent {
    let number = amount.flatMap { exactDouble($0, unit: unit) }
    let decimals = amount.map { max(set.decimals, decimalsNeeded($0, unit: unit)) } ?? set.decimals
    if let formula {
      return AmountContent(
        content: number.map { .formula(formula, result: $0) } ?? .formulaOfNothing(formula), decimals: decimals,
        isFormula: true)
    }
    return AmountContent(content: number.map { .number($0) } ?? .blank, decimals: decimals, isFormula: false)
  }

  private func decimalsNeeded(_ amount: Amount, unit: MoneyUnit) -> Int {
    amount.text(in: unit, decimals: set.decimals).drop { $0 != "." }.dropFirst().count
  }

  /// The cells of a form of blocks that add up to a labelled amount.
  func liveRanges(_ sum: [LabelPath], in amounts: FormBlock.Amounts, row: Int, column: Int) -> [CellRange] {
    let rows = sum.compactMap { path in amounts.rows.firstIndex { $0.path == path } }.sorted()
    return FormulaText.ranges(of: rows.map { CellReference(row: row + $0, column: column) })
  }

  // MARK: The sheet as a whole

  /// Says where the sheet is opened, and whether rows may be inserted.
  mutating func finish(_ issue: IssuedForm) {
    plan.allowsRows = form.isBlockForm || !places.guardRows.isEmpty
    plan.selection = plan.cells.filter {
      !$0.value.format.isLocked && $0.value.content == .blank && $0.value.format.fill == FormStyle.inputTint
    }
    .keys.min()
  }

  // MARK: Guard rows

  /// Puts the row in place that closes an open part of a table.
  mutating func planGuard(row: Int, pane: Pane, leaves: [ColumnDefinition]) {
    for leaf in pane.leaves { plan.put(.blank, GuardRow.format, row: row, column: leaf + 1) }
    let texts = pane.leaves.drop { leaves[$0].isAmount }.prefix { !leaves[$0].isAmount }
    if let first = texts.first, let last = texts.last {
      plan.put(.text(GuardRow.text), GuardRow.format, rows: row...row, columns: first + 1...last + 1)
    }
    plan.lower(row, to: GuardRow.height)
  }

  // MARK: Places

  /// Says where the parts of a grid stand.
  mutating func setPlaces(_ panes: [PaneLines], body: ClosedRange<Int>, units: [MoneyUnit]) {
    places.body = body
    places.units = units
    for pane in panes {
      var rows: [LabelPath: Int] = [:]
      for line in pane.lines { if let fixed = line.fixed { rows[fixed.path] = line.row } }
      places.fixedRows.append(pane.pane.fixedRows.map { rows[$0.path] ?? 0 })
      for line in pane.lines {
        if line.isGuard { places.guardRows.append(line.row) }
        guard let data = line.data, line.fixed == nil else { continue }
        places.levelRows.append(.init(kind: data.kind, row: line.row))
        // A height that is set stays, however much is typed.
        if issue != nil, pane.pane.isTyped(data.kind) { plan.fittingRows.insert(line.row) }
      }
    }
  }
}
