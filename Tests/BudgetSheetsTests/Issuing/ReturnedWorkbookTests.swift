import BudgetSheets
import Foundation
import Testing
import XlsxPackage
import XlsxWrite

/// The published budget as a clerk filled it into an issued workbook by way of LibreOffice (Fixtures/issued).
@Suite struct ReturnedWorkbookTests {
  /// The five rules that the one contradiction of the published budget breaks.
  private static let broken: Set<String> = ["X10", "X11", "X11b", "X12", "X12c"]

  private let set: FormSet
  private let path: String

  init() throws {
    set = try TemplateLibrary.embedded.set(named: "luoyang-2023")
    path = try #require(
      Bundle.module.url(forResource: "filled-by-libreoffice", withExtension: "xlsx", subdirectory: "Fixtures/issued")
    ).path
  }

  private func published() throws -> Book {
    let url = try #require(
      Bundle.module.url(forResource: "laocheng-2023", withExtension: "xlsx", subdirectory: "Fixtures/submissions"))
    return try BookReader(sets: [set]).read(path: url.path)
  }

  /// The workbook as it would come back to those who issued it by today's definitions.
  private func patch() throws -> WorkbookPatch {
    let patch = try WorkbookPatch(of: path)
    try patch.setCustomProperty("BudgetSheets.Definition", to: set.digest)
    return patch
  }

  private func report(_ patch: WorkbookPatch) throws -> CheckReport {
    Checker(set: set).check(try BookReader(sets: [set]).read(bytes: try patch.bytes(), name: "returned.xlsx"))
  }

  @Test func everyAmountAndCodeIsThere() throws {
    let book = try BookReader(sets: [set]).read(path: path)
    var count = 0
    for form in try published().forms {
      let returned = try #require(book.form(form.form))
      for (field, cell) in form.fields where cell.value != nil {
        #expect(returned.fields[field]?.value == cell.value, "\(form.form) \(field)")
        count += 1
      }
      for row in form.rows {
        let same = returned.rows.first { $0.kind == row.kind && $0.key == row.key && $0.pane == row.pane }
        for (column, cell) in row.cells {
          // Of printed rows only the amounts were filled in.
          if row.kind == .fixed, cell.value?.amount == nil { continue }
          if row.kind == .continuation || row.kind == .indicator || cell.value == nil { continue }
          #expect(same?.cells[column]?.value == cell.value, "\(form.form) \(row.key) \(column)")
          count += 1
        }
      }
    }
    #expect(count > 500)
    #expect(book.outside.isEmpty)
  }

  @Test func theRulesFailAsThePublishedBudgetsDo() throws {
    let report = try report(try patch())
    #expect(Set(report.rules.filter { $0.ledger.failed > 0 }.map(\.rule)) == Self.broken)
    let stored = report.book.verdicts
    #expect(stored.count > 100)
    #expect(Set(stored.filter { $0.text == "不通过" }.map(\.rule)) == Self.broken)
    #expect(!report.findings.contains { $0.code == .verdictDiffers || $0.code == .verdictsOutOfDate })
    #expect(!report.findings.contains { ["F04", "F05", "S37", "S38", "C24", "C25"].contains($0.code.rawValue) })
  }

  @Test func aFalseVerdictThatWasPlantedIsCaught() throws {
    let place = try #require(
      BookReader(sets: [set]).read(path: path).verdicts.first { $0.rule == "X12" }?.cell)
    let patch = try patch()
    try patch.worksheet(named: "审核").set(.text("通过"), at: place)
    let told = try report(patch).findings.filter { $0.code == .verdictDiffers }
    #expect(told.count == 1 && told.first?.cell == place)
    #expect(told.first?.arguments["rule"] == "X12" && told.first?.arguments["expected"] == "不通过")
  }
}
