import Testing

@testable import BudgetSheets

/// How often each rule is judged on the published budget, against how often it was when the rules were derived.
@Suite struct RuleCountTests {
  @Test(arguments: RuleTable.rows) func aRuleIsJudgedAsOftenAsTheTableSays(_ row: RuleTable.Row) throws {
    let report = try SampleBook.report(.published)
    for (rule, count) in row.rules { #expect(try report.result(rule).ledger.due == count, "\(rule)") }
    let total = row.rules.map(\.count).reduce(0, +)
    #expect(total == row.derived || row.reason != nil)
  }

  @Test func everyRuleOfTheReportStandsInTheTableOnce() throws {
    let known = RuleTable.rows.flatMap { $0.rules.map(\.rule) }
    #expect(Set(known).count == known.count)
    #expect(Set(try SampleBook.report(.published).rules.map(\.rule)) == Set(known))
    #expect(Set(try SampleBook.checker.get().rules.map(\.rule)) == Set(known))
  }

  @Test func theLedgerIsTheSumOfTheTable() throws {
    let ledger = try SampleBook.report(.published).ledger
    #expect(ledger.due == RuleTable.rows.flatMap { $0.rules.map(\.count) }.reduce(0, +))
    #expect(ledger.failed == 5 && ledger.notApplicable == 0 && ledger.notChecked == 0)
  }
}
