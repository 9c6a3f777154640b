/// The rules of a SARIF run: each code of the findings and rules once, in the order of the codes.
struct SARIFRules {
  private struct Rule {
    var code: FindingCode
    var level: Finding.Level
    /// The rules of the set that bear the code.
    var texts: [String]
  }

  private let rules: [Rule]
  private let indexes: [FindingCode: Int]

  init(files: [CheckedFile]) {
    var byCode: [FindingCode: Rule] = [:]
    for case .checked(let report, _) in files.map(\.outcome) {
      for result in report.rules {
        byCode[result.code, default: Rule(code: result.code, level: result.level, texts: [])].texts.append(result.text)
      }
      for finding in report.findings where byCode[finding.code] == nil {
        byCode[finding.code] = Rule(code: finding.code, level: finding.code.sentence?.level ?? finding.level, texts: [])
      }
    }
    rules = byCode.values.sorted { $0.code.rawValue < $1.code.rawValue }.map { rule in
      var rule = rule
      var seen: Set<String> = []
      rule.texts = rule.texts.filter { seen.insert($0).inserted }
      return rule
    }
    indexes = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.code, $0) })
  }

  /// The position of a code; nil where no finding and no rule bears it.
  func index(_ code: FindingCode) -> Int? { indexes[code] }

  /// A rule as another part of the log refers to it.
  func reference(_ code: FindingCode) -> JSONValue {
    .object(
      [.init("id", .string(code.rawValue))]
        + (indexes[code].map { [.init("index", .number(String($0)))] } ?? []))
  }

  /// The descriptors.
  func values(in language: Language) -> [JSONValue] {
    rules.map { rule in
      var members: [JSONValue.Member] = [.init("id", .string(rule.code.rawValue))]
      let texts = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, text(of: rule, in: $0)) })
      members.append(.init("shortDescription", SARIFResults.message(texts[language] ?? "")))
      if rule.texts.count > 1 {
        members.append(.init("fullDescription", SARIFResults.message(rule.texts.joined(separator: "\n"))))
      }
      members.append(.init("defaultConfiguration", .object([.init("level", .string(rule.level.sarifLevel))])))
      members.append(
        .init(
          "properties",
          .object(Language.allCases.map { .init($0.rawValue, .string(texts[$0] ?? "")) })))
      return .object(members)
    }
  }

  /// What a rule says in a line.
  private func text(of rule: Rule, in language: Language) -> String {
    if let sentence = rule.code.sentence {
      let words = sentence.text(in: language, filledWith: [:])
      // The places of what is filled in.
      return words.split(separator: "{", omittingEmptySubsequences: false).enumerated().map { index, piece in
        index == 0
          ? String(piece)
          : "…" + (piece.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false).last ?? "")
      }.joined()
    }
    return rule.texts.count == 1
      ? rule.texts[0] : ReportText.rulesOfCode(rule.code.rawValue, rule.texts.count).text(in: language)
  }
}

extension Finding.Level {
  /// The level as SARIF names it.
  var sarifLevel: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }
}
