/// One rule on the sheet 审核, with the rows of the sheet 审核计算 that judge it.
struct AuditLine {
  var description: RuleDescription
  /// The rows, which follow one another.
  var blocks: [AuditBlock]

  /// What stands on a side before anything is filled in; nil where nothing does.
  func stored(column: Int) -> Double? {
    guard let block = blocks.first else { return nil }
    return column == 4 ? block.storedLeft : block.storedRight
  }

  /// The place that is shown before anything is filled in.
  var storedPlace: String {
    (blocks.first?.storedPlace ?? "").filter { $0 != "#" && $0 != "'" }
  }
}
