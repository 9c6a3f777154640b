import XlsxPackage

/// Holds a cleaned workbook, as it is read again, against the submitted one: every cell as it was or as the log says, every
/// amount the same.
struct CleaningVerification {
  private let before: BookReading
  private let after: BookReading
  private var codes: [SheetAddress: Set<RepairCode>] = [:]
  private var states: [SheetAddress: CellState] = [:]

  init(before: BookReading, after: BookReading, changes: [CellChange]) {
    self.before = before
    self.after = after
    for change in changes {
      guard let address = change.address else { continue }
      codes[address, default: []].insert(change.code)
      states[address] = change.after
    }
  }

  /// The first place that is not as it should be; nil where all are.
  func fault() -> Place? {
    guard before.set.name == after.set.name, before.grids.map(\.name) == after.grids.map(\.name),
      before.book.forms.map(\.form) == after.book.forms.map(\.form)
    else { return Place() }
    for (old, new) in zip(before.grids, after.grids) {
      if let cell = fault(old, new) { return Place(sheet: old.name, cell: cell) }
    }
    return faultInBook()
  }

  // MARK: Cells

  /// The first cell of a sheet that holds anything else than it should.
  private func fault(_ old: SheetGrid, _ new: SheetGrid) -> CellReference? {
    var expected: [CellReference: CellState] = [:]
    for row in old.rows { for cell in row.cells { expected[cell.reference] = CellState(cell) } }
    for (address, state) in states where address.sheet == old.name {
      // The grid of a sheet holds no cell that says nothing.
      let isBlank = state.kind == .blank && state.formula == nil
      expected[address.cell] = isBlank ? nil : state
    }
    var count = 0
    for row in new.rows {
      for cell in row.cells {
        count += 1
        let state = CellState(cell)
        guard let wanted = expected[cell.reference], state.holdsSame(as: wanted) else { return cell.reference }
        let isChanged = states[SheetAddress(sheet: old.name, cell: cell.reference)] != nil
        if !isChanged, state.format != wanted.format { return cell.reference }
      }
    }
    if count == expected.count { return nil }
    let found = Set(new.rows.flatMap(\.cells).map(\.reference))
    return expected.keys.filter { !found.contains($0) }.min()
  }

  // MARK: What is read

  /// The first cell of a form that reads otherwise than it should.
  private func faultInBook() -> Place? {
    let old = Self.values(of: before.book)
    let new = Self.values(of: after.book)
    for (address, value) in old {
      if !agrees(value, new[address], at: address) { return Place(sheet: address.sheet, cell: address.cell) }
    }
    for (address, value) in new where old[address] == nil && value.value.amount != nil {
      if !isProposed(value, at: address) { return Place(sheet: address.sheet, cell: address.cell) }
    }
    return nil
  }

  private func agrees(_ old: Value, _ new: Value?, at address: SheetAddress) -> Bool {
    let codes = codes[address] ?? []
    switch old.value {
    case .amount(let amount):
      if new?.value.amount == amount || new.map({ isProposed($0, at: address) }) ?? false { return true }
      if new != nil { return false }
      return amount == .zero && codes.contains(.zeroForNil) || isProposedBlank(at: address)
    case .text(let text):
      // What a changed cell holds was compared; an unchanged one goes on to say the same.
      return codes.isEmpty ? new?.value.text.map { $0.utf8.elementsEqual(text.utf8) } ?? false : new != nil
    }
  }

  private func isSuggested(_ address: SheetAddress) -> Bool {
    codes[address]?.contains { Cleaner.description(of: $0).repairClass == .suggested } ?? false
  }

  /// Whether an amount is the one that a suggestion proposed.
  private func isProposed(_ value: Value, at address: SheetAddress) -> Bool {
    guard isSuggested(address), let state = states[address], state.kind == .number, let amount = value.value.amount
    else {
      return false
    }
    return DecimalNumber(state.text)?.amount(in: value.unit ?? after.set.unit)?.amount == amount
  }

  private func isProposedBlank(at address: SheetAddress) -> Bool {
    isSuggested(address) && states[address]?.kind == .blank
  }

  /// What was read from a cell.
  private struct Value {
    var value: FormValue
    var unit: MoneyUnit?
  }

  private static func values(of book: Book) -> [SheetAddress: Value] {
    var values: [SheetAddress: Value] = [:]
    for form in book.forms {
      guard let sheet = form.sheet else { continue }
      for cells in form.rows.map(\.cells) + [form.fields] {
        for cell in cells.values {
          guard let reference = cell.reference, let value = cell.value else { continue }
          values[SheetAddress(sheet: sheet, cell: reference)] = Value(value: value, unit: cell.unit)
        }
      }
    }
    return values
  }
}
