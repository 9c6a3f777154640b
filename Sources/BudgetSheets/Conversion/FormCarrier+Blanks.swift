extension FormCarrier {
  /// The parts of the newer form that take over a total of the older one that is blank somewhere though something that it
  /// holds has an amount there: what they come to is not known.
  var unknownTargets: Set<FormPart.ID> {
    let blank = blankHolders
    var unknown: Set<FormPart.ID> = []
    for (target, source) in plan.sources {
      switch source {
      case .same(let ids), .join(let ids, _):
        for id in ids where blank.contains(id) { unknown.insert(target) }
      case .cells(let cells, _):
        for cell in cells where blank.contains(cell.part) { unknown.insert(target) }
      }
    }
    return unknown
  }

  /// The totals of the older form that are blank though something that they hold has an amount.
  private var blankHolders: Set<FormPart.ID> {
    var pairs: [(whole: FormPart.ID, part: FormPart.ID)] = []
    for (part, whole) in plan.contained { pairs.append((whole, part)) }
    let form = plan.predecessor
    for leaf in form.leaves {
      for part in leaf.sum { pairs.append((.column(leaf.path), .column(part))) }
    }
    for (number, pane) in form.panes.enumerated() {
      for (index, fixed) in pane.fixedRows.enumerated() {
        for (other, row) in pane.fixedRows.enumerated() where fixed.sum.contains(row.path) {
          pairs.append(
            (
              .row(FormPart.PrintedRow(pane: number, row: index)), .row(FormPart.PrintedRow(pane: number, row: other))
            ))
        }
      }
    }
    for amount in form.labelledAmounts {
      for part in amount.sum { pairs.append((.field(amount.path), .field(part))) }
    }
    var blank: Set<FormPart.ID> = []
    for (whole, part) in pairs where isBlank(whole, though: part) { blank.insert(whole) }
    return blank
  }

  private func isBlank(_ whole: FormPart.ID, though part: FormPart.ID) -> Bool {
    switch (whole, part) {
    case (.column(let whole), .column(let part)):
      return data.rows.contains { Self.says($0.amount(part)) && $0.amount(whole) == nil }
    case (.row(let whole), .row(let part)):
      guard let part = row(part)?.row, let whole = row(whole)?.row else { return false }
      return part.cells.contains { Self.says($0.value.value?.amount) && whole.amount($0.key) == nil }
    case (.field(let whole), .field(let part)):
      return Self.says(data.fields[part]?.value?.amount) && data.fields[whole]?.value?.amount == nil
    default: return false
    }
  }

  private static func says(_ amount: Amount?) -> Bool { amount.map { $0 != .zero } ?? false }
}
