import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

@Suite struct PatchContentTests {
  /// A cell of every kind, with style 1.
  static let kinds = [
    "<c r=\"A1\" s=\"1\"/>", "<c r=\"A1\" s=\"1\"></c>", "<c r=\"A1\" s=\"1\"><v>5</v></c>",
    "<c r=\"A1\" s=\"1\" t=\"n\"><v>5</v></c>", "<c r=\"A1\" t=\"s\" s=\"1\"><v>0</v></c>",
    "<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>粗</t></r><r><t xml:space=\"preserve\"> 细</t></r></is></c>",
    "<c r=\"A1\" s=\"1\" t=\"b\"><v>1</v></c>", "<c r=\"A1\" s=\"1\" t=\"e\"><v>#DIV/0!</v></c>",
    "<c r=\"A1\" s=\"1\"><f>B1*2</f><v>4</v></c>", "<c r=\"A1\" s=\"1\" t=\"str\"><f>\"x\"</f><v>x</v></c>",
    "<c r=\"A1\" s=\"1\"><f ca=\"1\">NOW()</f></c>", "<c r=\"A1\" s=\"1\"><f/><v>1</v></c>",
    "<c r=\"A1\" s=\"1\" t=\"d\"><v>2026-01-31T00:00:00</v></c>",
    "<c r=\"A1\" s=\"1\" cm=\"1\" vm=\"2\" ph=\"1\"><f t=\"array\" ref=\"A1\">SUM(B1:B2*2)</f><v>4</v></c>",
    "<c r=\"A1\" s=\"1\"><!-- <v>7</v> --><v><![CDATA[5]]></v><?p </c>?></c>",
  ]

  /// What a cell is to hold, how that stands in the file, and what a reader makes of it.
  static let contents: [(content: CellContent, attributes: String, inside: String, kind: CellKind, text: String)] = [
    (.number("634.34"), "", "<v>634.34</v>", .number, "634.34"),
    (.text("应为 1"), " t=\"inlineStr\"", "<is><t xml:space=\"preserve\">应为 1</t></is>", .text, "应为 1"),
    (.text(""), " t=\"inlineStr\"", "<is><t xml:space=\"preserve\"></t></is>", .text, ""),
    (.boolean(true), " t=\"b\"", "<v>1</v>", .boolean, "1"),
    (.boolean(false), " t=\"b\"", "<v>0</v>", .boolean, "0"),
    (.formula("=B1+1", .number("3")), "", "<f>B1+1</f><v>3</v>", .number, "3"),
    (.formula("B1&\"<\"", .text("2<")), " t=\"str\"", "<f>B1&amp;\"&lt;\"</f><v>2&lt;</v>", .text, "2<"),
    (.formula("B1>1", .boolean(true)), " t=\"b\"", "<f>B1&gt;1</f><v>1</v>", .boolean, "1"),
  ]

  static func book(_ rows: String) -> PatchBook {
    var book = PatchBook(rows)
    book.add(
      "xl/sharedStrings.xml", "<sst xmlns=\"\(PatchBook.main)\"><si><t>旧</t></si></sst>",
      type: PatchBook.types + ".sharedStrings+xml")
    book.relate("xl/workbook.xml", "rId9", "sharedStrings", "sharedStrings.xml")
    return book
  }

  static func read(_ book: PatchedBook) throws -> [Cell] {
    var cells: [Cell] = []
    let reader = try Workbook(bytes: book.bytes, name: "new.xlsx").worksheets[0].rowReader()
    while let row = try reader.next() { cells += Array(row) }
    return cells
  }

  @Test(arguments: kinds) func everyKindIsReplacedByEveryOther(_ old: String) throws {
    let other = "<c r=\"B1\"><v>2</v></c>"
    for (content, attributes, inside, kind, text) in Self.contents {
      let book = try Self.book("<row r=\"1\">\(old)\(other)</row>").edited { try $0.set(content, at: cell("A1")) }
      #expect(book.rows() == "<row r=\"1\"><c r=\"A1\" s=\"1\"\(attributes)>\(inside)</c>\(other)</row>")
      let read = try Self.read(book)
      #expect(read.map(\.reference) == [cell("A1"), cell("B1")])
      #expect(read[0].kind == kind)
      #expect(read[0].rawText == text)
      #expect(read[0].style?.index == 1)
    }
  }

