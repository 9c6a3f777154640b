/// All rules of a form set in their order: of each form those that it implies and states, then those between forms.
struct RuleBook: Sendable {
  enum Entry: Sendable {
    case implied(ImpliedRule)
    case linear(LinearRule)
    case structural(StructuralRule)
  }

  let entries: [(description: RuleDescription, entry: Entry)]

  init(set: FormSet) {
    var entries: [(RuleDescription, Entry)] = []
    var stated = set.rules[...]
    for form in set.forms {
      for rule in ImpliedRule.rules(of: form, total: set.labels.total.first ?? "") {
        entries.append((Self.description(of: rule, form), .implied(rule)))
      }
      let own = stated.prefix { $0.place.file == form.file }
      stated = stated.dropFirst(own.count)
      for rule in own { entries.append((Self.description(of: rule), Self.entry(rule))) }
    }
    for rule in stated { entries.append((Self.description(of: rule), Self.entry(rule))) }
    self.entries = entries.map { (description: $0.0, entry: $0.1) }
  }

  private static func entry(_ rule: SetRule) -> Entry {
    switch rule {
    case .linear(let rule): .linear(rule)
    case .structural(let rule): .structural(rule)
    }
  }

  private static func description(of rule: ImpliedRule, _ form: FormDefinition) -> RuleDescription {
    let isPart =
      switch rule.kind {
      case .columnPart, .rowPart: true
      default: false
      }
    return RuleDescription(
      code: rule.code, rule: rule.identity, level: .error, text: rule.text, condition: nil, otherwise: nil,
      meaning: nil,
      basis: isPart
        ? "“其中”是上一项的一部分，不会大于它（\(form.code ?? form.form)表样）" : "表样的合计关系（\(form.code ?? form.form)）",
      source: rule.source)
  }

  private static func description(of rule: SetRule) -> RuleDescription {
    switch rule {
    case .linear(let rule):
      RuleDescription(
        code: rule.code, rule: rule.code.rawValue, level: rule.level,
        text: rule.comparisons.map(\.text).joined(separator: "；"),
        condition: rule.conditions.isEmpty ? nil : rule.conditions.map(\.meaning).joined(separator: "；"),
        otherwise: rule.otherwise?.rawValue, meaning: rule.meaning, basis: rule.basis, source: rule.place.text)
    case .structural(let rule):
      RuleDescription(
        code: rule.code, rule: rule.code.rawValue, level: rule.level, text: rule.text, condition: nil,
        otherwise: nil, meaning: rule.meaning, basis: rule.basis, source: rule.place.text)
    }
  }
}
