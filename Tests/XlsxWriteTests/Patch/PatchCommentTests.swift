import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

@Suite struct PatchCommentTests {
  static let part = "xl/comments1.xml"
  static let drawing = "xl/drawings/vmlDrawing1.vml"

  static func shape(_ id: Int, row: Int, column: Int) -> String {
    """
    <v:shape id="_x0000_s\(id)" type="#_x0000_t202" style='visibility:hidden'>
      <v:textbox><div style='text-align:left'><br></div></v:textbox>
      <x:ClientData ObjectType="Note"><x:MoveWithCells/><x:Row>\(row - 1)</x:Row> <x:Column>\(column - 1)</x:Column></x:ClientData>
    </v:shape>
    """
  }

  /// A button, whose place is no comment's.
  static let button = """
    <v:shape id="_x0000_s1030"><x:ClientData ObjectType="Button"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>
    """

  /// As Excel writes it: not always well-formed, and with its own line breaks.
  static let boxes = """
    <xml xmlns:v="urn:schemas-microsoft-com:vml"\r
     xmlns:o="urn:schemas-microsoft-com:office:office"\r
     xmlns:x="urn:schemas-microsoft-com:office:excel">
     <o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>
     <v:shapetype id="_x0000_t202" coordsize="21600,21600"></v:shapetype>
    \(shape(1025, row: 1, column: 1))\(button)\(shape(1026, row: 2, column: 2))</xml>
    """

  static let comments = """
    <comments xmlns="\(PatchBook.main)"><authors><author>财政局</author><author>A&amp;B</author></authors><commentList>\
    <comment ref="A1" authorId="0" shapeId="0"><text><r><rPr><b/></rPr><t>旧</t></r></text></comment>\
    <comment ref="B2" authorId="1"><text><t>two</t></text></comment></commentList></comments>
    """

  /// A workbook with comments on A1 (财政局) and B2 (A&B).
  static func commented(_ after: String = "") -> PatchBook {
    var book = PatchBook("<row r=\"1\"><c r=\"A1\"/></row>", after: "\(after)<legacyDrawing r:id=\"rId1\"/>")
    book.add(part, comments, type: PatchBook.types + ".comments+xml")
    book.set(drawing, boxes)
    book.replace(
      "[Content_Types].xml", "<Override PartName=\"/xl/workbook.xml\"",
      "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>"
        + "<Override PartName=\"/xl/workbook.xml\"")
    book.relate(
      PatchBook.sheet1,
      [("rId1", "vmlDrawing", "../drawings/vmlDrawing1.vml"), ("rId2", "comments", "../comments1.xml")])
    return book
  }

  static func read(_ book: PatchedBook, _ sheet: Int = 0) throws -> [String] {
    try Workbook(bytes: book.bytes, name: "new.xlsx").worksheets[sheet].comments()
      .map { "\($0.reference) \($0.author ?? "-") \($0.text)" }.sorted()
  }

  static let relationships = "xl/worksheets/_rels/sheet1.xml.rels"

  // MARK: Adding

