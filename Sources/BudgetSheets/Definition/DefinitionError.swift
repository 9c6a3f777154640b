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
    case listHeading([String])
    case listColumns(Int, expected: Int, line: String)
    case formNumberDiffers(String, expected: String)
    case setUnknown(suggestion: String?, known: [String])
    case setNameDiffers(String, folder: String)
    case listUnknown(String, suggestion: String?)
    case notUTF8
    case codeTwice(String, list: String, names: [String])
    case codeOdd(String, list: String)
    case tooLarge(Int)
    case anchorNotTaken
    case keyNotHere(String, with: String)
    case ruleMalformed(String, RuleFault)
    case ruleTwice(String)
    case codeReserved(String)
    case codeOfOtherLayer(String, expected: String)
    case ruleImplied(String, by: String)
    case ruleRepeated(String, by: String)
    case conditionUnused(String)
    case keyUnused(String)
    case successionMissing(String)
    case successionTwice(String)
    case successionOfItself(String)
    case successorTwice(String)
    case successorUnclear(String, [String])
    case kindsDiffer(String, String)
    case wholeNotCarried(String)
    case wholeWithPart(String, String)
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
  /// A text of a definition as a message repeats it: not too long, and without what would act on a terminal.
  private static func short(_ text: String) -> String {
    let plain = text.unicodeScalars.prefix(81).map { $0.properties.generalCategory == .control ? "�" : String($0) }
    return plain.prefix(80).joined() + (plain.count > 80 ? "…" : "")
  }

  fileprivate var sentence: (chinese: String, english: String) {
    switch self {
    case .notYAML(let problem):
      ("YAML 语法有误（多半是缺少引号、括号或缩进不对）：\(problem)", "not valid YAML: \(problem)")
    case .fileMissing: ("没有这个文件", "there is no such file")
    case .expected(let what): ("这里应当是\(ChineseName.of(what))", "expected \(what) here")
    case .keyMissing(let key): ("缺少“\(key)”", "the key “\(key)” is missing")
    case .keyUnknown(let key, let suggestion):
      (
        "不认识的键“\(Self.short(key))”" + (suggestion.map { "，是否为“\($0)”？" } ?? ""),
        "unknown key “\(Self.short(key))”" + (suggestion.map { "; did you mean “\($0)”?" } ?? "")
      )
    case .valueUnknown(let value, let allowed):
      (
        "不认识的值“\(Self.short(value))”，可用：\(allowed.joined(separator: "、"))",
        "unknown value “\(Self.short(value))”; use one of \(allowed.joined(separator: ", "))"
      )
    case .referenceUnknown(let text, let suggestion):
      (
        "找不到“\(Self.short(text))”" + (suggestion.map { "，是否为“\($0)”？" } ?? ""),
        "there is no “\(Self.short(text))” here" + (suggestion.map { "; did you mean “\($0)”?" } ?? "")
      )
    case .labelTwice(let label): ("“\(label)”出现两次", "“\(label)” stands twice")
    case .sumCycle(let labels):
      ("合计互相引用：\(labels.joined(separator: " → "))", "the sums go round in a circle: \(labels.joined(separator: " → "))")
    case .listHeading(let words):
      (
        "字典的第一行应写明各栏的名称，其中有 \(words.joined(separator: " 和 "))",
        "the first line of the dictionary must name its columns, \(words.joined(separator: " and ")) among them"
      )
    case .listColumns(let count, let expected, let line):
      (
        "字典的这一行有 \(count) 栏，第一行有 \(expected) 栏：\(Self.short(line))",
        "this line of the dictionary has \(count) columns, its first line \(expected): \(Self.short(line))"
      )
    case .formNumberDiffers(let found, let expected):
      ("表号写作“\(found)”，应为“\(expected)”", "the form number is “\(found)”; it should be “\(expected)”")
    case .tooLarge(let limit):
      ("文件过大，或重复引用过多（上限 \(limit)）", "the file is too large, or repeats too much (limit \(limit))")
    case .anchorNotTaken:
      (
        "不接受 YAML 锚点（&名称）；文字中的 & 前后都留空格或都不留",
        "anchors of YAML (&name) are not taken; put spaces on both sides of a & in a text, or on none"
      )
    case .keyNotHere(let key, let other): ("“\(key)”不能与“\(other)”同用", "“\(key)” does not go with “\(other)”")
    case .ruleMalformed(let text, let fault):
      ("规则“\(Self.short(text))”：\(fault.sentence.chinese)", "the rule “\(Self.short(text))”: \(fault.sentence.english)")
    case .ruleTwice(let code): ("规则编号“\(code)”出现两次", "the rule “\(code)” stands twice")
    case .codeReserved(let code):
      (
        "编号“\(code)”属于程序自己的一层（F、S、C、L、W、T、B）；请用 R、X 或 U 开头",
        "the code “\(code)” is of a layer of the program's own (F, S, C, L, W, T, B); begin with R, X or U"
      )
    case .codeOfOtherLayer(let code, let expected):
      ("编号“\(code)”在这里应以 \(expected) 开头", "the code “\(code)” should begin with \(expected) here")
    case .ruleImplied(let text, let sum):
      (
        "规则“\(Self.short(text))”与“\(sum)”的合计（sum 或 of）重复，请删去",
        "the rule “\(Self.short(text))”: the sum of “\(sum)” says so already; remove the rule"
      )
    case .ruleRepeated(let text, let code):
      (
        "规则“\(Self.short(text))”与规则 \(code) 重复，请删去一条",
        "the rule “\(Self.short(text))”: the rule \(code) says so already; remove one of them"
      )
    case .conditionUnused(let name): ("没有规则使用条件“\(name)”", "no rule uses the condition “\(name)”")
    case .keyUnused(let name): ("规则没有用到 by 的“\(name)”", "the rule does not use “\(name)” of its by")
    case .successionMissing(let name):
      (
        "没有说明表样“\(name)”的各表如何对应；请在 predecessors 中列出写有 from: \(name) 的文件",
        "nothing says how the forms of “\(name)” go over into these; list a file with from: \(name) under predecessors"
      )
    case .successionTwice(let name): ("表样“\(name)”已由另一个文件对应", "another file says how “\(name)” goes over")
    case .successionOfItself(let name):
      ("“\(name)”就是这套表样自己，不能是自己的前身", "“\(name)” is this form set itself, and cannot succeed itself")
    case .successorTwice(let label):
      (
        "“\(Self.short(label))”已有后继，金额会重复计算",
        "“\(Self.short(label))” has a successor already; its amounts would count twice"
      )
    case .successorUnclear(let label, let candidates):
      (
        "“\(Self.short(label))”可以来自 \(candidates.joined(separator: "、"))；请写明来自哪一个",
        "“\(Self.short(label))” could come from \(candidates.joined(separator: ", ")); say from which"
      )
    case .kindsDiffer(let label, let other):
      (
        "“\(Self.short(label))”与“\(Self.short(other))”一个是金额，一个是文字",
        "of “\(Self.short(label))” and “\(Self.short(other))” one is money, the other text"
      )
    case .wholeNotCarried(let label):
      (
        "“\(Self.short(label))”自己没有后继，不能包含别的内容",
        "“\(Self.short(label))” has no successor itself, so that nothing is kept in it"
      )
    case .wholeWithPart(let whole, let part):
      (
        "“\(Self.short(whole))”已包含“\(Self.short(part))”，一起相加会重复计算；请只写其中之一",
        "“\(Self.short(whole))” holds “\(Self.short(part))” already; together it would count twice. Name one of them"
      )
    case .setUnknown(let suggestion, let known):
      (
        "没有这套表样" + (suggestion.map { "，是否为“\($0)”？" } ?? (known.isEmpty ? "" : "。"))
          + (known.isEmpty ? "" : "可用：\(known.joined(separator: "、"))"),
        "there is no such form set" + (suggestion.map { "; did you mean “\($0)”?" } ?? (known.isEmpty ? "" : "."))
          + (known.isEmpty ? "" : " There are: \(known.joined(separator: ", "))")
      )
    case .setNameDiffers(let found, let folder):
      (
        "set: 写作“\(Self.short(found))”，应与文件夹的名称“\(Self.short(folder))”相同",
        "set: is “\(Self.short(found))”; it must be the name of the folder, “\(Self.short(folder))”"
      )
    case .listUnknown(let name, let suggestion):
      (
        "set.yaml 的 lists 中没有字典“\(Self.short(name))”" + (suggestion.map { "，是否为“\($0)”？" } ?? ""),
        "set.yaml has no dictionary “\(Self.short(name))” among its lists"
          + (suggestion.map { "; did you mean “\($0)”?" } ?? "")
      )
    case .notUTF8: ("不是 UTF-8 编码，请另存为 UTF-8", "the file is not UTF-8; save it as UTF-8")
    case .codeTwice(let code, let list, let names):
      (
        "字典“\(list)”中编码 \(Self.short(code)) 有 \(names.count) 个名称：\(Self.short(names.joined(separator: "、")))",
        "the dictionary “\(list)” has \(names.count) names for the code \(Self.short(code)): \(Self.short(names.joined(separator: ", ")))"
      )
    case .codeOdd(let code, let list):
      (
        "字典“\(list)”中的编码“\(Self.short(code))”不是数字",
        "the code “\(Self.short(code))” of the dictionary “\(list)” is no number"
      )
    }
  }
}
