/// Hidden sheets, rows and columns.
struct HiddenContent: NeverRepaired {
  static let description = RepairDescription(
    .hiddenContent, .never, mess: ["L7"], findings: [.sheetHidden, .rowHidden, .columnHidden],
    chinese: .init(name: "隐藏的内容", reason: "隐藏可能是有意的", limits: "照常读取和清洗单元格，但不取消隐藏。"),
    english: .init(
      name: "hidden content", reason: "it may be hidden on purpose",
      limits: "its cells are read and repaired like others; nothing is shown or hidden."))
}
