import XlsxPackage

/// Writes the mirror of a form onto the sheet 审核计算.
struct AuditMirrorWriter {
  let set: FormSet
  let mirror: AuditMirror
  /// The texts of the free rows that are filled in from the start, by row of the sheet and column.
  let texts: [Int: [LabelPath: String]]

  var form: FormDefinition { mirror.form }
  var sheet: String { FormulaText.sheet(mirror.places.sheet) }
  /// The cell that counts the rows of the body.
  private var rowCount: String { FormulaText.fixed(mirror.top, 2) }
  /// The cell that tells where the total row is.
  var totalPlace: String { FormulaText.fixed(mirror.top, 3) }

  func write(to plan: inout SheetPlan, keys: inout SheetPlan) {
    plan.put(.text(mirror.places.sheet), AuditStyle.cell, row: mirror.top, column: 1)
    for path in mirror.amounts {
      guard let column = mirror.column(of: path) else { continue }
      plan.put(.number(Double(mirror.sheetColumn(of: path))), AuditStyle.cell, row: mirror.top, column: column)
    }
    if form.isBlockForm { return writeFields(to: &plan) }
    if mirror.isOpen {
      writeOpenRows(to: &plan, keys: &keys)
    } else {
      writePrintedRows(to: &plan)
    }
  }

  /// Says why the rules of the form cannot be told, in a cell of the mirror: where its first amount is that is none, or that it
  /// has too many rows. What an earlier form says is handed on.
  func writeReason(to plan: inout SheetPlan, after earlier: CellReference?) -> CellReference {
    let place = CellReference(row: mirror.top, column: 4)
    let values = FormulaText.fixed(mirror.rows, mirror.amountColumns)
    let errors = "ISERROR(\(values))"
    let position = FormulaText.position(in: values, where: errors)
    var reason: String
    if form.isBlockForm {
      reason = "IF(SUMPRODUCT(--\(errors))=0,\"\",\(FormulaText.text("#" + sheet + "A1")))"
    } else {
      reason = "IF(SUMPRODUCT(--\(errors))=0,\"\",\(AuditCalculation.place(mirror, position: position)))"
    }
    if mirror.isOpen {
      let text = FormulaText.text("\(mirror.places.sheet)：增加的行过多，请向财政部门索取行数更多的表")
      reason = "IF(\(rowCount)>\(mirror.capacity),\(text),\(reason))"
    }
    if let earlier { reason = "IF(\(earlier)<>\"\",\(earlier),\(reason))" }
    plan.put(.formulaOfText(reason, result: ""), AuditStyle.cell, row: place.row, column: place.column)
    return place
  }

  // MARK: Amounts

  /// A cell as a number: a blank and the usual marks for nothing are 0, a text that is no number an error.
  private func number(_ cell: String, _ unit: MoneyUnit) -> String {
    "IF(OR(TRIM(\(cell))={\(Self.nilMarks)}),0,\(scaled(cell, unit)))"
  }

  private static let nilMarks = ([""] + AmountText.nilMarks.sorted()).map(FormulaText.text).joined(separator: ",")

  private func scaled(_ cell: String, _ unit: MoneyUnit) -> String {
    if unit == set.unit { return cell + "+0" }
    return unit.fen < set.unit.fen ? "\(cell)/\(set.unit.fen / unit.fen)" : "\(cell)*\(unit.fen / set.unit.fen)"
  }

  private func writeFields(to plan: inout SheetPlan) {
    for path in mirror.amounts {
      guard let cell = mirror.places.fields[path], let place = mirror.field(path) else { continue }
      let reference = sheet + FormulaText.fixed(cell.row, cell.column)
      plan.put(
        .formula(number(reference, mirror.places.fieldUnit ?? set.unit), result: 0), AuditStyle.cell, row: place.row,
        column: place.column)
    }
  }

  private func writePrintedRows(to plan: inout SheetPlan) {
    for (pane, rows) in zip(form.panes, mirror.places.fixedRows) {
      for leaf in pane.leaves where mirror.leaves[leaf].isAmount {
        for row in rows {
          guard let place = mirror.value(CellReference(row: row, column: leaf + 1), mirror.leaves[leaf].path) else {
            continue
          }
          plan.put(
            // A range stays where it is when one of its cells is cut and put elsewhere.
            .formula(
              number("INDEX(\(range(leaf)),\(place.row - mirror.rows.lowerBound + 1))", unit(leaf)), result: 0),
            AuditStyle.cell, row: place.row, column: place.column)
        }
      }
    }
  }

  private func unit(_ leaf: Int) -> MoneyUnit {
    mirror.places.units.indices.contains(leaf) ? mirror.places.units[leaf] : set.unit
  }

  // MARK: Free rows

  private func range(_ leaf: Int) -> String {
    guard let body = mirror.places.body else { return "" }
    return sheet + FormulaText.fixed(body, leaf + 1...leaf + 1)
  }

