import XlsxPackage

/// Which changes of a log are taken back, and what they come to in each cell.
struct UndoSelection {
  /// The last changes of one cell, as one.
  struct Chain {
    var address: SheetAddress
    var place: Place
    /// What the cell held before the first of them.
    var before: CellState
    /// What it holds after the last one.
    var after: CellState
  }

  /// The places of the changes in the log.
  let indices: Set<Int>
  /// A chain for each cell, in the order of the log.
  let chains: [Chain]

  /// Selects changes.
  ///
  /// Where the log knows no sheet by the name of a cell's, upper and lower case are the same.
  ///
  /// - Throws: An ``UndoError`` where nothing is selected, a later change to the same cell or one that belongs to a selected one
  ///   is not, or the log is not sound.
  init(_ changes: [CellChange], codes: Set<RepairCode>?, cells: Set<SheetAddress>?) throws(UndoError) {
    var byCell: [SheetAddress: [Int]] = [:]
    var order: [SheetAddress] = []
    for (index, change) in changes.enumerated() {
      let address = try Self.address(of: change)
      if let last = byCell[address]?.last {
        guard changes[last].after.holdsExactly(change.before) else { throw .malformed(change.place, code: change.code) }
        byCell[address]?.append(index)
      } else {
        byCell[address] = [index]
        order.append(address)
      }
    }
    let cells = cells.map { Self.named($0, in: changes) }
    var indices: Set<Int> = []
    var chains: [Chain] = []
    for address in order {
      let all = byCell[address] ?? []
      if let cells, !cells.contains(address) { continue }
      let isSelected = all.map { codes?.contains(changes[$0].code) ?? true }
      guard let first = isSelected.firstIndex(of: true), let last = all.last else { continue }
      let later = all.indices.filter { $0 > first && !isSelected[$0] }.map { changes[all[$0]].code }
      if !later.isEmpty {
        throw .changedLater(changes[all[first]].place, code: changes[all[first]].code, by: later)
      }
      indices.formUnion(all[first...])
      chains.append(
        Chain(
          address: address, place: changes[all[first]].place, before: changes[all[first]].before,
          after: changes[last].after))
    }
    if chains.isEmpty { throw .nothingSelected }
    try Self.checkWholes(changes, selected: indices)
    self.indices = indices
    self.chains = chains
  }

  /// The cell of a change, of which the log must be able to tell what it held.
  private static func address(of change: CellChange) throws(UndoError) -> SheetAddress {
    guard let address = change.address, change.before.isRestorable, change.after.isRestorable else {
      throw .malformed(change.place, code: change.code)
    }
    return address
  }
}

extension CellState {
  /// Whether a cell can be made to hold it again: no repair changes an error value.
  var isRestorable: Bool { kind != .error && isWellFormed && formula?.isEmpty != true }

  /// Whether another state has the same content, digit by digit, whatever the formats.
  func holdsExactly(_ other: CellState) -> Bool {
    // Whether a number is a date is a matter of its format.
    func plain(_ kind: Kind) -> Kind { kind == .date ? .number : kind }
    return plain(kind) == plain(other.kind) && text.unicodeScalars.elementsEqual(other.text.unicodeScalars)
      && hasFormula(of: other)
  }

  /// Whether another state has the same formula, or neither has one.
  private func hasFormula(of other: CellState) -> Bool {
    (formula == nil) == (other.formula == nil)
      && (formula ?? "").unicodeScalars.elementsEqual((other.formula ?? "").unicodeScalars)
  }
}
