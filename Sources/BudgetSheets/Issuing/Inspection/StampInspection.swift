import XlsxPackage

/// Compares an issued workbook with what it says of itself: by which definitions, and for whom it was issued.
struct StampInspection {
  private let stamp: Stamp
  private let set: FormSet

  /// Prepares the comparison; nil where the workbook was not issued to be filled in, or belongs to another set.
  init?(_ stamp: Stamp?, set: FormSet) {
    guard let stamp, stamp.isIssued, stamp.set == set.name else { return nil }
    self.stamp = stamp
    self.set = set
  }

  /// Whether the forms are still those by which it was issued.
  var isUpToDate: Bool { stamp.isUpToDate(with: set) }

  /// The year for which it was issued.
  var year: String { stamp.year }

  /// What there is to say of a book.
  ///
  /// - Parameters:
  ///   - department: The cell in which the department is named; nil where that is not known.
  ///   - unprotected: The sheets whose protection was taken off.
  func findings(of book: Book, department: SheetAddress?, unprotected: [String]) -> [Finding] {
    var findings: [Finding] = []
    // A version that is not accepted is told as that.
    if !isUpToDate, !set.digest.isEmpty, ([set.version] + set.acceptedVersions).contains(stamp.version) {
      findings.append(Finding(.issueOutdated, ["set": "\(set.name) \(stamp.version)"]))
    }
    if let finding = otherDepartment(book, department) { findings.append(finding) }
    if let first = unprotected.first {
      findings.append(
        Finding(
          .protectionTakenOff, sheet: first,
          ["count": "\(unprotected.count)", "sheets": unprotected.joined(separator: "、")]))
    }
    return findings
  }

  /// The workbook of another department, or one that somebody copied.
  private func otherDepartment(_ book: Book, _ cell: SheetAddress?) -> Finding? {
    let issued = [stamp.department, stamp.code ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    let isSameName =
      stamp.department.isEmpty || book.department.isEmpty
      || LabelText.normalize(Stamp.plain(book.department)) == LabelText.normalize(stamp.department)
    let other = otherCode(in: book)
    if isSameName, other == nil { return nil }
    let name = [book.department, other?.code ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    let place = isSameName ? other?.place : cell
    let form = place.flatMap { place in book.forms.first { $0.sheet == place.sheet }?.form }
    return Finding(
      .departmentNotIssued, form: form, sheet: place?.sheet, cell: place?.cell, ["stamp": issued, "name": name])
  }

  /// The code of a department that is not the one for which the workbook was issued.
  private func otherCode(in book: Book) -> (code: String, place: SheetAddress?)? {
    guard let code = stamp.code, !code.isEmpty else { return nil }
    for data in book.forms {
      for pane in set.form(data.form)?.panes ?? [] {
        guard let level = pane.levels.first(where: { $0.kind == .department }), let key = level.key.first else {
          continue
        }
        for row in data.rows where row.kind == .department && row.pane == pane.name {
          guard let cell = row.cells[key], let text = cell.value?.text, !isSame(text, code) else { continue }
          if isClass(text, row, level, pane, book) { continue }
          let place = cell.reference.flatMap { cell in data.sheet.map { SheetAddress(sheet: $0, cell: cell) } }
          return (text, place)
        }
      }
    }
    return nil
  }

  /// Whether two codes are one, however their digits are typed; the reader gives a code the zeros that its column asks for.
  private func isSame(_ text: String, _ code: String) -> Bool {
    let (text, code) = (CodeText.read(text, digits: nil), CodeText.read(code, digits: nil))
    return text == code || text == CodeText.read(code, digits: text.utf8.count)
      || code == CodeText.read(text, digits: code.utf8.count)
  }

  /// Whether what was read as a department's row is the subtotal of a class, whose codes stand in the same column; its
  /// name need not be that of the dictionary.
  private func isClass(_ code: String, _ row: FormRow, _ level: RowLevel, _ pane: Pane, _ book: Book) -> Bool {
    guard let key = level.key.first, let name = level.name.flatMap({ row.text($0) }),
      let list = pane.levels.first(where: { $0.kind == .detail && $0.key.contains(key) })?.list.flatMap({
        set.lists[$0]
      })
    else { return false }
    return !list.names(of: CodeText.read(code, digits: nil)).isEmpty
      && LabelText.normalize(name) != LabelText.normalize(book.department)
  }
}
