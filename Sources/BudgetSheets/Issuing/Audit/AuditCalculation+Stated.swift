import XlsxPackage

extension AuditCalculation {
  /// The rows that judge a rule that the set states; none where it speaks of what the workbook does not have.
  mutating func judge(_ rule: LinearRule) -> [AuditBlock] {
    // The workbook that is filled in does not hold the year before.
    if rule.speaksOfPrior { return [] }
    guard rule.each.allSatisfy({ mirrors[$0.form] != nil }), let conditions = conditions(rule) else { return [] }
    var blocks: [AuditBlock] = []
    for comparison in rule.comparisons {
      var relation = relation(comparison.relation)
      relation.conditions = conditions.cells
      relation.holdsOnBlanks = conditions.hold
      relation.allowsPrinted = (comparison.left + comparison.right).allSatisfy {
        if case .cells = $0.operand { $0.factor.magnitude == comparison.scale.magnitude } else { true }
      }
      relation.otherwise = rule.otherwise
      guard let made = self.blocks(of: rule, comparison, relation) else { return [] }
      blocks += made
    }
    return blocks
  }

  /// The rows of one comparison; nil where it cannot be written.
  private mutating func blocks(
    of rule: LinearRule, _ comparison: LinearRule.Comparison, _ relation: AuditRelation
  ) -> [AuditBlock]? {
    if rule.each.isEmpty { return once(comparison, relation, AuditExpression.Context()).map { [$0] } }
    var blocks: [AuditBlock] = []
    for each in rule.each {
      guard let mirror = mirrors[each.form] else { return nil }
      switch each.rows {
      case .classes(let pane):
        for (number, fixed) in mirror.form.panes[pane].fixedRows.enumerated() {
          guard let className = fixed.classCode else { continue }
          guard let made = rows(each, mirror, pane, number, className, comparison, relation) else { return nil }
          blocks += made
        }
      case .fixed(let pane, let number):
        guard let made = rows(each, mirror, pane, number, nil, comparison, relation) else { return nil }
        blocks += made
      case .level, .matching, .total:
        guard let made = overRows(rule, each, mirror, comparison, relation) else { return nil }
        blocks.append(made)
      case .current, .sameClass, .fields: return nil
      }
    }
    return blocks
  }

  private mutating func once(
    _ comparison: LinearRule.Comparison, _ relation: AuditRelation, _ context: AuditExpression.Context
  ) -> AuditBlock? {
    guard let left = try? expression.side(comparison.left, scale: comparison.scale, context),
      let right = try? expression.side(comparison.right, scale: comparison.scale, context)
    else { return nil }
    return once(left, right, relation, isRounding: isRounding(left, right))
  }

  /// The tests by which a difference is one of rounding: each figure as printed, and where a figure is compared with the sum
  /// of others of its form, the rounding of the addends.
  private func isRounding(_ left: AuditExpression.Side, _ right: AuditExpression.Side) -> [String] {
    guard left.isPlain, right.isPlain, !left.forms.isEmpty, !right.forms.isEmpty else { return [] }
    var tests = ["ROUND(\(left.rounded)-(\(right.rounded)),\(set.unit.exactDecimals))=0"]
    let (total, sum) = left.isSingle ? (left, right) : (right, left)
    if left.isSingle != right.isSingle, left.forms.union(right.forms).count == 1, let cell = total.cells.first,
      let mirror = mirrors[cell.form], let place = sheetCell(mirror, cell)
    {
      tests.append(
        within(
          "\(left.text)-(\(right.text))", count: sum.count,
          formulaCell: FormulaText.sheet(mirror.places.sheet) + FormulaText.fixed(place.row, place.column)))
    }
    return tests
  }

  /// The rows of a printed row: one, or one for each column.
  private mutating func rows(
    _ each: LinearRule.Each, _ mirror: AuditMirror, _ pane: Int, _ number: Int, _ className: String?,
    _ comparison: LinearRule.Comparison, _ relation: AuditRelation
  ) -> [AuditBlock]? {
    let body = mirror.places.body ?? 1...1
    let n = mirror.places.fixedRows[pane][number] - body.lowerBound + 1
    let leaves = mirror.form.panes[pane].leaves.filter { mirror.leaves[$0].isAmount }
    let columns: [LabelPath?] = each.everyColumn ? leaves.map { mirror.leaves[$0].path } : [nil]
    var blocks: [AuditBlock] = []
    for column in columns {
      let context = AuditExpression.Context(
        row: n, column: column, className: className)
      guard let block = once(comparison, relation, context) else { return nil }
      blocks.append(block)
    }
    return blocks
  }

  // MARK: Free rows

