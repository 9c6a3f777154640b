import XlsxPackage
import XlsxWrite

/// Lays out one form of a book as a sheet.
struct FormPlanner {
  let set: FormSet
  let form: FormDefinition
  let data: FormData
  let year: String
  let department: String
  /// What makes the form one to be filled in; nil where a book is written as it is.
  let issue: IssuedForm?
  /// Where the parts of the form stand, once ``make()`` has laid them out.
  var places: FormPlaces
  var plan: SheetPlan
  var findings: [Finding] = []

  init(
    set: FormSet, form: FormDefinition, data: FormData, book: Book, sheetName: String, issue: IssuedForm? = nil
  ) {
    self.set = set
    self.form = form
    self.data = data
    year = book.year
    department = book.department
    self.issue = issue
    places = FormPlaces(form: form.form, sheet: sheetName)
    plan = SheetPlan(name: sheetName, widths: [])
    plan.orientation = form.page == .landscape ? .landscape : .portrait
  }

  /// The sheet as it is to be written.
  mutating func make() -> SheetPlan {
    if form.isBlockForm { planBlocks() } else { planGrid() }
    for cell in plan.fitHeights() { report(.textCutOff, at: cell) }
    // Printed rows are never added to, so that a little more than a page of them is printed on one.
    plan.isOnePage = form.panes.contains { !$0.fixedRows.isEmpty } && PageFit.pages(of: plan) <= 1.8
    if let issue { finish(issue) }
    return plan
  }

  mutating func report(
    _ code: FindingCode, at cell: CellReference? = nil, path: LabelPath? = nil, _ arguments: [String: String] = [:]
  ) {
    findings.append(Finding(code, form: form.form, sheet: plan.name, cell: cell, path: path, arguments))
  }

  /// Reports what concerns one cell of the book: at the place that it was read from, where it was read from one.
  mutating func report(
    _ code: FindingCode, of cell: FormCell?, at reference: CellReference, path: LabelPath,
    _ arguments: [String: String]
  ) {
    let place = data.sheet == nil ? reference : cell?.reference
    findings.append(
      Finding(code, form: form.form, sheet: data.sheet ?? plan.name, cell: place, path: path, arguments))
  }

  func fill(_ text: String) -> String {
    FormDefinition.fill(text, year: year, department: department)
  }

  // MARK: Above and below the table

  /// Puts title, code, department and unit in place.
  ///
  /// - Returns: The row of the table's headings.
  mutating func planFrame() -> Int {
    let all = 1...plan.columnCount
    plan.put(.text(data.title ?? fill(form.title)), FormStyle.title, rows: 1...1, columns: all)
    plan.raise(1, to: 30)
    var row = 2
    if let code = form.code {
      plan.put(.text(code), FormStyle.line(.right), rows: row...row, columns: columns(atRightFor: code))
      row += 1
    }
    // A form of blocks states department and unit in its blocks.
    if form.isBlockForm { return row }
    let unit = (set.labels.unit.first ?? "") + "：" + set.unit.rawValue
    let right = columns(atRightFor: unit)
    let department = (set.labels.department.first ?? "") + "：" + department
    places.departmentCells.append(CellReference(row: row, column: 1))
    plan.put(.text(department), FormStyle.line(.left), rows: row...row, columns: 1...right.lowerBound - 1)
    plan.put(.text(unit), FormStyle.line(.right), rows: row...row, columns: right)
    return row + 1
  }

  /// As many columns from the right as a text needs, one at least and never all.
  private func columns(atRightFor text: String) -> ClosedRange<Int> {
    let needed = TextMeasure.width(text, size: FormStyle.bodySize) + 2
    var first = plan.columnCount
    while first > 2, plan.width(first...plan.columnCount) < needed { first -= 1 }
    return first...plan.columnCount
  }

  /// Puts the notes below the table.
  mutating func planNotes(isEmpty: Bool) {
    var notes = data.notes.map(\.text)
    if notes.isEmpty, isEmpty, data.sheet == nil {
      notes = form.notes.map(fill)
      if let note = form.emptyNote, !data.isUnfilled { notes.append(fill(note)) }
    }
    for note in notes {
      let columns = 1...plan.columnCount
      let first = plan.lastRow + 1
      let rows = plan.rowsNeeded(note, columns: columns)
      plan.put(.text(note), FormStyle.note, rows: first...(first + rows - 1), columns: columns)
    }
  }

  /// The unit in which amounts below a heading count: the one that the heading states, else the set's.
  func unit(statedIn labels: [String]) -> MoneyUnit {
    labels.compactMap { LabelText.statedUnit(in: $0) }.last ?? set.unit
  }
}
