import BudgetSheets

/// One amount of a book.
struct Spot: Hashable, Sendable {
  var form: Int
  /// The row; nil for a field of a form of blocks.
  var row: Int?
  var path: LabelPath

  func amount(in book: Book) -> Amount? {
    if let row { return book.forms[form].rows[row].cells[path]?.value?.amount }
    return book.forms[form].fields[path]?.value?.amount
  }

  func set(_ amount: Amount?, in book: inout Book) {
    if let row {
      var cell = book.forms[form].rows[row].cells[path] ?? FormCell(value: nil)
      cell.value = amount.map { .amount($0) }
      cell.formula = nil
      cell.raw = nil
      book.forms[form].rows[row].cells[path] = amount == nil ? nil : cell
    } else {
      var cell = book.forms[form].fields[path] ?? FormCell(value: nil)
      cell.value = amount.map { .amount($0) }
      cell.formula = nil
      cell.raw = nil
      book.forms[form].fields[path] = amount == nil ? nil : cell
    }
  }

  /// Whether a place of a report is this amount's.
  func isAt(_ place: Place, in book: Book) -> Bool {
    guard place.form == book.forms[form].form, place.path == path else { return false }
    guard let row else { return place.row == nil }
    return place.row?.key == book.forms[form].rows[row].key
  }

  /// All amounts of a book that say something.
  static func all(in book: Book, set: FormSet) -> [Spot] {
    var spots: [Spot] = []
    for (index, data) in book.forms.enumerated() {
      guard let form = set.form(data.form) else { continue }
      for (number, row) in data.rows.enumerated() {
        for leaf in form.leaves where leaf.isAmount && row.amount(leaf.path) != nil {
          spots.append(Spot(form: index, row: number, path: leaf.path))
        }
      }
      for path in data.fields.keys.sorted(by: { "\($0)" < "\($1)" }) where data.fields[path]?.value?.amount != nil {
        spots.append(Spot(form: index, row: nil, path: path))
      }
    }
    return spots
  }

  /// The amount's neighbour in the next column of amounts of its row, in the same pane; nil where there is none.
  func nextColumn(in book: Book, set: FormSet) -> Spot? {
    guard let row, let form = set.form(book.forms[form].form) else { return nil }
    let pane = book.forms[self.form].rows[row].pane
    let leaves = form.leaves.filter { $0.isAmount && (pane == nil || $0.path.labels.first == pane) }
    guard let index = leaves.firstIndex(where: { $0.path == path }), index + 1 < leaves.count else { return nil }
    return Spot(form: self.form, row: row, path: leaves[index + 1].path)
  }

  /// The amount's neighbour in the next row of its pane; nil where there is none.
  func nextRow(in book: Book) -> Spot? {
    guard let row else { return nil }
    let rows = book.forms[form].rows
    for next in rows.indices.dropFirst(row + 1) where rows[next].pane == rows[row].pane {
      if rows[next].kind == .continuation || rows[next].kind == .unclassified { continue }
      return Spot(form: form, row: next, path: path)
    }
    return nil
  }
}
