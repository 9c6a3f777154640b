import XlsxPackage

/// Finds which of many ranges hold a cell.
struct RangeIndex: Hashable, Sendable {
  /// The ranges of one cell, which most are.
  private var cells: [CellReference: Int] = [:]
  /// The wider ones by their first row.
  private var ranges: [Entry] = []

  private struct Entry: Hashable {
    var range: CellRange
    var position: Int
    /// The last row of this range and of all in the halves around it, which tells whether a search may pass them over.
    var lastRow: Int
  }

  init() {}

  /// Takes ranges with the places of what they belong to.
  init(_ list: [(range: CellRange, position: Int)]) {
    for (range, position) in list {
      if range.first == range.last {
        cells[range.first] = position
      } else {
        ranges.append(Entry(range: range, position: position, lastRow: range.last.row))
      }
    }
    ranges.sort { $0.range.first < $1.range.first }
    measure(0, ranges.count)
  }

  /// The sorted ranges are a tree: the middle one is the root, the halves its branches.
  private mutating func measure(_ low: Int, _ high: Int) {
    guard low < high else { return }
    let middle = (low + high) / 2
    measure(low, middle)
    measure(middle + 1, high)
    for branch in [(low + middle) / 2, (middle + 1 + high) / 2] where branch < high && branch >= low {
      ranges[middle].lastRow = max(ranges[middle].lastRow, ranges[branch].lastRow)
    }
  }

  /// The last place whose range holds the cell.
  func last(at cell: CellReference) -> Int? {
    var found = cells[cell]
    search(0, ranges.count, cell, &found)
    return found
  }

  private func search(_ low: Int, _ high: Int, _ cell: CellReference, _ found: inout Int?) {
    guard low < high else { return }
    let middle = (low + high) / 2
    guard ranges[middle].lastRow >= cell.row else { return }
    search(low, middle, cell, &found)
    guard ranges[middle].range.first.row <= cell.row else { return }
    if ranges[middle].range.contains(cell) { found = max(found ?? 0, ranges[middle].position) }
    search(middle + 1, high, cell, &found)
  }
}
