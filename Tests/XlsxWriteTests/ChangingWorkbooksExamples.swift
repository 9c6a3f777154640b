import Foundation
import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

/// The examples of "Change a workbook" in `XlsxWrite.docc`, each run as it stands there, on the published budget.
@Suite final class ChangingWorkbooksExamples {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("change-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    try FileManager.default.copyItem(
      at: root.appendingPathComponent("examples/laocheng-2023.xlsx"),
      to: folder.appendingPathComponent("submitted.xlsx"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.appendingPathComponent(name)) }

  func cell(_ text: String, _ sheet: String, _ file: String) throws -> Cell? {
    let workbook = try Workbook(path: path(file))
    let reference = try #require(CellReference(text))
    let worksheet = try #require(workbook.worksheets.first { $0.name == sheet })
    for row in try worksheet.rows where row.number == reference.row {
      return row.first { $0.reference == reference }
    }
    return nil
  }

  @Test func overview() throws {
    let patch = try WorkbookPatch(of: path("submitted.xlsx"))
    let sheet = try patch.worksheet(named: "预算01表")
    let cell = CellReference(row: 7, column: 2)
    try sheet.set(.number("634.34"), at: cell)
    try sheet.restyle(cell, StyleChange(fill: .color(Color(0xFFC7CE))))
    try sheet.addComment("应为 634.34", author: "财政局", at: cell)
    try patch.write(to: path("returned.xlsx"))

    #expect(try self.cell("B7", "预算01表", "returned.xlsx")?.rawText == "634.34")
    let comments = try #require(try Workbook(path: path("returned.xlsx")).worksheets.first).comments()
    #expect(comments.map(\.text) == ["应为 634.34"])
    #expect(comments.map(\.author) == ["财政局"])
    #expect(comments.map(\.reference) == [cell])
  }

  @Test func cellsLooksSheets() throws {
    let patch = try WorkbookPatch(of: path("submitted.xlsx"))
    let sheet = try patch.worksheet(named: "预算01表")
    let cell = CellReference(row: 7, column: 2)
    try sheet.set(.text("0012"), at: CellReference(row: 2, column: 1))
    try sheet.set(.formula("SUM(B2:B6)", .number("1250.60")), at: CellReference(row: 7, column: 2))
    try sheet.set(.nothing, at: CellReference(row: 6, column: 2))

    try sheet.restyle(cell, StyleChange(fontColor: .color(.red), numberFormat: "#,##0.00"))
    try sheet.addLink(at: cell, toSheet: "预算02表", cell: CellReference(row: 5, column: 4))
    try sheet.addComment("与预算02表不符", author: "财政局", at: CellReference(row: 8, column: 2))
    try sheet.removeComments(by: "去年的审核")

    try patch.addWorksheet(named: "问题清单", at: 0) { list in
      try list.setColumnWidth(1...1, 40)
      try list.write(text: "预算01表!B7 与预算02表不符", at: CellReference(row: 1, column: 1))
      try list.activate()
    }
    try patch.worksheet(named: "预算13表").setVisibility(.hidden)
    try patch.worksheet(named: "预算12表").move(to: 1)
    try patch.worksheet(named: "预算11表").rename(to: "项目支出")
    try patch.setProperty(.title, to: "2023年部门预算（已审核）")

    let before = try bytes("submitted.xlsx")
    try patch.write(to: path("returned.xlsx"), replacesExisting: false)
    try patch.replaceOriginal(keepingBackup: path("submitted.bak.xlsx"))
    #expect(try bytes("submitted.bak.xlsx") == before)
    #expect(try bytes("submitted.xlsx") == bytes("returned.xlsx"))

    let kept = try sheet.fill(at: cell).text
    let next = try WorkbookPatch(of: path("returned.xlsx"))
    let marked = try next.worksheet(named: "预算01表")
    let fill = CellFill(text: kept).map { StyleChange.FillChange.exactly($0) }
    try marked.restyle(cell, StyleChange(fill: fill ?? .cleared, fontColor: .cleared))
    try marked.removeLink(at: cell)
    try marked.removeComments { _, _, text in text.hasPrefix("与预算02表") }
    try next.setCustomProperty("轮次", to: "2")
    try next.removeSheet(named: "问题清单")
    try next.addWorksheet(named: "问题清单", at: 0) { list in
      try list.write(text: "没有问题", at: CellReference(row: 1, column: 1))
    }
    try next.write(to: path("again.xlsx"))
    let again = try Workbook(path: path("again.xlsx"))
    #expect(again.worksheets.map(\.name).prefix(3) == ["问题清单", "预算12表", "预算01表"])
    #expect(try self.cell("A1", "问题清单", "again.xlsx")?.rawText == "没有问题")
    #expect(try again.worksheets[2].layout().hyperlinks.isEmpty)
    #expect(try again.worksheets[2].comments().isEmpty)
    #expect(try again.customProperties() == ["轮次": "2"])

    let workbook = try Workbook(path: path("returned.xlsx"))
    #expect(
      workbook.worksheets.map(\.name) == [
        "问题清单", "预算12表", "预算01表", "预算02表", "预算03表", "预算04表", "预算05表", "预算06表", "预算07表", "预算08表",
        "预算09表", "预算10表", "项目支出", "预算13表",
      ])
    #expect(workbook.worksheets.last?.visibility == .hidden)
    #expect(try workbook.documentProperties().title == "2023年部门预算（已审核）")
    let text = try #require(try self.cell("A2", "预算01表", "returned.xlsx"))
    #expect(text.kind == .text && text.rawText == "0012")
    let formula = try #require(try self.cell("B7", "预算01表", "returned.xlsx"))
    #expect(formula.formula == "SUM(B2:B6)" && formula.rawText == "1250.60" && formula.shownText == "1,250.60")
    #expect(try self.cell("B6", "预算01表", "submitted.bak.xlsx")?.kind == .number)
    #expect(try self.cell("B6", "预算01表", "returned.xlsx")?.kind == .blank)
    #expect(try self.cell("A1", "问题清单", "returned.xlsx")?.rawText == "预算01表!B7 与预算02表不符")
    let links = try workbook.worksheets[2].layout().hyperlinks
    #expect(links.map(\.location) == ["'预算02表'!D5"])
  }
}
