/// Reads the rules of a form set or of a county from YAML.
///
/// A file is a list of rules, or a mapping with `conditions` and `rules`.
struct RuleReader {
  let forms: [FormDefinition]
  let totalLabels: [String]
  let unit: MoneyUnit
  /// The names of the dictionaries and of the tables of pairs.
  let lists: Set<String>
  let pairs: Set<String>
  /// The form whose definition holds the rules; nil between forms.
  var form: FormDefinition?
  /// The conditions that are known by name, with their texts.
  var conditions: [String: LinearRule.NamedCondition] = [:]

  private static let keys = [
    "id", "rule", "each", "by", "matched", "when", "else", "level", "say", "basis", "check", "of", "in", "list",
  ]

  init(
    forms: [FormDefinition], totalLabels: [String], unit: MoneyUnit, lists: Set<String>, pairs: Set<String>
  ) {
    self.forms = forms
    self.totalLabels = totalLabels
    self.unit = unit
    self.lists = lists
    self.pairs = pairs
  }

  private var references: RuleReferenceReader { RuleReferenceReader(forms: forms, totalLabels: totalLabels) }

  /// The rules of a file.
  mutating func read(file node: DefinitionNode) throws(DefinitionError) -> [SetRule] {
    if node.isList { return try read(node) }
    let map = try node.mapping(["conditions", "rules"])
    for (name, value) in try map["conditions"]?.entries() ?? [] {
      let condition = try value.mapping(["rule", "say"])
      let text = try name.text()
      let meaning = try condition.optionalText("say")
      conditions[text] = LinearRule.NamedCondition(
        comparison: try comparison(try condition.required("rule"), RuleReferenceReader.Scope()),
        meaning: meaning ?? text)
    }
    guard let rules = map["rules"] else { return [] }
    return try read(rules)
  }

  /// The rules of a list.
  func read(_ node: DefinitionNode) throws(DefinitionError) -> [SetRule] {
    var rules: [SetRule] = []
    for item in try node.items() { rules.append(try rule(item)) }
    return rules
  }

  private func rule(_ node: DefinitionNode) throws(DefinitionError) -> SetRule {
    let map = try node.mapping(Self.keys)
    let id = try map.required("id")
    let code = try id.text()
    guard Self.isCode(code) else { throw id.error(.expected("a code such as X01 or U01")) }
    if map["check"] != nil {
      return .structural(try structural(map, code))
    }
    return .linear(try linear(map, code))
  }

  /// A code is a letter for the layer and what tells the rule from others, in letters and digits.
  private static func isCode(_ text: String) -> Bool {
    guard let first = text.first, first.isASCII, first.isUppercase, text.count >= 2, text.count <= 24 else {
      return false
    }
    return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
      && FindingCode(rawValue: text) == nil
  }

  private func level(_ map: DefinitionMapping, default level: Finding.Level) throws(DefinitionError) -> Finding.Level {
    guard let node = map["level"] else { return level }
    let name = try node.text()
    guard let level = Finding.Level(rawValue: name) else {
      throw node.error(.valueUnknown(name, allowed: Finding.Level.allCases.map(\.rawValue)))
    }
    return level
  }

  private func source(_ map: DefinitionMapping) -> String { map.node.placeText }

  // MARK: Linear rules

  private func linear(_ map: DefinitionMapping, _ code: String) throws(DefinitionError) -> LinearRule {
    try Self.allow(["id", "rule", "each", "by", "matched", "when", "else", "level", "say", "basis"], map)
    var scope = RuleReferenceReader.Scope(form: form)
    for item in try map["each"]?.items() ?? [] {
      scope.each.append(try references.each(try item.text(), at: item))
    }
    if let by = map["by"] { scope.keys = try keys(by, scope.each) }
    var comparisons: [LinearRule.Comparison] = []
    for item in try map.required("rule").items() { comparisons.append(try comparison(item, scope)) }
    var when: [LinearRule.NamedCondition] = []
    for item in try map["when"]?.items() ?? [] { when.append(try condition(item)) }
    var otherwise: Judgement.Relation?
    if let node = map["else"] {
      guard let relation = RuleText.relation(try node.text()), !when.isEmpty else {
        throw node.error(.valueUnknown(try node.text(), allowed: ["≤", "≥", "="]))
      }
      otherwise = relation
    }
    return LinearRule(
      code: FindingCode(rule: code), level: try level(map, default: .error), meaning: try map.optionalText("say"),
      basis: try map.optionalText("basis") ?? "", source: source(map), each: scope.each, keys: scope.keys,
      onlyMatched: try map.flag("matched"), comparisons: comparisons, conditions: when, otherwise: otherwise)
  }

