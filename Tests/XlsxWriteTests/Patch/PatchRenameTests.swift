import Testing
import XlsxPackage
import XlsxWrite

/// What follows the new name of a sheet.
@Suite struct PatchRenameTests {
  /// Sheets `S`, `Jan`, `Feb`, `Dec`, `L'a`, of which `S` becomes `新 表` and `Dec` becomes `12`.
  static func book(_ sheet: String, behindSheets: String = "") -> PatchBook {
    PatchBook(
      sheets: [("T", sheet)] + ["S", "Jan", "Feb", "Dec", "L'a"].map { ($0, PatchBook.sheet("")) },
      behindSheets: behindSheets)
  }

  static func rename(_ patch: WorkbookPatch) throws {
    try patch.worksheet(named: "S").rename(to: "新 表")
    try patch.worksheet(named: "Dec").rename(to: "12")
    try patch.worksheet(named: "L'a").rename(to: "O'b'c")
  }

  static let formulas: [(old: String, new: String)] = [
    ("S!A1", "'新 表'!A1"), ("'S'!A1", "'新 表'!A1"), ("s!$A$1:B2", "'新 表'!$A$1:B2"),
    ("SUM(S!A:A,S!1:1)", "SUM('新 表'!A:A,'新 表'!1:1)"),
    ("S!A1:S!B2", "'新 表'!A1:'新 表'!B2"), ("-S!A1+T!A1*'S'!x", "-'新 表'!A1+T!A1*'新 表'!x"), ("S!Name", "'新 表'!Name"),
    ("'L''a'!A1", "'O''b''c'!A1"), ("SUM(Jan:Dec!A1)", "SUM('Jan:12'!A1)"),
    ("SUM('Jan:Dec'!A1:B2)", "SUM('Jan:12'!A1:B2)"),
    ("SUM(S:Dec!A1)", "SUM('新 表:12'!A1)"),
    ("IF(S!A1=\"S!A1\",'S'!B1,\"'S'!\"&S!C1)", "IF('新 表'!A1=\"S!A1\",'新 表'!B1,\"'S'!\"&'新 表'!C1)"),
    ("\"a\"\"S!A1\"&S!A1", "\"a\"\"S!A1\"&'新 表'!A1"),
    ("Table1[[#This Row],[S!A1]]+S!A1", "Table1[[#This Row],[S!A1]]+'新 表'!A1"),
    ("Table1['[S!A1]+S!A1", "Table1['[S!A1]+'新 表'!A1"), ("S!A1#", "'新 表'!A1#"), ("@S!A1", "@'新 表'!A1"),
    ("{1,2}+S!A1", "{1,2}+'新 表'!A1"),
    ("S!A1&\"&amp;\"&\"<\"", "'新 表'!A1&\"&amp;\"&\"<\""), ("[1]S!A1+S!A1", "[1]S!A1+'新 表'!A1"),
    ("S!#REF!", "'新 表'!#REF!"),
    ("S!A1 S!B2", "'新 表'!A1 '新 表'!B2"),
  ]

  /// What looks like a renamed sheet and is none.
  static let others = [
    "A1+B2", "[1]S!A1", "'[1]S'!A1", "'[S.xlsx]S'!A1", "'C:\\S\\[a.xlsx]S'!A1", "[1]!S", "\"S!A1\"",
    "INDIRECT(\"S!A1\")", "\"it's S!A1\"",
    "SS!A1", "S.S!A1", "_S!A1", "'S '!A1", "'a''S'!A1", "表S!A1", "S", "S(1)", "S[x]", "Table1[S]", "Jan!A1",
    "SUM(Jan:Feb!A1)",
    "SUM([1]Jan:Dec!A1)", "SUM('[1]Jan:Dec'!A1)", "T!S", "T!S1", "#REF!",
  ]

  static func cell(_ formula: String) -> String {
    "<row r=\"1\"><c r=\"A1\"><f>\(PatchedText.escaped(formula))</f><v>1</v></c></row>"
  }

  @Test(arguments: formulas.indices) func theFormulaOfACellFollows(_ index: Int) throws {
    let (old, new) = Self.formulas[index]
    let book = try Self.book(PatchBook.sheet(Self.cell(old))).patched(Self.rename)
    #expect(PatchedText.unescaped(book.rows()) == PatchedText.unescaped(Self.cell(new)))
  }

  @Test(arguments: others) func whatIsNoSheetStays(_ formula: String) throws {
    let book = try Self.book(PatchBook.sheet(Self.cell(formula))).patched(Self.rename)
    #expect(book.rows() == Self.cell(formula))
    #expect(book.changed == ["xl/workbook.xml"])
  }

