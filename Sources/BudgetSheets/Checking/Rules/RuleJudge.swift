/// Makes the equations of a book: every instance of every rule with amounts.
struct RuleJudge {
  let figures: Figures
  let set: FormSet
  var outcomes = RuleOutcomes()
  private var keyTexts: [KeyColumns: [String?]] = [:]
  private var keyRows: [KeyColumns: [String: [Int]]] = [:]
  /// The figures of the equation being made that hold no readable amount.
  private var unreadable: Set<Int> = []
  private var openKeys: [KeyColumns: [OpenKey]] = [:]
  private var conditionIndex: [LinearRule.Comparison: Result<Int, Missing>] = [:]

  private struct KeyColumns: Hashable {
    var form: String
    var columns: [LabelPath]
    var kind = RowKind.detail
  }

  /// A row of details whose key cannot be read: the cell that is to blame, and what stands before it.
  private struct OpenKey {
    var row: Int
    var column: LabelPath
    var known: String
  }

  /// Why an equation cannot be made.
  private struct Missing: Error {
    var reason: RuleResult.Reason
  }

  /// The row and column for which a rule is judged.
  private struct Context {
    var form: FormFigures?
    var row: Int?
    var column: LabelPath?
    var className: String?
    var keys: [String] = []
  }

  init(figures: Figures, set: FormSet) {
    self.figures = figures
    self.set = set
  }

  // MARK: Implied rules

