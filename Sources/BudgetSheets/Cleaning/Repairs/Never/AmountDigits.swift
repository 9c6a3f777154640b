/// The digits of an amount.
struct AmountDigits: NeverRepaired {
  static let description = RepairDescription(
    .amountDigits, .never, mess: ["A5", "A7", "A13", "A14", "L3", "L4", "L15"], findings: [.amountFinerThanPrinted],
    chinese: .init(
      name: "金额的数字与合计", reason: "勾稽关系只说明有错，不说明哪个数是对的",
      limits: "合计不平、漏计、重计、数字颠倒、错行都只报告；sheets check 说明最可能的原因。"),
    english: .init(
      name: "digits of amounts, and sums", reason: "a rule says that something is wrong, not which figure is right",
      limits:
        "sums that do not agree, slips of digits and amounts in other rows are only told; sheets check says what is likely."
    ))
}
