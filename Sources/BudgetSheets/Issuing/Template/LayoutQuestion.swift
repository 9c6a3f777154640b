/// Something that a layout asks about the size of texts, some of which are placeholders.
enum LayoutQuestion: Sendable {
  case width(String, size: Double, isBold: Bool)
  case lines(String, width: Double, size: Double, isBold: Bool)
  case column(ColumnDefinition, ColumnWidths, unit: MoneyUnit, cells: [FormCell])

  /// The answer with values in the placeholders' stead.
  func answer(_ values: [String]) -> Double {
    switch self {
    case .width(let text, let size, let isBold):
      TextMeasure.plainWidth(LayoutRecord.fill(text, values), size: size, isBold: isBold)
    case .lines(let text, let width, let size, let isBold):
      Double(TextMeasure.plainLines(LayoutRecord.fill(text, values), width: width, size: size, isBold: isBold))
    case .column(let column, let widths, let unit, let cells):
      LayoutRecord.$current.withValue(nil) {
        widths.plainWidth(of: column, unit: unit, cells: cells.map { LayoutRecord.fill($0, values) })
      }
    }
  }
}
