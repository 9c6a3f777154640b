import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

/// What the random cases, and those by hand, have found.
@Suite struct FoundFaultTests {
  private static let place = CellReference(row: 1, column: 1)

  private func patched(
    named name: String = "a", _ others: [String] = [], _ fill: (WorksheetWriter) throws -> Void = { _ in },
    _ change: (WorkbookPatch) throws -> Void
  ) throws -> Workbook {
    let writer = try WorkbookWriter()
    let sheet = try writer.addWorksheet(named: name)
    for other in others { _ = try writer.addWorksheet(named: other) }
    try fill(sheet)
    let patch = try WorkbookPatch(ofBytes: try writer.closeToBytes(), name: "a.xlsx")
    try change(patch)
    return try Workbook(bytes: try patch.bytes(), name: "b.xlsx")
  }

  /// ST_Xstring: a tip that looks like an escape must be escaped (ECMA-376 18.3.1.47, 22.9.2.19).
  @Test func aTipThatLooksLikeAnEscapeStays() throws {
    let workbook = try patched { patch in
      try patch.worksheet(named: "a").addLink(at: Self.place, toSheet: "a", tip: "_x0041_")
    }
    #expect(try workbook.worksheets[0].layout().hyperlink(at: Self.place)?.tooltip == "_x0041_")
  }

  /// The place that a link leads to is such a string too.
  @Test func aLinkLeadsToASheetWhoseNameLooksLikeAnEscape() throws {
    let workbook = try patched { patch in
      try patch.worksheet(named: "a").rename(to: "_x0041_")
      try patch.worksheet(named: "_x0041_").addLink(at: Self.place, toSheet: "_x0041_")
    }
    #expect(workbook.worksheets[0].name == "_x0041_")
    #expect(try workbook.worksheets[0].layout().hyperlink(at: Self.place)?.location == "'_x0041_'!A1")
  }

  @Test func aLinkFollowsASheetWhoseNewNameLooksLikeAnEscape() throws {
    let workbook = try patched(
      [],
      { sheet in
        try sheet.writeInternalLink(toSheet: "a", text: "x", at: Self.place)
        try sheet.write(formula: "='a'!B2", number: 0, at: CellReference(row: 2, column: 1))
      }
    ) { patch in try patch.worksheet(named: "a").rename(to: "_x0041_") }
    #expect(try workbook.worksheets[0].layout().hyperlink(at: Self.place)?.location == "'_x0041_'!A1")
    #expect(try workbook.worksheets[0].rows[CellReference(row: 2, column: 1)]?.formula == "'_x0041_'!B2")
  }

  /// The order of two changes of different things should not matter.
  @Test func aFormulaFollowsARenameOfTheSamePatch() throws {
    let workbook = try patched(["b"]) { patch in
      try patch.worksheet(named: "a").set(.formula("b!A1", .number("0")), at: Self.place)
      try patch.worksheet(named: "b").rename(to: "c")
    }
    #expect(try workbook.worksheets[0].rows[Self.place]?.formula == "'c'!A1")
  }

  /// The writer's own links lose what stands behind a number sign.
  @Test func aNewLinkLeadsToASheetWithANumberSign() throws {
    let writer = try WorkbookWriter()
    try writer.addWorksheet(named: "1#楼").writeInternalLink(toSheet: "1#楼", text: "x", at: Self.place)
    let workbook = try Workbook(bytes: try writer.closeToBytes(), name: "a.xlsx")
    #expect(try workbook.worksheets[0].layout().hyperlink(at: Self.place)?.location == "'1#楼'!A1")
  }
}
