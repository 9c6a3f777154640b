import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

/// Taking sheets out of a workbook.
@Suite struct PatchRemovalTests {
  static let workbook = "xl/workbook.xml"
  static let types = "[Content_Types].xml"
  static let links = "xl/_rels/workbook.xml.rels"

  static func number(_ value: Int) -> String { "<row r=\"1\"><c r=\"A1\"><v>\(value)</v></c></row>" }

  /// Sheets A to D, of which the second is active; each holds its number.
  static func book(
    _ first: String = number(1), after: String = "", window: String? = " activeTab=\"1\"", behindSheets: String = ""
  ) -> PatchBook {
    let selected = "<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews>"
    return PatchBook(
      sheets: [
        ("A", PatchBook.sheet(first, after: after)), ("B", PatchBook.sheet(number(2), before: selected)),
        ("C", PatchBook.sheet(number(3))), ("D", PatchBook.sheet(number(4))),
      ], window: window, behindSheets: behindSheets)
  }

  /// Sheets A and B; on B stand comments with a conversation, a chart, a picture that A has too, a table and settings of
  /// a printer.
  static func furnished() -> PatchBook {
    var book = PatchBook(
      sheets: [
        ("A", PatchBook.sheet(number(1), after: "<drawing r:id=\"rId1\"/>")),
        (
          "B",
          PatchBook.sheet(
            number(2),
            after:
              "<pageSetup r:id=\"rId1\"/><drawing r:id=\"rId2\"/><legacyDrawing r:id=\"rId3\"/><tableParts count=\"1\"><tablePart r:id=\"rId6\"/></tableParts>"
          )
        ),
      ])
    book.relate("xl/worksheets/sheet1.xml", [("rId1", "drawing", "../drawings/drawing1.xml")])
    book.relate(
      "xl/worksheets/sheet2.xml",
      [
        ("rId1", "printerSettings", "../printerSettings/printerSettings1.bin"),
        ("rId2", "drawing", "/xl/drawings/drawing2.xml"), ("rId3", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
        ("rId4", "comments", "../comments1.xml"),
        (
          "rId5", "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
          "../threadedComments/threadedComment1.xml"
        ), ("rId6", "table", "../tables/table1.xml"), ("rId7", "hyperlink", "https://example.com/A!A1"),
      ])
    book.relate("xl/drawings/drawing1.xml", [("rId1", "image", "../media/image1.png")])
    book.relate(
      "xl/drawings/drawing2.xml", [("rId1", "image", "../media/image1.png"), ("rId2", "chart", "../charts/chart1.xml")])
    book.relate("xl/charts/chart1.xml", [("rId1", "themeOverride", "../theme/themeOverride1.xml")])
    book.relate("xl/workbook.xml", "rId8", "theme", "theme/theme1.xml")
    let office = "application/vnd.openxmlformats-officedocument."
    book.add("xl/drawings/drawing1.xml", "<d/>", type: office + "drawing+xml")
    book.add("xl/drawings/drawing2.xml", "<d/>", type: office + "drawing+xml")
    book.add("xl/charts/chart1.xml", "<c><f>B!$A$1</f><f>A!$A$1</f></c>", type: office + "drawingml.chart+xml")
    book.add("xl/theme/themeOverride1.xml", "<t/>", type: office + "themeOverride+xml")
    book.add("xl/theme/theme1.xml", "<t/>", type: office + "theme+xml")
    book.add(
      "xl/comments1.xml", "<comments xmlns=\"\(PatchBook.main)\"/>", type: PatchBook.types + ".comments+xml")
    book.add("xl/threadedComments/threadedComment1.xml", "<t/>", type: "application/vnd.ms-excel.threadedcomments+xml")
    book.add(
      "xl/tables/table1.xml",
      "<table xmlns=\"\(PatchBook.main)\" id=\"7\" name=\"Tabelle\" displayName=\"表1\" ref=\"A1:A1\" headerRowCount=\"0\"/>",
      type: PatchBook.types + ".table+xml")
    book.set("xl/drawings/vmlDrawing1.vml", "<xml><br></xml>")
    book.set("xl/media/image1.png", [1, 2, 3])
    book.set("xl/printerSettings/printerSettings1.bin", [4, 5, 6])
    return book
  }

  /// The values of the sheets by their names.
  static func read(_ book: PatchedBook) throws -> [String] {
    try Workbook(bytes: book.bytes, name: "new.xlsx").worksheets.map { sheet in
      "\(sheet.name)=\(try sheet.rows.first { _ in true }?["A"]?.rawText ?? "")"
    }
  }

  /// What has no target: relationships, types and elements that lead to parts that are not there.
  static func dangling(_ book: PatchedBook) -> [String] {
    let parts = Set(book.new.names)
    let typed = PatchedBook.elements("Override", in: book[types]).map { String(($0["PartName"] ?? "/").dropFirst()) }
    let ids = Set(PatchedBook.elements("Relationship", in: book[links]).map { $0["Id"] ?? "" })
    let used = PatchedBook.elements("sheet", in: book[workbook]).map { $0["r:id"] ?? "" }
    return typed.filter { !parts.contains($0) } + used.filter { !ids.contains($0) }
      + PatchedBook.elements("Relationship", in: book[links]).map { "xl/" + ($0["Target"] ?? "") }.filter {
        !parts.contains($0) && !$0.contains("//")
      }
  }

  // MARK: What goes

  @Test func aSheetGoes() throws {
    let book = try Self.book().patched {
      try $0.removeSheet(named: "c")
      #expect($0.sheetNames == ["A", "B", "D"])
      #expect($0.worksheets.map(\.name) == ["A", "B", "D"])
    }
    #expect(try Self.read(book) == ["A=1", "B=2", "D=4"])
    #expect(book.removed == ["xl/worksheets/sheet3.xml"])
    #expect(book.changed == [Self.types, Self.links, Self.workbook].sorted())
    let old = Self.book()
    #expect(
      book[Self.workbook]
        == old.text(Self.workbook).replacing("<sheet name=\"C\" sheetId=\"3\" r:id=\"rId3\"/>", with: ""))
    #expect(!book[Self.types].contains("sheet3"))
    #expect(Self.dangling(book).isEmpty)
    #expect(PatchedBook.elements("Relationship", in: book[Self.links]).count == 4)
  }

