/// The frame of the sheet 审核: one line a rule below a row of headings.
enum AuditSheet {
  /// The row of the headings.
  static let headingRow = 6
  /// The headings, in the order of their columns.
  static let headings = ["规则", "级别", "内容", "左边", "右边", "差额", "结果", "位置"]
  /// The column of the rule's identity, as ``RuleDescription/rule``.
  static let ruleColumn = 1
  /// The column of the verdict, one of ``AuditVerdict``.
  static let verdictColumn = 7
  /// What the line below the rules says, which names those that are no equations, or speak of another workbook.
  ///
  /// - Parameter speaksOfPrior: Whether some of them speak of the workbook of the year before.
  static func note(on rules: [String], speaksOfPrior: Bool = false) -> String {
    noteStart + "（如编码、名称、备注）" + (speaksOfPrior ? "，或须与上年的工作簿比较" : "") + "，由财政部门收到后检查："
      + rules.joined(separator: "、") + "。"
  }

  private static let noteStart = "有些规则不是金额的等式"

  /// Whether a text is the line below the rules.
  static func isNote(_ text: String) -> Bool { text.hasPrefix(noteStart) }
}
