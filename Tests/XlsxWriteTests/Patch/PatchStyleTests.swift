import Testing
import XlsxPackage
import XlsxWrite

@Suite struct PatchStyleTests {
  static let red = StyleChange(fill: .color(Color(0xFF0000)))

  /// The style of a cell as the sheet names it; nil where it names none or the cell is not there.
  static func style(_ book: PatchedBook, _ place: String) -> String? {
    PatchedBook.elements("c", in: book.rows()).first { $0["r"] == place }?["s"]
  }

  static func items(_ name: String, _ book: PatchedBook) -> [String] {
    let list = PatchedBook.between("<\(name) ", "</\(name)>", book["xl/styles.xml"])
    let item = String(name.dropLast())
    return list.split(separator: "</\(item)>").map {
      $0.split(separator: "<\(item)>", maxSplits: 1).last.map(String.init) ?? ""
    }
  }

  // MARK: Which looks a cell has before

  @Test func aNewCellLooksLikeItsRowOrElseItsColumn() throws {
    let columns =
      "<cols><col min=\"2\" max=\"3\" width=\"9\" style=\"3\"/><col min=\"5\" max=\"5\" width=\"9\"/></cols>"
    let rows = """
      <row r="1" s="1" customFormat="1"/><row r="2" s="1"/><row r="3" s="1" customFormat="0"/>\
      <row r="4" customFormat="true" s="2"><c r="C4"/></row><row r="5" customFormat="1"/>
      """
    let places = ["A1", "B1", "A2", "B2", "C3", "D3", "B4", "C4", "D4", "B6", "D6", "E6", "B5"]
    let book = try PatchBook(rows, before: columns).edited { sheet in
      for place in places { try sheet.set(.number("1"), at: cell(place)) }
    }
    let expected: [String: String] = [
      "A1": "1", "B1": "1", "B2": "3", "C3": "3", "B4": "2", "D4": "2", "B6": "3",
      // A row that says nothing of its style has the default one (18.3.1.73), but a reader that looks at the column
      // instead is not wrong either; ours does.
      "B5": "3",
    ]
    for place in places { #expect(Self.style(book, place) == expected[place], "\(place)") }
    #expect(book.changed == [PatchBook.sheet1])
  }

  @Test func aCellThatIsThereKeepsItsOwnLooks() throws {
    let book = try PatchBook(
      "<row r=\"1\" s=\"1\" customFormat=\"1\"><c r=\"A1\"/><c r=\"B1\" s=\"2\"/><c r=\"C1\" s=\"0\"/></row>"
    ).edited { sheet in for place in ["A1", "B1", "C1"] { try sheet.set(.number("1"), at: cell(place)) } }
    #expect(["A1", "B1", "C1"].map { Self.style(book, $0) ?? "0" } == ["0", "2", "0"])
  }

  @Test func otherLooksGoOnTopOfThoseOfTheRowOrColumn() throws {
    let book = try PatchBook(
      "<row r=\"1\" s=\"2\" customFormat=\"1\"/>", before: "<cols><col min=\"1\" max=\"1\" style=\"1\"/></cols>"
    ).edited {
      try $0.restyle(cell("A1"), Self.red)
      try $0.restyle(cell("A2"), Self.red)
    }
    #expect(
      book.rows()
        == "<row r=\"1\" s=\"2\" customFormat=\"1\"><c r=\"A1\" s=\"4\"/></row><row r=\"2\"><c r=\"A2\" s=\"5\"/></row>"
    )
    #expect(book.styles.count == 6)
    #expect(book.styles[4]["fontId"] == "1")
    #expect(book.styles[5]["numFmtId"] == "4")
    #expect(book.styles[4]["fillId"] == "3")
    #expect(book.styles[5]["fillId"] == "3")
  }

  // MARK: What is put on top

