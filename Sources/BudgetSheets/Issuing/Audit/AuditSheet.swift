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
}
