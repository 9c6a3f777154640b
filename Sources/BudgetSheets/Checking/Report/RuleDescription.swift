/// A rule of a form set, as it is told to people.
public struct RuleDescription: Sendable, Hashable {
  /// The code that its findings bear, as `B03` or `X10`.
  public var code: FindingCode
  /// The rule's own identity, as `03:合计`; that of a rule between forms is its code.
  public var rule: String
  /// How much a failure matters.
  public var level: Finding.Level
  /// The rule as text, as `合计 = 基本支出/小计 + 项目支出/小计`.
  public var text: String
  /// The condition under which it holds, as text; nil where it always does.
  public var condition: String?
  /// What holds where the condition does not; nil where nothing does.
  public var otherwise: String?
  /// What it means, in the words of the trade; nil where the text says it all.
  public var meaning: String?
  /// Why it holds: the regulation, the form's own heading, the published budget on which it was verified.
  public var basis: String
  /// Where it is written, as `luoyang-2023/03.yaml:12`.
  public var source: String

  /// Whether a form implies it by a `sum` or `of`, without its being written as a rule.
  public var isImplied: Bool
  /// The numbers of the forms of which it speaks, in their order.
  public var forms: [String]

  /// Whether it, or its condition, speaks of the book of the year before, without which it is not checked.
  public var speaksOfPrior = false

  /// An example of it; nil where none can be made up.
  var worked: RuleExample?

  /// A worked example with invented amounts: with which it holds, and what is told of others with which it does not.
  ///
  /// It is made from the rule itself; empty where a rule is such that no amounts fit it.
  public func example(in language: Language) -> String { worked?.text(in: language) ?? "" }
}
