extension RuleJudge {
  /// Judges a rule that the set states.
  mutating func judge(_ rule: LinearRule, _ description: RuleDescription) {
    let index = outcomes.begin(description)
    if rule.each.isEmpty {
      for comparison in rule.comparisons { add(index, rule, comparison, Context()) }
      return
    }
    for number in rule.each.map(\.form) where figures.form(number)?.data == nil {
      outcomes.cannotCheck(index, .formMissing(figures.form(number)?.name ?? number))
      return
    }
    for context in contexts(of: rule, index) {
      for comparison in rule.comparisons { add(index, rule, comparison, context) }
    }
  }

  /// The rows, and columns, for which a rule is judged.
  mutating func contexts(of rule: LinearRule, _ index: Int) -> [Context] {
    if !rule.keys.isEmpty { return keyContexts(of: rule, index) }
    var contexts: [Context] = []
    for each in rule.each {
      guard let form = figures.form(each.form), let data = form.data else { continue }
      switch each.rows {
      case .classes(let pane):
        for (number, fixed) in form.definition.panes[pane].fixedRows.enumerated() {
          guard let className = fixed.classCode else { continue }
          guard let row = form.fixedRows[pane][number] else {
            outcomes.cannotCheck(index, .rowMissing(form: form.name, "\(fixed.path)"))
            continue
          }
          contexts.append(Context(form: form, row: row, className: className))
        }
      case .level(let kind):
        contexts += data.rows.indices.filter { data.rows[$0].kind == kind }.map { Context(form: form, row: $0) }
      case .matching(let conditions):
        if let column = missingColumn(of: conditions, in: form) {
          outcomes.cannotCheck(index, .columnMissing(form: form.name, column))
          continue
        }
        contexts += matching(conditions, in: form, Context()).map { Context(form: form, row: $0) }
        for key in undecided(conditions, in: form, Context()) where saysAmounts(form, key.row) {
          outcomes.cannotCheck(index, .unreadable(place(key, in: form)))
        }
      case .total:
        if let total = form.total {
          contexts.append(Context(form: form, row: total))
        } else if !form.needsNoTotal {
          outcomes.cannotCheck(index, .rowMissing(form: form.name, form.totalLabel))
        }
      case .fixed(let pane, let number):
        if let row = form.fixedRows[pane][number] {
          contexts.append(Context(form: form, row: row))
        } else {
          let path = form.definition.panes[pane].fixedRows[number].path
          outcomes.cannotCheck(index, .rowMissing(form: form.name, "\(path)"))
        }
      case .current, .sameClass, .fields: break
      }
    }
    guard rule.each.contains(where: \.everyColumn) else { return contexts }
    return contexts.flatMap { context in
      (context.form?.columns ?? []).compactMap { column in
        if let form = context.form, let row = context.row, !Self.isIn(form, row, column.path) { return nil }
        var context = context
        context.column = column.path
        return context
      }
    }
  }

  /// What the keys of the rows say: once each, in the order in which they first stand.
  mutating func keyContexts(of rule: LinearRule, _ index: Int) -> [Context] {
    var order: [[String]] = []
    var forms: [[String]: Set<String>] = [:]
    for each in rule.each {
      guard let form = figures.form(each.form) else { continue }
      if let column = rule.keys.flatMap({ $0.columns[each.form] ?? [] }).first(where: form.missing.contains) {
        outcomes.cannotCheck(index, .columnMissing(form: form.name, column))
        return []
      }
      let texts = rule.keys.map { keyText(form, $0.columns[each.form] ?? []) }
      var rows = form.details
      if case .level(let kind) = each.rows { rows = form.rows(of: kind) }
      if case .matching(let conditions) = each.rows {
        if let column = missingColumn(of: conditions, in: form) {
          outcomes.cannotCheck(index, .columnMissing(form: form.name, column))
          return []
        }
        rows = matching(conditions, in: form, Context()).sorted()
        for key in undecided(conditions, in: form, Context()) where saysAmounts(form, key.row) {
          outcomes.cannotCheck(index, .unreadable(place(key, in: form)))
        }
      }
      for row in rows {
        var keys: [String] = []
        for text in texts { if let text = text[row] { keys.append(text) } }
        guard keys.count == rule.keys.count else {
          // Without its key the row cannot be told to belong anywhere.
          if saysAmounts(form, row) {
            let place = Place(
              form: form.definition.form, sheet: form.data?.sheet,
              cell: form.data?.rows[row].cells.values.compactMap(\.reference).min(), row: form.rowName(row))
            outcomes.cannotCheck(index, .unreadable(place))
          }
          continue
        }
        if forms[keys] == nil { order.append(keys) }
        forms[keys, default: []].insert(each.form)
      }
    }
    if rule.onlyMatched {
      let all = Set(rule.each.map(\.form))
      order = order.filter { forms[$0] == all }
    }
    let contexts = order.map { Context(keys: $0) }
    guard let first = rule.each.first(where: \.everyColumn), let form = figures.form(first.form) else {
      return contexts
    }
    return contexts.flatMap { context in
      form.columns.map { column in
        var context = context
        context.column = column.path
        return context
      }
    }
  }

