/// Finds what the rules of a set say twice or for nothing, though each of them can be judged.
struct RuleLint {
  /// A comparison that was seen, with what it depends on.
  private struct Seen {
    var rule: LinearRule
    var text: String
    var says: LinearForm
    var conditions: Set<LinearForm>
  }

  /// What two comparisons must share for one to make the other superfluous.
  private struct Subject: Hashable {
    var each: Set<LinearRule.Each>
    var keys: [[String: [LabelPath]]]
    var onlyMatched: Bool
    var says: LinearForm
  }

  private let set: FormSet
  private var expansion: SumExpansion
  private var seen: [Subject: [Seen]] = [:]
  private var kinds: [StructuralRule.Kind: String] = [:]
  private var mistakes: [DefinitionError] = []

  init(set: FormSet) {
    self.set = set
    expansion = SumExpansion(set: set)
  }

  /// The mistakes, in the order of the rules, then of the conditions.
  mutating func run() -> [DefinitionError] {
    var used: Set<String> = []
    for (index, rule) in set.rules.enumerated() {
      judgeLayer(of: rule, isAdded: index >= set.rules.count - set.addedRules)
      switch rule {
      case .linear(let rule):
        used.formUnion(rule.conditions.compactMap(\.name))
        judge(rule)
      case .structural(let rule):
        if let other = kinds[rule.kind] { mistakes.append(rule.place.error(.ruleRepeated(rule.text, by: other))) }
        kinds[rule.kind] = rule.code.rawValue
      }
    }
    let unused = set.conditions.filter { !used.contains($0.key) }
    mistakes += unused.map { $1.comparison.place.error(.conditionUnused($0)) }
      .sorted { ($0.file, $0.line ?? 0) < ($1.file, $1.line ?? 0) }
    return mistakes
  }

  /// The letter of a code tells where its rule stands.
  private mutating func judgeLayer(of rule: SetRule, isAdded: Bool) {
    let code = rule.code.rawValue
    let form = set.forms.first { $0.file == rule.place.file }
    let layers = isAdded ? ["U"] : form.map { ["R\($0.form)-", "O\($0.form)-"] } ?? ["X", "Y", "M", "O"]
    guard !layers.contains(where: code.hasPrefix), let expected = layers.first else { return }
    mistakes.append(rule.place.error(.codeOfOtherLayer(code, expected: expected)))
  }

  private mutating func judge(_ rule: LinearRule) {
    let used = rule.comparisons.reduce(into: Set<Int>()) { $0.formUnion($1.usedKeys) }
    for (index, key) in rule.keys.enumerated() where !used.contains(index) {
      mistakes.append(rule.place.error(.keyUnused(key.name)))
    }
    for comparison in rule.comparisons {
      var says = LinearForm(comparison)
      if rule.each.count == 1, !rule.each[0].rows.mayBeMany { says = says.replacingCurrent(by: rule.each[0].rows) }
      if let sum = expansion.implication(of: says) {
        mistakes.append(comparison.place.error(.ruleImplied(comparison.text, by: sum)))
      } else {
        compare(rule, comparison.text, says)
      }
    }
  }

  private mutating func compare(_ rule: LinearRule, _ text: String, _ says: LinearForm) {
    let expanded = expansion.expanded(says)
    let seen = Seen(
      rule: rule, text: text, says: expanded,
      conditions: Set(rule.conditions.map { expansion.expanded(LinearForm($0.comparison)).oriented }))
    let subject = Subject(
      each: Set(rule.each), keys: rule.keys.map(\.columns), onlyMatched: rule.onlyMatched, says: expanded.subject)
    for other in self.seen[subject] ?? [] {
      if Self.covers(other, seen) {
        mistakes.append(rule.place.error(.ruleRepeated(text, by: other.rule.code.rawValue)))
        return
      }
      if Self.covers(seen, other) {
        mistakes.append(other.rule.place.error(.ruleRepeated(other.text, by: rule.code.rawValue)))
        return
      }
    }
    self.seen[subject, default: []].append(seen)
  }

  /// Whether one comparison holds wherever another one has to.
  private static func covers(_ one: Seen, _ other: Seen) -> Bool {
    guard one.says.implies(other.says), one.conditions.isSubset(of: other.conditions) else { return false }
    guard let otherwise = other.rule.otherwise else { return true }
    // Where the conditions do not hold, the other one still says something.
    if one.conditions.isEmpty {
      return one.says.isEquality || one.rule.comparisons.allSatisfy { $0.relation == otherwise }
    }
    guard one.conditions == other.conditions, let own = one.rule.otherwise else { return false }
    return own == .equal || own == otherwise
  }
}
