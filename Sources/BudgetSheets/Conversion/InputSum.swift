/// What the inputs of a form come to: what stands in no sum, and no part (其中) of something.
///
/// A sum whose parts are all blank counts itself.
enum InputSum {
  /// The sums of the panes of a form; of a form of blocks, one.
  static func sums(of data: FormData, form: FormDefinition) -> [(pane: String?, amount: Amount)] {
    var sums: [(pane: String?, amount: Amount)] = []
    for pane in form.panes {
      let columns = form.leaves[pane.leaves].filter(\.isAmount)
      if columns.isEmpty { continue }
      let rows = data.rows.filter { $0.pane == pane.name }
      sums.append((pane.name, clamped(sum(of: rows, pane, Array(columns)))))
    }
    let fields = form.labelledAmounts
    if !fields.isEmpty {
      let parts = Dictionary(fields.map { ($0.path, $0.sum) }, uniquingKeysWith: { first, _ in first })
      var tree = SumTree(parts: parts) { path in data.fields[path]?.value?.amount.map { Int128($0.fen) } }
      sums.append((nil, clamped(tree.total(of: fields.map(\.path)))))
    }
    return sums
  }

  /// What some amounts come to.
  static func total(_ amounts: [Amount]) -> Amount {
    clamped(amounts.reduce(Int128(0)) { $0 + Int128($1.fen) })
  }

  private static func clamped(_ sum: Int128) -> Amount {
    Amount(fen: Int64(clamping: sum))
  }

  private static func sum(of rows: [FormRow], _ pane: Pane, _ columns: [ColumnDefinition]) -> Int128 {
    let amounts = columns.filter { $0.partOf == nil }
    let parts = Dictionary(amounts.map { ($0.path, $0.sum) }, uniquingKeysWith: { first, _ in first })
    let ofRows = rows.map { row in
      var tree = SumTree(parts: parts) { path in row.amount(path).map { Int128($0.fen) } }
      return tree.hasAny(amounts.map(\.path)) ? tree.total(of: amounts.map(\.path)) : nil
    }
    var rowParts: [Int: [Int]] = [:]
    if pane.fixedRows.isEmpty {
      rowParts = LevelParts.parts(of: rows, levels: pane.levels)
    } else {
      let indexes = Dictionary(rows.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
      for fixed in pane.fixedRows {
        guard let index = indexes[fixed.path.description] else { continue }
        rowParts[index] = fixed.sum.compactMap { indexes[$0.description] }
      }
      let isPart = Set(pane.fixedRows.filter { $0.partOf != nil }.map(\.path.description))
      var tree = SumTree(parts: rowParts, value: { ofRows[$0] })
      return tree.total(of: rows.indices.filter { !isPart.contains(rows[$0].key) })
    }
    var tree = SumTree(parts: rowParts, value: { ofRows[$0] })
    return tree.total(of: Array(rows.indices))
  }
}

/// Adds up what is a sum of others by its parts, and counts nothing twice.
private struct SumTree<Node: Hashable> {
  let parts: [Node: [Node]]
  /// What a node says by itself; nil where it is blank.
  let value: (Node) -> Int128?
  private var known: [Node: Int128?] = [:]

  init(parts: [Node: [Node]], value: @escaping (Node) -> Int128?) {
    self.parts = parts
    self.value = value
  }

  /// What the nodes come to that are part of no other.
  mutating func total(of nodes: [Node]) -> Int128 {
    var below: Set<Node> = []
    for node in nodes { below.formUnion(parts[node] ?? []) }
    var sum: Int128 = 0
    for node in nodes where !below.contains(node) { sum &+= self.sum(node) ?? 0 }
    return sum
  }

  /// Whether some node says something.
  func hasAny(_ nodes: [Node]) -> Bool { nodes.contains { value($0) != nil } }

  /// A node's value by its parts; its own where none of them has one.
  private mutating func sum(_ node: Node) -> Int128? {
    if let done = known[node] { return done }
    // Definitions whose sums go round in a circle are refused; the mark ends the search all the same.
    known[node] = .some(nil)
    var sum: Int128?
    for part in parts[node] ?? [] {
      if let amount = self.sum(part) { sum = (sum ?? 0) &+ amount }
    }
    let result = sum ?? value(node)
    known[node] = .some(result)
    return result
  }
}
