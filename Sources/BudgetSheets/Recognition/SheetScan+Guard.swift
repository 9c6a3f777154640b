extension SheetScan {
  /// Takes some cells of a row that are those of a guard row: they are no row of the form.
  ///
  /// What else stands in them counts nowhere; it is left outside and told.
  ///
  /// - Returns: Whether they are.
  mutating func takeGuard(_ cells: [SheetGrid.Cell]) -> Bool {
    guard cells.contains(where: { GuardRow.stands(in: $0) }) else { return false }
    var left: SheetGrid.Cell?
    for cell in cells {
      let isNothing = cell.kind == .formulaOnly || cell.kind == .number && DecimalNumber(cell.text)?.isZero == true
      if GuardRow.stands(in: cell) || isNothing && cell.formula != nil {
        consume(cell.reference)
      } else if left == nil || left?.kind != .number && cell.kind == .number {
        left = cell
      }
    }
    if let left {
      report(.guardRowFilled, at: left.reference, ["text": left.date ?? left.text])
    }
    return true
  }

  /// Takes some cells of a row that hold nothing but formulas without results, in an issued form: nobody has filled it in.
  ///
  /// - Returns: Whether they are such.
  mutating func takeEmptyRow(_ cells: [SheetGrid.Cell]) -> Bool {
    guard isIssued, !cells.isEmpty, cells.allSatisfy({ $0.kind == .formulaOnly }) else { return false }
    for cell in cells { consume(cell.reference) }
    return true
  }
}
