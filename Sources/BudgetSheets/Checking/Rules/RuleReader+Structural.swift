extension RuleReader {
  /// A rule that is not linear.
  func structural(
    _ map: DefinitionMapping, _ code: String, _ place: RulePlace
  ) throws(DefinitionError) -> StructuralRule {
    let check = try map.required("check")
    let name = try check.line()
    let kind = try kind(name, map, check)
    let meaning = try map["say"]?.line()
    return StructuralRule(
      code: FindingCode(rule: code), level: try level(map), meaning: meaning, basis: try map["basis"]?.line() ?? basis,
      place: place, text: meaning ?? name, kind: kind)
  }

  private static let checks = [
    "same-keys", "same-count", "class-row", "listed-pair", "known-units", "empty-note", "note-without-amounts",
    "no-repeated-row",
  ]

  private func kind(
    _ name: String, _ map: DefinitionMapping, _ check: DefinitionNode
  ) throws(DefinitionError) -> StructuralRule.Kind {
    guard Self.checks.contains(name) else { throw check.error(.valueUnknown(name, allowed: Self.checks)) }
    var keys: Set<String> = ["check", "of"]
    if name == "class-row" { keys.insert("in") }
    if name == "known-units" { keys.formUnion(["in", "list"]) }
    if name == "listed-pair" { keys.insert("list") }
    try allow(keys, beside: "check: \(name)", map)
    let of = try map.required("of")
    switch name {
    case "same-keys":
      let (first, second) = try both(of)
      let (one, other) = (try rows(first), try rows(second))
      guard one.form != other.form else { throw second.error(.expected("two forms")) }
      return .sameKeys(one, other)
    case "same-count":
      let (first, second) = try both(of)
      let (one, other) = (try form(first).form, try form(second).form)
      guard one != other else { throw second.error(.expected("two forms")) }
      return .sameCount(one, other)
    case "class-row":
      let place = try map.required("in")
      let each = try references.each(try place.line(), at: place)
      guard case .classes(let pane) = each.rows else { throw place.error(.expected("form[pane with class]")) }
      return .classRow(try rows(of), form: each.form, pane: pane)
    case "listed-pair":
      let (first, second) = try both(of)
      let list = try map.required("list")
      let (one, other) = (try rows(first), try rows(second))
      guard one.form == other.form, one.columns != other.columns else {
        throw second.error(.expected("columns of one form"))
      }
      return .listedPair(
        form: one.form, first: one.columns, second: other.columns, list: try list.name(among: pairs))
    case "known-units":
      var others: [String] = []
      for item in try of.items() { others.append(try references.form(try item.line(), item).form) }
      var names: [StructuralRule.Rows] = []
      for item in try map["list"]?.items() ?? [] { names.append(try rows(item)) }
      let place = try map.required("in")
      return .knownUnits(form: try references.form(try place.line(), place).form, others: others, names: names)
    case "empty-note": return .emptyNote(form: try formWithNote(of))
    case "note-without-amounts": return .noteWithoutAmounts(form: try formWithNote(of))
    default: return .noRepeatedRow(form: try form(of).form)
    }
  }

  private func both(_ node: DefinitionNode) throws(DefinitionError) -> (DefinitionNode, DefinitionNode) {
    let items = try node.items()
    guard items.count == 2 else { throw node.error(.expected("a list of two")) }
    return (items[0], items[1])
  }

  /// `11[项目名称]`: the columns of the rows of details of a form.
  private func rows(_ node: DefinitionNode) throws(DefinitionError) -> StructuralRule.Rows {
    guard let (number, inside) = RuleReferenceReader.bracketed(try node.line()) else {
      throw node.error(.expected("form[column]"))
    }
    let form = try references.form(number, node)
    guard form.hasDetails else { throw node.error(.expected("a form with details")) }
    return StructuralRule.Rows(form: number, columns: try references.textColumns(inside, in: form, node))
  }

  /// A form whose rows of details can be counted and compared.
  private func form(_ node: DefinitionNode) throws(DefinitionError) -> FormDefinition {
    let form = try references.form(try node.line(), node)
    guard form.hasDetails else { throw node.error(.expected("a form with details")) }
    return form
  }

  private func formWithNote(_ node: DefinitionNode) throws(DefinitionError) -> String {
    let form = try references.form(try node.line(), node)
    guard form.emptyNote != nil else { throw node.error(.expected("a form with when_empty")) }
    return form.form
  }
}

extension FormDefinition {
  /// Whether it has rows of details.
  var hasDetails: Bool { panes.contains { $0.levels.contains { $0.kind == .detail } } }
}
