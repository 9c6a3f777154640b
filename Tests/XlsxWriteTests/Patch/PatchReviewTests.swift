import Foundation
import Testing
import XlsxRead
import XlsxWrite

/// What a second look at the whole has found.
@Suite struct PatchReviewTests {
  // MARK: Names of sheets

  /// A workbook with the sheets Data and Jan, and a formula in the first.
  static func book(_ formula: String, _ name: String = "") -> PatchBook {
    PatchBook(
      sheets: [
        ("Data", PatchBook.sheet("<row r=\"1\"><c r=\"A1\"><f>\(formula)</f><v>1</v></c></row>")),
        ("Jan", PatchBook.sheet("")),
      ],
      behindSheets: name.isEmpty ? "" : "<definedNames><definedName name=\"n\">\(name)</definedName></definedNames>")
  }

  @Test(arguments: [
    ("SUM(Data!$A$1:Data!$B$5)", "SUM('New'!$A$1:'New'!$B$5)"), ("SUM($A$1:Data!$B$2)", "SUM($A$1:'New'!$B$2)"),
    ("Top:Data!$B$5", "Top:'New'!$B$5"), ("A1:Data!B2", "A1:'New'!B2"), ("Data:Jan!A1", "'New:Jan'!A1"),
    ("Jan:Data!A1", "'Jan:New'!A1"), ("[1]Data:Jan!A1+Data!A1", "[1]Data:Jan!A1+'New'!A1"),
    ("IF(#REF!,Data!A1,#NUM!)", "IF(#REF!,'New'!A1,#NUM!)"),
  ])
  func aRenameKeepsWhatFormulasMean(_ old: String, _ new: String) throws {
    let book = try Self.book(old, old).patched { try $0.worksheet(named: "Data").rename(to: "New") }
    #expect(book.rows().contains("<f>\(new)</f>"))
    #expect(book["xl/workbook.xml"].contains("<definedName name=\"n\">\(new)</definedName>"))
  }

