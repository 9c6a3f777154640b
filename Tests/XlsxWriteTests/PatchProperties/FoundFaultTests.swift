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
    func fill(_ sheet: WorksheetWriter) throws {
      try sheet.writeInternalLink(toSheet: "a", text: "x", at: Self.place)
      try sheet.write(formula: "='a'!B2", number: 0, at: CellReference(row: 2, column: 1))
    }
    let workbook = try patched([], fill) { patch in try patch.worksheet(named: "a").rename(to: "_x0041_") }
    #expect(try workbook.worksheets[0].layout().hyperlink(at: Self.place)?.location == "'_x0041_'!A1")
    #expect(try workbook.worksheets[0].rows[CellReference(row: 2, column: 1)]?.formula == "'_x0041_'!B2")
  }

  /// An underscore that was escaped in the file must not be escaped once more.
  @Test func aRenameKeepsATextInAFormulaThatLooksLikeAnEscape() throws {
    let writer = try WorkbookWriter()
    _ = try writer.addWorksheet(named: "a")
    let first = try WorkbookPatch(ofBytes: try writer.closeToBytes(), name: "a.xlsx")
    try first.worksheet(named: "a").set(.formula("a!B1&\"_x000D_\"", .text("x")), at: Self.place)
    let second = try WorkbookPatch(ofBytes: try first.bytes(), name: "b.xlsx")
    try second.worksheet(named: "a").rename(to: "b")
    let workbook = try Workbook(bytes: try second.bytes(), name: "c.xlsx")
    #expect(try workbook.worksheets[0].rows[Self.place]?.formula == "'b'!B1&\"_x000D_\"")
  }

  /// The order of two changes of different things should not matter.
  @Test func aFormulaFollowsARenameOfTheSamePatch() throws {
    let workbook = try patched(["b"]) { patch in
      try patch.worksheet(named: "a").set(.formula("b!A1", .number("0")), at: Self.place)
      try patch.worksheet(named: "b").rename(to: "c")
    }
    #expect(try workbook.worksheets[0].rows[Self.place]?.formula == "'c'!A1")
  }

  /// A style sheet whose elements have a prefix, as some programs write it, must not get elements without one.
  @Test func theStylesOfAnAddedSheetTakeThePrefixOfTheOthers() throws {
    let parts = try addingASheet(prefixing: "xl/styles.xml")
    let foreign = parts["xl/styles.xml"].matches(of: #/<[a-z][A-Za-z]*[ >\/]/#).map { String($0.0) }
    #expect(foreign == [])
  }

  @Test func theNamesOfAnAddedSheetTakeThePrefixOfTheOthers() throws {
    let parts = try addingASheet(prefixing: "xl/workbook.xml")
    let foreign = parts["xl/workbook.xml"].matches(of: #/<[a-z][A-Za-z]*[ >\/]/#).map { String($0.0) }
    #expect(foreign == [])
  }

  /// A workbook one of whose parts has a prefix, with a sheet added that has looks and a name of its own.
  private func addingASheet(prefixing part: String) throws -> PackageParts {
    let writer = try WorkbookWriter()
    try writer.addWorksheet(named: "a").write(number: 1, at: Self.place)
    let parts = try PackageParts(try writer.closeToBytes())
    var package = StoredPackage()
    for name in parts.names.sorted() {
      let text =
        name == part
        ? parts[name].replacing(#/<(\/?)([A-Za-z])/#) { "<\($0.1)x:\($0.2)" }
          .replacing("xmlns=", with: "xmlns:x=") : parts[name]
      package.add(name, Array(text.utf8))
    }
    let patch = try WorkbookPatch(ofBytes: package.bytes, name: "a.xlsx")
    try patch.addWorksheet(named: "b") { sheet in
      try sheet.write(number: 1, at: Self.place, format: CellFormat(font: CellFont(isBold: true), fill: .red))
      try sheet.printSetup(PrintSetup(repeatedRows: 1...1))
    }
    return try PackageParts(try patch.bytes())
  }

  /// A conversation that no list of plain comments stands for: XlsxRead gives it, and the patch finds it.
  @Test func aConversationWithoutAPlainCommentIsTakenAway() throws {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    func relationship(_ type: String, _ target: String) -> String {
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"rId1\" Type=\"\(type)\" Target=\"\(target)\"/></Relationships>"
    }
    var package = StoredPackage()
    for (name, text) in [
      ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
      ("_rels/.rels", relationship(office + "/officeDocument", "xl/workbook.xml")),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", relationship(office + "/worksheet", "worksheets/sheet1.xml")),
      ("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"\(main)\"><sheetData/></worksheet>"),
      (
        "xl/worksheets/_rels/sheet1.xml.rels",
        relationship("http://schemas.microsoft.com/office/2017/10/relationships/threadedComment", "../threads.xml")
      ),
      (
        "xl/threads.xml",
        "<ThreadedComments xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments\">"
          + "<threadedComment ref=\"A1\" id=\"{1}\"><text>看</text></threadedComment></ThreadedComments>"
      ),
    ] { package.add(name, Array(text.utf8)) }
    let before = try Workbook(bytes: package.bytes, name: "a.xlsx")
    #expect(try before.worksheets[0].comments().count == 1)
    let patch = try WorkbookPatch(ofBytes: package.bytes, name: "a.xlsx")
    try patch.worksheet(named: "a").removeComment(at: Self.place)
    let after = try Workbook(bytes: try patch.bytes(), name: "b.xlsx")
    #expect(try after.worksheets[0].comments() == [])
  }

  /// The library would lose what stands behind a number sign.
  @Test func aNewLinkToASheetWithANumberSignIsRefused() throws {
    let sheet = try WorkbookWriter().addWorksheet(named: "1#楼")
    let error = #expect(throws: XlsxWriteError.self) {
      try sheet.writeInternalLink(toSheet: "1#楼", text: "x", at: Self.place)
    }
    #expect(error?.code == .badSheetName)
  }

  @Test func aLinkOfAPatchLeadsToASheetWithANumberSign() throws {
    let workbook = try patched(named: "1#楼") { patch in
      try patch.worksheet(named: "1#楼").addLink(at: Self.place, toSheet: "1#楼")
    }
    #expect(try workbook.worksheets[0].layout().hyperlink(at: Self.place)?.location == "'1#楼'!A1")
  }
}
