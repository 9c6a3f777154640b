import XlsxPackage

/// What an issued workbook holds beside its forms: the verdicts of its rules, and what somebody wrote onto its own sheets.
struct IssuedContent {
  /// The stamp in its hidden cell, which is left where a program drops the properties of a workbook.
  private(set) var stamp: Stamp?
  /// The verdicts that were stored when the workbook was saved.
  private(set) var verdicts: [StoredVerdict] = []
  /// What was written onto a sheet of our own, by sheet.
  private(set) var notes: [(sheet: String, cells: [OutsideCell])] = []

  /// Takes the sheets that belong to an issued workbook out of a workbook's sheets.
  ///
  /// They are known by what stands in them, since a copy or a renamed sheet is one of them all the same. What the rules are
  /// worked out with is also known by its name beside them.
  static func take(from grids: inout [SheetGrid]) -> IssuedContent {
    var content = IssuedContent()
    var hasAudit = false
    grids.removeAll { grid in
      if let stamp = stamp(in: grid.rows) {
        content.stamp = stamp
        return true
      }
      guard let heading = auditHeading(in: grid.rows) else {
        if !isCover(grid.rows) { return false }
        content.readCover(grid)
        return true
      }
      hasAudit = true
      content.readAudit(grid, below: heading)
      return true
    }
    if hasAudit { grids.removeAll { [IssuedSheet.calculation, IssuedSheet.keys].contains($0.name) } }
    return content
  }

  /// Whether rows are those of a sheet that an issued workbook has beside its forms.
  static func isOwn(_ rows: [SheetGrid.Row]) -> Bool {
    auditHeading(in: rows) != nil || stamp(in: rows) != nil || isCover(rows)
  }

  // MARK: Which sheet

  /// How far down the lines are looked for that tell a sheet: rows may have been inserted above.
  private static let searchedRows = 20
  private static let auditLabels = AuditSheet.headings.map(LabelText.normalize)
  /// The lines of the cover that no other sheet has together.
  private static let coverLabels = [CoverText.stepsTitle, CoverText.verdictsTitle, CoverText.signsTitle]
    .map(LabelText.normalize)
  /// How far down they may stand: a department may have many units.
  private static let coverRows = 400

  /// The row of the headings of the rules; nil where the sheet is another one.
  private static func auditHeading(in rows: [SheetGrid.Row]) -> SheetGrid.Row? {
    rows.prefix(searchedRows).first { row in
      row.cells.count >= auditLabels.count && row.cells.prefix(auditLabels.count).map(\.label) == auditLabels
    }
  }

  /// The stamp in the first cell, which the hidden sheet behind the rules has; nil where the sheet is another one.
  private static func stamp(in rows: [SheetGrid.Row]) -> Stamp? {
    guard let cell = rows.first?.cells.first, cell.kind == .text else { return nil }
    return Stamp(cellText: cell.text)
  }

  private static func isCover(_ rows: [SheetGrid.Row]) -> Bool {
    let labels = Set(rows.lazy.prefix(coverRows).flatMap(\.cells).map(\.label))
    return coverLabels.allSatisfy(labels.contains)
  }

  // MARK: The cover

  /// Keeps what stands beside and below what the cover prints.
  private mutating func readCover(_ grid: SheetGrid) {
    let cells = grid.rows.flatMap(\.cells)
    guard let title = cells.last(where: { $0.label == LabelText.normalize(CoverText.signsTitle) })?.reference else {
      return
    }
    let signs = CoverText.signs
    let labels = Set(signs.map { LabelText.normalize($0.text) })
    let below = cells.filter {
      $0.reference.row > title.row && $0.reference.column == title.column && labels.contains($0.label)
    }
    let last = below.map(\.reference.row).max() ?? title.row + signs.count
    let columns = title.column...title.column + CoverSheet.columnCount - 1
    let outside = cells.filter { !columns.contains($0.reference.column) || $0.reference.row > last }
    if !outside.isEmpty { notes.append((grid.name, outside.map { OutsideCell($0, sheet: grid.name) })) }
  }

  // MARK: The rules

  private mutating func readAudit(_ grid: SheetGrid, below heading: SheetGrid.Row) {
    let first = (heading.cells.first?.reference.column ?? 1) - 1
    let rule = first + AuditSheet.ruleColumn
    let verdict = first + AuditSheet.verdictColumn
    let columns = first + 1...first + AuditSheet.headings.count
    var outside: [OutsideCell] = []
    for row in grid.rows {
      outside += row.cells.filter { !columns.contains($0.reference.column) }.map { OutsideCell($0, sheet: grid.name) }
      if row.number <= heading.number { continue }
      let own = row.cells.filter { columns.contains($0.reference.column) }
      if own.count == 1, AuditSheet.isNote(own[0].text) { continue }
      let cell = own.first { $0.reference.column == verdict }
      let text = cell?.kind == .text ? cell?.text ?? "" : ""
      // A line of ours names its rule and is worked out; what anybody wrote below is not.
      let isWorkedOut = AuditVerdict(rawValue: text) != nil || own.contains { $0.formula != nil }
      guard let name = own.first(where: { $0.reference.column == rule }), name.kind == .text, isWorkedOut else {
        outside += own.map { OutsideCell($0, sheet: grid.name) }
        continue
      }
      verdicts.append(
        StoredVerdict(
          rule: name.text, text: text, sheet: grid.name, cell: CellReference(row: row.number, column: verdict),
          isFormula: cell?.formula != nil))
    }
    if !outside.isEmpty { notes.append((grid.name, outside)) }
  }
}