  /// A condition by its name, or as a comparison.
  private func condition(_ node: DefinitionNode) throws(DefinitionError) -> LinearRule.NamedCondition {
    let text = try node.text()
    if let known = conditions[text] { return known }
    guard RuleText.hasRelation(text) else {
      throw node.error(
        .referenceUnknown(text, suggestion: Suggestion.nearest(to: text, among: conditions.keys.sorted())))
    }
    return LinearRule.NamedCondition(
      comparison: try comparison(node, RuleReferenceReader.Scope(form: form)), meaning: text)
  }

  private static func allow(_ keys: Set<String>, _ map: DefinitionMapping) throws(DefinitionError) {
    for (key, _) in try map.node.entries() where !keys.contains(try key.text()) {
      throw key.error(.keyUnknown(try key.text(), suggestion: nil))
    }
  }

  /// `by: {编码: 科目编码}`, or with the columns of each form: `by: {项目: {"11": 项目名称, "13": 项目单位（项目名称）}}`.
  private func keys(
    _ node: DefinitionNode, _ each: [LinearRule.Each]
  ) throws(DefinitionError) -> [LinearRule.Key] {
    guard !each.isEmpty else { throw node.error(.keyMissing("each")) }
    var keys: [LinearRule.Key] = []
    for (name, value) in try node.entries() {
      var columns: [String: [LabelPath]] = [:]
      if value.scalar != nil {
        for item in each { columns[item.form] = try textColumns(value, item.form) }
      } else {
        for (form, column) in try value.entries() {
          columns[try form.text()] = try textColumns(column, try form.text())
        }
        for item in each where columns[item.form] == nil { throw value.error(.keyMissing(item.form)) }
      }
      keys.append(LinearRule.Key(name: try name.text(), columns: columns))
    }
    return keys
  }

  private func textColumns(_ node: DefinitionNode, _ number: String) throws(DefinitionError) -> [LabelPath] {
    guard let form = forms.first(where: { $0.form == number }) else {
      throw node.error(.referenceUnknown(number, suggestion: nil))
    }
    return try references.textColumns(try node.text(), in: form, node)
  }

  private func comparison(
    _ node: DefinitionNode, _ scope: RuleReferenceReader.Scope
  ) throws(DefinitionError) -> LinearRule.Comparison {
    let text = try node.text()
    let parts: RuleText
    do { parts = try RuleText(text) } catch { throw node.error(.ruleMalformed(text)) }
    var scale: Int64 = 1
    for term in parts.left + parts.right {
      let decimals = term.factor.flatMap { DecimalNumber($0) }?.decimals ?? 0
      guard decimals <= 6 else { throw node.error(.ruleMalformed(text)) }
      for _ in 0..<decimals where scale < 1_000_000 { scale *= 10 }
    }
    return LinearRule.Comparison(
      text: text, left: try terms(parts.left, scale, scope, node), relation: parts.relation,
      right: try terms(parts.right, scale, scope, node), scale: scale)
  }

