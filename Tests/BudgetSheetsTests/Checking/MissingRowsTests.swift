import Foundation
import Testing
import XlsxWrite

@testable import BudgetSheets

/// Rows that a sheet has lost, or that hold amounts without saying what they are, are told as what they are.
@Suite struct MissingRowsTests {
  /// The sample workbook after a change, read and checked.
  private func report(_ sheet: String, _ change: (WorksheetPatch) throws -> Void) throws -> CheckReport {
    let url = try #require(
      Bundle.module.url(forResource: "laocheng-2023", withExtension: "xlsx", subdirectory: "Fixtures/submissions"))
    let patch = try WorkbookPatch(of: url.path)
    try change(try patch.worksheet(named: sheet))
    let set = try SampleBook.set.get()
    let book = try BookReader(sets: [set]).read(bytes: try patch.bytes(), name: "changed.xlsx")
    return Checker(set: set).check(book)
  }

  private func clear(_ row: Int, _ sheet: WorksheetPatch) throws {
    for column in 1...14 { try sheet.set(.nothing, at: CellReference(row: row, column: column)) }
  }

  @Test func aMissingTotalRowIsAnError() throws {
    let report = try report("预算03表") { try clear(7, $0) }
    let finding = try #require(report.findings.first { $0.code == .totalRowMissing })
    #expect(finding.level == .error && finding.form == "03")
    #expect(report.verdict == .rejected)
    #expect(try report.result("03:Σ合计").ledger.passed == 0)
  }

  /// A total row without a label that says nothing cannot be seen, and is missed only where there is something to add up.
  @Test func aBlankTotalWithoutALabelIsMissedOnlyBesideAmounts() throws {
    let blank = try report("预算11表") { sheet in
      for row in 6...14 {
        for column in 4...12 { try sheet.set(.nothing, at: CellReference(row: row, column: column)) }
      }
    }
    #expect(try blank.result("11:Σ合计").ledger.notChecked == 0)
    #expect(try blank.result("X21").ledger.failed == 1)
    let beside = try report("预算11表") { try clear(6, $0) }
    #expect(try beside.result("11:Σ合计").ledger.notChecked > 0)
    #expect(try beside.result("X21").ledger.notChecked > 0)
  }

  @Test func aMissingDepartmentRowIsTold() throws {
    let report = try report("预算03表") { try clear(8, $0) }
    #expect(report.findings.contains { $0.code == .levelRowMissing && $0.form == "03" && $0.level == .warning })
  }

  @Test func anAmountOfARowThatIsNothingIsAnError() throws {
    let report = try report("预算03表") { sheet in
      try sheet.set(.text("其他"), at: CellReference(row: 17, column: 5))
      for column in [6, 12, 14] { try sheet.set(.number("5"), at: CellReference(row: 17, column: column)) }
    }
    let finding = try #require(report.findings.first { $0.code == .amountUnclassified })
    #expect(finding.level == .error && finding.message(in: .chinese).contains("5.00"))
    // Without an amount it is a line that says nothing of the budget.
    let silent = try self.report("预算03表") { try $0.set(.text("其他"), at: CellReference(row: 17, column: 5)) }
    #expect(!silent.findings.contains { $0.code == .amountUnclassified })
  }

  @Test func anotherDepartmentInAFieldIsTold() throws {
    let report = try report("预算12表") { try $0.set(.text("洛阳市老城区财政局"), at: CellReference(row: 3, column: 2)) }
    #expect(report.findings.contains { $0.code == .departmentDiffers && $0.form == "12" })
  }

  /// An explanation holds for what it was written about: not for another amount, nor for another hidden row.
  @Test func anExplanationDoesNotCoverAnotherAmount() throws {
    var book = try SampleBook(.corrected)
    try book.add("1.00", to: "07|301/08/501/02|总计")
    let first = try book.report()
    let finding = try #require(first.findings.first { $0.code.rawValue == "X27a" })
    book.book.explanations = [Explanation(of: finding, text: "按实缴数")]
    #expect(try book.report().findings.first { $0.code.rawValue == "X27a" }?.explanation == "按实缴数")
    try book.add("100.00", to: "07|301/08/501/02|总计")
    let second = try book.report()
    #expect(second.findings.contains { $0.code.rawValue == "X27a" })
    #expect(second.findings.allSatisfy { $0.explanation == nil })
  }
}
