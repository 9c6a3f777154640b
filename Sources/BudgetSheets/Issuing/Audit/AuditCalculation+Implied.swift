import XlsxPackage

extension AuditCalculation {
  /// The rows that judge a rule that a form implies.
  mutating func judge(_ rule: ImpliedRule) -> [AuditBlock] {
    guard let mirror = mirrors[rule.form] else { return [] }
    switch rule.kind {
    case .columnSum(let column, let parts): return columnRule(mirror, column, parts, isSum: true)
    case .columnPart(let column, let whole): return columnRule(mirror, column, [whole], isSum: false)
    case .rowSum(let pane, let row): return rowSum(mirror, pane, row)
    case .rowPart(let pane, let row): return rowPart(mirror, pane, row)
    case .levelSum(.total): return totalSum(mirror)
    case .levelSum(let kind) where kind.isOfClass: return classSum(mirror, kind)
    case .levelSum(let kind): return levelSum(mirror, kind)
    case .fieldSum(let path, let parts):
      guard let total = side(mirror, fields: [path]), let sum = side(mirror, fields: parts),
        let cell = mirror.places.fields[path]
      else { return [] }
      return [
        once(total, sum, relation(.equal), isRounding: isRounding(total, sum, cell: cell, mirror))
      ]
    }
  }

  // MARK: Rounding

  /// The tests by which a difference between a sum and its parts is one of rounding.
  private func isRounding(
    _ total: AuditExpression.Side, _ sum: AuditExpression.Side, cell: CellReference, _ mirror: AuditMirror
  ) -> [String] {
    let (left, right) = (total.cells.map(\.reference), sum.cells.map(\.reference))
    return isRounding(
      left: left, right: right,
      formulaCell: FormulaText.sheet(mirror.places.sheet) + FormulaText.fixed(cell.row, cell.column))
  }

  func isRounding(left: [CellReference], right: [CellReference], formulaCell: String) -> [String] {
    let digits = set.decimals
    let difference = "\(FormulaText.sum(left))-(\(FormulaText.sum(right)))"
    return [
      "ROUND(\(FormulaText.roundedSum(left, digits: digits))-(\(FormulaText.roundedSum(right, digits: digits))),\(set.unit.exactDecimals))=0",
      within(difference, count: FormulaText.count(right), formulaCell: formulaCell),
    ]
  }

  /// Whether a difference is within the rounding of so many addends; a cell that adds them up itself must agree exactly.
  func within(_ difference: String, count: String, formulaCell: String) -> String {
    "ROUND(ABS(\(difference)),\(set.unit.exactDecimals))<=IF(IFERROR(_xlfn.ISFORMULA(\(formulaCell)),FALSE),0,IF(\(count)<=1,0,INT((\(count)+1)/2)*\(digit)))"
  }

  // MARK: Columns

  /// Judges each row of a form: one column against others.
  private mutating func columnRule(
    _ mirror: AuditMirror, _ column: LabelPath, _ parts: [LabelPath], isSum: Bool
  ) -> [AuditBlock] {
    guard let leaf = mirror.leaf(of: column),
      let pane = mirror.form.panes.firstIndex(where: { $0.leaves.contains(leaf) }), let body = mirror.places.body
    else { return [] }
    let place = newColumn(mirror.form.form, for: column)
    let relation = relation(isSum ? .equal : .atMost)
    var numbers = Array(1...max(mirror.capacity, 1))
    if !mirror.isOpen { numbers = mirror.places.fixedRows[pane].map { $0 - body.lowerBound + 1 } }
    for n in numbers {
      let row = mirror.row(n)
      guard let value = mirror.column(of: column) else { return [] }
      var cells: [CellReference] = []
      for part in parts {
        guard let column = mirror.column(of: part) else { return [] }
        cells.append(CellReference(row: row, column: column))
      }
      let total = CellReference(row: row, column: value)
      let sheet = FormulaText.sheet(mirror.places.sheet)
      let cell =
        mirror.isOpen
        ? "INDEX(\(sheet)\(FormulaText.fixed(body, leaf + 1...leaf + 1)),\(n))"
        : sheet + FormulaText.fixed(body.lowerBound + n - 1, leaf + 1)
      let tests = isSum ? isRounding(left: [total], right: cells, formulaCell: cell) : []
      let sum = FormulaText.sum(cells)
      let verdict = relation.verdict("\(total)", cells.count == 1 ? sum : "(\(sum))", isRounding: tests)
      let formula =
        mirror.isOpen ? "IF(\(FormulaText.cell(row, AuditMirror.kindColumn))=0,\"\",\(verdict))" : verdict
      put(.formulaOfText(formula, result: ""), row: row, column: place)
    }
    let current = mirrors[mirror.form.form] ?? mirror
    var block = overVerdicts(
      current, rows: mirror.rows, columns: place...place, filter: nil,
      value: { position in
        let values = mirror.column(of: column) ?? 1
        return "INDEX(\(FormulaText.fixed(1...mirror.bottom, values...values)),INT(\(position)/1000))"
      }, place: { Self.place(current, position: $0) })
    block.marks = [AuditBlock.Mark(form: mirror.form.form, path: column, kind: .verdicts(column: place))]
    return [block]
  }

