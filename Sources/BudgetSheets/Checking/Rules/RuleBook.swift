/// All rules of a form set in their order: of each form those that it implies and states, then those between forms.
struct RuleBook: Sendable {
  enum Entry: Sendable {
    case implied(ImpliedRule)
    case linear(LinearRule)
    case structural(StructuralRule)
  }

  let entries: [(description: RuleDescription, entry: Entry)]

  init(set: FormSet) {
    let describer = RuleDescriber(set: set)
    var entries: [(RuleDescription, Entry)] = []
    var stated = set.rules[...]
    for form in set.forms {
      for rule in ImpliedRule.rules(of: form, total: set.labels.total.first ?? "") {
        entries.append((describer.description(of: rule, form), .implied(rule)))
      }
      let own = stated.prefix { $0.place.file == form.file }
      stated = stated.dropFirst(own.count)
      for rule in own { entries.append((describer.description(of: rule), Self.entry(rule))) }
    }
    for rule in stated { entries.append((describer.description(of: rule), Self.entry(rule))) }
    self.entries = entries.map { (description: $0.0, entry: $0.1) }
  }

  private static func entry(_ rule: SetRule) -> Entry {
    switch rule {
    case .linear(let rule): .linear(rule)
    case .structural(let rule): .structural(rule)
    }
  }
}
