extension RuleJudge {
  /// Judges a rule that a form implies.
  mutating func judge(_ rule: ImpliedRule, _ description: RuleDescription) {
    let index = outcomes.begin(description)
    guard let form = figures.form(rule.form), let data = form.data else {
      let definition = set.form(rule.form)
      outcomes.cannotCheck(index, .formMissing(definition?.name ?? rule.form))
      return
    }
    switch rule.kind {
    case .columnSum(let column, let parts):
      for row in data.rows.indices where Self.hasAmounts(data.rows[row].kind) && Self.isIn(form, row, column) {
        add(index, form, [(row, column)], parts.map { (row, $0) }, .equal, isSum: true)
      }
    case .columnPart(let column, let whole):
      for row in data.rows.indices where Self.hasAmounts(data.rows[row].kind) && Self.isIn(form, row, column) {
        add(index, form, [(row, column)], [(row, whole)], .atMost)
      }
    case .rowSum(let pane, let row): rowSum(index, form, pane, row)
    case .rowPart(let pane, let row): rowPart(index, form, pane, row)
    case .levelSum(let kind): levelSum(index, form, kind)
    case .fieldSum(let path, let parts):
      addFields(index, form, path, parts)
    }
  }

  /// Whether the rows of a kind hold amounts of their own to be checked.
  static func hasAmounts(_ kind: RowKind) -> Bool {
    switch kind {
    case .total, .department, .unit, .category, .subcategory, .detail, .fixed: true
    case .continuation, .indicator, .unclassified: false
    }
  }

  /// Whether a column belongs to the pane of a row.
  static func isIn(_ form: FormFigures, _ row: Int, _ column: LabelPath) -> Bool {
    guard let pane = form.data?.rows[row].pane else { return true }
    return column.labels.first == pane
  }

  func columns(of pane: Pane, in form: FormFigures) -> [LabelPath] {
    form.definition.leaves[pane.leaves].filter(\.isAmount).map(\.path)
  }

  mutating func rowSum(_ index: Int, _ form: FormFigures, _ pane: Int, _ row: Int) {
    let definition = form.definition.panes[pane]
    let fixed = definition.fixedRows[row]
    guard let total = form.fixedRows[pane][row] else {
      outcomes.cannotCheck(index, .rowMissing(form: form.name, "\(fixed.path)"))
      return
    }
    // A printed row that the sheet lacks adds nothing; that it is missing is a finding of its own.
    let parts = fixed.sum.compactMap { path in definition.fixedRows.firstIndex { $0.path == path } }
      .compactMap { form.fixedRows[pane][$0] }
    for column in columns(of: definition, in: form) {
      add(index, form, [(total, column)], parts.map { ($0, column) }, .equal, isSum: true)
    }
  }

  mutating func rowPart(_ index: Int, _ form: FormFigures, _ pane: Int, _ row: Int) {
    let definition = form.definition.panes[pane]
    let fixed = definition.fixedRows[row]
    let whole = definition.fixedRows.firstIndex { $0.path == fixed.partOf }
    guard let part = form.fixedRows[pane][row], let whole = whole.flatMap({ form.fixedRows[pane][$0] }) else {
      let missing = form.fixedRows[pane][row] == nil ? fixed.path : fixed.partOf ?? fixed.path
      outcomes.cannotCheck(index, .rowMissing(form: form.name, "\(missing)"))
      return
    }
    for column in columns(of: definition, in: form) { add(index, form, [(part, column)], [(whole, column)], .atMost) }
  }

  mutating func levelSum(_ index: Int, _ form: FormFigures, _ kind: RowKind) {
    guard let data = form.data, let pane = form.definition.panes.first(where: { !$0.levels.isEmpty }) else { return }
    if kind == .total, form.total == nil, !form.needsNoTotal {
      outcomes.cannotCheck(index, .rowMissing(form: form.name, form.totalLabel))
    }
    let parts = LevelParts.parts(of: data.rows, levels: pane.levels)
    let repeated = Set(pane.levels.flatMap(\.repeated))
    for row in data.rows.indices where data.rows[row].kind == kind {
      // A department or unit without any row below it says nothing that could be added up.
      guard let below = parts[row] ?? (kind == .total ? [] : nil) else { continue }
      for column in columns(of: pane, in: form) where !repeated.contains(column) {
        add(index, form, [(row, column)], below.map { ($0, column) }, .equal, isSum: true)
      }
    }
  }

  mutating func add(
    _ index: Int, _ form: FormFigures, _ left: [(row: Int, column: LabelPath)],
    _ right: [(row: Int, column: LabelPath)], _ relation: Judgement.Relation, isSum: Bool = false
  ) {
    unreadable = []
    do throws(Missing) {
      var equation = Equation(
        rule: index, left: [], right: [], relation: relation, isSum: isSum, digit: form.digit)
      for (row, column) in left { equation.left.append(try term(form, row, column, 1)) }
      for (row, column) in right { equation.right.append(try term(form, row, column, 1)) }
      take(equation)
    } catch {
      outcomes.cannotCheck(index, error.reason)
    }
  }

  /// Takes an equation in, or counts it as one that cannot be checked where an amount is not readable.
  mutating func take(_ equation: Equation) {
    guard let figure = unreadable.min() else {
      outcomes.equations.append(equation)
      return
    }
    outcomes.cannotCheck(equation.rule, .unreadable(figures.place(figure)))
    // What should have stood in a cell of the year before is nobody's question.
    if unreadable.count == 1, !figures.isPrior(figure) { outcomes.open.append((equation, figure)) }
  }

  mutating func addFields(_ index: Int, _ form: FormFigures, _ path: LabelPath, _ parts: [LabelPath]) {
    unreadable = []
    do throws(Missing) {
      var equation = Equation(rule: index, left: [], right: [], relation: .equal, isSum: true, digit: form.digit)
      equation.left.append(try term(form, field: path, 1))
      for part in parts { equation.right.append(try term(form, field: part, 1)) }
      take(equation)
    } catch {
      outcomes.cannotCheck(index, error.reason)
    }
  }

  mutating func term(
    _ form: FormFigures, _ row: Int, _ column: LabelPath, _ factor: Int64
  ) throws(Missing) -> Equation.Term {
    guard let index = form.columnIndex[column], !form.missing.contains(column) else {
      throw Missing(reason: form.reason(.columnMissing(form: form.name, column)))
    }
    try requirePredecessor(ofRow: row, column, in: form)
    return term(form.figure(row: row, column: index), factor)
  }

  mutating func term(_ form: FormFigures, field path: LabelPath, _ factor: Int64) throws(Missing)
    -> Equation.Term
  {
    guard let index = form.fieldIndex[path] else {
      throw Missing(reason: form.reason(.rowMissing(form: form.name, "\(path)")))
    }
    try requirePredecessor(ofField: path, in: form)
    if form.data?.sheet != nil, form.data?.fields[path] == nil, form.hasAddresses, form.data?.blanks.fields[path] == nil
    {
      throw Missing(reason: form.reason(.rowMissing(form: form.name, "\(path)")))
    }
    return term(form.base + index, factor)
  }

  mutating func term(_ figure: Int, _ factor: Int64) -> Equation.Term {
    if figures.states[figure] == .unreadable { unreadable.insert(figure) }
    return Equation.Term(figure: figure, factor: factor)
  }
}