  @Test func referencesInOddPlacesFollow() throws {
    var old = PatchBook(sheets: [
      (
        "Data",
        PatchBook.sheet(
          "",
          after:
            "<conditionalFormatting sqref=\"A1\"><cfRule type=\"dataBar\" priority=\"1\"><dataBar><cfvo type=\"formula\" val=\"Data!$A$1\"/></dataBar></cfRule></conditionalFormatting><hyperlinks><hyperlink ref=\"A1\" location=\"#Data!A1\"/></hyperlinks>"
        )
      )
    ])
    old.add(
      "xl/charts/chart1.xml",
      "<c:chartSpace xmlns:c=\"c\"><c:pivotSource><c:name>[p.xlsx]Data!PivotTable1</c:name></c:pivotSource></c:chartSpace>",
      type: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml")
    old.set(
      "xl/drawings/_rels/drawing1.xml.rels",
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"h\" Target=\"#Data!A1\" TargetMode=\"External\"/></Relationships>"
    )
    let book = try old.patched { try $0.worksheet(named: "Data").rename(to: "New") }
    #expect(book.sheet().contains("val=\"&apos;New&apos;!$A$1\""))
    #expect(book.sheet().contains("location=\"#&apos;New&apos;!A1\""))
    #expect(book["xl/charts/chart1.xml"].contains("<c:name>[p.xlsx]'New'!PivotTable1</c:name>"))
    #expect(book["xl/drawings/_rels/drawing1.xml.rels"].contains("Target=\"#&apos;New&apos;!A1\""))
  }

  @Test func aFormulaThatWouldBeTooLongIsRefused() {
    let formula = Array(repeating: "Data!A1", count: 1000).joined(separator: "+")
    let error = Self.book(formula).refusal {
      try $0.worksheet(named: "Data").rename(to: String(repeating: "长", count: 31))
    }
    #expect(error?.code == .refused)
  }

  /// é in one character and in two are two names to a workbook.
  @Test func aNameChangesToAnotherSpellingOfTheSameLetters() throws {
    let old = PatchBook(sheets: [("\u{E9}t\u{E9}", PatchBook.sheet(""))])
    let book = try old.patched { try $0.worksheets[0].rename(to: "e\u{301}te\u{301}") }
    #expect(book["xl/workbook.xml"].utf8.contains(0xCC))
  }

  @Test func numberFormatsThatOnlyLookAlikeStayApart() throws {
    let book = try PatchBook().edited {
      try $0.restyle(cell("A1"), StyleChange(numberFormat: "0\"\u{91D1}\""))
      try $0.restyle(cell("A2"), StyleChange(numberFormat: "0\"\u{F90A}\""))
    }
    #expect(book["xl/styles.xml"].unicodeScalars.contains("\u{91D1}"))
    #expect(book["xl/styles.xml"].unicodeScalars.contains("\u{F90A}"))
  }

  // MARK: Drawings and comments

  @Test func aCommentAndARenameOfOneDrawingGoTogether() throws {
    var old = PatchBook(sheets: [("Data", PatchBook.sheet("", after: "<legacyDrawing r:id=\"rId1\"/>"))])
    old.add(
      "xl/drawings/vmlDrawing1.vml",
      "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><v:shape id=\"_x0000_s1025\"><x:ClientData ObjectType=\"Checkbox\"><x:FmlaLink>Data!$A$1</x:FmlaLink></x:ClientData></v:shape></xml>",
      type: "application/vnd.openxmlformats-officedocument.vmlDrawing")
    old.relate(PatchBook.sheet1, [("rId1", "vmlDrawing", "../drawings/vmlDrawing1.vml")])
    let book = try old.patched {
      let sheet = try $0.worksheet(named: "Data")
      try sheet.addComment("看", author: "我", at: cell("B2"))
      try sheet.rename(to: "New")
    }
    let drawing = book["xl/drawings/vmlDrawing1.vml"]
    #expect(drawing.contains("ObjectType=\"Note\""))
    #expect(drawing.contains("<x:FmlaLink>'New'!$A$1</x:FmlaLink>"))
  }

  @Test func manyCommentsAreTakenAwayAtOnce() throws {
    let patch = try PatchBook().open()
    let sheet = try patch.worksheet(named: "S")
    for row in 1...20_000 { try sheet.addComment("a", author: "b", at: CellReference(row: row, column: 1)) }
    #expect(try sheet.removeComments(by: "b").count == 20_000)
    #expect(try patch.bytes() == PatchBook().bytes)
  }

  // MARK: Consistency

  @Test func anAddedSheetTakesNoRelationshipsThatWereLeftBehind() throws {
    var old = PatchBook()
    old.set(
      "xl/worksheets/_rels/sheet2.xml.rels",
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>")
    let book = try old.patched { try $0.addWorksheet(named: "新") { try $0.write(number: 1, at: cell("A1")) } }
    #expect(book["xl/worksheets/sheet2.xml"].isEmpty)
    #expect(!book["xl/worksheets/sheet3.xml"].isEmpty)
  }

  @Test func numbersOfSheetsStayWithinExcels() throws {
    var old = PatchBook()
    old.replace("xl/workbook.xml", "sheetId=\"1\"", "sheetId=\"65534\"")
    let book = try old.patched {
      try $0.addWorksheet(named: "a") { try $0.write(number: 1, at: cell("A1")) }
      try $0.addWorksheet(named: "b") { try $0.write(number: 1, at: cell("A1")) }
    }
    let ids = PatchedBook.elements("sheet", in: book["xl/workbook.xml"]).compactMap { Int($0["sheetId"] ?? "") }
    #expect(Set(ids).count == 3)
    #expect(ids.allSatisfy { $0 <= 65_534 })
  }

  @Test func aSheetThatIsHiddenIsNotSelected() throws {
    let selected = "<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews>"
    let old = PatchBook(sheets: [
      ("S", PatchBook.sheet("", before: selected)), ("T", PatchBook.sheet("", before: selected)),
    ])
    let book = try old.patched { try $0.worksheet(named: "T").setVisibility(.hidden) }
    #expect(book.sheet(1).contains("tabSelected=\"1\""))
    #expect(!book.sheet(2).contains("tabSelected=\"1\""))
  }

  @Test func aFillIsClearedWhereTheFirstOneIsNone() throws {
    var old = PatchBook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
    let fills =
      "<fills count=\"1\"><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFF0000\"/></patternFill></fill></fills>"
    old.set(
      "xl/styles.xml",
      "<styleSheet xmlns=\"\(PatchBook.main)\"><fonts count=\"1\"><font/></fonts>\(fills)<borders count=\"1\"><border/></borders><cellXfs count=\"1\"><xf fillId=\"0\"/></cellXfs></styleSheet>"
    )
    let book = try old.edited { try $0.restyle(cell("A1"), StyleChange(fill: .cleared)) }
    #expect(book["xl/styles.xml"].contains("<patternFill patternType=\"none\"/></fill></fills>"))
    #expect(PatchedBook.elements("xf", in: book["xl/styles.xml"]).last?["fillId"] == "1")
  }

  @Test func listsOutOfOrderAreRefusedWhereOneWouldComeTwice() {
    let book = PatchBook(
      "", after: "<pageMargins left=\"1\"/><hyperlinks><hyperlink ref=\"B1\" location=\"S!A1\"/></hyperlinks>")
    let error = book.editRefusal { try $0.addLink(at: cell("A1"), toSheet: "S") }
    #expect(error?.code == .refused)
  }

  @Test func sumsOverSheetsBetweenTwoAreCalculatedAnew() throws {
    let book = try Self.book("SUM(Data:Jan!A1)").patched { try $0.worksheet(named: "Jan").move(to: 0) }
    #expect(book["xl/workbook.xml"].contains("fullCalcOnLoad=\"1\""))
  }

  @Test func aChartSheetIsRenamedHiddenAndMoved() throws {
    var old = PatchBook(sheets: [("S", PatchBook.sheet("")), ("图", PatchBook.sheet(""))])
    old.replace(
      "xl/_rels/workbook.xml.rels", "/worksheet\" Target=\"worksheets/sheet2.xml\"",
      "/chartsheet\" Target=\"worksheets/sheet2.xml\"")
    old.set(
      "xl/worksheets/sheet2.xml",
      "<chartsheet xmlns=\"\(PatchBook.main)\"><sheetViews><sheetView workbookViewId=\"0\"/></sheetViews></chartsheet>")
    let book = try old.patched {
      try $0.renameSheet(named: "图", to: "图表")
      try $0.setVisibility(.hidden, ofSheetNamed: "图表")
      try $0.moveSheet(named: "图表", to: 0)
    }
    let sheets = PatchedBook.elements("sheet", in: book["xl/workbook.xml"])
    #expect(sheets.map { $0["name"] } == ["图表", "S"])
    #expect(sheets[0]["state"] == "hidden")
  }

  @Test func placesThatNoListHasAreRefused() throws {
    let patch = try PatchBook().open()
    for place in [Int.max, Int.min, -1, 1] {
      let error = #expect(throws: XlsxWriteError.self) { try patch.worksheets[0].move(to: place) }
      #expect(error?.code == .noSuchWorksheet)
    }
  }

  @Test func manyUnfinishedReferencesTakeNoTime() {
    var book = PatchBook()
    book.replace("xl/workbook.xml", "<workbook ", "<workbook xmlns:q=\"\(String(repeating: "&", count: 400_000))\" ")
    #expect(PatchRefusalTests.opening(book.bytes)?.code == .cannotRead)
  }

  @Test func aLargeAddedSheetIsTaken() throws {
    let patch = try PatchBook().open()
    try patch.addWorksheet(named: "大") { sheet in
      for row in 1...60_000 {
        for column in 1...10 {
          try sheet.write(text: "文 \(row) \(column)", at: CellReference(row: row, column: column))
        }
      }
    }
    let workbook = try Workbook(bytes: try patch.bytes(), name: "a.xlsx")
    let rows = try workbook.worksheets[1].rowReader()
    var last = ""
    while let row = try rows.next() { last = row["J"]?.rawText ?? "" }
    #expect(last == "文 60000 10")
  }

  // MARK: Odd ways of writing

  @Test func twoChangesThatMeetInOneTagAreRefused() {
    let old = PatchBook("<row r=\"1\"><c r=\"E9\"/><c><v>1</v></c></row>")
    let error = old.editRefusal {
      try $0.set(.number("1"), at: cell("A1"))
      try $0.set(.number("2"), at: cell("F1"))
    }
    #expect(error?.code == .refused)
  }

  @Test func referencesInAttributesAreResolved() throws {
    let rows =
      "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" ref=\"A1:A2\" si=\"&#48;\">B1</f></c></row><row r=\"2\"><c r=\"A2\"><f t=\"sh&#97;red\" si=\"0\"/></c></row>"
    let book = try PatchBook(rows).edited { try $0.set(.nothing, at: cell("A1")) }
    #expect(book.rows().contains("<c r=\"A2\"><f>B2</f></c>"))
    let linked = PatchBook("", after: "<hyperlinks><hyperlink ref=\"A&#49;\" location=\"S!B1\"/></hyperlinks>")
    let other = try linked.edited { try $0.addLink(at: cell("A1"), toSheet: "S") }
    #expect(PatchedBook.elements("hyperlink", in: other.sheet()).count == 1)
  }

  // MARK: Files

  @Test func whoMayNotReadTheInputMayNotReadTheCopy() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("review-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appendingPathComponent("in.xlsx").path
    let output = folder.appendingPathComponent("out.xlsx").path
    try Data(PatchBook().bytes).write(to: URL(fileURLWithPath: input))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: input)
    try WorkbookPatch(of: input).write(to: output)
    #expect(try FileManager.default.attributesOfItem(atPath: output)[.posixPermissions] as? Int == 0o600)
  }
}
