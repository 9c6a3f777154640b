import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

/// Worksheets as other programs write them, and as none should.
@Suite struct PatchMarkupTests {
  static let rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
  /// After A1, B1 and A3 are set.
  static let newRows = """
    <row r="1"><c r="A1"><v>2</v></c><c r="B1" t="inlineStr"><is><t xml:space="preserve">中</t></is></c></row>\
    <row r="3"><c r="A3"><f>A1</f><v>2</v></c></row>
    """

  static func change(_ sheet: WorksheetPatch) throws {
    try sheet.set(.formula("A1", .number("2")), at: cell("A3"))
    try sheet.set(.text("中"), at: cell("B1"))
    try sheet.set(.number("2"), at: cell("A1"))
  }

  /// A workbook whose only sheet is this text.
  static func book(sheet: String) -> PatchBook { PatchBook(sheets: [("S", sheet)]) }

  /// The rows after some numbers are set.
  static func rows(_ rows: String, setting values: [String: String]) throws -> String {
    try PatchBook(rows).edited { sheet in
      for (place, value) in values { try sheet.set(.number(value), at: cell(place)) }
    }.rows()
  }

  static func refusal(_ rows: String, setting places: String...) -> XlsxWriteError? {
    PatchBook(rows).editRefusal { sheet in for place in places { try sheet.set(.number("9"), at: cell(place)) } }
  }

  // MARK: Namespaces and encodings

  @Test func aSheetWithoutPrefixes() throws {
    let book = try PatchBook(Self.rows).edited(Self.change)
    #expect(book.sheet() == PatchBook.sheet(Self.newRows))
  }

  @Test(arguments: ["x", "m", "命名"]) func aSheetWithPrefixes(_ prefix: String) throws {
    let book = try PatchBook(Self.rows).prefixed(PatchBook.sheet1, prefix).edited(Self.change)
    #expect(book.sheet() == PatchBook.prefixed(PatchBook.sheet(Self.newRows), prefix))
    #expect(try PatchContentTests.read(book).map(\.rawText) == ["2", "中", "2"])
  }