  func saysAmounts(_ form: FormFigures, _ row: Int) -> Bool {
    form.columns.indices.contains { figures.states[form.figure(row: row, column: $0)] != .blank }
  }

  mutating func add(_ index: Int, _ rule: LinearRule, _ comparison: LinearRule.Comparison, _ context: Context) {
    do throws(Missing) {
      var equation = try equation(comparison, context)
      equation.rule = index
      equation.otherwise = rule.otherwise
      equation.isSumInForm = isSumInForm(equation)
      let own = unreadable
      for condition in rule.conditions {
        equation.conditions.append(try self.condition(condition.comparison, condition.meaning))
      }
      unreadable = own
      take(equation)
    } catch {
      outcomes.cannotCheck(index, error.reason)
    }
  }

  /// Whether an equation compares a figure with the sum of others of its form.
  func isSumInForm(_ equation: Equation) -> Bool {
    let terms = equation.left + equation.right
    guard !equation.left.isEmpty, !equation.right.isEmpty,
      (equation.left.count == 1) != (equation.right.count == 1), let first = terms.first,
      equation.leftConstant == 0, equation.rightConstant == 0
    else { return false }
    let form = figures.form(of: first.figure).definition.form
    return terms.allSatisfy {
      $0.factor == equation.scale && figures.form(of: $0.figure).definition.form == form
        && !figures.isPrior($0.figure)
    }
  }

  mutating func condition(_ comparison: LinearRule.Comparison, _ text: String) throws(Missing) -> Int {
    let made: Result<Int, Missing>
    if let known = conditionIndex[comparison] {
      made = known
    } else {
      do throws(Missing) {
        let condition = try equation(comparison, Context())
        if let figure = unreadable.min() { throw Missing(reason: .unreadable(figures.place(figure))) }
        outcomes.conditions.append(condition)
        outcomes.conditionTexts.append(text)
        made = .success(outcomes.conditions.count - 1)
      } catch {
        made = .failure(error)
      }
      conditionIndex[comparison] = made
    }
    return try made.get()
  }

  mutating func equation(
    _ comparison: LinearRule.Comparison, _ context: Context
  ) throws(Missing) -> Equation {
    unreadable = []
    var equation = Equation(
      rule: 0, left: [], right: [], relation: comparison.relation, digit: 1, scale: comparison.scale)
    let left = try side(comparison.left, comparison.scale, context)
    let right = try side(comparison.right, comparison.scale, context)
    (equation.left, equation.leftConstant) = (left.terms, left.constant)
    (equation.right, equation.rightConstant) = (right.terms, right.constant)
    (equation.leftName, equation.rightName) = (names(of: comparison.left), names(of: comparison.right))
    equation.leftIsOfPrior = comparison.left.first(where: \.namesForm)?.isPrior ?? false
    equation.rightIsOfPrior = comparison.right.first(where: \.namesForm)?.isPrior ?? false
    equation.digit = max(left.digit, right.digit)
    return equation
  }