  @Test(arguments: kinds) func everyKindCanBeEmptied(_ old: String) throws {
    let book = try Self.book("<row r=\"1\">\(old)</row>").edited { try $0.set(.nothing, at: cell("A1")) }
    #expect(book.rows() == "<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>")
  }

  @Test(arguments: kinds) func everyKindKeepsItsContentUnderOtherLooks(_ old: String) throws {
    let book = try Self.book("<row r=\"1\">\(old)</row>").edited {
      try $0.restyle(cell("A1"), StyleChange(fill: .color(.red)))
    }
    #expect(book.rows() == "<row r=\"1\">\(old.replacing("s=\"1\"", with: "s=\"4\""))</row>")
  }

  @Test func aMissingCellIsMadeInItsPlace() throws {
    for (content, attributes, inside, kind, text) in Self.contents {
      let book = try Self.book("<row r=\"1\"><c r=\"A1\"/><c r=\"C1\"/></row>").edited {
        try $0.set(content, at: cell("B1"))
      }
      #expect(book.rows() == "<row r=\"1\"><c r=\"A1\"/><c r=\"B1\"\(attributes)>\(inside)</c><c r=\"C1\"/></row>")
      let read = try Self.read(book)
      #expect(read.map(\.reference) == [cell("A1"), cell("B1"), cell("C1")])
      #expect(read[1].kind == kind)
      #expect(read[1].rawText == text)
    }
  }

  @Test func nothingMakesNoCell() throws {
    let book = try Self.book("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").edited {
      try $0.set(.nothing, at: cell("B1"))
      try $0.set(.nothing, at: cell("A9"))
    }
    #expect(book.bytes == book.oldBytes)
  }

  @Test func onlyTheSheetIsChanged() throws {
    let book = try Self.book("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>").edited {
      try $0.set(.text("新"), at: cell("A1"))
    }
    #expect(book.changed == [PatchBook.sheet1])
    #expect(book.removed == [])
  }

  @Test func theLastOfSeveralContentsCounts() throws {
    let book = try Self.book("").edited {
      try $0.set(.number("1"), at: cell("A1"))
      try $0.set(.formula("B1", .number("2")), at: cell("A1"))
      try $0.set(.boolean(true), at: cell("A1"))
    }
    #expect(book.rows() == "<row r=\"1\"><c r=\"A1\" t=\"b\"><v>1</v></c></row>")
  }

  @Test func contentTakenBackBeforeWritingMakesNoCell() throws {
    let book = try Self.book("<row r=\"2\"><c r=\"A2\"/></row>").edited {
      try $0.set(.number("1"), at: cell("A1"))
      try $0.set(.nothing, at: cell("A1"))
    }
    #expect(book.rows() == "<row r=\"2\"><c r=\"A2\"/></row>")
  }

  @Test(arguments: [
    ("0", "0"), ("-0.00", "-0.00"), ("+5", "5"), ("1234567890123456789.123456789", "1234567890123456789.123456789"),
    ("1E+5", "1E+5"), ("1.5e-300", "1.5e-300"), ("0.10", "0.10"), ("634.340", "634.340"),
  ])
  func aNumberKeepsItsDigits(_ given: String, _ kept: String) throws {
    let book = try PatchBook("").edited { try $0.set(.number(given), at: cell("A1")) }
    #expect(book.rows() == "<row r=\"1\"><c r=\"A1\"><v>\(kept)</v></c></row>")
  }

