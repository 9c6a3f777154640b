/// Digits that are gone.
struct LostDigits: NeverRepaired {
  static let description = RepairDescription(
    .lostDigits, .never, mess: ["K2", "K5", "K8", "A5"],
    findings: [.codeDamaged, .codeMalformed, .codeBlank, .amountTooLarge, .amountFinerThanFen],
    chinese: .init(
      name: "编码或金额的数位缺失", reason: "保存的数不含原来的各位", limits: "从不由保存的数写出编码；六位编码、含字母的编码不猜。查找原编码见 Q15。"),
    english: .init(
      name: "lost digits", reason: "the stored number does not hold them",
      limits:
        "a code is never written from the stored number; six digits or letters are not guessed. Looking it up: Q15."))
}
