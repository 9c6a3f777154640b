import XlsxPackage

/// Puts the sheets of a workbook together into a book.
struct BookAssembler {
  private struct Sheet {
    var data: FormData
    var year: String?
    var department: (name: String, cell: CellReference)?
    /// The department as a field of the form itself names it.
    var blockDepartment: (name: String, cell: CellReference)?
    var outside: [OutsideCell]
    /// All that the sheet holds, for when it is not used after all.
    var allCells: [OutsideCell]
    var findings: [Finding]
    var isHidden: Bool
    var isProtected: Bool
  }

  private let identifier: SheetIdentifier
  private var book: Book
  /// What an issued workbook is held against; nil for any other.
  private var inspection: StampInspection?
  private var sheets: [Sheet] = []
  /// The department as a form of blocks names it, for a book without any line 部门名称.
  private var departmentOfBlocks: (name: String, cell: CellReference)?

  init(identifier: SheetIdentifier, file: String) {
    self.identifier = identifier
    let set = identifier.set
    book = Book(file: file, set: set.name, year: "", department: "")
  }

  private var set: FormSet { identifier.set }

  mutating func take(_ stamp: Stamp?) {
    book.stamp = stamp
    inspection = StampInspection(stamp, set: set)
    guard let stamp else { return }
    if !set.takes(stamp) {
      book.findings.append(
        Finding(
          .stampOfOtherSet, ["stamp": "\(stamp.set) \(stamp.version)", "set": "\(set.name) \(set.version)"]))
    }
  }

  mutating func take(_ carried: [OutsideCell]) {
    book.outside += carried
  }

  /// Takes what the submitter wrote into the lists of an earlier check.
  mutating func take(_ lists: [ReturnedList]) {
    for list in lists {
      book.explanations += list.explanations
      takeNotes(list.unmatched, on: list.sheet)
    }
  }

  /// Takes what somebody wrote onto the records of earlier cleanings.
  mutating func take(_ records: [CleaningRecord]) {
    for record in records { takeNotes(record.unmatched, on: record.sheet) }
  }

  /// Takes what an issued workbook holds beside its forms.
  mutating func take(_ issued: IssuedContent) {
    book.verdicts += issued.verdicts
    for (sheet, cells) in issued.notes { takeNotes(cells, on: sheet) }
  }

  /// Takes what was written onto a sheet of our own beside what it is for.
  private mutating func takeNotes(_ cells: [OutsideCell], on sheet: String) {
    if cells.isEmpty { return }
    book.findings.append(Finding(.sheetUnknown, sheet: sheet, ["sheet": sheet]))
    book.outside += cells
  }

  /// Reads a sheet as what it was recognised to be.
  mutating func take(_ grid: SheetGrid, as result: SheetIdentifier.Result) {
    switch result {
    case .form(let form, let match, let evidence): read(grid, form, match, evidence)
    case .headerNotMatched(let form):
      leaveOutside(grid, Finding(.headerNotMatched, form: form.form, sheet: grid.name, ["form": form.name]))
    case .ambiguous(let form, let other):
      leaveOutside(grid, Finding(.formAmbiguous, sheet: grid.name, ["form": form.name, "other": other.name]))
    case .ofOtherSet(let form, let other):
      leaveOutside(
        grid,
        Finding(
          .sheetOfOtherSet, sheet: grid.name, ["form": form.name, "other": other, "set": set.name, "sheet": grid.name]))
    case .none:
      if !grid.rows.isEmpty { leaveOutside(grid, Finding(.sheetUnknown, sheet: grid.name, ["sheet": grid.name])) }
    }
  }

  private mutating func leaveOutside(_ grid: SheetGrid, _ finding: Finding) {
    book.findings.append(finding)
    book.outside += grid.rows.flatMap(\.cells).map { OutsideCell($0, sheet: grid.name) }
  }

  private mutating func read(
    _ grid: SheetGrid, _ form: FormDefinition, _ match: HeaderMatcher.Match?, _ evidence: SheetIdentifier.Evidence
  ) {
    var start = SheetScan(grid: grid, form: form, set: set)
    start.isIssued = inspection != nil
    var frame = FrameReader(scan: start, identifier: identifier, match: match)
    frame.read()
    var data = FormData(form: form.form, sheet: grid.name, title: frame.title, unit: frame.scan.unit)
    var scan = frame.scan
    if let match {
      var reader = GridFormReader(scan: scan, match: match, identifier: identifier)
      reader.read()
      (scan, data.rows, data.notes) = (reader.scan, reader.rows, reader.notes)
      for (leaf, column) in zip(form.leaves, match.columns) { data.blanks.columns[leaf.path] = column }
    } else {
      var reader = BlockFormReader(scan: scan)
      reader.read()
      (scan, data.rows, data.notes, data.fields) = (reader.scan, reader.rows, reader.notes, reader.fields)
      data.blanks = reader.blanks
    }
    var blockDepartment: (name: String, cell: CellReference)?
    for case .field(let field) in form.blocks where field.isDepartment {
      guard let cell = data.fields[field.path], let name = cell.value?.text, let at = cell.reference else { continue }
      blockDepartment = blockDepartment ?? (name, at)
      if frame.department == nil { departmentOfBlocks = departmentOfBlocks ?? (name, at) }
    }
    if evidence == .headerAgainstTitle { scan.report(.titleDisagrees, ["form": form.name]) }
    if evidence == .header { scan.report(.formByHeader, ["form": form.name]) }
    if let other = identifier.form(sheetName: grid.name), other.form != form.form {
      scan.report(.sheetNameDisagrees, ["sheet": grid.name, "form": form.name])
    }
    if let basis = form.reconstruction { scan.report(.formReconstructed, ["form": form.name, "basis": basis]) }
    if grid.isHidden { scan.report(.sheetHidden, ["form": form.name]) }
    if let inspection, inspection.isUpToDate {
      FormInspection(data, grid, form: form, frame: frame, match: match, set: set, year: inspection.year)
        .report(into: &scan)
    }
    sheets.append(
      Sheet(
        data: data, year: frame.year, department: frame.department, blockDepartment: blockDepartment,
        outside: scan.outside,
        allCells: grid.rows.flatMap(\.cells).map { OutsideCell($0, sheet: grid.name) }, findings: scan.findings,
        isHidden: grid.isHidden, isProtected: grid.isProtected))
  }

