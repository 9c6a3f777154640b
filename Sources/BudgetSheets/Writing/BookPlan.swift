import XlsxWrite

/// A whole workbook before it is written: its sheets, its names and its stamp.
struct BookPlan: WorkbookPlan {
  /// The font in which column widths are counted.
  static let defaultFont = CellFont(name: FormStyle.bodyFont, size: TextMeasure.unitSize)

  private(set) var sheets: [SheetPlan] = []
  private(set) var findings: [Finding] = []
  private(set) var properties: DocumentProperties
  private var names: [(name: String, formula: String)] = []
  private let stamp: Stamp

  /// Lays out a book.
  init(_ book: Book, set: FormSet) throws(BookWriteError) {
    properties = DocumentProperties(
      title: Stamp.plain([book.department, set.title].filter { !$0.isEmpty }.joined(separator: " ")))
    stamp = Stamp(set: set.name, version: set.version, department: book.department, year: book.year)
    guard book.set == set.name else { throw .otherSet(book: book.set, writer: set.name) }
    if book.forms.isEmpty { throw .noForm }
    var seen: Set<String> = []
    for data in book.forms {
      guard set.form(data.form) != nil else { throw .formUnknown(data.form, set: set.name) }
      guard seen.insert(data.form).inserted else { throw .formTwice(data.form) }
    }
    var forms: [FormDefinition] = []
    for form in set.forms {
      guard let data = book.form(form.form) else { continue }
      var planner = FormPlanner(
        set: set, form: form, data: data, book: book,
        sheetName: Self.sheetName(
          of: form, taken: sheets.map(\.name) + [DictionarySheet.sheetName, CarriedContent.sheetName]))
      sheets.append(planner.make())
      findings += planner.findings
      forms.append(form)
    }
    if let (sheet, names) = DictionarySheet.plan(lists: DictionarySheet.lists(of: forms), in: set) {
      sheets.append(sheet)
      self.names = names
    }
    if let carried = CarriedSheet.plan(book.outside) { sheets.append(carried) }
  }

  /// Writes all sheets.
  func write(to workbook: WorkbookWriter) throws(XlsxWriteError) {
    for sheet in sheets { try SheetRenderer.write(sheet, to: workbook) }
    for (name, formula) in names { try workbook.defineName(name, refersTo: formula) }
    for (name, text) in stamp.properties { try workbook.setCustomProperty(name, to: text) }
  }

  /// A name that a sheet can have: the form's code, else its title without the year.
  static func sheetName(of form: FormDefinition, taken: [String]) -> String {
    let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\", "'"]
    var name = form.code ?? FrameText.key(ofTitle: form.title)
    name.removeAll { forbidden.contains($0) || $0.isNewline }
    while name.utf16.count > 28 { name.removeLast() }
    return name.isEmpty || taken.contains(name) ? name + form.form : name
  }
}