  /// Judges a rule that a form implies.
  mutating func judge(_ rule: ImpliedRule, _ description: RuleDescription) {
    let index = outcomes.begin(description)
    guard let form = figures.form(rule.form), let data = form.data else {
      let definition = set.form(rule.form)
      outcomes.cannotCheck(index, .formMissing(definition?.code ?? rule.form))
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
  private static func hasAmounts(_ kind: RowKind) -> Bool {
    switch kind {
    case .total, .department, .unit, .detail, .fixed: true
    case .continuation, .indicator, .unclassified: false
    }
  }

  /// Whether a column belongs to the pane of a row.
  private static func isIn(_ form: FormFigures, _ row: Int, _ column: LabelPath) -> Bool {
    guard let pane = form.data?.rows[row].pane else { return true }
    return column.labels.first == pane
  }

  private func columns(of pane: Pane, in form: FormFigures) -> [LabelPath] {
    form.definition.leaves[pane.leaves].filter(\.isAmount).map(\.path)
  }

  private mutating func rowSum(_ index: Int, _ form: FormFigures, _ pane: Int, _ row: Int) {
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

  private mutating func rowPart(_ index: Int, _ form: FormFigures, _ pane: Int, _ row: Int) {
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

  private mutating func levelSum(_ index: Int, _ form: FormFigures, _ kind: RowKind) {
    guard let data = form.data, let pane = form.definition.panes.first(where: { !$0.levels.isEmpty }) else { return }
    if kind == .total, form.total == nil, !data.rows.isEmpty {
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

  private mutating func add(
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
  private mutating func take(_ equation: Equation) {
    guard let figure = unreadable.min() else {
      outcomes.equations.append(equation)
      return
    }
    outcomes.cannotCheck(equation.rule, .unreadable(figures.place(figure)))
    if unreadable.count == 1 { outcomes.open.append((equation, figure)) }
  }

  private mutating func addFields(_ index: Int, _ form: FormFigures, _ path: LabelPath, _ parts: [LabelPath]) {
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

  private mutating func term(
    _ form: FormFigures, _ row: Int, _ column: LabelPath, _ factor: Int64
  ) throws(Missing) -> Equation.Term {
    if form.missing.contains(column) { throw Missing(reason: .columnMissing(form: form.name, column)) }
    guard let index = form.columnIndex[column] else {
      throw Missing(reason: .columnMissing(form: form.name, column))
    }
    return term(form.figure(row: row, column: index), factor)
  }

  private mutating func term(_ form: FormFigures, field path: LabelPath, _ factor: Int64) throws(Missing)
    -> Equation.Term
  {
    guard let index = form.fieldIndex[path] else { throw Missing(reason: .rowMissing(form: form.name, "\(path)")) }
    if form.data?.sheet != nil, form.data?.fields[path] == nil, form.hasAddresses, form.data?.blanks.fields[path] == nil
    {
      throw Missing(reason: .rowMissing(form: form.name, "\(path)"))
    }
    return term(form.base + index, factor)
  }

  private mutating func term(_ figure: Int, _ factor: Int64) -> Equation.Term {
    if figures.states[figure] == .unreadable { unreadable.insert(figure) }
    return Equation.Term(figure: figure, factor: factor)
  }

  // MARK: Rules of the set

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
  private mutating func contexts(of rule: LinearRule, _ index: Int) -> [Context] {
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
        } else if !data.rows.isEmpty {
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
  private mutating func keyContexts(of rule: LinearRule, _ index: Int) -> [Context] {
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

  private func saysAmounts(_ form: FormFigures, _ row: Int) -> Bool {
    form.columns.indices.contains { figures.states[form.figure(row: row, column: $0)] != .blank }
  }

  private mutating func add(_ index: Int, _ rule: LinearRule, _ comparison: LinearRule.Comparison, _ context: Context) {
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
  private func isSumInForm(_ equation: Equation) -> Bool {
    let terms = equation.left + equation.right
    guard !equation.left.isEmpty, !equation.right.isEmpty,
      (equation.left.count == 1) != (equation.right.count == 1), let first = terms.first,
      equation.leftConstant == 0, equation.rightConstant == 0
    else { return false }
    let form = figures.form(of: first.figure).definition.form
    return terms.allSatisfy {
      $0.factor == equation.scale && figures.form(of: $0.figure).definition.form == form
    }
  }

  private mutating func condition(_ comparison: LinearRule.Comparison, _ text: String) throws(Missing) -> Int {
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

  private mutating func equation(
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
    equation.digit = max(left.digit, right.digit)
    return equation
  }

  /// The forms that a side names, each once.
  private func names(of terms: [LinearRule.Term]) -> String {
    var names: [String] = []
    for case .cells(let cells) in terms.map(\.operand) {
      let name = figures.form(cells.form)?.name ?? cells.form
      if !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: "、")
  }

  /// What counts on one side: the figures, the constants, and the coarsest last digit of the forms.
  private mutating func side(
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
        guard let form = figures.form(cells.form), form.data != nil else {
          throw Missing(reason: .formMissing(figures.form(cells.form)?.name ?? cells.form))
        }
        digit = max(digit, form.digit)
        result += try self.terms(cells, term.factor, form, context)
      }
    }
    return (result, constant, digit)
  }

  /// The figures that a reference means on this book.
  private mutating func terms(
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
    if case .matching(let conditions) = cells.rows {
      if let column = missingColumn(of: conditions, in: form) {
        throw Missing(reason: .columnMissing(form: form.name, column))
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

  private mutating func rows(
    _ rows: LinearRule.RowSet, _ form: FormFigures, _ context: Context
  ) throws(Missing) -> [Int] {
    switch rows {
    case .current: return context.row.map { [$0] } ?? []
    case .total:
      if let total = form.total { return [total] }
      // A form without any row says nothing: its total is nothing.
      if form.data?.rows.isEmpty == true { return [] }
      throw Missing(reason: .rowMissing(form: form.name, form.totalLabel))
    case .level(let kind):
      return (form.data?.rows ?? []).indices.filter { form.data?.rows[$0].kind == kind }
    case .fixed(let pane, let row):
      if let index = form.fixedRows[pane][row] { return [index] }
      throw Missing(
        reason: .rowMissing(form: form.name, "\(form.definition.panes[pane].fixedRows[row].path)"))
    case .classes(let pane) where context.className == nil:
      let fixed = form.definition.panes[pane].fixedRows
      var rows: [Int] = []
      for (number, row) in fixed.enumerated() where row.classCode != nil {
        guard let index = form.fixedRows[pane][number] else {
          throw Missing(reason: .rowMissing(form: form.name, "\(row.path)"))
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
      throw Missing(reason: .rowMissing(form: form.name, "\(fixed[row].path)"))
    case .matching(let conditions): return matching(conditions, in: form, context)
    case .fields: return []
    }
  }

  // MARK: Keys

  /// The rows of details that meet all conditions.
  private mutating func matching(
    _ conditions: [LinearRule.KeyCondition], in form: FormFigures, _ context: Context
  ) -> [Int] {
    var found: [Int]?
    for condition in conditions {
      let rows: [Int]
      switch condition.value {
      case .key(let key): rows = self.rows(form, condition, [context.keys[key]])
      case .className: rows = self.rows(form, condition, context.className.map { [$0] } ?? [])
      case .equals(let texts): rows = self.rows(form, condition, texts)
      case .starts(let texts):
        let all = keyText(form, condition.columns)
        rows = form.rows(of: condition.kind).filter { row in texts.contains { all[row]?.hasPrefix($0) ?? false } }
      case .isNot(let texts):
        let all = keyText(form, condition.columns)
        rows = form.rows(of: condition.kind).filter { row in all[row].map { !texts.contains($0) } ?? false }
      }
      found = found.map { $0.filter(Set(rows).contains) } ?? rows
    }
    return found ?? []
  }

  private mutating func rows(
    _ form: FormFigures, _ condition: LinearRule.KeyCondition, _ texts: [String]
  ) -> [Int] {
    let key = KeyColumns(form: form.definition.form, columns: condition.columns, kind: condition.kind)
    if keyRows[key] == nil {
      let all = keyText(form, condition.columns)
      var rows: [String: [Int]] = [:]
      for row in form.rows(of: condition.kind) { if let text = all[row] { rows[text, default: []].append(row) } }
      keyRows[key] = rows
    }
    return texts.flatMap { keyRows[key]?[$0] ?? [] }
  }

  /// The first column of conditions that the sheet lacks.
  private func missingColumn(of conditions: [LinearRule.KeyCondition], in form: FormFigures) -> LabelPath? {
    conditions.flatMap(\.columns).first(where: form.missing.contains)
  }

  /// The rows of details that meet all conditions or not, as what cannot be read would say.
  private mutating func undecided(
    _ conditions: [LinearRule.KeyCondition], in form: FormFigures, _ context: Context
  ) -> [OpenKey] {
    let open = conditions.map { condition in
      _ = keyText(form, condition.columns)
      return openKeys[KeyColumns(form: form.definition.form, columns: condition.columns)] ?? []
    }
    if open.allSatisfy(\.isEmpty) { return [] }
    let decided = conditions.map { Set(matching([$0], in: form, context)) }
    let maybe = conditions.indices.map { index in
      Set(open[index].filter { Self.mayMeet(conditions[index].value, $0, context) }.map(\.row))
    }
    return open.joined().filter { key in
      conditions.indices.allSatisfy { decided[$0].contains(key.row) || maybe[$0].contains(key.row) }
    }
  }

  /// Whether what stands before the cell that cannot be read leaves it open if a row meets a condition.
  private static func mayMeet(_ value: LinearRule.KeyCondition.Value, _ key: OpenKey, _ context: Context) -> Bool {
    let texts: [String]
    switch value {
    case .key(let number): texts = [context.keys[number]]
    case .className: texts = context.className.map { [$0] } ?? []
    case .equals(let wanted), .starts(let wanted): texts = wanted
    case .isNot: return true
    }
    return texts.contains { $0.hasPrefix(key.known) || key.known.hasPrefix($0) }
  }

  private func place(_ key: OpenKey, in form: FormFigures) -> Place {
    Place(
      form: form.definition.form, sheet: form.data?.sheet, cell: form.data?.rows[key.row].cells[key.column]?.reference,
      row: form.rowName(key.row), path: key.column)
  }

  /// What some columns of each row say together; nil where one of them says nothing.
  private mutating func keyText(_ form: FormFigures, _ columns: [LabelPath]) -> [String?] {
    let key = KeyColumns(form: form.definition.form, columns: columns)
    if let known = keyTexts[key] { return known }
    var open: [OpenKey] = []
    let texts = (form.data?.rows ?? []).enumerated().map { number, row -> String? in
      var text = ""
      var isOpen = false
      for column in columns {
        // Codes may end early, as a subtotal's do; what cannot be read, or begins with nothing, is no key.
        guard let part = row.text(column) else {
          if row.cells[column] != nil {
            if row.kind == .detail { open.append(OpenKey(row: number, column: column, known: text)) }
            return nil
          }
          isOpen = true
          continue
        }
        if isOpen { return nil }
        text += RuleReferenceReader.comparable(part)
      }
      return text.isEmpty ? nil : text
    }
    keyTexts[key] = texts
    openKeys[key] = open
    return texts
  }
}
