/// Reads the levels of a form whose rows are free.
struct RowLevelReader {
  /// The leaf columns to which a level may refer.
  let leaves: [ColumnDefinition]
  /// The names of the dictionaries that a level may name.
  let lists: Set<String>

  /// The words of the definition language for the levels.
  private static let kinds: [String: RowKind] = ["部门": .department, "单位": .unit, "明细": .detail]

  /// The word for a level; empty where it has none.
  static func name(of kind: RowKind) -> String { kinds.first { $0.value == kind }?.key ?? "" }

  /// The levels, from the total down.
  func read(_ node: DefinitionNode) throws(DefinitionError) -> [RowLevel] {
    var levels: [RowLevel] = []
    for item in try node.items() { levels.append(try level(item)) }
    return levels
  }

  private func level(_ node: DefinitionNode) throws(DefinitionError) -> RowLevel {
    let map = try node.mapping([
      "total", "in", "across", "level", "key", "type", "name", "empty", "optional", "blank", "repeat", "list", "spare",
    ])
    if let total = map["total"] {
      let label = try total.text()
      return RowLevel(
        kind: .total, label: label == "none" ? nil : label, labelColumn: try map["in"].map(column),
        across: try map.count("across", default: 1), key: [], keyDigits: nil, name: nil, empty: [],
        isOptional: try map.flag("optional"), blankRepeatsAbove: false, repeated: [], list: nil, spare: 0)
    }
    let level = try map.required("level")
    guard let kind = Self.kinds[try level.text()] else {
      throw level.error(.valueUnknown(try level.text(), allowed: Self.kinds.keys.sorted()))
    }
    let key = try map.required("key")
    var digits: Int?
    if let type = map["type"], case .code(let count) = try ColumnReader.kind(type) { digits = count }
    if let blank = map["blank"], try blank.text() != "as-above" {
      throw blank.error(.valueUnknown(try blank.text(), allowed: ["as-above"]))
    }
    return RowLevel(
      kind: kind, label: nil, labelColumn: nil, across: 1, key: key.scalar == "none" ? [] : try columns(key),
      keyDigits: digits, name: try map["name"].map(column), empty: try map["empty"].map(columns) ?? [],
      isOptional: try map.flag("optional"), blankRepeatsAbove: map["blank"] != nil,
      repeated: try map["repeat"].map(columns) ?? [],
      list: try map["list"].map { node throws(DefinitionError) in try node.name(among: lists) },
      spare: try map.count("spare", default: 0))
  }

  /// The leaf columns that the items name; a heading stands for all leaves below it.
  private func columns(_ node: DefinitionNode) throws(DefinitionError) -> [LabelPath] {
    var paths: [LabelPath] = []
    for item in try node.items() {
      guard let path = LabelPath(text: try item.text()) else { throw item.error(.expected("a label path")) }
      let found = leaves.map(\.path).filter { $0.starts(with: path) }
      guard !found.isEmpty else { throw unknown(item, path) }
      paths += found
    }
    return paths
  }

  private func column(_ node: DefinitionNode) throws(DefinitionError) -> LabelPath {
    guard let path = LabelPath(text: try node.text()) else { throw node.error(.expected("a label path")) }
    guard leaves.contains(where: { $0.path == path }) else { throw unknown(node, path) }
    return path
  }

  private func unknown(_ node: DefinitionNode, _ path: LabelPath) -> DefinitionError {
    node.error(
      .referenceUnknown(
        path.description, suggestion: Suggestion.nearest(to: path.description, among: leaves.map(\.path.description))))
  }
}
