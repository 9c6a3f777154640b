/// Numbers that became dates.
struct Dates: NeverRepaired {
  static let description = RepairDescription(
    .dates, .never, mess: ["A10"], findings: [.amountAsDate, .dateAsText],
    chinese: .init(name: "被存成日期的内容", reason: "分不清日期序号和原来的数", limits: "从不把日期改回数字或文字。"),
    english: .init(
      name: "what became a date", reason: "the serial of a date cannot be told from the number that was typed",
      limits: "a date is never turned back."))
}
