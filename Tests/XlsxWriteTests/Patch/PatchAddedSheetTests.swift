import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

/// Worksheets that are added to a workbook with styles of its own.
@Suite struct PatchAddedSheetTests {
  static let workbook = "xl/workbook.xml"

  static func fill(_ sheet: WorksheetWriter) throws {
    let bold = CellFormat(
      font: CellFont(name: "黑体", size: 14, isBold: true, color: .red), fill: Color(0x00FF00),
      border: CellBorder(all: .thin),
      numberFormat: "0.0\"万\"", isLocked: false)
    try sheet.write(text: "甲<&>", at: cell("A1"), format: bold)
    try sheet.write(text: "乙", at: cell("A2"))
    try sheet.write(text: "甲<&>", at: cell("A3"))
    try sheet.write(number: 1.5, at: cell("B1"), format: bold)
    try sheet.write(number: 2, at: cell("B2"))
    try sheet.write(boolean: true, at: cell("B3"))
    try sheet.merge(range("C1:D2"), text: "合", format: CellFormat())
    try sheet.writeComment("注", author: "局", at: cell("A1"))
    try sheet.protect()
    try sheet.printSetup(PrintSetup(repeatedRows: 1...2, printArea: range("A1:D9")))
    try sheet.addConditionalFormat(
      range("A1:A9"), formula: "A1=1", format: CellFormat(fill: .red, numberFormat: "0.0\"万\""))
    try sheet.addValidation(DataValidation(.list(["是", "否"])), to: range("E1"))
    try sheet.writeInternalLink(toSheet: "S", text: "回", at: cell("F1"))
  }

  static func added(_ old: PatchBook, at index: Int? = nil, _ fill: (WorksheetWriter) throws -> Void = fill) throws
    -> PatchedBook
  {
    try old.patched { try $0.addWorksheet(named: "新 表", at: index, fill: fill) }
  }

  static func part(_ book: PatchedBook) throws -> String {
    try #require(book.changed.first { $0.hasPrefix("xl/worksheets/sheet") })
  }

