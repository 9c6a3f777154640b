import Testing

@testable import BudgetSheets

/// What reports come to.
@Suite struct OutputVerdictTests {
  private static func report(
    errors: Int = 0, warnings: Int = 0, explained: Int = 0, infos: Int = 0, passed: Int = 5, notChecked: Int = 0
  ) -> CheckReport {
    func findings(_ level: Finding.Level, _ count: Int, _ explanation: String? = nil) -> [Finding] {
      (0..<count).map { _ in
        var finding = Finding(rule: FindingCode(rule: "X01"), level: level, .ruleFailed, at: Place())
        finding.explanation = explanation
        return finding
      }
    }
    var ledger = Ledger()
    ledger.passed = passed
    ledger.notChecked = notChecked
    let rule = RuleResult(
      code: FindingCode(rule: "X01"), rule: "X01", text: "", level: .error, ledger: ledger, reasons: [])
    return CheckReport(
      book: Book(set: "s", year: "2023", department: ""), set: "s", version: "1", causes: [],
      findings: findings(.error, errors) + findings(.warning, warnings) + findings(.warning, explained, "说明")
        + findings(.info, infos), rules: [rule], causesAreIncomplete: false)
  }

  @Test func theGravestDecides() {
    #expect(Self.report(errors: 1, warnings: 1, notChecked: 1).verdict == .rejected)
    #expect(Self.report(warnings: 1, notChecked: 1).verdict == .explainable)
    #expect(Self.report(explained: 1, infos: 1, notChecked: 1).verdict == .incomplete)
    #expect(Self.report(explained: 1, infos: 1).verdict == .passed)
  }

  @Test func anErrorCannotBeExplained() {
    var report = Self.report(errors: 1)
    report.findings[0].explanation = "说明"
    #expect(report.verdict == .rejected)
    #expect(report.explainedCount == 0)
  }

  @Test func nothingCheckedIsNotPassed() {
    let report = Self.report(passed: 0)
    #expect(report.verdict == .incomplete)
    #expect(report.verdictSentence(in: .chinese) == "未能全部检查：没有检查任何规则。缺少的内容如果应当有，请补齐后重新检查。")
  }

  @Test func theSentenceCountsAndSaysWhatToDo() {
    #expect(
      Self.report(errors: 4, warnings: 2, explained: 1, notChecked: 1).verdictSentence(in: .chinese)
        == "退回修改：4 项错误须更正，2 项需说明，1 项已说明，6 项检查中有 1 项未能进行。请更正错误，并对需说明的事项更正或填写说明，然后重新报送。")
    #expect(
      Self.report(errors: 1).verdictSentence(in: .english)
        == "Returned for correction: 1 error to correct. Correct what is wrong and submit the workbook again.")
    #expect(
      Self.report(warnings: 2).verdictSentence(in: .chinese) == "需说明：没有错误，2 项需说明。请逐项更正或填写说明，然后重新报送。")
    #expect(
      Self.report(explained: 1).verdictSentence(in: .english)
        == "Passed: 5 checks made, nothing left to do. 1 point explained; read this, and decide whether the workbook can be accepted."
    )
    #expect(
      Self.report(explained: 2).verdictSentence(in: .chinese) == "通过：5 项检查均无待处理问题。2 项已填写说明，请审阅后决定是否接收。")
    #expect(Self.report().verdictSentence(in: .chinese) == "通过：5 项检查均无待处理问题。可以接收。")
  }
}
