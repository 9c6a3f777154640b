/// Reads a form set from the files of its folder.
struct FormSetReader {
  /// The name of the folder.
  let name: String
  /// The text of a file of the folder; nil where there is none.
  let text: (String) -> String?

  /// The form set.
  func read() throws(DefinitionError) -> FormSet {
    let map = try node("set.yaml").mapping([
      "set", "version", "accepts", "years", "title", "unit", "decimals", "nil", "labels", "synonyms", "lists", "pairs",
      "forms", "required", "rules", "predecessors", "growth",
    ])
    let unit = try map.required("unit")
    guard let moneyUnit = MoneyUnit(rawValue: try unit.text()) else {
      throw unit.error(.valueUnknown(try unit.text(), allowed: MoneyUnit.allCases.map(\.rawValue)))
    }
    let set = try map.required("set")
    guard try set.text() == name else { throw set.error(.setNameDiffers(try set.text(), folder: name)) }
    let lists = try map["lists"].map(lists) ?? [:]
    var formSet = FormSet(
      name: name, version: try map.text("version"), acceptedVersions: try map.texts("accepts"),
      years: try map.texts("years"), title: try map.text("title"), unit: moneyUnit,
      decimals: try map.count("decimals", default: 2),
      printsNilBlank: try map["nil"].map { node throws(DefinitionError) in try node.choice(among: ["blank", "zero"]) }
        != "zero",
      labels: try frameLabels(try map.required("labels")), synonyms: try synonyms(map),
      lists: lists, pairs: try map["pairs"].map(pairs) ?? [:],
      forms: try forms(try map.required("forms"), lists: Set(lists.keys)),
      required: try required(map))
    try readRules(of: map, into: &formSet)
    try readPredecessors(of: map, into: &formSet)
    if let growth = map["growth"] { formSet.growth = try RuleReader(set: formSet).growth(growth) }
    return formSet
  }

  /// Reads the files that `predecessors:` names, each of one older set.
  private func readPredecessors(of map: DefinitionMapping, into set: inout FormSet) throws(DefinitionError) {
    for item in try map["predecessors"]?.items() ?? [] {
      let succession = try SuccessionReader(set: set).read(try node(try item.text(), from: item))
      if set.predecessors.contains(where: { $0.set == succession.set }) {
        throw succession.place.error(.successionTwice(succession.set))
      }
      set.predecessors.append(succession)
    }
  }

  /// Reads the conditions of the files that `rules:` names, then the rules of the forms and of those files.
  private func readRules(of map: DefinitionMapping, into set: inout FormSet) throws(DefinitionError) {
    var reader = RuleReader(set: set)
    var files: [DefinitionNode] = []
    for item in try map["rules"]?.items() ?? [] { files.append(try node(try item.text(), from: item)) }
    for file in files { try reader.readConditions(of: file) }
    for form in set.forms {
      let node = try self.node("\(form.form).yaml")
      guard let rules = try node.entries().first(where: { $0.key.scalar == "rules" })?.value else { continue }
      reader.form = form
      reader.basis = "表样各行各栏的关系（\(form.name)）"
      set.rules += try reader.read(rules)
    }
    reader.form = nil
    reader.basis = ""
    for file in files { set.rules += try reader.rules(of: file) }
    set.conditions = reader.conditions
    try set.checkRulesOnce()
  }

  private func pairs(_ node: DefinitionNode) throws(DefinitionError) -> [String: PairList] {
    var pairs: [String: PairList] = [:]
    for (name, value) in try node.entries() {
      let file = try value.text()
      guard let csv = text(file) else { throw value.error(.referenceUnknown(file, suggestion: nil)) }
      pairs[try name.text()] = try CodeListReader.readPairs(csv, file: "\(self.name)/\(file)")
    }
    return pairs
  }

  private func node(_ file: String, from reference: DefinitionNode? = nil) throws(DefinitionError) -> DefinitionNode {
    guard let text = text(file) else {
      throw reference?.error(.referenceUnknown(file, suggestion: nil))
        ?? DefinitionError(file: "\(name)/\(file)", problem: .fileMissing)
    }
    return try DefinitionNode.parse(text, file: "\(name)/\(file)")
  }

  private func frameLabels(_ node: DefinitionNode) throws(DefinitionError) -> FormSet.FrameLabels {
    let map = try node.mapping(["department", "unit", "total", "column_numbers", "notes", "signatures"])
    return FormSet.FrameLabels(
      department: try map.texts("department"), unit: try map.texts("unit"), total: try map.texts("total"),
      columnNumbers: try map.texts("column_numbers"),
      notes: try map.texts("notes"), signatures: try map.texts("signatures"))
  }

  private func synonyms(_ map: DefinitionMapping) throws(DefinitionError) -> [[String]] {
    var groups: [[String]] = []
    for item in try map["synonyms"]?.items() ?? [] { groups.append(try item.texts()) }
    return groups
  }

  private func lists(_ node: DefinitionNode) throws(DefinitionError) -> [String: CodeList] {
    var lists: [String: CodeList] = [:]
    for (name, value) in try node.entries() {
      if let file = value.scalar {
        guard let csv = text(file) else { throw value.error(.referenceUnknown(file, suggestion: nil)) }
        lists[try name.text()] = try CodeListReader.read(csv, file: "\(self.name)/\(file)")
      } else {
        lists[try name.text()] = CodeList(entries: try value.texts().map { .init(code: "", name: $0, confidence: nil) })
      }
    }
    return lists
  }

  private func required(_ map: DefinitionMapping) throws(DefinitionError) -> [String] {
    let forms = Set(try map.texts("forms"))
    var required: [String] = []
    for item in try map["required"]?.items() ?? [] { required.append(try item.name(among: forms)) }
    return required
  }

  private func forms(_ node: DefinitionNode, lists: Set<String>) throws(DefinitionError) -> [FormDefinition] {
    var nodes: [String: DefinitionNode] = [:]
    var order: [(number: String, node: DefinitionNode)] = []
    for item in try node.items() {
      let number = try item.text()
      let form = try self.node("\(number).yaml", from: item)
      nodes[number] = form
      order.append((number, form))
    }
    let reader = FormReader(otherForm: { nodes[$0] }, lists: lists)
    var forms: [FormDefinition] = []
    for (number, node) in order {
      let form = try reader.read(node)
      guard form.form == number else { throw node.error(.formNumberDiffers(form.form, expected: number)) }
      forms.append(form)
    }
    return forms
  }
}
