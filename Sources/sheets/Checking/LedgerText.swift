import BudgetSheets

/// How many rules were due and how they came out, as text for people.
struct LedgerText {
  let report: CheckReport
  let options: CommonOptions

  /// The ledger on one line.
  var line: String {
    let ledger = report.ledger
    return options.say(
      "应检 \(ledger.due) · 通过 \(ledger.passed) · 不通过 \(ledger.failed) · 不适用 \(ledger.notApplicable) · 未能检查 \(ledger.notChecked)",
      "due \(ledger.due) · passed \(ledger.passed) · failed \(ledger.failed) · not applicable \(ledger.notApplicable) · not checked \(ledger.notChecked)"
    )
  }

  /// The first reasons, and how many there are beside.
  func reasons(atMost limit: Int) -> [String] {
    let all = reasons
    if all.count <= limit { return all }
    let rest = all.count - limit
    return all.prefix(limit) + [
      options.say("  另有 \(rest) 个未能检查的原因未列出，用 --all 查看", "  \(rest) more reasons are not listed; --all lists them")
    ]
  }

  /// Why something could not be checked, each reason once with the rules that it kept from being checked.
  var reasons: [String] {
    var codes: [RuleResult.Reason: [String]] = [:]
    var order: [RuleResult.Reason] = []
    for rule in report.rules where rule.ledger.notChecked > 0 {
      for reason in rule.reasons {
        // A condition that does not hold makes a rule inapplicable, which is no loss.
        if case .condition = reason { continue }
        if codes[reason] == nil { order.append(reason) }
        if codes[reason]?.contains(rule.code.rawValue) != true { codes[reason, default: []].append(rule.code.rawValue) }
      }
    }
    return order.map { reason in
      let text = reason.text(in: options.language)
      let rules = (codes[reason] ?? []).joined(separator: options.comma)
      return options.say("  未能检查：\(text)（\(rules)）", "  not checked: \(text) (\(rules))")
    }
  }
}
