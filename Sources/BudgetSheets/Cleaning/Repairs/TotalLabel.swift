import XlsxPackage

/// Labels a total row whose label is missing.
struct TotalLabel: Repair {
  static let description = RepairDescription(
    .totalLabel, .noted, mess: ["L2"], findings: [.amountUnclassified, .totalRowMissing],
    chinese: .init(
      name: "补写合计行的标签", reason: "该行没有标签，各栏金额都等于各行之和，补写“{label}”",
      limits: "须是表中唯一没有文字的行、没有其他合计行、至少两行明细，且每一栏都等于下一级各行之和；否则只报告。"),
    english: .init(
      name: "labels of total rows",
      reason: "the row had no label, and every amount in it is the sum of the rows: “{label}”",
      limits:
        "only the one row without texts, where there is no other total row and two details at least, and only if each of its columns is the sum of the next level; else it is only told."
    ))

  func proposal(for work: CleaningWork) -> Proposal {
    var proposal = Proposal()
    for data in work.book.forms {
      guard let form = work.set.form(data.form), form.panes.count == 1, let pane = form.panes.first,
        let total = pane.levels.first(where: { $0.kind == .total }), let label = total.label,
        let row = Self.unlabelledTotal(of: data, in: pane), let sheet = data.sheet,
        let line = row.cells.values.compactMap(\.reference).first?.row,
        let path = total.labelColumn ?? form.leaves.first?.path, let column = data.blanks.columns[path]
      else { continue }
      let place = Place(
        form: data.form, sheet: sheet, cell: CellReference(row: line, column: column),
        row: RowName(key: label, name: label), path: path)
      let before = work.state(of: SheetAddress(sheet: sheet, cell: CellReference(row: line, column: column)))
      guard before.kind == .blank, before.formula == nil else { continue }
      let after = CellState(kind: .text, text: label, format: before.format)
      if let change = work.change(place, code, to: after, ["label": label]) { proposal.changes.append(change) }
    }
    return proposal
  }

  /// The one row without texts in which each amount is the sum of the rows of the highest level; nil where there is none.
  private static func unlabelledTotal(of data: FormData, in pane: Pane) -> FormRow? {
    let bare = data.rows.filter { row in
      row.kind == .unclassified && row.cells.values.allSatisfy { $0.effectiveText == nil }
    }
    guard bare.count == 1, let row = bare.first, !data.rows.contains(where: { $0.kind == .total }),
      data.rows.count(where: { $0.kind == .detail }) >= 2,
      let level = pane.levels.first(where: { level in
        level.kind != .total && data.rows.contains { $0.kind == level.kind }
      })
    else { return nil }
    let parts = data.rows.filter { $0.kind == level.kind }
    let paths = Set((parts + [row]).flatMap { $0.cells.keys })
    var hasAmount = false
    for path in paths {
      var sum = Amount.zero
      for part in parts {
        guard let cell = part.cells[path] else { continue }
        // What cannot be read cannot be added.
        if cell.value == nil, cell.raw != nil, cell.inherited == nil { return nil }
        guard let amount = cell.value?.amount else { continue }
        guard let next = sum.adding(amount) else { return nil }
        sum = next
      }
      let own = row.cells[path]?.value?.amount
      if row.cells[path] != nil, own == nil { return nil }
      if (own ?? .zero) != sum { return nil }
      hasAmount = hasAmount || sum != .zero
    }
    return hasAmount ? row : nil
  }
}
