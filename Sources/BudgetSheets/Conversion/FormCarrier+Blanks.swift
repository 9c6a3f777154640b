extension FormCarrier {
  /// The parts of the older form that are blank somewhere though what they contain has an amount there: what they come to
  /// is not known.
  var blankHolders: Set<FormPart.ID> {
    var blank: Set<FormPart.ID> = []
    var isDone = false
    while !isDone {
      isDone = true
      for (part, whole) in plan.contained where !blank.contains(whole) {
        // A whole of one that is blank is known where it says something itself.
        guard isBlank(whole, though: part) || blank.contains(part) && !saysAnything(whole) else { continue }
        blank.insert(whole)
        isDone = false
      }
    }
    return blank
  }

  private func isBlank(_ whole: FormPart.ID, though part: FormPart.ID) -> Bool {
    switch (whole, part) {
    case (.column(let whole), .column(let part)):
      return data.rows.contains { $0.amount(part) != nil && $0.amount(whole) == nil }
    case (.row(let whole), .row(let part)):
      guard let part = row(part)?.row, let whole = row(whole)?.row else { return false }
      return part.cells.contains { $0.value.value?.amount != nil && whole.amount($0.key) == nil }
    case (.field(let whole), .field(let part)):
      return data.fields[part]?.value?.amount != nil && data.fields[whole]?.value?.amount == nil
    default: return false
    }
  }

  private func saysAnything(_ part: FormPart.ID) -> Bool {
    switch part {
    case .column(let path): data.rows.contains { $0.amount(path) != nil }
    case .row(let place): row(place)?.row.cells.values.contains { $0.value?.amount != nil } ?? false
    case .field(let path): data.fields[path]?.value?.amount != nil
    }
  }
}
