import BudgetSheets
import Foundation
import Testing

@Suite struct TrialTests {
  @Test func trial() throws {
    let set = try TemplateLibrary.embedded.set(named: "luoyang-2023")
    let checker = Checker(set: set)
    let reader = BookReader(sets: [set])
    for path in (ProcessInfo.processInfo.environment["TRIAL"] ?? "").split(separator: " ") {
      let book = try reader.read(path: String(path))
      let start = Date()
      let report = checker.check(book)
      print("== \(path) \(report.ledger) \(Date().timeIntervalSince(start))")
      for finding in report.findings where finding.level != .info || finding.judgement != nil || finding.code.rawValue == "C22" {
        print("  \(finding.level) \(finding.code.rawValue) \(finding.line(in: .chinese))")
      }
      for cause in report.causes {
        print("  CAUSE \(cause.mechanism.map { "\($0)" } ?? "-") explains \(cause.findings) agree \(cause.agreeingForms)")
        for change in cause.changes { print("     \(change.place): \(change.reported.map { "\($0.fen)" } ?? "blank") -> \(change.proposed.map { "\($0.fen)" } ?? "blank")") }
        for change in cause.derived { print("     derived \(change.place): \(change.reported.map { "\($0.fen)" } ?? "blank") -> \(change.proposed.map { "\($0.fen)" } ?? "blank")") }
        print("     alternatives \(cause.alternatives.count)")
      }
      if ProcessInfo.processInfo.environment["RULES"] != nil {
        for rule in report.rules { print("   \(rule.code.rawValue)\t\(rule.rule)\t\(rule.ledger.passed)\t\(rule.ledger.failed)\t\(rule.ledger.notApplicable)\t\(rule.ledger.notChecked)\t\(rule.text)") }
      }
    }
  }
}