  @Test func aSheetIsAddedBehindTheOthers() throws {
    let old = PatchBook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
    let book = try Self.added(old)
    #expect(book.sheet() == old.text(PatchBook.sheet1))
    let part = try Self.part(book)
    #expect(part == "xl/worksheets/sheet2.xml")
    let sheets = PatchedBook.elements("sheet", in: book[Self.workbook])
    #expect(sheets.count == 2)
    #expect(sheets[1]["name"] == "新 表")
    #expect(sheets[1]["sheetId"] == "2")
    let relationship = try #require(
      PatchedBook.elements("Relationship", in: book["xl/_rels/workbook.xml.rels"]).first {
        $0["Id"] == sheets[1]["r:id"]
      })
    #expect(relationship["Type"] == PatchBook.relations + "/worksheet")
    #expect(relationship["Target"] == "/" + part)
    #expect(
      book["[Content_Types].xml"].contains(
        "<Override PartName=\"/\(part)\" ContentType=\"\(PatchBook.types).worksheet+xml\"/>"))
    let sheet = try Workbook(bytes: book.bytes, name: "new.xlsx").worksheets[1]
    var texts: [String] = []
    let reader = try sheet.rowReader()
    while let row = try reader.next() { texts += row.map { "\($0.reference)=\($0.rawText)" } }
    #expect(
      texts == ["A1=甲<&>", "B1=1.5", "C1=合", "D1=", "F1=回", "A2=乙", "B2=2", "C2=", "D2=", "A3=甲<&>", "B3=1"])
    #expect(try sheet.comments().map { "\($0.reference) \($0.author ?? "") \($0.text)" } == ["A1 局 注"])
    let layout = try sheet.layout()
    #expect(layout.merges == [range("C1:D2")])
    #expect(layout.protection?.isEnabled == true)
    #expect(layout.hyperlinks.map(\.location) == ["'S'!A1"])
    #expect(layout.validations.map(\.listItems) == [["是", "否"]])
  }

  /// The list of a style sheet, as the elements of one name in it.
  static func list(_ name: String, _ item: String, _ book: PatchedBook) -> [String] {
    let xml = PatchedBook.between("<\(name) ", "</\(name)>", book["xl/styles.xml"])
    return xml.split(separator: "<\(item)").dropFirst().filter { " />".contains($0.first ?? "x") }.map(String.init)
  }

  @Test func itsLooksComeAlong() throws {
    let book = try Self.added(PatchBook())
    let part = try Self.part(book)
    let style = try #require(
      PatchedBook.elements("c", in: book[part]).first { $0["r"] == "A1" }?["s"].flatMap { Int($0) })
    let xf = book.styles[style]
    #expect(style >= 4)
    #expect(
      Self.list("fonts", "font", book)[try #require(Int(xf["fontId"] ?? ""))].contains(
        "<b/><sz val=\"14\"/><color rgb=\"FFFF0000\"/><name val=\"黑体\"/>"))
    #expect(
      Self.list("fills", "fill", book)[try #require(Int(xf["fillId"] ?? ""))].contains("<fgColor rgb=\"FF00FF00\"/>"))
    #expect(
      Self.list("borders", "border", book)[try #require(Int(xf["borderId"] ?? ""))].contains("<left style=\"thin\">"))
    let format = PatchedBook.elements("numFmt", in: book["xl/styles.xml"]).first { $0["numFmtId"] == xf["numFmtId"] }
    #expect(format?["formatCode"] == "0.0&quot;万&quot;")
    // The old styles stay, in their places.
    #expect(
      Array(book.styles.prefix(4))
        == PatchedBook.elements("xf", in: PatchedBook.between("<cellXfs", "</cellXfs>", PatchBook.styles)))
    for (name, item) in [
      ("fonts", "font"), ("fills", "fill"), ("borders", "border"), ("cellXfs", "xf"), ("dxfs", "dxf"),
      ("numFmts", "numFmt"),
    ] {
      let count = PatchedBook.elements(name, in: book["xl/styles.xml"])[0]["count"]
      let inside = PatchedBook.between("<\(name) ", "</\(name)>", book["xl/styles.xml"])
      #expect(count == "\(inside.matches(of: try Regex("<\(item)[ />]")).count)", "\(name)")
    }
    let rule = try #require(PatchedBook.elements("cfRule", in: book[part]).first)
    #expect(rule["dxfId"] == "0")
    // A cell without a format has the looks of the workbook's own.
    #expect(PatchedBook.elements("c", in: book[part]).first { $0["r"] == "A2" }?["s"] == nil)
  }

  @Test func differentialStylesOfTheWorkbookStay() throws {
    var old = PatchBook(
      "",
      after:
        "<conditionalFormatting sqref=\"A1\"><cfRule type=\"expression\" dxfId=\"0\" priority=\"1\"><formula>1</formula></cfRule></conditionalFormatting>"
    )
    old.replace("xl/styles.xml", "</styleSheet>", "<dxfs count=\"1\"><dxf><font><b/></font></dxf></dxfs></styleSheet>")
    let book = try Self.added(old)
    #expect(PatchedBook.elements("cfRule", in: book[try Self.part(book)]).first?["dxfId"] == "1")
    #expect(book["xl/styles.xml"].contains("<dxfs count=\"2\"><dxf><font><b/></font></dxf><dxf>"))
  }

  @Test func twoSheetsShareTheirStyles() throws {
    let book = try PatchBook().patched {
      try $0.addWorksheet(named: "a", fill: Self.fill)
      try $0.addWorksheet(named: "b", fill: Self.fill)
    }
    let once = try PatchBook().patched { try $0.addWorksheet(named: "a", fill: Self.fill) }
    #expect(book["xl/styles.xml"] == once["xl/styles.xml"])
    #expect(PatchedBook.elements("sheet", in: book[Self.workbook]).map { $0["sheetId"] } == ["1", "2", "3"])
    #expect(book.new.names.filter { $0.hasPrefix("xl/comments") }.sorted() == ["xl/comments1.xml", "xl/comments2.xml"])
    let ids = [1, 2].flatMap {
      book["xl/drawings/vmlDrawing\($0).vml"].matches(of: #/id="_x0000_s(\d+)"/#).map { String($0.1) }
    }
    #expect(ids.count == 2)
    #expect(Set(ids).count == 2)
  }

  @Test func aStrictWorkbookGetsAStrictSheet() throws {
    let book = try Self.added(PatchBook().strict)
    for name in book.new.names where name.hasPrefix("xl/") {
      #expect(!book[name].contains(PatchBook.main), "\(name)")
      #expect(!book[name].contains(PatchBook.relations), "\(name)")
    }
    let sheet = try Workbook(bytes: book.bytes, name: "new.xlsx").worksheets[1]
    #expect(try sheet.comments().map(\.text) == ["注"])
    #expect(try sheet.layout().merges == [range("C1:D2")])
  }

  /// Names of elements that stand without a prefix.
  static func bare(_ xml: String) -> [String] { xml.matches(of: #/<([A-Za-z]+)[ >\/]/#).map { String($0.1) } }

  @Test func aStyleSheetWithPrefixesTakesStylesWithPrefixes() throws {
    let book = try Self.added(PatchBook().prefixed("xl/styles.xml"))
    #expect(Self.bare(book["xl/styles.xml"]) == [])
    let cells = try Workbook(bytes: book.bytes, name: "new.xlsx").worksheets[1].rowReader().next().map { Array($0) }
    #expect(cells?[1].numberFormat == "0.0\"万\"")
    #expect(cells?[1].style?.isLocked == false)
  }

  @Test func aWorkbookPartWithPrefixesTakesNamesWithPrefixes() throws {
    let book = try Self.added(PatchBook().prefixed(Self.workbook))
    #expect(Self.bare(book[Self.workbook]) == [])
    let names = try Workbook(bytes: book.bytes, name: "new.xlsx").definedNames()
    #expect(names.map(\.sheet) == ["新 表", "新 表"])
  }

  @Test func itsNamesBelongToIt() throws {
    for (index, place) in [(nil, 2), (0, 0), (1, 1)] as [(Int?, Int)] {
      let names = "<definedNames><definedName name=\"x\" localSheetId=\"1\">T!$A$1</definedName></definedNames>"
      let old = PatchBook(sheets: [("S", PatchBook.sheet("")), ("T", PatchBook.sheet(""))], behindSheets: names)
      let book = try Self.added(old, at: index)
      let list = PatchedBook.elements("definedName", in: book[Self.workbook])
      #expect(list.first { $0["name"] == "x" }?["localSheetId"] == (index == nil ? "1" : "2"))
      #expect(
        list.filter { $0["localSheetId"] == "\(place)" }.compactMap { $0["name"] }.sorted() == [
          "_xlnm.Print_Area", "_xlnm.Print_Titles",
        ])
      let read = try Workbook(bytes: book.bytes, name: "new.xlsx").definedNames()
      #expect(read.filter { $0.sheet == "新 表" }.map(\.text).sorted() == ["'新 表'!$1:$2", "'新 表'!$A$1:$D$9"])
    }
  }

  @Test func itIsNotSelectedUnlessItIsSeenFirst() throws {
    for index in [0, 1, nil] {
      let old = PatchSheetListTests.book()
      let quiet = try Self.added(old, at: index)
      #expect(PatchSheetListTests.selected(quiet) == [2])
      #expect(PatchSheetListTests.view(quiet)["activeTab"] == (index == nil ? "1" : "2"))
      let loud = try Self.added(old, at: index) { try $0.activate() }
      #expect(PatchSheetListTests.selected(loud) == [5])
      #expect(PatchSheetListTests.view(loud)["activeTab"] == "\(index ?? 4)")
    }
  }

  @Test func anActiveTabThatIsNotThereIsNotTheAddedOne() throws {
    let old = PatchSheetListTests.book(window: " activeTab=\"9\"")
    let book = try Self.added(old) { try $0.write(number: 1, at: cell("A1")) }
    #expect(PatchSheetListTests.view(book)["activeTab"] != "4")
  }

  @Test func aHiddenSheetMayBeAdded() throws {
    let book = try Self.added(PatchBook()) { try $0.hide() }
    #expect(PatchedBook.elements("sheet", in: book[Self.workbook])[1]["state"] == "hidden")
    #expect(PatchSheetListTests.selected(book) == [])
  }

  @Test func sheetNumbersAreNotUsedTwice() throws {
    var old = PatchBook(sheets: [("S", PatchBook.sheet("")), ("T", PatchBook.sheet(""))])
    old.replace(Self.workbook, "sheetId=\"1\"", "sheetId=\"77\"")
    let book = try Self.added(old, at: 0)
    #expect(PatchedBook.elements("sheet", in: book[Self.workbook]).map { $0["sheetId"] } == ["78", "77", "2"])
  }

  @Test func itsPartsDoNotTakeTheNamesOfOthers() throws {
    var old = PatchBook()
    old.set("xl/worksheets/SHEET2.xml", "<other/>")
    let book = try Self.added(old)
    #expect(try Self.part(book) == "xl/worksheets/sheet3.xml")
    #expect(book["xl/worksheets/SHEET2.xml"] == "<other/>")
  }

  @Test func aNameThatOnlyTheListOfTypesKnowsIsNotUsedTwice() throws {
    var old = PatchBook()
    old.replace(
      "[Content_Types].xml", "</Types>",
      "<Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"\(PatchBook.types).worksheet+xml\"/></Types>")
    let book = try Self.added(old) { try $0.write(number: 1, at: cell("A1")) }
    let names = PatchedBook.elements("Override", in: book["[Content_Types].xml"]).compactMap { $0["PartName"] }
    #expect(Set(names).count == names.count)
  }

  @Test func itsFormulasEndTheListOfFormulasAndAreCalculated() throws {
    let old = PatchFormulaTests.chained("<row r=\"1\"><c r=\"A1\"><f>1</f></c></row>")
    let book = try Self.added(old) { try $0.write(formula: "S!A1", number: 0, at: cell("A1")) }
    #expect(book.removed == ["xl/calcChain.xml"])
    #expect(book[try Self.part(book)].contains("<f>S!A1</f>"))
  }

  @Test func aSheetWhoseFillingFailsIsNotAdded() throws {
    struct Stop: Error {}
    let patch = try PatchBook().open()
    #expect(throws: Stop.self) { try patch.addWorksheet(named: "N") { _ in throw Stop() } }
    #expect(patch.sheetNames == ["S"])
    #expect(try patch.bytes() == PatchBook().bytes)
  }

  @Test func anAddedSheetIsFilledOnlyWhereItIsAdded() throws {
    let patch = try PatchBook().open()
    try patch.addWorksheet(named: "N") { _ in }
    let error = #expect(throws: XlsxWriteError.self) { try patch.worksheet(named: "n") }
    #expect(error?.code == .refused)
    #expect(patch.worksheets.map(\.name) == ["S"])
    #expect(throws: XlsxWriteError.self) { try patch.addWorksheet(named: "N") { _ in } }
  }

  /// Such a workbook leads to a part that it does not hold.
  @Test func thePartForStylesThatTheWorkbookLeadsToIsMade() throws {
    var old = PatchBook()
    old.remove("xl/styles.xml")
    let book = try old.edited { try $0.restyle(cell("A1"), PatchStyleTests.red) }
    #expect(!book["xl/styles.xml"].isEmpty)
    #expect(!book.changed.contains("xl/_rels/workbook.xml.rels"))
    #expect(book["[Content_Types].xml"].ranges(of: "styles+xml").count == 1)
  }

  @Test func aWorkbookWithoutStylesTakesThem() throws {
    var old = PatchBook()
    old.remove("xl/styles.xml")
    old.relate("xl/workbook.xml", [("rId1", "worksheet", "worksheets/sheet1.xml")])
    let book = try Self.added(old)
    let read = try Workbook(bytes: book.bytes, name: "new.xlsx").worksheets[1].rowReader().next().map { Array($0) }
    #expect(read?[1].numberFormat == "0.0\"万\"")
    // What the first style is, is what cells without one look like: it must not be that of a cell that is added.
    let part = try #require(book.changed.first { $0.hasPrefix("xl/styles") })
    let first = PatchedBook.elements("xf", in: PatchedBook.between("<cellXfs", "</cellXfs>", book[part]))[0]
    #expect(first["numFmtId"] == "0")
    #expect(first["applyFill"] == nil || first["fillId"] == "0")
    #expect(first["fontId"] == "0")
    let plain = PatchedBook.between("<fonts", "</fonts>", book[part]).split(separator: "</font>")[0]
    #expect(!plain.contains("<b/>"))
  }
}
