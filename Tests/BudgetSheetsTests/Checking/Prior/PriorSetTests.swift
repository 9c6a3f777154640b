import Foundation
import Testing

@testable import BudgetSheets

/// The published budget of 2021 as the year before of the published one of 2023, across their form sets.
@Suite struct PriorSetTests {
  private static let prior = Result {
    let library = TemplateLibrary.embedded
    let older = try library.set(named: "luoyang-2021")
    let url = try #require(
      Bundle.module.url(forResource: "gongxin-2021", withExtension: "xlsx", subdirectory: "Fixtures/submissions-2021"))
    let book = try BookReader(sets: try library.sets()).read(path: url.path)
    return try PriorBook(book, of: older, for: try library.set(named: "luoyang-2023"))
  }

  private func report(_ rules: String) throws -> CheckReport {
    try Checker(set: PriorSample.published(rules)).check(SampleBook(.corrected).book, prior: Self.prior.get())
  }

  @Test func theGrowthIsThatOfThePublishedFigures() throws {
    let set = try SampleBook.set.get()
    let report = try report("[]")
    #expect(report.prior?.isCarriedOver == true && report.prior?.set == "luoyang-2021" && report.prior?.year == "2021")
    // Published: 904.34 in 2021, 634.34 in 2023, “三公” 2.10 and nothing; (904.34 - 634.34) / 904.34 = 0.29856…
    #expect(
      report.growth.map { $0.sentence(in: set, language: .chinese) } == [
        "无法与2021年比较：预算01表在上年的工作簿中没有对应的表", "无法与2021年比较：预算01表在上年的工作簿中没有对应的表", "较2021年减少270.00万元，下降29.86%",
        "无法与2021年比较：预算03表在上年的工作簿中没有对应的表", "无法与2021年比较：预算03表在上年的工作簿中没有对应的表", "较2021年减少2.10万元，下降100.00%",
      ])
    #expect(report.growth[2].prior == Amount(decimal: "904.34", unit: .万元))
    // The cell of the older workbook, under the name of its sheet.
    #expect(report.growth[5].priorPlace?.address == "上年 07一般公共预算“三公”经费支出情况表!B4")
  }

  @Test func rulesSpeakOfTheOlderFormsByTheNewOnes() throws {
    let report = try report(
      """
      - {id: U01, rule: "04[收入：收入合计] >= prior 04[收入：收入合计]"}
      - {id: U02, rule: "12[预算情况/部门预算总额（万元）] + 270.00 = prior 12[预算情况/部门预算总额（万元）]"}
      - {id: U03, rule: "sum(08[明细, 公务接待费]) <= sum(prior 08[明细, 公务接待费])"}
      - {id: U04, each: "04[支出 with class]", rule: "一般公共预算/小计 <= prior 一般公共预算/小计 + 1000"}
      - {id: U05, rule: "01[收入：收入总计] <= prior 01[收入：收入总计]"}
      - {id: U06, rule: "04[收入：二、上年结转] <= prior 04[收入：二、上年结转] + 1000"}
      - {id: U07, rule: "12[预算情况/资金来源/（3）单位资金] <= prior 12[预算情况/资金来源/（3）单位资金] + 1"}
      - {id: U08, rule: "sum(08[明细, “三公”经费合计]) >= sum(prior 08[明细, “三公”经费合计])"}
      """)
    func ledger(_ rule: String) throws -> Ledger { try report.result(rule).ledger }
    #expect(try ledger("U01").failed == 1 && ledger("U02").passed == 1 && ledger("U03").passed == 1)
    #expect(try ledger("U04").passed == 28 && ledger("U04").notChecked == 2)
    // What the older forms do not have is no nothing: the form that is not there, and what they did not tell apart.
    let reasons = try ["U05", "U06", "U07"].map { try report.result($0).reasons }
    #expect(
      reasons == [
        [.noPredecessor(form: "预算01表", nil)], [.noPredecessor(form: "预算04表", "二、上年结转")],
        [.noPredecessor(form: "预算12表", "预算情况/资金来源/（3）单位资金")],
      ])
    let finding = try #require(report.findings(of: "U01").first)
    #expect(finding.judgement?.expected == Amount(decimal: "904.34", unit: .万元))
    #expect(finding.message(in: .chinese).hasPrefix("填报 634.34，不应小于 上年 04财政拨款收支总体情况表!"))
    // A side without a row is named by its form.
    let empty = try #require(report.findings(of: "U08").first)
    #expect(empty.message(in: .chinese).hasPrefix("预算08表 为 0.00，不应小于 上年 07一般公共预算“三公”经费支出情况表!B4"))
    for change in report.causes.flatMap({ $0.changes + $0.derived }) { #expect(!change.place.isPrior) }
  }

  @Test func aSetThatSaysNothingOfTheOtherIsRefused() throws {
    let library = TemplateLibrary.embedded
    let (older, newer) = (try library.set(named: "luoyang-2021"), try library.set(named: "luoyang-2023"))
    #expect(PriorBook.isPossible(of: older, for: newer) && !PriorBook.isPossible(of: newer, for: older))
    let book = try SampleBook(.corrected).book
    #expect(throws: DefinitionError.self) { try PriorBook(book, of: newer, for: older) }
    #expect(try PriorBook(book, of: newer, for: newer).source.isCarriedOver == false)
  }
}
