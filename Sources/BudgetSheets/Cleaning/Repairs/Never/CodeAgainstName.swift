/// A code and a name that do not belong together.
struct CodeAgainstName: NeverRepaired {
  static let description = RepairDescription(
    .codeAgainstName, .never, mess: ["T4", "T5", "K6", "K9"], findings: [.nameDiffersFromCode, .codeNotListed],
    chinese: .init(
      name: "编码与名称不一致", reason: "编码和名称都可能是错的", limits: "从不按名称改编码，也不按编码改名称（名称只是被截断的除外，见 Q03）。"),
    english: .init(
      name: "codes that disagree with names", reason: "either may be the error",
      limits: "a code is never taken from a name, nor a name from a code, but where the name was cut off (Q03)."))
}
