/// One rule on the sheet 审核, with the rows of the sheet 审核计算 that judge it.
struct AuditLine {
  var description: RuleDescription
  /// The rows, which follow one another.
  var blocks: [AuditBlock]

  /// How the rule comes out before anything is filled in.
  var storedVerdict: AuditVerdict {
    if blocks.contains(where: { $0.storedVerdict == .failed }) { return .failed }
    return blocks.allSatisfy { $0.storedVerdict == .notApplicable } ? .notApplicable : .passed
  }

  /// The row that is shown before anything is filled in: the first that fails, else the first.
  private var storedBlock: AuditBlock? { blocks.first { $0.storedVerdict == .failed } ?? blocks.first }

  /// What is off before anything is filled in; nil where nothing is.
  var storedDifference: Double? {
    guard let block = storedBlock, block.storedVerdict == .failed, let left = block.storedLeft,
      let right = block.storedRight
    else { return nil }
    return left - right
  }

  /// What stands on a side before anything is filled in; nil where nothing does.
  func stored(column: Int) -> Double? {
    guard let block = storedBlock else { return nil }
    return column == 4 ? block.storedLeft : block.storedRight
  }

  /// The place that is shown before anything is filled in.
  var storedPlace: String {
    (storedBlock?.storedPlace ?? "").filter { $0 != "#" && $0 != "'" }
  }
}
