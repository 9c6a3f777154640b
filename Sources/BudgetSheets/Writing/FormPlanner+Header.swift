import XlsxPackage
import XlsxWrite

extension FormPlanner {
  /// Puts the tree of headings in place: a heading over its columns, a leaf down to the lowest row.
  ///
  /// - Returns: The rows that the headings take.
  @discardableResult
  mutating func planHeader(_ columns: [ColumnDefinition], row: Int, column: Int = 1) -> ClosedRange<Int> {
    let depth = columns.map(\.depth).max() ?? 1
    let last = row + depth - 1
    planHeadings(columns, row: row, lastRow: last, column: column)
    return row...last
  }

  private mutating func planHeadings(_ columns: [ColumnDefinition], row: Int, lastRow: Int, column: Int) {
    var place = column
    for heading in columns {
      let width = heading.leaves.count
      let isLeaf = heading.columns.isEmpty || heading.isWide
      let rows = isLeaf ? row...max(row, lastRow) : row...row
      plan.put(
        .text(fill(heading.printed ?? heading.label)), FormStyle.heading, rows: rows,
        columns: place...(place + width - 1))
      if !isLeaf {
        planHeadings(heading.columns, row: row + 1, lastRow: lastRow, column: place)
      }
      place += width
    }
  }
}
