import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

@testable import BudgetSheets

/// What cleaning does to an issued workbook.
@Suite struct IssuedCleaningTests {
  @Test func theRulesOfAnIssuedWorkbookFreezeNothing() throws {
    var sample = try IssuedSample()
    let cell = try sample.cell("03", "基本支出/人员经费/工资福利支出") { $0.kind == .detail }
    let code = try sample.cell("03", "科目编码/款") { $0.text(LabelPath(["科目编码", "款"])) == "01" && $0.kind == .detail }
    let amount = try #require(
      sample.places.form("03")?.rows.flatMap(\.cells.values).first { $0.reference == cell }?.value?.amount)
    try sample.put(.text(amount.text(in: .万元, decimals: 2) + " "), "预算03表", cell)
    try sample.change("预算03表") { plan in
      var style = FormStyle.text(.center)
      style.numberFormat = "00;;;@"
      plan.put(.number(1), style, row: code.row, column: code.column)
    }
    sample.addAudit([("X01", .formulaOfText("IF(D7=0,\"通过\",\"不通过\")", result: "通过"))])
    let bytes = try sample.bytes
    let result = try Cleaner(sets: [sample.set]).clean(bytes: bytes, name: "issued.xlsx")
    let changed = result.log.changes.filter { $0.place.sheet == "预算03表" }.map {
      "\($0.place.sheet ?? "")!\($0.place.cell.map { "\($0)" } ?? "")"
    }
    #expect(changed == ["预算03表!\(cell)"])
    let before = try formulas(bytes)
    #expect(before.count > 100)
    let after = try formulas(result.bytes)
    #expect(after == before)
  }

  /// All formulas of a workbook.
  private func formulas(_ bytes: [UInt8]) throws -> [String: String] {
    var formulas: [String: String] = [:]
    for sheet in try Workbook(bytes: bytes, name: "issued.xlsx").worksheets {
      let reader = try sheet.rowReader()
      while let row = try reader.next() {
        for cell in row { if let formula = cell.formula { formulas["\(sheet.name)!\(cell.reference)"] = formula } }
      }
    }
    return formulas
  }
}
