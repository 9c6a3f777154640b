/// Works out how wide the columns of a form must be.
struct ColumnWidths: Sendable {
  let set: FormSet
  /// The width of a column of amounts that its definition does not give.
  let usualAmountWidth: Double

  /// Works out widths for some columns: in forms of many columns, those of amounts are narrower.
  init(set: FormSet, columns: [ColumnDefinition]) {
    self.set = set
    usualAmountWidth = columns.count(where: \.isAmount) > 9 ? 7.8 : 9.5
  }

  /// The width of a column that holds some cells.
  func width(of column: ColumnDefinition, unit: MoneyUnit, cells: [FormCell]) -> Double {
    guard let record = LayoutRecord.current else { return plainWidth(of: column, unit: unit, cells: cells) }
    return record.answer(.column(column, self, unit: unit, cells: cells), about: cells)
  }

  /// The width of a column none of whose cells holds a placeholder.
  func plainWidth(of column: ColumnDefinition, unit: MoneyUnit, cells: [FormCell]) -> Double {
    switch column.kind {
    case .amount:
      cells.reduce(column.width ?? usualAmountWidth + Self.room(for: unit)) { max($0, amountWidth($1, unit: unit)) }
    case .code(let digits):
      cells.reduce(column.width ?? max(5, Double(digits ?? 8) + 1.5)) { max($0, min(codeWidth($1), 28)) }
    case .text:
      widened(column.width ?? 16, for: cells)
    }
  }

  /// The room that amounts need beyond those in 万元, which have fewer digits before the point than those in 元.
  private static func room(for unit: MoneyUnit) -> Double {
    Double(max(0, MoneyUnit.万元.exactDecimals - unit.exactDecimals)) * 1.4
  }

  /// The width that an amount needs in bold letters, since too narrow a cell shows hash marks only.
  func amountWidth(_ cell: FormCell, unit: MoneyUnit) -> Double {
    guard let amount = cell.value?.amount else { return 0 }
    return TextMeasure.width(printed(amount, unit: unit), size: FormStyle.bodySize, isBold: true) + 1.6
  }

  /// An amount as the number format shows it.
  private func printed(_ amount: Amount, unit: MoneyUnit) -> String {
    let text = amount.text(in: unit, decimals: set.decimals)
    let whole = text.prefix { $0 != "." }.count { $0.isNumber }
    return text + String(repeating: ",", count: max(0, (whole - 1) / 3))
  }

  private func codeWidth(_ cell: FormCell) -> Double {
    TextMeasure.width(cell.value?.text ?? "", size: FormStyle.bodySize, isBold: true) + 1.6
  }

  private func widened(_ width: Double, for cells: [FormCell]) -> Double {
    cells.reduce(width) { widened($0, for: $1, savingLinesUpTo: width * 1.3) }
  }

  /// A wider column where a text would need more lines than a row can show.
  private func widened(_ width: Double, for cell: FormCell, savingLinesUpTo limit: Double) -> Double {
    let text = cell.value?.text ?? cell.raw ?? ""
    var width = width
    // A little wider, where that saves a second line.
    let needed = TextMeasure.width(text, size: FormStyle.bodySize, isBold: true) + 0.9
    if needed > width, needed <= limit { width = needed }
    // Below that many characters no column is too narrow.
    if text.count < 60 { return width }
    while width < 90 {
      let lines = TextMeasure.lines(text, width: width, size: FormStyle.bodySize, isBold: true)
      if TextMeasure.height(lines: lines, size: FormStyle.bodySize) <= FormStyle.maximumRowHeight * 0.6 { break }
      width *= 1.25
    }
    return width
  }
}
