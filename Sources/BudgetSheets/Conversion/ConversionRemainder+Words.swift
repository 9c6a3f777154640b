extension ConversionRemainder {
  /// Why it found no place, in words.
  public func reason(in language: Language) -> String {
    let (chinese, english) = sentences
    return language == .chinese ? chinese : english
  }

  private var sentences: (chinese: String, english: String) {
    switch reason {
    case .noForm: ("新表样没有与这张表相应的表", "no form of the newer set succeeds this one")
    case .noSuccessor: ("新表中没有相应的栏、行或项", "the newer form has no such column, row or field")
    case .noRow: ("新表没有这一级的行", "the newer form has no rows of this level")
    case .notCarried(let reason): (reason, reason)
    case .contained(let whole): ("已计入“\(whole)”", "counted in “\(whole)”")
    case .notCounted(let whole):
      (
        "应计入“\(whole)”，但“\(whole)”在那里空白、没有转入或不等于各部分之和",
        "belongs to “\(whole)”, which is blank there, was not carried over, or is not the sum of its parts"
      )
    case .totalOfOthers: ("是已转入各行的合计", "the total of rows that are carried over")
    case .explanation(let rule):
      ("是对规则 \(rule) 的说明，新表样另有规则", "explains the rule \(rule); the newer set has rules of its own")
    case .unreadable: ("读不出金额或编码，未计入合计", "cannot be read as an amount or code, and counts in no sum")
    case .tooLarge: ("加在一起超出了能记的金额", "together they are more than can be counted")
    }
  }

  /// A stable name of the reason, for machines.
  public var reasonName: String {
    switch reason {
    case .noForm: "noForm"
    case .noSuccessor: "noSuccessor"
    case .noRow: "noRow"
    case .notCarried: "notCarried"
    case .contained: "contained"
    case .notCounted: "notCounted"
    case .totalOfOthers: "totalOfOthers"
    case .explanation: "explanation"
    case .unreadable: "unreadable"
    case .tooLarge: "tooLarge"
    }
  }

  /// Whether it is an amount of nothing, which no sum misses.
  public var isZero: Bool { value == .amount(.zero) }

  /// Whether it is lost though nobody said that it should be.
  public var isLoss: Bool {
    if isZero { return false }
    switch reason {
    case .noForm, .noSuccessor, .noRow, .notCounted, .explanation, .tooLarge: return true
    case .notCarried, .contained, .totalOfOthers, .unreadable: return false
    }
  }

  /// The cell with its sheet, as `Sheet1!C5`; the sheet or form alone where there is no cell.
  public var place: String {
    let sheet = sheet ?? form
    return cell.map { "\(sheet)!\($0)" } ?? sheet
  }

  /// What it says: an amount in a unit, a text as it stands.
  public func text(in unit: MoneyUnit, decimals: Int) -> String {
    switch value {
    case .amount(let amount): amount.text(in: unit, decimals: decimals)
    case .text(let text): text
    case nil: (raw ?? "") + (self.unit.map { "（\($0.rawValue)）" } ?? "")
    }
  }
}
