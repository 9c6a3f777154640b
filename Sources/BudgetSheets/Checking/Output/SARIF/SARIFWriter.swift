internal import XlsxPackage

/// Makes the SARIF log of some files (OASIS SARIF 2.1.0).
struct SARIFWriter {
  let files: [CheckedFile]
  let language: Language
  private let rules: SARIFRules
  /// The URIs of the files, each once.
  private let artifacts: [String]
  private let artifactIndexes: [String: Int]

  init(files: [CheckedFile], language: Language) {
    self.files = files
    self.language = language
    rules = SARIFRules(files: files)
    var seen: Set<String> = []
    artifacts = files.map { RelativeURL.file($0.path) }.filter { seen.insert($0).inserted }
    artifactIndexes = Dictionary(uniqueKeysWithValues: artifacts.enumerated().map { ($1, $0) })
  }

  /// The whole log.
  var value: JSONValue {
    .object([
      .init("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), .init("version", .string("2.1.0")),
      .init("runs", .array([run])),
    ])
  }

  private var run: JSONValue {
    var results: [JSONValue] = []
    var notifications: [JSONValue] = []
    var causes: [JSONValue] = []
    for file in files {
      let artifact = artifact(file)
      switch file.outcome {
      case .unreadable(let code, let message):
        notifications.append(unreadable(code: code, message: message, artifact: artifact))
      case .checked(let report, let set):
        let first = results.count
        let writer = SARIFResults(
          report: report, set: set, language: language, artifact: artifact, rules: rules)
        results += writer.values
        notifications += report.rules.filter { $0.ledger.notChecked > 0 }.map {
          notChecked($0, artifact: artifact)
        }
        causes += writer.causes(firstResult: first, file: file.path)
      }
    }
    let hasFailed = files.contains { $0.verdict == nil }
    var members: [JSONValue.Member] = [
      .init(
        "tool",
        .object([
          .init(
            "driver",
            .object([.init("name", .string("BudgetSheets")), .init("rules", .array(rules.values(in: language)))]))
        ])),
      .init("language", .string(language == .chinese ? "zh-CN" : "en")),
      .init(
        "invocations",
        .array([
          .object(
            [.init("executionSuccessful", .bool(!hasFailed))]
              + (notifications.isEmpty ? [] : [.init("toolExecutionNotifications", .array(notifications))]))
        ])),
      .init(
        "artifacts",
        .array(
          artifacts.map { .object([.init("location", .object([.init("uri", .string($0))]))]) })),
      .init("results", .array(results)),
    ]
    members.append(
      .init(
        "properties",
        .object(
          [.init("files", .array(files.map(summary)))] + (causes.isEmpty ? [] : [.init("causes", .array(causes))])))
    )
    return .object(members)
  }

  private func artifact(_ file: CheckedFile) -> JSONValue {
    let uri = RelativeURL.file(file.path)
    return .object(
      [.init("uri", .string(uri))] + (artifactIndexes[uri].map { [.init("index", .number(String($0)))] } ?? []))
  }

  /// What came of a file, in words.
  private func summary(_ file: CheckedFile) -> JSONValue {
    var members: [JSONValue.Member] = [.init("uri", .string(RelativeURL.file(file.path)))]
    switch file.outcome {
    case .unreadable(let code, let message):
      members += [.init("error", .string(code)), .init("summary", .string(message))]
    case .checked(let report, let set):
      members += [
        .init("verdict", .string(report.verdict.rawValue)), .init("set", .string(report.set)),
        .init("year", .string(report.book.year)), .init("department", .string(report.book.department)),
        .init("unit", .string(set.unit.rawValue)), .init("summary", .string(report.verdictSentence(in: language))),
        .init("ledger", CheckJSONWriter(set: set, language: language).value(of: report.ledger)),
      ]
    }
    return .object(members)
  }

  private func unreadable(code: String, message: String, artifact: JSONValue) -> JSONValue {
    .object([
      .init("descriptor", .object([.init("id", .string(code))])), .init("level", .string("error")),
      .init("message", SARIFResults.message(message)),
      .init(
        "locations", .array([.object([.init("physicalLocation", .object([.init("artifactLocation", artifact)]))])])),
    ])
  }

  private func notChecked(_ result: RuleResult, artifact: JSONValue) -> JSONValue {
    let reasons = result.reasons.filter { if case .condition = $0 { false } else { true } }
      .map { $0.text(in: language) }.joined(separator: ReportText.semicolon.text(in: language))
    let words = ReportText.ruleNotChecked(result.ledger.notChecked, of: result.ledger.due, rule: result.text, reasons)
    var members: [JSONValue.Member] = [
      .init("descriptor", .object([.init("id", .string("notChecked"))])),
      .init("associatedRule", rules.reference(result.code)), .init("level", .string("warning")),
      .init("message", SARIFResults.message(words.text(in: language))),
      .init(
        "locations", .array([.object([.init("physicalLocation", .object([.init("artifactLocation", artifact)]))])])),
    ]
    members.append(.init("properties", .object([.init("rule", .string(result.rule))])))
    return .object(members)
  }
}