  @Test func aStrictSheet() throws {
    let book = try PatchBook(Self.rows).strict.edited(Self.change)
    #expect(
      book.sheet()
        == PatchBook.sheet(Self.newRows).replacing(PatchBook.main, with: PatchBook.strictMain)
        .replacing(PatchBook.relations, with: PatchBook.strictRelations))
    #expect(try PatchContentTests.read(book).map(\.rawText) == ["2", "中", "2"])
  }

  static func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? bytes : bytes.reversed()
    }
  }

  @Test(arguments: [true, false], [true, false])
  func aSheetInUTF16StaysInIt(_ isBigEndian: Bool, _ hasMark: Bool) throws {
    let start = (hasMark ? "\u{FEFF}" : "") + "<?xml version='1.0' encoding='UTF-16'?>"
    var old = PatchBook()
    let rows = Self.rows + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>𠮷😀</t></is></c></row>"
    old.set(PatchBook.sheet1, Self.utf16(start + PatchBook.sheet(rows), isBigEndian: isBigEndian))
    let book = try old.edited(Self.change)
    let expected = PatchBook.sheet(Self.newRows).replacing(
      "<row r=\"3\"", with: "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>𠮷😀</t></is></c></row><row r=\"3\"")
    #expect(book.new.bytes(of: PatchBook.sheet1) == Self.utf16(start + expected, isBigEndian: isBigEndian))
  }

  @Test func aByteOrderMarkStays() throws {
    let old = Self.book(sheet: "\u{FEFF}<?xml version=\"1.0\"?>\r\n" + PatchBook.sheet(Self.rows))
    let book = try old.edited(Self.change)
    #expect(book.sheet() == "\u{FEFF}<?xml version=\"1.0\"?>\r\n" + PatchBook.sheet(Self.newRows))
  }

  @Test(arguments: ["workbook.xml", "styles.xml", "_rels/workbook.xml.rels"])
  func otherPartsMayHaveAMarkOrBeUTF16(_ part: String) throws {
    for isWide in [false, true] {
      var old = PatchBook("<row r=\"1\"><c r=\"A1\"><f>1</f></c></row>")
      let text = "\u{FEFF}" + old.text("xl/" + part)
      old.set("xl/" + part, isWide ? Self.utf16(text, isBigEndian: false) : Array(text.utf8))
      let book = try old.edited {
        try $0.set(.number("1"), at: cell("A1"))
        try $0.restyle(cell("A1"), StyleChange(fill: .color(.red)))
      }
      let bytes = try #require(book.new.bytes(of: "xl/" + part))
      #expect(Array(bytes.prefix(3)) == (isWide ? [0xFF, 0xFE, UInt8(ascii: "<")] : [0xEF, 0xBB, 0xBF]))
      #expect(try PatchContentTests.read(book)[0].style?.index == 4)
    }
  }

  @Test func aPartThatCallsItselfASCIITakesChineseOrIsRefused() throws {
    let old = Self.book(sheet: "<?xml version=\"1.0\" encoding=\"US-ASCII\"?>" + PatchBook.sheet(Self.rows))
    do {
      let book = try old.edited { try $0.set(.text("中"), at: cell("A1")) }
      #expect(try PatchContentTests.read(book).map(\.rawText) == ["中"])
    } catch let error as XlsxWriteError {
      #expect(error.code == .refused)
    }
  }

  @Test(arguments: ["GBK", "gb2312", "ISO-8859-1", "GB18030"]) func aPartInAnotherEncodingIsRefused(_ name: String) {
    let old = Self.book(sheet: "<?xml version='1.0' encoding='\(name)'?>" + PatchBook.sheet(Self.rows))
    let error = old.editRefusal(Self.change)
    #expect(error?.code == .refused)
    #expect(error?.part == PatchBook.sheet1)
    #expect(error?.message.contains(name) == true)
  }

  // MARK: Tags

  @Test func singleQuotesStay() throws {
    let old = """
      <?xml version='1.0'?><worksheet xmlns='\(PatchBook.main)'><dimension ref='A1'/><sheetData><row r='1' spans='1:1' \
      x:d='">"' xmlns:x='u'><c r='A1' s='2' t='n'><v>1</v></c></row></sheetData></worksheet>
      """
    let book = try Self.book(sheet: old).edited {
      try $0.set(.boolean(true), at: cell("A1"))
      try $0.set(.number("3"), at: cell("C1"))
    }
    #expect(
      book.sheet()
        == old.replacing("ref='A1'", with: "ref='A1:C1'").replacing("'1:1'", with: "'1:3'")
        .replacing(
          "<c r='A1' s='2' t='n'><v>1</v></c>",
          with: "<c r='A1' s=\"2\" t=\"b\"><v>1</v></c><c r=\"C1\"><v>3</v></c>"))
  }

  @Test func oddWhiteSpaceInTags() throws {
    let old = """
      <worksheet\n xmlns = "\(PatchBook.main)"\t>\n<sheetData\n>\n  <row\tr = "1"\n>\n <c\n\tr = 'A1' \n s\t=\n'1'\t><v\n>1</v\n></c\n>\
      \n <c r="B1"\n/>\n</row\n>\n<row r="2" />\n</sheetData\n></worksheet\n>\n
      """
    let book = try Self.book(sheet: old).edited {
      try $0.restyle(cell("A1"), StyleChange(numberFormat: "0"))
      try $0.set(.number("9"), at: cell("B1"))
      try $0.set(.number("8"), at: cell("A2"))
      try $0.set(.number("7"), at: cell("A3"))
    }
    #expect(
      book.sheet()
        == old.replacing("s\t=\n'1'", with: "s\t=\n'4'").replacing("<c r=\"B1\"\n/>", with: "<c r=\"B1\"><v>9</v></c>")
        .replacing("<row r=\"2\" />", with: "<row r=\"2\" ><c r=\"A2\"><v>8</v></c></row>")
        .replacing("</sheetData\n>", with: "<row r=\"3\"><c r=\"A3\"><v>7</v></c></row></sheetData\n>"))
  }

  @Test func commentsAndInstructionsBetweenCellsStay() throws {
    let old = """
      <!-- <sheetData> --><?a <row r="1">?><row r="1"><!-- <c r="A1"/> --><c r="A1"><v>1</v></c>\
      <?p <c r="B1"/>?><!----><c r="C1"/><!-- </row> --></row><!-- </sheetData> -->
      """
    let book = try PatchBook(old).edited {
      for (place, value) in [("A1", "5"), ("B1", "6"), ("D1", "7"), ("A2", "8")] {
        try $0.set(.number(value), at: cell(place))
      }
    }
    let new =
      old.replacing("<c r=\"A1\"><v>1</v></c>", with: "<c r=\"A1\"><v>5</v></c>")
      .replacing("<c r=\"C1\"/>", with: "<c r=\"B1\"><v>6</v></c><c r=\"C1\"/>")
      .replacing("</row> --></row>", with: "</row> --><c r=\"D1\"><v>7</v></c></row>")
    #expect(book.sheet() == PatchBook.sheet(new + "<row r=\"2\"><c r=\"A2\"><v>8</v></c></row>"))
  }

  @Test func characterDataMayStandAnywhere() throws {
    let old = "<row r=\"1\"><![CDATA[ <c r=\"B1\"/> ]]><c r=\"A1\"><v><![CDATA[1]]></v></c> \r\n</row>"
    #expect(
      try Self.rows(old, setting: ["A1": "5", "B1": "6"])
        == old.replacing("<v><![CDATA[1]]></v>", with: "<v>5</v>")
        .replacing("\r\n</row>", with: "\r\n<c r=\"B1\"><v>6</v></c></row>"))
  }

  // MARK: Rows and cells without numbers

  @Test func cellsWithoutReferencesAreCounted() throws {
    #expect(
      try Self.rows(
        "<row><c><v>1</v></c><c><v>2</v></c></row><row><c/></row>",
        setting: ["B1": "9", "A2": "8", "C1": "7", "B4": "6"])
          == """
          <row><c><v>1</v></c><c><v>9</v></c><c r="C1"><v>7</v></c></row><row><c><v>8</v></c></row>\
          <row r="4"><c r="B4"><v>6</v></c></row>
          """)
  }

  @Test func cellsWithoutReferencesFollowThoseThatHaveThem() throws {
    #expect(
      try Self.rows(
        "<row r=\"3\"><c r=\"C3\"/><c/></row><row><c r=\"B4\"/></row>",
        setting: [
          "D3": "9", "B3": "8", "A1": "7", "A4": "6", "E3": "5",
        ])
          == """
          <row r="1"><c r="A1"><v>7</v></c></row><row r="3"><c r="B3"><v>8</v></c><c r="C3"/><c><v>9</v></c>\
          <c r="E3"><v>5</v></c></row><row><c r="A4"><v>6</v></c><c r="B4"/></row>
          """)
  }

  @Test func aReferenceIsFoundWhateverStandsBeforeIt() throws {
    #expect(
      try Self.rows("<row spans=\"1:1\" ht=\"5\" r=\"2\"><c s=\"1\" t=\"n\" r=\"A2\"/></row>", setting: ["A2": "9"])
        == "<row spans=\"1:1\" ht=\"5\" r=\"2\"><c r=\"A2\" s=\"1\"><v>9</v></c></row>")
  }

  // MARK: Empty rows and sheets

  @Test(arguments: ["<sheetData/>", "<sheetData />", "<sheetData></sheetData>"])
  func aSheetWithoutRowsGetsSome(_ empty: String) throws {
    let old = "<worksheet xmlns=\"\(PatchBook.main)\">\(empty)<pageMargins/></worksheet>"
    let book = try Self.book(sheet: old).edited {
      try $0.set(.number("2"), at: cell("B10"))
      try $0.set(.number("1"), at: cell("B2"))
    }
    #expect(book.rows() == "<row r=\"2\"><c r=\"B2\"><v>1</v></c></row><row r=\"10\"><c r=\"B10\"><v>2</v></c></row>")
    #expect(book.sheet().hasSuffix("</sheetData><pageMargins/></worksheet>"))
  }

  @Test func emptyRowsAreFilled() throws {
    #expect(
      try Self.rows(
        "<row r=\"1\"/><row r=\"2\" ht=\"3\" /><row r=\"3\"></row><row/>",
        setting: [
          "A1": "1", "B2": "2", "C3": "3", "D4": "4",
        ])
          == """
          <row r="1"><c r="A1"><v>1</v></c></row><row r="2" ht="3" ><c r="B2"><v>2</v></c></row>\
          <row r="3"><c r="C3"><v>3</v></c></row><row><c r="D4"><v>4</v></c></row>
          """)
  }

  @Test func rowsComeInTheirOrder() throws {
    #expect(
      try Self.rows("<row r=\"2\"/><row r=\"5\"/>", setting: ["A1": "1", "B3": "3", "A3": "2", "A6": "6", "A4": "4"])
        == """
        <row r="1"><c r="A1"><v>1</v></c></row><row r="2"/><row r="3"><c r="A3"><v>2</v></c><c r="B3"><v>3</v></c></row>\
        <row r="4"><c r="A4"><v>4</v></c></row><row r="5"/><row r="6"><c r="A6"><v>6</v></c></row>
        """)
  }

  @Test func columnsAreOrderedByNumberNotByLetter() throws {
    #expect(
      try Self.rows("<row r=\"1\"><c r=\"Z1\"/><c r=\"AB1\"/></row>", setting: ["B1": "1", "AA1": "2", "XFD1": "3"])
        == """
        <row r="1"><c r="B1"><v>1</v></c><c r="Z1"/><c r="AA1"><v>2</v></c><c r="AB1"/><c r="XFD1"><v>3</v></c></row>
        """)
  }

  // MARK: What is out of order

  @Test func rowsOutOfOrderAreRefusedWhereTheyAreConcerned() throws {
    let rows = "<row r=\"5\"><c r=\"A5\"/></row><row r=\"3\"><c r=\"A3\"/></row>"
    for place in ["A3", "B3"] {
      let error = Self.refusal(rows, setting: place)
      #expect(error?.code == .refused)
      #expect(error?.cell == place)
      #expect(error?.part == PatchBook.sheet1)
      #expect(error?.sheet == "S")
    }
    #expect(
      try Self.rows(rows, setting: ["A5": "9"]) == rows.replacing("<c r=\"A5\"/>", with: "<c r=\"A5\"><v>9</v></c>"))
  }

  @Test func aRowThatStandsTwiceIsRefusedWhereItIsConcerned() throws {
    let rows = "<row r=\"1\"><c r=\"A1\"/></row><row r=\"1\"><c r=\"B1\"/></row><row r=\"2\"/>"
    for place in ["A1", "B1", "C1"] { #expect(Self.refusal(rows, setting: place)?.code == .refused) }
    #expect(
      try Self.rows(rows, setting: ["A2": "9"])
        == rows.replacing("<row r=\"2\"/>", with: "<row r=\"2\"><c r=\"A2\"><v>9</v></c></row>"))
  }

  @Test func cellsOutOfOrderAreRefusedWhereTheyAreConcerned() throws {
    let rows = "<row r=\"1\"><c r=\"C1\"/><c r=\"A1\"/></row>"
    #expect(Self.refusal(rows, setting: "A1")?.code == .refused)
    #expect(Self.refusal(rows, setting: "A1")?.cell == "A1")
    #expect(
      try Self.rows(rows, setting: ["C1": "9"]) == rows.replacing("<c r=\"C1\"/>", with: "<c r=\"C1\"><v>9</v></c>"))
    #expect(Self.refusal("<row r=\"1\"><c r=\"A1\"/><c r=\"A1\"/></row>", setting: "A1")?.code == .refused)
  }

  @Test func aCellThatNamesAnotherRowIsRefusedWhereItIsConcerned() throws {
    let rows = "<row r=\"1\"><c r=\"A2\"><v>1</v></c></row><row r=\"2\"><c r=\"B2\"/></row>"
    let error = Self.refusal(rows, setting: "A2")
    #expect(error?.code == .refused)
    #expect(error?.cell == "A2")
    #expect(
      try Self.rows(rows, setting: ["B2": "9"]) == rows.replacing("<c r=\"B2\"/>", with: "<c r=\"B2\"><v>9</v></c>"))
  }

  @Test func aCellWithoutAReferenceStaysWhereItIs() throws {
    // The second cell is the one behind B2, whichever row that names; what is put before it must not move it.
    let rows = "<row r=\"1\"><c r=\"B2\"/><c><v>7</v></c></row>"
    do {
      let book = try PatchBook(rows).edited { try $0.set(.number("9"), at: cell("A1")) }
      let before = try PatchContentTests.read(PatchBook(rows).patched { _ in }).first { $0.rawText == "7" }
      #expect(try PatchContentTests.read(book).first { $0.rawText == "7" }?.reference == before?.reference)
    } catch let error as XlsxWriteError {
      #expect(error.code == .refused)
    }
  }

  @Test(arguments: [
    "<row r=\"0\"/>", "<row r=\"x\"/>", "<row r=\"1048577\"/>", "<row r=\"-1\"/>", "<row r=\"\"/>",
    "<row r=\"1\"><c r=\"1A\"/></row>", "<row r=\"1\"><c r=\"XFE1\"/></row>", "<row r=\"1\"><c r=\"XFD1\"/><c/></row>",
    "<row r=\"99999999999999999999\"/>",
  ])
  func numbersThatNoWorksheetKnowsAreErrors(_ rows: String) {
    let error = Self.refusal(rows, setting: "A1")
    #expect(error?.code == .cannotRead)
    #expect(error?.part == PatchBook.sheet1)
  }

  // MARK: What is not known

  static let alternate = """
    <mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice \
    Requires="x14"><c r="B1"/></mc:Choice><mc:Fallback/></mc:AlternateContent>
    """

  @Test func alternateContentInARowIsRefusedWhereItIsConcerned() throws {
    let rows = "<row r=\"1\"><c r=\"A1\"/>\(Self.alternate)<c r=\"C1\"/></row><row r=\"2\"><c r=\"A2\"/></row>"
    for place in ["A1", "B1", "C1", "D1"] {
      #expect(Self.refusal(rows, setting: place)?.code == .refused)
    }
    #expect(
      try Self.rows(rows, setting: ["A2": "9"]) == rows.replacing("<c r=\"A2\"/>", with: "<c r=\"A2\"><v>9</v></c>"))
  }

  @Test func alternateContentBetweenRowsIsRefused() throws {
    let rows = "<row r=\"1\"/>\(Self.alternate.replacing("<c r=\"B1\"/>", with: "<row r=\"2\"/>"))<row r=\"3\"/>"
    #expect(Self.refusal(rows, setting: "A1")?.code == .refused)
    let book = try PatchBook(rows).edited { try $0.addLink(at: cell("A1"), toSheet: "S") }
    #expect(book.rows() == rows)
  }

  @Test func rowsInsideAlternateContentAreRefused() {
    let error = Self.book(
      sheet: """
        <worksheet xmlns="\(PatchBook.main)" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">\
        <mc:AlternateContent><mc:Choice Requires="x"><sheetData/></mc:Choice></mc:AlternateContent></worksheet>
        """
    ).editRefusal { try $0.set(.number("1"), at: cell("A1")) }
    #expect(error?.code == .refused)
  }

  @Test func rowsUnderAnotherPrefixAreRefused() {
    for rows in [
      "<x:sheetData><row r=\"1\"/></x:sheetData>", "<sheetData><x:row r=\"1\"/></sheetData>",
      "<sheetData><row r=\"1\"><x:c r=\"A1\"/></row></sheetData>",
    ] {
      let error = Self.book(
        sheet: "<worksheet xmlns=\"\(PatchBook.main)\" xmlns:x=\"\(PatchBook.main)\">\(rows)</worksheet>"
      ).editRefusal { try $0.set(.number("1"), at: cell("A1")) }
      #expect(error?.code == .refused, "\(rows)")
    }
  }

  @Test func aFormulaUnderAnotherPrefixIsNoPlainNumber() throws {
    // The formula of A1 is shared with A2 and must not be lost, whatever prefix it has.
    let old = """
      <worksheet xmlns="\(PatchBook.main)" xmlns:x="\(PatchBook.main)"><sheetData><row r="1"><c r="A1">\
      <x:f t="shared" ref="A1:A2" si="0">B1*2</x:f></c></row><row r="2"><c r="A2"><f t="shared" si="0"/></c></row>\
      </sheetData></worksheet>
      """
    do {
      let book = try Self.book(sheet: old).edited { try $0.set(.number("1"), at: cell("A1")) }
      #expect(try PatchContentTests.read(book).map(\.formula) == [nil, "B2*2"])
    } catch let error as XlsxWriteError {
      #expect(error.code == .refused)
    }
  }

  @Test func extensionsInsideACellStayBehindItsContent() throws {
    let list = "<extLst><ext uri=\"{1}\"><y:f xmlns:y=\"u\">S!A1</y:f></ext></extLst>"
    let old = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v>\(list)</c><c r=\"B1\">\(list)</c></row>"
    #expect(
      try Self.rows(old, setting: ["A1": "9", "B1": "8"])
        == "<row r=\"1\"><c r=\"A1\"><v>9</v>\(list)</c><c r=\"B1\"><v>8</v>\(list)</c></row>")
  }

  @Test func unknownElementsInsideACellStayUnderOtherLooks() throws {
    let old = "<row r=\"1\"><c r=\"A1\"><v>1</v><y:a xmlns:y=\"u\" s=\"7\"/><z/></c></row>"
    let book = try PatchBook(old).edited { try $0.restyle(cell("A1"), StyleChange(fill: .color(.red))) }
    #expect(book.rows() == old.replacing("<c r=\"A1\">", with: "<c r=\"A1\" s=\"4\">"))
  }

  @Test func newCellsStandBeforeTheExtensionsOfTheirRow() throws {
    let list = "<extLst><ext uri=\"{1}\"/></extLst>"
    // CT_Row: the cells, then the list (18.3.1.73).
    #expect(
      try Self.rows(
        "<row r=\"1\"><c r=\"A1\"/>\(list)</row><row r=\"2\">\(list)</row>", setting: ["B1": "9", "A2": "8"])
        == "<row r=\"1\"><c r=\"A1\"/><c r=\"B1\"><v>9</v></c>\(list)</row><row r=\"2\"><c r=\"A2\"><v>8</v></c>\(list)</row>"
    )
  }

  // MARK: Dimension and spans

  @Test(arguments: [
    ("A1", "B2", "A1:B2"), ("C3:D4", "A1", "A1:D4"), ("C3:D4", "D4", "C3:D4"), ("B2", "B2", "B2"),
    ("B2:C3", "Z1", "B1:Z3"),
  ])
  func theDimensionIsWidened(_ old: String, _ place: String, _ new: String) throws {
    let book = try PatchBook("", before: "<dimension ref=\"\(old)\"/>").edited {
      try $0.set(.number("1"), at: cell(place))
    }
    #expect(book.sheet().contains("<dimension ref=\"\(new)\"/><sheetData>"))
  }

  @Test func nothingWidensNothing() throws {
    let book = try PatchBook(
      "<row r=\"1\" spans=\"1:1\"><c r=\"A1\"/></row>", before: "<dimension ref=\"A1\"/>"
    ).edited {
      try $0.set(.nothing, at: cell("Z1"))
      try $0.set(.number("1"), at: cell("A1"))
    }
    #expect(
      book.sheet()
        == PatchBook.sheet(
          "<row r=\"1\" spans=\"1:1\"><c r=\"A1\"><v>1</v></c></row>", before: "<dimension ref=\"A1\"/>"))
  }

  @Test(arguments: [
    ("2:3", "A1", "1:3"), ("2:3", "D1", "2:4"), ("2:3", "C1", "2:3"), ("x", "A1", "x"),
  ])
  func theSpansOfARowAreWidened(_ old: String, _ place: String, _ new: String) throws {
    let book = try PatchBook("<row r=\"1\" spans=\"\(old)\"/>").edited { try $0.set(.number("1"), at: cell(place)) }
    #expect(book.rows().hasPrefix("<row r=\"1\" spans=\"\(new)\">"))
  }

  @Test func aListOfSpansStaysOrCoversTheNewCell() throws {
    let book = try PatchBook("<row r=\"1\" spans=\"2:3 5:6\"/>").edited { try $0.set(.number("1"), at: cell("Z1")) }
    #expect(["2:3 5:6", "2:26"].contains(PatchedBook.elements("row", in: book.rows())[0]["spans"]))
  }
}
