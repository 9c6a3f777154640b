import XlsxPackage

extension CellState {
  /// What a cell of a sheet holds.
  init(_ cell: SheetGrid.Cell) {
    let kind: Kind
    switch cell.kind {
    case .number: kind = .number
    case .text: kind = .text
    case .boolean: kind = .boolean
    case .error: kind = .error
    case .date: kind = .date
    case .formulaOnly: kind = .blank
    }
    self.init(kind: kind, text: kind == .blank ? "" : cell.text, format: cell.numberFormat, formula: cell.formula)
  }
}

extension SheetGrid.Cell {
  /// A cell that holds a state; nil for a blank one.
  init?(_ state: CellState, at reference: CellReference) {
    let kind: SheetGrid.Kind
    switch state.kind {
    case .blank:
      if state.formula == nil { return nil }
      kind = .formulaOnly
    case .number: kind = .number
    case .text: kind = .text
    case .boolean: kind = .boolean
    case .error: kind = .error
    case .date: kind = .date
    }
    self.init(
      reference: reference, kind: kind, text: state.text, formula: state.formula, numberFormat: state.format,
      label: kind == .text ? LabelText.normalize(state.text) : "")
  }
}