  @Test func aFillLeavesAllElse() throws {
    let book = try PatchBook("<row r=\"1\"><c r=\"A1\" s=\"2\"><v>1</v></c></row>").edited {
      try $0.restyle(cell("A1"), StyleChange(fill: .color(Color(0x0A0B0C))))
    }
    #expect(Self.style(book, "A1") == "4")
    var expected = book.styles[2]
    expected["fillId"] = "3"
    expected["applyFill"] = "1"
    #expect(book.styles[4] == expected)
    #expect(book["xl/styles.xml"].contains("<fills count=\"4\">"))
    #expect(book["xl/styles.xml"].contains("<cellXfs count=\"5\">"))
    let fills = Self.items("fills", book)
    #expect(fills.count == 4)
    #expect(
      fills[3]
        == "<patternFill patternType=\"solid\"><fgColor rgb=\"FF0A0B0C\"/><bgColor indexed=\"64\"/></patternFill>")
    // The protection of the old style comes along.
    #expect(book["xl/styles.xml"].contains("<protection locked=\"0\"/></xf></cellXfs>"))
    #expect(book.changed == ["xl/styles.xml", PatchBook.sheet1])
  }

  @Test func noFillIsTheFirstOne() throws {
    let book = try PatchBook("<row r=\"1\"><c r=\"A1\" s=\"2\"/></row>").edited {
      try $0.restyle(cell("A1"), StyleChange(fill: .cleared))
    }
    #expect(book.styles[4]["fillId"] == "0")
    #expect(book.styles[4]["fontId"] == "1")
    #expect(book["xl/styles.xml"].contains("<fills count=\"3\">"))
  }

  @Test func aFontColourReplacesTheOldOneInItsPlace() throws {
    let book = try PatchBook("<row r=\"1\"><c r=\"A1\" s=\"2\"/><c r=\"B1\"/></row>").edited {
      try $0.restyle(cell("A1"), StyleChange(fontColor: .color(Color(0xFF0000))))
      try $0.restyle(cell("B1"), StyleChange(fontColor: .color(Color(0xFF0000))))
    }
    let fonts = Self.items("fonts", book)
    #expect(fonts.count == 4)
    #expect(fonts[2] == "<b/><sz val=\"11\"/><color rgb=\"FFFF0000\"/><name val=\"宋体\"/><family val=\"2\"/>")
    // The order of CT_Font (18.8.22): the size, the colour, the name.
    #expect(fonts[3] == "<sz val=\"11\"/><color rgb=\"FFFF0000\"/><name val=\"宋体\"/>")
    #expect(book.styles[4]["fontId"] == "2")
    #expect(book.styles[4]["applyFont"] == "1")
    #expect(book.styles[5]["fontId"] == "3")
    #expect(book["xl/styles.xml"].contains("<fonts count=\"4\">"))
  }

  @Test func noFontColourTakesTheOldOneOut() throws {
    let book = try PatchBook("<row r=\"1\"><c r=\"A1\" s=\"2\"/><c r=\"B1\" s=\"1\"/></row>").edited {
      try $0.restyle(cell("A1"), StyleChange(fontColor: StyleChange.ColorChange.cleared))
      try $0.restyle(cell("B1"), StyleChange(fontColor: StyleChange.ColorChange.cleared))
    }
    #expect(Self.items("fonts", book).count == 3)
    #expect(Self.items("fonts", book)[2] == "<b/><sz val=\"11\"/><name val=\"宋体\"/><family val=\"2\"/>")
    #expect(book.styles[4]["fontId"] == "2")
    #expect(book.styles.last?["fontId"] == "0")
  }

  @Test(arguments: [
    ("General", 0), ("0", 1), ("0.00", 2), ("#,##0", 3), ("#,##0.00", 4), ("0%", 9), ("0.00%", 10), ("@", 49),
  ])
  func builtInNumberFormatsKeepTheirNumbers(_ code: String, _ id: Int) throws {
    let book = try PatchBook("<row r=\"1\"><c r=\"A1\" s=\"3\"/></row>").edited {
      try $0.restyle(cell("A1"), StyleChange(numberFormat: code))
    }
    #expect(book.styles[Int(Self.style(book, "A1") ?? "") ?? 0]["numFmtId"] == "\(id)")
    #expect(!book["xl/styles.xml"].contains("<numFmts"))
  }

  @Test func anOwnNumberFormatIsAddedOnceInItsPlace() throws {
    let code = "[红色]\"a\"&0.0_);<#,##0"
    let book = try PatchBook("").edited {
      for place in ["A1", "A2"] { try $0.restyle(cell(place), StyleChange(numberFormat: code)) }
      try $0.restyle(cell("A3"), StyleChange(fill: .color(.red), numberFormat: code))
    }
    // The first part of a style sheet (18.8.39).
    #expect(
      book["xl/styles.xml"].hasPrefix(
        "<styleSheet xmlns=\"\(PatchBook.main)\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" "
          + "formatCode=\"[红色]&quot;a&quot;&amp;0.0_);&lt;#,##0\"/></numFmts><fonts"))
    #expect(book.styles.map { $0["numFmtId"] ?? "" } == ["0", "4", "0", "14", "164", "164"])
    #expect(book.styles[4]["applyNumberFormat"] == "1")
  }

  @Test func aNumberFormatOfTheWorkbookIsUsed() throws {
    var old = PatchBook("")
    old.replace(
      "xl/styles.xml", "<fonts count=\"2\">",
      "<numFmts count=\"2\"><numFmt numFmtId=\"170\" formatCode=\"0.0&quot;元&quot;\"/>"
        + "<numFmt formatCode='0.000' numFmtId='176'/></numFmts><fonts count=\"2\">")
    let book = try old.edited {
      try $0.restyle(cell("A1"), StyleChange(numberFormat: "0.0\"元\""))
      try $0.restyle(cell("A2"), StyleChange(numberFormat: "0.0000"))
      try $0.restyle(cell("A3"), StyleChange(numberFormat: "0.000"))
    }
    #expect(book.styles.suffix(3).map { $0["numFmtId"] ?? "" } == ["170", "177", "176"])
    #expect(book["xl/styles.xml"].contains("<numFmts count=\"3\">"))
    #expect(book["xl/styles.xml"].contains("<numFmt numFmtId=\"177\" formatCode=\"0.0000\"/></numFmts>"))
  }

  @Test func allAtOnceIsOneStyle() throws {
    let change = StyleChange(fill: .color(.red), fontColor: .color(Color(1)), numberFormat: "0.00%")
    let book = try PatchBook("<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>").edited {
      try $0.restyle(cell("A1"), StyleChange(fontColor: .color(.red)))
      try $0.restyle(cell("A1"), StyleChange(fill: .color(.red), numberFormat: "0.00%"))
      try $0.restyle(cell("A1"), StyleChange(fontColor: .color(Color(1))))
      try $0.restyle(cell("A1"), StyleChange())
    }
    let once = try PatchBook("<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>").edited { try $0.restyle(cell("A1"), change) }
    #expect(book.bytes == once.bytes)
    #expect(book.styles.count == 5)
    #expect(book.styles[4]["numFmtId"] == "10")
  }

  @Test func equalStylesAreAddedOnce() throws {
    var rows = ""
    for row in 1...50 { rows += "<row r=\"\(row)\"><c r=\"A\(row)\" s=\"\(row % 2)\"/></row>" }
    let book = try PatchBook(rows).edited { sheet in
      for row in 1...50 { try sheet.restyle(cell("A\(row)"), Self.red) }
    }
    #expect(book.styles.count == 6)
    #expect(Self.items("fills", book).count == 4)
    #expect(Set((1...50).map { Self.style(book, "A\($0)") ?? "" }) == ["4", "5"])
  }

  @Test func aStyleThatTheWorkbookHasIsUsed() throws {
    var old = PatchBook("<row r=\"1\"><c r=\"A1\" s=\"0\"/></row>")
    old.replace(
      "xl/styles.xml", "</cellXfs>",
      "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyFill=\"1\"/></cellXfs>")
    let book = try old.edited { try $0.restyle(cell("A1"), StyleChange(fill: .color(Color(0xFFFF00)))) }
    #expect(book.rows() == "<row r=\"1\"><c r=\"A1\" s=\"4\"/></row>")
    #expect(book.changed == [PatchBook.sheet1])
  }

  @Test func aChangeThatIsNoneGivesTheSameBytes() throws {
    let book = try PatchBook("<row r=\"1\"><c r=\"A1\" s=\"2\"/></row>").edited {
      try $0.restyle(cell("A1"), StyleChange())
    }
    #expect(book.bytes == book.oldBytes)
  }

  @Test func contentAndLooksGoTogether() throws {
    let book = try PatchBook("<row r=\"1\"><c r=\"A1\" s=\"1\" t=\"b\"><v>1</v></c></row>").edited {
      try $0.restyle(cell("A1"), Self.red)
      try $0.set(.number("5"), at: cell("A1"))
      try $0.set(.nothing, at: cell("B1"))
      try $0.restyle(cell("B1"), Self.red)
    }
    #expect(book.rows() == "<row r=\"1\"><c r=\"A1\" s=\"4\"><v>5</v></c><c r=\"B1\" s=\"5\"/></row>")
  }

  // MARK: Style sheets of other programs

  @Test func aStyleSheetWithPrefixes() throws {
    var old = PatchBook("<row r=\"1\"><c r=\"A1\" s=\"2\"/></row>")
    old.set("xl/styles.xml", PatchBook.prefixed(PatchBook.styles))
    let book = try old.edited {
      try $0.restyle(cell("A1"), StyleChange(fill: .color(.red), fontColor: .color(.red), numberFormat: "0.0"))
    }
    let styles = book["xl/styles.xml"]
    #expect(styles.contains("<x:numFmts count=\"1\"><x:numFmt numFmtId=\"164\" formatCode=\"0.0\"/></x:numFmts>"))
    #expect(styles.contains("<x:color rgb=\"FFFF0000\"/><x:name val=\"宋体\"/><x:family val=\"2\"/></x:font></x:fonts>"))
    #expect(styles.contains("<x:bgColor indexed=\"64\"/></x:patternFill></x:fill></x:fills>"))
    #expect(styles.contains("<x:cellXfs count=\"5\">"))
    #expect(!styles.contains(#/<\/?[a-z]+[ >]/#))
  }

  @Test func aWorkbookWithoutStylesGetsSome() throws {
    var old = PatchBook("<row r=\"1\"><c r=\"A1\" s=\"7\"/></row>")
    old.remove("xl/styles.xml")
    old.relate("xl/workbook.xml", [("rId1", "worksheet", "worksheets/sheet1.xml")])
    old.replace(
      "[Content_Types].xml", "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(PatchBook.types).styles+xml\"/>", ""
    )
    for old in [old, old.strict] {
      let book = try old.edited {
        try $0.restyle(cell("A1"), StyleChange(fill: .color(.red), fontColor: .color(.red)))
      }
      let part = try #require(book.changed.first { $0.hasPrefix("xl/styles") })
      let styles = book[part]
      let isStrict = book.sheet().contains("purl")
      #expect(styles.contains("<styleSheet xmlns=\"\(isStrict ? PatchBook.strictMain : PatchBook.main)\">"))
      // The first two fills are fixed: none, and grey (18.8.21); a sheet of cell styles needs fonts, fills and borders.
      #expect(styles.contains("<fills count=\"3\">"))
      #expect(
        styles.contains(
          "<fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill><fill>"))
      #expect(styles.contains("<fonts count=\"2\">"))
      #expect(styles.contains("<borders count=\"1\">"))
      #expect(PatchedBook.elements("xf", in: styles).count == 2)
      #expect(Self.style(book, "A1") == "1")
      #expect(book.changed == ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", part, PatchBook.sheet1])
      #expect(
        book["[Content_Types].xml"].contains("PartName=\"/\(part)\" ContentType=\"\(PatchBook.types).styles+xml\""))
      let type = (isStrict ? PatchBook.strictRelations : PatchBook.relations) + "/styles\""
      #expect(book["xl/_rels/workbook.xml.rels"].contains(type))
    }
  }

  @Test func aStyleThatIsNotThereCountsAsTheFirst() throws {
    let book = try PatchBook("<row r=\"1\"><c r=\"A1\" s=\"99\"/></row>").edited {
      try $0.restyle(cell("A1"), Self.red)
    }
    #expect(book.styles.last == book.styles[0].merging(["fillId": "3", "applyFill": "1"]) { $1 })
  }

  @Test func commentsAndExtensionsOfAStyleSheetStay() throws {
    var old = PatchBook("")
    old.replace(
      "xl/styles.xml", "</cellXfs></styleSheet>", "<!-- e --></cellXfs><dxfs count='0'/><extLst/></styleSheet>")
    old.replace("xl/styles.xml", "<fonts count=\"2\">", "<!--f--><fonts x:knownFonts=\"1\" xmlns:x=\"u\" count='2'>")
    let book = try old.edited { try $0.restyle(cell("A1"), StyleChange(fontColor: .color(.red))) }
    #expect(book["xl/styles.xml"].contains("<!--f--><fonts x:knownFonts=\"1\" xmlns:x=\"u\" count='3'>"))
    #expect(book["xl/styles.xml"].hasSuffix("</cellXfs><dxfs count='0'/><extLst/></styleSheet>"))
  }

  @Test(arguments: ["", String(repeating: "0", count: 256), "0\u{1}"]) func badNumberFormatsAreRefused(_ code: String)
    throws
  {
    let sheet = try PatchBook("").open().worksheets[0]
    let error = #expect(throws: XlsxWriteError.self) { try sheet.restyle(cell("A1"), StyleChange(numberFormat: code)) }
    #expect(error?.code == .badFormat)
  }

  @Test func moreStylesThanExcelTakesAreRefused() throws {
    var old = PatchBook("")
    let xf = "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
    old.set(
      "xl/styles.xml",
      "<styleSheet xmlns=\"\(PatchBook.main)\"><cellXfs>\(String(repeating: xf, count: 65_489))</cellXfs></styleSheet>")
    _ = try old.edited { try $0.restyle(cell("A1"), Self.red) }
    let error = old.editRefusal {
      try $0.restyle(cell("A1"), Self.red)
      try $0.restyle(cell("A2"), StyleChange(numberFormat: "0"))
    }
    #expect(error?.code == .refused)
    #expect(error?.cell == "A2")
  }
}
