extension FormCarrier {
  /// What of some rows of the older form goes into a column of the newer one; nil where nothing does.
  mutating func cell(of column: ColumnDefinition, in rows: [(index: Int, row: FormRow)]) -> FormCell? {
    switch plan.sources[.column(column.path)] {
    case .same(let ids): take(cells(of: ids, in: rows), isAmount: column.isAmount)
    case .join(let ids, let omit): join(cells(of: ids, in: rows), omit: omit)
    default: nil
    }
  }

  /// What stands in some columns of the older form, row by row.
  private func cells(
    of ids: [FormPart.ID], in rows: [(index: Int, row: FormRow)]
  ) -> [(origin: Origin, cell: FormCell)] {
    var cells: [(origin: Origin, cell: FormCell)] = []
    for (index, row) in rows {
      for case .column(let path) in ids {
        if let cell = row.cells[path] { cells.append((Origin(row: index, path: path), cell)) }
      }
    }
    return cells
  }

  /// What single amounts of the older form come to; nil where they are blank.
  mutating func single(_ sources: [FormPlan.Cell]) -> FormCell? {
    var cells: [(origin: Origin, cell: FormCell)] = []
    for source in sources {
      switch source {
      case .row(let place, let path):
        if let (index, row) = row(place), let cell = row.cells[path] {
          cells.append((Origin(row: index, path: path), cell))
        }
      case .total(let path): cells += total(of: path)
      case .field(let path):
        if let cell = data.fields[path] { cells.append((Origin(row: nil, path: path), cell)) }
      }
    }
    return take(cells, isAmount: true)
  }

  /// The cells that make up the total of a column: that of the total row, else of the rows that are part of no other.
  private func total(of path: LabelPath) -> [(origin: Origin, cell: FormCell)] {
    guard let leaf = plan.predecessor.leaves.firstIndex(where: { $0.path == path }),
      let pane = plan.predecessor.panes.first(where: { $0.leaves.contains(leaf) })
    else { return [] }
    let own = data.rows.indices.filter { data.rows[$0].pane == pane.name && data.rows[$0].kind != .unclassified }
    let below = Set(LevelParts.parts(of: own.map { data.rows[$0] }, levels: pane.levels).values.joined())
    let hasTotal = own.contains { data.rows[$0].kind == .total }
    var cells: [(origin: Origin, cell: FormCell)] = []
    for (position, index) in own.enumerated()
    where hasTotal ? data.rows[index].kind == .total : !below.contains(position) {
      if let cell = data.rows[index].cells[path] { cells.append((Origin(row: index, path: path), cell)) }
    }
    return cells
  }

  // MARK: One cell of several

  /// One cell of the older form as it is, or the sum of several; nil where nothing is said.
  mutating func take(_ cells: [(origin: Origin, cell: FormCell)], isAmount: Bool) -> FormCell? {
    var saying: [(origin: Origin, cell: FormCell)] = []
    for (origin, cell) in cells {
      if says(cell, isAmount: isAmount) {
        saying.append((origin, cell))
      } else {
        consumed.insert(origin)
      }
    }
    guard let first = saying.first else { return nil }
    // What goes into two places counts, and is told, once.
    let fresh = saying.filter { consumed.insert($0.origin).inserted }
    let unread = saying.filter { !Self.isRead($0.cell, isAmount: isAmount) }
    if saying.count == 1, unread.isEmpty {
      carried += fresh.count
      return FormCell(reference: first.cell.reference, value: first.cell.value, inherited: first.cell.inherited)
    }
    if !unread.isEmpty {
      // Without one of its addends there is no sum; the others are told too.
      for (origin, cell) in fresh { leave(origin, cell, .unreadable) }
      // In another unit the same text would say another amount.
      if isAmount, unread.contains(where: { unit(of: $0.cell) != to.unit }) { return .unknown }
    } else {
      guard isAmount else {
        carried += fresh.count
        return Self.joined(saying.map(\.cell))
      }
      var sum: Amount? = .zero
      for (_, cell) in saying { sum = sum.flatMap { old in cell.value?.amount.flatMap(old.adding) } }
      if let sum {
        carried += fresh.count
        return FormCell(value: .amount(sum))
      }
      for (origin, cell) in fresh { leave(origin, cell, .tooLarge) }
    }
    let texts = saying.map { text(of: $0.cell) }
    guard saying.count > 1 else {
      return texts[0].map { FormCell(reference: first.cell.reference, value: nil, raw: $0) }
    }
    return FormCell(value: nil, raw: texts.map { $0 ?? "?" }.joined(separator: " + "))
  }

  /// The texts of rows that are added up, each once.
  private static func joined(_ cells: [FormCell]) -> FormCell {
    var texts: [String] = []
    for cell in cells {
      if let text = cell.effectiveText, !texts.contains(text) { texts.append(text) }
    }
    return FormCell(value: .text(texts.joined(separator: "；")))
  }

  /// The texts of some cells one after the other, without some words.
  mutating func join(_ cells: [(origin: Origin, cell: FormCell)], omit: Set<String>) -> FormCell? {
    let omitted = Set(omit.map(LabelText.normalize))
    var text = ""
    var reference: FormCell?
    for (origin, cell) in cells {
      guard let part = cell.effectiveText else { continue }
      // What is left out is listed with its reason.
      if omitted.contains(LabelText.normalize(part)) { continue }
      if consumed.insert(origin).inserted { carried += 1 }
      text += part
      reference = reference ?? cell
    }
    return text.isEmpty ? nil : FormCell(reference: reference?.reference, value: .text(text))
  }

  /// Whether a cell says anything: a dash or a blank does not say an amount.
  private func says(_ cell: FormCell, isAmount: Bool) -> Bool {
    if cell.value != nil || cell.inherited != nil { return true }
    guard isAmount, let raw = cell.raw else { return cell.raw != nil || cell.formula != nil || !isAmount }
    return AmountText.read(raw, unit: data.unit) != .nothing
  }

  /// Whether a cell holds what it should.
  private static func isRead(_ cell: FormCell, isAmount: Bool) -> Bool {
    isAmount ? cell.value?.amount != nil : cell.value != nil || cell.inherited != nil
  }

  /// What stands in a cell, for a place where it cannot be read.
  private func text(of cell: FormCell) -> String? {
    if let amount = cell.value?.amount { return amount.text(in: to.unit, decimals: to.decimals) }
    return cell.raw ?? cell.value?.text ?? cell.formula.map { "=" + $0 }
  }

  /// The unit in which the text of a cell counts; nil where the sheet does not say it clearly.
  private func unit(of cell: FormCell) -> MoneyUnit? {
    if book.findings.contains(where: { $0.code == .unitUnclear && $0.form == data.form }) { return nil }
    return cell.unit ?? (data.sheet == nil ? data.unit : from.unit)
  }

  private mutating func leave(_ origin: Origin, _ cell: FormCell, _ reason: ConversionRemainder.Reason) {
    var remainders = Remainders(form: plan.predecessor, set: from, data: data)
    remainders.inputs = inputs
    var remainder = remainders.remainder(origin, cell, reason: reason)
    if reason == .unreadable, cell.value == nil, unit(of: cell) != to.unit { remainder.unit = unit(of: cell) }
    left.append(remainder)
    lost.insert(origin)
  }
}

extension FormCell {
  /// The place of an amount that was there and is not known: no sum is worked out from it. It is taken out in the end.
  static let unknown = FormCell(value: nil)
}