  @Test(arguments: ["NUM", "VALUE", "REF", "NULL", "N"]) func anErrorIsNoSheet(_ name: String) throws {
    let formula = "IF(\(name)!A1,#NUM!,#VALUE!)+#REF!+#NULL!+#N/A+#DIV/0!"
    let old = PatchBook(sheets: [("T", PatchBook.sheet(Self.cell(formula))), (name, PatchBook.sheet(""))])
    let book = try old.patched { try $0.worksheets[1].rename(to: "X") }
    #expect(book.rows() == Self.cell(formula.replacing("IF(\(name)!A1", with: "IF('X'!A1")))
  }

  @Test func anEscapeInAFormulaStays() throws {
    // A text in a formula that looks like an escape is written with one (ST_Xstring, 22.9.2.19).
    for text in ["_x005F_x000D_", "_x000D_"] {
      let old = "S!A1&amp;\"\(text)\""
      let book = try Self.book(
        PatchBook.sheet("<row r=\"1\"><c r=\"A1\"><f>\(old)</f></c></row>"),
        behindSheets: "<definedNames><definedName name=\"n\">\(old)</definedName></definedNames>"
      ).patched(Self.rename)
      #expect(book.rows() == "<row r=\"1\"><c r=\"A1\"><f>'新 表'!A1&amp;\"\(text)\"</f></c></row>")
      #expect(book["xl/workbook.xml"].contains("<definedName name=\"n\">'新 表'!A1&amp;\"\(text)\"</definedName>"))
    }
  }

  @Test func sharedAndArrayFormulasFollow() throws {
    let rows = """
      <row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">S!B1</f></c><c r="B1"><f t="array" ref="B1:B2">S!C1:C2</f></c></row>\
      <row r="2"><c r="A2"><f t="shared" si="0"/></c></row>
      """
    let book = try Self.book(PatchBook.sheet(rows)).patched(Self.rename)
    #expect(book.rows() == rows.replacing("S!", with: "'新 表'!"))
    let other = try Self.book(PatchBook.sheet(rows)).patched {
      try Self.rename($0)
      try $0.worksheets[0].set(.number("1"), at: XlsxWriteTests.cell("A1"))
    }
    #expect(other.rows().hasSuffix("<row r=\"2\"><c r=\"A2\"><f>'新 表'!B2</f></c></row>"))
  }

  @Test func namesSwapped() throws {
    let old = PatchBook(sheets: [("A", PatchBook.sheet(Self.cell("A!A1+B!A1+'A'!B1"))), ("B", PatchBook.sheet(""))])
    let book = try old.patched {
      let first = try $0.worksheet(named: "A")
      let second = try $0.worksheet(named: "b")
      try first.rename(to: "c")
      try second.rename(to: "A")
      try first.rename(to: "B")
    }
    #expect(book.rows() == Self.cell("'B'!A1+'A'!A1+'B'!B1"))
    #expect(PatchedBook.elements("sheet", in: book["xl/workbook.xml"]).map { $0["name"] } == ["B", "A"])
  }

  @Test func aNameThatIsTakenBackChangesNothing() throws {
    let book = try Self.book(PatchBook.sheet(Self.cell("S!A1"))).patched {
      try $0.worksheet(named: "S").rename(to: "X")
      try $0.worksheet(named: "X").rename(to: "S")
    }
    #expect(book.bytes == book.oldBytes)
  }

  @Test func onlyTheCaseMayChange() throws {
    let book = try Self.book(PatchBook.sheet(Self.cell("S!A1"))).patched {
      try $0.worksheet(named: "S").rename(to: "s")
    }
    #expect(book["xl/workbook.xml"].contains("<sheet name=\"s\""))
    #expect(["'s'!A1", "S!A1"].contains(PatchedBook.between("<f>", "</f>", book.rows())))
  }