  /// What a cell of a row says.
  ///
  /// - Parameter digits: How many digits the code has where its column does not say.
  func text(_ path: LabelPath, _ n: Int, digits: Int? = nil) -> String {
    guard let leaf = mirror.leaf(of: path) else { return "\"\"" }
    let cell = "INDEX(\(range(leaf)),\(n))"
    // A number is shown with the zeros that it lacks.
    guard case .code(let own) = mirror.leaves[leaf].kind, let digits = own ?? digits, (2...9).contains(digits) else {
      return cell + "&\"\""
    }
    return "IF(ISNUMBER(\(cell)),TEXT(\(cell),\(FormulaText.text(String(repeating: "0", count: digits)))),\(cell)&\"\")"
  }

  private func writeOpenRows(to plan: inout SheetPlan, keys: inout SheetPlan) {
    guard let body = mirror.places.body else { return }
    plan.put(
      .formula("ROWS(\(range(0)))", result: Double(body.count)), AuditStyle.cell, row: mirror.top, column: 2)
    let total = mirror.places.levelRows.first { $0.kind == .total }?.row
    if let total {
      plan.put(
        .formula(
          "ROW(\(sheet)\(FormulaText.fixed(total, 1)))-ROW(\(sheet)\(FormulaText.fixed(body.lowerBound, 1)))+1",
          result: Double(total - body.lowerBound + 1)), AuditStyle.cell, row: mirror.top, column: 3)
      for path in mirror.amounts {
        guard let leaf = mirror.leaf(of: path), let place = mirror.total(path) else {
          continue
        }
        plan.put(
          .formula(number(sheet + FormulaText.fixed(total, leaf + 1), unit(leaf)), result: 0), AuditStyle.cell,
          row: place.row, column: place.column)
      }
    }
    var state = LevelState()
    for n in 1...max(mirror.capacity, 1) { writeRow(n, &state, to: &plan, keys: &keys) }
    writeSlots(state, to: &plan)
  }

  /// What the rows above have come to, for the results that are stored with the formulas.
  private struct LevelState {
    var lastDepartment = 0
    var lastUpper = 0
    var lastCategory = 0
    var lastSubcategory = 0
    /// The rows of departments and units.
    var upper: [(n: Int, kind: Int)] = []
    var parents: [Int: Int] = [:]
  }

  private func writeRow(_ n: Int, _ state: inout LevelState, to plan: inout SheetPlan, keys: inout SheetPlan) {
    let row = mirror.row(n)
    let above = n == 1 ? nil : row - 1
    func cell(_ column: Int, _ row: Int?) -> String { row.map { FormulaText.cell($0, column) } ?? "0" }
    func put(_ formula: String, _ result: Int, _ column: Int) {
      plan.put(.formula(formula, result: Double(result)), AuditStyle.cell, row: row, column: column)
    }
    let kind = storedKind(n)
    let kindCell = cell(AuditMirror.kindColumn, row)
    put("IF(\(n)>\(rowCount),0,\(kindFormula(n)))", kind, AuditMirror.kindColumn)
    // The parent is the last row above of any level that is higher.
    let parents: [(kind: RowKind, column: Int, row: Int)] =
      mirror.hasClasses
      ? [
        (.detail, AuditMirror.lastSubcategoryColumn, state.lastSubcategory),
        (.subcategory, AuditMirror.lastCategoryColumn, state.lastCategory),
        (.category, AuditMirror.lastUpperColumn, state.lastUpper),
        (.unit, AuditMirror.lastDepartmentColumn, state.lastDepartment),
      ]
      : [
        (.detail, AuditMirror.lastUpperColumn, state.lastUpper),
        (.unit, AuditMirror.lastDepartmentColumn, state.lastDepartment),
      ]
    let parent = parents.first { AuditMirror.number(of: $0.kind) == kind }?.row ?? 0
    put(
      parents.reversed().reduce("0") {
        "IF(\(kindCell)=\(AuditMirror.number(of: $1.kind)),\(cell($1.column, above)),\($0))"
      }, parent, AuditMirror.parentColumn)
    if kind > 1 { state.parents[n] = parent }
    if kind == 2 { state.lastDepartment = n }
    if kind == 2 || kind == 3 {
      state.lastUpper = n
      state.upper.append((n, kind))
    }
    put(
      "IF(\(kindCell)=2,\(n),\(cell(AuditMirror.lastDepartmentColumn, above)))", state.lastDepartment,
      AuditMirror.lastDepartmentColumn)
    put(
      "IF(OR(\(kindCell)=2,\(kindCell)=3),\(n),\(cell(AuditMirror.lastUpperColumn, above)))", state.lastUpper,
      AuditMirror.lastUpperColumn)
    if mirror.hasClasses {
      if [2, 3, 5].contains(kind) { state.lastCategory = n }
      if [2, 3, 5, 6].contains(kind) { state.lastSubcategory = n }
      put(
        "IF(OR(\(kindCell)=2,\(kindCell)=3,\(kindCell)=5),\(n),\(cell(AuditMirror.lastCategoryColumn, above)))",
        state.lastCategory, AuditMirror.lastCategoryColumn)
      put(
        "IF(OR(\(kindCell)=2,\(kindCell)=3,\(kindCell)=5,\(kindCell)=6),\(n),\(cell(AuditMirror.lastSubcategoryColumn, above)))",
        state.lastSubcategory, AuditMirror.lastSubcategoryColumn)
    }
    put(
      "\(cell(AuditMirror.levelCountColumn, above))+OR(\(kindCell)=2,\(kindCell)=3)", state.upper.count,
      AuditMirror.levelCountColumn)
    for path in mirror.amounts {
      guard let leaf = mirror.leaf(of: path), let column = mirror.column(of: path) else {
        continue
      }
      let item = "INDEX(\(range(leaf)),\(n))"
      let value = "IF(\(n)>\(rowCount),0,\(number(item, unit(leaf))))"
      // Rows beyond what is looked at leave every rule of the form open.
      let formula = n == mirror.capacity ? "IF(\(rowCount)>\(n),NA(),\(value))" : value
      plan.put(.formula(formula, result: 0), AuditStyle.cell, row: row, column: column)
    }
    for key in mirror.keys { writeKey(key, n, kindCell, to: &plan) }
    for key in mirror.levelKeys { writeKey(key, n, FormulaText.sheet(IssuedSheet.calculation) + kindCell, to: &keys) }
  }

