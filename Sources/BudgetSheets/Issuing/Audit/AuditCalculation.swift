import XlsxPackage

/// The sheet 审核计算: the mirrors of all forms, and below them one row for each thing that a rule compares.
struct AuditCalculation {
  let set: FormSet
  private(set) var plan: SheetPlan
  private(set) var keyPlan: SheetPlan
  private(set) var mirrors: [String: AuditMirror] = [:]
  private(set) var lines: [AuditLine] = []
  /// The rules that are no equations of amounts, or speak of what the workbook does not have: those are not told by 审核.
  private(set) var omitted: [RuleDescription] = []
  var expression: AuditExpression { AuditExpression(set: set, mirrors: mirrors) }
  /// The cell that says why rules cannot be told, if any.
  private(set) var reason: CellReference?
  private var nextRow = 1
  /// The cell that holds the text of guard rows.
  static let guardCell = "$A$2"
  private var conditionRows: [LinearRule.Comparison: (cell: String, holds: Bool)] = [:]
  /// The columns with the verdicts on departments and units, by form.
  var slotColumns: [String: ClosedRange<Int>] = [:]

  /// Lays out the sheet.
  ///
  /// - Parameters:
  ///   - set: The form set.
  ///   - book: Its rules.
  ///   - places: Where the forms' parts stand, by form.
  ///   - texts: What is filled in from the start in the free rows of each form, by row and column.
  init(set: FormSet, rules book: RuleBook, places: [String: FormPlaces], texts: [String: [Int: [LabelPath: String]]]) {
    self.set = set
    plan = SheetPlan(name: IssuedSheet.calculation, widths: [14])
    keyPlan = SheetPlan(name: IssuedSheet.keys, widths: [14])
    plan.isHidden = true
    keyPlan.isHidden = true
    let keys = AuditKeys(book)
    // The text of guard rows, which may stand where keys do.
    plan.put(.text(GuardRow.text), AuditStyle.cell, row: 2, column: 1)
    var top = 4
    for form in set.forms {
      guard let places = places[form.form] else { continue }
      let mirror = AuditMirror(form: form, places: places, top: top, keys: keys.keys(of: form.form))
      let writer = AuditMirrorWriter(set: set, mirror: mirror, texts: texts[form.form] ?? [:])
      writer.write(to: &plan, keys: &keyPlan)
      reason = writer.writeReason(to: &plan, after: reason)
      mirrors[form.form] = mirror
      top = mirror.bottom + 2
    }
    nextRow = top
    for (description, entry) in book.entries {
      switch entry {
      case .structural: omitted.append(description)
      case .implied(let rule): take(description) { calculation in calculation.judge(rule) }
      case .linear(let rule): take(description) { calculation in calculation.judge(rule) }
      }
    }
  }

  private mutating func take(_ description: RuleDescription, _ judge: (inout Self) -> [AuditBlock]) {
    let blocks = judge(&self)
    if blocks.isEmpty {
      omitted.append(description)
    } else {
      lines.append(AuditLine(description: description, blocks: blocks))
    }
  }

  /// Whether the other hidden sheet holds anything.
  var hasKeys: Bool { !keyPlan.cells.isEmpty }

  // MARK: What is stored

  /// What a row of a mirror is before anything is filled in.
  func storedKind(_ mirror: AuditMirror, _ n: Int) -> Int {
    let cell = CellReference(row: mirror.row(n), column: AuditMirror.kindColumn)
    guard case .formula(_, let result) = plan.cells[cell]?.content else { return 0 }
    return Int(result)
  }

  /// What a key of a row says before anything is filled in.
  func storedText(_ mirror: AuditMirror, _ key: AuditKey, _ n: Int) -> String {
    guard let column = mirror.column(of: key) else { return "" }
    let cell = CellReference(row: mirror.row(n), column: column)
    let sheet = key.kind == .detail ? plan : keyPlan
    guard case .formulaOfText(_, let result) = sheet.cells[cell]?.content else { return "" }
    return result
  }

  // MARK: What a rule is judged by

  func relation(_ relation: Judgement.Relation) -> AuditRelation {
    AuditRelation(relation: relation, exact: set.unit.exactDecimals, printed: set.decimals)
  }

  /// The last printed digit, as a number.
  var digit: String { self.set.decimals == 0 ? "1" : "0." + String(repeating: "0", count: set.decimals - 1) + "1" }

  /// Takes a new row.
  mutating func newRow() -> Int {
    nextRow += 1
    return nextRow - 1
  }

  mutating func put(_ content: SheetPlan.Content, row: Int, column: Int) {
    plan.put(content, AuditStyle.cell, row: row, column: column)
  }

  /// Takes a new column of a form's mirror, for the cells of one column of the form.
  mutating func newColumn(_ form: String, for path: LabelPath) -> Int {
    guard var mirror = mirrors[form] else { return 1 }
    let column = mirror.nextColumn
    mirror.nextColumn += 1
    mirrors[form] = mirror
    put(.number(Double(mirror.sheetColumn(of: path))), row: mirror.top, column: column)
    return column
  }

