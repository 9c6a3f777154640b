/// What is wrong with a form definition, and where.
public struct DefinitionError: Error, Sendable, Hashable {
  /// The file, as `luoyang-2023/03.yaml`.
  public var file: String
  /// The line, counted from 1; nil where the whole file is meant.
  public var line: Int?
  /// The column, counted from 1.
  public var column: Int?
  /// What is wrong.
  public var problem: Problem

  /// The kinds of mistake a definition can hold.
  public enum Problem: Sendable, Hashable {
    case notYAML(String)
    case fileMissing
    case expected(String)
    case keyMissing(String)
    case keyUnknown(String, suggestion: String?)
    case valueUnknown(String, allowed: [String])
    case referenceUnknown(String, suggestion: String?)
    case labelTwice(String)
    case sumCycle([String])
    case listMalformed(String)
    case formNumberDiffers(String, expected: String)
    case notEmbedded
    case ruleMalformed(String)
    case ruleTwice(String)
  }

  /// The sentence in a language, after file, line and column.
  public func line(in language: Language) -> String {
    var place = file
    if let line { place += ":\(line)" }
    if let column { place += ":\(column)" }
    let text = problem.sentence
    return place + ": " + (language == .chinese ? text.chinese : text.english)
  }
}

extension DefinitionError: CustomStringConvertible {
  /// The English line.
  public var description: String { line(in: .english) }
}

extension DefinitionError.Problem {
  fileprivate var sentence: (chinese: String, english: String) {
    switch self {
    case .notYAML(let problem): ("不是正确的 YAML：\(problem)", "not valid YAML: \(problem)")
    case .fileMissing: ("没有这个文件", "there is no such file")
    case .expected(let what): ("这里应当是\(ChineseName.of(what))", "expected \(what) here")
    case .keyMissing(let key): ("缺少“\(key)”", "the key “\(key)” is missing")
    case .keyUnknown(let key, let suggestion):
      (
        "不认识的键“\(key)”" + (suggestion.map { "，是否为“\($0)”？" } ?? ""),
        "unknown key “\(key)”" + (suggestion.map { "; did you mean “\($0)”?" } ?? "")
      )
    case .valueUnknown(let value, let allowed):
      (
        "不认识的值“\(value)”，可用：\(allowed.joined(separator: "、"))",
        "unknown value “\(value)”; use one of \(allowed.joined(separator: ", "))"
      )
    case .referenceUnknown(let text, let suggestion):
      (
        "找不到“\(text)”" + (suggestion.map { "，是否为“\($0)”？" } ?? ""),
        "there is no “\(text)” here" + (suggestion.map { "; did you mean “\($0)”?" } ?? "")
      )
    case .labelTwice(let label): ("“\(label)”出现两次", "“\(label)” stands twice")
    case .sumCycle(let labels):
      ("合计互相引用：\(labels.joined(separator: " → "))", "the sums go round in a circle: \(labels.joined(separator: " → "))")
    case .listMalformed(let problem): ("字典有误：\(problem)", "the dictionary is malformed: \(problem)")
    case .formNumberDiffers(let found, let expected):
      ("表号写作“\(found)”，应为“\(expected)”", "the form number is “\(found)”; it should be “\(expected)”")
    case .ruleMalformed(let text):
      (
        "看不懂的规则“\(text)”；应写作“甲 = 乙 + 丙”，运算符前后留空格",
        "the rule “\(text)” cannot be read; write it as “A = B + C”, with spaces around the signs"
      )
    case .ruleTwice(let code): ("规则编号“\(code)”出现两次", "the rule “\(code)” stands twice")
    case .notEmbedded: ("没有这套表样", "there is no such form set")
    }
  }
}