  /// The forms that a side names, each once.
  func names(of terms: [LinearRule.Term]) -> String {
    var names: [String] = []
    for case .cells(let cells) in terms.map(\.operand) {
      let form = figures.form(cells.form)?.name ?? cells.form
      let name = cells.isPrior ? PriorWord.chinese + " " + form : form
      if !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: "、")
  }

  /// What counts on one side: the figures, the constants, and the coarsest last digit of the forms.
  mutating func side(
    _ terms: [LinearRule.Term], _ scale: Int64, _ context: Context
  ) throws(Missing) -> (terms: [Equation.Term], constant: Int64, digit: Int64) {
    var result: [Equation.Term] = []
    var constant: Int64 = 0
    var digit: Int64 = 1
    for term in terms {
      switch term.operand {
      case .constant(let amount):
        let (sum, overflow) = constant.addingReportingOverflow(amount.fen)
        if overflow { throw Missing(reason: .overflow) }
        constant = sum
      case .cells(let cells):
        let form = try self.form(of: cells)
        digit = max(digit, form.digit)
        result += try self.terms(cells, term.factor, form, context)
      }
    }
    return (result, constant, digit)
  }

  /// The figures that a reference means on this book.
  mutating func terms(
    _ cells: LinearRule.CellSet, _ factor: Int64, _ form: FormFigures, _ context: Context
  ) throws(Missing) -> [Equation.Term] {
    var terms: [Equation.Term] = []
    if case .fields(let paths) = cells.rows {
      for path in paths { terms.append(try term(form, field: path, factor)) }
      return terms
    }
    var columns: [LabelPath] = []
    switch cells.columns {
    case .paths(let paths): columns = paths
    case .current, .every: columns = context.column.map { [$0] } ?? []
    case .none: break
    }
    if form.isPrior { try requirePredecessors(of: columns, rows: cells.rows, in: form) }
    if case .matching(let conditions) = cells.rows {
      if let column = missingColumn(of: conditions, in: form) {
        throw Missing(reason: form.reason(.columnMissing(form: form.name, column)))
      }
      // A row that may belong here or not leaves the sum open, where it says an amount.
      for key in undecided(conditions, in: form, context) where saysAmounts(form, key.row) {
        throw Missing(reason: .unreadable(place(key, in: form)))
      }
    }
    for row in try rows(cells.rows, form, context) {
      for column in columns { terms.append(try term(form, row, column, factor)) }
    }
    return terms
  }

  mutating func rows(
    _ rows: LinearRule.RowSet, _ form: FormFigures, _ context: Context
  ) throws(Missing) -> [Int] {
    switch rows {
    case .current where form.isPrior: return try priorRows(of: context, in: form)
    case .current: return context.row.map { [$0] } ?? []
    case .total:
      if let total = form.total { return [total] }
      // A form that says no amount has a total of nothing.
      if form.needsNoTotal { return [] }
      throw Missing(reason: form.reason(.rowMissing(form: form.name, form.totalLabel)))
    case .level(let kind):
      return (form.data?.rows ?? []).indices.filter { form.data?.rows[$0].kind == kind }
    case .fixed(let pane, let row):
      if let index = form.fixedRows[pane][row] { return [index] }
      throw Missing(
        reason: form.reason(.rowMissing(form: form.name, "\(form.definition.panes[pane].fixedRows[row].path)")))
    case .classes(let pane) where context.className == nil:
      let fixed = form.definition.panes[pane].fixedRows
      var rows: [Int] = []
      for (number, row) in fixed.enumerated() where row.classCode != nil {
        guard let index = form.fixedRows[pane][number] else {
          throw Missing(reason: form.reason(.rowMissing(form: form.name, "\(row.path)")))
        }
        rows.append(index)
      }
      return rows
    case .sameClass(let pane), .classes(let pane):
      let fixed = form.definition.panes[pane].fixedRows
      guard let row = fixed.firstIndex(where: { $0.classCode == context.className && $0.classCode != nil }) else {
        return []
      }
      if let index = form.fixedRows[pane][row] { return [index] }
      throw Missing(reason: form.reason(.rowMissing(form: form.name, "\(fixed[row].path)")))
    case .matching(let conditions): return matching(conditions, in: form, context)
    case .fields: return []
    }
  }
}
