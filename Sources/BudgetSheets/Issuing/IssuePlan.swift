import XlsxWrite

/// A whole workbook of blank forms before it is written.
struct IssuePlan {
  private(set) var sheets: [SheetPlan] = []
  private(set) var findings: [Finding] = []
  private(set) var properties = DocumentProperties()
  private var names: [(name: String, formula: String)] = []
  private let stamp: Stamp

  /// Lays out the workbook of an order.
  init(_ order: IssueOrder, set: FormSet) throws(BookWriteError) {
    let blank = BlankBook(order, set: set)
    stamp = Stamp(
      set: set.name, version: set.version, department: order.department.name, year: order.year,
      code: order.department.code, definition: set.digest)
    let plan = try BookPlan(blank.book, set: set)
    sheets = plan.sheets
    findings = plan.findings
    properties = plan.properties
  }

  /// Writes all sheets.
  func write(to workbook: WorkbookWriter) throws(XlsxWriteError) {
    for sheet in sheets { try SheetRenderer.write(sheet, to: workbook) }
    for (name, formula) in names { try workbook.defineName(name, refersTo: formula) }
    for (name, text) in stamp.properties { try workbook.setCustomProperty(name, to: text) }
  }
}
