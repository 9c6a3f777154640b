import Testing
import XlsxPackage
import XlsxRead

@testable import BudgetSheets

/// The live sums of issued forms, and where their parts stand.
@Suite struct IssuedSumsTests {
  private func sum(_ parts: String) -> String { "IF(ROUND(SUM(\(parts)),6)=0,\"\",SUM(\(parts)))" }

  @Test func levelsAddUpThoseBelowDownToTheGuardRow() throws {
    let cells = try IssuedWorkbook(spareRows: 4).cells("预算03表")
    // Total, department, four rows, and the guard row in row 13.
    #expect(cells["H7"]?.formula == sum("H8"))
    #expect(cells["H8"]?.formula == sum("H9:H13"))
    #expect(cells["A13"]?.rawText == "（需要更多行时，请在本行以上插入行）" && cells["H13"]?.style?.isLocked == true)
    // Columns of sums add up their own row in every row.
    #expect(cells["F7"]?.formula == sum("G7,L7") && cells["F8"]?.formula == sum("G8,L8"))
    #expect(cells["G12"]?.formula == sum("H12:K12"))
    #expect(cells["H12"]?.formula == nil)
    // They show nothing, and nothing is stored.
    #expect(cells["F7"]?.kind == .text && cells["F7"]?.rawText == "")
  }

  @Test func severalUnitsEachEndInAGuardRow() throws {
    let cells = try IssuedWorkbook(IssuedWorkbook.double, spareRows: 2).cells("预算03表")
    // Department in row 8, the units in 9 and 13.
    #expect(cells["H8"]?.formula == sum("H9,H13"))
    #expect(cells["H9"]?.formula == sum("H10:H12"))
    #expect(cells["H13"]?.formula == sum("H14:H16"))
    #expect(cells["D13"]?.rawText == "251002")
  }

  @Test func theFormOfIncomeAddsUpItsUnits() throws {
    let cells = try IssuedWorkbook(IssuedWorkbook.double, spareRows: 2).cells("预算02表")
    #expect(cells["E7"]?.formula == sum("E8"))
    #expect(cells["E8"]?.formula == sum("E9:E13"))
    #expect(cells["D9"]?.formula == sum("E9,G9:N9"))
  }

  @Test func printedFormsAddUpWhatTheDefinitionNames() throws {
    let workbook = try IssuedWorkbook()
    let first = try workbook.cells("预算01表")
    #expect(first["B36"]?.formula == sum("B6,B8:B15"))
    #expect(first["D38"]?.formula == sum("D36:D37"))
    let fourth = try workbook.cells("预算04表")
    #expect(fourth["E7"]?.formula == sum("E8:E37") && fourth["D8"]?.formula == sum("E8,G8:H8"))
    #expect(fourth["D8"]?.style?.isLocked == true && fourth["E8"]?.style?.isLocked == false)
    #expect(try workbook.cells("预算12表")["D9"]?.formula == sum("D10:D12"))
  }

  @Test func placesTellWhereEverythingStands() throws {
    let plan = try IssuePlan(
      IssueOrder(department: IssuedWorkbook.double, year: "2024", spareRows: 2), set: IssuedWorkbook.set.get())
    let third = try #require(plan.places["03"])
    #expect(third.sheet == "预算03表" && third.body == 7...16 && third.guardRows == [12, 16])
    #expect(third.levelRows.map(\.row) == [7, 8, 9, 10, 11, 13, 14, 15])
    #expect(third.levelRows.map(\.kind) == [.total, .department, .unit, .detail, .detail, .unit, .detail, .detail])
    let first = try #require(plan.places["01"])
    #expect(first.fixedRows.map(\.count) == [13, 33])
    #expect(first.fixedRows[0].first == 6 && first.fixedRows[0].last == 38 && first.fixedRows[1].last == 38)
    let twelfth = try #require(plan.places["12"])
    #expect(twelfth.fields[["预算情况", "部门预算总额（万元）"]] == CellReference("D9"))
    #expect(twelfth.fieldUnit == .万元 && plan.places.count == 13)
  }

  @Test func formsOfAllDepartmentsHaveTheSameShape() throws {
    let set = try IssuedWorkbook.set.get()
    func plan(_ name: String, _ unit: String) throws -> IssuePlan {
      try IssuePlan(
        IssueOrder(
          department: .init(code: "101", name: name, units: [.init(code: "101001", name: unit)]), year: "2024"),
        set: set)
    }
    let short = try plan("甲局", "乙所")
    let long = try plan("洛阳市老城区科技和工业信息化局", String(repeating: "很长的单位名称", count: 9))
    for (first, second) in zip(short.sheets, long.sheets) {
      #expect(first.widths == second.widths && first.rules.map(\.range) == second.rules.map(\.range))
      #expect(Set(first.cells.keys) == Set(second.cells.keys))
      let own = Set(short.departmentCells[first.name] ?? [])
      let differing = first.cells.filter { place, cell in second.cells[place]?.content != cell.content }.map(\.key)
      // The sheets of the rules have cells of their own that differ.
      if [IssuedSheet.audit, IssuedSheet.calculation, IssuedSheet.keys].contains(first.name) { continue }
      #expect(Set(differing).isSubset(of: own), "\(first.name)")
    }
  }
}
