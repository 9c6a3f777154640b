/// What the year before tells of a form's rows of details: their codes, names and other texts, without amounts.
struct PriorRows {
  /// A row with the unit under which it stood.
  private struct Known {
    var code: String?
    var name: String?
    var row: FormRow
  }

  private var known: [Known] = []

  /// Takes the rows of details of a form; none where there is no form.
  init(_ data: FormData?, levels: [RowLevel], leaves: [ColumnDefinition]) {
    guard let data, let lowest = levels.last, lowest.kind == .detail else { return }
    let unit = levels.first { $0.kind == .unit }
    // What a row of details says in further rows belongs to the year.
    let texts = leaves.filter { !$0.isAmount && !$0.isIndicator && !lowest.repeated.contains($0.path) }.map(\.path)
    var code: String?
    var name: String?
    for row in data.rows {
      switch row.kind {
      case .department: (code, name) = (nil, nil)
      case .unit:
        code = unit?.key.first.flatMap { row.text($0) }
        name = unit?.name.flatMap { row.text($0) }
      case .detail:
        var copy = FormRow(kind: .detail, key: row.key)
        for path in texts {
          if let text = row.text(path), !text.isEmpty { copy.cells[path] = FormCell(value: .text(text)) }
        }
        if !copy.cells.isEmpty { known.append(Known(code: code, name: name, row: copy)) }
      default: break
      }
    }
  }

  /// All rows, those that stood under several units once.
  var all: [FormRow] {
    var rows: [FormRow] = []
    var units: [[LabelPath: FormCell]: String] = [:]
    for known in known {
      let unit = known.code ?? known.name ?? ""
      if let other = units[known.row.cells], other != unit { continue }
      units[known.row.cells] = unit
      rows.append(known.row)
    }
    return rows
  }

  /// The rows that stood under a unit: under its code, else under its name.
  func rows(of unit: DepartmentList.Unit) -> [FormRow] {
    func same(_ text: String?, _ other: String) -> Bool {
      guard let text, !other.isEmpty else { return false }
      return DepartmentList.comparable(text) == DepartmentList.comparable(other)
    }
    let byCode = known.filter { same($0.code, unit.code) }
    let found = byCode.isEmpty ? known.filter { same($0.name, unit.name) } : byCode
    return found.map(\.row)
  }
}
