/// Reads the column headings of a definition.
struct ColumnReader {
  private struct Pending {
    var sum: [DefinitionNode]
    var partOf: DefinitionNode?
  }

  private var pending: [LabelPath: Pending] = [:]
  private var seen: Set<LabelPath> = []
  /// The names of the dictionaries that a column may name.
  private let lists: Set<String>

  /// The heading tree below a path.
  static func read(
    _ node: DefinitionNode, below path: LabelPath = LabelPath([]), lists: Set<String>
  ) throws(DefinitionError) -> [ColumnDefinition] {
    var reader = ColumnReader(lists: lists)
    let columns = try reader.columns(node, below: path)
    return try reader.resolve(columns)
  }

  private init(lists: Set<String>) {
    self.lists = lists
  }

  private mutating func columns(_ node: DefinitionNode, below path: LabelPath) throws(DefinitionError)
    -> [ColumnDefinition]
  {
    var columns: [ColumnDefinition] = []
    for item in try node.items() { columns.append(try column(item, below: path)) }
    return columns
  }

  private mutating func column(_ node: DefinitionNode, below parent: LabelPath) throws(DefinitionError)
    -> ColumnDefinition
  {
    if node.scalar != nil {
      return ColumnDefinition(
        path: try register(node, below: parent), printed: nil, aliases: [], kind: .text, sum: [], partOf: nil,
        list: nil, isGroup: false, isIndicator: false, width: nil, columns: [])
    }
    let map = try node.mapping([
      "label", "print", "aliases", "type", "sum", "of", "list", "group", "indicator", "negative", "prior", "width",
      "columns", "wide",
    ])
    let path = try register(try map.required("label"), below: parent)
    pending[path] = Pending(sum: try map["sum"]?.items() ?? [], partOf: map["of"])
    let kind = try map["type"].map(Self.kind) ?? .text
    if let wide = map["wide"] { return try self.wide(wide, map, path) }
    return ColumnDefinition(
      path: path, printed: try map.optionalText("print"), aliases: try map.texts("aliases"), kind: kind, sum: [],
      partOf: nil,
      list: try map["list"].map { node throws(DefinitionError) in try node.list(among: lists) },
      isGroup: try map.flag("group"), isIndicator: try map.flag("indicator"), allowsNegative: try map.flag("negative"),
      prior: try map["prior"].map { node throws(DefinitionError) in try prior(node, kind) },
      width: try map["width"]?.number(),
      columns: try map["columns"].map { node throws(DefinitionError) in try columns(node, below: path) } ?? [])
  }

  /// One printed heading over several columns of texts, which have names but no headings.
  private mutating func wide(
    _ node: DefinitionNode, _ map: DefinitionMapping, _ path: LabelPath
  ) throws(DefinitionError) -> ColumnDefinition {
    for key in map.values.keys.sorted() where !["label", "print", "aliases", "wide", "width"].contains(key) {
      throw map.node.error(.keyNotHere(key, with: "wide"))
    }
    let names = try node.items()
    guard names.count >= 2 else { throw node.error(.expected("a list")) }
    let width = try map["width"]?.number()
    var columns: [ColumnDefinition] = []
    for name in names {
      columns.append(
        ColumnDefinition(
          path: try register(name, below: path), printed: nil, aliases: [], kind: .text, sum: [], partOf: nil,
          list: nil, isGroup: false, isIndicator: false, width: width.map { $0 / Double(names.count) }, columns: []))
    }
    var heading = ColumnDefinition(
      path: path, printed: try map.optionalText("print"), aliases: try map.texts("aliases"), kind: .text, sum: [],
      partOf: nil, list: nil, isGroup: false, isIndicator: false, width: nil, columns: columns)
    heading.isWide = true
    return heading
  }

  /// The column of the year before, whose form may be another one, so that nothing can be looked up here.
  private func prior(_ node: DefinitionNode, _ kind: ColumnDefinition.Kind) throws(DefinitionError) -> LabelPath {
    guard kind == .amount else { throw node.error(.expected("a column of amounts")) }
    guard let path = LabelPath(text: try node.text()) else { throw node.error(.expected("a label path")) }
    return path
  }

  private mutating func register(_ node: DefinitionNode, below parent: LabelPath) throws(DefinitionError) -> LabelPath {
    let path = parent.appending(try node.text())
    guard seen.insert(path).inserted else { throw node.error(.labelTwice(path.leaf)) }
    return path
  }

  /// `amount`, `text`, `code` or `code(3)`.
  static func kind(_ node: DefinitionNode) throws(DefinitionError) -> ColumnDefinition.Kind {
    let text = try node.text()
    switch text {
    case "amount": return .amount
    case "text": return .text
    case "code": return .code(digits: nil)
    default:
      if text.hasPrefix("code("), text.hasSuffix(")"), let digits = Int(text.dropFirst(5).dropLast()), digits > 0 {
        return .code(digits: digits)
      }
      throw node.error(.valueUnknown(text, allowed: ["amount", "text", "code", "code(3)"]))
    }
  }

  private func resolve(_ columns: [ColumnDefinition]) throws(DefinitionError) -> [ColumnDefinition] {
    var targets: [ReferenceResolver.Target] = []
    func list(_ columns: [ColumnDefinition]) {
      for column in columns {
        targets.append(
          .init(
            path: column.path, isAddable: column.columns.isEmpty, isPart: pending[column.path]?.partOf != nil))
        list(column.columns)
      }
    }
    list(columns)
    let resolved = try resolve(columns, ReferenceResolver(targets: targets))
    var sums: [LabelPath: [LabelPath]] = [:]
    for leaf in resolved.flatMap(\.leaves) { sums[leaf.path] = leaf.sum }
    if let cycle = SumCycle.find(in: sums), let node = pending[cycle[0]]?.sum.first {
      throw node.error(.sumCycle(cycle.map(\.description)))
    }
    return resolved
  }

  private func resolve(_ columns: [ColumnDefinition], _ resolver: ReferenceResolver) throws(DefinitionError)
    -> [ColumnDefinition]
  {
    var result: [ColumnDefinition] = []
    for var column in columns {
      if let pending = pending[column.path] {
        for reference in pending.sum { column.sum += try resolver.resolve(reference, from: column.path) }
        if let whole = pending.partOf { column.partOf = try resolver.resolveOne(whole, from: column.path) }
      }
      column.columns = try resolve(column.columns, resolver)
      result.append(column)
    }
    return result
  }
}
