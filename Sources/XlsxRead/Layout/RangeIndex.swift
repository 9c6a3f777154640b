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
    /// The last row of this range and of all before it, which tells where a search upwards may stop.
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
    for index in ranges.indices.dropFirst() {
      ranges[index].lastRow = max(ranges[index].lastRow, ranges[index - 1].lastRow)
    }
  }

  /// The last place whose range holds the cell.
  func last(at cell: CellReference) -> Int? {
    var found = cells[cell]
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].range.first.row <= cell.row { low = middle + 1 } else { high = middle }
    }
    while low > 0, ranges[low - 1].lastRow >= cell.row {
      low -= 1
      if ranges[low].range.contains(cell) { found = max(found ?? 0, ranges[low].position) }
    }
    return found
  }
}
