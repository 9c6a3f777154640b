import XlsxPackage

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

  /// Takes some cells of a row that nobody has filled in: those that hold nothing but formulas of zero, or, in an issued form or
  /// where they only add up cells of the row, formulas without results.
  ///
  /// - Returns: Whether they are such.
  mutating func takeEmptyRow(_ cells: [SheetGrid.Cell]) -> Bool {
    guard !cells.isEmpty, cells.allSatisfy(saysNothing) else { return false }
    for cell in cells { consume(cell.reference) }
    return true
  }
  private func saysNothing(_ cell: SheetGrid.Cell) -> Bool {
    guard let formula = cell.formula else { return false }
    switch cell.kind {
    case .formulaOnly:
      if isIssued { return true }
      let row = cell.reference.row
      return SumText.ranges(of: formula)?.allSatisfy { $0.first.row == row && $0.last.row == row } ?? false
    case .number: return !isIssued && DecimalNumber(cell.text)?.isZero == true
    default: return false
    }
  }
}
