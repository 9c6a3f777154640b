import Testing
import XlsxPackage
import XlsxWrite

/// Formulas that several cells share or fill, and what is calculated anew.
@Suite struct PatchFormulaTests {
  static let shared = """
    <row r="1"><c r="A1"><f t="shared" ref="A1:B3" si="0">C1*$D$1+'a!b'!E1</f><v>1</v></c>\
    <c r="B1"><f t="shared" si="0"/><v>2</v></c></row>\
    <row r="2"><c r="A2" s="1"><f t="shared" ca="1" si="0"></f><v>3</v></c></row>\
    <row r="3"><c r="B3"><f si='0' t='shared'/><v>4</v></c></row>
    """

  static func set(_ rows: String, _ places: String...) throws -> String {
    try PatchBook(rows).edited { sheet in for place in places { try sheet.set(.number("9"), at: cell(place)) } }.rows()
  }

  static func refusal(_ rows: String, _ places: String...) -> XlsxWriteError? {
    PatchBook(rows).editRefusal { sheet in for place in places { try sheet.set(.number("9"), at: cell(place)) } }
  }

  @Test func aSharedFormulaSurvivesItsFirstCell() throws {
    #expect(
      try Self.set(Self.shared, "A1")
        == """
        <row r="1"><c r="A1"><v>9</v></c><c r="B1"><f>D1*$D$1+'a!b'!F1</f><v>2</v></c></row>\
        <row r="2"><c r="A2" s="1"><f ca="1">C2*$D$1+'a!b'!E2</f><v>3</v></c></row>\
        <row r="3"><c r="B3"><f>D3*$D$1+'a!b'!F3</f><v>4</v></c></row>
        """)
  }

  @Test func aSharedFormulaSurvivesAnotherCell() throws {
    #expect(
      try Self.set(Self.shared, "A2")
        == Self.shared.replacing(#/<f t="shared" ca="1" si="0"><\/f><v>3<\/v>/#, with: "<v>9</v>"))
    #expect(
      try Self.set(Self.shared, "B1", "B3")
        == Self.shared.replacing("<f t=\"shared\" si=\"0\"/><v>2</v>", with: "<v>9</v>")
        .replacing("<f si='0' t='shared'/><v>4</v>", with: "<v>9</v>"))
  }

  @Test func aSharedFormulaMayLoseItsFirstCellAndOthers() throws {
    #expect(
      try Self.set(Self.shared, "A1", "B1", "A2")
        == """
        <row r="1"><c r="A1"><v>9</v></c><c r="B1"><v>9</v></c></row><row r="2"><c r="A2" s="1"><v>9</v></c></row>\
        <row r="3"><c r="B3"><f>D3*$D$1+'a!b'!F3</f><v>4</v></c></row>
        """)
  }

  @Test func theFirstCellMayGetAnotherFormulaOrNone() throws {
    for content in [CellContent.nothing, .formula("1+1", .number("2"))] {
      let rows = try PatchBook(Self.shared).edited { try $0.set(content, at: cell("A1")) }.rows()
      #expect(rows.contains("<c r=\"B1\"><f>D1*$D$1+'a!b'!F1</f><v>2</v></c>"))
      #expect(!rows.contains("shared"))
    }
  }

  @Test func otherLooksLeaveASharedFormula() throws {
    let rows = try PatchBook(Self.shared).edited { try $0.restyle(cell("A1"), PatchStyleTests.red) }.rows()
    #expect(rows == Self.shared.replacing("<c r=\"A1\">", with: "<c r=\"A1\" s=\"4\">"))
  }

  @Test func eachSharedFormulaIsItsOwn() throws {
    let rows = """
      <row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">C1&amp;"&lt;"</f></c><c r="B1"><f t="shared" ref="B1:B2" si="1">$C1</f></c></row>\
      <row r="2"><c r="A2"><f t="shared" si="0"/></c><c r="B2"><f t="shared" si="1"/></c></row>
      """
    #expect(
      try Self.set(rows, "A1")
        == rows.replacing("<f t=\"shared\" ref=\"A1:A2\" si=\"0\">C1&amp;\"&lt;\"</f>", with: "<v>9</v>")
        .replacing("<f t=\"shared\" si=\"0\"/>", with: "<f>C2&amp;\"&lt;\"</f>"))
    #expect(
      try Self.set(rows, "B1")
        == rows.replacing("<f t=\"shared\" ref=\"B1:B2\" si=\"1\">$C1</f>", with: "<v>9</v>")
        .replacing("<f t=\"shared\" si=\"1\"/>", with: "<f>$C2</f>"))
  }

  @Test func aNumberThatIsSharedAgainBelongsToTheLastFormula() throws {
    let rows = """
      <row r="1"><c r="A1"><f t="shared" ref="A1" si="0">C1</f></c></row>\
      <row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">D2</f></c></row><row r="3"><c r="A3"><f t="shared" si="0"/></c></row>
      """
    #expect(
      try Self.set(rows, "A1") == rows.replacing("<f t=\"shared\" ref=\"A1\" si=\"0\">C1</f>", with: "<v>9</v>"))
  }

  @Test func cellsBeforeTheFirstOneOfASharedFormula() throws {
    let rows = """
      <row r="1"><c r="A1"><f t="shared" si="0"/><v>1</v></c></row>\
      <row r="2"><c r="A2"><f t="shared" ref="A1:A2" si="0">B2</f><v>1</v></c></row>
      """
    let error = Self.refusal(rows, "A2")
    #expect(error?.code == .refused)
    #expect(error?.cell == "A2")
    #expect(try Self.set(rows, "A1") == rows.replacing("<f t=\"shared\" si=\"0\"/><v>1</v>", with: "<v>9</v>"))
    #expect(!(try Self.set(rows, "A1", "A2").contains("shared")))
  }

  @Test func aSharedFormulaWithPrefixes() throws {
    let book = try PatchBook(Self.shared).prefixed(PatchBook.sheet1).edited { try $0.set(.number("9"), at: cell("A1")) }
    #expect(book.sheet().contains("<x:c r=\"B1\"><x:f>D1*$D$1+'a!b'!F1</x:f><x:v>2</x:v></x:c>"))
  }

  @Test func aSharedFormulaInCharacterData() throws {
    let rows = """
      <row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0"><![CDATA[B1&"<"]]><!-- c -->&amp;C1</f></c></row>\
      <row r="2"><c r="A2"><f t="shared" si="0"/></c></row>
      """
    #expect(try Self.set(rows, "A1").hasSuffix("<c r=\"A2\"><f>B2&amp;\"&lt;\"&amp;C2</f></c></row>"))
  }

  // MARK: Arrays and data tables

  static let array = """
    <row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="array" ref="B1:C2">TRANSPOSE(E1:F2)</f><v>1</v></c><c r="C1"><v>2</v></c></row>\
    <row r="2"><c r="B2"><v>3</v></c><c r="C2"><v>4</v></c></row>
    """

  @Test func aCellOfAnArrayFormulaIsRefused() throws {
    for place in ["B1", "C1", "B2", "C2"] {
      let error = Self.refusal(Self.array, place)
      #expect(error?.code == .refused)
      #expect(error?.cell == place)
      #expect(error?.sheet == "S")
      #expect(error?.message.contains("array formula") == true)
      #expect(error?.message.contains("B1:C2") == true)
    }
    for place in ["A1", "D1", "A2", "B3"] { _ = try Self.set(Self.array, place) }
    // A cell of it that is not there is part of it all the same.
    let sparse = "<row r=\"1\"><c r=\"B1\"><f t=\"array\" ref=\"B1:C9\">1</f></c></row>"
    #expect(Self.refusal(sparse, "C9")?.code == .refused)
    #expect(Self.refusal(sparse, "C5")?.cell == "C5")
  }

  @Test func aCellOfAnArrayFormulaMayLookOtherwise() throws {
    let book = try PatchBook(Self.array).edited { try $0.restyle(cell("C2"), PatchStyleTests.red) }
    #expect(book.rows() == Self.array.replacing("<c r=\"C2\">", with: "<c r=\"C2\" s=\"4\">"))
  }

  @Test func anArrayFormulaOfOneCellIsReplaced() throws {
    let rows = "<row r=\"1\"><c r=\"A1\"><f t=\"array\" ref=\"A1\">SUM(B1:B2*2)</f><v>1</v></c></row>"
    #expect(try Self.set(rows, "A1") == "<row r=\"1\"><c r=\"A1\"><v>9</v></c></row>")
    #expect(try Self.set(rows.replacing("ref=\"A1\"", with: "ref=\"A1:A1\""), "A1").contains("<v>9</v>"))
  }

  @Test func aCellOfADataTableIsRefused() {
    let rows = """
      <row r="2"><c r="B2"><f t="dataTable" ref="B2:C3" dt2D="1" dtr="1" r1="A1" r2="A2"/><v>1</v></c></row>\
      <row r="3"><c r="C3"><v>4</v></c></row>
      """
    for place in ["B2", "C3", "C2"] {
      let error = Self.refusal(rows, place)
      #expect(error?.code == .refused)
      #expect(error?.message.contains("data table") == true)
    }
  }

  // MARK: The list of formulas, and calculating anew

  static let chain = "<calcChain xmlns=\"\(PatchBook.main)\"><c r=\"A1\" i=\"1\"/></calcChain>"

  static func chained(_ rows: String) -> PatchBook {
    var book = PatchBook(rows)
    book.add("xl/calcChain.xml", chain, type: PatchBook.types + ".calcChain+xml")
    book.relate("xl/workbook.xml", "rId7", "calcChain", "calcChain.xml")
    return book
  }

  @Test func theListOfFormulasGoesWhereOneIsLostOrAdded() throws {
    let old = Self.chained("<row r=\"1\"><c r=\"A1\"><f>B1</f><v>1</v></c><c r=\"C1\"><f>B1</f></c></row>")
    for (place, content) in [
      ("A1", CellContent.number("1")), ("A1", .nothing), ("A1", .formula("B1", .number("1"))),
      ("D1", .formula("B1", .number("1"))),
    ] {
      let book = try old.edited { try $0.set(content, at: cell(place)) }
      #expect(book.removed == ["xl/calcChain.xml"])
      #expect(!book["[Content_Types].xml"].contains("calcChain"))
      #expect(
        book["[Content_Types].xml"]
          == old.text("[Content_Types].xml").replacing(#/<Override PartName="\/xl\/calcChain[^>]*>/#, with: ""))
      #expect(book["xl/_rels/workbook.xml.rels"] == PatchBook().text("xl/_rels/workbook.xml.rels"))
      #expect(PatchedBook.elements("calcPr", in: book["xl/workbook.xml"]) == [["fullCalcOnLoad": "1"]])
    }
  }

  @Test func theListOfFormulasStaysWhereNoneIsLost() throws {
    let old = Self.chained("<row r=\"1\"><c r=\"A1\"><f>B1</f><v>1</v></c><c r=\"B1\"><v>1</v></c></row>")
    let book = try old.edited {
      try $0.set(.number("2"), at: cell("B1"))
      try $0.restyle(cell("A1"), PatchStyleTests.red)
      try $0.set(.text("x"), at: cell("Z9"))
    }
    #expect(book["xl/calcChain.xml"] == Self.chain)
    #expect(ZipImage(book.bytes)["xl/calcChain.xml"] == ZipImage(book.oldBytes)["xl/calcChain.xml"])
    #expect(book.changed == ["xl/styles.xml", "xl/workbook.xml", PatchBook.sheet1])
    #expect(book["xl/workbook.xml"].hasSuffix("</sheets><calcPr fullCalcOnLoad=\"1\"/></workbook>"))
  }

  @Test func looksLinksAndCommentsCalculateNothing() throws {
    let old = Self.chained("<row r=\"1\"><c r=\"A1\"><f>B1</f><v>1</v></c></row>")
    let book = try old.edited {
      try $0.restyle(cell("A1"), PatchStyleTests.red)
      try $0.addLink(at: cell("A1"), toSheet: "S")
      try $0.addComment("a", author: "b", at: cell("A1"))
    }
    #expect(!book.changed.contains("xl/workbook.xml"))
    #expect(book["xl/calcChain.xml"] == Self.chain)
  }

  @Test func aWorkbookWithoutFormulasIsNotCalculated() throws {
    let book = try PatchBook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").edited {
      try $0.set(.number("2"), at: cell("A1"))
    }
    #expect(book.changed == [PatchBook.sheet1])
  }

  @Test func aFormulaOnAnotherSheetIsCalculated() throws {
    for formula in ["<f>S!A1</f>", "<f>S!A1</f><v>1</v>", "<f t=\"shared\" si=\"0\"/>"] {
      for isPrefixed in [false, true] {
        let other = PatchBook.sheet("<row r=\"1\"><c r=\"A1\">\(formula)</c></row>")
        let old = PatchBook(sheets: [
          ("S", PatchBook.sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")),
          ("T", isPrefixed ? PatchBook.prefixed(other) : other),
        ])
        let book = try old.edited { try $0.set(.number("2"), at: cell("A1")) }
        #expect(book["xl/workbook.xml"].contains("<calcPr fullCalcOnLoad=\"1\"/>"))
        #expect(book.changed == ["xl/workbook.xml", PatchBook.sheet1])
      }
    }
  }

  @Test func aRuleIsNoFormulaOfACell() throws {
    // A conditional format of Excel 2010 has its formula in `xm:f`; Excel evaluates it whenever it draws.
    let list = """
      <extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:f xmlns:x14="u">S!A1</x14:f></ext></extLst>
      """
    let old = PatchBook(sheets: [("S", PatchBook.sheet("")), ("T", PatchBook.sheet("", after: list))])
    let book = try old.edited { try $0.set(.number("2"), at: cell("A1")) }
    #expect(book.changed == [PatchBook.sheet1])
  }

  @Test func howTheWorkbookCalculatesStays() throws {
    let rows = "<row r=\"1\"><c r=\"A1\"><f>B1</f></c></row>"
    for (old, new) in [
      ("<calcPr calcId=\"191029\" iterate=\"1\"/>", "<calcPr calcId=\"191029\" iterate=\"1\" fullCalcOnLoad=\"1\"/>"),
      ("<calcPr fullCalcOnLoad='0'/>", "<calcPr fullCalcOnLoad='1'/>"),
      ("<calcPr fullCalcOnLoad='true'/>", "<calcPr fullCalcOnLoad='true'/>"),
      ("<calcPr/>", "<calcPr fullCalcOnLoad=\"1\"/>"),
      (
        "<definedNames/><pivotCaches/><extLst/>", "<definedNames/><calcPr fullCalcOnLoad=\"1\"/><pivotCaches/><extLst/>"
      ),
    ] {
      let book = try PatchBook(sheets: [("S", PatchBook.sheet(rows))], behindSheets: old).edited {
        try $0.set(.number("1"), at: cell("B1"))
      }
      #expect(book["xl/workbook.xml"].hasSuffix("</sheets>\(new)</workbook>"))
    }
  }

  @Test func aWorkbookPartWithPrefixes() throws {
    let old = PatchBook("<row r=\"1\"><c r=\"A1\"><f>B1</f></c></row>").prefixed("xl/workbook.xml")
    let book = try old.edited { try $0.set(.number("1"), at: cell("B1")) }
    #expect(book["xl/workbook.xml"].hasSuffix("</x:sheets><x:calcPr fullCalcOnLoad=\"1\"/></x:workbook>"))
  }
}
