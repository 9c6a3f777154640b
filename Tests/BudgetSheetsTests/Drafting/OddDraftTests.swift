import Foundation
import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

@testable import BudgetSheets

/// Blank forms that are hostile, broken, or no forms at all.
@Suite struct OddDraftTests {
  /// A workbook of one sheet.
  private func workbook(_ name: String = "表", _ fill: (borrowing WorksheetWriter) throws -> Void) throws -> [UInt8] {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: url) }
    let writer = try WorkbookWriter(path: url.path)
    try fill(try writer.addWorksheet(named: name))
    try writer.close()
    return [UInt8](try Data(contentsOf: url))
  }

  @Test func aWorkbookWithoutFormsIsRefused() throws {
    let bytes = try workbook("说明") { sheet in
      try sheet.write(text: "填报说明", at: CellReference(row: 1, column: 1))
      try sheet.write(text: "请各部门按时报送。", at: CellReference(row: 2, column: 1))
    }
    do {
      _ = try DraftedSet(bytes)
      Issue.record("nothing is a form there")
    } catch let error as FormSetDraftError {
      guard case .noForm(_, let sheets) = error else { throw error }
      #expect(sheets == ["说明"] && error.line(in: .chinese).contains("说明"))
    }
    #expect(throws: FormSetDraftError.self) { try DraftedSet([1, 2, 3]) }
  }

  @Test func labelsThatMeanSomethingToYAMLComeBackAsTheyAre() throws {
    let labels = [
      "名称", "金额: #1", "- 甲", "{乙}", "[丙], 丁", "\"戊\"", "己 #庚", "&辛", "*壬", "true", "0123", "a: b", "\\", "!x", "%y",
      "@z", "`q`", "甲/乙", "'单引号'", "null", "? x", "|", ">", "2024", "1e5", "~",
    ]
    let bytes = try workbook { sheet in
      try sheet.write(text: "2024年试验表", at: CellReference(row: 1, column: 1))
      try sheet.write(text: "单位：元", at: CellReference(row: 2, column: 1))
      for (index, label) in labels.enumerated() {
        try sheet.write(text: label, at: CellReference(row: 3, column: index + 1))
      }
      let money = CellFormat(numberFormat: "#,##0.00")
      for index in labels.indices.dropFirst() {
        try sheet.writeBlank(at: CellReference(row: 4, column: index + 1), format: money)
      }
    }
    let drafted = try DraftedSet(bytes)
    let form = try #require(drafted.set.forms.first)
    #expect(form.leaves.map(\.label) == labels)
    #expect(!form.leaves.dropFirst().contains { !$0.isAmount })
  }

  @Test(arguments: [
    "甲: 乙", "x # y", "", " a", "a ", "yes", "12", "1.5", "&x", "a&b", "“引”", "a\nb", "\u{7}", "-", "=1", "甲，乙",
  ])
  func aScalarIsReadBackAsItWas(_ text: String) throws {
    let yaml = YAMLText.file([
      .init(key: "a", node: .texts([text, "x"])), .init(key: "b", node: .text(text), remarks: ["x: y & z\n#"]),
    ])
    let map = try DefinitionNode.parse(yaml, file: "x").mapping(["a", "b"])
    #expect(try map.texts("a") == [text, "x"])
    #expect(try map.text("b") == text)
  }

  @Test(arguments: [
    ("D8+E8", ["D8", "E8"]), ("=SUM(F8:H8)", ["F8:H8"]), ("SUM(F8:H8,J8)+K8", ["F8:H8", "J8", "K8"]),
    ("IF(ROUND(SUM(D7,O7),6)=0,\"\",SUM(D7,O7))", ["D7", "O7"]), ("IF(B2+B3=0,\"\",B2+B3)", ["B2", "B3"]),
    ("ROUND(E8+I8,2)", ["E8", "I8"]), ("+$B$6+B8", ["$B$6", "B8"]), ("(A1+A2)", ["A1", "A2"]),
  ])
  func plainSumsAreRead(_ formula: String, _ cells: [String]) {
    #expect(SumText.ranges(of: formula) == cells.compactMap { CellRange($0) })
  }

  @Test(arguments: [
    "A1*2", "A1-A2", "SUM(A1:A3)/10000", "Sheet2!A1", "IF(A1>0,A1,0)", "IF(A1=0,\"\",A2)", "A1+A1", "SUM(A1:A5,A3)",
    "1+A1",
    "VLOOKUP(A1,B:C,2,0)", "", "SUM(", "((((((((((((((((((((((((((((((((((A1", "SUMIF(A1:A3,\">0\")", "A1%",
  ])
  func nothingElseIsTakenForASum(_ formula: String) {
    #expect(SumText.ranges(of: formula) == nil)
  }

  @Test func aHugeSheetTakesBoundedTimeAndSaysThatItIsCut() throws {
    let bytes = try workbook { sheet in
      try sheet.write(text: "2024年大表", at: CellReference(row: 1, column: 1))
      try sheet.write(text: "单位：元", at: CellReference(row: 1, column: 200))
      for column in 1...250 {
        try sheet.write(text: column == 1 ? "项目" : "栏\(column)金额", at: CellReference(row: 2, column: column))
      }
      for row in 3...3_000 {
        try sheet.write(text: "第\(row)项", at: CellReference(row: row, column: 1))
        for column in 2...4 {
          try sheet.write(formula: "SUM(E\(row):GZ\(row))", number: 0, at: CellReference(row: row, column: column))
        }
      }
      let everywhere = DataValidation(.decimal(.between(0, 1)))
      for column in 1...200 {
        try sheet.addValidation(
          everywhere, to: CellRange(CellReference(row: 3, column: column), CellReference(row: 9_000, column: column)))
      }
    }
    let start = ContinuousClock.now
    let drafted = try DraftedSet(bytes)
    #expect(ContinuousClock.now - start < .seconds(60))
    #expect(drafted.draft.questions.contains { $0.topic == .tooMuch })
    #expect(drafted.set.forms[0].leaves.count == 200)
  }

  @Test func equalColumnsAndRowsAreToldAndNotGuessed() throws {
    let bytes = try workbook { sheet in
      try sheet.write(text: "2024年收支表", at: CellReference(row: 1, column: 1))
      try sheet.write(text: "单位：元", at: CellReference(row: 2, column: 1))
      for (column, label) in ["项目", "金额", "金额"].enumerated() {
        try sheet.write(text: label, at: CellReference(row: 3, column: column + 1))
      }
      for (row, label) in ["一、收入", "二、支出", "一、收入"].enumerated() {
        try sheet.write(text: label, at: CellReference(row: row + 4, column: 1))
      }
      try sheet.write(formula: "B5+B6", number: 0, at: CellReference(row: 4, column: 2))
      try sheet.write(formula: "B4+B6", number: 0, at: CellReference(row: 5, column: 2))
    }
    let drafted = try DraftedSet(bytes)
    let form = drafted.set.forms[0]
    #expect(form.leaves.map(\.label) == ["项目", "金额"] && form.panes[0].fixedRows.map(\.label) == ["一、收入", "二、支出"])
    // Sums that go round in a circle, and one of which a part is gone, are none.
    #expect(!form.panes[0].fixedRows.contains { !$0.sum.isEmpty })
    let topics = drafted.draft.questions.map(\.topic)
    #expect(topics.contains(.columnTwice("金额")) && topics.contains(.rowTwice("一、收入")))
  }

  @Test func everyFixtureCutShortIsRefusedOrDrafted() throws {
    let url = try #require(
      Bundle.module.url(forResource: "county-b", withExtension: "xlsx", subdirectory: "Fixtures/blank-forms"))
    let bytes = [UInt8](try Data(contentsOf: url))
    for length in stride(from: 0, to: bytes.count, by: 611) {
      #expect(throws: FormSetDraftError.self) { try DraftedSet(Array(bytes[..<length])) }
    }
  }
}
