import XlsxPackage

/// The headings of a blank form: the rows in which they stand, and the labels above each column.
struct HeadingBand {
  /// One column with the cells of its headings, outermost first.
  struct Column {
    var column: Int
    var cells: [SheetGrid.Cell]
  }

  private(set) var rows: ClosedRange<Int>
  /// From left to right, without those that have no heading.
  private(set) var columns: [Column] = []
  /// The columns among them that have none.
  private(set) var unlabelled: [Int] = []
  /// The columns beside one of the same headings.
  private(set) var doubled: [Column] = []
  private let grid: SheetGrid

  /// The most rows of headings.
  private static let mostRows = 7

  /// Finds the headings that begin in a row.
  init(in grid: SheetGrid, from start: Int, _ vocabulary: DraftVocabulary) {
    self.grid = grid
    rows = start...start
    for row in start + 1..<start + Self.mostRows {
      guard continues(at: row, vocabulary) else { break }
      rows = start...row
    }
    var last = 0
    for row in rows {
      for cell in grid.row(row)?.cells ?? [] {
        last = max(last, grid.merge(at: cell.reference)?.last.column ?? cell.reference.column)
      }
    }
    last = min(last, BlankSheet.maximumColumn)
    guard last > 0 else { return }
    let first = grid.row(start)?.cells.first?.reference.column ?? 1
    for column in min(first, last)...last { add(column) }
  }

  /// The texts of each row of headings that has several.
  func labels(in grid: SheetGrid) -> [Set<String>] {
    var labels: [Set<String>] = []
    for row in rows {
      let own = Set((grid.row(row)?.cells ?? []).map(\.label))
      if own.count >= 2 { labels.append(own) }
    }
    return labels
  }

  private mutating func add(_ column: Int) {
    var cells: [SheetGrid.Cell] = []
    for row in rows {
      guard let cell = HeaderMatcher.heading(row, column, in: grid, band: rows), cell.kind == .text,
        cell.reference != cells.last?.reference
      else { continue }
      cells.append(cell)
    }
    if cells.isEmpty { return unlabelled.append(column) }
    if let last = columns.last, last.cells.map(\.reference) == cells.map(\.reference) {
      doubled.append(Column(column: column, cells: cells))
    } else {
      columns.append(Column(column: column, cells: cells))
    }
  }

  /// Whether the headings go on in a row.
  private func continues(at row: Int, _ vocabulary: DraftVocabulary) -> Bool {
    let cells = grid.row(row)?.cells ?? []
    guard cells.allSatisfy({ $0.kind == .text && $0.formula == nil }), row <= grid.rows.last?.number ?? 0 else {
      return false
    }
    if reachesDown(to: row) { return true }
    guard let first = cells.first, DraftText.Numbering(first.text) == .none else { return false }
    if cells.count == 1, vocabulary.isTotal(first.label) { return false }
    let filled = Set(cells.map(\.reference.column))
    var isGroupFilled = false
    for cell in grid.row(rows.upperBound)?.cells ?? [] {
      guard let merge = grid.merge(at: cell.reference), merge.last.column > merge.first.column,
        merge.first.row == merge.last.row
      else { continue }
      let isFilled = (merge.first.column...merge.last.column).allSatisfy { column in
        filled.contains(column) || grid.merge(at: CellReference(row: row, column: column)) != nil
      }
      if isFilled { isGroupFilled = true }
    }
    if isGroupFilled { return true }
    return fillsGap(cells)
  }

  /// Whether a merged heading reaches down to a row.
  private func reachesDown(to row: Int) -> Bool {
    for above in rows {
      for cell in grid.row(above)?.cells ?? [] {
        if let merge = grid.merge(at: cell.reference), merge.first.row == above, merge.last.row >= row { return true }
      }
    }
    return false
  }

  /// Whether some texts stand in columns that have no heading yet, beside one that has.
  private func fillsGap(_ cells: [SheetGrid.Cell]) -> Bool {
    let columns = rows.reduce(into: Set<Int>()) { columns, row in
      for cell in grid.row(row)?.cells ?? [] {
        let merge = grid.merge(at: cell.reference)
        let column = cell.reference.column
        columns.formUnion(column...max(column, min(merge?.last.column ?? 0, BlankSheet.maximumColumn)))
      }
    }
    guard let first = columns.min(), cells.count >= 2 else { return false }
    return cells.contains { $0.reference.column > first && !columns.contains($0.reference.column) }
  }
}
