import XlsxPackage

/// The live sums of one pane of an issued form: which cells each cell of amounts adds up.
///
/// A column that is a sum adds up its own row, in every row; elsewhere a row adds up those of the next level below, or
/// those that the definition names. A run of rows of the lowest level is added down to its guard row. Rows of classes (类, 款)
/// among them are typed, and so are their amounts: sums pass over them, so that they hold with and without such rows.
struct LiveSums {
  let pane: PaneLines
  /// The leaf columns that add up to a leaf column.
  private var columnParts: [Int: [Int]] = [:]
  /// The lines that add up to a line.
  private var lineParts: [Int: [Int]] = [:]
  /// The rows of the sheet that add up to a line.
  private var lineRows: [Int: [ClosedRange<Int>]] = [:]
  private let leaves: [ColumnDefinition]
  private let hasAmounts: Bool

  init(pane: PaneLines, leaves: [ColumnDefinition], units: [MoneyUnit]) {
    self.pane = pane
    self.leaves = leaves
    hasAmounts = pane.lines.contains { line in line.data?.cells.values.contains { $0.value?.amount != nil } ?? false }
    for leaf in pane.pane.leaves { columnParts[leaf] = Self.parts(of: leaf, leaves: leaves, units: units) }
    setLineParts()
    for (line, parts) in lineParts { lineRows[line] = rows(of: parts) }
  }

  /// The leaf columns that add up to a leaf column; nil where it is none that adds up others.
  static func parts(of leaf: Int, leaves: [ColumnDefinition], units: [MoneyUnit]) -> [Int]? {
    let parts = leaves[leaf].sum.map { path in leaves.firstIndex { $0.path == path } ?? -1 }
    // Columns that count in different units are not simply added.
    return !parts.isEmpty && parts.allSatisfy { $0 >= 0 && units[$0] == units[leaf] } ? parts.sorted() : nil
  }

  private mutating func setLineParts() {
    if pane.pane.levels.isEmpty {
      var byPath: [LabelPath: Int] = [:]
      for (index, line) in pane.lines.enumerated() { if let fixed = line.fixed { byPath[fixed.path] = index } }
      for (index, line) in pane.lines.enumerated() {
        let parts = line.fixed?.sum.compactMap { byPath[$0] } ?? []
        if !parts.isEmpty { lineParts[index] = parts }
      }
      return
    }
    let indexes = pane.lines.indices.filter { pane.lines[$0].data != nil }
    var rows = indexes.compactMap { pane.lines[$0].data }
    // Which rows there will be of classes is not known yet: they are among those that are added up, and left out by their codes.
    for index in rows.indices where pane.pane.isTyped(rows[index].kind) {
      rows[index].kind = pane.pane.levels.last?.kind ?? rows[index].kind
    }
    let parts = LevelParts.parts(of: rows, levels: pane.pane.levels)
    for (row, others) in parts { lineParts[indexes[row]] = others.map { indexes[$0] } }
  }

  /// The rows of some lines, joined where they follow one another, with the guard rows that close them.
  private func rows(of parts: [Int]) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for part in parts.sorted(by: { pane.lines[$0].row < pane.lines[$1].row }) {
      var row = pane.lines[part].row
      var end = row
      // Above the first row of a form with its total at the bottom stand its headings, which count nothing: a row that is
      // inserted there counts.
      if part == 0, isLowest(pane.lines[part]), isOpen, pane.pane.levels.contains(where: \.isAtBottom) { row -= 1 }
      if isLowest(pane.lines[part]), part + 1 < pane.lines.count, pane.lines[part + 1].isGuard { end += 1 }
      if let last = runs.last, last.upperBound + 1 == row {
        runs[runs.count - 1] = last.lowerBound...end
      } else {
        runs.append(row...end)
      }
    }
    return runs
  }

  /// Whether rows may be inserted.
  var isOpen: Bool { pane.lines.contains(where: \.isGuard) }

  /// Whether a line is one of those that are typed, and so takes amounts of its own.
  func isLowest(_ line: PaneLines.Line) -> Bool { pane.pane.isTyped(line.data?.kind) }

  /// The ranges that a cell adds up; empty where it is filled in.
  func ranges(line: Int, leaf: Int) -> [CellRange] {
    if let parts = columnParts[leaf] {
      return FormulaText.ranges(of: parts.map { CellReference(row: pane.lines[line].row, column: $0 + 1) })
    }
    return (lineRows[line] ?? []).map {
      CellRange(
        CellReference(row: $0.lowerBound, column: leaf + 1), CellReference(row: $0.upperBound, column: leaf + 1))
    }
  }

  /// What a cell comes to: its own amount, else the sum of what it adds up; nil where there is nothing, or too much.
  func amount(line: Int, leaf: Int) -> Amount? {
    if !hasAmounts || pane.lines[line].isGuard { return nil }
    if let amount = pane.lines[line].data?.cells[leaves[leaf].path]?.value?.amount { return amount }
    let parts =
      columnParts[leaf].map { $0.map { (line, $0) } }
      ?? (lineParts[line] ?? []).filter { !isOfClass(pane.lines[$0]) }.map { ($0, leaf) }
    var sum: Amount?
    for (line, leaf) in parts {
      guard let amount = amount(line: line, leaf: leaf) else { continue }
      guard let next = (sum ?? .zero).adding(amount) else { return nil }
      sum = next
    }
    return sum
  }

  /// Whether a line is the sum of a class.
  private func isOfClass(_ line: PaneLines.Line) -> Bool {
    line.data.map { row in pane.pane.classLevels.contains { $0.kind == row.kind } } ?? false
  }

  /// The formula of a cell; nil where it is filled in.
  func formula(line: Int, leaf: Int) -> String? {
    let ranges = ranges(line: line, leaf: leaf)
    guard columnParts[leaf] == nil, !pane.pane.classLevels.isEmpty, let parts = lineParts[line],
      parts.contains(where: { isLowest(pane.lines[$0]) })
    else { return Self.formula(ranges) }
    let levels = ClassRows(levels: pane.pane.levels, leaves: leaves)
    return Self.formula(sum: ranges.map { levels.sum(of: $0) }.joined(separator: "+"))
  }

  /// The formula of a sum that shows nothing while there is nothing to show; nil where it would be too long.
  static func formula(_ ranges: [CellRange]) -> String? {
    // SUM passes over the empty texts of sums that show nothing.
    ranges.isEmpty ? nil : formula(sum: FormulaText.sum(ofRanges: ranges))
  }

  private static func formula(sum: String) -> String? {
    // What binary fractions leave over is nothing.
    return sum.utf8.count < 4000 ? "IF(ROUND(\(sum),6)=0,\"\",\(sum))" : nil
  }
}
