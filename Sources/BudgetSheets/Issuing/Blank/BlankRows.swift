/// The free rows of one form before anybody has filled anything in.
struct BlankRows {
  /// How many empty rows there are beside those of a year before.
  static let spareBesidePrior = 12

  private let levels: [RowLevel]
  private let leaves: [ColumnDefinition]
  private let department: DepartmentList.Department
  private let spareRows: Int?
  private let hasPrior: Bool
  private let prior: PriorRows
  private(set) var rows: [FormRow] = []
  /// The indexes of the rows after which a guard row stands.
  private(set) var guards: Set<Int> = []
  /// What became of rows of the year before that go with no unit of the list.
  private(set) var strays = PriorStrays()

  init(levels: [RowLevel], leaves: [ColumnDefinition], order: IssueOrder, prior: FormData?) {
    self.levels = levels
    self.leaves = leaves
    department = order.department
    spareRows = order.spareRows
    hasPrior = prior != nil
    self.prior = PriorRows(prior, levels: levels, leaves: leaves)
  }

  /// Makes the rows, from the total down.
  mutating func make() {
    guard let lowest = levels.last else { return }
    if levels.count == 1, lowest.key.isEmpty {
      // A form without keys is one row of amounts; it has nothing to be added to.
      rows = [FormRow(kind: lowest.kind, key: "")]
      return
    }
    let total = levels.first { $0.kind == .total }
    if let total, !total.isAtBottom { rows.append(FormRow(kind: .total, key: total.label ?? "")) }
    addRows(lowest)
    if let total, total.isAtBottom { rows.append(FormRow(kind: .total, key: total.label ?? "")) }
  }

  /// Adds the rows below the total.
  private mutating func addRows(_ lowest: RowLevel) {
    if let level = levels.first(where: { $0.kind == .department }), isPrinted(level) {
      rows.append(Self.row(of: level, code: department.code, name: department.name))
    }
    if lowest.kind == .department {
      addSpare(lowest, isEmpty: rows.last?.kind != .department)
    } else if lowest.kind == .unit {
      for unit in department.units {
        var row = Self.row(of: lowest, code: unit.code, name: unit.name)
        row.cells.merge(prior.cells(of: unit)) { own, _ in own }
        rows.append(row)
      }
      strays.leave(prior.cells(beside: department.units))
      addSpare(lowest, isEmpty: department.units.isEmpty)
    } else if let level = levels.first(where: { $0.kind == .unit }), isPrinted(level) {
      for (index, unit) in department.units.enumerated() {
        rows.append(Self.row(of: level, code: unit.code, name: unit.name))
        // Whose they are is not known; under the first unit they are seen, and can be moved.
        let others = index == 0 ? prior.rowsOfNoUnit : []
        strays.moved += others.count
        addDetails(lowest, prior.rows(of: unit) + others)
      }
      if !department.units.isEmpty { strays.leave(prior.details(beside: department.units)) }
      if department.units.isEmpty {
        rows.append(Self.row(of: level, code: "", name: ""))
        addDetails(lowest, prior.all)
      }
    } else {
      addDetails(lowest, prior.all)
    }
  }

  /// Whether there are rows of a level above the lowest.
  private func isPrinted(_ level: RowLevel) -> Bool { !level.isOptional || department.units.count > 1 }

  private static func row(of level: RowLevel, code: String, name: String) -> FormRow {
    var row = FormRow(kind: level.kind, key: code)
    if let path = level.name, !name.isEmpty { row.cells[path] = FormCell(value: .text(name)) }
    if let path = level.key.first, !code.isEmpty { row.cells[path] = FormCell(value: .text(code)) }
    return row
  }

  private mutating func addDetails(_ level: RowLevel, _ known: [FormRow]) {
    rows += known
    addSpare(level, isEmpty: known.isEmpty)
  }

  /// Adds empty rows of the lowest level, one at least where there is no other, and closes them.
  private mutating func addSpare(_ level: RowLevel, isEmpty: Bool) {
    let count = spareRows ?? (hasPrior ? Self.spareBesidePrior : level.spare)
    for _ in 0..<max(isEmpty ? 1 : 0, count) { rows.append(FormRow(kind: level.kind, key: "")) }
    guards.insert(rows.count - 1)
  }
}
