import XlsxPackage
import XlsxWrite

extension FormPlanner {
  /// Says what may be typed into the columns of one pane of an issued form.
  ///
  /// - Parameter rows: The runs of rows that are filled in, each with the guard row that closes it.
  mutating func planIssuedRules(
    leaves: [ColumnDefinition], of pane: Range<Int>, units: [MoneyUnit], rows: [ClosedRange<Int>]
  ) {
    var index = pane.lowerBound
    while index < pane.upperBound {
      let leaf = leaves[index]
      var end = index
      let isSum = LiveSums.parts(of: index, leaves: leaves, units: units) != nil
      while end + 1 < pane.upperBound, leaf.isAmount, leaves[end + 1].isAmount, units[end + 1] == units[index],
        leaves[end + 1].allowsNegative == leaf.allowsNegative,
        (LiveSums.parts(of: end + 1, leaves: leaves, units: units) != nil) == isSum
      {
        end += 1
      }
      for rows in rows {
        let range = CellRange(
          CellReference(row: rows.lowerBound, column: index + 1), CellReference(row: rows.upperBound, column: end + 1))
        let rule =
          leaf.isAmount
          ? amountRule(leaf, unit: units[index], isSum: isSum, first: range.first) : textRule(leaf, first: range.first)
        if let rule { plan.rules.append(.init(validation: rule, range: range)) }
      }
      index = end + 1
    }
  }

  private func amountRule(
    _ leaf: ColumnDefinition, unit: MoneyUnit, isSum: Bool, first: CellReference
  ) -> DataValidation? {
    // Sums that no row can be inserted beside are locked.
    if isSum { return places.guardRows.isEmpty ? nil : IssuedRule.sum }
    return IssuedRule.amount(unit: unit, allowsNegative: leaf.allowsNegative, first: first)
  }

  private func textRule(_ leaf: ColumnDefinition, first: CellReference) -> DataValidation? {
    let lowest = form.panes.flatMap(\.levels).last
    if leaf.isCode {
      if let rule = choice(of: leaf, digits: form.fixedDigits(of: leaf), first: first) { return rule }
      return IssuedRule.code(digits: form.typedDigits(of: leaf), first: first)
    }
    if CodeNames.columns(of: form, in: set).contains(where: { $0.name == leaf.path }) { return IssuedRule.name }
    if let rule = leaf.list.flatMap({ InputRule.list(named: $0, in: set) }) { return rule }
    if leaf.isIndicator { return IssuedRule.indicator }
    return lowest?.name == leaf.path ? IssuedRule.freeName : nil
  }

  // MARK: Codes

  /// The drop-down of a column of codes; nil where no dictionary has its codes.
  private func choice(of leaf: ColumnDefinition, digits: Int?, first: CellReference) -> DataValidation? {
    guard let issue, let own = CodeNames.columns(of: form, in: set).first(where: { $0.code.contains(leaf.path) }),
      let part = own.code.firstIndex(of: leaf.path)
    else { return nil }
    let before = Array(own.code[..<part])
    let lengths = IssuedDictionary.digits(of: Array(own.code[...part]), in: form)
    var made: (choice: IssuedDictionary.Choice, keys: [LabelPath])?
    for pair in issue.pairs where pair.second == own.code {
      let source = IssuedDictionary.Source.pairs(
        list: pair.list, first: IssuedDictionary.digits(of: pair.first, in: form), second: lengths)
      if let choice = issue.dictionary.choice(source) { made = (choice, pair.first + before) }
    }
    if made == nil, let choice = issue.dictionary.choice(.codes(list: own.list, digits: lengths)) {
      made = (choice, before)
    }
    guard let (choice, keys) = made else { return nil }
    return IssuedRule.choice(
      formula(choice, keys: keys, row: first.row), of: own.list, digits: digits ?? 0)
  }

  /// The range that a drop-down offers: what goes with the codes before it, all where those are not known.
  ///
  /// COUNTIF and MATCH take `*` for anything and digits for a number. Here that does no harm: the keys are codes of the
  /// dictionary, texts of a few digits, far from the 15 at which numbers become one another. A typed text that is no such
  /// code only makes the list offer other codes; nothing is worked out or judged by it, and the list forbids nothing.
  private func formula(_ choice: IssuedDictionary.Choice, keys: [LabelPath], row: Int) -> String {
    guard let known = choice.keys else { return "=" + choice.all }
    var parts: [String] = []
    for path in keys {
      guard let index = form.leaves.firstIndex(where: { $0.path == path }) else { return "=" + choice.all }
      let cell = "$" + FormulaText.cell(row, index + 1)
      if let digits = form.fixedDigits(of: form.leaves[index]), digits <= IssuedDictionary.mostDigits {
        parts.append("TEXT(\(cell),\"\(String(repeating: "0", count: digits))\")")
      } else {
        parts.append(cell)
      }
    }
    let key = parts.joined(separator: "&")
    let formula =
      "=IF(COUNTIF(\(known),\(key))=0,\(choice.all),OFFSET(\(choice.values),MATCH(\(key),\(known),0)-1,0,COUNTIF(\(known),\(key))))"
    return formula.utf16.count <= 255 ? formula : "=" + choice.all
  }

  // MARK: Rows

  /// The runs of rows of a pane that are filled in, each with the guard row that closes it.
  func filledRows(of pane: PaneLines) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for line in pane.lines {
      let isFilled = line.fixed.map { $0.sum.isEmpty } ?? (line.isGuard || pane.pane.isTyped(line.data?.kind))
      if !isFilled { continue }
      if let last = runs.last, last.upperBound + 1 == line.row {
        runs[runs.count - 1] = last.lowerBound...line.row
      } else {
        runs.append(line.row...line.row)
      }
    }
    // A sheet has room for 255 rules.
    guard let first = runs.first, let last = runs.last, runs.count * pane.pane.leaves.count > 200 else { return runs }
    return [first.lowerBound...last.upperBound]
  }
}
