import XlsxPackage

/// Holds a cleaned book against the submitted one: every amount the same, every other cell as the log says.
struct CleaningVerification {
  private let before: Book
  private let after: Book
  private var codes: [SheetAddress: Set<RepairCode>] = [:]
  private var states: [SheetAddress: CellState] = [:]

  init(before: Book, after: Book, changes: [CellChange]) {
    self.before = before
    self.after = after
    for change in changes {
      guard let address = change.address else { continue }
      codes[address, default: []].insert(change.code)
      states[address] = change.after
    }
  }

  /// The first place that does not read as it should; nil where all do.
  func fault() -> Place? {
    guard before.forms.count == after.forms.count else { return Place() }
    for (old, new) in zip(before.forms, after.forms) {
      let whole = Place(form: old.form, sheet: old.sheet)
      guard old.form == new.form, old.sheet == new.sheet, old.rows.count == new.rows.count,
        old.notes.count == new.notes.count
      else { return whole }
      for (first, second) in zip(old.rows, new.rows) {
        if let place = fault(first.cells, second.cells, whole) { return place }
      }
      if let place = fault(old.fields, new.fields, whole) { return place }
    }
    return nil
  }

  private func fault(_ old: [LabelPath: FormCell], _ new: [LabelPath: FormCell], _ form: Place) -> Place? {
    for path in Set(old.keys).union(new.keys) {
      let first = old[path]
      let second = new[path]
      var place = form
      place.path = path
      place.cell = first?.reference ?? second?.reference
      guard let sheet = form.sheet, let cell = place.cell else { continue }
      if !agree(first, second, at: SheetAddress(sheet: sheet, cell: cell)) { return place }
    }
    return nil
  }

  private func agree(_ first: FormCell?, _ second: FormCell?, at address: SheetAddress) -> Bool {
    let codes = codes[address] ?? []
    let isSuggested = codes.contains { Cleaner.description(of: $0).repairClass == .suggested }
    switch (first?.value, second?.value) {
    case (.amount(let old), .amount(let new)): return old == new || isSuggested
    case (.amount(let old), nil): return isSuggested || old == .zero && codes.contains(.zeroForNil)
    case (nil, .amount): return isSuggested
    case (.amount, .text), (.text, .amount): return false
    case (let old, let new):
      if codes.isEmpty { return old == new }
      guard let state = states[address], state.kind == .text else { return new == nil }
      return new?.text == state.text
    }
  }
}
