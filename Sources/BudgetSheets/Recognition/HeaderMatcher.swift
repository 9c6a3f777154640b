import XlsxPackage

/// Finds the column headings of a form in a sheet, wherever they stand and in whatever order.
///
/// A column is told by the labels above it, from the outermost down: merged cells count for all their columns, and an
/// unmerged heading for the columns at its right that have labels of their own below. Several equal labels (小计) are
/// so told apart by what stands above them.
struct HeaderMatcher {
  /// The headings as found.
  struct Match {
    /// The rows of the headings.
    var band: ClosedRange<Int>
    /// The sheet column of each leaf column; nil where it was not found.
    var columns: [Int?]
    /// The unit stated in the headings over each leaf column.
    var units: [MoneyUnit?]
    /// The leaf columns for which several columns would do.
    var ambiguous: [Int]
    /// The headings that belong to no leaf column, with their sheet columns.
    var unknown: [(column: Int, label: String)]

    var matched: Int { columns.count { $0 != nil } }
  }

  /// The leaf columns by their acceptable labels at each depth, normalized.
  private let leaves: [[Set<String>]]
  private let tops: Set<String>
  /// The leaf columns below each heading that is printed once over several columns, with the labels down to it.
  private let wide: [(leaves: Range<Int>, words: [Set<String>])]
  private let depth: Int
  /// The last sheet column in which a form may have one of its own.
  private static let maximumColumn = 200

  init(columns: [ColumnDefinition], synonyms: [[String]]) {
    let groups = synonyms.map { Set($0.map(FrameText.key(ofTitle:))) }
    func words(_ column: ColumnDefinition) -> Set<String> {
      var words: Set<String> = []
      for label in [column.label] + column.aliases + (column.printed.map { [$0] } ?? []) {
        let word = FrameText.key(ofTitle: label)
        words.insert(word)
        for group in groups where group.contains(word) { words.formUnion(group) }
      }
      return words
    }
    var leaves: [[Set<String>]] = []
    var wide: [(leaves: Range<Int>, words: [Set<String>])] = []
    func collect(_ columns: [ColumnDefinition], _ above: [Set<String>]) {
      for column in columns {
        let path = above + [words(column)]
        if column.isWide { wide.append((leaves.count..<leaves.count + column.columns.count, path)) }
        if column.columns.isEmpty { leaves.append(path) } else { collect(column.columns, path) }
      }
    }
    collect(columns, [])
    self.leaves = leaves
    self.wide = wide
    tops = columns.reduce(into: []) { $0.formUnion(words($1)) }
    depth = columns.map(\.depth).max() ?? 0
  }

  /// The place where most leaf columns are found; nil where not even half of them are.
  func match(in grid: SheetGrid) -> Match? {
    var best: Match?
    let year = Self.year(in: grid)
    for (index, row) in grid.rows.prefix(60).enumerated() {
      guard row.cells.contains(where: { tops.contains($0.label) }) else { continue }
      for height in 1...depth + 1 {
        guard index + height <= grid.rows.count else { break }
        let lastRow = grid.rows[index + height - 1]
        let last = lastRow.number
        // Headings are texts; a row with anything else belongs to what stands below them.
        guard last - row.number < height + 2, lastRow.cells.allSatisfy({ $0.kind == .text }) else { break }
        let match = match(in: grid, band: row.number...last, year: year)
        if match.matched > best?.matched ?? 0 { best = match }
      }
    }
    if best?.matched ?? 0 < leaves.count, let match = matchInOrder(in: grid, year: year) { return match }
    guard let best, best.matched * 2 >= leaves.count else { return nil }
    return best
  }

  /// The place where the headings are just those of the form from left to right, without the outermost line that tells
  /// panes side by side apart.
  private func matchInOrder(in grid: SheetGrid, year: (row: Int, year: String)?) -> Match? {
    guard depth > 1, leaves.allSatisfy({ $0.count > 1 }), let inner = leaves.first?[1] else { return nil }
    for (index, row) in grid.rows.prefix(60).enumerated() where row.cells.contains(where: { inner.contains($0.label) })
    {
      for height in 1..<depth where index + height <= grid.rows.count {
        let band = row.number...grid.rows[index + height - 1].number
        guard band.count <= height + 1, grid.rows[index + height - 1].cells.allSatisfy({ $0.kind == .text }) else {
          break
        }
        let paths = distinctPaths(in: grid, band: band, year: year)
        guard paths.count == leaves.count,
          zip(paths, leaves).allSatisfy({ Self.fits($0, Array($1.dropFirst()), exactly: true) })
        else { continue }
        return Match(
          band: band, columns: paths.map(\.column), units: paths.map(\.unit), ambiguous: [], unknown: [])
      }
    }
    return nil
  }

