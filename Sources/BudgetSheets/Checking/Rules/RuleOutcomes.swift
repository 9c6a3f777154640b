/// The rules of a set as they are judged on one book: the equations of those with amounts, the findings of the others.
struct RuleOutcomes {
  var results: [RuleResult] = []
  var equations: [Equation] = []
  var conditions: [Equation] = []
  /// What each condition is called.
  var conditionTexts: [String] = []
  var findings: [Finding] = []
  /// The equations that lack one readable amount, with its figure.
  var open: [(equation: Equation, figure: Int)] = []

  private struct NotedReason: Hashable {
    var rule: Int
    var reason: RuleResult.Reason
  }

  private var noted: Set<NotedReason> = []

  /// Starts the next rule, and gives its position.
  mutating func begin(_ description: RuleDescription) -> Int {
    results.append(
      RuleResult(
        code: description.code, rule: description.rule, text: description.text, level: description.level,
        ledger: Ledger(), reasons: []))
    return results.count - 1
  }

  /// Counts an instance that cannot be checked.
  mutating func cannotCheck(_ rule: Int, _ reason: RuleResult.Reason) {
    results[rule].ledger.notChecked += 1
    note(rule, reason)
  }

  /// Keeps a reason, once.
  mutating func note(_ rule: Int, _ reason: RuleResult.Reason) {
    if noted.insert(NotedReason(rule: rule, reason: reason)).inserted { results[rule].reasons.append(reason) }
  }
}
