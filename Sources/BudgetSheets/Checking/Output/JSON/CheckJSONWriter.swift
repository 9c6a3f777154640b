internal import XlsxPackage

/// Makes the JSON of a report.
struct CheckJSONWriter {
  let set: FormSet
  let language: Language

  /// The whole report.
  func value(of report: CheckReport) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("format", .string(CheckJSON.format)), .init("version", .number(String(CheckJSON.version))),
    ]
    members.add("file", report.book.file)
    members.add("set", report.set)
    members.add("setVersion", report.version)
    members.add("year", report.book.year)
    members.add("department", report.book.department)
    members.add("departmentCode", report.book.departmentCode)
    members.add("unit", set.unit.rawValue)
    if let prior = report.prior { members.append(.init("prior", value(of: prior))) }
    members.add("verdict", report.verdict.rawValue)
    members.add("summary", report.verdictSentence(in: language))
    members.append(.init("ledger", value(of: report.ledger)))
    members.append(
      .init(
        "counts",
        .object(
          Finding.Level.allCases.map { .init($0.rawValue, number(report.count($0))) }
            + [.init("explained", number(report.explainedCount))])))
    members.append(.init("causes", .array(report.causes.map(value))))
    if report.causesAreIncomplete { members.append(.init("causesAreIncomplete", .bool(true))) }
    members.append(.init("findings", .array(report.findings.map(value))))
    members.append(.init("rules", .array(report.rules.map(value))))
    if report.prior != nil { members.append(.init("growth", .array(report.growth.map(value)))) }
    return .object(members)
  }

  func number(_ number: Int) -> JSONValue { .number(String(number)) }

  func text(_ amount: Amount) -> String { amount.text(in: set.unit, decimals: set.decimals) }

  /// How rules came out.
  func value(of ledger: Ledger) -> JSONValue {
    .object([
      .init("due", number(ledger.due)), .init("passed", number(ledger.passed)),
      .init("failed", number(ledger.failed)), .init("notApplicable", number(ledger.notApplicable)),
      .init("notChecked", number(ledger.notChecked)),
    ])
  }

  /// What tells a place to programs: form, sheet and cell, row and column.
  func members(of place: Place) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    members.add("form", place.form)
    members.add("sheet", place.sheet)
    members.add("at", place.cell?.description)
    if let row = place.row {
      members.append(.init("row", .object([.init("key", .string(row.key)), .init("name", .string(row.name))])))
    }
    members.add("path", place.path?.description)
    return members
  }

  // MARK: Causes

  /// What is probably behind some findings.
  func value(of cause: Cause) -> JSONValue {
    var members: [JSONValue.Member] = []
    add(cause.mechanism, to: &members)
    members.append(.init("changes", .array(cause.changes.map(value))))
    members.append(.init("derived", .array(cause.derived.map(value))))
    members.append(.init("findings", .array(cause.findings.map(number))))
    if !cause.alternatives.isEmpty {
      members.append(.init("alternatives", .array(cause.alternatives.map(value))))
    }
    if !cause.agreeingForms.isEmpty {
      members.append(.init("agreeingForms", .array(cause.agreeingForms.map { .string($0) })))
    }
    members.add("difference", cause.difference.map(text))
    return .object(members)
  }

  private func value(of alternative: Cause.Alternative) -> JSONValue {
    var members: [JSONValue.Member] = []
    add(alternative.mechanism, to: &members)
    members.append(.init("changes", .array(alternative.changes.map(value))))
    members.append(.init("derived", .array(alternative.derived.map(value))))
    return .object(members)
  }

  private func add(_ mechanism: Cause.Mechanism?, to members: inout [JSONValue.Member]) {
    guard let mechanism else { return }
    members.add("mechanism", mechanism.rawValue)
    members.add("text", ReportText.mechanism(mechanism).text(in: language))
  }

  private func value(of change: Cause.Change) -> JSONValue {
    var members = members(of: change.place)
    members.add("reported", change.reported.map(text))
    members.add("proposed", change.proposed.map(text))
    return .object(members)
  }

  // MARK: Findings

  private func value(of finding: Finding) -> JSONValue {
    var members: [JSONValue.Member] = []
    members.add("code", finding.code.rawValue)
    members.add("rule", finding.judgement?.rule)
    members.add("level", finding.level.rawValue)
    members += self.members(of: finding.location)
    members.add("message", finding.message(in: language))
    if let judgement = finding.judgement {
      members.add("reported", judgement.reported.map(text))
      members.add("relation", judgement.relation.rawValue)
      members.add("expected", text(judgement.expected))
      members.add("difference", text(judgement.difference))
      members.append(.init("left", .array(judgement.left.map(value))))
      members.append(.init("right", .array(judgement.right.map(value))))
    }
    members.add("explanation", finding.explanation)
    members.append(
      .init(
        "arguments",
        .object(finding.arguments.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) })))
    return .object(members)
  }

  private func value(of part: Judgement.Part) -> JSONValue {
    var members: [JSONValue.Member] = []
    if part.place.isPrior { members.append(.init("prior", .bool(true))) }
    members.add("form", part.place.form)
    members.add("sheet", part.place.sheet)
    members.add("at", part.place.cell?.description)
    members.add("label", part.place.label)
    members.add("amount", part.amount.map(text))
    members.append(.init("factor", .number(part.factorText)))
    return .object(members)
  }

  // MARK: Rules

  private func value(of result: RuleResult) -> JSONValue {
    var members: [JSONValue.Member] = []
    members.add("code", result.code.rawValue)
    members.add("rule", result.rule)
    members.add("text", result.text)
    members.add("level", result.level.rawValue)
    members.append(.init("ledger", value(of: result.ledger)))
    if !result.reasons.isEmpty { members.append(.init("reasons", .array(result.reasons.map(value)))) }
    return .object(members)
  }

  private func value(of reason: RuleResult.Reason) -> JSONValue {
    .object([
      .init("code", .string(reason.name)), .init("text", .string(reason.text(in: language))),
    ])
  }
}

extension RuleResult.Reason {
  /// What kind of reason it is, as a stable word.
  var name: String {
    switch self {
    case .formMissing: "formMissing"
    case .formUnfilled: "formUnfilled"
    case .columnMissing: "columnMissing"
    case .rowMissing: "rowMissing"
    case .unreadable: "unreadable"
    case .condition: "condition"
    case .hasAmounts: "hasAmounts"
    case .saysNoEmptiness: "saysNoEmptiness"
    case .overflow: "overflow"
    case .priorMissing: "priorMissing"
    case .prior(let reason): "prior" + reason.name.prefix(1).uppercased() + reason.name.dropFirst()
    case .noPredecessor: "noPredecessor"
    case .priorRowUnclear: "priorRowUnclear"
    }
  }
}
