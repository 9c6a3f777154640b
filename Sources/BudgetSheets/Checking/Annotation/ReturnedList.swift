import XlsxPackage

/// The list of findings of an earlier round, as it comes back with the workbook.
struct ReturnedList {
  /// A line that is known again.
  struct Entry {
    var identity: ListIdentity
    /// What the submitter wrote; nil where nothing.
    var explanation: String?
  }

  /// The name of its sheet.
  var sheet: String
  /// The cell of its title.
  var title: CellReference
  var entries: [Entry] = []
  /// What else was written on the sheet, with explanations whose line is not known again.
  var unmatched: [OutsideCell] = []

  /// What the submitter wrote about lines that are known again.
  var explanations: [Explanation] {
    entries.compactMap { entry in
      guard case .finding(_, var explanation) = entry.identity.subject, let text = entry.explanation else { return nil }
      explanation.text = text
      return explanation
    }
  }

  /// Takes the lists out of a workbook's sheets; usually there is one or none.
  static func take(from grids: inout [SheetGrid]) -> [ReturnedList] {
    var lists: [ReturnedList] = []
    grids.removeAll { grid in
      guard let list = ReturnedList(grid) else { return false }
      lists.append(list)
      return true
    }
    return lists
  }

  /// The list that a sheet holds; nil where it is another sheet.
  init?(_ grid: SheetGrid) {
    guard let (title, heading, columns) = Self.headings(in: grid.rows) else { return nil }
    sheet = grid.name
    self.title = title
    for row in grid.rows where row.number != heading { read(row, columns, isBelow: row.number > heading) }
  }

  private static let titleLabel = LabelText.normalize(FindingList.title)
  private static let labels = Dictionary(
    uniqueKeysWithValues: FindingList.Column.allCases.map { (LabelText.normalize($0.rawValue), $0) })

  /// Whether rows are those of a list.
  static func hasHeadings(_ rows: [SheetGrid.Row]) -> Bool { headings(in: rows) != nil }

  /// The row of the headings, with the columns by what stands in them.
  private static func headings(
    in rows: [SheetGrid.Row]
  ) -> (title: CellReference, row: Int, columns: [FindingList.Column: Int])? {
    var title: CellReference?
    for row in rows {
      title = title ?? row.cells.first { $0.label == titleLabel }?.reference
      guard let title else { continue }
      let columns = Dictionary(
        row.cells.compactMap { cell in labels[cell.label].map { ($0, cell.reference.column) } },
        uniquingKeysWith: { first, _ in first })
      if FindingList.landmarks.allSatisfy({ columns[$0] != nil }) {
        return (title, row.number, columns)
      }
    }
    return nil
  }

  private mutating func read(_ row: SheetGrid.Row, _ columns: [FindingList.Column: Int], isBelow: Bool) {
    func cell(_ column: FindingList.Column) -> SheetGrid.Cell? {
      columns[column].flatMap { number in row.cells.first { $0.reference.column == number } }
    }
    let written = cell(.explanation).map(Self.written) ?? ""
    let explanation = written == FindingList.toCorrect ? "" : written
    let last = columns.values.max() ?? 0
    func leaveOutside(_ cells: [SheetGrid.Cell]) { unmatched += cells.map { OutsideCell($0, sheet: sheet) } }
    if let identity = cell(.identity).flatMap({ ListIdentity(text: $0.text) }) {
      entries.append(Entry(identity: identity, explanation: explanation.isEmpty ? nil : explanation))
      leaveOutside(row.cells.filter { $0.reference.column > last })
    } else if isBelow, let number = cell(.number), Int(number.text) != nil, cell(.code) != nil {
      // A line of ours whose identity is lost: only what was written into it is somebody else's.
      leaveOutside(
        row.cells.filter {
          $0.reference.column == columns[.explanation] && !explanation.isEmpty || $0.reference.column > last
        })
    } else if columns[.identity] != nil || isBelow {
      leaveOutside(row.cells)
    }
  }

  /// What somebody wrote into a cell.
  private static func written(_ cell: SheetGrid.Cell) -> String { (cell.date ?? cell.text).trimmed }
}