  @Test func theListOfSheetsHasTheNewName() throws {
    let book = try Self.book(PatchBook.sheet("")).patched { try $0.worksheet(named: "S").rename(to: "<&\">") }
    #expect(
      PatchedText.unescaped(book["xl/workbook.xml"]).contains("<sheet name=\"<&\">\" sheetId=\"2\" r:id=\"rId2\"/>"))
    #expect(book["xl/workbook.xml"].contains("name=\"&lt;&amp;&quot;"))
  }

  @Test(arguments: [
    "", "a[b", "a]b", "a:b", "a*b", "a?b", "a/b", "a\\b", "'a", "a'", "T", "t", "L'A", "History", "a\u{1}",
    String(repeating: "长", count: 32),
  ])
  func impossibleNamesAreRefused(_ name: String) throws {
    let patch = try Self.book(PatchBook.sheet("")).open()
    let error = #expect(throws: XlsxWriteError.self) { try patch.worksheet(named: "S").rename(to: name) }
    #expect(error?.code == .badSheetName)
    #expect(throws: XlsxWriteError.self) { try patch.addWorksheet(named: name) { _ in } }
    #expect(patch.sheetNames.contains("S"))
  }

  @Test(arguments: ["&lt;", "&amp;", "&#65;", "_x0041_"]) func aNameThatLooksLikeAnEscapeIsFound(_ name: String) throws
  {
    let book = PatchBook(sheets: [("S", PatchBook.sheet("")), (PatchedText.escaped(name), PatchBook.sheet(""))])
    // Only the last kind is an escape of the format itself.
    let shown = name == "_x0041_" ? "A" : name
    #expect(try book.open().sheetNames == ["S", shown])
    #expect(try book.open().worksheet(named: shown).name == shown)
  }

  // MARK: Other places in a worksheet

  @Test func rulesFollow() throws {
    let after = """
      <conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>S!$A$1&gt;0</formula></cfRule>\
      </conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="B1"><formula1>S!$A$1:$A$9</formula1>\
      <formula2>Dec!A1</formula2></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" location="S!A1" display="S!A1"/>\
      <hyperlink ref="A2" location='&apos;S&apos;!A1'/></hyperlinks><extLst><ext xmlns:x14="a" xmlns:xm="b" uri="{1}">\
      <x14:conditionalFormattings><x14:cfRule><xm:f>S!A1</xm:f><x14:cfvo><xm:f>Dec!B2</xm:f></x14:cfvo></x14:cfRule></x14:conditionalFormattings>\
      <x14:dataValidation><x14:formula1><xm:f>S!$A$1</xm:f></x14:formula1></x14:dataValidation>\
      <x14:sparkline><xm:f>S!A1:B1</xm:f><xm:sqref>C1</xm:sqref></x14:sparkline></ext></extLst>
      """
    let book = try Self.book(PatchBook.sheet("", after: after)).patched(Self.rename)
    let expected = after.replacing(#/>S!/#, with: ">'新 表'!").replacing(">Dec!", with: ">'12'!")
      .replacing("location=\"S!A1\"", with: "location=\"'新 表'!A1\"").replacing("'&apos;S&apos;!A1'", with: "''新 表'!A1'")
    #expect(book.sheet().replacing("&apos;", with: "'") == PatchBook.sheet("", after: expected))
    #expect(book.sheet().contains("location='&apos;新 表&apos;!A1'"))
  }

  @Test func rulesWithPrefixesFollow() throws {
    let old = PatchBook.sheet(
      Self.cell("S!A1"),
      after: "<conditionalFormatting><cfRule><formula>S!A1</formula></cfRule></conditionalFormatting>")
    let book = try Self.book(PatchBook.prefixed(old)).patched(Self.rename)
    #expect(book.sheet() == PatchBook.prefixed(old).replacing("S!", with: "'新 表'!"))
  }

  @Test func theSourcesOfAConsolidationFollow() throws {
    let old = """
      <dataConsolidate><dataRefs count="2"><dataRef ref="A1:B2" sheet="S"/><dataRef ref="A1" sheet="S" r:id="rId1"/></dataRefs></dataConsolidate>
      """
    let book = try Self.book(PatchBook.sheet("", after: old)).patched(Self.rename)
    // The second one lies in another workbook.
    #expect(book.sheet() == PatchBook.sheet("", after: old.replacing("sheet=\"S\"/>", with: "sheet=\"新 表\"/>")))
  }

  @Test func theCellsOfControlsFollow() throws {
    let old = """
      <mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="x14"><controls><control shapeId="1" r:id="rId1" name="c">\
      <controlPr linkedCell="S!$A$1" listFillRange="S!B1:B9" r:id="rId2"/></control></controls></mc:Choice></mc:AlternateContent>
      """
    let book = try Self.book(PatchBook.sheet("", after: old)).patched(Self.rename)
    #expect(PatchedText.unescaped(book.sheet()) == PatchBook.sheet("", after: old.replacing("S!", with: "'新 表'!")))
  }

  @Test func aPlaceInAnotherFileStays() throws {
    let old = "<hyperlinks><hyperlink ref=\"A1\" r:id=\"rId1\" location=\"S!A1\"/></hyperlinks>"
    var book = Self.book(PatchBook.sheet("", after: old))
    book.relate(PatchBook.sheet1, [("rId1", "hyperlink", "file:///C:/other.xlsx")])
    #expect(try book.patched(Self.rename).sheet() == PatchBook.sheet("", after: old))
  }

  // MARK: Other parts

  @Test func definedNamesFollow() throws {
    let names = """
      <definedNames><definedName name="a">S!$A$1</definedName><definedName name="S" localSheetId="1">"S!A1"</definedName>\
      <definedName name="_xlnm.Print_Titles" localSheetId="1">S!$A:$B,S!$1:$2</definedName><!-- S!A1 --><definedName name="c"/>\
      <definedName name="b" comment="S!A1">[1]S!A1</definedName></definedNames>
      """
    let book = try Self.book(PatchBook.sheet(""), behindSheets: names).patched(Self.rename)
    #expect(
      PatchedBook.between("</sheets>", "</workbook>", book["xl/workbook.xml"])
        == names.replacing(">S!$A$1<", with: ">'新 表'!$A$1<").replacing(
          ">S!$A:$B,S!$1:$2<", with: ">'新 表'!$A:$B,'新 表'!$1:$2<"))
  }

  static let chart = """
    <c:chartSpace xmlns:c="c"><c:tx><c:strRef><c:f>S!$B$1</c:f><c:strCache><c:v>S!A1</c:v></c:strCache></c:strRef></c:tx>\
    <c:val><c:numRef><c:f>(S!$B$2,Jan!$B$2)</c:f></c:numRef></c:val><c:cat><c:f>Jan!A1</c:f></c:cat></c:chartSpace>
    """

  @Test func chartsFollow() throws {
    var old = Self.book(PatchBook.sheet(""))
    old.add(
      "xl/charts/chart1.xml", Self.chart, type: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml")
    old.add(
      "xl/charts/chart2.xml", Self.chart.replacing("S!", with: "T!"),
      type: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml")
    let book = try old.patched(Self.rename)
    #expect(
      book["xl/charts/chart1.xml"]
        == Self.chart.replacing("<c:f>S!", with: "<c:f>'新 表'!").replacing("(S!", with: "('新 表'!"))
    #expect(book.changed == ["xl/charts/chart1.xml", "xl/workbook.xml"])
  }

  @Test func chartsWithFilteredSeriesFollow() throws {
    // Excel 2013 keeps the whole range of a filtered series in `c15:sqref` ([MS-ODRAWXML] 2.24.3).
    let chart = """
      <c:chartSpace xmlns:c="c" xmlns:c15="d"><c:f>S!$B$2</c:f><c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}">\
      <c15:fullRef><c15:sqref>S!$B$2:$B$5</c15:sqref></c15:fullRef></c:ext></c:extLst></c:chartSpace>
      """
    var old = Self.book(PatchBook.sheet(""))
    old.add("xl/charts/chart1.xml", chart, type: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml")
    #expect(try old.patched(Self.rename)["xl/charts/chart1.xml"] == chart.replacing("S!", with: "'新 表'!"))
  }

  @Test(arguments: [
    (
      "xl/drawings/drawing1.xml", "drawing+xml", "<xdr:sp xmlns:xdr=\"x\" macro=\"S!a\" textlink=\"S!$A$1\"/>",
      "<xdr:sp xmlns:xdr=\"x\" macro=\"S!a\" textlink=\"'新 表'!$A$1\"/>"
    ),
    (
      "xl/pivotCache/pivotCacheDefinition1.xml", "pivotCacheDefinition+xml",
      "<p><cacheSource type=\"worksheet\"><worksheetSource ref=\"A1:B9\" sheet=\"S\"/></cacheSource><f>S!A1</f></p>",
      "<p><cacheSource type=\"worksheet\"><worksheetSource ref=\"A1:B9\" sheet=\"新 表\"/></cacheSource><f>'新 表'!A1</f></p>"
    ),
    (
      "xl/pivotCache/pivotCacheDefinition1.xml", "pivotCacheDefinition+xml",
      "<p><rangeSets><rangeSet i1=\"0\" ref=\"A1\" sheet='s'/><rangeSet sheet=\"Jan\"/></rangeSets></p>",
      "<p><rangeSets><rangeSet i1=\"0\" ref=\"A1\" sheet='新 表'/><rangeSet sheet=\"Jan\"/></rangeSets></p>"
    ),
    (
      "xl/tables/table1.xml", "table+xml",
      "<table><tableColumn name=\"S!A1\"><calculatedColumnFormula>S!A1*2</calculatedColumnFormula><totalsRowFormula>SUM(S!B:B)</totalsRowFormula></tableColumn></table>",
      "<table><tableColumn name=\"S!A1\"><calculatedColumnFormula>'新 表'!A1*2</calculatedColumnFormula><totalsRowFormula>SUM('新 表'!B:B)</totalsRowFormula></tableColumn></table>"
    ),
    (
      "xl/ctrlProps/ctrlProp1.xml", "controlproperties+xml",
      "<formControlPr fmlaLink=\"S!$A$1\" fmlaRange=\"S!$B$1:$B$9\"/>",
      "<formControlPr fmlaLink=\"'新 表'!$A$1\" fmlaRange=\"'新 表'!$B$1:$B$9\"/>"
    ),
    (
      "xl/drawings/vmlDrawing1.vml", "vmlDrawing",
      "<xml><br><x:ClientData><x:FmlaLink>S!$A$1</x:FmlaLink><x:FmlaRange>Dec!A1</x:FmlaRange></x:ClientData></xml>",
      "<xml><br><x:ClientData><x:FmlaLink>'新 表'!$A$1</x:FmlaLink><x:FmlaRange>'12'!A1</x:FmlaRange></x:ClientData></xml>"
    ),
  ])
  func otherPartsFollow(_ part: String, _ type: String, _ text: String, _ expected: String) throws {
    for isTyped in [true, false] {
      var old = Self.book(PatchBook.sheet(""))
      if isTyped {
        old.add(part, text, type: "application/vnd.openxmlformats-officedocument." + type)
      } else {
        old.set(part, text)
      }
      let book = try old.patched(Self.rename)
      if isTyped || part.hasSuffix(".vml") {
        #expect(book[part].replacing("&apos;", with: "'") == expected)
        #expect(book.changed == [part, "xl/workbook.xml"].sorted())
      } else {
        #expect([text, expected].contains(book[part].replacing("&apos;", with: "'")))
      }
    }
  }

  @Test func aPivotTableOfAnotherWorkbookStays() throws {
    let text =
      "<p><cacheSource type=\"worksheet\"><worksheetSource ref=\"A1:B9\" sheet=\"S\" r:id=\"rId1\" xmlns:r=\"\(PatchBook.relations)\"/></cacheSource></p>"
    var old = Self.book(PatchBook.sheet(""))
    let part = "xl/pivotCache/pivotCacheDefinition1.xml"
    old.add(part, text, type: PatchBook.types + ".pivotCacheDefinition+xml")
    old.relate(part, [("rId1", "externalLinkPath", "file:///C:/other.xlsx")])
    #expect(try old.patched(Self.rename)[part] == text)
  }

  @Test func anExternalLinkStays() throws {
    let text =
      "<externalLink xmlns=\"\(PatchBook.main)\"><externalBook><sheetNames><sheetName val=\"S\"/></sheetNames><definedNames><definedName name=\"a\" refersTo=\"=S!A1\"/></definedNames></externalBook></externalLink>"
    var old = Self.book(PatchBook.sheet(""))
    old.add("xl/externalLinks/externalLink1.xml", text, type: PatchBook.types + ".externalLink+xml")
    let book = try old.patched(Self.rename)
    #expect(book["xl/externalLinks/externalLink1.xml"] == text)
  }

  @Test func chartSheetsFollow() throws {
    let chart =
      "<chartsheet xmlns=\"\(PatchBook.main)\"><sheetViews><sheetView workbookViewId=\"0\"/></sheetViews><drawing r:id=\"rId1\" xmlns:r=\"r\"/></chartsheet>"
    var old = PatchBook(sheets: [("T", PatchBook.sheet("")), ("图", chart)])
    old.replace(
      "xl/_rels/workbook.xml.rels", "/worksheet\" Target=\"worksheets/sheet2.xml\"",
      "/chartsheet\" Target=\"worksheets/sheet2.xml\"")
    old.set("xl/charts/chart1.xml", Self.chart)
    let book = try old.patched { try $0.worksheets[0].rename(to: "新") }
    #expect(book.sheet(2) == chart)
    #expect(book["xl/workbook.xml"].contains("name=\"新\""))
    let error = old.refusal { _ = try $0.worksheet(named: "图") }
    #expect(error?.code == .refused)
  }
}

/// Text on its way into XML and out of it, for comparisons.
enum PatchedText {
  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  static func unescaped(_ xml: String) -> String {
    xml.replacing("&quot;", with: "\"").replacing("&apos;", with: "'").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }
}
