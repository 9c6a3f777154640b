/// Finds the cells of a pane that count in its sum, where rows and columns add up to others.
///
/// A cell counts where it has an amount, and no cell below it has one: below it are its own row and the rows that add up
/// to it, in its own column and the columns that add up to it.
struct InputGrid {
  private let data: FormData
  private let pane: Pane
  private let columns: [ColumnDefinition]
  /// The rows of the pane, by their positions in the form.
  private let rows: [Int]
  /// The rows that add up to each, by their positions in the pane.
  private var parts: [Int: [Int]] = [:]
  /// The columns below and above each.
  private var below: [Set<Int>]
  private var above: [Set<Int>]
  /// What says the amount of a cell: the cell itself, or what is part of it.
  private var sources: [[Int: [FormCarrier.Origin]]]
  private var known: [Int: Below] = [:]

  /// What stands in the rows below a row.
  private struct Below {
    /// The columns with some amount.
    var any: Set<Int> = []
    /// The columns with an amount that counts.
    var counted: Set<Int> = []
    var cells: [FormCarrier.Origin] = []
  }

  init(data: FormData, pane: Pane, columns: [ColumnDefinition]) {
    self.data = data
    self.pane = pane
    self.columns = columns
    rows = data.rows.indices.filter { data.rows[$0].pane == pane.name }
    below = Array(repeating: [], count: columns.count)
    above = below
    sources = Array(repeating: [:], count: rows.count)
    relateColumns()
    let wholes = relateRows()
    fill(wholes)
  }

  /// The cells that count, in the order of the form.
  mutating func counted() -> [FormCarrier.Origin] {
    var isBelow: Set<Int> = []
    for (_, indexes) in parts { isBelow.formUnion(indexes) }
    var cells: [FormCarrier.Origin] = []
    for row in rows.indices where !isBelow.contains(row) { cells += self.cells(of: row).cells }
    return cells
  }

  // MARK: What adds up to what

  private mutating func relateColumns() {
    let indexes = Dictionary(columns.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, column) in columns.enumerated() {
      var open = column.sum.compactMap { indexes[$0] }
      while let next = open.popLast() {
        guard next != index, below[index].insert(next).inserted else { continue }
        open += columns[next].sum.compactMap { indexes[$0] }
      }
    }
    for (index, parts) in below.enumerated() {
      for part in parts { above[part].insert(index) }
    }
  }

  /// - Returns: The wholes of the rows that are only parts, by positions.
  private mutating func relateRows() -> [Int: Int] {
    guard !pane.fixedRows.isEmpty else {
      parts = LevelParts.parts(of: rows.map { data.rows[$0] }, levels: pane.levels)
      return [:]
    }
    var indexes: [String: Int] = [:]
    for (position, index) in rows.enumerated() where indexes[data.rows[index].key] == nil {
      indexes[data.rows[index].key] = position
    }
    var wholes: [Int: Int] = [:]
    for fixed in pane.fixedRows {
      guard let index = indexes[fixed.path.description] else { continue }
      if !fixed.sum.isEmpty { parts[index] = fixed.sum.compactMap { indexes[$0.description] } }
      if let path = fixed.partOf, let whole = indexes[path.description], whole != index { wholes[index] = whole }
    }
    return wholes
  }

  /// Notes which cells say an amount.
  private mutating func fill(_ wholes: [Int: Int]) {
    let indexes = Dictionary(columns.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    for (position, index) in rows.enumerated() {
      for (number, column) in columns.enumerated() where column.partOf == nil {
        guard data.rows[index].amount(column.path) != nil else { continue }
        sources[position][number] = [FormCarrier.Origin(row: index, path: column.path)]
      }
      // A part counts in the place of its whole only where that is blank.
      var added: [Int: [FormCarrier.Origin]] = [:]
      for column in columns {
        guard let path = column.partOf, let whole = indexes[path], sources[position][whole] == nil,
          data.rows[index].amount(column.path) != nil
        else { continue }
        added[whole, default: []].append(FormCarrier.Origin(row: index, path: column.path))
      }
      sources[position].merge(added) { own, _ in own }
    }
    var added: [Int: [Int: [FormCarrier.Origin]]] = [:]
    for (part, whole) in wholes.sorted(by: { $0.key < $1.key }) {
      for (column, cells) in sources[part] where sources[whole][column] == nil {
        added[whole, default: [:]][column, default: []] += cells
      }
    }
    for (whole, cells) in added { sources[whole].merge(cells) { own, _ in own } }
    for part in wholes.keys { sources[part] = [:] }
  }

  // MARK: What counts

  /// What counts of a row and of all rows below it.
  private mutating func cells(of row: Int) -> Below {
    if let done = known[row] { return done }
    // Sums that go round in a circle are refused; the mark ends the search all the same.
    known[row] = Below()
    var result = Below()
    for part in parts[row] ?? [] {
      let found = cells(of: part)
      result.any.formUnion(found.any)
      result.counted.formUnion(found.counted)
      result.cells += found.cells
    }
    var own: [FormCarrier.Origin] = []
    var counted: Set<Int> = []
    for column in columns.indices {
      guard let cells = sources[row][column] else { continue }
      let isSaid =
        below[column].contains { sources[row][$0] != nil } || result.any.contains(column)
        || !result.any.isDisjoint(with: below[column])
        // The rows below say it in a total of this column.
        || !result.counted.isDisjoint(with: above[column])
      if isSaid { continue }
      own += cells
      counted.insert(column)
    }
    result.any.formUnion(sources[row].keys)
    result.counted.formUnion(counted)
    result.cells = own + result.cells
    known[row] = result
    return result
  }
}
