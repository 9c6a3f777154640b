/// Carries books of one form set over into another one: of a year's forms into those of the year after.
///
/// What succeeds what is a fact of the newer set, stated in its folder (``FormSet/predecessors``). A converter is a value
/// without state; use one for as many books as you like, from as many tasks.
public struct BookConverter: Sendable {
  /// The set of the books.
  public let from: FormSet
  /// The set into which they are carried over.
  public let to: FormSet
  /// How the forms go over; empty where both sets are the same.
  private let plans: [FormPlan]

  /// Creates a converter; from a set to itself everything is carried over as it is.
  ///
  /// - Throws: A ``DefinitionError`` where the newer set says nothing of the older one, or something that does not fit it.
  public init(from: FormSet, to: FormSet) throws(DefinitionError) {
    self.from = from
    self.to = to
    guard from.name != to.name else {
      plans = []
      return
    }
    guard let succession = to.predecessors.first(where: { $0.set == from.name }) else {
      throw DefinitionError(file: "\(to.name)/set.yaml", problem: .successionMissing(from.name))
    }
    plans = try SuccessionResolver(from: from, to: to).plans(succession)
  }

  /// Whether a set says how the forms of another one go over into its own; always for a set and itself.
  public static func isPossible(from: FormSet, to: FormSet) -> Bool {
    from.name == to.name || to.predecessors.contains { $0.set == from.name }
  }

  /// Carries a book of the older set over.
  ///
  /// Amounts stay exact to the 分, texts as they are printed. Cells keep their places in the older workbook, and forms the
  /// names of its sheets, so that what is said of them can be looked up there.
  public func convert(_ book: Book) -> BookConversion {
    guard from.name != to.name else { return unchanged(book) }
    var result = BookConversion(
      book: Book(file: book.file, set: to.name, year: book.year, department: book.department, outside: book.outside),
      coverage: ConversionCoverage())
    var predecessors: Set<String> = []
    for form in to.forms {
      guard let plan = plans.first(where: { $0.form.form == form.form }) else {
        result.newForms.append(form.form)
        result.book.forms.append(Self.unfilled(form, set: to, book: book))
        continue
      }
      predecessors.insert(plan.predecessor.form)
      guard let data = book.form(plan.predecessor.form) else {
        result.absentForms[form.form] = plan.predecessor.form
        result.book.forms.append(Self.unfilled(form, set: to, book: book))
        continue
      }
      var carrier = FormCarrier(plan: plan, from: from, to: to, book: book, data: data)
      carrier.carry()
      result.book.forms.append(carrier.result)
      result.coverage.forms[form.form] = carrier.coverage
      result.left += carrier.left
      result.disagreements += carrier.disagreements
      result.carried += carrier.carried
      result.sums += carrier.sums
    }
    for data in book.forms where !predecessors.contains(data.form) {
      guard let form = from.form(data.form) else { continue }
      var remainders = Remainders(form: form, set: from, data: data)
      remainders.inputs = InputSum.counted(in: data, form: form)
      result.left += remainders.all(reason: .noForm)
      for sum in InputSum.sums(of: data, form: form) {
        result.sums.append(
          ConversionSum(form: nil, predecessor: form.form, pane: sum.pane, before: sum.amount, after: .zero))
      }
    }
    for data in book.forms {
      if let form = from.form(data.form), let conflict = ConversionUnitConflict(data, of: form) {
        result.unitConflicts.append(conflict)
      }
    }
    result.left += book.explanations.map { explanation in
      ConversionRemainder(
        form: explanation.form ?? "", row: explanation.rowKey.map { RowName(key: $0, name: $0) },
        path: explanation.path, value: .text(explanation.text), reason: .explanation(explanation.rule))
    }
    return result
  }

  /// A book of the set itself.
  private func unchanged(_ book: Book) -> BookConversion {
    var result = BookConversion(book: book, coverage: ConversionCoverage(whole: book, set: to))
    for data in book.forms {
      guard let form = to.form(data.form) else { continue }
      for sum in InputSum.sums(of: data, form: form) {
        result.sums.append(
          ConversionSum(
            form: form.form, predecessor: form.form, pane: sum.pane, before: sum.amount, after: sum.amount))
      }
      result.carried += data.fields.count + data.rows.reduce(0) { $0 + $1.cells.count } + data.notes.count
    }
    return result
  }

  /// A form of which nothing is known.
  private static func unfilled(_ form: FormDefinition, set: FormSet, book: Book) -> FormData {
    var data = FormData(form: form.form, unit: set.unit)
    data.isUnfilled = true
    for pane in form.panes {
      data.rows += FormCarrier.printedRows(of: pane, leaves: form.leaves)
      let label = FormCarrier.totalLabel(of: pane, leaves: form.leaves)
      if !label.isEmpty {
        data.rows.append(FormRow(kind: .total, key: RowKey.total(of: pane), pane: pane.name, cells: label))
      }
    }
    FormCarrier.fillDepartment(of: form, in: &data, book.department)
    return data
  }
}
