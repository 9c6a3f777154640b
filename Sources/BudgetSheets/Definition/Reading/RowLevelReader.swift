/// Reads the levels of a form whose rows are free.
struct RowLevelReader {
  /// The leaf columns to which a level may refer.
  let leaves: [ColumnDefinition]
  /// The names of the dictionaries that a level may name.
  let lists: Set<String>

  /// The levels, from the total down.
  func read(_ node: DefinitionNode) throws(DefinitionError) -> [RowLevel] {
    var levels: [RowLevel] = []
    for item in try node.items() {
      let level = try level(item)
      // Only from the total down can each level be the sum of the next one.
      if let last = levels.last, let above = last.kind.rank, let rank = level.kind.rank, rank <= above {
        throw item.error(.expected("levels from the total down, each once"))
      }
      levels.append(level)
      if let upper = Self.unclear(levels) { throw item.error(.expected(upper)) }
    }
    return levels
  }

  /// What a level of classes lacks to be told from the lowest of the levels; nil where nothing is.
  private static func unclear(_ levels: [RowLevel]) -> String? {
    guard let lower = levels.last else { return nil }
    for upper in levels.dropLast() where upper.kind.isOfClass && upper.key == lower.key {
      guard let digits = upper.keyDigits else { return "a type with digits in the level of classes above" }
      if lower.keyDigits == digits { return "another number of digits than in the level above" }
    }
    return nil
  }

  private func level(_ node: DefinitionNode) throws(DefinitionError) -> RowLevel {
    let map = try node.mapping([
      "total", "in", "across", "at", "level", "key", "type", "name", "empty", "optional", "blank", "repeat", "list",
      "spare",
    ])
    if let total = map["total"] {
      let label = try total.text()
      var level = RowLevel(
        kind: .total, label: label == "none" ? nil : label, labelColumn: try map["in"].map(column),
        across: try map.count("across", default: 1), key: [], keyDigits: nil, name: nil, empty: [],
        isOptional: try map.flag("optional"), blankRepeatsAbove: false, repeated: [], list: nil, spare: 0)
      if let place = map["at"] {
        level.isAtBottom = try place.choice(among: ["bottom"]) == "bottom"
        // Nothing would tell it from an empty row above it.
        if level.label == nil { throw place.error(.keyNotHere("at", with: "total: none")) }
      }
      return level
    }
    let level = try map.required("level")
    guard let kind = RowKind(word: try level.text()) else {
      throw level.error(.valueUnknown(try level.text(), allowed: RowKind.words.map(\.word)))
    }
    if let place = map["at"] { throw place.error(.keyNotHere("at", with: "level")) }
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
      list: try map["list"].map { node throws(DefinitionError) in try node.list(among: lists) },
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
