/// How one rule came out on a book.
public struct RuleResult: Sendable, Hashable {
  /// The code that its findings bear, as `B03` or `X10`.
  public var code: FindingCode
  /// The rule's own identity, as `03:合计`; that of a rule between forms is its code.
  public var rule: String
  /// The rule as text.
  public var text: String
  /// How much a failure matters.
  public var level: Finding.Level
  /// How its instances came out.
  public var ledger: Ledger
  /// Why some of them could not be checked or do not apply, each reason once, as `缺少预算09表`.
  public var reasons: [Reason]

  /// Why an instance could not be checked, or does not apply.
  public enum Reason: Sendable, Hashable {
    /// The workbook has no such form.
    case formMissing(String)
    /// The form was never filled in, and no note says that there is nothing to fill in.
    case formUnfilled(String)
    /// The sheet has no such column.
    case columnMissing(form: String, LabelPath)
    /// The sheet has no such row.
    case rowMissing(form: String, String)
    /// The cell holds something that could not be read as an amount, or as a code.
    case unreadable(Place)
    /// The rule's own condition does not hold.
    case condition(String)
    /// The form holds amounts, so it needs no note that it holds none.
    case hasAmounts(String)
    /// No note says that the form holds no data.
    case saysNoEmptiness(String)
    /// The sum is too large to be counted in 分.
    case overflow
    /// There is no book of the year before.
    case priorMissing
    /// The book of the year before lacks a form, column or row.
    indirect case prior(Reason)
    /// The forms of the year before have nothing that the column or row of this year's form succeeds; where none is named,
    /// the workbook has no form that this one succeeds.
    case noPredecessor(form: String, String?)
    /// Rows bear the same key, so that nobody can tell which one of the year before is meant.
    case priorRowUnclear(form: String, String)

    /// The reason in a language.
    public func text(in language: Language) -> String {
      let isChinese = language == .chinese
      return switch self {
      case .formMissing(let form): isChinese ? "缺少\(form)" : "the form \(form) is missing"
      case .formUnfilled(let form):
        isChinese
          ? "\(form)没有填写，也没有写明无数据" : "the form \(form) was not filled in, and no note says that it holds no data"
      case .columnMissing(let form, let column):
        isChinese ? "\(form)缺少栏目“\(column)”" : "\(form) lacks the column “\(column)”"
      case .rowMissing(let form, let row): isChinese ? "\(form)缺少“\(row)”行" : "\(form) lacks the row “\(row)”"
      case .unreadable(let place):
        isChinese ? "\(place) 未能读取" : "\(place.description(in: .english)) could not be read"
      case .condition(let text): isChinese ? "条件不成立：\(text)" : "the condition does not hold: \(text)"
      case .hasAmounts(let form): isChinese ? "\(form)有金额" : "\(form) holds amounts"
      case .saysNoEmptiness(let form): isChinese ? "\(form)没有写明无数据" : "\(form) does not say that it holds no data"
      case .overflow: isChinese ? "金额过大" : "the amounts are too large"
      case .priorMissing: isChinese ? "没有上年的工作簿" : "there is no workbook of the year before"
      case .prior(let reason):
        isChinese
          ? "上年的工作簿\(reason.text(in: language))" : "in the workbook of the year before \(reason.text(in: language))"
      case .noPredecessor(let form, let what):
        if let what {
          isChinese
            ? "\(form)的“\(what)”在上年的表中没有对应" : "“\(what)” of \(form) has no predecessor in the forms of the year before"
        } else {
          isChinese ? "\(form)在上年的工作簿中没有对应的表" : "the workbook of the year before has no form that \(form) succeeds"
        }
      case .priorRowUnclear(let form, let row):
        isChinese
          ? "\(form)的“\(row)”行与上年的哪一行对应不能确定（编码相同的不止一行，或没有编码）"
          : "which row of the year before “\(row)” of \(form) is cannot be told (several have its code, or it has none)"
      }
    }
  }
}
