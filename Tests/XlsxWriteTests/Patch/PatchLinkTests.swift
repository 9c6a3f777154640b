import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

@Suite struct PatchLinkTests {
  static func tail(_ after: String, _ change: (WorksheetPatch) throws -> Void) throws -> String {
    let book = try PatchBook("", after: after).edited(change)
    return plain(PatchedBook.between("</sheetData>", "</worksheet>", book.sheet()))
  }

  /// The text with apostrophes as they may stand between double quotes.
  static func plain(_ xml: String) -> String { xml.replacing("&apos;", with: "'") }

  static let link = "<hyperlink ref=\"A1\" location=\"'S'!B2\"/>"

  static func add(_ sheet: WorksheetPatch) throws { try sheet.addLink(at: cell("A1"), toSheet: "S", cell: cell("B2")) }

  @Test func theFirstLinkStandsInItsPlace() throws {
    // CT_Worksheet: … conditionalFormatting, dataValidations, hyperlinks, printOptions, pageMargins, …
    for (before, behind) in [
      ("", ""), ("<sheetProtection/><mergeCells/>", "<printOptions/>"), ("<conditionalFormatting/>", "<pageMargins/>"),
      ("<dataValidations/>", "<pageSetup/><extLst/>"), ("<phoneticPr/>", "<drawing r:id=\"rId1\"/>"),
      ("", "<tableParts/>"),
      (
        "<mergeCells/>",
        "<mc:AlternateContent xmlns:mc=\"m\"><mc:Choice Requires=\"x14\"><controls/></mc:Choice></mc:AlternateContent>"
      ),
    ] {
      #expect(try Self.tail(before + behind, Self.add) == "\(before)<hyperlinks>\(Self.link)</hyperlinks>\(behind)")
    }
  }

