/// The book that an issued workbook shows: the rows that are printed before anybody has filled anything in.
struct BlankBook {
  /// The book; its free rows are the total, department and unit rows, those known from the year before, and empty ones.
  private(set) var book: Book
  /// The numbers of free rows after which a guard row stands, by form.
  private(set) var guards: [String: Set<Int>] = [:]

  /// The blank book of an order.
  init(_ order: IssueOrder, set: FormSet) {
    book = Book(set: set.name, year: order.year, department: order.department.name)
    for form in set.forms {
      var data = FormData(form: form.form, unit: set.unit)
      let prior = order.prior?.set == set.name ? order.prior?.form(form.form) : nil
      for pane in form.panes where !pane.levels.isEmpty {
        var rows = BlankRows(levels: pane.levels, leaves: form.leaves, order: order, prior: prior)
        rows.make()
        let first = data.rows.count
        data.rows += rows.rows.map { row in
          var row = row
          row.pane = pane.name
          return row
        }
        guards[form.form, default: []].formUnion(rows.guards.map { first + $0 })
      }
      Self.fill(form.blocks, into: &data, order)
      book.forms.append(data)
    }
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
