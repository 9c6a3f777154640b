import XlsxPackage

/// The columns of the mirrors that say which cells of the forms failed rules name, and the conditions that colour them.
struct AuditMarks {
  private(set) var plan: SheetPlan
  private let calculation: AuditCalculation
  /// The conditions for each form's sheet.
  private(set) var conditions: [String: [SheetPlan.Condition]] = [:]
  /// The names by which they find the marks.
  private(set) var names: [(name: String, formula: String)] = []

  /// A failure that may be explained counts for less than one that may not.
  private static let doubt = 0.001

  private typealias Marked = (block: AuditBlock, mark: AuditBlock.Mark, isError: Bool)

  init(_ calculation: AuditCalculation) {
    self.calculation = calculation
    plan = calculation.plan
    var marks: [String: [Marked]] = [:]
    for line in calculation.lines {
      for block in line.blocks {
        for mark in block.marks {
          marks[mark.form, default: []].append((block, mark, line.description.level == .error))
        }
      }
    }
    for (number, form) in calculation.set.forms.enumerated() {
      guard let mirror = calculation.mirrors[form.form], let own = marks[form.form] else { continue }
      write(own, mirror, number + 1)
    }
  }

  private mutating func write(_ marks: [Marked], _ mirror: AuditMirror, _ number: Int) {
    // The number of a form may be none that a name can hold.
    let name = "BudgetSheets.Marks\(number)"
    let first = mirror.nextColumn
    let last = first + (mirror.form.isBlockForm ? 1 : mirror.amounts.count) - 1
    names.append(
      (name, FormulaText.sheet(IssuedSheet.calculation) + FormulaText.fixed(mirror.rows, first...last)))
    if mirror.form.isBlockForm {
      for (index, path) in mirror.amounts.enumerated() {
        let own = marks.filter { $0.mark.path == path }
        put(
          own.map(verdict), own.reduce(0) { $0 + Self.stored($1) }, row: mirror.row(index + 1),
          column: first)
        guard let cell = mirror.places.fields[path] else { continue }
        condition(mirror, CellRange(cell, cell), "INDEX(\(name),\(index + 1))")
      }
      return
    }
    for (index, path) in mirror.amounts.enumerated() {
      let own = marks.filter { $0.mark.path == path }
      let column = first + index
      var totalsStored = 0.0
      if mirror.isOpen {
        let totals = own.filter { if case .total = $0.mark.kind { true } else { false } }
        totalsStored = totals.reduce(0) { $0 + Self.stored($1) }
        put(totals.map(verdict), totalsStored, row: mirror.totalFlagRow, column: column)
      }
      for n in 1...max(mirror.capacity, 1) {
        var terms = own.compactMap { term($0, n, mirror) }
        if mirror.isOpen, plan.cells[CellReference(row: mirror.totalFlagRow, column: column)] != nil {
          terms.append(
            "(\(FormulaText.cell(mirror.row(n), AuditMirror.kindColumn))=1)*\(FormulaText.fixed(mirror.totalFlagRow, column))"
          )
        }
        var stored = own.reduce(0) { sum, marked in
          if case .cell(let cell) = marked.mark.kind, cell.row == mirror.row(n) {
            sum + Self.stored(marked)
          } else {
            sum
          }
        }
        if calculation.storedKind(mirror, n) == 1 { stored += totalsStored }
        put(terms, stored, row: mirror.row(n), column: column)
      }
    }
    guard let body = mirror.places.body else { return }
    // The columns of amounts in stretches that lie next to one another on the form's sheet.
    let cells = mirror.amounts.map { CellReference(row: body.lowerBound, column: mirror.sheetColumn(of: $0)) }
    var index = 0
    for range in FormulaText.ranges(of: cells) {
      let start = FormulaText.fixed(body.lowerBound, 1)
      let column = range.first.column
      let reference =
        "INDEX(\(name),ROW()-ROW(\(start))+1,COLUMN()-\(column - index - 1))"
      condition(
        mirror,
        CellRange(range.first, CellReference(row: body.upperBound, column: range.last.column)), reference)
      index += range.last.column - range.first.column + 1
    }
  }

  private mutating func put(_ terms: [String], _ stored: Double, row: Int, column: Int) {
    if terms.isEmpty { return }
    plan.put(.formula(terms.joined(separator: "+"), result: stored), AuditStyle.cell, row: row, column: column)
  }

  private mutating func condition(_ mirror: AuditMirror, _ range: CellRange, _ marks: String) {
    conditions[mirror.form.form, default: []] += [
      SheetPlan.Condition(range: range, formula: "=\(marks)>=1", format: AuditStyle.wrong),
      SheetPlan.Condition(range: range, formula: "=\(marks)>0", format: AuditStyle.doubtful),
    ]
  }

  /// Whether a rule that is judged once fails.
  private func verdict(_ marked: Marked) -> String {
    "ISNUMBER(\(marked.block.verdict))\(Self.weight(marked))"
  }

  /// What a mark counts before anything is filled in.
  private static func stored(_ marked: Marked) -> Double {
    guard marked.block.storedVerdict == .failed else { return 0 }
    return marked.isError ? 1 : doubt
  }

  private static func weight(_ marked: Marked) -> String { marked.isError ? "*1" : "*\(doubt)" }

  /// What a mark adds to a row; nil where it is not about that row.
  private func term(_ marked: Marked, _ n: Int, _ mirror: AuditMirror) -> String? {
    let weight = Self.weight(marked)
    let row = mirror.row(n)
    switch marked.mark.kind {
    case .cell(let reference): return reference.row == row ? verdict(marked) : nil
    case .total: return nil
    case .verdicts(let column):
      let cell = CellReference(row: row, column: column)
      return plan.cells[cell] == nil ? nil : "ISNUMBER(\(cell))\(weight)"
    case .sides(let relation, let left, let right):
      return "(\(relation.failure(FormulaText.cell(row, left), FormulaText.cell(row, right)))<>0)\(weight)"
    case .slots(let column, let kind):
      guard let rows = mirror.slotRows else { return nil }
      let kinds = "\(FormulaText.cell(row, AuditMirror.kindColumn))=\(kind)"
      let slot = FormulaText.cell(row, AuditMirror.levelCountColumn)
      return "IF(\(kinds),ISNUMBER(INDEX(\(FormulaText.fixed(rows, column...column)),\(slot))),0)\(weight)"
    }
  }
}
