extension FormSet {
  /// The set with a county's own rules added.
  ///
  /// - Parameters:
  ///   - yaml: A list of rules, or a mapping with `conditions` and `rules`, as `docs/rules.md` describes.
  ///   - file: What to call the text in errors.
  /// - Throws: A ``DefinitionError`` with file, line and column where a rule is wrong, or has the code of another one.
  public func addingRules(yaml: String, file: String) throws(DefinitionError) -> FormSet {
    var set = self
    var reader = RuleReader(set: self)
    let rules = try reader.read(file: try DefinitionNode.parse(yaml, file: file))
    set.rules += rules
    set.addedRules += rules.count
    set.conditions = reader.conditions
    try set.checkRulesOnce()
    return set
  }

  /// What the rules of the set say twice, or for nothing, each with file, line and column: a rule that a `sum` or `of`
  /// implies, or that another rule says already; a condition or a key of `by` that is not used; a code whose letter is not
  /// that of its place. None of it keeps a book from being checked.
  public func lint() -> [DefinitionError] {
    var lint = RuleLint(set: self)
    return lint.run() + lists.sorted { $0.key < $1.key }.flatMap { $1.mistakes(list: $0, set: name) }
  }

  /// What is wrong with what the set says of older ones, each with file, line and column; at most one mistake a form.
  ///
  /// - Parameter older: The sets at hand; what is said of any other cannot be judged.
  public func lint(predecessors older: [FormSet]) -> [DefinitionError] {
    var mistakes: [DefinitionError] = []
    for succession in predecessors {
      guard let from = older.first(where: { $0.name == succession.set }) else { continue }
      for form in succession.forms {
        var one = succession
        one.forms = [form]
        do throws(DefinitionError) {
          _ = try SuccessionResolver(from: from, to: self).plans(one)
        } catch {
          mistakes.append(error)
        }
      }
    }
    return mistakes
  }

  /// No two rules bear one code, or the findings of one could not be told from those of the other.
  func checkRulesOnce() throws(DefinitionError) {
    var seen: Set<FindingCode> = []
    for rule in rules where !seen.insert(rule.code).inserted {
      throw rule.place.error(.ruleTwice(rule.code.rawValue))
    }
  }
}

extension RuleReader {
  /// Creates a reader for the rules of a set.
  init(set: FormSet) {
    self.init(
      forms: set.forms, totalLabels: set.labels.total, unit: set.unit, lists: Set(set.lists.keys),
      pairs: Set(set.pairs.keys))
    conditions = set.conditions
    values = set.lists.filter { $1.entries.allSatisfy(\.code.isEmpty) }.mapValues { $0.entries.map(\.name) }
  }
}
