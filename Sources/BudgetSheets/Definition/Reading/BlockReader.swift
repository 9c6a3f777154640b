/// Reads the parts of a form of blocks.
enum BlockReader {
  /// The blocks, in order.
  static func read(_ node: DefinitionNode, lists: Set<String>) throws(DefinitionError) -> [FormBlock] {
    var blocks: [FormBlock] = []
    for item in try node.items() { blocks.append(try block(item, lists)) }
    return blocks
  }

  private static func block(_ node: DefinitionNode, _ lists: Set<String>) throws(DefinitionError) -> FormBlock {
    let map = try node.mapping([
      "field", "list", "amounts", "table", "aliases", "columns", "rows", "spare", "department", "negative",
    ])
    if let label = map["field"] {
      return .field(
        .init(
          path: LabelPath([try label.text()]), aliases: try map.texts("aliases"),
          isDepartment: try map.flag("department")))
    }
    if let label = map["list"] {
      let path = LabelPath([try label.text()])
      return .list(
        .init(
          path: path, aliases: try map.texts("aliases"),
          columns: try ColumnReader.read(try map.required("columns"), below: path, lists: lists),
          spare: try map.count("spare", default: 1)))
    }
    if let label = map["amounts"] {
      let path = LabelPath([try label.text()])
      return .amounts(
        .init(
          path: path, aliases: try map.texts("aliases"), rows: try amounts(try map.required("rows"), below: path),
          allowsNegative: try map.flag("negative")))
    }
    if let label = map["table"] {
      return .table(
        .init(
          path: LabelPath([try label.text()]),
          columns: try ColumnReader.read(try map.required("columns"), lists: lists),
          spare: try map.count("spare", default: 1)))
    }
    throw node.error(.keyMissing("field"))
  }

  private static func amounts(_ node: DefinitionNode, below path: LabelPath) throws(DefinitionError)
    -> [FormBlock.AmountRow]
  {
    var rows: [FormBlock.AmountRow] = []
    var pending: [(index: Int, references: [DefinitionNode])] = []
    var headings: [LabelPath] = []
    func read(_ node: DefinitionNode, below parent: LabelPath, prefix: String) throws(DefinitionError) {
      var prefix = prefix
      for item in try node.items() {
        if item.scalar != nil {
          rows.append(.init(path: parent.appending(try item.text()), prefix: prefix, sum: [], aliases: []))
          prefix = ""
          continue
        }
        let map = try item.mapping(["label", "print", "aliases", "sum", "rows"])
        let path = parent.appending(try map.text("label"))
        if let below = map["rows"] {
          headings.append(path)
          try read(below, below: path, prefix: try map.optionalText("print") ?? "")
        } else {
          if let sum = map["sum"] { pending.append((rows.count, try sum.items())) }
          rows.append(.init(path: path, prefix: prefix, sum: [], aliases: try map.texts("aliases")))
          prefix = ""
        }
      }
    }
    try read(node, below: path, prefix: "")
    let resolver = ReferenceResolver(
      targets: headings.map { .init(path: $0, isAddable: false, isPart: false) }
        + rows.map { .init(path: $0.path, isAddable: true, isPart: false) })
    for (index, references) in pending {
      for reference in references {
        rows[index].sum += try resolver.resolve(reference, from: rows[index].path)
      }
    }
    let sums = Dictionary(rows.map { ($0.path, $0.sum) }, uniquingKeysWith: { first, _ in first })
    if let cycle = SumCycle.find(in: sums),
      let node = pending.first(where: { rows[$0.index].path == cycle[0] })?.references.first
    {
      throw node.error(.sumCycle(cycle.map(\.description)))
    }
    return rows
  }
}
