import XlsxPackage
import XlsxWrite

/// A whole workbook of blank forms before it is written.
struct IssuePlan: WorkbookPlan {
  /// The sheets, from the cover on.
  private(set) var sheets: [SheetPlan] = []
  private(set) var findings: [Finding] = []
  private(set) var properties: DocumentProperties
  /// Where the parts of each form stand.
  private(set) var places: [String: FormPlaces] = [:]
  /// The cells whose texts are those of the department, by sheet; the heights of their rows follow the texts.
  private(set) var departmentCells: [String: [CellReference]] = [:]
  private(set) var names: [(name: String, formula: String)] = []
  /// What the workbook says of itself.
  let stamp: Stamp

  /// Lays out the workbook of an order.
  init(_ order: IssueOrder, set: FormSet) throws(BookWriteError) {
    try self.init(order, IssueMaterial(set: set))
  }

  /// Lays out the workbook of an order with what is known of its form set.
  init(_ order: IssueOrder, _ material: IssueMaterial) throws(BookWriteError) {
    let set = material.set
    if set.forms.isEmpty { throw .noForm }
    stamp = Stamp(of: order, set: set)
    properties = DocumentProperties(
      title: Stamp.plain([order.department.name, set.title].filter { !$0.isEmpty }.joined(separator: " ")))
    let dictionary = material.dictionary
    let blank = BlankBook(order, set: set)
    planForms(blank, set: set, dictionary)
    var strays: [(sheet: String, strays: PriorStrays)] = []
    for form in set.forms {
      if let own = blank.strays[form.form], let sheet = places[form.form]?.sheet { strays.append((sheet, own)) }
    }
    findings += PriorStrays.findings(of: strays, department: order.department)
    addChoices(set)
    if let first = sheets.firstIndex(where: { $0.selection != nil }) { sheets[first].isActive = true }
    let forms = sheets
    planAudit(blank.book, material)
    planCover(order, set, forms)
    if !dictionary.isEmpty { sheets.append(dictionary.sheet) }
    names += dictionary.ranges + stamp.definedNames
  }

  /// Adds the sheets by which the workbook judges itself.
  private mutating func planAudit(_ book: Book, _ material: IssueMaterial) {
    let audit = AuditPlan(set: material.set, rules: material.rules, book: book, places: places)
    for (form, conditions) in audit.conditions {
      guard let name = places[form]?.sheet, let index = sheets.firstIndex(where: { $0.name == name }) else { continue }
      sheets[index].conditions += conditions
    }
    sheets.append(audit.audit)
    sheets += audit.hidden
    names += audit.names
    guard let hidden = sheets.firstIndex(where: { $0.name == IssuedSheet.calculation }) else { return }
    sheets[hidden].put(.text(stamp.cellText), AuditStyle.cell, row: 1, column: 1)
    departmentCells[IssuedSheet.calculation] = [CellReference(row: 1, column: 1)]
  }

  private mutating func planForms(_ blank: BlankBook, set: FormSet, _ dictionary: IssuedDictionary) {
    let others = [
      DictionarySheet.sheetName, CarriedContent.sheetName, IssuedSheet.cover, IssuedSheet.audit,
      IssuedSheet.calculation, IssuedSheet.keys,
    ]
    for (form, data) in zip(set.forms, blank.book.forms) {
      let issue = IssuedForm(
        guards: blank.guards[form.form] ?? [], dictionary: dictionary, pairs: IssuedForm.pairs(of: form, in: set),
        departmentCell: CoverSheet.departmentReference)
      var planner = FormPlanner(
        set: set, form: form, data: data, book: blank.book,
        sheetName: BookPlan.sheetName(of: form, taken: sheets.map(\.name) + others), issue: issue)
      sheets.append(planner.make())
      findings += planner.findings
      places[form.form] = planner.places
      departmentCells[planner.places.sheet] = planner.places.departmentCells
    }
  }

  /// Adds the drop-downs that offer what stands in other forms; they take the place of a mere hint.
  private mutating func addChoices(_ set: FormSet) {
    for (form, rules) in CrossFormChoices(set: set, places: places).rules {
      guard let index = sheets.firstIndex(where: { $0.name == places[form]?.sheet }) else { continue }
      for rule in rules {
        sheets[index].rules.removeAll { $0.range.first.column == rule.range.first.column && $0.validation.rule == .any }
      }
      sheets[index].rules += rules
    }
  }

  /// Puts the cover before the forms.
  private mutating func planCover(_ order: IssueOrder, _ set: FormSet, _ forms: [SheetPlan]) {
    var entries: [CoverSheet.Entry] = []
    for (form, sheet) in zip(set.forms, forms) {
      entries.append(
        CoverSheet.Entry(
          code: form.code,
          title: FormDefinition.fill(form.title, year: order.year, department: order.department.name),
          target: SheetAddress(sheet: sheet.name, cell: sheet.selection ?? CellReference(row: 1, column: 1))))
    }
    let cover = CoverSheet(order, set: set, entries: entries)
    sheets.insert(cover.sheet, at: 0)
    departmentCells[cover.sheet.name] = cover.departmentCells
  }

  /// Writes all sheets.
  func write(to workbook: WorkbookWriter) throws(XlsxWriteError) {
    for sheet in sheets { try SheetRenderer.write(sheet, to: workbook) }
    for (name, formula) in names { try workbook.defineName(name, refersTo: formula) }
    for (name, text) in stamp.properties { try workbook.setCustomProperty(name, to: text) }
  }
}
