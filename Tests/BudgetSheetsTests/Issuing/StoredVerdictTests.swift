import Testing
import XlsxPackage

@testable import BudgetSheets

/// What an issued workbook says of the rules, held against what its amounts say.
@Suite struct StoredVerdictTests {
  /// What the rules come to in the published budget: its one contradiction breaks five of them.
  private func outcomes(_ sample: IssuedSample) throws -> (failed: [String], passed: [String]) {
    let results = Checker(set: sample.set).check(sample.places).rules
    return (
      results.filter { $0.ledger.failed > 0 }.map(\.rule),
      results.filter { $0.ledger.failed == 0 && $0.ledger.notChecked == 0 && $0.ledger.passed > 0 }.map(\.rule)
    )
  }

  private func told(_ sample: IssuedSample) throws -> [Finding] {
    Checker(set: sample.set).check(try sample.read()).findings.filter {
      [.verdictDiffers, .verdictsOutOfDate].contains($0.code)
    }
  }

  private func formula(_ verdict: String) -> SheetPlan.Content {
    .formulaOfText("IF(D7=0,\"通过\",\"不通过\")", result: verdict)
  }

  @Test func verdictsThatAgreeAreNotTold() throws {
    var sample = try IssuedSample()
    let (failed, passed) = try outcomes(sample)
    #expect(Set(failed).isSuperset(of: ["X10", "X11", "X11b", "X12", "X12c"]))
    sample.addAudit(
      failed.map { ($0, formula("不通过")) } + passed.map { ($0, formula("通过")) }
        + [
          (passed[0], formula("尾差")), (passed[1], formula("不适用")), (failed[0], formula("无法审核")), ("X99", formula("通过")),
        ])
    let findings = try told(sample)
    #expect(findings.isEmpty)
  }

  @Test func aFalseVerdictIsTold() throws {
    var sample = try IssuedSample()
    let (failed, passed) = try outcomes(sample)
    sample.addAudit(
      [(failed[0], formula("通过"))] + failed.dropFirst().map { ($0, formula("不通过")) }
        + passed.map { ($0, formula("通过")) })
    let findings = try told(sample)
    #expect(findings.map(\.code) == [.verdictDiffers])
    let finding = try #require(findings.first)
    #expect(finding.level == .warning && finding.sheet == "审核" && finding.cell == CellReference("G7"))
    #expect(finding.arguments == ["rule": failed[0], "text": "通过", "expected": "不通过"])
    #expect(
      finding.line(in: .chinese).hasPrefix("审核!G7：审核表对规则 \(failed[0]) 写的是“通过”，按表内金额应为“不通过”"))
  }

  @Test func aRuleThatHoldsIsNotToFail() throws {
    var sample = try IssuedSample()
    let (_, passed) = try outcomes(sample)
    sample.addAudit([(passed[0], formula("不通过")), (passed[1], .text("好"))])
    let told = try told(sample)
    #expect(
      told.map(\.arguments) == [
        ["rule": passed[1], "text": "好", "expected": "通过"], ["rule": passed[0], "text": "不通过", "expected": "通过"],
      ])
  }

  @Test func whatWasNeverWorkedOutIsToldOnce() throws {
    var sample = try IssuedSample()
    let (failed, passed) = try outcomes(sample)
    // A verdict that is written over its formula is told by itself even then.
    sample.addAudit([(failed[0], .text("通过"))] + passed.prefix(40).map { ($0, formula("")) })
    let findings = try told(sample)
    #expect(findings.map(\.code) == [.verdictDiffers, .verdictsOutOfDate])
    #expect(findings.last?.arguments["count"] == "40" && findings.last?.cell == CellReference("G8"))
  }

  @Test func aRuleThatCannotBeCheckedIsNotCompared() throws {
    var sample = try IssuedSample()
    let (_, passed) = try outcomes(sample)
    let total = try sample.cell("03", "合计") { $0.kind == .total }
    try sample.put(.text("约六百"), "预算03表", total)
    let open = Checker(set: sample.set).check(try sample.read()).rules.filter {
      $0.ledger.notChecked > 0 && $0.ledger.failed == 0 && passed.contains($0.rule)
    }
    #expect(!open.isEmpty)
    sample.addAudit(open.map { ($0.rule, formula("不通过")) })
    let findings = try told(sample)
    #expect(findings.isEmpty)
  }
}
