import XlsxPackage
import XlsxWrite

extension FormPlanner {
  // MARK: Amounts

  /// Puts the amounts of a column in place: live sums where the definition has sums, open cells elsewhere.
  mutating func planLiveAmounts(_ sums: LiveSums, leaf: Int, column: ColumnDefinition, unit: MoneyUnit) {
    for (index, line) in sums.pane.lines.enumerated() where !line.isGuard {
      let made = liveContent(
        sums.amount(line: index, leaf: leaf), ranges: sums.ranges(line: index, leaf: leaf), unit: unit)
      var format = FormStyle.amount(
        decimals: made.decimals, isBold: sums.pane.isBold(line), isInput: !made.isFormula)
      // Rows are inserted beside these, and a locked cell of a new row could never be filled.
      if made.isFormula, line.fixed == nil, sums.isLowest(line) { format.isLocked = false }
      plan.put(made.content, format, row: line.row, column: leaf + 1)
    }
  }

  /// What a cell of amounts holds in an issued form.
  func liveContent(_ amount: Amount?, ranges: [CellRange], unit: MoneyUnit) -> AmountContent {
    let number = amount.flatMap { exactDouble($0, unit: unit) }
    let decimals = amount.map { max(set.decimals, decimalsNeeded($0, unit: unit)) } ?? set.decimals
    if let formula = LiveSums.formula(ranges) {
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
    var rows: [Int] = []
    for path in sum { if let index = amounts.rows.firstIndex(where: { $0.path == path }) { rows.append(row + index) } }
    var runs: [ClosedRange<Int>] = []
    for row in rows.sorted() {
      if let last = runs.last, last.upperBound + 1 == row {
        runs[runs.count - 1] = last.lowerBound...row
      } else {
        runs.append(row...row)
      }
    }
    return runs.map {
      CellRange(CellReference(row: $0.lowerBound, column: column), CellReference(row: $0.upperBound, column: column))
    }
  }

  // MARK: Texts

  /// Whether a text is typed into a cell of an issued form: everywhere in the rows of the lowest level, but in the rows
  /// above them only a code and a name that the list does not give.
  func isTyped(
    _ column: ColumnDefinition, in line: PaneLines.Line, of pane: PaneLines, _ content: SheetPlan.Content
  ) -> Bool {
    guard let row = line.data, let level = pane.pane.levels.first(where: { $0.kind == row.kind }) else { return false }
    let isIdentity = level.key.first == column.path || level.name == column.path
    if level.kind == pane.pane.levels.last?.kind {
      return !(level.kind == .unit && isIdentity && content != .blank)
    }
    return isIdentity && content == .blank
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
        if let data = line.data, line.fixed == nil { places.levelRows.append(.init(kind: data.kind, row: line.row)) }
      }
    }
  }
}
