extension Remainders {
  /// What was not carried over, each with the reason.
  func left() -> [ConversionRemainder] {
    let names = FormParts(form, synonyms: [])
    let holding = Holding(self)
    return cells { origin, cell in
      if origin.row != nil, holding.totals.contains(origin.path) {
        let name = names.name(.column(origin.path))
        return holding.isInTotal(origin) ? .contained(name) : .notCounted(name)
      }
      for id in holding.parts(of: origin) {
        if let text = cell.effectiveText, let reason = plan?.omitted[id]?[text] { return .notCarried(reason) }
        if let reason = plan?.dropped[id] { return .notCarried(reason) }
        if let whole = plan?.contained[id] {
          return holding.isHeld(origin, by: whole) ? .contained(names.name(whole)) : .notCounted(names.name(whole))
        }
      }
      if let index = origin.row, withoutPlace.contains(index) {
        return holding.isTotalOfOthers(origin) ? .totalOfOthers : .noRow
      }
      return .noSuccessor
    }
  }
}

/// Tells whether what was not carried over is counted in something that was.
private struct Holding {
  let source: Remainders
  /// The columns of which the total goes over.
  let totals: Set<LabelPath>
  /// The printed rows by pane and key, and where they stand.
  private var places: [String: [String: FormPart.PrintedRow]] = [:]
  private var positions: [FormPart.PrintedRow: Int] = [:]
  /// The rows that add up to each, and the row that each is part of.
  private var below: [Int: [Int]] = [:]
  private var above: [Int: Int] = [:]
  /// The total row of each pane.
  private var totalRows: [String: Int] = [:]
  private let amounts: Set<LabelPath>

  init(_ source: Remainders) {
    self.source = source
    totals = source.plan?.totals ?? []
    let form = source.form
    amounts = Set(form.leaves.filter(\.isAmount).map(\.path) + form.labelledAmounts.map(\.path))
    for (number, pane) in form.panes.enumerated() {
      for (row, fixed) in pane.fixedRows.enumerated() {
        places[pane.name ?? "", default: [:]][fixed.path.description] = FormPart.PrintedRow(pane: number, row: row)
      }
      let own = source.data.rows.indices.filter { source.data.rows[$0].pane == pane.name }
      if let total = own.first(where: { source.data.rows[$0].kind == .total }) { totalRows[pane.name ?? ""] = total }
      for (index, parts) in LevelParts.parts(of: own.map { source.data.rows[$0] }, levels: pane.levels) {
        below[own[index]] = parts.map { own[$0] }
        for part in parts { above[own[part]] = own[index] }
      }
    }
    for (index, row) in source.data.rows.enumerated() {
      guard let place = places[row.pane ?? ""]?[row.key], positions[place] == nil else { continue }
      positions[place] = index
    }
  }

  /// The parts of the form that a cell belongs to.
  func parts(of origin: FormCarrier.Origin) -> [FormPart.ID] {
    guard let index = origin.row else { return [.field(origin.path), .column(origin.path.itemized.path)] }
    let row = source.data.rows[index]
    var ids: [FormPart.ID] = [.column(origin.path)]
    if let place = places[row.pane ?? ""]?[row.key] { ids.append(.row(place)) }
    return ids
  }

  private func cell(_ origin: FormCarrier.Origin) -> FormCell? {
    guard let index = origin.row else { return source.data.fields[origin.path] }
    return source.data.rows[index].cells[origin.path]
  }

  private func amount(_ origin: FormCarrier.Origin) -> Amount? { cell(origin)?.value?.amount }

  /// Whether a cell says something that stands in the newer form.
  private func isCarried(_ origin: FormCarrier.Origin) -> Bool {
    source.consumed.contains(origin) && !source.lost.contains(origin) && cell(origin)?.value != nil
  }

  /// Whether a cell is counted in the carried total of its column.
  func isInTotal(_ origin: FormCarrier.Origin) -> Bool {
    guard let index = origin.row, source.data.rows[index].kind != .unclassified else { return false }
    if let total = totalRows[source.data.rows[index].pane ?? ""] {
      return isCarried(FormCarrier.Origin(row: total, path: origin.path))
    }
    var row = above[index]
    while let next = row {
      if isCarried(FormCarrier.Origin(row: next, path: origin.path)) { return true }
      row = above[next]
    }
    return false
  }

  /// Whether a cell is counted in the part of the form that is said to contain it.
  func isHeld(_ origin: FormCarrier.Origin, by whole: FormPart.ID, steps: Int = 0) -> Bool {
    guard steps < 16, let holder = holder(of: origin, in: whole), cell(holder)?.value != nil else { return false }
    if amount(origin) != nil {
      guard amount(holder) != nil, agrees(holder, whole, with: origin) else { return false }
    }
    if isCarried(holder) { return true }
    if holder.row != nil, totals.contains(holder.path) { return isInTotal(holder) }
    for id in parts(of: holder) {
      if let next = source.plan?.contained[id] { return isHeld(holder, by: next, steps: steps + 1) }
    }
    return false
  }

  /// The cell of the whole that belongs to a cell of a part.
  private func holder(of origin: FormCarrier.Origin, in whole: FormPart.ID) -> FormCarrier.Origin? {
    switch whole {
    case .column(let path):
      guard origin.row == nil else { return FormCarrier.Origin(row: origin.row, path: path) }
      return FormCarrier.Origin(row: nil, path: path.item(origin.path.itemized.item))
    case .row(let place): return positions[place].map { FormCarrier.Origin(row: $0, path: origin.path) }
    case .field(let path): return FormCarrier.Origin(row: nil, path: path)
    }
  }

  /// Whether a whole that the form itself adds up from the cell is what its parts come to.
  private func agrees(
    _ holder: FormCarrier.Origin, _ whole: FormPart.ID, with origin: FormCarrier.Origin
  ) -> Bool {
    var parts: [FormCarrier.Origin] = []
    switch whole {
    case .column(let path):
      for part in source.form.leaves.first(where: { $0.path == path })?.sum ?? [] {
        parts.append(FormCarrier.Origin(row: holder.row, path: part))
      }
    case .row(let place):
      let pane = source.form.panes[place.pane]
      for part in pane.fixedRows[place.row].sum {
        guard let place = places[pane.name ?? ""]?[part.description], let index = positions[place] else { continue }
        parts.append(FormCarrier.Origin(row: index, path: holder.path))
      }
    case .field(let path):
      for part in source.form.labelledAmounts.first(where: { $0.path == path })?.sum ?? [] {
        parts.append(FormCarrier.Origin(row: nil, path: part))
      }
    }
    guard parts.contains(origin), let total = amount(holder) else { return true }
    var sum: Int128 = 0
    for part in parts { sum += Int128(amount(part)?.fen ?? 0) }
    return sum == Int128(total.fen)
  }

  /// Whether the rows that a row adds up say what stands in it.
  func isTotalOfOthers(_ origin: FormCarrier.Origin, steps: Int = 0) -> Bool {
    guard steps < 16, let index = origin.row, let parts = below[index], !parts.isEmpty else { return false }
    guard amounts.contains(origin.path) else { return true }
    guard let total = amount(origin) else { return false }
    var sum: Int128 = 0
    for part in parts {
      let cell = FormCarrier.Origin(row: part, path: origin.path)
      guard let amount = amount(cell) else { continue }
      let isThere =
        isCarried(cell) || source.withoutPlace.contains(part) && isTotalOfOthers(cell, steps: steps + 1)
      guard isThere || amount == .zero else { return false }
      sum += Int128(amount.fen)
    }
    return sum == Int128(total.fen)
  }
}
