/// Judges books by the rules of their form set.
///
/// A checker is a value without state; use one for as many books as you like, from as many tasks.
///
/// ```swift
/// let checker = Checker(set: try TemplateLibrary.embedded.set(named: "luoyang-2023"))
/// let report = checker.check(try BookReader(sets: [checker.set]).read(path: "submission.xlsx"))
/// print(report.ledger.failed, report.causes.first?.changes ?? [])
/// ```
public struct Checker: Sendable {
  /// The form set.
  public let set: FormSet
  private let ruleBook: RuleBook
  private let names: [String: CellJudge.NameIndex]

  /// The most cells that cannot be read of which it is told what should stand there.
  private static let maximumUnreadable = 100

  /// Creates a checker for the rules that a set implies and states.
  public init(set: FormSet) {
    self.set = set
    ruleBook = RuleBook(set: set)
    names = set.lists.mapValues(CellJudge.NameIndex.init)
  }

  /// The rules, in the order of the forms, then those between them.
  public var rules: [RuleDescription] { ruleBook.entries.map(\.description) }

  /// What is wrong with a book, and what is probably behind it.
  ///
  /// - Parameter prior: The book of the year before, for the rules that speak of it and the growth of what the set names;
  ///   without it those rules are not checked. No cause ever names a cell of it.
  /// - Complexity: Nearly linear in the cells where all is well; the search for causes is bounded, and
  ///   ``CheckReport/causesAreIncomplete`` says where it ended early.
  public func check(_ book: Book, prior: PriorBook? = nil) -> CheckReport {
    let figures = Figures(book: book, set: set, prior: prior)
    var judge = RuleJudge(figures: figures, set: set)
    let structural = StructuralJudge(figures: figures, book: book, set: set)
    for (description, entry) in ruleBook.entries {
      switch entry {
      case .implied(let rule): judge.judge(rule, description)
      case .linear(let rule): judge.judge(rule, description)
      case .structural(let rule): structural.judge(rule, description, into: &judge.outcomes)
      }
    }
    var outcomes = judge.outcomes
    var growth = prior == nil ? [] : set.growth.map { judge.growth(of: $0) }
    let priorYear = prior?.otherYear(beside: book)
    for index in growth.indices { growth[index].priorYear = priorYear }
    let system = EquationSystem(equations: outcomes.equations, conditions: outcomes.conditions, figures: figures)
    var told: [(finding: Finding, equation: Int?)] = RowNaming(figures: figures).named(book.findings).map { ($0, nil) }
    if let finding = prior?.yearFinding(beside: book) { told.append((finding, nil)) }
    told += outcomes.findings.map { ($0, nil) }
    told += CellJudge(figures: figures, set: set, names: names).findings().map { ($0, nil) }
    let sentences = EquationFindings(figures: figures, set: set, results: outcomes.results)
    var judged: [Equation.Outcome] = []
    var rounded: Set<Int> = []
    for (index, equation) in outcomes.equations.enumerated() {
      let outcome = system.outcome(equation)
      judged.append(outcome)
      if outcome == .withinRounding || outcome == .balancedAfterRounding { rounded.insert(equation.rule) }
      outcomes.count(outcome, of: equation, failing: outcome == .notApplicable ? system.firstFailing(equation) : nil)
      if outcome == .failed || outcome == .withinRounding || outcome == .balancedAfterRounding {
        told.append((sentences.finding(equation, outcome, in: system), index))
      }
    }
    // What other definitions make of the amounts is not held against the sheet 审核.
    if book.stamp.map({ !$0.isIssued || $0.isUpToDate(with: set) }) ?? true {
      let comparison = VerdictComparison(
        outcomes.results, withRounding: rounded,
        leavingOut: Set(rules.filter(\.speaksOfPrior).map(\.rule)).union(levelSums(withStraysIn: book)))
      told += comparison.findings(book.verdicts).map { ($0, nil) }
    }
    sort(&told)
    var report = CheckReport(
      book: book, set: set.name, version: set.version, causes: [],
      findings: told.map(\.finding).explained(by: book.explanations),
      rules: outcomes.results, causesAreIncomplete: false, prior: prior?.source, growth: growth)
    if judged.contains(.failed) {
      var search = CauseSearch(
        figures: figures, system: system, outcomes: judged, doubtful: DoubtfulRows(book.findings, in: figures))
      let found = search.run()
      report.causesAreIncomplete = found.isIncomplete
      report.causes = causes(found, findings: told.map(\.equation)).map { staleFormula($0, in: report.findings) }
    }
    if !outcomes.open.isEmpty {
      let unreadable = UnreadableAmounts(figures: figures, system: system, open: outcomes.open)
      for (cause, figure) in unreadable.causes().prefix(Self.maximumUnreadable) {
        var cause = cause
        let place = figures.place(figure)
        cause.findings = report.findings.indices.filter { index in
          let finding = report.findings[index]
          return finding.form == place.form && finding.cell == place.cell && finding.path == place.path
            && finding.judgement == nil
        }
        report.causes.append(cause)
      }
    }
    return report
  }

