import BudgetSheets
import Foundation
import Testing

/// The program in the README does what it says.
@Suite struct ReadmeTests {
  @Test func theExampleRuns() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let fresh = FileManager.default.temporaryDirectory.appendingPathComponent("fresh-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: fresh) }

    let set = try TemplateLibrary.embedded.set(named: "luoyang-2023")
    let book = try BookReader(sets: [set]).read(
      path: root.appendingPathComponent("examples/laocheng-2023.xlsx").path)

    let form = try #require(book.form("03"))
    let total = try #require(form.rows.first { $0.kind == .total })
    #expect(total.amount(["基本支出", "小计"])?.text(in: .万元, decimals: 2) == "291.04")

    let report = Checker(set: set).check(book)
    #expect(report.ledger.failed == 5)
    #expect(
      report.causes.first?.changes.first?.place.description == "预算04表!E13 （六）科学技术支出·支出/一般公共预算/小计")

    let typed = try BudgetBook(book)
    #expect(typed.department == "洛阳市老城区科技和工业信息化局")
    try BookWriter(set: set).write(book, to: fresh.path)
    #expect(FileManager.default.fileExists(atPath: fresh.path))
  }
}
