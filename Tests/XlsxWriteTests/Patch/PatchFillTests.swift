import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

/// The fills that cells have, and giving them back.
@Suite struct PatchFillTests {
  static let red = StyleChange(fill: .color(Color(0xFFC7CE)))
  static let gradient = """
    <fill><gradientFill degree="90"><stop position="0"><color theme="0"/></stop><stop position="0.5"><color rgb="FF00FF00"/>\
    </stop><stop position="1"><color theme="4" tint="-0.249977111117893"/></stop></gradientFill></fill>
    """

  /// Fills as they may stand in a file, and their one form.
  static let fills: [(file: String, text: String)] = [
    ("<fill><patternFill patternType=\"none\"/></fill>", ""), ("<fill><patternFill/></fill>", ""), ("<fill/>", ""),
    (
      "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFC7CE\"/><bgColor indexed=\"64\"/></patternFill></fill>",
      "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFC7CE\"/><bgColor indexed=\"64\"/></patternFill></fill>"
    ),
    (
      "<fill >\n <patternFill  patternType = 'solid'><!-- a -->\n<bgColor indexed='64'></bgColor><fgColor tint='0.8' theme='4'/></patternFill></fill>",
      "<fill><patternFill patternType=\"solid\"><fgColor theme=\"4\" tint=\"0.8\"/><bgColor indexed=\"64\"/></patternFill></fill>"
    ),
    ("<fill><patternFill patternType=\"gray125\"/></fill>", "<fill><patternFill patternType=\"gray125\"/></fill>"),
    (
      "<fill><patternFill patternType=\"lightUp\"><fgColor auto=\"1\"/></patternFill></fill>",
      "<fill><patternFill patternType=\"lightUp\"><fgColor auto=\"1\"/></patternFill></fill>"
    ), (gradient, gradient),
    (
      "<fill><gradientFill type=\"path\" left=\"0.5\" right=\"0.5\" top=\"0.5\" bottom=\"0.5\"><stop position=\"0\"><color indexed=\"9\"/></stop></gradientFill></fill>",
      "<fill><gradientFill type=\"path\" left=\"0.5\" right=\"0.5\" top=\"0.5\" bottom=\"0.5\"><stop position=\"0\"><color indexed=\"9\"/></stop></gradientFill></fill>"
    ),
    // What no program knows.
    (
      "<fill a=\"1\"><patternFill patternType=\"blue\" b=\"2\"><fgColor rgb=\"red\" theme=\"-1\" indexed=\"7\"/><x/></patternFill></fill>",
      "<fill><patternFill><fgColor indexed=\"7\"/></patternFill></fill>"
    ),
  ]

  /// A workbook whose cells A1, A2, … have these fills, with styles that say nothing else.
  static func book(_ fills: [String]) -> PatchBook {
    var rows = ""
    for row in fills.indices { rows += "<row r=\"\(row + 1)\"><c r=\"A\(row + 1)\" s=\"\(row)\"/></row>" }
    var book = PatchBook(rows)
    let styles = fills.indices.map {
      "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"\($0)\" borderId=\"0\" xfId=\"0\" applyFill=\"1\"/>"
    }
    book.set(
      "xl/styles.xml",
      """
      <styleSheet xmlns="\(PatchBook.main)"><fonts count="1"><font><sz val="11"/></font></fonts>\
      <fills count="\(fills.count)">\(fills.joined())</fills><borders count="1"><border/></borders>\
      <cellXfs count="\(fills.count)">\(styles.joined())</cellXfs></styleSheet>
      """)
    return book
  }

  static var cells: [CellReference] { fills.indices.map { CellReference(row: $0 + 1, column: 1) } }

  // MARK: Reading

  @Test func eachFillHasOneForm() throws {
    let plain = Self.book(Self.fills.map(\.file))
    for book in [plain, plain.strict, plain.prefixed("xl/styles.xml"), plain.prefixed(PatchBook.sheet1)] {
      let sheet = try book.open().worksheets[0]
      let fills = try sheet.fills(at: Self.cells)
      #expect(fills.count == Self.fills.count)
      for (cell, fill) in zip(Self.cells, Self.fills) {
        #expect(fills[cell]?.text == fill.text)
        #expect(try sheet.fill(at: cell).text == fill.text)
      }
    }
  }

  @Test func aFillComesBackFromItsText() throws {
    for (_, text) in Self.fills {
      let fill = try #require(CellFill(text: text))
      #expect(fill.text == text)
    }
    #expect(CellFill(text: "") == CellFill.none)
  }

