/// An amount that could be two.
struct AmbiguousAmount: NeverRepaired {
  static let description = RepairDescription(
    .ambiguousAmount, .never, mess: ["A2", "A4", "A8", "A12", "L1"],
    findings: [.amountUnreadable, .amountWithoutUnit, .unitUnclear, .amountMerged],
    chinese: .init(
      name: "金额的写法不能确定", reason: "可能有两种读法", limits: "1,23、1.234,5、6.34E+02、单位不同的金额、跨行合并的金额都等人决定。"),
    english: .init(
      name: "amounts that could be two", reason: "what is written can be read in two ways",
      limits: "1,23, 1.234,5, 6.34E+02, an amount in another unit or merged over rows waits for a person."))
}
