import XlsxPackage
import XlsxWrite

/// Lays out the sheet that tells what was changed.
struct CleaningRecordPlan {
  private typealias Column = CleaningRecord.Column

  private(set) var sheet: SheetPlan
  /// The cells that lead to others.
  private(set) var links: [CellReference: SheetAddress] = [:]
  private let language: Language
  private let columns: [Column]
  private var row = 0

  /// - Parameters:
  ///   - record: What the sheet is to hold.
  ///   - sheets: The names of the sheets to which its lines may lead.
  init(_ record: CleaningRecord, in language: Language, sheets: Set<String>) {
    self.language = language
    let hasStandard = record.lines.contains { $0.texts[.standard] != nil }
    columns = Column.allCases.filter { hasStandard || $0 != .standard }
    sheet = SheetPlan(name: record.sheet, widths: columns.map(\.width))
    sheet.orientation = .landscape
    row += 1
    line(CleaningRecord.title(in: language), FormStyle.title)
    sheet.raise(1, to: 30)
    for source in record.sources { line(source.line(in: language)) }
    line(CleaningRecord.hint(in: language))
    headings()
    let heading = row - 1
    for (index, entry) in record.lines.enumerated() { put(entry, number: index + 1, sheets) }
    if record.lines.isEmpty { line(CleaningRecord.nothing(in: language)) }
    let last = row - 1
    leave(record.unmatched)
    // A text that is not shown to its end is to show its beginning.
    for cell in sheet.fitHeights() { sheet.alignTop(cell) }
    finish(heading: heading, last: last)
  }

  /// A line over all columns.
  private mutating func line(_ text: String, _ format: CellFormat = FormStyle.line(.left)) {
    sheet.put(.text(text.fittingCell), format, rows: row...row, columns: 1...columns.count)
    row += 1
  }

  private mutating func headings() {
    for (index, column) in columns.enumerated() {
      sheet.put(
        .text(column.heading(in: language)), FormStyle.heading.filled(Self.headingColor), row: row, column: index + 1)
    }
    sheet.repeatedRows = row...row
    sheet.raise(row, to: 30)
    row += 1
  }

  private mutating func put(_ line: CleaningRecord.Line, number: Int, _ sheets: Set<String>) {
    for (index, column) in columns.enumerated() {
      let text = column == .number ? "\(number)" : (line.texts[column] ?? "").fittingCell
      var format = Self.format(of: column, line)
      if column == linking, let address = Self.address(of: line, column), sheets.contains(address.sheet) {
        links[CellReference(row: row, column: index + 1)] = address
        format.font.color = Self.linkColor
      }
      let content: SheetPlan.Content =
        text.isEmpty ? .blank : column == .number ? .number(Double(number)) : .text(text)
      sheet.put(content, format, row: row, column: index + 1)
    }
    row += 1
  }

  /// The column whose cells lead to others: in a workbook of the set's own layout the submitted cells do not exist.
  private var linking: Column { columns.contains(.standard) ? .standard : .cell }

  private static func address(of line: CleaningRecord.Line, _ column: Column) -> SheetAddress? {
    if column == .standard { return line.texts[column].flatMap { SheetAddress(text: $0) } }
    guard let sheet = line.texts[.sheet], let cell = line.texts[column].flatMap({ CellReference($0) }) else {
      return nil
    }
    return SheetAddress(sheet: sheet, cell: cell)
  }

  private static func format(of column: Column, _ line: CleaningRecord.Line) -> CellFormat {
    switch column {
    case .number, .cell, .form, .beforeType, .afterType, .code, .repairClass: FormStyle.label(.center)
    case .before: FormStyle.label(isNumber(line.texts[.beforeType]) ? .right : .left, indent: 1)
    case .after: FormStyle.label(isNumber(line.texts[.afterType]) ? .right : .left, indent: 1).filled(afterColor)
    case .sheet, .row, .path, .beforeFormat, .afterFormat, .reason, .standard: FormStyle.label(.left, indent: 1)
    }
  }

  /// Whether the word for a type is that of a number, in whichever language.
  private static func isNumber(_ type: String?) -> Bool {
    Language.allCases.contains {
      CellState.Kind.number.name(in: $0) == type || CellState.Kind.date.name(in: $0) == type
    }
  }

  private static let headingColor = Color(0xE7E6E6)
  /// Off the colours by which a check marks cells, so that nobody takes it for one of them.
  private static let afterColor = Color(0xEAF4E6)
  private static let linkColor = Color(0x0563C1)

  /// Tells once more what somebody else wrote on the sheet.
  private mutating func leave(_ cells: [OutsideCell]) {
    if cells.isEmpty { return }
    line(CleaningRecord.leftoverHeading(in: language), FormStyle.line(.left).bold)
    for cell in cells {
      sheet.put(.text("\(cell.reference)"), FormStyle.label(.center), rows: row...row, columns: 1...2)
      sheet.put(.text(cell.text.fittingCell), FormStyle.label(.left), rows: row...row, columns: 3...columns.count)
      row += 1
    }
  }

  /// The height in points up to which what stands above the table is kept in sight.
  private static let mostFrozen = 200.0

  private mutating func finish(heading: Int, last: Int) {
    let height = (1...heading).reduce(0) { $0 + (sheet.heights[$1] ?? 0) }
    if height <= Self.mostFrozen { sheet.scrollingStart = CellReference(row: heading + 1, column: 1) }
    filter = CellRange(CellReference(row: heading, column: 1), CellReference(row: last, column: columns.count))
  }

  /// The headings with the lines, among which a reader may pick.
  private var filter: CellRange?
}

extension CleaningRecordPlan {
  /// What a reader may do; protection has no password.
  private static let allowed: SheetProtection.Actions = [
    .selectLockedCells, .selectUnlockedCells, .formatColumns, .formatRows, .autofilter,
  ]

  /// Writes the sheet.
  func write(to worksheet: WorksheetWriter) throws(XlsxWriteError) {
    for (index, width) in sheet.widths.enumerated() { try worksheet.setColumnWidth(index + 1...index + 1, width) }
    for (reference, cell) in sheet.orderedCells {
      try SheetRenderer.write(cell, leadingTo: links[reference], in: language, at: reference, to: worksheet)
    }
    for (row, height) in sheet.heights.sorted(by: { $0.key < $1.key }) { try worksheet.setRowHeight(row, height) }
    if let start = sheet.scrollingStart { try worksheet.freezePanes(above: start.row, left: start.column) }
    if let filter {
      try worksheet.setFilter(filter)
      // Stored contents that look like numbers are texts here.
      try worksheet.ignoreNumbersStoredAsText(in: filter)
    }
    try worksheet.protect(SheetProtection(allowing: Self.allowed))
    try worksheet.setTabColor(Self.tabColor)
    try worksheet.printSetup(
      PrintSetup(
        orientation: sheet.orientation, paper: .a4, margins: PageFit.margins, fitToPagesWide: 1, fitToPagesTall: 0,
        repeatedRows: sheet.repeatedRows,
        printArea: CellRange(
          CellReference(row: 1, column: 1), CellReference(row: sheet.lastRow, column: columns.count)),
        centersHorizontally: true,
        footer: language == .chinese ? "&C第 &P 页，共 &N 页" : "&CPage &P of &N"))
  }

  private static let tabColor = Color(0x70AD47)
}