  @Test(arguments: [
    " ", "x", "<fill/>", "<fill></fill>", "<fill><patternFill/></fill>",
    "<fill><patternFill patternType=\"none\"/></fill>",
    "<fill><patternFill patternType=\"solid\"/></fill> ", "<fill><patternFill patternType='solid'/></fill>",
    "<fill><patternFill patternType=\"solid\"/><x/></fill>", "<fill><patternFill patternType=\"Solid\"/></fill>",
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF00\"/></patternFill></fill>",
    "<fill><patternFill patternType=\"solid\"><fgColor tint=\"nan\" theme=\"1\"/></patternFill></fill>",
    "<fill><patternFill patternType=\"solid\"><fgColor theme=\"1\" tint=\"0x1p3\"/></patternFill></fill>",
    "<fill><patternFill patternType=\"solid\"/></fill><fill/>", "<font/>", "<a:fill><patternFill/></a:fill>",
    "<fill xmlns=\"u\"><patternFill patternType=\"solid\"/></fill>", "<!DOCTYPE a><fill/>",
  ]) func otherTextsAreNoFill(_ text: String) {
    #expect(CellFill(text: text) == nil)
  }

  @Test func aPlainColourIsKnown() throws {
    func color(_ content: String, pattern: String = "solid") -> Color? {
      let xml = "<fill><patternFill patternType=\"\(pattern)\">\(content)</patternFill></fill>"
      return CellFill(text: xml).flatMap(\.solidColor)
    }
    #expect(color("<fgColor rgb=\"FFFFC7CE\"/><bgColor indexed=\"64\"/>") == Color(0xFFC7CE))
    // LibreOffice writes another second colour, and some programs no opacity.
    #expect(color("<fgColor rgb=\"FFFFC7CE\"/><bgColor rgb=\"FFFFCCCC\"/>") == Color(0xFFC7CE))
    #expect(color("<fgColor rgb=\"00ffc7ce\"/>") == Color(0xFFC7CE))
    #expect(color("<fgColor rgb=\"FFC7CE\"/>") == Color(0xFFC7CE))
    #expect(color("<fgColor rgb=\"FFFFC7CE\" tint=\"0\"/>") == Color(0xFFC7CE))
    for other in [
      "<fgColor rgb=\"FFFFC7CE\" tint=\"0.5\"/>", "<fgColor theme=\"4\"/>", "<fgColor indexed=\"10\"/>",
      "<fgColor auto=\"1\"/>",
      "<bgColor rgb=\"FFFFC7CE\"/>",
    ] { #expect(color(other) == nil) }
    #expect(color("<fgColor rgb=\"FFFFC7CE\"/>", pattern: "lightUp") == nil)
    #expect(CellFill(text: Self.gradient)?.solidColor == nil)
    #expect(CellFill.none.solidColor == nil)
  }

  @Test func aCellThatIsNotThereHasTheFillOfItsRowOrColumn() throws {
    let book = PatchBook(
      """
      <row r="2" s="2" customFormat="1"><c r="B2"/><c r="D2" s="0"/></row><row r="3" s="2"><c t="n"/><c s="2"/><c r="E3" s="2"/>\
      <c s="2"><v>1</v></c></row><row><c s="2"/></row>
      """, before: "<cols><col min=\"1\" max=\"1\" style=\"0\"/><col min=\"3\" max=\"3\" style=\"2\"/></cols>",
      after: "<x><row r=\"1\"><c r=\"A1\" s=\"2\"/></row></x>")
    let sheet = try book.open().worksheets[0]
    let places = ["A1", "A2", "B2", "C2", "D2", "C1", "C9", "A3", "B3", "C3", "D3", "E3", "F3", "A4", "B4"]
    let fills = try sheet.fills(at: places.map { cell($0) })
    let yellow = Set(places.filter { fills[cell($0)]?.solidColor == Color(0xFFFF00) })
    #expect(yellow == ["A2", "C2", "C1", "C9", "B3", "C3", "E3", "F3", "A4"])
    for place in places { #expect(try sheet.fill(at: cell(place)) == fills[cell(place)]) }
    // As the cell is made with it.
    let made = try book.edited { sheet in
      for place in places { try sheet.restyle(cell(place), StyleChange(numberFormat: "0")) }
    }
    let next = try WorkbookPatch(ofBytes: made.bytes, name: "next.xlsx").worksheets[0]
    #expect(try next.fills(at: places.map { cell($0) }) == fills)
  }

  @Test func theFileIsReadAndNotThePatch() throws {
    let sheet = try PatchBook("<row r=\"1\"><c r=\"A1\" s=\"2\"/></row>").open().worksheets[0]
    try sheet.restyle(cell("A1"), Self.red)
    #expect(try sheet.fill(at: cell("A1")).solidColor == Color(0xFFFF00))
    #expect(try sheet.fills(at: []).isEmpty)
  }

  @Test func aWorkbookWithoutStylesHasNoFills() throws {
    var old = PatchBook("<row r=\"1\"><c r=\"A1\" s=\"7\"/></row>")
    old.remove("xl/styles.xml")
    old.relate("xl/workbook.xml", [("rId1", "worksheet", "worksheets/sheet1.xml")])
    #expect(try old.open().worksheets[0].fill(at: cell("A1")) == .none)
    #expect(try Self.book([]).open().worksheets[0].fill(at: cell("B7")) == .none)
  }

  @Test func aLargeSheetIsReadUpToTheLastCell() throws {
    var rows = ""
    for row in 1...20_000 {
      rows += "<row r=\"\(row)\"><c r=\"A\(row)\" s=\"2\"><v>\(row)</v></c><c r=\"C\(row)\"/></row>"
    }
    // What comes behind the cells is not looked at.
    let sheet = try PatchBook(rows + "<row r=\"x\">").open().worksheets[0]
    let fills = try sheet.fills(at: [cell("A19999"), cell("B3"), cell("A3"), cell("C3")])
    #expect(fills.filter { $0.value.solidColor == Color(0xFFFF00) }.keys.sorted() == [cell("A3"), cell("A19999")])
    let error = #expect(throws: XlsxWriteError.self) { try sheet.fill(at: cell("A30000")) }
    #expect(error?.code == .cannotRead)
    #expect(error?.part == PatchBook.sheet1)
    #expect(error?.sheet == "S")
  }

  @Test func placesOutsideTheSheetAreRefused() throws {
    let sheet = try PatchBook().open().worksheets[0]
    let error = #expect(throws: XlsxWriteError.self) { try sheet.fill(at: CellReference(row: 0, column: 1)) }
    #expect(error?.code == .outOfBounds)
  }

  // MARK: Giving back

  @Test func aFillIsGivenBackAsItWas() throws {
    let plain = Self.book(Self.fills.map(\.file))
    for old in [plain, plain.strict, plain.prefixed("xl/styles.xml")] {
      let before = try old.open().worksheets[0].fills(at: Self.cells)
      let marked = try old.edited { sheet in for cell in Self.cells { try sheet.restyle(cell, Self.red) } }
      let patch = try WorkbookPatch(ofBytes: marked.bytes, name: "marked.xlsx")
      let sheet = patch.worksheets[0]
      for (_, fill) in try sheet.fills(at: Self.cells) { #expect(fill.solidColor == Color(0xFFC7CE)) }
      for cell in Self.cells {
        let fill = try #require(before[cell].flatMap { CellFill(text: $0.text) })
        try sheet.restyle(cell, StyleChange(fill: .exactly(fill)))
      }
      let restored = try PatchedBook(old: marked.bytes, new: try patch.bytes())
      let after = try WorkbookPatch(ofBytes: restored.bytes, name: "restored.xlsx").worksheets[0].fills(at: Self.cells)
      #expect(after == before)
      // The styles that the file had are used again, so that nothing grows from round to round.
      #expect(restored.changed == [PatchBook.sheet1])
      for (index, fill) in Self.fills.enumerated() where !fill.text.isEmpty {
        #expect(restored.sheet().contains("r=\"A\(index + 1)\" s=\"\(index)\""))
      }
    }
  }

  @Test func aFillOfAnotherWorkbookIsAdded() throws {
    let fill = try #require(CellFill(text: Self.gradient))
    for prefix in ["", "x:"] {
      var old = PatchBook("<row r=\"1\"><c r=\"A1\" s=\"1\"/><c r=\"B1\"/></row>")
      if !prefix.isEmpty { old = old.prefixed("xl/styles.xml") }
      let book = try old.edited {
        try $0.restyle(cell("A1"), StyleChange(fill: .exactly(fill)))
        try $0.restyle(cell("B1"), StyleChange(fill: .exactly(fill)))
        try $0.restyle(cell("C1"), StyleChange(fill: .exactly(.none)))
      }
      let styles = book["xl/styles.xml"]
      #expect(styles.contains("<\(prefix)fills count=\"4\">"))
      #expect(
        styles.contains(
          "<\(prefix)gradientFill degree=\"90\"><\(prefix)stop position=\"0\"><\(prefix)color theme=\"0\"/>"))
      let fills = try WorkbookPatch(ofBytes: book.bytes, name: "next.xlsx").worksheets[0]
        .fills(at: ["A1", "B1", "C1"].map { cell($0) })
      #expect(fills == [cell("A1"): fill, cell("B1"): fill, cell("C1"): .none])
    }
  }

  @Test func noFillIsAddedWhereTheWorkbookHasNone() throws {
    let solid = Self.fills[3].file
    let book = try Self.book([solid]).edited { try $0.restyle(cell("A1"), StyleChange(fill: .exactly(.none))) }
    #expect(
      book["xl/styles.xml"].contains("<fills count=\"2\">\(solid)<fill><patternFill patternType=\"none\"/></fill>"))
    #expect(try WorkbookPatch(ofBytes: book.bytes, name: "next.xlsx").worksheets[0].fill(at: cell("A1")) == .none)
  }

  @Test func theLastOfSeveralFillsCounts() throws {
    let fill = try #require(CellFill(text: Self.gradient))
    let old = PatchBook("<row r=\"1\"><c r=\"A1\" s=\"2\"/></row>")
    let once = try old.edited { try $0.restyle(cell("A1"), StyleChange(fill: .exactly(fill), numberFormat: "0")) }
    let book = try old.edited {
      try $0.restyle(cell("A1"), Self.red)
      try $0.restyle(cell("A1"), StyleChange(numberFormat: "0"))
      try $0.restyle(cell("A1"), StyleChange(fill: .exactly(fill)))
    }
    #expect(book.bytes == once.bytes)
    #expect(try Workbook(bytes: book.bytes, name: "new.xlsx").worksheets.count == 1)
  }
}
