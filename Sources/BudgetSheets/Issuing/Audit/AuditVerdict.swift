/// What the sheet 审核 says of a rule.
enum AuditVerdict: String, CaseIterable {
  case passed = "通过"
  case failed = "不通过"
  /// Off by no more than rounding explains.
  case rounding = "尾差"
  /// The rule's own condition does not hold.
  case notApplicable = "不适用"
  /// A cell of it holds something that is no amount, or rows were added beyond what the sheet looks at.
  case open = "无法审核"
}
