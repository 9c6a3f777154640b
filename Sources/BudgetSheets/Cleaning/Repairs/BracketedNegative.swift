/// Writes a negative amount with a minus sign before it.
struct BracketedNegative: AmountTextRepair {
  static let description = RepairDescription(
    .bracketedNegative, .noted, mess: ["A8"], findings: [.amountAsText],
    chinese: .init(
      name: "括号或后置负号改为负数", reason: "负数以括号或后置负号表示，改为负数",
      limits: "括号中只有整数的可能是年份或编号，不动；只以颜色表示的负数认不出。"),
    english: .init(
      name: "negative amounts in brackets", reason: "brackets or a minus behind the number stood for a negative amount",
      limits:
        "a whole number in brackets may be a year or number a note, and stays; a negative shown by colour alone is not recognised."
    )
  )

  let notation = AmountText.Notation.negative
}
