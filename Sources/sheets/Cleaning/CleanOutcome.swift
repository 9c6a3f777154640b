import BudgetSheets

/// What cleaning one file came to.
struct CleanOutcome: Sendable {
  /// How a file came out.
  enum Kind: Sendable {
    /// Something was changed, or would be.
    case cleaned
    /// There was nothing to repair.
    case unchanged
    /// The file could not be read.
    case unreadable
    /// The result could not be made or written.
    case notWritten
  }

  var path: String
  var kind: Kind
  var status: ExitStatus
  /// What goes to the result.
  var text = ""
  /// One line for the progress.
  var summary: String
  /// The verdict in a sentence; empty where there is none.
  var sentence = ""
  /// The changes that were made, or would be, by code.
  var changes: [RepairCode: Int] = [:]
  /// The codes of the suggestions.
  var suggestions: Set<RepairCode> = []
  /// What still needs a person: how many findings of each kind.
  var remaining: [RemainingKind: Int] = [:]
  /// Whether something could not be checked.
  var isIncomplete = false
  /// The cleaned workbook that was written.
  var copy: String?
  /// Whether it is the submitted file byte for byte.
  var isCopy = false

  /// Whether a person has to look at the workbook.
  var needsPerson: Bool { !remaining.isEmpty || isIncomplete }
}

/// Findings of one level and code.
struct RemainingKind: Hashable, Comparable, Sendable {
  var level: Finding.Level
  var code: FindingCode

  static func < (first: RemainingKind, second: RemainingKind) -> Bool {
    (first.level, first.code.rawValue) < (second.level, second.code.rawValue)
  }
}

extension CheckReport {
  /// The findings that wait for a person: errors, and warnings that nobody has explained.
  var waiting: [Finding] { open(.error) + open(.warning) }
}
