import XlsxPackage

/// The cells of one sheet in memory, with merges and what is hidden.
struct SheetGrid {
  /// What a cell holds.
  enum Kind {
    case number
    case text
    case boolean
    case error
    /// A number shown as a date, or a date.
    case date
    /// A formula without a stored result.
    case formulaOnly
  }

  /// One cell that holds something.
  struct Cell {
    var reference: CellReference
    var kind: Kind
    /// The exact stored text of a number, or the text.
    var text: String
    /// What a date cell shows, in ISO 8601.
    var date: String?
    var formula: String?
    var numberFormat: String
    /// Whether the formula is one of an array, which stands in each of its cells.
    var isArrayFormula = false
    /// The text as labels are compared; empty for a long text and for whatever is no text.
    var label: String
  }

  /// One row that holds something.
  struct Row {
    var number: Int
    var isHidden: Bool
    /// From left to right.
    var cells: [Cell]
  }

  let name: String
  let isHidden: Bool
  /// Whether its protection is on.
  let isProtected: Bool
  /// From top to bottom; rows without any content are left out.
  let rows: [Row]
  let hiddenColumns: [ClosedRange<Int>]
  /// The last column that holds something.
  let lastColumn: Int
  private let merges: [CellRange]
  private let rowIndex: [Int: Int]
  private let mergeOf: [CellReference: CellRange]

  init(
    name: String, isHidden: Bool, isProtected: Bool = false, rows: [Row], merges: [CellRange],
    hiddenColumns: [ClosedRange<Int>]
  ) {
    self.isProtected = isProtected
    self.merges = merges
    self.name = name
    self.isHidden = isHidden
    self.rows = rows
    self.hiddenColumns = hiddenColumns
    rowIndex = Dictionary(rows.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
    var mergeOf: [CellReference: CellRange] = [:]
    let lastRow = rows.last?.number ?? 0
    let lastColumn = rows.compactMap { $0.cells.last?.reference.column }.max() ?? 0
    self.lastColumn = lastColumn
    var room = 500_000
    for merge in merges where merge.first != merge.last {
      // A merge may reach far beyond what is filled in; only its part among the cells is of use.
      guard merge.first.row <= lastRow, merge.first.column <= lastColumn else { continue }
      room -=
        (min(merge.last.row, lastRow) - merge.first.row + 1)
        * (min(merge.last.column, lastColumn) - merge.first.column + 1)
      if room < 0 { break }
      for row in merge.first.row...min(merge.last.row, lastRow) {
        for column in merge.first.column...min(merge.last.column, lastColumn) {
          mergeOf[CellReference(row: row, column: column)] = merge
        }
      }
    }
    self.mergeOf = mergeOf
  }

  /// The row of a number; nil where it holds nothing.
  func row(_ number: Int) -> Row? { rowIndex[number].map { rows[$0] } }

  /// The cell; nil where it holds nothing.
  func cell(_ reference: CellReference) -> Cell? {
    guard let row = row(reference.row) else { return nil }
    var low = 0
    var high = row.cells.count
    while low < high {
      let middle = (low + high) / 2
      if row.cells[middle].reference.column < reference.column { low = middle + 1 } else { high = middle }
    }
    return low < row.cells.count && row.cells[low].reference.column == reference.column ? row.cells[low] : nil
  }

  /// The merged range that a cell is part of.
  func merge(at reference: CellReference) -> CellRange? { mergeOf[reference] }

  /// The cell, or the first one of its merged range where it is blank.
  func expanded(_ reference: CellReference) -> Cell? {
    cell(reference) ?? mergeOf[reference].flatMap { cell($0.first) }
  }

  /// The sheet with some of its filled cells changed; nil takes one out.
  func changing(_ cells: [CellReference: Cell?]) -> SheetGrid {
    let rows = self.rows.map { row in
      var row = row
      row.cells = row.cells.compactMap { cell in
        guard let change = cells[cell.reference] else { return cell }
        return change
      }
      return row
    }
    return SheetGrid(
      name: name, isHidden: isHidden, isProtected: isProtected, rows: rows, merges: merges,
      hiddenColumns: hiddenColumns)
  }

  func isColumnHidden(_ column: Int) -> Bool { hiddenColumns.contains { $0.contains(column) } }
}
