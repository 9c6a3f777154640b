import BudgetSheets

/// All codes: those of findings that are always the same, those of the rules of the form sets at hand, and those of repairs.
struct CodeCatalogue: Sendable {
  private let rules: [(set: FormSet, rules: [RuleDescription])]
  let options: CommonOptions
  let style: TextStyle

  init(sets: [FormSet], options: CommonOptions, style: TextStyle) {
    rules = sets.map { ($0, Checker(set: $0).rules) }
    self.options = options
    self.style = style
  }

  /// A code as it is looked up: `x10` is X10.
  private static func normal(_ code: String) -> String {
    String(code.uppercased().filter { !$0.isWhitespace })
  }

  /// The codes of rules, each once, in their order.
  private var ruleCodes: [String] {
    var seen: Set<String> = []
    return rules.flatMap(\.rules).map(\.code.rawValue).filter { seen.insert($0).inserted }
  }

  /// The code that somebody probably meant.
  func nearest(to code: String) -> String? {
    let others = ruleCodes + Cleaner.repairs.map(\.code.rawValue)
    return FindingCode.nearest(to: Self.normal(code), among: FindingCode.allCases.map(\.rawValue) + others)
  }

  // MARK: All of them

  /// Every code with its level and what it says, one a line.
  var list: [String] {
    var lines = FindingCode.allCases.map { code in
      head(code.rawValue, code.level) + "  " + Self.plain(code.message(in: options.language, filledWith: [:]))
    }
    for (set, rules) in rules where !rules.isEmpty {
      lines.append("")
      lines.append(style.bold(options.say("\(set.name) 的规则：", "Rules of \(set.name):")))
      lines += rules.map { head($0.code.rawValue, $0.level) + "  " + ($0.meaning ?? $0.text) }
    }
    lines.append("")
    lines.append(style.bold(options.say("清洗（sheets clean）：", "Repairs (sheets clean):")))
    lines += Cleaner.repairs.map(head)
    return lines
  }

  /// What a code says, in its first sentence; nil where nothing is known of it.
  @Sendable func shortMeaning(of code: FindingCode) -> String? {
    let sentence = Self.plain(code.message(in: options.language, filledWith: [:]))
    let rule = rules.flatMap(\.rules).first { $0.code == code }
    let text = sentence.isEmpty ? rule.map { $0.meaning ?? $0.text } ?? "" : sentence
    let first = Self.firstSentence(of: text)
    return first.isEmpty ? nil : first.replacing("… …", with: "…")
  }

  /// What a text begins with, up to the first full stop or semicolon.
  static func firstSentence(of text: String) -> String {
    text.firstMatch(of: /^.*?(?=。|；|\. |\.$|$)/).map { String($0.output) } ?? text
  }

  /// The sentence with a sign where words are filled in.
  private static func plain(_ sentence: String) -> String {
    sentence.replacing(/\{\w+\}/, with: "…")
  }

  private func head(_ code: String, _ level: Finding.Level) -> String {
    style.bold(code) + " " + style.level(level, options.name(of: level))
  }

  // MARK: One of them

  /// What a code means; nil where there is no such code.
  func explanation(of code: String) -> [String]? {
    let wanted = Self.normal(code)
    if let code = FindingCode(rawValue: wanted) { return explanation(of: code) }
    if let repair = Cleaner.repairs.first(where: { $0.code.rawValue == wanted }) { return explanation(of: repair) }
    var lines: [String] = []
    for (set, rules) in rules {
      let found = rules.filter { rule in
        let code = Self.normal(rule.code.rawValue)
        // B03 stands for all rules inside form 03, those with codes of their own too.
        return code == wanted || Self.normal(rule.rule) == wanted
          || wanted.hasPrefix("B") && code.hasPrefix("R" + wanted.dropFirst() + "-")
      }
      for rule in found {
        if !lines.isEmpty { lines.append("") }
        lines += explanation(of: rule, in: set)
      }
    }
    return lines.isEmpty ? nil : lines
  }

  private func explanation(of code: FindingCode) -> [String] {
    let sentence = Self.plain(code.message(in: options.language, filledWith: [:]))
    var lines = [head(code.rawValue, code.level) + "  " + sentence]
    guard let text = code.explanation(in: options.language) else { return lines }
    add(options.say("含义", "Meaning"), text.meaning, to: &lines)
    add(options.say("程度", "Level"), gravity(of: code.level), to: &lines)
    add(options.say("处理", "To do"), text.remedy, to: &lines)
    add(options.say("依据", "Basis"), text.basis, to: &lines)
    add(options.say("例子", "Example"), text.example, to: &lines)
    return lines
  }

  private func explanation(of rule: RuleDescription, in set: FormSet) -> [String] {
    let identity = rule.rule == rule.code.rawValue ? "" : " " + rule.rule
    var lines = [head(rule.code.rawValue, rule.level) + identity + "  " + rule.text]
    if let meaning = rule.meaning, meaning != rule.text { add(options.say("含义", "Meaning"), meaning, to: &lines) }
    if let condition = rule.condition {
      let otherwise = rule.otherwise.map { options.say("；否则 \($0)", "; else \($0)") } ?? ""
      add(options.say("条件", "Condition"), condition + otherwise, to: &lines)
    }
    if rule.speaksOfPrior {
      add(
        options.say("上年", "Year before"),
        options.say(
          "须用 --prior 给出上年的工作簿，否则不检查", "needs the workbook of the year before (--prior), else it is not checked"),
        to: &lines)
    }
    add(options.say("程度", "Level"), gravity(of: rule.level), to: &lines)
    if !rule.basis.isEmpty { add(options.say("依据", "Basis"), rule.basis, to: &lines) }
    add(options.say("出处", "Source"), rule.source, to: &lines)
    let example = rule.example(in: options.language)
    if !example.isEmpty { add(options.say("例子", "Example"), example, to: &lines) }
    return lines
  }

  private func head(_ repair: RepairDescription) -> String {
    style.bold(repair.code.rawValue) + " " + repair.repairClass.name(in: options.language) + "  "
      + repair.words(in: options.language).name
  }

  private func explanation(of repair: RepairDescription) -> [String] {
    let words = repair.words(in: options.language)
    var lines = [head(repair)]
    add(options.say("理由", "Why"), Self.plain(words.reason), to: &lines)
    add(
      options.say("做法", "Class"), RepairList(options: options).meaning(of: repair.repairClass), to: &lines)
    if !words.limits.isEmpty { add(options.say("界限", "Limits"), Self.plain(words.limits), to: &lines) }
    if !repair.findings.isEmpty {
      let codes = repair.findings.map(\.rawValue).joined(separator: options.comma)
      let isNever = repair.repairClass == .never
      add(
        isNever ? options.say("由此报告", "Told by") : options.say("清洗后消失的提示", "Findings that go"), codes, to: &lines)
    }
    return lines
  }

  private func add(_ title: String, _ text: String, to lines: inout [String]) {
    let indented = text.split(separator: "\n").joined(separator: "\n    ")
    lines.append("  " + style.faint(title + options.say("：", ": ")) + indented)
  }

  private func gravity(of level: Finding.Level) -> String {
    switch level {
    case .error: options.say("错误，必须更正", "an error, which must be corrected")
    case .warning: options.say("需说明，更正或写明原因", "a warning: correct it or explain it")
    case .info: options.say("提示，不必处理", "a note; nothing needs to be done")
    }
  }
}
