import BudgetSheets
import Testing
import XlsxPackage
import XlsxRead

/// Names that are looked up, notes that come and go, the cover, and what the workbook says of itself.
@Suite struct IssuedTextsTests {
  private static let issued = Result { try IssuedWorkbook(spareRows: 4) }

  @Test func namesAreLookedUpByTheirCodes() throws {
    let workbook = try Self.issued.get()
    let name = try #require(try workbook.cells("预算03表")["E9"])
    #expect(name.rawText == "" && name.style?.isLocked == false && name.numberFormat == "General")
    #expect(
      name.formula
        == "IF(A9&B9&C9=\"\",\"\",IFERROR(LOOKUP(2,1/EXACT(字典_1,IF(A9=\"\",\"\",RIGHT(\"000\"&A9,3))&IF(B9=\"\",\"\",RIGHT(\"00\"&B9,2))&IF(C9=\"\",\"\",RIGHT(\"00\"&C9,2))),字典_2),\"\"))"
    )
    let other = try #require(try workbook.cells("预算06表")["D7"]?.formula)
    #expect(other.contains("RIGHT(\"00000\"&C7,5)"))
    // The codes and the names on the hidden sheet are those of the dictionary, one below the other.
    let hidden = try workbook.cells("字典")
    let entries = try #require(try IssuedWorkbook.set.get().lists["功能分类"]).entries
    #expect(hidden["A3"]?.rawText == entries[0].code && hidden["B3"]?.rawText == entries[0].name)
    // The department's own row is filled in.
    #expect(try workbook.cells("预算03表")["E8"]?.formula == nil)
  }

  @Test func theNoteOfAnEmptyFormIsShownWhileItIsEmpty() throws {
    let workbook = try Self.issued.get()
    let note = try #require(try workbook.cells("预算09表")["A14"])
    #expect(note.rawText == "备注：洛阳市老城区科技和工业信息化局 2024 年无政府性基金预算拨款安排的支出，故此表无数据。")
    #expect(
      note.formula
        == "IF(SUMPRODUCT(ISNUMBER(F7:N13)*(F7:N13<>0))=0,\"备注：\"&'填报说明'!$C$3&\" 2024 年无政府性基金预算拨款安排的支出，故此表无数据。\",\"\")"
    )
    #expect(note.style?.isLocked == true)
    let eighth = try workbook.cells("预算08表")
    #expect(eighth["A7"]?.rawText.hasPrefix("注：按照") == true && eighth["A7"]?.formula == nil)
    #expect(eighth["A8"]?.formula?.hasPrefix("IF(SUMPRODUCT(ISNUMBER(A6:F6)") == true)
  }

  @Test func theCoverSaysWhoseItIsAndLeadsEverywhere() throws {
    let workbook = try Self.issued.get()
    let cells = try workbook.cells("填报说明")
    #expect(try workbook.workbook.worksheets.first?.name == "填报说明")
    #expect(cells["A1"]?.rawText == "2024年部门预算公开表填报说明")
    #expect(cells["C3"]?.rawText == "洛阳市老城区科技和工业信息化局" && cells["C4"]?.rawText == "250")
    let texts = cells.values.map(\.rawText)
    #expect(["250001", "张三", "2023年11月30日", "预算13表", "2024年部门收支预算表", "无法审核"].allSatisfy(texts.contains))
    let links = cells.values.compactMap(\.formula).filter { $0.hasPrefix("HYPERLINK(\"#'") }
    #expect(links.count == 14 && links.contains("HYPERLINK(\"#'预算03表'!A9\",\"2024年部门支出预算表\")"))
    #expect(cells.values.allSatisfy { $0.style?.isLocked == true })
  }

  @Test func theWorkbookOpensAtTheFirstCellToFillIn() throws {
    let workbook = try Self.issued.get()
    let selected = try workbook.workbook.worksheets.filter { try $0.layout().view?.isSelected == true }.map(\.name)
    #expect(selected == ["预算01表"])
  }

  @Test func theStampStandsInNamesAndInAHiddenCell() throws {
    let long = DepartmentList.Department(code: "250", name: String(repeating: "很长的部门名称", count: 40))
    let issued = try IssuedWorkbook(long)
    let set = try IssuedWorkbook.set.get()
    let names = try issued.workbook.definedNames()
    func text(_ name: String) -> String? { names.first { $0.name == "BudgetSheets.\(name)" }?.text }
    #expect(
      text("Set") == "\"luoyang-2023\"" && text("Year") == "\"2024\"" && text("Definition") == "\"\(set.digest)\"")
    #expect(text("Department") == "'填报说明'!$C$3" && text("Code") == "'填报说明'!$C$4")
    #expect(try issued.cells("填报说明")["C3"]?.rawText == long.name)
    let hidden = try #require(try issued.cells("审核计算")["A1"]?.rawText)
    #expect(hidden.hasPrefix("BudgetSheets.Set=luoyang-2023\n") && hidden.contains("\nBudgetSheets.Code=250\n"))
    #expect(hidden.contains("\nBudgetSheets.Definition=\(set.digest)"))
  }
}