  /// The book, once all sheets were taken.
  mutating func finish() -> Book {
    dropRepeatedForms()
    book.year = mostFrequent(sheets.compactMap(\.year)) ?? book.stamp?.year ?? ""
    book.department =
      mostFrequent(sheets.compactMap(\.department?.name)) ?? departmentOfBlocks?.name ?? book.stamp?.department ?? ""
    var absent: [String] = []
    for form in set.forms {
      guard let sheet = sheets.first(where: { $0.data.form == form.form }) else {
        // A form of which there are two sheets is told as that.
        let isTwice = book.findings.contains { $0.code == .formTwice && $0.form == form.form }
        if !set.required.contains(form.form), !isTwice { absent.append(form.name) }
        if set.required.contains(form.form), !isTwice {
          book.findings.append(
            Finding(
              .formMissing, form: form.form,
              ["form": form.name, "title": FormDefinition.fill(form.title, year: book.year, department: "")]))
        }
        continue
      }
      book.forms.append(sheet.data)
      book.outside += sheet.outside
      book.findings += sheet.findings
      compareFrame(of: sheet)
    }
    if !absent.isEmpty {
      book.findings.append(
        Finding(.formsAbsent, ["count": "\(absent.count)", "forms": absent.joined(separator: "、")]))
    }
    inspect()
    if book.year.isEmpty { book.findings.append(Finding(.yearMissing)) }
    if book.department.isEmpty { book.findings.append(Finding(.departmentMissing)) }
    // A bureau that issues forms for another year knows that it does.
    if !book.year.isEmpty, !set.years.isEmpty, !set.years.contains(book.year), book.year != inspection?.year {
      book.findings.append(
        Finding(
          .yearUnexpected, ["year": book.year, "years": set.years.joined(separator: ", ")]))
    }
    return book
  }

  /// Holds an issued workbook against its stamp.
  private mutating func inspect() {
    guard let inspection else { return }
    let named = sheets.first { $0.department?.name == book.department }
    let department = named.flatMap { sheet in
      sheet.department.flatMap { place in sheet.data.sheet.map { SheetAddress(sheet: $0, cell: place.cell) } }
    }
    book.findings += inspection.findings(
      of: book, department: department, unprotected: sheets.filter { !$0.isProtected }.compactMap(\.data.sheet))
  }

  /// Where one form stands in several sheets, none is chosen by chance: a single visible one counts, else none.
  private mutating func dropRepeatedForms() {
    var dropped: Set<Int> = []
    for form in set.forms {
      let same = sheets.indices.filter { sheets[$0].data.form == form.form }
      guard same.count > 1 else { continue }
      let visible = same.filter { !sheets[$0].isHidden }
      let kept = visible.count == 1 ? visible.first : nil
      for index in same where index != kept {
        let sheet = sheets[index]
        let other = same.first { $0 != index }.flatMap { sheets[$0].data.sheet } ?? ""
        book.findings.append(
          Finding(
            .formTwice, form: form.form, sheet: sheet.data.sheet, ["other": other, "form": form.name]))
        dropped.insert(index)
      }
    }
    for index in dropped.sorted() { book.outside += sheets[index].allCells }
    sheets = sheets.indices.filter { !dropped.contains($0) }.map { sheets[$0] }
  }

  private mutating func compareFrame(of sheet: Sheet) {
    if let year = sheet.year, year != book.year {
      book.findings.append(
        Finding(
          .yearDiffers, form: sheet.data.form, sheet: sheet.data.sheet, ["year": year, "other": book.year]))
    }
    for (department, cell) in [sheet.department, sheet.blockDepartment].compactMap(\.self)
    where LabelText.normalize(department) != LabelText.normalize(book.department) {
      book.findings.append(
        Finding(
          .departmentDiffers, form: sheet.data.form, sheet: sheet.data.sheet, cell: cell,
          ["name": department, "other": book.department]))
    }
  }

  /// The value that stands most often; of several, the first.
  private func mostFrequent(_ values: [String]) -> String? {
    var counts: [String: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    let most = counts.values.max()
    return values.first { counts[$0] == most }
  }
}
