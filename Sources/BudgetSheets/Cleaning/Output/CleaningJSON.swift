/// Makes the parts of the JSON of cleaning.
enum CleaningJSON {
  /// A change, with the members that a line of the log has of it.
  static func value(of change: CellChange, _ language: Language) -> JSONValue {
    .object(ChangeLog.members(of: change, language))
  }

  /// Something that was left, and why.
  static func value(of kept: CleaningResult.Kept, _ language: Language) -> JSONValue {
    var members = ChangeLog.members(of: kept.place)
    members.append(.init("code", .string(kept.code.rawValue)))
    members.append(.init("reason", .string(kept.reason.text(in: language))))
    return .object(members)
  }

  /// What checking the cleaned workbook comes to: the findings by level and code.
  static func remaining(of report: CheckReport, _ language: Language) -> JSONValue {
    struct Kind: Hashable {
      var level: Finding.Level
      var code: String
    }
    let groups = Dictionary(grouping: report.findings) { Kind(level: $0.level, code: $0.code.rawValue) }
    let sorted = groups.sorted { ($0.key.level, $0.key.code) < ($1.key.level, $1.key.code) }
    let findings = sorted.map { kind, findings -> JSONValue in
      let places = findings.map(\.location.address).filter { !$0.isEmpty }
      return .object([
        .init("level", .string(kind.level.rawValue)), .init("code", .string(kind.code)),
        .init("count", .number(String(findings.count))),
        .init("explained", .number(String(findings.count(where: \.isExplained)))),
        .init("places", .array(places.map { .string($0) })),
      ])
    }
    return .object([
      .init("verdict", .string(report.verdict.rawValue)),
      .init("summary", .string(report.verdictSentence(in: language))),
      .init("notChecked", .number(String(report.ledger.notChecked))), .init("findings", .array(findings)),
    ])
  }
}
