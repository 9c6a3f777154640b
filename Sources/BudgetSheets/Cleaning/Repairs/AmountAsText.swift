/// Turns an amount that was stored as text into the number that it says.
struct AmountAsText: AmountTextRepair {
  static let description = RepairDescription(
    .amountAsText, .noted, mess: ["A2", "T9"], findings: [.amountAsText],
    chinese: .init(
      name: "文本改为数字", reason: "金额以文本保存，写法确定，改为数字",
      limits: "只认写法唯一的数（千分位逗号、空格、全角数字均可）；1,23、1.234,5、12,34.5、6.34E+02 等和超过 15 位的不动。"),
    english: .init(
      name: "amounts stored as text",
      reason: "the amount was a text that can mean one number only, and became that number",
      limits:
        "only what can be read in one way (separators at thousands, blanks, full-width digits); 1,23, 1.234,5, 12,34.5, 6.34E+02 and more than 15 digits stay."
    ))

  let notation = AmountText.Notation.plain
}