  private func terms(
    _ terms: [RuleText.Term], _ scale: Int64, _ scope: RuleReferenceReader.Scope, _ node: DefinitionNode
  ) throws(DefinitionError) -> [LinearRule.Term] {
    var result: [LinearRule.Term] = []
    for term in terms {
      var factor = scale
      if let text = term.factor {
        var power = 0
        while power < 6, scale != Self.powers[power] { power += 1 }
        guard let number = DecimalNumber(text)?.scaled(by: power).int64, abs(number) <= 1_000_000_000 else {
          throw node.error(.ruleMalformed(text))
        }
        factor = number
      }
      if term.isNegative { factor = -factor }
      if !term.isSum, let amount = Amount(decimal: term.text, unit: unit) {
        result.append(LinearRule.Term(factor: factor, operand: .constant(amount)))
      } else {
        result.append(
          LinearRule.Term(
            factor: factor,
            operand: .cells(try references.cells(term.text, isSum: term.isSum, scope: scope, at: node))))
      }
    }
    return result
  }

  private static let powers: [Int64] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

  // MARK: Other rules

  private func structural(_ map: DefinitionMapping, _ code: String) throws(DefinitionError) -> StructuralRule {
    try Self.allow(["id", "check", "of", "in", "list", "by", "level", "say", "basis"], map)
    let check = try map.required("check")
    let kind = try kind(try check.text(), map, check)
    return StructuralRule(
      code: FindingCode(rule: code), level: try level(map, default: .error), meaning: try map.optionalText("say"),
      basis: try map.optionalText("basis") ?? "", source: source(map), text: try text(of: map), kind: kind)
  }

  /// The rule as it is written, in one line.
  private func text(of map: DefinitionMapping) throws(DefinitionError) -> String {
    if let say = try map.optionalText("say") { return say }
    return try map.text("check")
  }

  private static let checks = [
    "same-keys", "same-count", "class-row", "listed-pair", "empty-note", "note-without-amounts", "no-repeated-row",
  ]

  private func kind(
    _ name: String, _ map: DefinitionMapping, _ node: DefinitionNode
  ) throws(DefinitionError) -> StructuralRule.Kind {
    func both() throws(DefinitionError) -> (DefinitionNode, DefinitionNode) {
      let items = try map.required("of").items()
      guard items.count == 2 else { throw try map.required("of").error(.expected("two")) }
      return (items[0], items[1])
    }
    switch name {
    case "same-keys":
      let (first, second) = try both()
      return .sameKeys(try rows(first), try rows(second))
    case "same-count":
      let (first, second) = try both()
      return .sameCount(try formNumber(first), try formNumber(second))
    case "class-row":
      let place = try map.required("in")
      let each = try references.each(try place.text(), at: place)
      guard case .classes(let pane) = each.rows else { throw place.error(.expected("form[pane with class]")) }
      return .classRow(try rows(try map.required("of")), form: each.form, pane: pane)
    case "listed-pair":
      let (first, second) = try both()
      let list = try map.required("list")
      let (one, other) = (try rows(first), try rows(second))
      return .listedPair(
        form: one.form, first: one.columns, second: other.columns, list: try list.name(among: pairs))
    case "empty-note": return .emptyNote(form: try formNumber(try map.required("of")))
    case "note-without-amounts": return .noteWithoutAmounts(form: try formNumber(try map.required("of")))
    case "no-repeated-row": return .noRepeatedRow(form: try formNumber(try map.required("of")))
    default: throw node.error(.valueUnknown(name, allowed: Self.checks))
    }
  }

  /// `11[项目名称]`: the columns of the rows of details of a form.
  private func rows(_ node: DefinitionNode) throws(DefinitionError) -> StructuralRule.Rows {
    guard let (number, inside) = RuleReferenceReader.bracketed(try node.text()),
      let form = forms.first(where: { $0.form == number })
    else { throw node.error(.expected("form[column]")) }
    return StructuralRule.Rows(form: number, columns: try references.textColumns(inside, in: form, node))
  }

  private func formNumber(_ node: DefinitionNode) throws(DefinitionError) -> String {
    try node.name(among: Set(forms.map(\.form)))
  }
}

extension RuleText {
  /// Whether a text compares two sides, and is no mere name.
  static func hasRelation(_ text: String) -> Bool {
    ["=", "≤", "≥"].contains { text.contains(" \($0) ") } || text.contains("<=") || text.contains(">=")
  }
}