  /// The place of a cell as a link's target.
  func place(_ mirror: AuditMirror, _ cell: CellReference) -> String {
    let reference = FormulaText.sheet(mirror.places.sheet) + FormulaText.fixed(cell.row, cell.column)
    return
      "\(FormulaText.text("#" + FormulaText.sheet(mirror.places.sheet)))&ADDRESS(ROW(\(reference)),COLUMN(\(reference)),4)"
  }

  /// The place of a row of a mirror and the column of its sheet that stands above a column of the mirror.
  static func place(_ mirror: AuditMirror, position: String) -> String {
    let body = mirror.places.body ?? 1...1
    let first = FormulaText.sheet(mirror.places.sheet) + FormulaText.fixed(body.lowerBound, 1)
    let row = "ROW(\(first))+INT(\(position)/1000)-\(mirror.rows.lowerBound)"
    let column =
      "INDEX(\(FormulaText.fixed(mirror.top...mirror.top, 1...max(mirror.nextColumn, 200))),MOD(\(position),1000))"
    return "\(FormulaText.text("#" + FormulaText.sheet(mirror.places.sheet)))&ADDRESS(\(row),\(column),4)"
  }

  /// The cells of the conditions of a rule, and whether all hold as long as all amounts are blank; nil where one cannot
  /// be written.
  mutating func conditions(_ rule: LinearRule) -> (cells: [String], hold: Bool)? {
    var cells: [String] = []
    var hold = true
    for condition in rule.conditions {
      if let known = conditionRows[condition.comparison] {
        cells.append(known.cell)
        hold = hold && known.holds
        continue
      }
      let comparison = condition.comparison
      guard let left = try? expression.side(comparison.left, scale: comparison.scale, .init()),
        let right = try? expression.side(comparison.right, scale: comparison.scale, .init())
      else { return nil }
      let row = newRow()
      put(.text(condition.name ?? comparison.text), row: row, column: 1)
      let holds = putSides(left, right, row: row)
      let difference = "ROUND(\(holds.left)-\(holds.right),\(set.unit.exactDecimals))"
      let isTrue = comparison.relation.holds(left.difference(from: right))
      put(
        .formula("IF(\(difference)\(AuditRelation.sign(comparison.relation))0,1,0)", result: isTrue ? 1 : 0), row: row,
        column: AuditBlock.verdictColumn)
      let cell = FormulaText.fixed(row, AuditBlock.verdictColumn)
      conditionRows[comparison] = (cell, isTrue)
      cells.append(cell)
      hold = hold && isTrue
    }
    return (cells, hold)
  }

  /// Puts both sides into a row.
  mutating func putSides(
    _ left: AuditExpression.Side, _ right: AuditExpression.Side, row: Int
  ) -> (left: String, right: String) {
    put(.formula(left.text, result: left.constant.double(in: set.unit)), row: row, column: AuditBlock.leftColumn)
    put(.formula(right.text, result: right.constant.double(in: set.unit)), row: row, column: AuditBlock.rightColumn)
    return (FormulaText.cell(row, AuditBlock.leftColumn), FormulaText.cell(row, AuditBlock.rightColumn))
  }

  /// Judges two sides once.
  mutating func once(
    _ left: AuditExpression.Side, _ right: AuditExpression.Side, _ relation: AuditRelation, isRounding: [String] = []
  ) -> AuditBlock {
    let row = newRow()
    let sides = putSides(left, right, row: row)
    let difference = left.constant.fen - right.constant.fen
    let fails = relation.relationOnBlanks.map { !$0.holds(left.difference(from: right)) } ?? false
    let isNone = relation.relationOnBlanks == nil
    let formula = relation.verdict(sides.left, sides.right, isRounding: isRounding)
    put(
      fails
        ? .formula(formula, result: Amount(fen: difference).double(in: set.unit))
        : .formulaOfText(formula, result: isNone ? AuditBlock.notApplicable : ""), row: row,
      column: AuditBlock.verdictColumn)
    var block = AuditBlock(row: row)
    block.storedVerdict = fails ? .failed : isNone ? .notApplicable : .passed
    block.storedLeft = left.constant.double(in: set.unit)
    block.storedRight = right.constant.double(in: set.unit)
    for cell in left.cells + right.cells {
      block.marks.append(
        AuditBlock.Mark(form: cell.form, path: cell.path, kind: cell.isTotal ? .total : .cell(cell.reference)))
    }
    if let cell = (left.cells + right.cells).first, let mirror = mirrors[cell.form],
      let place = sheetCell(mirror, cell)
    {
      let target = self.place(mirror, place)
      block.storedPlace = "#\(FormulaText.sheet(mirror.places.sheet))\(place)"
      put(.formulaOfText(target, result: block.storedPlace), row: row, column: AuditBlock.placeColumn)
    }
    return block
  }