  /// The year of a sheet's title, with the row.
  private static func year(in grid: SheetGrid) -> (row: Int, year: String)? {
    for row in grid.rows.prefix(10) {
      for cell in row.cells {
        // Dates name years, too; a title says that it is one of a form.
        guard cell.label.contains("表"), let year = FrameText.year(in: cell.text) else { continue }
        return (row.number, year)
      }
    }
    return nil
  }

  private func match(in grid: SheetGrid, band: ClosedRange<Int>, year: (row: Int, year: String)?) -> Match {
    let paths = distinctPaths(in: grid, band: band, year: year)
    var columns = [Int?](repeating: nil, count: leaves.count)
    var units = [MoneyUnit?](repeating: nil, count: leaves.count)
    var ambiguous: [Int] = []
    var taken: Set<Int> = []
    for isExact in [true, false] {
      for (leaf, words) in leaves.enumerated() where columns[leaf] == nil && !ambiguous.contains(leaf) {
        let fitting = paths.filter { !taken.contains($0.column) && Self.fits($0, words, exactly: isExact) }
        if fitting.count == 1 {
          // A looser fit counts only where no other leaf would take the column too.
          let rivals =
            isExact
            ? 1
            : leaves.indices.count {
              columns[$0] == nil && Self.fits(fitting[0], leaves[$0], exactly: false)
            }
          guard rivals == 1 else { continue }
          columns[leaf] = fitting[0].column
          units[leaf] = fitting[0].unit
          taken.insert(fitting[0].column)
        } else if fitting.count > 1, isExact {
          ambiguous.append(leaf)
          taken.formUnion(fitting.map(\.column))
        }
      }
    }
    for (range, words) in wide where range.allSatisfy({ columns[$0] == nil }) {
      let places = columnsBelow(words, in: grid, band: band)
      // Over one column only, the outer label stands there or the inner one: the reader of the rows tells.
      guard places.count == range.count || places.count == 1 else { continue }
      for (leaf, place) in zip(range, places) { columns[leaf] = place }
      taken.formUnion(places)
    }
    let unknown = paths.filter { !taken.contains($0.column) }.map { ($0.column, $0.labels.joined(separator: "/")) }
    return Match(band: band, columns: columns, units: units, ambiguous: ambiguous, unknown: unknown)
  }

  /// The columns under a heading that has no others below it.
  private func columnsBelow(_ words: [Set<String>], in grid: SheetGrid, band: ClosedRange<Int>) -> [Int] {
    let columns = 1...max(1, min(grid.lastColumn, Self.maximumColumn))
    let fitting = columns.map { path(above: $0, in: grid, band: band) }.filter { Self.fits($0, words, exactly: true) }
    // Two headings of one wording are not one.
    return fitting.allSatisfy({ $0.cells == fitting[0].cells }) ? fitting.map(\.column) : []
  }

  /// The headings over one column.
  private struct Path {
    var column: Int
    var labels: [String]
    /// The labels without the year that they may name.
    var yearless: [String]
    /// The labels that name the year before with the word for it, and else as they are.
    var earlier: [String]
    var unit: MoneyUnit?
    /// The cells that the labels stand in: several columns below one and the same are one column.
    var cells: [CellReference]
  }

  /// The headings of all columns; of several columns below the same cells, the one that is filled in most.
  private func distinctPaths(
    in grid: SheetGrid, band: ClosedRange<Int>, year: (row: Int, year: String)?
  ) -> [Path] {
    var paths: [Path] = []
    for column in 1...max(1, min(grid.lastColumn, Self.maximumColumn)) {
      let path = path(above: column, in: grid, band: band)
      if path.labels.isEmpty { continue }
      guard let last = paths.last, last.cells == path.cells else {
        paths.append(path)
        continue
      }
      if filled(path.column, in: grid, below: band) > filled(last.column, in: grid, below: band) {
        paths[paths.count - 1] = path
      }
    }
    if let year, year.row < band.lowerBound { tellYears(of: &paths, year.year) }
    return paths
  }

