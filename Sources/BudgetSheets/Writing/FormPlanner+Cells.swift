import XlsxPackage

extension FormPlanner {
  /// What an amount's cell shows, and whether it is worked out.
  struct AmountContent {
    var content: SheetPlan.Content
    var decimals: Int
    var isFormula: Bool
  }

  /// What is written for an amount: a formula where one of its sums comes to it exactly, else the value as it is.
  mutating func amountContent(
    _ cell: FormCell?, at reference: CellReference, path: LabelPath, unit: MoneyUnit, sums: [SumFormula],
    isEmpty: (CellReference) -> Bool = { _ in false }
  ) -> AmountContent {
    let sums = sums.filter { !$0.parts.isEmpty }
    guard let amount = cell?.value?.amount else {
      if cell == nil, let formula = sums.first?.textOfBlank(isEmpty: isEmpty) {
        return AmountContent(content: .formulaOfNothing(formula), decimals: set.decimals, isFormula: true)
      }
      reportBlankTotal(at: reference, path: path, sums, hasText: cell?.raw != nil)
      return AmountContent(
        content: rawContent(cell, at: reference, path: path), decimals: set.decimals, isFormula: false)
    }
    let text = amount.text(in: unit, decimals: set.decimals)
    let decimals = max(set.decimals, text.drop { $0 != "." }.dropFirst().count)
    guard let number = exactDouble(amount, unit: unit) else {
      report(.amountWrittenAsText, of: cell, at: reference, path: path, ["value": text])
      return AmountContent(content: .text(text), decimals: decimals, isFormula: false)
    }
    for sum in sums where sum.sum == amount {
      if let formula = sum.text(isEmpty: isEmpty) {
        return AmountContent(content: .formula(formula, result: number), decimals: decimals, isFormula: true)
      }
    }
    if let sum = sums.first, !sums.contains(where: { $0.sum == amount }) {
      report(
        .totalDisagrees, of: cell, at: reference, path: path,
        ["value": text, "expected": sum.sum?.text(in: unit, decimals: set.decimals) ?? ""])
    }
    return AmountContent(content: .number(number), decimals: decimals, isFormula: false)
  }

  private mutating func reportBlankTotal(
    at reference: CellReference, path: LabelPath, _ sums: [SumFormula], hasText: Bool
  ) {
    guard !hasText, let sum = sums.first?.sum, sum != .zero else { return }
    report(
      .totalBlank, of: nil, at: reference, path: path, ["expected": sum.text(in: set.unit, decimals: set.decimals)])
  }

  /// The amount as the number that a workbook stores; nil where that would be another amount.
  func exactDouble(_ amount: Amount, unit: MoneyUnit) -> Double? {
    let text = amount.text(in: unit, decimals: 0)
    guard let number = DecimalNumber(text), number.atDoublePrecision == number else { return nil }
    return Double(text)
  }

  /// What is written where an amount or a code could not be read: its text, unless that would be taken for a value.
  mutating func rawContent(_ cell: FormCell?, at reference: CellReference, path: LabelPath) -> SheetPlan.Content {
    guard let cell, cell.inherited == nil else { return .blank }
    if let raw = cell.raw, !raw.isEmpty {
      guard case .number(let number) = AmountText.read(raw, unit: set.unit), number.amount(in: set.unit) != nil else {
        return .text(raw)
      }
    }
    report(
      .contentNotWritten, of: cell, at: reference, path: path, ["text": cell.raw ?? cell.formula.map { "=" + $0 } ?? ""]
    )
    return .blank
  }

  /// What is written for a text, a name or a code.
  mutating func textContent(_ cell: FormCell?, at reference: CellReference, path: LabelPath) -> SheetPlan.Content {
    guard let text = cell?.value?.text else {
      if let amount = cell?.value?.amount { return .text(amount.text(in: set.unit, decimals: set.decimals)) }
      return rawContent(cell, at: reference, path: path)
    }
    return .text(text)
  }

  /// The part of a sum that a cell of the model is.
  func part(_ cell: FormCell?, at reference: CellReference, unit: MoneyUnit) -> SumFormula.Part {
    SumFormula.Part(
      reference: reference, amount: cell?.value?.amount, isText: cell.map { $0.value == nil && $0.raw != nil } ?? false,
      isTextOfAmount: cell?.value?.amount.map { exactDouble($0, unit: unit) == nil } ?? false)
  }
}