  // MARK: Printed rows

  private func side(_ mirror: AuditMirror, fields: [LabelPath]) -> AuditExpression.Side? {
    var side = AuditExpression.Side()
    for path in fields {
      guard let reference = mirror.field(path) else { return nil }
      side.cells.append(.init(form: mirror.form.form, path: path, reference: reference))
    }
    side.text = FormulaText.sum(side.cells.map(\.reference))
    return side
  }

  private func side(_ mirror: AuditMirror, pane: Int, rows: [Int], _ path: LabelPath) -> AuditExpression.Side? {
    var side = AuditExpression.Side()
    for row in rows {
      guard let reference = mirror.fixed(pane: pane, row: row, path) else { return nil }
      side.cells.append(.init(form: mirror.form.form, path: path, reference: reference))
    }
    side.text = FormulaText.sum(side.cells.map(\.reference))
    return side
  }

  private mutating func rowSum(_ mirror: AuditMirror, _ pane: Int, _ row: Int) -> [AuditBlock] {
    let definition = mirror.form.panes[pane]
    let fixed = definition.fixedRows[row]
    let parts = fixed.sum.compactMap { path in definition.fixedRows.firstIndex { $0.path == path } }
    var blocks: [AuditBlock] = []
    for leaf in definition.leaves where mirror.leaves[leaf].isAmount {
      let path = mirror.leaves[leaf].path
      guard let total = side(mirror, pane: pane, rows: [row], path),
        let sum = side(mirror, pane: pane, rows: parts, path)
      else { continue }
      let cell = CellReference(row: mirror.places.fixedRows[pane][row], column: leaf + 1)
      blocks.append(once(total, sum, relation(.equal), isRounding: isRounding(total, sum, cell: cell, mirror)))
    }
    return blocks
  }

  private mutating func rowPart(_ mirror: AuditMirror, _ pane: Int, _ row: Int) -> [AuditBlock] {
    let definition = mirror.form.panes[pane]
    guard let whole = definition.fixedRows.firstIndex(where: { $0.path == definition.fixedRows[row].partOf }) else {
      return []
    }
    var blocks: [AuditBlock] = []
    for leaf in definition.leaves where mirror.leaves[leaf].isAmount {
      let path = mirror.leaves[leaf].path
      guard let part = side(mirror, pane: pane, rows: [row], path),
        let sum = side(mirror, pane: pane, rows: [whole], path)
      else { continue }
      blocks.append(once(part, sum, relation(.atMost)))
    }
    return blocks
  }

  // MARK: Levels

  func summed(_ mirror: AuditMirror) -> [LabelPath] {
    let repeated = Set(mirror.form.panes.flatMap(\.levels).flatMap(\.repeated))
    return mirror.amounts.filter { !repeated.contains($0) }
  }