  @Test(arguments: [
    "", " ", " 1", "1 ", "1,000", "NaN", "INF", "0x10", "1e", "e5", "1e400", ".", "-", "--1", "+-1", "１２", "1.2.3",
    "1\n",
    "1<2", "TRUE", "1e5.5",
  ])
  func whatIsNoNumberIsRefusedAtOnce(_ text: String) throws {
    let sheet = try PatchBook("").open().worksheets[0]
    for content in [CellContent.number(text), .formula("A2", .number(text))] {
      let error = #expect(throws: XlsxWriteError.self) { try sheet.set(content, at: cell("B7")) }
      #expect(error?.cell == "B7")
      #expect(error?.sheet == "S")
    }
  }

  @Test(arguments: [
    "=1+1", "0012", " 前后 ", "a\nb\tc", "a\r\nb", "<&>\"'", "]]>", "\u{1}\u{1F}\u{FFFE}", "_x0041_", "_x005F_x0041_",
    "😀𠮷", "&amp;", "\u{85}\u{2028}", "\u{FEFF}x",
  ])
  func aTextComesBackAsItWas(_ text: String) throws {
    let book = try PatchBook("").edited {
      try $0.set(.text(text), at: cell("A1"))
      try $0.set(.formula("A1", .text(text)), at: cell("A2"))
    }
    #expect(try Self.read(book).map(\.rawText) == [text, text])
  }

  @Test func controlCharactersAreWrittenAsTheFormatSays() throws {
    let book = try PatchBook("").edited { try $0.set(.text("\u{1}\r_x000D_"), at: cell("A1")) }
    #expect(book.rows().contains(">_x0001__x000D__x005F_x000D_</t>"))
  }

  @Test func aTextMayFillACellAndNoMore() throws {
    let full = String(repeating: "长", count: 32_767)
    let book = try PatchBook("").edited { try $0.set(.text(full), at: cell("A1")) }
    #expect(try Self.read(book).map(\.rawText) == [full])
    let sheet = try PatchBook("").open().worksheets[0]
    for content in [CellContent.text(full + "。"), .formula("A2", .text(full + "。"))] {
      let error = #expect(throws: XlsxWriteError.self) { try sheet.set(content, at: cell("A1")) }
      #expect(error?.code == .tooLong)
    }
  }

  @Test func impossibleFormulasAreRefused() throws {
    let sheet = try PatchBook("").open().worksheets[0]
    for formula in ["", "=", "A1&\"\u{1}\""] {
      let error = #expect(throws: XlsxWriteError.self) {
        try sheet.set(.formula(formula, .number("1")), at: cell("A1"))
      }
      #expect(error?.code == .badText)
    }
    let long = "1" + String(repeating: "+1", count: 4095)
    try sheet.set(.formula("=" + long, .number("1")), at: cell("A1"))
    let error = #expect(throws: XlsxWriteError.self) {
      try sheet.set(.formula(long + "+1", .number("1")), at: cell("A1"))
    }
    #expect(error?.code == .tooLong)
  }

  @Test func cellsOutsideTheSheetAreRefused() throws {
    let sheet = try PatchBook("").open().worksheets[0]
    for (row, column) in [(0, 1), (1, 0), (-1, 1), (1_048_577, 1), (1, 16_385)] {
      let place = CellReference(row: row, column: column)
      for change in [
        { try sheet.set(.number("1"), at: place) }, { try sheet.restyle(place, StyleChange(fill: .color(.red))) },
        { try sheet.addLink(at: place, toSheet: "S") },
        { try sheet.addLink(at: cell("A1"), toSheet: "S", cell: place) },
        { try sheet.addComment("a", author: "b", at: place) }, { try sheet.removeComment(at: place) },
      ] as [() throws -> Void] {
        let error = #expect(throws: XlsxWriteError.self) { try change() }
        #expect(error?.code == .outOfBounds)
      }
    }
    try sheet.set(.number("1"), at: CellReference(row: 1_048_576, column: 16_384))
    let book = try PatchBook("").edited { try $0.set(.number("1"), at: cell("XFD1048576")) }
    #expect(book.rows() == "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")
  }
}
