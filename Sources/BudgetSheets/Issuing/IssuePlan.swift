import XlsxWrite

/// A whole workbook of blank forms before it is written.
struct IssuePlan {
  private(set) var sheets: [SheetPlan] = []
  private(set) var findings: [Finding] = []
  private(set) var properties = DocumentProperties()
  /// Where the parts of each form stand.
  private(set) var places: [String: FormPlaces] = [:]
  private var names: [(name: String, formula: String)] = []
  private let stamp: Stamp

  /// Lays out the workbook of an order.
  init(_ order: IssueOrder, set: FormSet) throws(BookWriteError) {
    if set.forms.isEmpty { throw .noForm }
    let blank = BlankBook(order, set: set)
    stamp = Stamp(
      set: set.name, version: set.version, department: order.department.name, year: order.year,
      code: order.department.code, definition: set.digest)
    properties = DocumentProperties(
      title: Stamp.plain([order.department.name, set.title].filter { !$0.isEmpty }.joined(separator: " ")))
    planForms(blank, set: set)
    planAudit(blank.book, set: set)
    let lists = DictionarySheet.lists(of: set.forms)
    if let (sheet, names) = DictionarySheet.plan(lists: lists, in: set) {
      sheets.append(sheet)
      self.names += names
    }
  }

  /// Adds the sheets by which the workbook judges itself.
  private mutating func planAudit(_ book: Book, set: FormSet) {
    let audit = AuditPlan(set: set, book: book, places: places)
    for (form, conditions) in audit.conditions {
      guard let name = places[form]?.sheet, let index = sheets.firstIndex(where: { $0.name == name }) else { continue }
      sheets[index].conditions += conditions
    }
    sheets.append(audit.audit)
    sheets += audit.hidden
    names += audit.names
  }

  private mutating func planForms(_ blank: BlankBook, set: FormSet) {
    let others = [
      DictionarySheet.sheetName, CarriedContent.sheetName, IssuedSheet.cover, IssuedSheet.audit,
      IssuedSheet.calculation, IssuedSheet.keys,
    ]
    for (form, data) in zip(set.forms, blank.book.forms) {
      var planner = FormPlanner(
        set: set, form: form, data: data, book: blank.book,
        sheetName: BookPlan.sheetName(of: form, taken: sheets.map(\.name) + others),
        issue: IssuedForm(guards: blank.guards[form.form] ?? []))
      sheets.append(planner.make())
      findings += planner.findings
      places[form.form] = planner.places
    }
  }

  /// Writes all sheets.
  func write(to workbook: WorkbookWriter) throws(XlsxWriteError) {
    for sheet in sheets { try SheetRenderer.write(sheet, to: workbook) }
    for (name, formula) in names { try workbook.defineName(name, refersTo: formula) }
    for (name, text) in stamp.properties { try workbook.setCustomProperty(name, to: text) }
  }
}
