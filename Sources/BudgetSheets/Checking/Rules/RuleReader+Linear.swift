extension RuleReader {
  /// A rule of amounts.
  func linear(_ map: DefinitionMapping, _ code: String, _ place: RulePlace) throws(DefinitionError) -> LinearRule {
    try allow(["rule", "each", "by", "matched", "when", "else"], beside: "rule", map)
    var scope = RuleReferenceReader.Scope(form: form)
    for item in try map["each"]?.items() ?? [] { scope.each.append(try references.each(try item.line(), at: item)) }
    if let by = map["by"] { scope.keys = try keys(by, scope.each) }
    if let each = map["each"], scope.each.count > 1, scope.keys.isEmpty {
      throw each.error(.ruleMalformed(code, .severalWithoutKey))
    }
    let onlyMatched = try map.flag("matched")
    if let matched = map["matched"], onlyMatched, scope.each.count < 2 {
      throw matched.error(.ruleMalformed(code, .matchedWithoutKey))
    }
    let when = try conditions(of: map)
    var comparisons: [LinearRule.Comparison] = []
    let rule = try map.required("rule")
    for item in try rule.items() {
      let comparison = try comparison(item, scope)
      try judge(comparison, item, scope, when)
      comparisons.append(comparison)
    }
    if comparisons.isEmpty { throw rule.error(.expected("a text")) }
    return LinearRule(
      code: FindingCode(rule: code), level: try level(map), meaning: try map["say"]?.line(),
      basis: try map["basis"]?.line() ?? basis, place: place, each: scope.each, keys: scope.keys,
      onlyMatched: onlyMatched, comparisons: comparisons, conditions: when,
      otherwise: try otherwise(map, comparisons, code))
  }

  /// Refuses a comparison that cannot fail, or has nothing to do with the rows for which it is judged.
  private func judge(
    _ comparison: LinearRule.Comparison, _ node: DefinitionNode, _ scope: RuleReferenceReader.Scope,
    _ conditions: [LinearRule.NamedCondition]
  ) throws(DefinitionError) {
    func fault(_ fault: RuleFault) -> DefinitionError { node.error(.ruleMalformed(comparison.text, fault)) }
    let says = LinearForm(comparison)
    if says.isEmpty { throw fault(.saysNothing) }
    if says.isOfPriorAlone { throw fault(.priorAlone) }
    if scope.each.isEmpty, conditions.contains(where: { LinearForm($0.comparison).implies(says) }) {
      throw fault(.conditionIsRule)
    }
    if !scope.each.isEmpty, !comparison.usesEach { throw fault(.eachUnused) }
  }

  private func otherwise(
    _ map: DefinitionMapping, _ comparisons: [LinearRule.Comparison], _ code: String
  ) throws(DefinitionError) -> Judgement.Relation? {
    guard let node = map["else"] else { return nil }
    guard map["when"] != nil else { throw map.node.error(.keyMissing("when")) }
    let text = try node.line()
    guard let relation = RuleText.relation(text) else {
      throw node.error(.valueUnknown(text, allowed: ["≤", "≥", "="]))
    }
    if comparisons.contains(where: { $0.relation == relation }) { throw node.error(.ruleMalformed(code, .elseIsRule)) }
    return relation
  }

  private func conditions(of map: DefinitionMapping) throws(DefinitionError) -> [LinearRule.NamedCondition] {
    guard let node = map["when"] else { return [] }
    var conditions: [LinearRule.NamedCondition] = []
    for item in try node.items() { conditions.append(try condition(item)) }
    if conditions.isEmpty { throw node.error(.expected("a text")) }
    return conditions
  }

  /// A condition by its name, or as a comparison.
  private func condition(_ node: DefinitionNode) throws(DefinitionError) -> LinearRule.NamedCondition {
    let text = try node.line()
    if let known = conditions[text] { return known }
    guard RuleText.hasRelation(text) else {
      throw node.error(
        .referenceUnknown(text, suggestion: Suggestion.nearest(to: text, among: conditions.keys.sorted())))
    }
    let comparison = try comparison(node, RuleReferenceReader.Scope(form: form))
    guard !LinearForm(comparison).isEmpty else { throw node.error(.ruleMalformed(text, .saysNothing)) }
    return LinearRule.NamedCondition(name: nil, comparison: comparison, meaning: text)
  }

  // MARK: Keys

  /// `by: {编码: 科目编码}`, or with the columns of each form: `by: {项目: {"11": 项目名称, "13": 项目单位（项目名称）}}`.
  private func keys(
    _ node: DefinitionNode, _ each: [LinearRule.Each]
  ) throws(DefinitionError) -> [LinearRule.Key] {
    guard !each.isEmpty else { throw node.error(.keyMissing("each")) }
    for item in each where !item.isOfFreeRows { throw node.error(.expected("rows of details")) }
    var keys: [LinearRule.Key] = []
    for (name, value) in try node.entries() {
      var columns: [String: [LabelPath]] = [:]
      if value.scalar != nil {
        for item in each { columns[item.form] = try textColumns(value, item.form) }
      } else {
        for (form, column) in try value.entries() {
          let number = try form.name(among: Set(each.map(\.form)))
          columns[number] = try textColumns(column, number)
        }
        for item in each where columns[item.form] == nil { throw value.error(.keyMissing(item.form)) }
      }
      keys.append(LinearRule.Key(name: try name.line(), columns: columns))
    }
    if keys.isEmpty { throw node.error(.expected("a column of codes or texts")) }
    return keys
  }

  private func textColumns(_ node: DefinitionNode, _ number: String) throws(DefinitionError) -> [LabelPath] {
    guard let form = forms.first(where: { $0.form == number }) else {
      throw node.error(.referenceUnknown(number, suggestion: nil))
    }
    return try references.textColumns(try node.line(), in: form, node)
  }

  // MARK: Comparisons

  /// Both sides of a text, looked up.
  func comparison(
    _ node: DefinitionNode, _ scope: RuleReferenceReader.Scope
  ) throws(DefinitionError) -> LinearRule.Comparison {
    let text = try node.line()
    let parts: RuleText
    let scale: Int64
    do throws(RuleFault) {
      parts = try RuleText(text)
      scale = try TermReader.scale(of: parts.left + parts.right)
    } catch {
      throw node.error(.ruleMalformed(text, error))
    }
    let reader = TermReader(references: references, unit: unit, scope: scope, scale: scale, node: node, text: text)
    return LinearRule.Comparison(
      text: text, place: node.place, left: try reader.terms(parts.left), relation: parts.relation,
      right: try reader.terms(parts.right), scale: scale)
  }
}