  /// The cell of the form that a mirrored one stands for.
  func sheetCell(_ mirror: AuditMirror, _ cell: AuditExpression.Side.Cell) -> CellReference? {
    if mirror.form.isBlockForm { return mirror.places.fields[cell.path] }
    if cell.isTotal { return mirror.totalCell(cell.path) }
    guard let body = mirror.places.body else { return nil }
    return CellReference(
      row: body.lowerBound + cell.reference.row - mirror.rows.lowerBound, column: mirror.sheetColumn(of: cell.path))
  }

  /// Judges the rows of a mirror by verdicts that stand in some of its columns.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - columns: The columns of the verdicts.
  ///   - filter: A factor that leaves out rows, as of another level.
  ///   - value: The left side at a position.
  ///   - place: The link's target at a position.
  mutating func overVerdicts(
    _ mirror: AuditMirror, rows: ClosedRange<Int>, columns: ClosedRange<Int>, filter: String?,
    value: (String) -> String, place: (String) -> String
  ) -> AuditBlock {
    let row = newRow()
    let range = FormulaText.fixed(rows, columns)
    let position = FormulaText.cell(row, AuditBlock.positionColumn)
    let found = (filter.map { $0 + "*" } ?? "") + "ISNUMBER(\(range))"
    let isError = (filter.map { $0 + "*" } ?? "") + "ISERROR(\(range))"
    let isRounding =
      filter.map { "SUMPRODUCT(\($0)*(\(range)=\"\(AuditBlock.rounding)\"))>0" }
      ?? "COUNTIF(\(range),\"\(AuditBlock.rounding)\")>0"
    put(
      .formula(
        "IF(SUMPRODUCT(1*(\(found)))=0,0,\(FormulaText.position(in: range, where: "(\(found))")))",
        result: 0), row: row, column: AuditBlock.positionColumn)
    let difference = FormulaText.cell(at: position, in: FormulaText.fixed(1...mirror.bottom, 1...columns.upperBound))
    put(
      .formulaOfText(
        "IF(\(position)>0,\(difference),IF(SUMPRODUCT(1*(\(isError)))>0,NA(),IF(\(isRounding),\"\(AuditBlock.rounding)\",\"\")))",
        result: ""), row: row, column: AuditBlock.verdictColumn)
    put(
      .formulaOfText("IF(\(position)>0,\(value(position)),\"\")", result: ""), row: row,
      column: AuditBlock.leftColumn)
    put(
      .formulaOfText(
        "IF(\(position)>0,\(FormulaText.cell(row, AuditBlock.leftColumn))-\(difference),\"\")", result: ""), row: row,
      column: AuditBlock.rightColumn)
    put(
      .formulaOfText("IF(\(position)>0,\(place(position)),\"\")", result: ""), row: row,
      column: AuditBlock.placeColumn)
    return AuditBlock(row: row)
  }

  /// Judges the rows of a mirror by the sides that stand in some of its columns.
  mutating func overSides(
    _ mirror: AuditMirror, left: ClosedRange<Int>, right: ClosedRange<Int>, _ relation: AuditRelation
  ) -> AuditBlock {
    let row = newRow()
    let (lefts, rights) = (FormulaText.fixed(mirror.rows, left), FormulaText.fixed(mirror.rows, right))
    let position = FormulaText.cell(row, AuditBlock.positionColumn)
    let failure = relation.failure(lefts, rights)
    put(
      .formula(
        "IF(SUMPRODUCT(1*\(failure))=0,0,\(FormulaText.position(in: lefts, where: failure)))",
        result: 0), row: row, column: AuditBlock.positionColumn)
    let all = FormulaText.fixed(1...mirror.bottom, 1...max(left.upperBound, right.upperBound))
    func at(_ offset: Int) -> String { FormulaText.cell(at: position, in: all, columnsOn: offset) }
    let sides = (FormulaText.cell(row, AuditBlock.leftColumn), FormulaText.cell(row, AuditBlock.rightColumn))
    put(.formulaOfText("IF(\(position)>0,\(at(0)),\"\")", result: ""), row: row, column: AuditBlock.leftColumn)
    put(
      .formulaOfText("IF(\(position)>0,\(at(right.lowerBound - left.lowerBound)),\"\")", result: ""), row: row,
      column: AuditBlock.rightColumn)
    var passing = "\"\""
    if let rounding = relation.rounding(lefts, rights) {
      passing = "IF(SUMPRODUCT(1*(\(rounding)))>0,\"\(AuditBlock.rounding)\",\"\")"
    }
    if let condition = relation.condition, relation.otherwise == nil {
      passing = "IF(\(condition)=1,\(passing),\"\(AuditBlock.notApplicable)\")"
    }
    put(
      .formulaOfText(
        "IF(\(position)>0,ROUND(\(sides.0)-\(sides.1),\(set.unit.exactDecimals)),\(passing))",
        result: relation.relationOnBlanks == nil ? AuditBlock.notApplicable : ""), row: row,
      column: AuditBlock.verdictColumn)
    put(
      .formulaOfText("IF(\(position)>0,\(Self.place(mirror, position: position)),\"\")", result: ""), row: row,
      column: AuditBlock.placeColumn)
    var block = AuditBlock(row: row)
    if relation.relationOnBlanks == nil { block.storedVerdict = .notApplicable }
    return block
  }
}