  @Test func whatBelongsToTheSheetAloneGoesWithIt() throws {
    var old = Self.furnished()
    // As LibreOffice writes it.
    let list = "<Override PartName=\"/xl/worksheets/_rels/sheet2.xml.rels\" ContentType=\"r\"/></Types>"
    old.replace(Self.types, "</Types>", list)
    let book = try old.patched { try $0.removeSheet(named: "B") }
    #expect(
      book.removed == [
        "xl/charts/_rels/chart1.xml.rels", "xl/charts/chart1.xml", "xl/comments1.xml",
        "xl/drawings/_rels/drawing2.xml.rels", "xl/drawings/drawing2.xml", "xl/drawings/vmlDrawing1.vml",
        "xl/printerSettings/printerSettings1.bin", "xl/tables/table1.xml", "xl/theme/themeOverride1.xml",
        "xl/threadedComments/threadedComment1.xml", "xl/worksheets/_rels/sheet2.xml.rels", "xl/worksheets/sheet2.xml",
      ])
    #expect(Self.dangling(book).isEmpty)
    #expect(try Self.read(book) == ["A=1"])
    // The other way round A's drawing goes, and the picture stays with B.
    var first = old
    first.replace("xl/charts/chart1.xml", "A!", "B!")
    let other = try first.patched { try $0.removeSheet(named: "A") }
    #expect(
      other.removed == [
        "xl/drawings/_rels/drawing1.xml.rels", "xl/drawings/drawing1.xml", "xl/worksheets/_rels/sheet1.xml.rels",
        "xl/worksheets/sheet1.xml",
      ])
    #expect(other["xl/charts/chart1.xml"] == first.text("xl/charts/chart1.xml"))
  }

  @Test func allSheetsButOneGo() throws {
    let book = try Self.furnished().patched { patch in
      try patch.addWorksheet(named: "N") { try $0.write(number: 7, at: cell("A1")) }
      for name in ["A", "B"] { try patch.removeSheet(named: name) }
    }
    #expect(try Self.read(book) == ["N=7"])
    #expect(!book.new.names.contains("xl/media/image1.png"))
    #expect(book.new.names.contains("xl/theme/theme1.xml"))
    #expect(Self.dangling(book).isEmpty)
  }

  @Test func partsAreFoundWhateverTheirNamesLookLike() throws {
    var old = Self.furnished()
    old.replace("xl/_rels/workbook.xml.rels", "worksheets/sheet2.xml", "\\xl\\Worksheets\\SHEET2.xml")
    old.replace("xl/worksheets/_rels/sheet2.xml.rels", "../comments1.xml", "../COMMENTS%31.xml")
    // A part that leads back, and one that nothing leads to and leads here.
    old.relate("xl/charts/chart1.xml", "rId2", "back", "../worksheets/sheet2.xml")
    let book = try old.patched { try $0.removeSheet(named: "B") }
    #expect(book.removed.contains("xl/comments1.xml"))
    #expect(book.removed.contains("xl/worksheets/sheet2.xml"))
    #expect(book.removed.count == 12)
  }

  @Test func aChartSheetGoes() throws {
    var old = Self.book()
    old.set("xl/worksheets/sheet2.xml", "<chartsheet xmlns=\"\(PatchBook.main)\"/>")
    old.replace(
      Self.links, "/worksheet\" Target=\"worksheets/sheet2.xml\"", "/chartsheet\" Target=\"worksheets/sheet2.xml\"")
    let book = try old.patched { try $0.removeSheet(named: "B") }
    #expect(try Self.read(book) == ["A=1", "C=3", "D=4"])
    #expect(book.removed == ["xl/worksheets/sheet2.xml"])
  }

  @Test func aSheetThatLeadsNowhereGoes() throws {
    var old = Self.book()
    old.replace(Self.links, "Target=\"worksheets/sheet3.xml\"", "Target=\"worksheets/none.xml\"")
    let book = try old.patched { try $0.removeSheet(named: "C") }
    #expect(try Self.read(book) == ["A=1", "B=2", "D=4"])
    #expect(!book[Self.links].contains("none.xml"))
  }

  @Test func aPivotTableTakesItsCacheAlong() throws {
    func old(both: Bool) -> PatchBook {
      var book = Self.book(
        behindSheets: "<pivotCaches><pivotCache cacheId=\"1\" r:id=\"rId9\"/></pivotCaches>")
      let type = PatchBook.types + ".pivotCacheDefinition+xml"
      book.add(
        "xl/pivotCache/pivotCacheDefinition1.xml", "<p><worksheetSource ref=\"A1:B2\" sheet=\"A\"/></p>", type: type)
      book.relate(Self.workbook, "rId9", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml")
      book.add("xl/pivotCache/pivotCacheRecords1.xml", "<r/>", type: PatchBook.types + ".pivotCacheRecords+xml")
      book.relate(
        "xl/pivotCache/pivotCacheDefinition1.xml", [("rId1", "pivotCacheRecords", "pivotCacheRecords1.xml")])
      for sheet in both ? [3, 4] : [3] {
        book.add("xl/pivotTables/pivotTable\(sheet).xml", "<p/>", type: PatchBook.types + ".pivotTable+xml")
        book.relate(
          "xl/pivotTables/pivotTable\(sheet).xml",
          [("rId1", "pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml")])
        book.relate(
          "xl/worksheets/sheet\(sheet).xml", [("rId1", "pivotTable", "../pivotTables/pivotTable\(sheet).xml")])
      }
      return book
    }
    let alone = try old(both: false).patched { try $0.removeSheet(named: "C") }
    #expect(alone.removed.filter { $0.contains("pivotCache") }.count == 3)
    #expect(!alone[Self.workbook].contains("pivotCache"))
    #expect(!alone[Self.links].contains("pivotCache"))
    #expect(Self.dangling(alone).isEmpty)
    let shared = try old(both: true).patched { try $0.removeSheet(named: "C") }
    #expect(shared.removed.filter { $0.contains("pivot") }.count == 2)
    #expect(shared[Self.workbook].contains("<pivotCaches><pivotCache cacheId=\"1\" r:id=\"rId9\"/></pivotCaches>"))
    // What it is made from cannot go while it is there.
    let error = old(both: false).refusal { try $0.removeSheet(named: "A") }
    #expect(error?.code == .refused)
    #expect(error?.part == "xl/pivotCache/pivotCacheDefinition1.xml")
  }

  @Test func theListOfFormulasGoes() throws {
    var old = Self.book("<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c></row>")
    old.add(
      "xl/calcChain.xml", "<calcChain><c r=\"A1\" i=\"1\"/></calcChain>", type: PatchBook.types + ".calcChain+xml")
    old.relate(Self.workbook, "rId7", "calcChain", "calcChain.xml")
    let book = try old.patched { try $0.removeSheet(named: "D") }
    #expect(book.removed == ["xl/calcChain.xml", "xl/worksheets/sheet4.xml"])
    #expect(!book[Self.links].contains("calcChain"))
    #expect(!book[Self.types].contains("calcChain"))
    #expect(book[Self.workbook].contains("<calcPr fullCalcOnLoad=\"1\"/>"))
  }

  // MARK: Names and windows

  @Test func namesOfTheSheetGoAndTheOthersFollow() throws {
    let book = try Self.book(behindSheets: PatchSheetListTests.names).patched { try $0.removeSheet(named: "A") }
    #expect(
      PatchedBook.between("</sheets>", "</workbook>", book[Self.workbook])
        == """
        <definedNames><definedName name="g">B!$A$1</definedName>\
        <definedName name="b" localSheetId='0'>B!$A$1</definedName><definedName localSheetId="2" name="d">D!$A$1</definedName>\
        <definedName name="z" localSheetId="9">1</definedName></definedNames>
        """)
  }

  @Test func anEmptyListOfNamesGoes() throws {
    let name = "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"3\">D!$A$1:$B$2</definedName>"
    let old = Self.book(behindSheets: "<definedNames>\(name)\n</definedNames><calcPr/>")
    let book = try old.patched { try $0.removeSheet(named: "D") }
    #expect(book[Self.workbook].hasSuffix("</sheets><calcPr/></workbook>"))
    let added = try old.patched {
      try $0.removeSheet(named: "D")
      try $0.addWorksheet(named: "D", at: 0) { sheet in
        try sheet.write(number: 1, at: cell("A1"))
        try sheet.printSetup(PrintSetup(printArea: range("A1:B3")))
      }
    }
    let names = PatchedBook.elements("definedName", in: added[Self.workbook])
    #expect(names.map { $0["localSheetId"] } == ["0"])
  }

  @Test(
    arguments: [
      // The place of the active sheet and of the first tab, the sheet that goes, and the places afterwards.
      (" activeTab=\"3\" firstSheet=\"2\"", "A", "2", "1"), (" activeTab=\"3\" firstSheet=\"2\"", "C", "2", nil),
      (" activeTab=\"1\" firstSheet=\"1\"", "D", "1", "1"), (" activeTab=\"1\" firstSheet=\"1\"", "A", "0", nil),
      (" activeTab=\"1\"", "B", "0", nil), (" activeTab=\"3\"", "D", "0", nil), ("", "A", "0", nil),
    ] as [(String, String, String, String?)])
  func theWindowShowsWhatItShowed(_ window: String, _ removed: String, _ active: String, _ first: String?) throws {
    let book = try Self.book(window: window).patched { try $0.removeSheet(named: removed) }
    let view = PatchSheetListTests.view(book)
    #expect(view["activeTab"] ?? "0" == active)
    #expect(view["firstSheet"] == first)
  }

  @Test func theFirstSheetThatShowsIsActiveThen() throws {
    var old = PatchSheetListTests.book()
    old.replace(Self.workbook, "sheetId=\"1\"", "sheetId=\"1\" state=\"hidden\"")
    let book = try old.patched { try $0.removeSheet(named: "B") }
    #expect(PatchSheetListTests.view(book)["activeTab"] == "1")
    #expect(PatchSheetListTests.selected(book) == [3])
  }

  @Test func aViewThatAUserKeepsShowsAnotherSheet() throws {
    let views = """
      <customWorkbookViews><customWorkbookView name="a" activeSheetId="1"/><customWorkbookView name="c" activeSheetId="3"/>\
      </customWorkbookViews>
      """
    let book = try Self.book(behindSheets: views).patched { try $0.removeSheet(named: "A") }
    #expect(
      PatchedBook.between("</sheets>", "</workbook>", book[Self.workbook])
        == views.replacing("activeSheetId=\"1\"", with: "activeSheetId=\"2\""))
  }

  // MARK: In order with other changes

  @Test func aSheetOfTheSameNameIsAdded() throws {
    for addsFirst in [true, false] {
      let book = try Self.furnished().patched { patch in
        if addsFirst {
          try patch.addWorksheet(named: "新") { try $0.write(number: 7, at: cell("A1")) }
          try patch.removeSheet(named: "B")
          try patch.renameSheet(named: "新", to: "B")
          try patch.moveSheet(named: "B", to: 0)
        } else {
          try patch.removeSheet(named: "B")
          try patch.addWorksheet(named: "B", at: 0) { try $0.write(number: 7, at: cell("A1")) }
        }
        try patch.worksheet(named: "A").addLink(at: cell("A1"), toSheet: "B")
      }
      #expect(try Self.read(book) == ["B=7", "A=1"])
      #expect(Self.dangling(book).isEmpty)
      // Neither the number nor the part of the old one is used again.
      #expect(PatchedBook.elements("sheet", in: book[Self.workbook]).map { $0["sheetId"] } == ["3", "1"])
      #expect(
        book.new.names.filter { $0.hasPrefix("xl/worksheets/sheet") }.sorted() == [
          "xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml",
        ])
      #expect(book.sheet(1).contains("location=\"&apos;B&apos;!A1\""))
    }
  }

  @Test func theListOfTheLastRoundIsReplaced() throws {
    func list(_ text: String, _ patch: WorkbookPatch) throws {
      try patch.addWorksheet(named: "问题清单", at: 0) { sheet in
        try sheet.write(text: text, at: cell("A1"))
        try sheet.writeComment("注", author: "财政局", at: cell("A1"))
        try sheet.printSetup(PrintSetup(printArea: range("A1:B2")))
        try sheet.activate()
      }
    }
    let first = try Self.book().patched { try list("一", $0) }
    var bytes = first.bytes
    for text in ["二", "三"] {
      let patch = try WorkbookPatch(ofBytes: bytes, name: "round.xlsx")
      try patch.removeSheet(named: "问题清单")
      try list(text, patch)
      let next = try PatchedBook(old: bytes, new: try patch.bytes())
      #expect(try Self.read(next) == ["问题清单=\(text)", "A=1", "B=2", "C=3", "D=4"])
      #expect(Self.dangling(next).isEmpty)
      #expect(next.new.names.count == first.new.names.count)
      #expect(PatchSheetListTests.view(next)["activeTab"] ?? "0" == "0")
      bytes = next.bytes
    }
    // Without a new one the workbook is what it was, but for which tab is selected.
    let patch = try WorkbookPatch(ofBytes: bytes, name: "last.xlsx")
    try patch.removeSheet(named: "问题清单")
    let last = try PatchedBook(old: Self.book().bytes, new: try patch.bytes())
    #expect(last.removed.isEmpty)
    #expect(last.new.names == last.old.names)
    #expect(!last[Self.workbook].contains("definedName"))
    #expect(PatchSheetListTests.view(last)["activeTab"] ?? "0" == "0")
  }

  @Test func anAddedSheetGoesWithoutATrace() throws {
    let book = try Self.book().patched {
      try $0.addWorksheet(named: "N", at: 1) { try $0.activate() }
      try $0.removeSheet(named: "N")
    }
    #expect(book.bytes == book.oldBytes)
  }

  @Test func changesOfTheSheetAreDropped() throws {
    let plain = try Self.book().patched { try $0.removeSheet(named: "C") }
    let book = try Self.book().patched {
      let sheet = try $0.worksheet(named: "C")
      try sheet.set(.formula("A!A1", .unknown), at: cell("A1"))
      try sheet.addComment("x", author: "y", at: cell("B1"))
      try sheet.restyle(cell("A1"), StyleChange(fill: .color(.red)))
      try sheet.addLink(at: cell("A2"), toSheet: "nowhere")
      sheet.activate()
      sheet.remove()
      sheet.remove()
      // From here on another sheet may have its name.
      sheet.activate()
      try sheet.set(.number("1"), at: cell("A1"))
      let error = #expect(throws: XlsxWriteError.self) { try sheet.rename(to: "E") }
      #expect(error?.code == .noSuchWorksheet)
      #expect(throws: XlsxWriteError.self) { try sheet.move(to: 0) }
    }
    #expect(book.bytes == plain.bytes)
  }

  @Test func theOrderOfNamesIsTheCallers() throws {
    let book = try Self.book("<row r=\"1\"><c r=\"A1\"><f>C!A1</f><v>3</v></c></row>").patched { patch in
      try patch.removeSheet(named: "B")
      try patch.renameSheet(named: "C", to: "B")
      try patch.worksheet(named: "D").set(.formula("B!A1", .unknown), at: cell("B1"))
      #expect(throws: XlsxWriteError.self) { try patch.removeSheet(named: "C") }
    }
    #expect(try Self.read(book).map { $0.prefix(1) } == ["A", "B", "D"])
    #expect(PatchedText.unescaped(book.rows(1)).contains("<f>'B'!A1</f>"))
    #expect(book.rows(4).contains("<f>B!A1</f>"))
  }
}
