/// A worked example of a rule with invented amounts, made from the rule itself.
struct RuleExample: Sendable, Hashable {
  /// What it is about.
  enum Content: Sendable, Hashable {
    /// Amounts, of one comparison of the rule.
    case amounts(AmountExample)
    /// A finding as it would be told, with what goes before it.
    case finding(BilingualText, FindingSentence, arguments: [String: String])
  }

  var content: Content
  /// The rows for which the rule is judged; nil where it is judged once.
  var rows: BilingualText?
  /// What happens where the condition does not hold; nil for a rule that always holds.
  var otherwise: BilingualText?
  /// How many more comparisons the rule makes.
  var others = 0

  /// The example in a language.
  func text(in language: Language) -> String {
    var sentences: [String] = []
    switch content {
    case .amounts(let example): sentences.append(example.text(in: language, rows: rows))
    case .finding(let before, let sentence, let arguments):
      let told = sentence.text(in: language, filledWith: arguments)
      sentences.append(
        language == .chinese ? "\(before.chinese)，则报告：\(told)" : "\(before.english), the report says: \(told)")
    }
    if others > 0 {
      sentences.append(language == .chinese ? "其余 \(others) 条同理。" : "The other \(others) are judged likewise.")
    }
    if let otherwise { sentences.append(otherwise.text(in: language)) }
    return sentences.joined(separator: language == .chinese ? "" : " ")
  }
}

/// A text in both languages.
struct BilingualText: Sendable, Hashable {
  var chinese: String
  var english: String

  init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// A label, which is the same in both.
  init(_ label: String) { self.init(label, label) }

  func text(in language: Language) -> String { language == .chinese ? chinese : english }

  /// Both texts in the same pattern.
  func inside(_ chinese: (String) -> String, _ english: (String) -> String) -> BilingualText {
    BilingualText(chinese(self.chinese), english(self.english))
  }
}
