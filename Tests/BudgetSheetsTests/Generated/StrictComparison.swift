import BudgetSheets

/// Compares two books value for value and byte for byte, apart from where the cells stood and how they were written.
///
/// It shares no code with `BookComparison`, so that a mistake there cannot hide one elsewhere.
struct StrictComparison {
  private(set) var differences: [String] = []
  /// How many cells of forms were compared.
  private(set) var cells = 0

  init(_ first: Book, _ second: Book) {
    check("set", first.set, second.set)
    check("year", first.year, second.year)
    check("department", first.department, second.department)
    check("forms", first.forms.map(\.form).joined(separator: " "), second.forms.map(\.form).joined(separator: " "))
    for form in first.forms { if let other = second.form(form.form) { compare(form, other) } }
    check("count of outside cells", "\(first.outside.count)", "\(second.outside.count)")
    for (cell, other) in zip(first.outside, second.outside) {
      let place = "outside \(cell.sheet)!\(cell.reference)"
      check(
        place, "\(cell.sheet)!\(cell.reference) \(cell.isNumber)", "\(other.sheet)!\(other.reference) \(other.isNumber)"
      )
      check(place, cell.text, other.text)
      check(place + " formula", cell.formula, other.formula)
    }
  }

  private mutating func check(_ place: String, _ first: String?, _ second: String?) {
    if first == nil, second == nil { return }
    if let first, let second, first.utf8.elementsEqual(second.utf8) { return }
    let texts = [first, second].map { $0.map { String($0.debugDescription.prefix(120)) } ?? "nil" }
    differences.append("\(place): \(texts[0]) → \(texts[1])")
  }

  private mutating func compare(_ first: FormData, _ second: FormData) {
    check("\(first.form) title", first.title, second.title)
    check("\(first.form) unit", first.unit.rawValue, second.unit.rawValue)
    check("\(first.form) count of rows", "\(first.rows.count)", "\(second.rows.count)")
    for (index, (row, other)) in zip(first.rows, second.rows).enumerated() {
      let place = "\(first.form) row \(index + 1) \(row.kind)"
      check(
        place, "\(row.kind) \(row.pane ?? "") \(row.isHidden)", "\(other.kind) \(other.pane ?? "") \(other.isHidden)")
      check(place + " key", row.key, other.key)
      compare(row.cells, other.cells, place)
    }
    compare(first.fields, second.fields, "\(first.form)")
    check("\(first.form) count of notes", "\(first.notes.count)", "\(second.notes.count)")
    for (note, other) in zip(first.notes, second.notes) { check("\(first.form) note", note.text, other.text) }
  }

  private mutating func compare(_ first: [LabelPath: FormCell], _ second: [LabelPath: FormCell], _ place: String) {
    for path in Set(first.keys).union(second.keys).sorted(by: { $0.description < $1.description }) {
      let (cell, other) = (first[path], second[path])
      cells += 1
      check("\(place) \(path)", Self.text(cell), Self.text(other))
    }
  }

  /// What a cell says: its kind and value, or what it takes from above, or the text that is no value.
  private static func text(_ cell: FormCell?) -> String? {
    guard let cell else { return nil }
    switch cell.value {
    case .amount(let amount): return "amount \(amount.fen)"
    case .text(let text): return "text " + text
    case nil: return cell.inherited.map { "inherits " + $0 } ?? "unread " + (cell.raw ?? "")
    }
  }
}
