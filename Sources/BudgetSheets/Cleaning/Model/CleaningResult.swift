/// What cleaning one workbook came to. Nothing is written yet: a dry run stops here.
public struct CleaningResult: Sendable {
  /// What could have been repaired but was left, and why.
  public struct Kept: Sendable, Hashable {
    /// The repair.
    public var code: RepairCode
    /// The cell or sheet.
    public var place: Place
    /// Why.
    public var reason: KeptReason
  }

  /// The form set by which the workbook was read.
  public var set: String
  /// What was changed, in order, with the hashes of both files.
  public var log: ChangeLog
  /// What further repairs would change that were not selected, and what they are suspected to be worth: suggestions among
  /// them have to be named.
  public var offered: [CellChange]
  /// What could not be repaired.
  public var kept: [Kept]
  /// What checking the submitted workbook came to.
  public var before: CheckReport
  /// What checking the cleaned workbook comes to: its findings wait for a person.
  public var after: CheckReport
  /// The cleaned workbook; where nothing was changed and no other layout was asked for, the submitted file byte for byte.
  public var bytes: [UInt8]

  /// Whether anything was changed.
  public var isChanged: Bool { !log.changes.isEmpty }

  /// The suggestions that wait for their code to be named.
  public var suggestions: [CellChange] {
    offered.filter { Cleaner.description(of: $0.code).repairClass == .suggested }
  }
}

/// Why something that could be repaired was left as it is.
public enum KeptReason: Sendable, Hashable {
  /// The workbook does not allow a change there, as inside an array formula; with the reason in English.
  case notAllowed(String)
  /// The sheet holds numbers of which it is not sure that they count in its unit.
  case numbersOutside
  /// A cell of the sheet holds an amount that is not read.
  case amountUnread
  /// A formula depends on what the cell holds in a way that cannot be followed, as `IF` or `SUMIF` does.
  case formulaDepends
  /// The cell is hidden inside of merged ones.
  case hiddenByMerge
  /// Figures of other sheets contradict the unit that the sheet states.
  case unitContradicted
  /// The form would be read otherwise afterwards, as where a row would hold nothing any more.
  case readsDifferently
  /// A formula of the sheet, or one that refers to it, cannot be worked out anew.
  case formula
  /// Where the unit is stated cannot be changed without a doubt.
  case unitNotFound

  /// The reason in words.
  public func text(in language: Language) -> String {
    switch (self, language) {
    case (.notAllowed, .chinese): "此处不能单独改动，例如在数组公式或表格的标题中"
    case (.notAllowed(let message), .english): "the workbook does not allow it: \(message)"
    case (.numbersOutside, .chinese): "表内有不属于填报栏的数字，不能确定其单位"
    case (.numbersOutside, .english): "the sheet holds numbers outside the form, whose unit is not sure"
    case (.amountUnread, .chinese): "表内有未能读取的金额"
    case (.amountUnread, .english): "the sheet holds amounts that cannot be read"
    case (.formulaDepends, .chinese): "有公式按这一格的内容计算（如 IF、SUMIF），改动后公式的结果可能不同"
    case (.formulaDepends, .english):
      "a formula such as IF or SUMIF depends on the cell and might come to something else"
    case (.hiddenByMerge, .chinese): "这一格被合并单元格盖住，看不见，也不能单独改动"
    case (.hiddenByMerge, .english): "the cell is hidden inside of merged ones"
    case (.unitContradicted, .chinese): "写明的单位与其他表的数字相差整倍数，不能确定哪个对"
    case (.unitContradicted, .english): "other sheets say that the stated unit may be wrong"
    case (.readsDifferently, .chinese): "改动以后，这张表读出的内容会不同"
    case (.readsDifferently, .english): "the form would be read otherwise afterwards"
    case (.formula, .chinese): "表内有不能重新计算的公式"
    case (.formula, .english): "the sheet holds formulas that cannot be worked out anew"
    case (.unitNotFound, .chinese): "金额单位的写法不能准确改写"
    case (.unitNotFound, .english): "the unit is stated in a way that cannot be changed without a doubt"
    }
  }
}
