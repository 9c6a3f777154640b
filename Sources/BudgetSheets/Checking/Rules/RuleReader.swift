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
  /// The values of the dictionaries that have no codes, by name.
  var values: [String: [String]] = [:]
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

  var references: RuleReferenceReader {
    RuleReferenceReader(forms: forms, totalLabels: totalLabels, values: values)
  }

  /// The rules of a file, after its conditions.
  mutating func read(file node: DefinitionNode) throws(DefinitionError) -> [SetRule] {
    try readConditions(of: node)
    return try rules(of: node)
  }

  /// What the rules of a file rest on, where they do not say it themselves.
  var basis = ""

  /// Takes in the conditions of a file; rules may then name them.
  mutating func readConditions(of node: DefinitionNode) throws(DefinitionError) {
    if node.isList { return }
    let map = try node.mapping(["basis", "conditions", "rules"])
    for (name, value) in try map["conditions"]?.entries() ?? [] {
      let text = try name.line()
      guard conditions[text] == nil else { throw name.error(.labelTwice(text)) }
      let condition = try value.mapping(["rule", "say"])
      let rule = try condition.required("rule")
      var comparison = try comparison(rule, RuleReferenceReader.Scope())
      guard !LinearForm(comparison).isEmpty else { throw rule.error(.ruleMalformed(comparison.text, .saysNothing)) }
      comparison.place = name.place
      conditions[text] = LinearRule.NamedCondition(
        name: text, comparison: comparison, meaning: try condition["say"]?.line() ?? text)
    }
  }

  /// The rules of a file, without its conditions.
  func rules(of node: DefinitionNode) throws(DefinitionError) -> [SetRule] {
    if node.isList { return try read(node) }
    let map = try node.mapping(["basis", "conditions", "rules"])
    guard let rules = map["rules"] else { return [] }
    var reader = self
    reader.basis = try map["basis"]?.line() ?? ""
    return try reader.read(rules)
  }

  /// The rules of a list.
  func read(_ node: DefinitionNode) throws(DefinitionError) -> [SetRule] {
    guard node.isList else { throw node.error(.expected("a list")) }
    var rules: [SetRule] = []
    for item in try node.items() { rules.append(try rule(item)) }
    return rules
  }

  private func rule(_ node: DefinitionNode) throws(DefinitionError) -> SetRule {
    let map = try node.mapping(Self.keys)
    let id = try map.required("id")
    let code = try id.line()
    guard Self.isCode(code) else { throw id.error(.expected("a code such as X01 or U01")) }
    if Self.reservedLayers.contains(code.prefix(1)) { throw id.error(.codeReserved(code)) }
    if map["check"] != nil { return .structural(try structural(map, code, id.place)) }
    return .linear(try linear(map, code, id.place))
  }

  /// The letters of the layers whose codes are the program's own, now or later; those of the sums are `B03`.
  private static let reservedLayers: Set<Substring> = ["F", "S", "C", "L", "W", "T", "B"]

  /// A code is a letter for the layer and what tells the rule from others, in letters and digits.
  private static func isCode(_ text: String) -> Bool {
    guard let first = text.first, first.isASCII, first.isUppercase, text.count >= 2, text.count <= 24 else {
      return false
    }
    return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }

  func level(_ map: DefinitionMapping) throws(DefinitionError) -> Finding.Level {
    guard let node = map["level"] else { return .error }
    let name = try node.text()
    guard let level = Finding.Level(rawValue: name) else {
      throw node.error(.valueUnknown(name, allowed: Finding.Level.allCases.map(\.rawValue)))
    }
    return level
  }

  /// Refuses the keys that go with other rules.
  func allow(_ keys: Set<String>, beside other: String, _ map: DefinitionMapping) throws(DefinitionError) {
    let common: Set<String> = ["id", "level", "say", "basis"]
    for (key, _) in try map.node.entries() {
      let name = try key.text()
      if !common.contains(name), !keys.contains(name) { throw key.error(.keyNotHere(name, with: other)) }
    }
  }
}
