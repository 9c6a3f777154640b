/// Carries one form of a book over into its successor.
struct FormCarrier {
  /// A cell of the older form: of a row by its position, or a field where there is none.
  struct Origin: Hashable {
    var row: Int?
    var path: LabelPath
  }

  let plan: FormPlan
  let from: FormSet
  let to: FormSet
  let book: Book
  /// The older form.
  let data: FormData
  /// The newer form.
  var result: FormData
  /// What found no place.
  var left: [ConversionRemainder] = []
  /// Carried totals that disagree with their parts.
  private(set) var disagreements: [ConversionDisagreement] = []
  /// What of the newer form the older one could say something about.
  private(set) var coverage: ConversionCoverage.Form
  /// How many values were carried over.
  var carried = 0
  /// What inputs came to before, and come to now.
  private(set) var sums: [ConversionSum] = []
  /// The cells of the older form that were carried over, or are no content.
  var consumed: Set<Origin> = []
  /// Those of them that were listed all the same: no sum holds them.
  var lost: Set<Origin> = []
  /// The cells of the older form that count in its sum.
  let inputs: Set<Origin>
  /// The rows of the newer form that have no predecessor.
  var added: Set<Int> = []
  /// The rows of the older form of a kind that the newer one does not have.
  var withoutPlace: Set<Int> = []

  init(plan: FormPlan, from: FormSet, to: FormSet, book: Book, data: FormData) {
    self.plan = plan
    self.from = from
    self.to = to
    self.book = book
    self.data = data
    inputs = InputSum.counted(in: data, form: plan.predecessor)
    result = FormData(form: plan.form.form, sheet: data.sheet, unit: to.unit)
    coverage = ConversionCoverage.Form(predecessor: plan.predecessor.form)
  }

  /// Carries everything over that has a successor, and lists the rest.
  mutating func carry() {
    for pane in plan.form.panes {
      if pane.fixedRows.isEmpty { carryFreeRows(of: pane) } else { carryPrintedRows(of: pane) }
    }
    if plan.form.isBlockForm { carryFields() }
    carryNotes()
    cover()
    var completion = SumCompletion(form: plan.form, set: to, coverage: coverage, added: added)
    let unknown = unknownTargets
    for target in unknown { completion.unknown.insert(target, of: plan.form) }
    completion.run(&result)
    coverage = completion.coverage.without(completion.unknown)
    disagreements = completion.disagreements
    dropEmptyTotals()
    dropUnknown()
    Self.fillDepartment(of: plan.form, in: &result, book.department)
    list()
    compareSums()
  }

  /// The lines below the form; what the older form prints there itself is no content.
  private mutating func carryNotes() {
    let printed = Set(plan.predecessor.notes.map { LabelText.normalize(fill($0)) })
    let notes = data.notes.filter { !printed.contains(LabelText.normalize($0.text)) }
    carried += notes.count
    // A form that was read from a sheet, or has other lines, prints none of its own when it is written.
    let own = data.sheet == nil && notes.isEmpty ? [] : plan.form.notes
    result.notes = own.map { FormNote(text: fill($0)) } + notes
  }

  private func fill(_ text: String) -> String {
    FormDefinition.fill(text, year: book.year, department: book.department)
  }

  /// Puts the department into the field that names it, where nothing stands there.
  static func fillDepartment(of form: FormDefinition, in data: inout FormData, _ department: String) {
    for case .field(let field) in form.blocks where field.isDepartment && !department.isEmpty {
      if data.fields[field.path] == nil { data.fields[field.path] = FormCell(value: .text(department)) }
    }
  }

  /// A total without a label that says nothing is no row.
  private mutating func dropEmptyTotals() {
    let rows = result.rows
    result.rows = rows.indices.filter { !added.contains($0) || !rows[$0].cells.isEmpty }.map { rows[$0] }
  }

  /// Takes out the places of amounts that are not known, and the rows that say nothing without them.
  private mutating func dropUnknown() {
    for index in result.rows.indices.reversed() {
      let cells = result.rows[index].cells
      let known = cells.filter { $0.value != .unknown }
      if known.count == cells.count { continue }
      result.rows[index].cells = known
      if known.isEmpty, result.rows[index].kind != .fixed { result.rows.remove(at: index) }
    }
    result.fields = result.fields.filter { $0.value != .unknown }
  }

  // MARK: What is covered

  /// The columns that the older sheet lacks, or that could not be told.
  private var missing: Set<LabelPath> {
    var missing: Set<LabelPath> = []
    for finding in book.findings where finding.form == data.form {
      if finding.code == .columnMissing || finding.code == .columnAmbiguous, let path = finding.path {
        missing.insert(path)
      }
    }
    return missing
  }

  private mutating func cover() {
    let missing = missing
    for (target, source) in plan.sources {
      var isKnown = true
      switch source {
      case .same(let ids), .join(let ids, _):
        for id in ids where !isThere(id, missing) { isKnown = false }
      case .cells(let cells, _):
        for cell in cells {
          switch cell {
          case .row(let row, let path): isKnown = isKnown && isThere(.row(row), missing) && !missing.contains(path)
          case .total(let path): isKnown = isKnown && !missing.contains(path)
          case .field(let path): isKnown = isKnown && isThere(.field(path), missing)
          }
        }
      }
      guard isKnown else { continue }
      switch target {
      case .column(let path): coverage.columns.insert(path)
      case .row(let place):
        let pane = plan.form.panes[place.pane]
        coverage.rows.insert(ConversionCoverage.Row(pane: pane.name, path: pane.fixedRows[place.row].path))
        // The column that a printed row's single amounts stand in has its predecessors row by row.
        if case .cells(_, let column?) = source { coverage.columns.insert(column) }
      case .field(let path): coverage.fields.insert(path)
      }
    }
  }

  /// Whether the older form has a part; in one that was not read from a sheet nothing is known to lack.
  private func isThere(_ id: FormPart.ID, _ missing: Set<LabelPath>) -> Bool {
    switch id {
    case .column(let path): return !missing.contains(path)
    case .row(let place): return data.sheet == nil || row(place) != nil
    case .field(let path):
      return data.blanks.fields.isEmpty || data.blanks.fields[path] != nil || data.fields[path] != nil
        || !plan.predecessor.labelledAmounts.contains { $0.path == path }
    }
  }

  // MARK: Sums

  private mutating func compareSums() {
    let before = InputSum.sums(of: data, form: plan.predecessor)
    let after = InputSum.sums(of: result, form: plan.form)
    let names = after.map { $0.pane.map(LabelText.normalize) }
    guard names.count == before.count, Set(names) == Set(before.map { $0.pane.map(LabelText.normalize) }) else {
      sums = [
        ConversionSum(
          form: plan.form.form, predecessor: plan.predecessor.form, before: InputSum.total(before.map(\.amount)),
          after: InputSum.total(after.map(\.amount)))
      ]
      return
    }
    for (sum, name) in zip(after, names) {
      let older = before.first { $0.pane.map(LabelText.normalize) == name }
      sums.append(
        ConversionSum(
          form: plan.form.form, predecessor: plan.predecessor.form, pane: sum.pane,
          before: older.map(\.amount) ?? .zero,
          after: sum.amount))
    }
  }

  // MARK: The rest

  /// Lists what found no place.
  private mutating func list() {
    var remainders = Remainders(form: plan.predecessor, set: from, data: data)
    remainders.plan = plan
    remainders.consumed = consumed
    remainders.lost = lost
    remainders.inputs = inputs
    remainders.withoutPlace = withoutPlace
    left += remainders.left()
  }
}
