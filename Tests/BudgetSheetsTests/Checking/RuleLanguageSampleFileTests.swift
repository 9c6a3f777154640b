import Foundation
import Testing

@testable import BudgetSheets

/// The county's rules among the examples, on the sample workbook beside them.
@Suite struct RuleLanguageSampleFileTests {
  private func set() throws -> FormSet {
    let url = RuleLanguageSample.root.appendingPathComponent("examples/county-rules.yaml")
    return try RuleLanguageSample.published.get().addingRules(
      yaml: try String(contentsOf: url, encoding: .utf8), file: "county-rules.yaml")
  }

  private func book(_ set: FormSet) throws -> Book {
    try BookReader(sets: [set]).read(
      path: RuleLanguageSample.root.appendingPathComponent("examples/laocheng-2023.xlsx").path)
  }

  private func ledgers(_ report: CheckReport) -> [String: [Int]] {
    Dictionary(
      uniqueKeysWithValues: report.rules.filter { $0.code.rawValue.hasPrefix("U") }.map {
        ($0.rule, [$0.ledger.passed, $0.ledger.failed, $0.ledger.notApplicable, $0.ledger.notChecked])
      })
  }

  @Test func theRulesHaveNothingToLint() throws {
    let set = try set()
    #expect(set.addedRules == 3 && set.lint().isEmpty)
  }

  @Test func theSampleWorkbookComesOut() throws {
    let set = try set()
    let report = Checker(set: set).check(try book(set))
    // Nothing is spent on receptions; the largest of seven projects takes 263.00; one is paid from last year's money.
    #expect(ledgers(report) == ["U01": [0, 0, 2, 0], "U02": [7, 0, 0, 0], "U03": [6, 1, 0, 0]])
    let finding = try #require(report.findings.first { $0.code.rawValue == "U03" })
    #expect(finding.level == .warning && finding.form == "11")
    #expect(finding.judgement?.difference == Amount(decimal: "45.00", unit: .万元))
  }

  @Test func eachRuleCanFail() throws {
    let set = try set()
    var book = try book(set)
    let form = try #require(book.forms.firstIndex { $0.form == "08" })
    let reception = FormCell(value: .amount(Amount(fen: 12_000_000)))
    book.forms[form].rows.append(FormRow(kind: .detail, key: "1", cells: [["公务接待费"]: reception]))
    let projects = try #require(book.forms.firstIndex { $0.form == "11" })
    let row = try #require(book.forms[projects].rows.firstIndex { $0.kind == .detail })
    book.forms[projects].rows[row].cells[["合计"]]?.value = .amount(Amount(fen: 300_000_001))
    #expect(
      ledgers(Checker(set: set).check(book)) == ["U01": [0, 2, 0, 0], "U02": [6, 1, 0, 0], "U03": [6, 1, 0, 0]])
  }
}
