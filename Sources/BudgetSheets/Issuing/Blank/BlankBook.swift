/// The book that an issued workbook shows: the rows that are printed before anybody has filled anything in.
struct BlankBook {
  /// The book; its free rows are the total, department and unit rows, those known from the year before, and empty ones.
  private(set) var book: Book
  /// The numbers of free rows after which a guard row stands, by form.
  private(set) var guards: [String: Set<Int>] = [:]
  /// What became of rows of the year before that go with no unit of the list, by form.
  private(set) var strays: [String: PriorStrays] = [:]

  /// The blank book of an order.
  init(_ order: IssueOrder, set: FormSet) {
    book = Book(set: set.name, year: order.year, department: order.department.name)
    for form in set.forms {
      var data = FormData(form: form.form, unit: set.unit)
      let prior = Self.prior(of: form, order.prior, set)
      for pane in form.panes where pane.levels.isEmpty {
        data.rows += Self.printedRows(of: pane, leaves: form.leaves, prior)
      }
      for pane in form.panes where !pane.levels.isEmpty {
        var rows = BlankRows(levels: pane.levels, leaves: form.leaves, order: order, prior: prior)
        rows.make()
        let first = data.rows.count
        data.rows += rows.rows.map { row in
          var row = row
          row.pane = pane.name
          return row
        }
        strays[form.form] = rows.strays
        guards[form.form, default: []].formUnion(rows.guards.map { first + $0 })
      }
      Self.fill(form.blocks, into: &data, order)
      book.forms.append(data)
    }
  }

  /// The form of the year before: the one of its number in the same set, the one of its title in another set.
  private static func prior(of form: FormDefinition, _ book: Book?, _ set: FormSet) -> FormData? {
    guard let book else { return nil }
    if book.set == set.name { return book.form(form.form) }
    let keys = Set(([form.title] + form.titleAliases).map(FrameText.key(ofTitle:)))
    let found = book.forms.filter { data in data.title.map { keys.contains(FrameText.key(ofTitle: $0)) } ?? false }
    return found.count == 1 ? found[0] : nil
  }

  /// The printed rows for which the year before has amounts.
  private static func printedRows(of pane: Pane, leaves: [ColumnDefinition], _ prior: FormData?) -> [FormRow] {
    let amounts = PriorRows.amounts(Array(leaves[pane.leaves]))
    guard let prior, !amounts.isEmpty else { return [] }
    var rows: [FormRow] = []
    for fixed in pane.fixedRows where fixed.sum.isEmpty {
      var row = FormRow(kind: .fixed, key: fixed.path.description, pane: pane.name)
      guard let known = prior.rows.first(where: { $0.key == row.key && $0.pane == pane.name }) else { continue }
      for (path, column) in amounts {
        if let amount = known.amount(column) { row.cells[path] = FormCell(value: .amount(amount)) }
      }
      if !row.cells.isEmpty { rows.append(row) }
    }
    return rows
  }

  /// Fills in what is known of a form of blocks, and gives its table empty rows.
  private static func fill(_ blocks: [FormBlock], into data: inout FormData, _ order: IssueOrder) {
    var hasTable = false
    for block in blocks {
      switch block {
      case .field(let field) where field.isDepartment && !order.department.name.isEmpty:
        data.fields[field.path] = FormCell(value: .text(order.department.name))
      case .table(let table) where !hasTable:
        // The rows of the form are those of its first table.
        hasTable = true
        for _ in 0..<max(1, order.spareRows ?? table.spare) {
          data.rows.append(FormRow(kind: .indicator, key: ""))
        }
      default: break
      }
    }
  }
}