  /// Tells headings apart that differ by their years alone: without a year is then only that of the sheet's own.
  private func tellYears(of paths: inout [Path], _ own: String) {
    let all = paths
    for index in paths.indices {
      for (depth, label) in paths[index].labels.enumerated() where paths[index].yearless[depth] != label {
        let plain = all[index].yearless[depth]
        guard let year = FrameText.year(in: label), year != own else { continue }
        if FrameText.isYear(year, before: own) { paths[index].earlier[depth] = FrameText.yearBefore + plain }
        let hasRival = all.contains { other in
          other.labels.count == all[index].labels.count && other.yearless[depth] == plain
            && FrameText.year(in: other.labels[depth]) == own
        }
        if hasRival { paths[index].yearless[depth] = paths[index].earlier[depth] }
      }
    }
  }

  private func filled(_ column: Int, in grid: SheetGrid, below band: ClosedRange<Int>) -> Int {
    grid.rows.lazy.filter { $0.number > band.upperBound }.prefix(200)
      .count { grid.cell(CellReference(row: $0.number, column: column)) != nil }
  }

  /// Whether the labels above a column are those of a leaf; loosely where some heading above is missing.
  private static func fits(_ path: Path, _ words: [Set<String>], exactly: Bool) -> Bool {
    func says(_ index: Int, _ words: Set<String>) -> Bool {
      words.contains(path.labels[index]) || words.contains(path.yearless[index])
        || words.contains(path.earlier[index])
    }
    if exactly { return path.labels.count == words.count && words.indices.allSatisfy { says($0, words[$0]) } }
    guard let leaf = words.last, says(path.labels.count - 1, leaf) else { return false }
    // The headings that are there must be the right ones, in order.
    var rest = words.dropLast()[...]
    for label in path.labels.indices.dropLast() {
      guard let index = rest.firstIndex(where: { says(label, $0) }) else { return false }
      rest = rest[(index + 1)...]
    }
    return true
  }

  private func path(above column: Int, in grid: SheetGrid, band: ClosedRange<Int>) -> Path {
    var path = Path(column: column, labels: [], yearless: [], earlier: [], unit: nil, cells: [])
    for row in band {
      guard let cell = Self.heading(row, column, in: grid, band: band), cell.reference != path.cells.last else {
        continue
      }
      path.cells.append(cell.reference)
      if cell.label.isEmpty { continue }
      path.labels.append(cell.label)
      path.yearless.append(FrameText.titleKey(ofLabel: cell.label))
      path.earlier.append(cell.label)
      path.unit = LabelText.statedUnit(in: cell.text) ?? path.unit
    }
    return path
  }

  /// The heading at a place of the band: its own cell, that of its merge, or an unmerged one further left.
  static func heading(
    _ row: Int, _ column: Int, in grid: SheetGrid, band: ClosedRange<Int>
  ) -> SheetGrid.Cell? {
    let place = CellReference(row: row, column: column)
    if let cell = grid.cell(place) { return cell }
    if let merge = grid.merge(at: place) {
      // A merge that comes down from the lines above the headings is none of theirs.
      return band.contains(merge.first.row) ? grid.cell(merge.first) : nil
    }
    guard row < band.upperBound,
      (row + 1...band.upperBound).contains(where: { grid.cell(CellReference(row: $0, column: column)) != nil })
    else { return nil }
    for left in stride(from: column - 1, through: 1, by: -1) {
      let neighbour = CellReference(row: row, column: left)
      guard let cell = grid.cell(neighbour) else {
        if grid.merge(at: neighbour) != nil { return nil }
        continue
      }
      if grid.merge(at: neighbour) != nil { return nil }
      // It reaches no further than the heading above it does.
      let isUnderSame = (band.lowerBound..<row).allSatisfy {
        heading($0, column, in: grid, band: band)?.reference == heading($0, left, in: grid, band: band)?.reference
      }
      return isUnderSame ? cell : nil
    }
    return nil
  }
}
