/// The rows of one pane in their places on the sheet.
struct PaneLines {
  /// One row of a pane.
  struct Line {
    /// The row of the sheet.
    var row: Int
    /// The row of the book; nil where it has none for a printed row.
    var data: FormRow?
    /// The printed row; nil where rows are free.
    var fixed: FixedRow?
    /// Whether it closes an open part of an issued table.
    var isGuard = false
  }

  /// Whether a row sums up others and stands out.
  func isBold(_ line: Line) -> Bool {
    if let fixed = line.fixed { return !fixed.sum.isEmpty }
    return pane.levels.dropLast().contains { $0.kind == line.data?.kind }
  }

  let pane: Pane
  private(set) var lines: [Line] = []
  /// The rows of the book that the pane has no place for.
  private(set) var left: [FormRow] = []
  /// How many of the last lines close the pane.
  private var closing = 0

  /// Takes the rows of a pane from a form.
  ///
  /// - Parameter guards: The indexes of the form's rows after which a guard row stands.
  init(pane: Pane, data: FormData, guards: Set<Int> = []) {
    self.pane = pane
    let indexes = data.rows.indices.filter { data.rows[$0].pane == pane.name }
    let rows = indexes.map { data.rows[$0] }
    switch pane.rows {
    case .fixed(let fixed):
      let byKey = Dictionary(rows.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
      let ordered = fixed.filter { !$0.isClosing } + fixed.filter(\.isClosing)
      lines = ordered.map { Line(row: 0, data: byKey[$0.path.description], fixed: $0) }
      closing = fixed.count(where: \.isClosing)
      var seen: Set<String> = []
      let keys = Set(fixed.map(\.path.description))
      left = rows.filter { !keys.contains($0.key) || !seen.insert($0.key).inserted }
    case .levels(let levels):
      for (index, row) in zip(indexes, rows) {
        lines.append(Line(row: 0, data: row, fixed: nil))
        if guards.contains(index) { lines.append(Line(row: 0, data: nil, fixed: nil, isGuard: true)) }
      }
      if lines.isEmpty {
        // An empty table still shows one row, with the label of its total where it has one.
        let total = levels.first { $0.kind == .total && $0.label != nil && data.sheet == nil }
        lines = [Line(row: 0, data: total.map { FormRow(kind: .total, key: $0.label ?? "") }, fixed: nil)]
      }
    }
  }

  var count: Int { lines.count }

  /// Moves the total row below all others where the form prints it there.
  mutating func putTotalInPlace() {
    guard pane.levels.contains(where: \.isAtBottom) else { return }
    lines = lines.filter { $0.data?.kind != .total } + lines.filter { $0.data?.kind == .total }
  }

  /// Gives the lines their rows: from the first row down, the closing ones at the bottom where they are to be.
  mutating func place(from first: Int, through last: Int, alignsClosing: Bool) {
    for index in lines.indices {
      let isClosing = alignsClosing && index >= lines.count - closing
      lines[index].row = isClosing ? last - (lines.count - 1 - index) : first + index
    }
  }
}