  @Test func linksJoinAListThatIsThere() throws {
    for list in ["<hyperlinks/>", "<hyperlinks />", "<hyperlinks></hyperlinks>"] {
      #expect(
        try Self.tail("<mergeCells/>\(list)<pageMargins/>", Self.add)
          == "<mergeCells/><hyperlinks>\(Self.link)</hyperlinks><pageMargins/>")
    }
    let others =
      "<hyperlink ref=\"C3\" r:id=\"rId1\"/><!-- a --><hyperlink ref='D4:E5' location='x' display='y'></hyperlink>"
    #expect(
      try Self.tail("<hyperlinks>\(others)</hyperlinks>", Self.add) == "<hyperlinks>\(others)\(Self.link)</hyperlinks>")
  }

  @Test func aLinkTakesThePlaceOfThatOfItsCell() throws {
    for old in [
      "<hyperlink ref=\"A1\" r:id=\"rId1\"/>", "<hyperlink r:id='rId1' ref='A1'></hyperlink>",
      "<hyperlink ref=\"A1:A1\" location=\"x\"><a xmlns=\"u\"/></hyperlink>",
    ] {
      let other = "<hyperlink ref=\"B1\" location=\"x\"/>"
      #expect(
        try Self.tail("<hyperlinks>\(old)\(other)</hyperlinks>", Self.add)
          == "<hyperlinks>\(other)\(Self.link)</hyperlinks>")
    }
  }

  @Test func aLinkInsideALinkOfSeveralCellsIsRefused() {
    let old = PatchBook("", after: "<hyperlinks><hyperlink ref=\"A1:B2\" location=\"x\"/></hyperlinks>")
    let error = old.editRefusal(Self.add)
    #expect(error?.code == .refused)
    #expect(error?.cell == "A1")
    #expect(error?.message.contains("A1:B2") == true)
  }

  @Test func severalLinksStandInTheOrderOfTheSheet() throws {
    let tail = try Self.tail("") {
      try $0.addLink(at: cell("B1"), toSheet: "S", cell: cell("A9"), tip: "\"<&>'\n")
      try $0.addLink(at: cell("A2"), toSheet: "S")
      try $0.addLink(at: cell("A1"), toSheet: "s", cell: cell("B2"))
      try $0.addLink(at: cell("A1"), toSheet: "S", cell: cell("B2"))
    }
    #expect(
      tail == """
        <hyperlinks>\(Self.link)<hyperlink ref="B1" location="'S'!A9" tooltip="&quot;&lt;&amp;&gt;'&#10;"/>\
        <hyperlink ref="A2" location="'S'!A1"/></hyperlinks>
        """)
  }

  @Test func aLinkLeavesTheCellAndAllOtherParts() throws {
    let rows = "<row r=\"1\"><c r=\"A1\" s=\"2\"><v>1</v></c></row>"
    let book = try PatchBook(rows).edited(Self.add)
    #expect(book.rows() == rows)
    #expect(book.changed == [PatchBook.sheet1])
    let layout = try Workbook(bytes: book.bytes, name: "new.xlsx").worksheets[0].layout()
    #expect(layout.hyperlinks.map(\.location) == ["'S'!B2"])
  }

  @Test func linksWithPrefixes() throws {
    let old = PatchBook("", after: "<pageMargins/>").prefixed(PatchBook.sheet1)
    let book = try old.edited(Self.add)
    #expect(
      Self.plain(book.sheet()).contains(
        "</x:sheetData><x:hyperlinks><x:hyperlink ref=\"A1\" location=\"'S'!B2\"/></x:hyperlinks><x:pageMargins/>"))
  }

  @Test func namesWithApostrophesAreDoubled() throws {
    let book = try PatchBook(sheets: [("S", PatchBook.sheet("")), ("L'a &amp; b", PatchBook.sheet(""))]).edited {
      try $0.addLink(at: cell("A1"), toSheet: "L'a & b")
    }
    #expect(Self.plain(book.sheet()).contains("location=\"'L''a &amp; b'!A1\""))
  }

  @Test func aLinkMayLeadToASheetThatIsAddedOrRenamed() throws {
    let book = try PatchBook(sheets: [("S", PatchBook.sheet("")), ("T", PatchBook.sheet(""))]).patched { patch in
      try patch.worksheets[0].addLink(at: cell("A1"), toSheet: "新")
      try patch.worksheets[0].addLink(at: cell("A2"), toSheet: "U")
      try patch.worksheets[1].rename(to: "U")
      try patch.addWorksheet(named: "新") { try $0.write(number: 1, at: cell("A1")) }
    }
    #expect(Self.plain(book.sheet()).contains("'新'!A1"))
    #expect(Self.plain(book.sheet()).contains("'U'!A1"))
  }

  @Test func aLinkToNowhereIsRefused() {
    let error = PatchBook().editRefusal { try $0.addLink(at: cell("A1"), toSheet: "T") }
    #expect(error?.code == .noSuchWorksheet)
    #expect(error?.cell == "A1")
    #expect(error?.sheet == "S")
  }

  @Test func impossibleLinksAreRefused() throws {
    let sheet = try PatchBook().open().worksheets[0]
    for (name, tip, code) in [
      ("", nil, XlsxWriteError.Code.badSheetName), ("a[b", nil, .badSheetName),
      ("S", String(repeating: "长", count: 256), .tooLong),
    ] as [(String, String?, XlsxWriteError.Code)] {
      let error = #expect(throws: XlsxWriteError.self) { try sheet.addLink(at: cell("A1"), toSheet: name, tip: tip) }
      #expect(error?.code == code)
    }
    #expect(throws: XlsxWriteError.self) { try sheet.addLink(at: cell("A1"), toSheet: "S", tip: "\u{1}") }
  }

  // MARK: Content of later editions behind the rows

  /// A worksheet in which something of a later edition stands between the rows and the lists of our own.
  static let wrapped = """
    <mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14">\
    <sheetProtection/></mc:Choice></mc:AlternateContent>
    """

  @Test func aListBehindAlternateContentIsNotMadeTwice() throws {
    let tail = try Self.tail(
      "\(Self.wrapped)<mergeCells/><hyperlinks><hyperlink ref=\"C3\" location=\"x\"/></hyperlinks><pageMargins/>",
      Self.add)
    #expect(tail.matches(of: #/<hyperlinks/#).count == 1, "\(tail)")
    #expect(tail.contains("<mergeCells/><hyperlinks>"))
  }

  @Test func aListBehindAlternateContentStandsInItsPlace() throws {
    let tail = try Self.tail("\(Self.wrapped)<mergeCells/><pageMargins/>", Self.add)
    #expect(tail.hasSuffix("<mergeCells/><hyperlinks>\(Self.link)</hyperlinks><pageMargins/>"), "\(tail)")
  }

  @Test func aDrawingOfCommentsBehindAlternateContentIsNotMadeTwice() throws {
    let old = PatchCommentTests.commented(Self.wrapped + "<mergeCells/>")
    let book = try old.edited { try $0.addComment("a", author: "b", at: cell("D4")) }
    #expect(book.sheet().matches(of: #/<legacyDrawing /#).count == 1, "\(book.sheet())")
  }
}
