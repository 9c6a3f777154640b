/// Where a rule is written.
struct RulePlace: Sendable, Hashable {
  /// The file, as `luoyang-2023/03.yaml`.
  var file: String
  /// The line and column of its code, counted from 1.
  var line: Int?
  var column: Int?

  /// File and line, as `luoyang-2023/03.yaml:12`.
  var text: String { line.map { "\(file):\($0)" } ?? file }

  /// What is wrong there.
  func error(_ problem: DefinitionError.Problem) -> DefinitionError {
    DefinitionError(file: file, line: line, column: column, problem: problem)
  }
}
