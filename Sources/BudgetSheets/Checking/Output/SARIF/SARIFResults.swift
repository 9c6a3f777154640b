internal import XlsxPackage

/// Makes the SARIF results of one report.
struct SARIFResults {
  let report: CheckReport
  let set: FormSet
  let language: Language
  /// The file, as a location of an artifact.
  let artifact: JSONValue
  let rules: SARIFRules

  /// One result for each finding, in their order.
  var values: [JSONValue] {
    var causes: [Int: [Int]] = [:]
    for (index, cause) in report.causes.enumerated() {
      for finding in cause.findings { causes[finding, default: []].append(index) }
    }
    return report.findings.enumerated().map { result($1, causes: causes[$0] ?? []) }
  }

  /// A text in an object of its own, as SARIF has it everywhere.
  ///
  /// Brackets followed by parentheses would be a link (SARIF 2.1.0, 3.11.6), which no text of a workbook is to make.
  static func message(_ text: String) -> JSONValue {
    let plain = text.contains("](") ? text.replacing("[", with: "\\[").replacing("]", with: "\\]") : text
    return .object([.init("text", .string(plain))])
  }

  private func result(_ finding: Finding, causes: [Int]) -> JSONValue {
    var members: [JSONValue.Member] = [.init("ruleId", .string(finding.code.rawValue))]
    if let index = rules.index(finding.code) { members.append(.init("ruleIndex", .number(String(index)))) }
    members.append(.init("level", .string(finding.level.sarifLevel)))
    members.append(.init("message", Self.message(finding.line(in: language))))
    members.append(.init("locations", .array([location(finding.location)])))
    let parts = (finding.judgement?.left ?? []) + (finding.judgement?.right ?? [])
    // What stands in another workbook is told by the message alone.
    let related = parts.filter { $0.amount != nil && $0.place != finding.location && !$0.place.isPrior }
    if !related.isEmpty {
      members.append(
        .init(
          "relatedLocations",
          .array(
            related.enumerated().map { index, part in
              location(part.place, id: index, message: "\(part.place) \(text(part.amount)) \(set.unit.rawValue)")
            })))
    }
    members.append(
      .init("partialFingerprints", .object([.init("ruleFormRowPath/v1", .string(fingerprint(of: finding)))])))
    if let explanation = finding.explanation, finding.level != .error {
      members.append(
        .init(
          "suppressions",
          .array([
            .object([
              .init("kind", .string("external")), .init("status", .string("underReview")),
              .init("justification", .string(explanation)),
            ])
          ])))
    }
    members.append(.init("properties", .object(properties(of: finding, causes: causes))))
    return .object(members)
  }

  /// What stays the same when rows are moved: rule, form, row and label path, never an address.
  private func fingerprint(of finding: Finding) -> String {
    [finding.ruleIdentity, finding.form ?? "", finding.row?.key ?? "", finding.path?.description ?? ""]
      .joined(separator: "|")
  }

  private func text(_ amount: Amount?) -> String { amount?.text(in: set.unit, decimals: set.decimals) ?? "" }

  private func properties(of finding: Finding, causes: [Int]) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    members.add("form", finding.form)
    members.add("rowKey", finding.row?.key)
    members.add("path", finding.path?.description)
    if let judgement = finding.judgement {
      members.add("rule", judgement.rule)
      members.add("ruleText", judgement.text)
      members.add("reported", judgement.reported.map { text($0) })
      members.add("relation", judgement.relation.rawValue)
      members.add("expected", text(judgement.expected))
      members.add("difference", text(judgement.difference))
      members.add("unit", set.unit.rawValue)
    }
    if !causes.isEmpty {
      members.append(.init("suggestions", .array(causes.map { .string(sentence(report.causes[$0])) })))
    }
    return members
  }

  // MARK: Places

  private func location(_ place: Place, id: Int? = nil, message: String? = nil) -> JSONValue {
    var members: [JSONValue.Member] = []
    if let id { members.append(.init("id", .number(String(id)))) }
    members.append(.init("physicalLocation", .object([.init("artifactLocation", artifact)])))
    if let logical = logicalLocation(place) { members.append(.init("logicalLocations", .array([logical]))) }
    if let message { members.append(.init("message", Self.message(message))) }
    return .object(members)
  }

  /// The cell, else the sheet, else the form, as a logical location; nil where the whole workbook is meant.
  private func logicalLocation(_ place: Place) -> JSONValue? {
    let (name, fullName, kind): (String, String, String)
    if let cell = place.cell {
      (name, fullName, kind) = (cell.description, place.address, "cell")
    } else if let sheet = place.sheet {
      (name, fullName, kind) = (sheet, sheet, "sheet")
    } else if let form = place.form {
      let code = set.form(form)?.name ?? form
      (name, fullName, kind) = (code, code, "form")
    } else {
      return nil
    }
    var members: [JSONValue.Member] = [
      .init("name", .string(name)), .init("fullyQualifiedName", .string(fullName)),
    ]
    if !place.label.isEmpty { members.append(.init("decoratedName", .string(place.label))) }
    members.append(.init("kind", .string(kind)))
    return .object(members)
  }

  // MARK: Causes

  /// The causes with the results that they explain.
  ///
  /// - Parameter first: The position of the report's first result in the run.
  func causes(firstResult first: Int, file: String) -> [JSONValue] {
    let writer = CheckJSONWriter(set: set, language: language)
    return report.causes.map { cause in
      var shifted = cause
      shifted.findings = cause.findings.map { $0 + first }
      guard case .object(let members) = writer.value(of: shifted) else { return .null }
      return .object(
        [.init("uri", .string(RelativeURL.file(file))), .init("suggestion", .string(sentence(cause)))]
          + members.map { $0.name == "findings" ? .init("results", $0.value) : $0 })
    }
  }

  /// A cause in words, as a suggestion.
  private func sentence(_ cause: Cause) -> String {
    let what = ReportText.mechanism(cause.mechanism ?? .otherAmount).text(in: language)
    if cause.changes.isEmpty { return ReportText.causeWithoutProposal.text(in: language) }
    let changes = cause.changes.map { change in
      let reported = change.reportedText(in: set, language: language, mechanism: cause.mechanism)
      let proposed = change.proposedText(in: set, language: language)
      return "\(change.place) \(reported) → \(proposed)"
    }
    return ReportText.suggestion(what, changes.joined(separator: ReportText.semicolon.text(in: language)))
      .text(in: language)
  }
}
