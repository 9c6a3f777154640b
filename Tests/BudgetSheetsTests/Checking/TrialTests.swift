import BudgetSheets
import Foundation
import Testing

@Suite struct TrialTests {
  @Test func trial() throws {
    let set = try TemplateLibrary.embedded.set(named: "luoyang-2023")
    let checker = Checker(set: set)
    for n in 0...10 {
      let url = try #require(Bundle.module.url(forResource: String(format: "%02d", n), withExtension: "json", subdirectory: "Fixtures/invented"))
      let book = try Book(json: Data(contentsOf: url), in: set)
      let report = checker.check(book)
      print("== \(n) \(report.ledger)")
      for finding in report.findings where finding.level == .error || finding.judgement != nil || finding.code.rawValue.hasPrefix("X") || finding.code.rawValue.hasPrefix("R") {
        print("  \(finding.level) \(finding.code.rawValue) \(finding.line(in: .chinese))")
      }
      for rule in report.rules where rule.ledger.notChecked + rule.ledger.notApplicable > 0 { print("   ", rule.rule, rule.ledger, rule.reasons.prefix(2)) }
    }
  }
}
