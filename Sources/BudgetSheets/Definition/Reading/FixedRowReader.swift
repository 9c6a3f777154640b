/// Reads the printed rows of a pane.
struct FixedRowReader {
  private struct Draft {
    var row: FixedRow
    var sum: [DefinitionNode]
  }

  private var drafts: [Draft] = []
  /// In how many columns the labels stand. In several, a row over others is printed beside them and is no row itself.
  private let labelColumns: Int

  private init(labelColumns: Int) {
    self.labelColumns = labelColumns
  }

  /// The rows, outer ones before what stands below them.
  static func read(_ node: DefinitionNode, labelColumns: Int = 1) throws(DefinitionError) -> [FixedRow] {
    var reader = FixedRowReader(labelColumns: labelColumns)
    try reader.rows(node, below: LabelPath([]))
    let resolver = ReferenceResolver(
      targets: reader.drafts.map { .init(path: $0.row.path, isAddable: true, isPart: $0.row.partOf != nil) })
    var rows: [FixedRow] = []
    for draft in reader.drafts {
      var row = draft.row
      for reference in draft.sum { row.sum += try resolver.resolve(reference, from: row.path) }
      rows.append(row)
    }
    let sums = Dictionary(uniqueKeysWithValues: rows.map { ($0.path, $0.sum) })
    if let cycle = SumCycle.find(in: sums),
      let node = reader.drafts.first(where: { $0.row.path == cycle[0] })?.sum.first
    {
      throw node.error(.sumCycle(cycle.map(\.description)))
    }
    return rows
  }

  private mutating func rows(_ node: DefinitionNode, below parent: LabelPath) throws(DefinitionError) {
    for item in try node.items() { try row(item, below: parent) }
  }

  private mutating func row(_ node: DefinitionNode, below parent: LabelPath) throws(DefinitionError) {
    if node.scalar != nil {
      try append(
        node,
        FixedRow(
          path: parent.appending(try node.text()), aliases: [], classCode: nil, sum: [], partOf: nil, isClosing: false))
      return
    }
    let map = try node.mapping(["label", "aliases", "class", "sum", "of", "closing", "rows"])
    if labelColumns > 1 {
      if let of = map["of"] { throw of.error(.keyNotHere("of", with: "wide")) }
      if let below = map["rows"] { return try heading(over: below, map, below: parent) }
    }
    var parent = parent
    var whole: LabelPath?
    if let of = map["of"] {
      // A part stands below its whole, whatever row it is printed after.
      parent = parent.appending(try of.text())
      whole = parent
      guard drafts.contains(where: { $0.row.path == parent }) else {
        throw of.error(
          .referenceUnknown(
            parent.leaf,
            suggestion: Suggestion.nearest(
              to: parent.leaf, among: drafts.map(\.row.label))))
      }
    }
    let path = parent.appending(try map.text("label"))
    try append(
      node,
      FixedRow(
        path: path, aliases: try map.texts("aliases"), classCode: try map.optionalText("class"), sum: [],
        partOf: whole, isClosing: try map.flag("closing")), sum: try map["sum"]?.items() ?? [])
    if let below = map["rows"] { try rows(below, below: path) }
  }

  /// Takes the rows beside which a label is printed once.
  private mutating func heading(
    over rows: DefinitionNode, _ map: DefinitionMapping, below parent: LabelPath
  ) throws(DefinitionError) {
    for key in map.values.keys.sorted() where !["label", "rows"].contains(key) {
      throw map.node.error(.keyNotHere(key, with: "wide"))
    }
    let path = parent.appending(try map.text("label"))
    guard path.labels.count < labelColumns else { throw rows.error(.keyNotHere("rows", with: "wide")) }
    guard !drafts.contains(where: { $0.row.path.starts(with: path) }) else {
      throw map.node.error(.labelTwice(path.leaf))
    }
    try self.rows(rows, below: path)
  }

  private mutating func append(_ node: DefinitionNode, _ row: FixedRow, sum: [DefinitionNode] = [])
    throws(DefinitionError)
  {
    guard !drafts.contains(where: { $0.row.path == row.path }) else { throw node.error(.labelTwice(row.label)) }
    drafts.append(Draft(row: row, sum: sum))
  }
}
