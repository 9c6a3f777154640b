public import XlsxRead

extension CellState {
  /// What a cell of a workbook holds, digit by digit and blank by blank.
  public init(_ cell: Cell) {
    let kind: Kind =
      switch cell.kind {
      case .blank: .blank
      case .number: .number
      case .text: .text
      case .boolean: .boolean
      case .error: .error
      case .date: .date
      }
    self.init(
      kind: kind, text: cell.rawText, format: cell.numberFormat, formula: cell.hasFormula ? cell.formula ?? "" : nil)
  }
}
