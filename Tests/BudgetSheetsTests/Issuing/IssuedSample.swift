import Testing
import XlsxPackage
import XlsxWrite

@testable import BudgetSheets

/// The published budget of 2023 as it would come back in an issued workbook, with some of its cells changed.
struct IssuedSample {
  let set: FormSet
  var sheets: [SheetPlan]
  var stamp: Stamp
  /// The sheets without protection.
  var unprotected: Set<String> = []
  /// Where the amounts and texts stand in the workbook without changes.
  let places: Book

  init() throws {
    set = try ExchangePublishedBook.set()
    var book = try ExchangePublishedBook.book()
    for form in book.forms.indices {
      book.forms[form].title = nil
      let definition = try #require(set.form(book.forms[form].form))
      let texts = Set(definition.leaves.filter { !$0.isAmount }.map(\.path))
      for row in book.forms[form].rows.indices where [.fixed, .total].contains(book.forms[form].rows[row].kind) {
        for path in texts { book.forms[form].rows[row].cells[path] = nil }
      }
    }
    sheets = try BookPlan(book, set: set).sheets
    stamp = Stamp(
      set: set.name, version: set.version, department: book.department, year: book.year, code: "250",
      definition: set.digest)
    let blank = try Self.bytes(sheets, stamp, unprotected: [])
    places = try BookReader(sets: [set]).read(bytes: blank, name: "issued.xlsx")
  }

  /// The cell of a row in a column, as `合计` in `基本支出/小计`.
  func cell(_ form: String, _ path: String, _ isRow: (FormRow) -> Bool) throws -> CellReference {
    let found = places.form(form)?.rows.first(where: isRow)
    let row = try #require(found)
    let path = try #require(LabelPath(text: path))
    return try #require(row.cells[path]?.reference)
  }

  /// Changes a sheet.
  mutating func change(_ sheet: String, _ change: (inout SheetPlan) -> Void) throws {
    let index = try #require(sheets.firstIndex { $0.name == sheet })
    change(&sheets[index])
  }

  /// Puts something else into a cell, in the format that it has.
  mutating func put(_ content: SheetPlan.Content, _ sheet: String, _ cell: CellReference) throws {
    try change(sheet) { plan in
      let format = plan.cells[cell]?.format ?? FormStyle.blank
      let last = plan.cells[cell]?.last ?? cell
      plan.put(content, format, rows: cell.row...last.row, columns: cell.column...last.column)
    }
  }

  /// Adds the sheet of the rules, with a verdict of each.
  mutating func addAudit(_ lines: [(rule: String, verdict: SheetPlan.Content)]) {
    var plan = SheetPlan(name: "审核", widths: AuditSheet.headings.map { _ in 12 })
    plan.put(.text("本表由程序生成"), FormStyle.title, row: 1, column: 1)
    for (index, heading) in AuditSheet.headings.enumerated() {
      plan.put(.text(heading), FormStyle.heading, row: AuditSheet.headingRow, column: index + 1)
    }
    for (index, line) in lines.enumerated() {
      let row = AuditSheet.headingRow + 1 + index
      plan.put(.text(line.rule), FormStyle.blank, row: row, column: AuditSheet.ruleColumn)
      // What the real one does to every amount of a form: it is asked for by a formula that is not followed.
      plan.put(
        .formula("SUMPRODUCT(ISNUMBER('预算03表'!$A$1:$Z$99)*1)", result: 7), FormStyle.blank, row: row, column: 4)
      plan.put(line.verdict, FormStyle.blank, row: row, column: AuditSheet.verdictColumn)
    }
    sheets.append(plan)
  }

  /// The workbook.
  var bytes: [UInt8] { get throws { try Self.bytes(sheets, stamp, unprotected: unprotected) } }

  /// What is read from it.
  func read() throws -> Book { try BookReader(sets: [set]).read(bytes: bytes, name: "issued.xlsx") }

  /// The codes of the findings, without those that the budget has anyhow.
  func codes() throws -> [String] {
    let known = Set(places.findings.map(\.code))
    return try read().findings.map(\.code).filter { !known.contains($0) }.map(\.rawValue)
  }

  private static func bytes(_ sheets: [SheetPlan], _ stamp: Stamp, unprotected: Set<String>) throws -> [UInt8] {
    let workbook = try WorkbookWriter(defaultFont: BookPlan.defaultFont)
    for plan in sheets {
      if unprotected.contains(plan.name) {
        let sheet = try workbook.addWorksheet(named: plan.name)
        for (reference, cell) in plan.orderedCells { try SheetRenderer.write(cell, at: reference, to: sheet) }
      } else {
        try SheetRenderer.write(plan, to: workbook)
      }
    }
    for (name, text) in stamp.properties { try workbook.setCustomProperty(name, to: text) }
    return try workbook.closeToBytes()
  }
}

/// Expects that reading a workbook says just so much more than the budget itself does.
func expectCodes(
  _ expected: [String], _ sample: IssuedSample, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let codes = try sample.codes()
  #expect(codes == expected, sourceLocation: sourceLocation)
}