  @Test func theFirstCommentOfASheetBringsAllThatItNeeds() throws {
    for old in [
      PatchBook("<row r=\"1\"><c r=\"A1\"/></row>"), PatchBook().strict, PatchBook().prefixed(PatchBook.sheet1),
    ] {
      let book = try old.edited { try $0.addComment("应为 1\n<&>", author: "局&\"", at: cell("C4")) }
      #expect(try Self.read(book) == ["C4 局&\" 应为 1\n<&>"])
      let isStrict = old.text("xl/workbook.xml").contains("purl")
      let relations = isStrict ? PatchBook.strictRelations : PatchBook.relations
      let list = PatchedBook.elements("Relationship", in: book[Self.relationships])
      #expect(Set(list.map { $0["Type"] ?? "" }) == ["\(relations)/vmlDrawing", "\(relations)/comments"])
      let id = try #require(list.first { $0["Type"]?.hasSuffix("vmlDrawing") == true }?["Id"])
      let prefix = old.text(PatchBook.sheet1).contains("<x:") ? "x:" : ""
      #expect(
        book.sheet().hasSuffix("</\(prefix)sheetData><\(prefix)legacyDrawing r:id=\"\(id)\"/></\(prefix)worksheet>"))
      #expect(book[Self.part].contains(isStrict ? PatchBook.strictMain : PatchBook.main))
      #expect(book[Self.drawing].contains("<x:Row>3</x:Row><x:Column>2</x:Column>"))
      #expect(
        book["[Content_Types].xml"].contains(
          "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>"))
      #expect(
        book["[Content_Types].xml"].contains(
          "<Override PartName=\"/xl/comments1.xml\" ContentType=\"\(PatchBook.types).comments+xml\"/>"))
      #expect(
        book.changed == ["[Content_Types].xml", Self.part, Self.drawing, Self.relationships, PatchBook.sheet1])
    }
  }

  @Test func theDrawingOfCommentsStandsInItsPlace() throws {
    // CT_Worksheet: … headerFooter, rowBreaks, …, drawing, legacyDrawing, legacyDrawingHF, …, tableParts, extLst.
    for (before, behind) in [
      ("<mergeCells/><pageMargins/><headerFooter/><rowBreaks/><ignoredErrors/><drawing r:id=\"rId5\"/>", ""),
      ("<pageSetup/>", "<legacyDrawingHF r:id=\"rId6\"/><picture r:id=\"rId7\"/>"),
      ("", "<tableParts count=\"0\"/><extLst/>"),
      ("<smartTags/>", "<oleObjects/>"),
      ("<conditionalFormatting/><dataValidations/><hyperlinks/>", "<webPublishItems/>"),
      (
        "<drawing r:id=\"rId5\"/>",
        "<mc:AlternateContent xmlns:mc=\"m\"><mc:Choice Requires=\"x14\"><controls/></mc:Choice></mc:AlternateContent>"
      ),
      ("<pageMargins/><!-- a -->", "<z:legacyDrawing xmlns:z=\"z\"/><extLst/>"),
    ] {
      let book = try PatchBook("", after: before + behind).edited {
        try $0.addComment("a", author: "b", at: cell("A1"))
      }
      let tail = PatchedBook.between("</sheetData>", "</worksheet>", book.sheet())
      #expect(
        tail == "\(before)<legacyDrawing r:id=\"rId1\"/>\(behind)"
          || tail == before + behind.replacing("<extLst/>", with: "<legacyDrawing r:id=\"rId1\"/><extLst/>"))
    }
  }

  @Test func aCommentIsAddedToThoseThatAreThere() throws {
    let old = Self.commented()
    let book = try old.edited {
      try $0.addComment("新", author: "A&B", at: cell("C3"))
      try $0.addComment("又", author: "审计局", at: cell("A2"))
    }
    #expect(try Self.read(book) == ["A1 财政局 旧", "A2 审计局 又", "B2 A&B two", "C3 A&B 新"])
    #expect(book.changed == [Self.part, Self.drawing])
    // Each author once; whatever was there stays byte for byte.
    #expect(
      book[Self.part].contains("<authors><author>财政局</author><author>A&amp;B</author><author>审计局</author></authors>"))
    #expect(book[Self.part].hasPrefix(String(Self.comments.prefix { $0 != "局" })))
    #expect(book[Self.part].contains(PatchedBook.between("<commentList>", "</commentList>", Self.comments)))
    #expect(book[Self.drawing].hasPrefix(Self.boxes.replacing("</xml>", with: "")))
    let ids = book[Self.drawing].matches(of: #/id="_x0000_s(\d+)"/#).map { String($0.1) }
    #expect(Set(ids).count == 5)
    #expect(book[Self.drawing].matches(of: #/<v:shapetype /#).count == 1)
  }

  @Test func aCommentOnACellThatHasOneIsRefused() throws {
    let sheet = try Self.commented().open().worksheets[0]
    let error = #expect(throws: XlsxWriteError.self) { try sheet.addComment("a", author: "b", at: cell("B2")) }
    #expect(error?.code == .overlap)
    try sheet.addComment("a", author: "b", at: cell("B3"))
    #expect(throws: XlsxWriteError.self) { try sheet.addComment("a", author: "b", at: cell("B3")) }
  }

  @Test func theDrawingOfHeadersIsNotThatOfComments() throws {
    var old = PatchBook("", after: "<headerFooter/><legacyDrawingHF r:id=\"rId1\"/>")
    let picture = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:shape id=\"LH\"/></xml>"
    old.set(Self.drawing, picture)
    old.relate(PatchBook.sheet1, [("rId1", "vmlDrawing", "../drawings/vmlDrawing1.vml")])
    let book = try old.edited { try $0.addComment("a", author: "b", at: cell("A1")) }
    #expect(book[Self.drawing] == picture)
    #expect(book["xl/drawings/vmlDrawing2.vml"].contains("ObjectType=\"Note\""))
    let id = try #require(
      PatchedBook.elements("Relationship", in: book[Self.relationships])
        .first { $0["Target"]?.hasSuffix("vmlDrawing2.vml") == true }?["Id"])
    #expect(book.sheet().contains("<headerFooter/><legacyDrawing r:id=\"\(id)\"/><legacyDrawingHF r:id=\"rId1\"/>"))
    #expect(id != "rId1")
    #expect(try Self.read(book) == ["A1 b a"])
  }

  @Test func aDrawingOfControlsTakesTheBoxes() throws {
    var old = PatchBook("", after: "<legacyDrawing r:id=\"rId4\"/>")
    old.set(
      Self.drawing,
      "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:x='urn:schemas-microsoft-com:office:excel'>\(Self.button)</xml>"
    )
    old.relate(PatchBook.sheet1, [("rId4", "vmlDrawing", "/xl/drawings/vmlDrawing1.vml")])
    let book = try old.edited { try $0.addComment("a", author: "b", at: cell("A1")) }
    #expect(book[Self.drawing].contains(Self.button))
    #expect(book[Self.drawing].contains("id=\"_x0000_s1031\""))
    #expect(book[Self.drawing].contains("<v:shapetype"))
    #expect(!book.changed.contains(PatchBook.sheet1))
    #expect(book.new.names.filter { $0.hasSuffix(".vml") } == [Self.drawing])
    #expect(try Self.read(book) == ["A1 b a"])
  }

  @Test func newPartsDoNotTakeTheNamesOfOthers() throws {
    var old = PatchBook(sheets: [("S", PatchBook.sheet("")), ("T", PatchBook.sheet("")), ("U", PatchBook.sheet(""))])
    old.set("XL/Comments1.xml", "<other/>")
    old.set("xl/drawings/vmldrawing1.VML", "<xml/>")
    let book = try old.patched { patch in
      for sheet in patch.worksheets { try sheet.addComment(sheet.name, author: "b", at: cell("A1")) }
    }
    #expect(
      book.new.names.filter { $0.contains("omments") }.sorted() == [
        "XL/Comments1.xml", "xl/comments2.xml", "xl/comments3.xml", "xl/comments4.xml",
      ])
    for (index, name) in ["S", "T", "U"].enumerated() { #expect(try Self.read(book, index) == ["A1 b \(name)"]) }
    #expect(book["XL/Comments1.xml"] == "<other/>")
  }

  @Test func aSheetThatDeclaresNoRelationshipsGetsTheDeclaration() throws {
    for namespaces in [(PatchBook.main, PatchBook.relations), (PatchBook.strictMain, PatchBook.strictRelations)] {
      let old = PatchBook(sheets: [("S", "<worksheet xmlns=\"\(namespaces.0)\"><sheetData/></worksheet>")])
      let book = try old.edited { try $0.addComment("a", author: "b", at: cell("A1")) }
      #expect(
        book.sheet()
          == "<worksheet xmlns=\"\(namespaces.0)\"><sheetData/><legacyDrawing xmlns:r=\"\(namespaces.1)\" r:id=\"rId1\"/></worksheet>"
      )
    }
    let other = PatchBook(sheets: [
      (
        "S",
        "<worksheet xmlns=\"\(PatchBook.main)\" xmlns:rel=\"\(PatchBook.relations)\" xmlns:r=\"u\"><sheetData/></worksheet>"
      )
    ])
    let book = try other.edited { try $0.addComment("a", author: "b", at: cell("A1")) }
    #expect(book.sheet().contains("<legacyDrawing rel:id=\"rId1\"/>"))
  }

  @Test func aSheetInWhichThePrefixMeansSomethingElse() throws {
    let old = PatchBook(sheets: [("S", "<worksheet xmlns=\"\(PatchBook.main)\" xmlns:r=\"u\"><sheetData/></worksheet>")]
    )
    let book = try old.edited { try $0.addComment("a", author: "b", at: cell("A1")) }
    #expect(book.sheet().contains("<legacyDrawing xmlns:r=\"\(PatchBook.relations)\" r:id=\"rId1\"/>"))
  }

  @Test func commentsWithPrefixesAndInUTF16() throws {
    var old = Self.commented()
    old.set(Self.part, PatchBook.prefixed(Self.comments))
    let book = try old.edited { try $0.addComment("新", author: "c", at: cell("C3")) }
    #expect(try Self.read(book) == ["A1 财政局 旧", "B2 A&B two", "C3 c 新"])
    #expect(book[Self.part].contains("<x:author>c</x:author></x:authors>"))
    old.set(Self.part, PatchMarkupTests.utf16("\u{FEFF}" + Self.comments, isBigEndian: true))
    #expect(
      try Self.read(try old.edited { try $0.addComment("新", author: "c", at: cell("C3")) })
        == ["A1 财政局 旧", "B2 A&B two", "C3 c 新"])
  }

  @Test func emptyListsOfCommentsAreFilled() throws {
    for lists in ["<authors/><commentList/>", "", "<authors></authors><commentList></commentList><extLst/>"] {
      var old = Self.commented()
      old.set(Self.part, "<comments xmlns=\"\(PatchBook.main)\">\(lists)</comments>")
      let book = try old.edited { try $0.addComment("新", author: "c", at: cell("C3")) }
      #expect(try Self.read(book) == ["C3 c 新"])
      #expect(book[Self.part].contains("</authors><commentList>"))
      #expect(
        book[Self.part].hasSuffix(lists.hasSuffix("<extLst/>") ? "<extLst/></comments>" : "</commentList></comments>"))
    }
  }

  @Test func impossibleCommentsAreRefused() throws {
    let sheet = try PatchBook().open().worksheets[0]
    for (text, author, code) in [
      ("", "b", XlsxWriteError.Code.badText), (String(repeating: "长", count: 32_768), "b", .tooLong),
      ("a", "b\u{1}", .badText),
    ] {
      let error = #expect(throws: XlsxWriteError.self) { try sheet.addComment(text, author: author, at: cell("A1")) }
      #expect(error?.code == code)
    }
    try sheet.addComment(String(repeating: "长", count: 32_767), author: "", at: cell("A1"))
  }

  // MARK: Changing and removing

  @Test func aChangedCommentKeepsItsAuthorAndItsBox() throws {
    let book = try Self.commented().edited { try $0.changeComment("新\u{1}", at: cell("B2")) }
    #expect(try Self.read(book) == ["A1 财政局 旧", "B2 A&B 新\u{1}"])
    #expect(book.changed == [Self.part])
    #expect(
      book[Self.part]
        == Self.comments.replacing(
          "<text><t>two</t></text>", with: "<text><r><t xml:space=\"preserve\">新_x0001_</t></r></text>"))
  }

  @Test func aRemovedCommentTakesItsBoxAlong() throws {
    let book = try Self.commented().edited { try $0.removeComment(at: cell("A1")) }
    #expect(try Self.read(book) == ["B2 A&B two"])
    #expect(book.changed == [Self.part, Self.drawing])
    #expect(book[Self.part] == Self.comments.replacing(#/<comment ref="A1".*?<\/comment>/#, with: ""))
    #expect(book[Self.drawing] == Self.boxes.replacing(Self.shape(1025, row: 1, column: 1), with: ""))
    #expect(book.sheet() == Self.commented().text(PatchBook.sheet1))
  }

  @Test func aRemovedCommentMayBeFollowedByAnother() throws {
    let book = try Self.commented().edited {
      try $0.removeComment(at: cell("A1"))
      try $0.addComment("新", author: "c", at: cell("A1"))
    }
    #expect(try Self.read(book) == ["A1 c 新", "B2 A&B two"])
    #expect(!book[Self.drawing].contains("_x0000_s1025\""))
    #expect(book[Self.drawing].matches(of: #/<x:Row>0<\/x:Row>\s*<x:Column>0</#).count == 2)
    #expect(book[Self.drawing].contains(Self.button))
  }

  @Test func aCommentThatIsAddedAndRemovedLeavesTheSameBytes() throws {
    for old in [PatchBook(), Self.commented()] {
      let book = try old.edited {
        try $0.addComment("a", author: "b", at: cell("C3"))
        try $0.changeComment("c", at: cell("C3"))
        try $0.removeComment(at: cell("C3"))
      }
      #expect(book.bytes == book.oldBytes)
    }
  }

  @Test func theCommentsOfOneAuthorAreRemoved() throws {
    let patch = try Self.commented().open()
    let sheet = patch.worksheets[0]
    #expect(try sheet.removeComments(by: "A&B") == [cell("B2")])
    #expect(try sheet.removeComments(by: "nobody") == [])
    let book = try PatchedBook(old: Self.commented().bytes, new: patch.bytes())
    #expect(try Self.read(book) == ["A1 财政局 旧"])
  }

  @Test func anAuthorIsFoundByTheNameThatAReaderShows() throws {
    for (written, read) in [("a&amp;lt;b", "a&lt;b"), ("_x0041_", "A"), ("<![CDATA[x&amp;y]]>", "x&amp;y")] {
      var old = Self.commented()
      old.replace(Self.part, "<author>财政局</author>", "<author>\(written)</author>")
      #expect(try Self.read(try old.patched { _ in })[0] == "A1 \(read) 旧")
      let sheet = try old.open().worksheets[0]
      #expect(try sheet.removeComments(by: read) == [cell("A1")], "\(read)")
    }
  }

  @Test func commentsThatAreNotThereAreErrors() throws {
    for book in [PatchBook(), Self.commented()] {
      let sheet = try book.open().worksheets[0]
      for change in [{ try sheet.removeComment(at: cell("D4")) }, { try sheet.changeComment("a", at: cell("D4")) }]
        as [() throws -> Void]
      {
        let error = #expect(throws: XlsxWriteError.self) { try change() }
        #expect(error?.code == .noSuchComment)
        #expect(error?.cell == "D4")
      }
    }
  }

  @Test func brokenCommentsAreNamed() throws {
    var old = Self.commented()
    old.set(Self.part, Self.comments.replacing("</text>", with: ""))
    let error = old.editRefusal { try $0.removeComment(at: cell("A1")) }
    #expect(error?.code == .cannotRead)
    #expect(error?.part == Self.part)
    #expect(error?.sheet == "S")
  }

  @Test func aDrawingWithoutAnEndIsNamed() throws {
    var old = Self.commented()
    old.set(Self.drawing, Self.boxes.replacing("</xml>", with: ""))
    let error = old.editRefusal { try $0.addComment("a", author: "b", at: cell("D4")) }
    #expect(error?.code == .cannotRead)
    #expect(error?.part == Self.drawing)
  }

  // MARK: Conversations

  static let thread = "xl/threadedComments/threadedComment1.xml"
  static let threads = """
    <ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">\
    <threadedComment ref="A1" personId="{P}" id="{1}"><text>问</text></threadedComment>\
    <threadedComment ref="A1" personId="{P}" id="{2}" parentId="{1}"><text>答</text></threadedComment>\
    <threadedComment ref="B2" personId="{P}" id="{3}"><text>二</text></threadedComment></ThreadedComments>
    """

  /// Conversations on A1 and B2, and a plain comment on C3.
  static func threaded() -> PatchBook {
    var book = commented()
    book.set(
      part,
      comments.replacing("财政局", with: "tc={1}").replacing("A&amp;B", with: "tc={3}")
        .replacing("<author>tc={3}</author>", with: "<author>tc={3}</author><author>财政局</author>")
        .replacing(
          "</commentList>", with: "<comment ref=\"C3\" authorId=\"2\"><text><t>三</t></text></comment></commentList>"))
    book.add(thread, threads, type: "application/vnd.ms-excel.threadedcomments+xml")
    book.relate(
      PatchBook.sheet1, "rId3", "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
      "../threadedComments/threadedComment1.xml")
    let list = PatchBook.relationshipsPart(of: PatchBook.sheet1)
    book.replace(list, " TargetMode=\"External\"", "")
    return book
  }

  @Test func aConversationIsRemovedAsAWhole() throws {
    let book = try Self.threaded().edited { try $0.removeComment(at: cell("A1")) }
    #expect(book.changed == [Self.part, Self.drawing, Self.thread])
    #expect(book[Self.thread] == Self.threads.replacing(#/<threadedComment ref="A1".*?<\/threadedComment>/#, with: ""))
    #expect(!book[Self.part].contains("ref=\"A1\""))
    #expect(book[Self.part].contains("ref=\"B2\""))
  }

  @Test func aConversationIsNotChangedAndNotAddedTo() throws {
    let sheet = try Self.threaded().open().worksheets[0]
    let change = #expect(throws: XlsxWriteError.self) { try sheet.changeComment("a", at: cell("A1")) }
    #expect(change?.code == .refused)
    let add = #expect(throws: XlsxWriteError.self) { try sheet.addComment("a", author: "b", at: cell("B2")) }
    #expect(add?.code == .overlap)
    #expect(try sheet.removeComments(by: "tc={1}") == [])
    #expect(try sheet.removeComments(by: "财政局") == [cell("C3")])
  }

  @Test func otherCommentsLeaveConversations() throws {
    let book = try Self.threaded().edited {
      try $0.changeComment("新", at: cell("C3"))
      try $0.addComment("四", author: "财政局", at: cell("D4"))
    }
    #expect(book[Self.thread] == Self.threads)
    #expect(book.changed == [Self.part, Self.drawing])
  }

  @Test func aConversationWithoutAPlainCommentIsRemovedToo() throws {
    var old = Self.threaded()
    old.set(Self.part, old.text(Self.part).replacing(#/<comment ref="A1".*?<\/comment>/#, with: ""))
    let book = try old.edited { try $0.removeComment(at: cell("A1")) }
    #expect(!book[Self.thread].contains("ref=\"A1\""))
  }
}
