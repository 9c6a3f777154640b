import XlsxPackage

/// What stands below the headings of a blank form: its rows, and the notes below them.
struct DraftBody {
  /// One row, with what is filled in below the headings.
  struct Row {
    var number: Int
    var cells: [Int: SheetGrid.Cell] = [:]

    /// The texts that somebody wrote, by column; results of formulas are none.
    var texts: [SheetGrid.Cell] {
      cells.values.filter { $0.kind == .text && $0.formula == nil }.sorted { $0.reference < $1.reference }
    }

    /// The texts, and the numbers in columns that hold no amounts.
    func entries(outside amounts: Set<Int>) -> [SheetGrid.Cell] {
      cells.values.filter {
        ($0.kind == .text || $0.kind == .number && !amounts.contains($0.reference.column)) && $0.formula == nil
      }
      .sorted { $0.reference < $1.reference }
    }
  }

  private(set) var rows: [Row] = []
  private(set) var notes: [String] = []
  private(set) var emptyNote: String?
  /// Whether there were more rows than are looked at.
  private(set) var isCut = false
  private let columns: [Int]
  /// The cell at which another form begins, if one does.
  private(set) var secondForm: CellReference?

  private static let mostRows = 1_200
  private static let mostNotes = 40

  /// Gathers what stands below some row.
  init(
    _ sheet: BlankSheet, below heading: Int, headings: [Set<String>] = [], columns: [Int],
    _ vocabulary: DraftVocabulary, department: String?
  ) {
    self.columns = columns
    let frame = FrameText(labels: vocabulary.labels)
    var isBelow = false
    var followsNote = false
    guard heading < sheet.lastRow else { return }
    for number in heading + 1...sheet.lastRow {
      if rows.count >= Self.mostRows || notes.count >= Self.mostNotes {
        isCut = true
        break
      }
      let place = { (column: Int) in CellReference(row: number, column: column) }
      guard let row = sheet.grid.row(number), let first = row.cells.first else {
        let hasFormula = !sheet.cells(row: number).isEmpty
        if !isBelow, hasFormula || columns.count(where: { sheet.look(place($0)) != nil }) * 2 > columns.count {
          rows.append(line(number, sheet))
        }
        continue
      }
      if GuardRow.stands(in: row) { continue }
      if Self.beginsForm(row, sheet.grid, headings, columns: columns.count) {
        secondForm = first.reference
        dropFrame(vocabulary)
        break
      }
      if rows.isEmpty, Self.numbersColumns(row, vocabulary) { continue }
      let hasNumbers = row.cells.contains { $0.kind == .number }
      if let note = Self.noteFormula(row, vocabulary) {
        emptyNote = emptyNote ?? note
        isBelow = true
      } else if first.kind == .text, frame.isNote(first.text), !hasNumbers {
        take(note: first.text, department)
        isBelow = true
        followsNote = true
      } else if !hasNumbers, row.cells.contains(where: { $0.kind == .text && frame.isSignature($0.text) }) {
        isBelow = true
        followsNote = false
      } else if isBelow {
        if followsNote, row.cells.count == 1, first.kind == .text { take(note: first.text, department) }
      } else if !isLine(row, sheet.grid) {
        rows.append(line(number, sheet))
      }
    }
  }

  /// Whether a row bears the headings once more, or is the title of a further form with headings below it.
  private static func beginsForm(
    _ row: SheetGrid.Row, _ grid: SheetGrid, _ headings: [Set<String>], columns: Int
  ) -> Bool {
    let labels = Set(row.cells.lazy.filter { $0.kind == .text && $0.formula == nil }.map(\.label))
    if labels.count >= 2, headings.contains(labels) { return true }
    guard !headings.isEmpty, row.cells.count == 1, let title = labels.first, title.hasSuffix("表"), title.count >= 5
    else { return false }
    for number in row.number + 1...row.number + 3 {
      guard let next = grid.row(number), next.cells.count >= 2 else { continue }
      return next.cells.count * 2 >= columns && next.cells.allSatisfy { $0.kind == .text && $0.formula == nil }
    }
    return false
  }

  /// Takes the title and the unit of a further form out of the rows.
  private mutating func dropFrame(_ vocabulary: DraftVocabulary) {
    for _ in 0..<4 {
      guard let row = rows.last, row.cells.count <= 1 else { return }
      if let cell = row.cells.values.first {
        let isFrame = cell.label.hasSuffix("表") || cell.text.contains("：") || cell.text.contains(":")
        guard cell.kind == .text, isFrame else { return }
      }
      rows.removeLast()
    }
  }

  private func line(_ number: Int, _ sheet: BlankSheet) -> Row {
    var line = Row(number: number)
    let wanted = Set(columns)
    for cell in sheet.cells(row: number) where wanted.contains(cell.reference.column) {
      line.cells[cell.reference.column] = cell
    }
    return line
  }

  /// Whether a row is one text over most of the form's columns.
  private func isLine(_ row: SheetGrid.Row, _ grid: SheetGrid) -> Bool {
    guard row.cells.count == 1, row.cells[0].kind == .text, let merge = grid.merge(at: row.cells[0].reference) else {
      return false
    }
    return columns.count(where: { (merge.first.column...merge.last.column).contains($0) }) * 3 > columns.count * 2
  }

  /// Whether a row right below the headings numbers them.
  private static func numbersColumns(_ row: SheetGrid.Row, _ vocabulary: DraftVocabulary) -> Bool {
    let words = vocabulary.labels.columnNumbers
    guard row.cells.count >= 3 else { return false }
    return row.cells.allSatisfy { cell in
      if cell.formula != nil { return false }
      let plain = AmountText.plain(cell.text)
      if let number = Int(plain) { return (1...200).contains(number) && cell.shownCode == nil }
      return cell.kind == .text && plain.count <= 12 && (words.contains(cell.label) || plain.contains("="))
    }
  }

  // MARK: Notes

  /// What says that a form is empty, where a note does.
  private static let nothing = "无数据"

  private mutating func take(note text: String, _ department: String?) {
    let plain = FrameText.trimmed(String(text.prefix(DraftText.longest / 3)))
    guard plain.contains(Self.nothing), emptyNote == nil else { return notes.append(plain) }
    var note = DraftText.withYear(plain) ?? plain
    if let department, !department.isEmpty { note = note.replacing(department, with: "{department}") }
    emptyNote = note
  }

  /// The note that a formula shows where the form is empty, as an issued one does: its texts, with the department where it
  /// names a cell.
  private static func noteFormula(_ row: SheetGrid.Row, _ vocabulary: DraftVocabulary) -> String? {
    guard row.cells.count == 1, let formula = row.cells[0].formula, formula.utf8.count <= 4_000 else { return nil }
    guard let start = formula.firstRange(of: ",\"")?.lowerBound else { return nil }
    var note = ""
    var isText = false
    for part in formula[formula.index(after: start)...].split(separator: "\"", omittingEmptySubsequences: false) {
      defer { isText.toggle() }
      if isText {
        note += part
      } else if part.hasPrefix(",") {
        break
      } else if part.contains("!") {
        note += "{department}"
      }
    }
    guard FrameText(labels: vocabulary.labels).isNote(note) else { return nil }
    return DraftText.withYear(note) ?? note
  }
}