  // MARK: Keys

  private func writeKey(_ key: AuditKey, _ n: Int, _ kindCell: String, to plan: inout SheetPlan) {
    guard let column = mirror.column(of: key), let body = mirror.places.body else { return }
    let level = form.panes.flatMap(\.levels).first { $0.kind == key.kind }
    let parts = key.columns.map { path -> String in
      let leaf = mirror.leaf(of: path).map { mirror.leaves[$0] }
      if case .code(let digits) = leaf?.kind {
        let own = level?.key == [path] ? level?.keyDigits : nil
        return KeyFormula.code(text(path, n, digits: own), digits: digits)
      }
      return KeyFormula.text(text(path, n))
    }
    let row = mirror.row(n)
    var joined = parts.joined(separator: "&")
    let gaps = zip(parts, parts.dropFirst()).map { "AND(\($0)=\"\",\($1)<>\"\")" }
    if !gaps.isEmpty { joined = "IF(OR(\(gaps.joined(separator: ","))),\"\",\(joined))" }
    if let level, level.blankRepeatsAbove, level.key == key.columns, let name = level.name, n > 1 {
      let above = FormulaText.cell(row - 1, column)
      let names = "\(text(name, n))<>\"\",EXACT(\(text(name, n)),\(text(name, n - 1)))"
      joined = "IF(AND(\(parts[0])=\"\",\(names)),\(above),\(joined))"
    }
    let sheetRow = body.lowerBound + n - 1
    var result = ""
    if storedKind(n) == AuditMirror.number(of: key.kind), let texts = texts[sheetRow] {
      for path in key.columns { result += texts[path].map(RuleReferenceReader.comparable) ?? "" }
    }
    plan.put(
      .formulaOfText("IF(\(kindCell)=\(AuditMirror.number(of: key.kind)),\(joined),\"\")", result: result),
      AuditStyle.cell, row: row, column: column)
  }

  // MARK: Departments and units

  private func writeSlots(_ state: LevelState, to plan: inout SheetPlan) {
    guard let rows = mirror.slotRows else { return }
    let counts = FormulaText.fixed(mirror.rows, AuditMirror.levelCountColumn...AuditMirror.levelCountColumn)
    for (index, row) in rows.enumerated() {
      let slot = state.upper.indices.contains(index) ? state.upper[index] : nil
      let place = FormulaText.cell(row, 1)
      let parts = slot.map { slot in state.parents.values.count { $0 == slot.n } } ?? 0
      // More rows than are looked at leave the rule open.
      let isLast = row == rows.upperBound
      let below = "IF(\(place)=0,0,SUMPRODUCT(--(\(mirror.parents)=\(place))))"
      let cells: [(formula: String, result: Int)] = [
        ("IFERROR(MATCH(\(index + 1),\(counts),0),0)", slot?.n ?? 0),
        ("IF(\(place)=0,0,INDEX(\(mirror.kinds),\(place)))", slot?.kind ?? 0),
        (isLast ? "IF(MAX(\(counts))>\(rows.count),NA(),\(below))" : below, parts),
      ]
      for (column, cell) in cells.enumerated() {
        plan.put(.formula(cell.formula, result: Double(cell.result)), AuditStyle.cell, row: row, column: column + 1)
      }
    }
  }
}
