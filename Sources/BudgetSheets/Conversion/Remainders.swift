/// Lists what of an older form found no place in its successor.
struct Remainders {
  let form: FormDefinition
  let set: FormSet
  let data: FormData
  /// How the form goes over; nil where nothing succeeds it.
  var plan: FormPlan?
  var consumed: Set<FormCarrier.Origin> = []
  /// Those of them that were listed: no sum holds them.
  var lost: Set<FormCarrier.Origin> = []
  /// The cells that count in the sum of the form.
  var inputs: Set<FormCarrier.Origin> = []
  /// The rows of a kind that the newer form does not have.
  var withoutPlace: Set<Int> = []

  init(form: FormDefinition, set: FormSet, data: FormData) {
    self.form = form
    self.set = set
    self.data = data
  }

  /// Everything in the form.
  func all(reason: ConversionRemainder.Reason) -> [ConversionRemainder] {
    var left = cells { _, _ in reason }
    for note in data.notes {
      left.append(
        ConversionRemainder(
          form: form.form, sheet: data.sheet, cell: note.reference, value: .text(note.text), reason: reason))
    }
    return left
  }

  /// The cells that say something and were not carried over, in the order of the form.
  func cells(
    reason: (FormCarrier.Origin, FormCell) -> ConversionRemainder.Reason
  ) -> [ConversionRemainder] {
    var left: [ConversionRemainder] = []
    let leaves = form.leaves
    for (index, row) in data.rows.enumerated() {
      for (path, cell) in row.cells.sorted(by: { "\($0.key)" < "\($1.key)" }) {
        let origin = FormCarrier.Origin(row: index, path: path)
        let isAmount = leaves.first { $0.path == path }?.isAmount ?? false
        guard !consumed.contains(origin), says(cell, isAmount: isAmount), !isLabel(row, path, cell) else { continue }
        left.append(remainder(origin, cell, reason: reason(origin, cell)))
      }
    }
    let amounts = Set(form.labelledAmounts.map(\.path))
    for (path, cell) in data.fields.sorted(by: { "\($0.key)" < "\($1.key)" }) {
      let origin = FormCarrier.Origin(row: nil, path: path)
      guard !consumed.contains(origin), says(cell, isAmount: amounts.contains(path)) else { continue }
      left.append(remainder(origin, cell, reason: reason(origin, cell)))
    }
    return left
  }

  /// A cell that was not carried over.
  func remainder(
    _ origin: FormCarrier.Origin, _ cell: FormCell, reason: ConversionRemainder.Reason
  ) -> ConversionRemainder {
    var remainder = ConversionRemainder(
      form: form.form, sheet: data.sheet, cell: cell.reference, path: origin.path, value: cell.value,
      raw: cell.raw ?? cell.formula.map { "=" + $0 }, reason: reason)
    remainder.isInput = inputs.contains(origin)
    if let index = origin.row {
      remainder.row = form.rowName(of: data.rows[index], totalLabel: set.labels.total.first ?? "")
      remainder.pane = data.rows[index].pane
    }
    return remainder
  }

  /// Whether a cell says something of its own: what it takes from above was said there.
  private func says(_ cell: FormCell, isAmount: Bool) -> Bool {
    if cell.value != nil { return true }
    if cell.inherited != nil { return false }
    guard let raw = cell.raw else { return cell.formula != nil || !isAmount }
    return !isAmount || AmountText.read(raw, unit: data.unit) != .nothing
  }

  /// Whether a text is a label that the form prints.
  private func isLabel(_ row: FormRow, _ path: LabelPath, _ cell: FormCell) -> Bool {
    guard let text = cell.effectiveText else { return false }
    if row.kind == .total {
      return (set.labels.total + [row.key]).contains { LabelText.normalize($0) == LabelText.normalize(text) }
    }
    guard row.kind == .fixed, let pane = form.panes.first(where: { $0.name == row.pane }) else { return false }
    return form.leaves[pane.labels].contains { $0.path == path }
  }
}
