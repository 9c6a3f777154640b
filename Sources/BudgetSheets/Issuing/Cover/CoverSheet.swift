import XlsxPackage
import XlsxWrite

/// Lays out the first sheet of an issued workbook: whose it is, how it is filled in, and where everything is.
struct CoverSheet {
  /// One sheet that the cover leads to.
  struct Entry {
    /// The printed code of the form; nil where it has none.
    var code: String?
    var title: String
    /// The cell that the cover leads to.
    var target: SheetAddress
  }

  /// How many columns it has.
  static let columnCount = 4
  /// The cell of the department's name.
  static let departmentCell = CellReference(row: 3, column: 3)
  /// The cell of the department's code.
  static let codeCell = CellReference(row: 4, column: 3)
  /// The cell of the department's name, as it stands in the formulas of other sheets.
  static var departmentReference: String { reference(departmentCell) }

  /// The sheet.
  private(set) var sheet = SheetPlan(name: IssuedSheet.cover, widths: [5.5, 17, 46, 21])
  /// The cells whose texts are those of the department.
  private(set) var departmentCells: [CellReference] = []
  private let all = 1...columnCount
  private static let textFormat = FormStyle.label(.left, indent: 1)

  /// Lays out the sheet of an order.
  ///
  /// - Parameter entries: The forms, in order.
  init(_ order: IssueOrder, set: FormSet, entries: [Entry]) {
    sheet.orientation = .portrait
    sheet.allowsRows = false
    sheet.put(.text("\(order.year)年\(set.title)填报说明"), FormStyle.title, rows: 1...1, columns: all)
    sheet.put(.blank, FormStyle.line(.left), row: 2, column: 1)
    putIdentity(order, set)
    putSection(CoverText.stepsTitle)
    for (index, step) in CoverText.steps(of: set, due: order.due).enumerated() {
      let row = sheet.lastRow + 1
      sheet.put(.text("\(index + 1)"), FormStyle.label(.center), row: row, column: 1)
      sheet.put(.text(step), Self.textFormat, rows: row...row, columns: 2...4)
    }
    putEntries(entries, set)
    putSection(CoverText.verdictsTitle)
    for verdict in AuditVerdict.allCases {
      putPair(verdict.rawValue, FormStyle.label(.center, isBold: true), CoverText.meaning(of: verdict))
    }
    putSection(CoverText.signsTitle)
    for sign in CoverText.signs { putPair(sign.text, sign.format, sign.meaning) }
    _ = sheet.fitHeights()
    sheet.raise(1, to: 36)
    // A few lines more than a page are not worth a second one.
    sheet.isOnePage = PageFit.pages(of: sheet) <= 1.3
    sheet.selection = CellReference(row: 1, column: 1)
  }

  /// A cell of the sheet, as it stands in the formulas of other sheets.
  static func reference(_ cell: CellReference) -> String {
    FormulaText.sheet(IssuedSheet.cover) + FormulaText.fixed(cell.row, cell.column)
  }

  // MARK: Whose it is

  private mutating func putIdentity(_ order: IssueOrder, _ set: FormSet) {
    putLine(set.labels.department.first ?? CoverText.department, order.department.name, isBold: true)
    putLine(CoverText.code, order.department.code)
    putUnits(order.department.units)
    for field in order.department.fields { putLine(field.label, field.text) }
    if let due = order.due { putLine(CoverText.due, due, isBold: true, isOwn: false) }
  }

  /// Puts a label with what it says.
  ///
  /// - Parameter isOwn: Whether the text is of this department only.
  private mutating func putLine(_ label: String, _ text: String, isBold: Bool = false, isOwn: Bool = true) {
    let row = sheet.lastRow + 1
    sheet.put(.text(label), FormStyle.label(.center), rows: row...row, columns: 1...2)
    sheet.put(.text(text), FormStyle.label(.left, isBold: isBold, indent: 1), rows: row...row, columns: 3...4)
    if isOwn { departmentCells.append(CellReference(row: row, column: 3)) }
  }

  private mutating func putUnits(_ units: [DepartmentList.Unit]) {
    if units.isEmpty { return }
    let first = sheet.lastRow + 1
    sheet.put(
      .text(CoverText.units), FormStyle.label(.center), rows: first...first + units.count - 1, columns: 1...2)
    for (index, unit) in units.enumerated() {
      let row = first + index
      sheet.put(.text(unit.name), Self.textFormat, row: row, column: 3)
      sheet.put(.text(unit.code), FormStyle.label(.center), row: row, column: 4)
      departmentCells += [CellReference(row: row, column: 3), CellReference(row: row, column: 4)]
    }
  }

  // MARK: Where everything is

  private mutating func putEntries(_ entries: [Entry], _ set: FormSet) {
    putSection(CoverText.entriesTitle)
    for (index, entry) in entries.enumerated() {
      let row = sheet.lastRow + 1
      sheet.put(.text("\(index + 1)"), FormStyle.label(.center), row: row, column: 1)
      sheet.put(.text(entry.code ?? ""), FormStyle.label(.center), row: row, column: 2)
      putLink(entry.title, to: entry.target, row: row)
    }
    let row = sheet.lastRow + 1
    sheet.put(.blank, FormStyle.label(.center), row: row, column: 1)
    sheet.put(.text(IssuedSheet.audit), FormStyle.label(.center), row: row, column: 2)
    putLink(
      CoverText.auditEntry, to: SheetAddress(sheet: IssuedSheet.audit, cell: CellReference(row: 1, column: 1)), row: row
    )
  }

  private mutating func putLink(_ text: String, to target: SheetAddress, row: Int) {
    var format = Self.textFormat
    format.font.color = CoverText.linkColor
    let place = FormulaText.text("#" + FormulaText.sheet(target.sheet) + "\(target.cell)")
    let text = String(text.prefix(120))
    sheet.put(
      .formulaOfText("HYPERLINK(\(place),\(FormulaText.text(text)))", result: text), format, rows: row...row,
      columns: 3...4)
  }

  // MARK: How to read it

  private mutating func putSection(_ title: String) {
    let row = sheet.lastRow + 2
    sheet.put(.blank, FormStyle.line(.left), row: row - 1, column: 1)
    sheet.put(.text(title), CoverText.sectionFormat, rows: row...row, columns: all)
    sheet.raise(row, to: 22)
  }

  private mutating func putPair(_ sign: String, _ format: CellFormat, _ meaning: String) {
    let row = sheet.lastRow + 1
    sheet.put(.text(sign), format, rows: row...row, columns: 1...2)
    sheet.put(.text(meaning), Self.textFormat, rows: row...row, columns: 3...4)
  }
}