  /// The sums of levels of forms in which a row stands below a class that is not its own: the sheet 审核 takes it for one of
  /// that class, since it goes by the place of rows alone.
  private func levelSums(withStraysIn book: Book) -> Set<String> {
    let forms = Set(book.findings.filter { $0.code == .rowOfOtherClass }.compactMap(\.form))
    var rules: Set<String> = []
    if forms.isEmpty { return rules }
    for (description, entry) in ruleBook.entries {
      guard case .implied(let rule) = entry, case .levelSum = rule.kind, forms.contains(rule.form) else { continue }
      rules.insert(description.rule)
    }
    return rules
  }

  /// A cause that proposes what the cell's own formula gives is one of a formula that was not worked out again.
  private func staleFormula(_ cause: Cause, in findings: [Finding]) -> Cause {
    guard cause.changes.count == 1, let change = cause.changes.first, let cell = change.place.cell,
      let index = findings.firstIndex(where: {
        $0.code == .formulaStale && $0.form == change.place.form && $0.cell == cell
      })
    else { return cause }
    var cause = cause
    cause.mechanism = .staleFormula
    cause.findings = (cause.findings + [index]).sorted()
    return cause
  }

  /// The causes with the findings that each explains, the one that explains most first.
  private func causes(_ found: CauseSearch.Outcome, findings: [Int?]) -> [Cause] {
    var positions: [Int: Int] = [:]
    for (position, equation) in findings.enumerated() { if let equation { positions[equation] = position } }
    let causes = found.causes.map { cause, equations in
      var cause = cause
      cause.findings = equations.compactMap { positions[$0] }.sorted()
      return cause
    }
    return causes.enumerated().sorted {
      ($0.element.changes.isEmpty ? 1 : 0, $1.element.findings.count, $0.offset)
        < ($1.element.changes.isEmpty ? 1 : 0, $0.element.findings.count, $1.offset)
    }.map(\.element)
  }

  /// The gravest first, then in the order of the forms, rules before what the reading said, then by place.
  private func sort(_ told: inout [(finding: Finding, equation: Int?)]) {
    let order = Dictionary(uniqueKeysWithValues: set.forms.enumerated().map { ($1.form, $0) })
    func key(_ item: (offset: Int, element: (finding: Finding, equation: Int?))) -> (Finding.Level, Int, Int) {
      let finding = item.element.finding
      return (finding.level, finding.form.flatMap { order[$0] } ?? -1, item.offset)
    }
    told = told.enumerated().sorted { key($0) < key($1) }.map(\.element)
  }
}

extension RuleOutcomes {
  /// Counts how an instance came out.
  mutating func count(_ outcome: Equation.Outcome, of equation: Equation, failing condition: Int?) {
    let rule = equation.rule
    switch outcome {
    case .passed, .withinRounding, .balancedAfterRounding: results[rule].ledger.passed += 1
    case .failed: results[rule].ledger.failed += 1
    case .notApplicable:
      results[rule].ledger.notApplicable += 1
      if let condition { note(rule, .condition(conditionTexts[condition])) }
    case .overflow: cannotCheck(rule, .overflow)
    }
  }
}
