import BudgetSheets

/// What the files of a run came to.
struct CleanSummary {
  var status = ExitStatus.success
  /// The outcomes without their texts.
  private(set) var outcomes: [CleanOutcome] = []

  /// Takes a file in.
  mutating func take(_ outcome: CleanOutcome) {
    var outcome = outcome
    outcome.text = ""
    status.worsen(to: outcome.status)
    outcomes.append(outcome)
  }

  /// How many files came out in a way.
  func count(_ kind: CleanOutcome.Kind) -> Int { outcomes.count { $0.kind == kind } }

  /// The codes of all suggestions.
  var suggestions: Set<RepairCode> { outcomes.reduce(into: []) { $0.formUnion($1.suggestions) } }

  /// How often something was counted, and in how many files.
  struct Count<Kind> {
    var kind: Kind
    var total: Int
    var files: Int
  }

  /// The changes by code.
  var changes: [Count<RepairCode>] { Self.counts(outcomes.map(\.changes)) }

  /// What still needs a person, by level and code.
  var remaining: [Count<RemainingKind>] { Self.counts(outcomes.map(\.remaining)) }

  private static func counts<Kind: Hashable & Comparable>(_ parts: [[Kind: Int]]) -> [Count<Kind>] {
    var counts: [Kind: Count<Kind>] = [:]
    for part in parts {
      for (kind, count) in part {
        var sum = counts[kind] ?? Count(kind: kind, total: 0, files: 0)
        sum.total += count
        sum.files += 1
        counts[kind] = sum
      }
    }
    return counts.values.sorted { $0.kind < $1.kind }
  }
}
