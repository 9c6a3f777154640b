import Foundation
import Testing
import XlsxRead
import XlsxWrite

/// What those who used it first ran into.
@Suite struct PatchUseTests {
  // MARK: Formulas

  @Test(arguments: [
    "SUM(B2:B6", "SUM(B2:B6))", "=A1", "\"abc", "SUM（B2：B6）", "IF(A1=“是”,1,0)", "{=A1}", "{1,2)", "'a!B1",
    "Table1[[#All]", "A1）",
  ])
  func aFormulaThatExcelCannotReadIsRefused(_ formula: String) {
    let error = PatchBook().editRefusal {
      try $0.set(.formula(formula.hasPrefix("=") ? "=" + formula : formula, .unknown), at: cell("A1"))
    }
    #expect(error?.code == .badText)
    #expect(error?.cell == "A1")
  }

  @Test(arguments: [
    "SUM(B2:B6)", "IF(A1=\"（是）：“\",1,0)", "'a (b''s'!B1+1", "SUM({1,2;3,4})", "Table1[[#This Row],[金额（万元''s]]",
    "Table1[a'[b']]",
    "\"a\"\"b\"", "'（一）'!A1",
  ])
  func aFormulaThatExcelCanReadIsWritten(_ formula: String) throws {
    let book = try PatchBook().edited { try $0.set(.formula(formula, .unknown), at: cell("A1")) }
    let read = try Workbook(bytes: book.bytes, name: "a.xlsx").worksheets[0].rowReader().next()
    #expect(read?["A"]?.formula == formula)
    #expect(!book.rows().contains("<v>"))
  }

  // MARK: Merged cells

  @Test func aCellHiddenInsideMergedCellsIsRefused() throws {
    let book = PatchBook("", after: "<mergeCells count=\"1\"><mergeCell ref=\"B2:C3\"/></mergeCells>")
    for place in ["C2", "B3", "C3"] {
      for change in [
        { try $0.set(.number("1"), at: cell(place)) }, { try $0.addComment("a", author: "b", at: cell(place)) },
      ] as [(WorksheetPatch) throws -> Void] {
        let error = book.editRefusal(change)
        #expect(error?.code == .refused)
        #expect(error?.cell == place)
        #expect(error?.message.contains("Use B2.") == true)
      }
      _ = try book.edited {
        try $0.set(.nothing, at: cell(place))
        try $0.restyle(cell(place), PatchStyleTests.red)
      }
    }
    _ = try book.edited {
      try $0.set(.number("1"), at: cell("B2"))
      try $0.addComment("a", author: "b", at: cell("B2"))
    }
  }

  // MARK: Taking marks away

  @Test func aLinkIsTakenAway() throws {
    let links =
      "<hyperlinks><hyperlink ref=\"A1\" location=\"S!B1\"/><hyperlink ref=\"A2\" location=\"S!B2\"></hyperlink></hyperlinks>"
    let book = PatchBook("", after: links)
    let one = try book.edited { try $0.removeLink(at: cell("A2")) }
    #expect(one.sheet().contains("<hyperlinks><hyperlink ref=\"A1\" location=\"S!B1\"/></hyperlinks>"))
    // An empty list would not be sound.
    let none = try book.edited {
      try $0.removeLink(at: cell("A1"))
      try $0.removeLink(at: cell("A2"))
    }
    #expect(!none.sheet().contains("hyperlink"))
    let other = try book.edited {
      try $0.removeLink(at: cell("A1"))
      try $0.addLink(at: cell("C1"), toSheet: "S")
    }
    #expect(other.sheet().contains("<hyperlink ref=\"A2\" location=\"S!B2\"></hyperlink><hyperlink ref=\"C1\""))
    #expect(!other.sheet().contains("ref=\"A1\""))
    let untouched = try PatchBook("").edited { try $0.removeLink(at: cell("A1")) }
    #expect(untouched.changed == [])
  }

  @Test func commentsAreTakenAwayByTheirText() throws {
    let first = try PatchBook().patched {
      let sheet = try $0.worksheet(named: "S")
      try sheet.addComment("【审核】一", author: "a", at: cell("A1"))
      try sheet.addComment("二", author: "a", at: cell("A2"))
      try sheet.addComment("【审核】三 <&>", author: "b", at: cell("A3"))
    }
    let patch = try WorkbookPatch(ofBytes: first.bytes, name: "a.xlsx")
    let removed = try patch.worksheet(named: "S").removeComments { _, _, text in text.hasPrefix("【审核】") }
    #expect(removed == [cell("A1"), cell("A3")])
    let left = try Workbook(bytes: try patch.bytes(), name: "b.xlsx").worksheets[0].comments()
    #expect(left.map(\.text) == ["二"])
  }

  // MARK: Errors

  @Test(arguments: ["0.00\"元", "[红色", "0.00\\", "0_", "\""])
  func aNumberFormatThatIsNotClosedIsRefused(_ format: String) {
    let error = PatchBook().editRefusal { try $0.restyle(cell("A1"), StyleChange(numberFormat: format)) }
    #expect(error?.code == .badFormat)
  }

  @Test func aPlaceThatIsNotThereIsNamed() throws {
    let sheet = try PatchBook().open().worksheet(named: "S")
    let error = #expect(throws: XlsxWriteError.self) { try sheet.move(to: 1) }
    #expect(error?.message == "there is no place 1 for a sheet. Choose 0 to 0.")
  }

  @Test func whatCannotBeWrittenIsNamedNotWhatIsRead() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("use-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appendingPathComponent("in.xlsx")
    try Data(PatchBook().bytes).write(to: input)
    let patch = try WorkbookPatch(of: input.path)
    try patch.worksheet(named: "S").set(.number("1"), at: cell("A1"))
    // Somebody writes a shorter file over it meanwhile.
    try Data(PatchBook().bytes.dropLast(200)).write(to: input)
    let error = #expect(throws: XlsxWriteError.self) {
      try patch.write(to: folder.appendingPathComponent("out.xlsx").path)
    }
    #expect(error?.code == .cannotRead)
    #expect(error?.message.contains("changed meanwhile") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["in.xlsx"])
  }
}
