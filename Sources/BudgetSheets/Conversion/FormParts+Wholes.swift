extension FormParts {
  /// All parts that a part holds already: those that it adds up, and those that are only a part (其中) of it.
  func below(_ whole: FormPart.ID) -> Set<FormPart.ID> {
    var below: Set<FormPart.ID> = []
    var open = directlyBelow(whole)
    while let next = open.popLast() {
      guard next != whole, below.insert(next).inserted else { continue }
      open += directlyBelow(next)
    }
    return below
  }

  private func directlyBelow(_ whole: FormPart.ID) -> [FormPart.ID] {
    var found: [FormPart.ID] = []
    switch whole {
    case .column(let path):
      for leaf in form.leaves {
        if leaf.path == path { found += leaf.sum.map { .column($0) } }
        if leaf.partOf == path { found.append(.column(leaf.path)) }
      }
    case .row(let place):
      let rows = form.panes[place.pane].fixedRows
      let row = rows[place.row]
      for (index, other) in rows.enumerated() where row.sum.contains(other.path) || other.partOf == row.path {
        found.append(.row(FormPart.PrintedRow(pane: place.pane, row: index)))
      }
    case .field(let path):
      for amount in form.labelledAmounts where amount.path == path { found += amount.sum.map { .field($0) } }
    }
    return found
  }
}
