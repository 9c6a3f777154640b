import Testing
import XlsxPackage

@testable import BudgetSheets

/// The search for causes looks into this year's cells alone, and an issued workbook does not judge by the year before.
@Suite struct PriorCauseTests {
  /// Every total of form 01 and the parts of 03 must be what they were.
  private static let rules = """
    - id: U01
      rule:
        - "01[收入：收入总计] = prior 01[收入：收入总计]"
        - "01[收入：本年收入合计] = prior 01[收入：本年收入合计]"
        - "01[支出：支出总计] = prior 01[支出：支出总计]"
        - "02[合计, 总计] = prior 01[收入：收入总计]"
        - "12[预算情况/部门预算总额（万元）] = prior 01[收入：收入总计]"
    - {id: U02, each: "03[明细, *]", rule: "* = prior *"}
    - {id: U03, rule: "sum(03[明细, 合计]) = sum(prior 03[明细, 合计])"}
    """

  private func changes(_ report: CheckReport) -> [Cause.Change] {
    report.causes.flatMap { cause in
      cause.changes + cause.derived + cause.alternatives.flatMap { $0.changes + $0.derived }
    }
  }

  @Test(arguments: [
    "01|收入总计|收入/金额", "01|本年收入合计|收入/金额", "03|206/01/01|合计", "03|206/01/01|基本支出/人员经费/工资福利支出",
    "03|:total|合计",
  ])
  func noCellOfTheYearBeforeIsEverNamed(_ cell: String) throws {
    for amount in ["45.00", "-10.00"] {
      var prior = try PriorSample.prior()
      try prior.add(amount, to: cell)
      let report = try PriorSample.report(Self.rules, beside: prior)
      if cell != "03|:total|合计" { #expect(report.findings.contains { $0.code.rawValue.hasPrefix("U") }) }
      for change in changes(report) {
        #expect(!change.place.isPrior)
        // What it says is what this year's cell says.
        let own = try SampleBook(.corrected).amount(SampleBook.Cell(change.place))
        #expect(own == change.reported)
      }
      // This year's budget is right in itself, so that no change of one of its cells makes all hold that it touches.
      #expect(report.causes.allSatisfy { $0.changes.isEmpty }, "\(report.causes)")
    }
  }

  @Test func aSlipOfThisYearIsFoundWithTheHelpOfTheYearBefore() throws {
    var book = try SampleBook(.corrected)
    try book.put("364.34", in: "12||预算情况/部门预算总额（万元）")
    let report = try PriorSample.report(Self.rules, book, beside: PriorSample.prior())
    let cause = try #require(report.causes.first)
    #expect(report.causes.count == 1 && cause.mechanism == .transposedDigits)
    #expect(cause.changes.map(\.place.form) == ["12"] && cause.changes.first?.place.isPrior == false)
    #expect(cause.changes.first?.proposed == Amount(decimal: "634.34", unit: .万元))
    #expect(cause.findings.contains { report.findings[$0].code.rawValue == "U01" })
    // The forms that agree are this year's.
    #expect(cause.agreeingForms == ["01", "03"] || cause.agreeingForms == ["01"])
  }

  @Test func nothingIsSaidOfWhatShouldHaveStoodInAnUnreadableCellOfTheYearBefore() throws {
    var prior = try PriorSample.prior()
    try prior.spoil("01|收入总计|收入/金额")
    let report = try PriorSample.report(Self.rules, beside: prior)
    // Three rules agree on what it should be.
    #expect(try report.result("U01").ledger.notChecked == 3)
    #expect(report.causes.isEmpty)
    // Of this year's cell that is said.
    var book = try SampleBook(.corrected)
    try book.spoil("01|收入总计|收入/金额")
    let other = try PriorSample.report(Self.rules, book, beside: PriorSample.prior())
    #expect(other.causes.map(\.mechanism) == [.unreadable])
  }

  // MARK: Issued workbooks

  @Test func anIssuedWorkbookLeavesSuchRulesToTheBureau() throws {
    let set = try PriorSample.published(
      """
      - {id: U01, rule: "01[收入：收入总计] <= prior 01[收入：收入总计]"}
      - {id: U02, rule: "01[收入：收入总计] <= 900.00"}
      - {id: U03, rule: "01[收入：收入总计] <= 901.00", when: "prior 01[收入：收入总计] <= 900.00"}
      """)
    let department = DepartmentList.Department(code: "250", name: "某局")
    let bytes = try FormIssuer(set: set).bytes(of: IssueOrder(department: department, year: "2024")).bytes
    let book = try BookReader(sets: [set]).read(bytes: bytes, name: "issued.xlsx")
    let rules = book.verdicts.map(\.rule)
    #expect(rules.contains("U02") && !rules.contains("U01") && !rules.contains("U03"))
    let report = Checker(set: set).check(book)
    #expect(!report.findings.contains { $0.code == .verdictDiffers || $0.code == .verdictsOutOfDate })
    #expect(AuditSheet.note(on: ["U01"], speaksOfPrior: true).contains("须与上年的工作簿比较"))
    #expect(AuditSheet.isNote(AuditSheet.note(on: ["U01"], speaksOfPrior: true)))
  }

  @Test func aVerdictOnSuchARuleIsNotHeldAgainstIt() throws {
    let set = try PriorSample.published("- {id: U01, rule: \"01[收入：收入总计] <= prior 01[收入：收入总计]\"}")
    var prior = try PriorSample.prior()
    try prior.add("-100", to: "01|收入总计|收入/金额")
    let results = PriorSample.report(set, try SampleBook(.corrected).book, beside: prior.book).rules
    let verdict = StoredVerdict(
      rule: "U01", text: "通过", sheet: "审核", cell: CellReference(row: 7, column: 7), isFormula: true)
    #expect(VerdictComparison(results).findings([verdict]).count == 1)
    #expect(VerdictComparison(results, leavingOut: ["U01"]).findings([verdict]).isEmpty)
  }
}
