/// Why the text of a rule cannot be read, or says nothing.
public enum RuleFault: Error, Sendable, Hashable {
  /// Nothing compares two sides.
  case noRelation
  /// More than one sign compares.
  case severalRelations
  /// A sign that is none of the language.
  case relationUnknown(String)
  /// A sign stands without a space beside it.
  case spacesMissing
  /// A bracket is left open, or closed twice.
  case bracketOpen
  /// A quotation mark stands alone.
  case quoteOpen
  /// Nothing stands on one side, or between two signs.
  case emptySide
  /// What stands before `*` is no factor.
  case factor(String)
  /// A number that is no exact amount.
  case constant(String)
  /// A sum of more than one reference.
  case sumOfSeveral
  /// A reference that may mean many rows, without `sum(…)`.
  case sumMissing(String)
  /// A character that no keyboard types.
  case controlCharacter
  /// More terms than a rule may have.
  case tooManyTerms(Int)
  /// The sides are the same, or name no cell: it can never fail, or never hold.
  case saysNothing
  /// The condition is what the rule says.
  case conditionIsRule
  /// `else` says what the rule says.
  case elseIsRule
  /// The text has `class`, but the rule goes through no printed rows with classes.
  case classWithoutEach
  /// The rule goes through rows that it does not use.
  case eachUnused
  /// The rule goes through several forms, and nothing says which of their rows belong together.
  case severalWithoutKey
  /// Only rows that stand in every form are meant, but there is one form, or no key.
  case matchedWithoutKey
  /// A form lacks the column for which the rule is judged.
  case columnNotShared(String)
  /// The rule names cells of the year before alone, and so nothing of the book.
  case priorAlone
  /// `prior` stands before `sum(…)`, and not inside.
  case priorBeforeSum(String)
  /// The rows that a rule goes through are of the year before.
  case priorInEach
  /// Something that can be no part of a growth figure: a number, a factor, or a cell of the year before.
  case notOfGrowth(String)
}

extension RuleFault {
  /// The sentence, without the rule's text.
  var sentence: (chinese: String, english: String) {
    switch self {
    case .noRelation: ("两边之间缺少 =、≤ 或 ≥；应写作“甲 = 乙 + 丙”", "there is no =, ≤ or ≥ between two sides; write “A = B + C”")
    case .severalRelations: ("只能有一个 =、≤ 或 ≥；请拆成几条", "there may be one =, ≤ or ≥; make several rules of it")
    case .relationUnknown(let sign): ("不认识的符号“\(sign)”；可用 =、≤、≥", "unknown sign “\(sign)”; use =, ≤ or ≥")
    case .spacesMissing: ("运算符前后须留空格", "put spaces around the signs")
    case .bracketOpen: ("括号不成对；标签中的括号须加双引号", "the brackets do not match; quote a label that holds one")
    case .quoteOpen: ("双引号不成对", "a quotation mark stands alone")
    case .emptySide: ("运算符旁边缺少一项", "something is missing beside a sign")
    case .factor(let text):
      (
        "“\(text)”不是系数；系数是写在 * 前的数，至多六位小数",
        "“\(text)” is no factor; a factor is a number before *, with at most six decimals"
      )
    case .constant(let text): ("“\(text)”不是精确到分的金额", "“\(text)” is no amount that is exact to a 分")
    case .sumOfSeveral: ("sum(…) 中只能有一个引用", "sum(…) takes one reference")
    case .sumMissing(let text):
      ("“\(text)”可能有多行，须写作 sum(\(text))", "“\(text)” may mean many rows; write sum(\(text))")
    case .controlCharacter: ("含有控制字符", "it holds a control character")
    case .tooManyTerms(let limit): ("超过 \(limit) 项", "it has more than \(limit) terms")
    case .saysNothing:
      ("两边相同或没有任何单元格，等于没有规定", "both sides are the same or name no cell; it says nothing")
    case .conditionIsRule: ("条件就是规则本身，永远不会不通过", "its condition is what it says; it cannot fail")
    case .elseIsRule:
      ("else 与规则的关系相同；请去掉条件，或改写 else", "else says what the rule says; drop the condition, or change else")
    case .classWithoutEach:
      ("用了 class，但没有 each: \"表[… with class]\"", "it uses class without each: \"form[… with class]\"")
    case .eachUnused: ("没有用到 each 的行、栏或类", "it uses neither the rows, the columns nor the classes of each")
    case .severalWithoutKey:
      ("each 有几张表，须用 by 写明行与行如何对应", "each names several forms; say with by which rows belong together")
    case .matchedWithoutKey: ("matched 只用于 each 有几张表且有 by 的规则", "matched goes with several forms in each, and with by")
    case .priorAlone:
      ("只用了上年（prior）的数，没有规定本年的数", "it names cells of the year before (prior) alone, and says nothing of this year's")
    case .priorBeforeSum(let text):
      ("prior 应写在括号内：sum(prior \(Self.inside(text)))", "prior goes into the brackets: sum(prior \(Self.inside(text)))")
    case .priorInEach:
      (
        "each 只能是本年的行；上年的同一行在规则中写作 prior 栏目",
        "each goes through this year's rows; the same row of the year before is written “prior column” in the rule"
      )
    case .notOfGrowth(let text):
      (
        "“\(text)”不能用在 growth 中：只能写本年的单元格，用 + 和 - 相连",
        "“\(text)” is no part of a growth figure: name cells of this year, joined by + and -"
      )
    case .columnNotShared(let path): ("* 所指的“\(path)”栏该表没有", "* also means the column “\(path)”, which the form lacks")
    }
  }

  /// What stands in the brackets of `sum(…)`.
  private static func inside(_ text: String) -> String {
    text.hasSuffix(")") ? String(text.dropFirst(4).dropLast()) : String(text.dropFirst(4))
  }
}
