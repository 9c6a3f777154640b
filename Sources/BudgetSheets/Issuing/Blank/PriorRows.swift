/// What the year before tells of a form's free rows: the codes, names and other texts of its details, and the amounts of
/// those columns that ask for them.
struct PriorRows {
  /// A row with the unit under which it stood, or which it is.
  private struct Known {
    /// The place among the rows of its form.
    var number: Int
    var code: String?
    var name: String?
    var row: FormRow

    /// The unit in words; empty where there is none.
    var unit: String { [code, name].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ") }
  }

  private let amounts: [(path: LabelPath, prior: LabelPath)]
  private var details: [Known] = []
  private var units: [Known] = []

  /// Takes the rows of a form; none where there is no form.
  init(_ data: FormData?, levels: [RowLevel], leaves: [ColumnDefinition]) {
    amounts = Self.amounts(leaves)
    guard let data, let lowest = levels.last else { return }
    let unit = levels.first { $0.kind == .unit }
    let kinds = Set(levels.map(\.kind))
    // What a row of details says in further rows belongs to the year.
    let texts = leaves.filter { !$0.isAmount && !$0.isIndicator && !lowest.repeated.contains($0.path) }.map(\.path)
    var code: String?
    var name: String?
    for (number, row) in data.rows.enumerated() {
      switch row.kind {
      case .department: (code, name) = (nil, nil)
      case .unit:
        code = unit?.key.first.flatMap { row.text($0) }
        name = unit?.name.flatMap { row.text($0) }
        units.append(Known(number: number, code: code, name: name, row: copy(row, texts: [])))
      case .detail where lowest.kind == .detail, .category where kinds.contains(.category),
        .subcategory where kinds.contains(.subcategory):
        let copy = copy(row, texts: texts)
        if !copy.cells.isEmpty { details.append(Known(number: number, code: code, name: name, row: copy)) }
      default: break
      }
    }
  }

  /// The columns that ask for amounts of the year before, with the columns in which those stood.
  static func amounts(_ leaves: [ColumnDefinition]) -> [(path: LabelPath, prior: LabelPath)] {
    var amounts: [(path: LabelPath, prior: LabelPath)] = []
    // A sum is worked out anew.
    for leaf in leaves where leaf.sum.isEmpty { if let prior = leaf.prior { amounts.append((leaf.path, prior)) } }
    return amounts
  }

  private func copy(_ row: FormRow, texts: [LabelPath]) -> FormRow {
    var copy = FormRow(kind: row.kind, key: row.key)
    for path in texts {
      if let text = row.text(path), !text.isEmpty { copy.cells[path] = FormCell(value: .text(text)) }
    }
    for (path, prior) in amounts {
      if let amount = row.amount(prior) { copy.cells[path] = FormCell(value: .amount(amount)) }
    }
    return copy
  }

  /// All rows of details, those that stood under several units once.
  var all: [FormRow] {
    var rows: [FormRow] = []
    var units: [[LabelPath: FormCell]: String] = [:]
    for known in details {
      let unit = known.code ?? known.name ?? ""
      if let other = units[known.row.cells], other != unit { continue }
      units[known.row.cells] = unit
      rows.append(known.row)
    }
    // What stood under a class of its unit now stands under the one row of that class.
    if Set(units.values).count > 1, rows.contains(where: \.kind.isOfClass) {
      let sorted = rows.enumerated().map { ($0, Self.code(of: $1), $1) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
      rows = sorted.map(\.2)
    }
    return rows
  }

  /// The digits of a row's key, by which the rows of a class come after it.
  private static func code(of row: FormRow) -> String {
    (RowKey.split(row.key)?.text ?? row.key).filter { $0.isASCII && $0.isNumber }
  }

  /// The rows of details that stood under a unit.
  func rows(of unit: DepartmentList.Unit) -> [FormRow] { Self.known(details, of: unit).map(\.row) }

  /// The rows of details that stood under no unit, as in the forms of a department that had but one.
  var rowsOfNoUnit: [FormRow] { details.filter { $0.unit.isEmpty }.map(\.row) }

  /// How many rows of details stood under units that are not among some, and what those units were called.
  func details(beside units: [DepartmentList.Unit]) -> (units: [String], count: Int) {
    Self.rest(of: details, beside: units)
  }

  /// As ``details(beside:)``, of the units' own rows that hold anything.
  func cells(beside units: [DepartmentList.Unit]) -> (units: [String], count: Int) {
    Self.rest(of: self.units.filter { !$0.row.cells.isEmpty }, beside: units)
  }

  private static func rest(
    of rows: [Known], beside units: [DepartmentList.Unit]
  ) -> (units: [String], count: Int) {
    let taken = Set(units.flatMap { known(rows, of: $0).map(\.number) })
    var (names, count): ([String], Int) = ([], 0)
    for row in rows where !row.unit.isEmpty && !taken.contains(row.number) {
      count += 1
      if !names.contains(row.unit) { names.append(row.unit) }
    }
    return (names, count)
  }

  /// The amounts of a unit's own row.
  func cells(of unit: DepartmentList.Unit) -> [LabelPath: FormCell] {
    Self.known(units, of: unit).first?.row.cells ?? [:]
  }

  /// What belongs to a unit: by its code, else by its name.
  private static func known(_ rows: [Known], of unit: DepartmentList.Unit) -> [Known] {
    func same(_ text: String?, _ other: String) -> Bool {
      guard let text, !other.isEmpty else { return false }
      return DepartmentList.comparable(text) == DepartmentList.comparable(other)
    }
    let byCode = rows.filter { same($0.code, unit.code) }
    return byCode.isEmpty ? rows.filter { same($0.name, unit.name) } : byCode
  }
}
