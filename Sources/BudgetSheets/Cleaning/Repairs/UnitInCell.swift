/// Takes the unit out of an amount.
struct UnitInCell: AmountTextRepair {
  static let description = RepairDescription(
    .unitInCell, .noted, mess: ["A4"], findings: [.amountAsText],
    chinese: .init(
      name: "去掉金额中的单位", reason: "金额写有与本表相同的单位或货币符号，改为数字",
      limits: "单元格中的单位须与本表的单位相同（￥ 即元）；不同的不动，由人决定。"),
    english: .init(
      name: "units inside amounts",
      reason: "the amount was written with the unit of the sheet or a currency sign, and became a number",
      limits: "only the unit of the sheet itself (￥ is 元); another one waits for a person."))

  let notation = AmountText.Notation.withUnit
}
