import BudgetSheets

/// A consistent book, or one whose contradictions are known, with what the checker says of it.
struct Base: Sendable {
  var name: String
  var book: Book
  var findings: Set<String>
  var causes: [Cause]

  init(name: String, book: Book, checker: Checker) {
    self.name = name
    self.book = book
    let report = checker.check(book)
    findings = Set(report.findings.map(Self.identity))
    causes = report.causes
  }

  /// What a finding says, so that one that was there before is known again.
  static func identity(_ finding: Finding) -> String {
    "\(finding.code.rawValue) \(finding.ruleIdentity) \(finding.location) \(finding.judgement.map { "\($0.difference.fen)" } ?? "")"
  }

  /// What a report says beyond what was said of the book itself.
  func news(in report: CheckReport) -> [Finding] {
    report.findings.filter { !findings.contains(Self.identity($0)) }
  }

  /// The causes beyond those of the book itself.
  func newCauses(in report: CheckReport) -> [Cause] {
    report.causes.filter { cause in
      !causes.contains { $0.changes.map(\.place) == cause.changes.map(\.place) && !$0.changes.isEmpty }
    }
  }
}

/// One changed book, and how the checker judged it.
struct Trial: Sendable {
  enum Verdict: Sendable {
    /// The first cause names a changed cell.
    case named
    /// It names another cell, whose change would make all rules hold as well, with as few cells.
    case notToldApart
    /// It names another cell, or none.
    case missed
  }

  var isDetected: Bool
  /// Whether only a difference of rounding is told.
  var isOnlyRounding: Bool
  var verdict: Verdict
  /// Whether the true amount is proposed, first or among the alternatives.
  var isValueProposed: Bool
  var isValueAmongAlternatives: Bool
  /// How many causes with a proposal name only cells that nobody changed, beside the first.
  var falseCauses: Int

  init(_ changes: [(spot: Spot, amount: Amount?)], of base: Base, checker: Checker) {
    var book = base.book
    for (spot, amount) in changes { spot.set(amount, in: &book) }
    let report = checker.check(book)
    let news = base.news(in: report)
    isDetected = !news.isEmpty
    isOnlyRounding = isDetected && news.allSatisfy { $0.level == .info }
    let causes = base.newCauses(in: report)
    func names(_ changes: [Cause.Change], _ spot: Spot) -> Cause.Change? {
      changes.first { spot.isAt($0.place, in: book) }
    }
    let first = causes.first
    let spots = changes.map(\.spot)
    func isTrue(_ change: Cause.Change, _ spot: Spot) -> Bool {
      (change.proposed ?? .zero) == (spot.amount(in: base.book) ?? .zero)
    }
    isValueProposed = spots.contains { spot in
      first.flatMap { names($0.changes, spot) }.map { isTrue($0, spot) } ?? false
    }
    isValueAmongAlternatives =
      isValueProposed
      || spots.contains { spot in
        first?.alternatives.contains { names($0.changes, spot).map { isTrue($0, spot) } ?? false } ?? false
      }
    falseCauses = causes.dropFirst().count { cause in
      !cause.changes.isEmpty && !spots.contains { names(cause.changes, $0) != nil }
    }
    if let first, let named = first.changes.first, spots.contains(where: { $0.isAt(named.place, in: book) }) {
      verdict = .named
    } else if let first, !first.changes.isEmpty, first.changes.count <= changes.count,
      Self.holds(first, in: book, base: base, checker: checker)
    {
      verdict = .notToldApart
    } else {
      verdict = .missed
    }
  }

  /// Whether all would hold as before if a cause were right.
  private static func holds(_ cause: Cause, in book: Book, base: Base, checker: Checker) -> Bool {
    var book = book
    for change in cause.changes + cause.derived {
      guard let form = book.forms.firstIndex(where: { $0.form == change.place.form }), let path = change.place.path
      else { return false }
      let row = change.place.row.flatMap { name in book.forms[form].rows.firstIndex { $0.key == name.key } }
      // A row's key is one pane's; its columns tell which.
      Spot(form: form, row: row, path: path).set(change.proposed, in: &book)
    }
    return base.news(in: checker.check(book)).allSatisfy { $0.level == .info }
  }
}
