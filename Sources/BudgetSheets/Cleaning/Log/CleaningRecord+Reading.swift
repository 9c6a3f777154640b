import XlsxPackage
import XlsxRead

extension CleaningRecord {
  /// Takes the records of earlier cleanings out of a workbook's sheets; usually there is one or none.
  static func take(from grids: inout [SheetGrid], of workbook: Workbook) -> [CleaningRecord] {
    var records: [CleaningRecord] = []
    grids.removeAll { grid in
      guard var record = CleaningRecord(grid) else { return false }
      for sheet in workbook.worksheets where sheet.name == grid.name { record.hasParts = hasParts(sheet) }
      records.append(record)
      return true
    }
    return records
  }

  /// Whether comments hang on a sheet, or tables stand on it; so too where that cannot be read.
  private static func hasParts(_ sheet: Worksheet) -> Bool {
    guard let comments = try? sheet.comments(), let tables = try? sheet.tables() else { return true }
    return !comments.isEmpty || !tables.isEmpty
  }

  /// Whether rows are those of a record.
  static func hasHeadings(_ rows: [SheetGrid.Row]) -> Bool { Heading(in: rows) != nil }

  /// The record that a sheet holds; nil where it is another sheet.
  init?(_ grid: SheetGrid) {
    guard let heading = Heading(in: grid.rows) else { return nil }
    self.init(sheet: grid.name, title: heading.title, language: heading.language, isOld: heading.isOld)
    var isLeftover = false
    for row in grid.rows {
      if row.number == heading.row {
        unmatched += row.cells.filter { !heading.columns.values.contains($0.reference.column) }.map(outside)
      } else if row.number < heading.row {
        readAbove(row, heading)
      } else if row.cells.first.map({ Self.is($0, Self.leftoverHeading) }) == true {
        isLeftover = true
        unmatched += row.cells.dropFirst().map(outside)
      } else if isLeftover {
        readLeftover(row)
      } else {
        read(row, heading)
      }
    }
    // What a person did to the lines above the table is not to lead beside the lines.
    sources = sources.filter { lines.indices.contains($0.firstLine) }.sorted { $0.firstLine < $1.firstLine }
  }

  private func outside(_ cell: SheetGrid.Cell) -> OutsideCell { OutsideCell(cell, sheet: sheet) }

  private static func `is`(_ cell: SheetGrid.Cell, _ text: (Language) -> String) -> Bool {
    Language.allCases.contains { text($0) == cell.text }
  }

  /// Title, cleanings, hint.
  private mutating func readAbove(_ row: SheetGrid.Row, _ heading: Heading) {
    for cell in row.cells {
      if cell.reference == heading.title || Self.is(cell, Self.hint) { continue }
      if cell.kind == .text, let source = Source(cell.text) {
        sources.append(source)
      } else {
        unmatched.append(outside(cell))
      }
    }
  }

  private mutating func read(_ row: SheetGrid.Row, _ heading: Heading) {
    func cell(_ column: Column) -> SheetGrid.Cell? {
      heading.columns[column].flatMap { number in row.cells.first { $0.reference.column == number } }
    }
    guard let number = cell(.number), Int(number.text) != nil, cell(.sheet) != nil, cell(.code) != nil,
      cell(.cell).flatMap({ CellReference($0.text) }) != nil
    else {
      unmatched += row.cells.filter { !Self.is($0, Self.nothing) }.map(outside)
      return
    }
    var line = Line(texts: [:])
    for column in Column.allCases where column != .number { line.texts[column] = cell(column)?.text }
    lines.append(line)
    unmatched += row.cells.filter { !heading.columns.values.contains($0.reference.column) }.map(outside)
  }

  /// What somebody wrote on an earlier record, with its cell there.
  private mutating func readLeftover(_ row: SheetGrid.Row) {
    guard row.cells.count == 2, let place = CellReference(row.cells[0].text) else {
      unmatched += row.cells.map(outside)
      return
    }
    var cell = outside(row.cells[1])
    cell.reference = place
    unmatched.append(cell)
  }

  /// The row of the headings, with the columns by what stands in them.
  private struct Heading {
    var title: CellReference
    var language: Language
    var isOld: Bool
    var row: Int
    var columns: [Column: Int]

    private struct Words {
      var language: Language
      var title: String
      var oldTitle: String
      var labels: [String: Column]
    }

    private static let languages = Language.allCases.map { language in
      Words(
        language: language, title: LabelText.normalize(CleaningRecord.title(in: language)),
        oldTitle: LabelText.normalize(CleaningRecord.oldTitle(in: language)),
        labels: Dictionary(
          uniqueKeysWithValues: Column.allCases.map { (LabelText.normalize($0.heading(in: language)), $0) }))
    }

    init?(in rows: [SheetGrid.Row]) {
      for words in Self.languages {
        var title: SheetGrid.Cell?
        for row in rows {
          title = title ?? row.cells.first { $0.label == words.title || $0.label == words.oldTitle }
          guard let title else { continue }
          var columns: [Column: Int] = [:]
          for cell in row.cells {
            if let column = words.labels[cell.label], columns[column] == nil { columns[column] = cell.reference.column }
          }
          if Column.landmarks.allSatisfy({ columns[$0] != nil }) {
            (self.title, language, isOld) = (title.reference, words.language, title.label == words.oldTitle)
            (self.row, self.columns) = (row.number, columns)
            return
          }
        }
      }
      return nil
    }
  }
}

extension CleaningRecord.Source {
  private static let marks: [(before: String, after: String)] = [("第 ", " 条起　"), ("From no. ", ": ")]

  /// The line above the table.
  func line(in language: Language) -> String {
    let mark = language == .chinese ? Self.marks[0] : Self.marks[1]
    return mark.before + "\(firstLine + 1)" + mark.after + text
  }

  /// The cleaning that a line above the table tells; nil for any other.
  init?(_ line: String) {
    for mark in Self.marks where line.hasPrefix(mark.before) {
      let rest = line.dropFirst(mark.before.count)
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits), number > 0, rest.dropFirst(digits.count).hasPrefix(mark.after) else { continue }
      self.init(firstLine: number - 1, text: String(rest.dropFirst(digits.count + mark.after.count)))
      return
    }
    return nil
  }

  /// What is said of a log, whose first change is in a line.
  init(_ log: ChangeLog, firstLine: Int, in language: Language) {
    let facts =
      language == .chinese
      ? "清洗前的文件：\(log.file)　　SHA-256：\(log.sha256)　　表样：\(log.set)"
      : "file before cleaning: \(log.file), SHA-256: \(log.sha256), form set: \(log.set)"
    self.init(firstLine: firstLine, text: facts)
  }
}