  /// Judges every row of a form of a kind: both sides stand beside the row in the mirror.
  private mutating func overRows(
    _ rule: LinearRule, _ each: LinearRule.Each, _ mirror: AuditMirror, _ comparison: LinearRule.Comparison,
    _ relation: AuditRelation
  ) -> AuditBlock? {
    let shared = each.everyColumn ? mirror.amounts : []
    let columns: [LabelPath?] = each.everyColumn ? shared.map { $0 } : [nil]
    let named = namedColumns(of: comparison, in: each.form)
    var places: [(path: LabelPath, left: Int)] = []
    for column in columns {
      let path = column ?? named.first ?? mirror.amounts.first
      guard let path else { return nil }
      places.append((path, newColumn(each.form, for: path)))
    }
    // The right sides stand in as many columns behind the left ones.
    for place in places { _ = newColumn(each.form, for: place.path) }
    let offset = places.count
    for n in 1...max(mirror.capacity, 1) {
      guard let condition = condition(rule, each, mirror, n) else { return nil }
      for (index, place) in places.enumerated() {
        let context = AuditExpression.Context(
          row: n, column: columns[index], keys: keys(rule, each, mirror, n))
        guard let left = try? expression.side(comparison.left, scale: comparison.scale, context),
          let right = try? expression.side(comparison.right, scale: comparison.scale, context)
        else { return nil }
        let row = mirror.row(n)
        let isDue = isDueOnBlanks(each, mirror, n)
        func stored(_ side: AuditExpression.Side) -> Double { isDue ? side.constant.double(in: set.unit) : 0 }
        put(.formula(condition.applied(to: left.text), result: stored(left)), row: row, column: place.left)
        put(.formula(condition.applied(to: right.text), result: stored(right)), row: row, column: place.left + offset)
      }
    }
    guard let first = places.first, let last = places.last, let current = mirrors[each.form] else { return nil }
    var block = overSides(
      current, left: first.left...last.left, right: first.left + offset...last.left + offset, relation)
    for place in places {
      let marked = each.everyColumn ? [place.path] : named
      for path in marked {
        block.marks.append(
          AuditBlock.Mark(
            form: each.form, path: path,
            kind: .sides(relation, left: place.left, right: place.left + offset)))
      }
    }
    return block
  }

  /// The columns of a form that a comparison names, in their order.
  private func namedColumns(of comparison: LinearRule.Comparison, in form: String) -> [LabelPath] {
    var paths: [LabelPath] = []
    for case .cells(let cells) in (comparison.left + comparison.right).map(\.operand) where cells.form == form {
      if case .paths(let columns) = cells.columns { paths += columns.filter { !paths.contains($0) } }
    }
    return paths
  }

  /// When a row is judged.
  private struct RowCondition {
    /// Whether the row is of the kind, as a condition.
    var isDue: String
    /// Whether a key is missing; nil where there are none.
    var lacksKey: String?
    /// The amounts of the row: where a row without its key says any, nothing can be told.
    var amounts: String

    func applied(to side: String) -> String {
      guard let lacksKey else { return "IF(\(isDue),\(side),0)" }
      return "IF(\(isDue),IF(\(lacksKey),IF(SUMSQ(\(amounts))=0,0,NA()),\(side)),0)"
    }
  }

  /// Whether a row is judged before anything is filled in, as far as its kind and its conditions say.
  private func isDueOnBlanks(_ each: LinearRule.Each, _ mirror: AuditMirror, _ n: Int) -> Bool {
    let kind = each.rows.kind
    guard storedKind(mirror, n) == AuditMirror.number(of: kind) else { return false }
    guard case .matching(let conditions) = each.rows else { return true }
    return conditions.allSatisfy { condition in
      let text = storedText(mirror, AuditKey(columns: condition.columns, kind: kind), n)
      switch condition.value {
      case .equals(let wanted): return wanted.contains(text)
      case .starts(let wanted): return wanted.contains { text.hasPrefix($0) }
      case .isNot(let wanted): return !text.isEmpty && !wanted.contains(text)
      case .key, .className: return false
      }
    }
  }

  private func keys(_ rule: LinearRule, _ each: LinearRule.Each, _ mirror: AuditMirror, _ n: Int) -> [String] {
    rule.keys.map { key in
      mirror.text(of: AuditKey(columns: key.columns[each.form] ?? [], kind: each.rows.kind), n) ?? "\"\""
    }
  }

  private func condition(
    _ rule: LinearRule, _ each: LinearRule.Each, _ mirror: AuditMirror, _ n: Int
  ) -> RowCondition? {
    let row = mirror.row(n)
    let kind = each.rows.kind
    var tests = ["\(FormulaText.cell(row, AuditMirror.kindColumn))=\(AuditMirror.number(of: kind))"]
    if case .matching(let conditions) = each.rows {
      for condition in conditions {
        guard let text = mirror.text(of: AuditKey(columns: condition.columns, kind: kind), n) else {
          return nil
        }
        tests.append(expression.test(text, condition.value, AuditExpression.Context()))
      }
    }
    let own = keys(rule, each, mirror, n)
    if rule.onlyMatched {
      for other in rule.each where other.form != each.form {
        guard let mirror = mirrors[other.form] else { return nil }
        var factors: [String] = []
        for (key, text) in zip(rule.keys, own) {
          let columns = key.columns[other.form] ?? []
          guard let texts = mirror.texts(of: AuditKey(columns: columns, kind: other.rows.kind)) else { return nil }
          factors.append("EXACT(\(texts),\(text))")
        }
        // A row without its key is told as such, not passed over as one that has no counterpart.
        let isAlone = own.map { "\($0)=\"\"" }
        tests.append(
          "(\((isAlone + ["SUMPRODUCT(1*\(factors.joined(separator: "*")))>0"]).map { "(\($0))" }.joined(separator: "+")))>0"
        )
      }
    }
    return RowCondition(
      isDue: tests.count == 1 ? tests[0] : "AND(\(tests.joined(separator: ",")))",
      lacksKey: own.isEmpty
        ? nil : own.count == 1 ? "\(own[0])=\"\"" : "OR(\(own.map { "\($0)=\"\"" }.joined(separator: ",")))",
      amounts: FormulaText.cell(row, mirror.amountColumns.lowerBound) + ":"
        + FormulaText.cell(row, mirror.amountColumns.upperBound))
  }
}
