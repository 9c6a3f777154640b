import XlsxWrite

/// Puts changes of cells into a copy of a workbook.
struct CellPatch {
  private let changes: [CellChange]

  init(_ changes: [CellChange]) {
    self.changes = changes
  }

  /// Says what each changed cell is to hold in the end.
  func apply(to patch: WorkbookPatch) throws(XlsxWriteError) {
    var first: [SheetAddress: CellState] = [:]
    var last: [SheetAddress: CellState] = [:]
    var order: [SheetAddress] = []
    for change in changes {
      guard let address = change.address else { continue }
      if first[address] == nil {
        first[address] = change.before
        order.append(address)
      }
      last[address] = change.after
    }
    for address in order {
      guard let before = first[address], let after = last[address], before != after else { continue }
      let sheet = try patch.worksheet(named: address.sheet)
      // What cannot be put back is refused here; of two contents the last one counts.
      for content in [before.content, after.content] { try sheet.set(content, at: address.cell) }
      if before.format == after.format { continue }
      for format in [before.format, after.format] {
        try sheet.restyle(address.cell, StyleChange(numberFormat: format))
      }
    }
  }
}

extension CellState {
  /// What the cell is to hold.
  var content: CellContent {
    if let formula {
      return switch kind {
      case .number, .date: .formula(formula, .number(text))
      case .boolean: .formula(formula, .boolean(text == "1"))
      case .text: .formula(formula, .text(text))
      case .blank, .error: .formula(formula, .unknown)
      }
    }
    return switch kind {
    case .blank: .nothing
    case .number, .date: .number(text)
    case .boolean: .boolean(text == "1")
    case .text, .error: .text(text)
    }
  }
}