  /// The total row against the rows below it.
  private mutating func totalSum(_ mirror: AuditMirror) -> [AuditBlock] {
    var blocks: [AuditBlock] = []
    let belongs = "(\(mirror.parents)=0)*(\(mirror.kinds)>1)"
    for path in summed(mirror) {
      guard let reference = mirror.total(path), let values = mirror.values(path), let cell = mirror.totalCell(path)
      else { continue }
      var total = AuditExpression.Side()
      total.text = "\(reference)"
      total.cells = [.init(form: mirror.form.form, path: path, reference: reference, isTotal: true)]
      var sum = AuditExpression.Side()
      sum.text = "SUMPRODUCT(\(belongs)*\(values))"
      let test = within(
        "\(reference)-\(sum.text)", count: "SUMPRODUCT(\(belongs)*(\(values)<>0))",
        formulaCell: FormulaText.sheet(mirror.places.sheet) + FormulaText.fixed(cell.row, cell.column))
      blocks.append(once(total, sum, relation(.equal), isRounding: [test]))
    }
    return blocks
  }

  /// The rows of departments, or of units, against the rows below each.
  private mutating func levelSum(_ mirror: AuditMirror, _ kind: RowKind) -> [AuditBlock] {
    guard let rows = mirror.slotRows, let body = mirror.places.body else { return [] }
    let columns = slotColumns(mirror, rows, body)
    let current = mirrors[mirror.form.form] ?? mirror
    let kinds = FormulaText.fixed(rows, 2...2)
    let number = AuditMirror.number(of: kind)
    let numbers = FormulaText.fixed(1...mirror.bottom, 1...1)
    var block = overVerdicts(
      current, rows: rows, columns: columns, filter: "(\(kinds)=\(number))",
      value: { position in
        let values = FormulaText.fixed(1...mirror.rows.upperBound, mirror.amountColumns)
        return
          "INDEX(\(values),\(mirror.top + 2)+INDEX(\(numbers),INT(\(position)/1000)),MOD(\(position),1000)-\(columns.lowerBound - 1))"
      },
      place: { position in
        // The slot stands elsewhere than the row that it is about.
        let row = "(INDEX(\(numbers),INT(\(position)/1000))+\(mirror.top + 2))*1000+MOD(\(position),1000)"
        return Self.place(current, position: "(\(row))")
      })
    let summed = summed(mirror)
    for (index, path) in mirror.amounts.enumerated() where summed.contains(path) {
      block.marks.append(
        AuditBlock.Mark(
          form: mirror.form.form, path: path, kind: .slots(column: columns.lowerBound + index, kind: number)))
    }
    return [block]
  }

  /// The columns with the verdicts on the rows of departments and units; made once a form.
  private mutating func slotColumns(
    _ mirror: AuditMirror, _ rows: ClosedRange<Int>, _ body: ClosedRange<Int>
  ) -> ClosedRange<Int> {
    if let known = slotColumns[mirror.form.form] { return known }
    let summed = summed(mirror)
    var first: Int?
    var last = 1
    for path in mirror.amounts {
      let column = newColumn(mirror.form.form, for: path)
      first = first ?? column
      last = column
    }
    // The sums stand in as many columns behind the verdicts.
    for path in mirror.amounts { _ = newColumn(mirror.form.form, for: path) }
    for (index, path) in mirror.amounts.enumerated() {
      let column = (first ?? 1) + index
      guard summed.contains(path), let values = mirror.values(path) else { continue }
      let leaf = (mirror.leaf(of: path) ?? 0) + 1
      for row in rows {
        let n = FormulaText.cell(row, 1)
        let value = "INDEX(\(values),\(n))"
        let parts = "(\(mirror.parents)=\(n))"
        let sumCell = CellReference(row: row, column: column + mirror.amounts.count)
        put(
          .formula("IF(\(n)=0,0,SUMPRODUCT(\(parts)*\(values)))", result: 0), row: row, column: sumCell.column)
        let sum = "\(sumCell)"
        let cell = "INDEX(\(FormulaText.sheet(mirror.places.sheet))\(FormulaText.fixed(body, leaf...leaf)),\(n))"
        let test = within("\(value)-\(sum)", count: "SUMPRODUCT(\(parts)*(\(values)<>0))", formulaCell: cell)
        let verdict = relation(.equal).verdict(value, sum, isRounding: [test])
        put(
          .formulaOfText("IF(\(FormulaText.cell(row, 3))=0,\"\",\(verdict))", result: ""), row: row, column: column)
      }
    }
    let columns = (first ?? 1)...last
    slotColumns[mirror.form.form] = columns
    return columns
  }
}
