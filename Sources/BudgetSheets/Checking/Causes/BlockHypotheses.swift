/// Hypotheses about many cells at once: a row that stands one column off, two rows in each other's place, a form in
/// another unit.
struct BlockHypotheses {
  let figures: Figures
  let amounts: [Int64]
  /// The figures of the equations that fail.
  let suspects: Set<Int>

  /// The most rows of a form that are looked at.
  private static let maximumRows = 200

  /// All of them.
  var all: [Hypothesis] {
    var hypotheses: [Hypothesis] = []
    for form in figures.forms where suspects.contains(where: { (form.base..<form.base + form.count).contains($0) }) {
      hypotheses += scaled(form)
      guard !form.definition.isBlockForm, let rows = form.data?.rows else { continue }
      let suspected = Set(suspects.filter { figures.form(of: $0).base == form.base }.compactMap { form.row(of: $0) })
      hypotheses += shiftedColumns(form)
      for row in suspected.sorted().prefix(Self.maximumRows) {
        let columns = columns(of: row, in: form)
        for step in [-1, 1] { hypotheses += [shifted(row, by: step, columns, form)].compactMap(\.self) }
        if rows[row].kind == .detail { hypotheses += [uncounted(row, columns, form)].compactMap(\.self) }
        let next = rows.indices.dropFirst(row + 1).first {
          rows[$0].pane == rows[row].pane && rows[$0].kind == rows[row].kind
        }
        if let next { hypotheses += [swapped(row, next, columns, form)].compactMap(\.self) }
      }
    }
    return hypotheses
  }

  /// The columns of amounts of a row's pane, in the order of the form.
  private func columns(of row: Int, in form: FormFigures) -> [Int] {
    guard let pane = form.data?.rows[row].pane else { return Array(form.columns.indices) }
    return form.columns.indices.filter { form.columns[$0].path.labels.first == pane }
  }

  private func shift(_ figure: Int, to amount: Int64) -> Hypothesis.Shift? {
    let delta = amount &- amounts[figure]
    return delta == 0 ? nil : Hypothesis.Shift(figure: figure, delta: delta)
  }

  /// A row whose amounts all belong one column further; the last of them must be blank, or it would be lost.
  private func shifted(_ row: Int, by step: Int, _ columns: [Int], _ form: FormFigures) -> Hypothesis? {
    let old = columns.map { amounts[form.figure(row: row, column: $0)] }
    guard old.count(where: { $0 != 0 }) > 1, (step > 0 ? old.last : old.first) == 0 else { return nil }
    let inputs = columns.indices.compactMap { index in
      shift(
        form.figure(row: row, column: columns[index]),
        to: old.indices.contains(index - step) ? old[index - step] : 0)
    }
    return inputs.count > 1 ? Hypothesis(kind: .shiftedRow, inputs: inputs) : nil
  }

  /// A row of details whose amounts, all of them, count nowhere.
  private func uncounted(_ row: Int, _ columns: [Int], _ form: FormFigures) -> Hypothesis? {
    let inputs = columns.compactMap { shift(form.figure(row: row, column: $0), to: 0) }
    return inputs.isEmpty ? nil : Hypothesis(kind: .uncountedRow, inputs: inputs)
  }

  /// Two neighbouring columns whose amounts stand in each other's place, in all rows.
  private func shiftedColumns(_ form: FormFigures) -> [Hypothesis] {
    guard let rows = form.data?.rows, rows.count <= Self.maximumRows else { return [] }
    var hypotheses: [Hypothesis] = []
    for (column, next) in zip(form.columns.indices, form.columns.indices.dropFirst()) {
      let own = rows.indices.filter { row in columns(of: row, in: form).contains(column) }
      // All rows, or those below the totals alone.
      for rows in [own, own.filter { rows[$0].kind == .detail || rows[$0].kind == .fixed }] {
        let inputs = rows.flatMap { row in
          let (first, second) = (form.figure(row: row, column: column), form.figure(row: row, column: next))
          return [shift(first, to: amounts[second]), shift(second, to: amounts[first])].compactMap(\.self)
        }
        if inputs.count > 2 { hypotheses.append(Hypothesis(kind: .shiftedColumn, inputs: inputs)) }
      }
    }
    return hypotheses
  }

  private func swapped(_ row: Int, _ next: Int, _ columns: [Int], _ form: FormFigures) -> Hypothesis? {
    let inputs = columns.flatMap { column in
      let (first, second) = (form.figure(row: row, column: column), form.figure(row: next, column: column))
      return [shift(first, to: amounts[second]), shift(second, to: amounts[first])].compactMap(\.self)
    }
    return inputs.count > 2 ? Hypothesis(kind: .swappedRows, inputs: inputs) : nil
  }

  /// A form that was filled in 元 where it says 万元, or the other way round; its largest amount stands for all.
  private func scaled(_ form: FormFigures) -> [Hypothesis] {
    let range = form.base..<form.base + form.count
    guard let largest = range.max(by: { amounts[$0].magnitude < amounts[$1].magnitude }), amounts[largest] != 0 else {
      return []
    }
    return [true, false].compactMap { isSmaller in
      var shifts: [Hypothesis.Shift] = []
      for figure in range where amounts[figure] != 0 {
        let (product, overflow) = amounts[figure].multipliedReportingOverflow(by: 10_000)
        guard isSmaller ? amounts[figure] % 10_000 == 0 : !overflow else { return nil }
        shifts += [shift(figure, to: isSmaller ? amounts[figure] / 10_000 : product)].compactMap(\.self)
      }
      guard shifts.count > 2 else { return nil }
      let inputs = shifts.filter { $0.figure == largest }
      return Hypothesis(kind: .scaledForm, inputs: inputs, derived: shifts.filter { $0.figure != largest })
    }
  }
}
