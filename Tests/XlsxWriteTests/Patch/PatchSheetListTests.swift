import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

/// Hiding, moving and showing sheets.
@Suite struct PatchSheetListTests {
  static let workbook = "xl/workbook.xml"

  static func sheet(selected: Bool?, _ rows: String = "") -> String {
    let attribute = selected.map { " tabSelected=\"\($0 ? 1 : 0)\"" } ?? ""
    return PatchBook.sheet(rows, before: "<sheetViews><sheetView\(attribute) workbookViewId=\"0\"/></sheetViews>")
  }

  /// Sheets A, B, C, D, of which the second is active and selected.
  static func book(window: String? = " activeTab=\"1\"", behindSheets: String = "") -> PatchBook {
    PatchBook(
      sheets: ["A", "B", "C", "D"].map { ($0, sheet(selected: $0 == "B" ? true : nil)) }, window: window,
      behindSheets: behindSheets)
  }

  static func names(_ book: PatchedBook) -> [String] {
    PatchedBook.elements("sheet", in: book[workbook]).map { $0["name"] ?? "" }
  }

  /// The sheets whose tabs are selected, by the numbers of their parts.
  static func selected(_ book: PatchedBook) -> [Int] {
    (1...9).filter { !book.sheet($0).matches(of: #/<[a-z:]*sheetView [^>]*tabSelected="(1|true|on)"/#).isEmpty }
  }

  static func view(_ book: PatchedBook) -> [String: String] {
    PatchedBook.elements("workbookView", in: book[workbook]).first ?? [:]
  }

  // MARK: Hiding

  @Test func aHiddenSheetIsMarked() throws {
    for (visibility, value) in [(SheetVisibility.hidden, "hidden"), (.veryHidden, "veryHidden")] {
      let book = try Self.book().patched { try $0.worksheet(named: "C").setVisibility(visibility) }
      #expect(book.changed == [Self.workbook])
      #expect(
        book[Self.workbook]
          == Self.book().text(Self.workbook).replacing(
            "sheetId=\"3\" r:id=\"rId3\"", with: "sheetId=\"3\" r:id=\"rId3\" state=\"\(value)\""))
      let read = try Workbook(bytes: book.bytes, name: "new.xlsx").worksheets.map(\.visibility)
      #expect(read == [.visible, .visible, visibility, .visible])
    }
  }

  @Test func aShownSheetIsNotMarked() throws {
    var old = Self.book()
    old.replace(Self.workbook, "sheetId=\"3\"", "sheetId=\"3\" state=\"veryHidden\"")
    #expect(try old.open().worksheets.map(\.visibility) == [.visible, .visible, .veryHidden, .visible])
    let book = try old.patched { try $0.worksheet(named: "C").setVisibility(.visible) }
    #expect(book[Self.workbook] == Self.book().text(Self.workbook))
  }

  @Test func theActiveSheetHandsOnWhenItIsHidden() throws {
    let book = try Self.book().patched { try $0.worksheet(named: "B").setVisibility(.hidden) }
    let active = try #require(Int(Self.view(book)["activeTab"] ?? "0"))
    #expect(active != 1)
    #expect(Self.selected(book) == [active + 1])
  }

  @Test func everySheetHiddenIsRefused() {
    let error = Self.book().refusal { patch in for sheet in patch.worksheets { sheet.setVisibility(.hidden) } }
    #expect(error?.code == .noVisibleWorksheet)
  }

  @Test func visibilityThatIsTakenBackChangesNothing() throws {
    let book = try Self.book().patched {
      $0.worksheets[0].setVisibility(.hidden)
      $0.worksheets[0].setVisibility(.visible)
      try $0.worksheets[2].move(to: 2)
      try $0.worksheets[3].move(to: 0)
      try $0.worksheets[0].move(to: 3)
      $0.worksheets[1].activate()
    }
    #expect(book.bytes == book.oldBytes)
  }

  // MARK: The sheet that is seen first

  @Test func aSheetIsActivated() throws {
    let book = try Self.book().patched { try $0.worksheet(named: "D").activate() }
    #expect(Self.view(book) == ["activeTab": "3"])
    #expect(Self.selected(book) == [4])
    #expect(book.changed == [Self.workbook, "xl/worksheets/sheet2.xml", "xl/worksheets/sheet4.xml"])
    #expect(book.sheet(2) == Self.sheet(selected: nil))
    #expect(book.sheet(4).replacing(" tabSelected=\"1\"", with: "") == Self.sheet(selected: nil))
  }

  @Test func everySelectedTabIsLetGo() throws {
    for value in ["1", "true"] {
      let selected = Self.sheet(selected: true).replacing("\"1\"", with: "\"\(value)\"")
      let old = PatchBook(
        sheets: [("A", selected), ("B", selected), ("C", Self.sheet(selected: false)), ("D", PatchBook.sheet(""))],
        window: "")
      let book = try old.patched { try $0.worksheet(named: "C").activate() }
      #expect(Self.selected(book) == [3])
      #expect(Self.view(book)["activeTab"] == "2")
      // A sheet that says nothing of its views shows all the same.
      let other = try old.patched { try $0.worksheet(named: "D").activate() }
      #expect(Self.selected(other).filter { $0 != 4 } == [])
      #expect(Self.view(other)["activeTab"] == "3")
    }
  }

  @Test func aWorkbookWithoutWindowsGetsOne() throws {
    let old = Self.book(window: nil)
    let book = try old.patched { try $0.worksheet(named: "D").activate() }
    #expect(Self.view(book) == ["activeTab": "3"])
    #expect(book[Self.workbook].contains("</bookViews><sheets>"))
    #expect(Self.selected(book) == [4])
    let prefixed = try old.prefixed(Self.workbook).patched { try $0.worksheet(named: "D").activate() }
    #expect(prefixed[Self.workbook].contains("<x:bookViews><x:workbookView activeTab=\"3\"/></x:bookViews><x:sheets>"))
  }

  @Test func sheetsWithPrefixesAreSelected() throws {
    var old = Self.book()
    for number in 1...4 { old = old.prefixed("xl/worksheets/sheet\(number).xml") }
    let book = try old.patched { try $0.worksheet(named: "A").activate() }
    #expect(Self.selected(book) == [1])
    #expect(Self.view(book)["activeTab"] == "0")
  }

  @Test func aSelectedChartSheetIsLetGo() throws {
    let chart =
      "<chartsheet xmlns=\"\(PatchBook.main)\"><sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews></chartsheet>"
    var old = PatchBook(sheets: [("A", Self.sheet(selected: nil)), ("B", chart)], window: " activeTab=\"1\"")
    old.replace(
      "xl/_rels/workbook.xml.rels", "/worksheet\" Target=\"worksheets/sheet2.xml\"",
      "/chartsheet\" Target=\"worksheets/sheet2.xml\"")
    let book = try old.patched { $0.worksheets[0].activate() }
    #expect(Self.selected(book) == [1])
    #expect(Self.view(book)["activeTab"] == "0")
    let added = try old.patched { try $0.addWorksheet(named: "C") { try $0.activate() } }
    #expect(Self.selected(added) == [3])
  }

  @Test func aTabThatIsSelectedInASecondWindowIsLetGo() throws {
    let views =
      "<sheetViews><sheetView tabSelected=\"0\" workbookViewId=\"0\"/><sheetView tabSelected=\"1\" workbookViewId=\"1\"/></sheetViews>"
    let old = PatchBook(
      sheets: [("A", PatchBook.sheet("", before: views)), ("B", Self.sheet(selected: nil))], window: "")
    #expect(Self.selected(try old.patched { $0.worksheets[1].activate() }) == [2])
  }

  @Test func aHiddenSheetIsNotSeenFirst() throws {
    let book = try Self.book().patched {
      $0.worksheets[3].activate()
      $0.worksheets[3].setVisibility(.hidden)
    }
    #expect(Self.view(book)["activeTab"] == "1")
    #expect(Self.selected(book) == [2])
  }

  @Test func theFirstTabThatShowsIsNotBehindTheActiveOne() throws {
    let old = Self.book(window: " firstSheet=\"2\" activeTab=\"3\"")
    let kept = try old.patched { try $0.worksheets[0].set(.number("1"), at: cell("A1")) }
    #expect(kept.changed == [PatchBook.sheet1])
    let book = try old.patched { $0.worksheets[0].activate() }
    #expect((Self.view(book)["firstSheet"].flatMap { Int($0) } ?? 0) <= 0)
    #expect(Self.view(book)["activeTab"] == "0")
  }

  @Test(arguments: [
    "<bookViews><workbookView activeTab=\"1\"/><workbookView activeTab=\"3\"/></bookViews>",
    "<bookViews><workbookView activeTab=\"1\" firstSheet=\"3\"/></bookViews>",
    "<bookViews><workbookView activeTab=\"9\"/></bookViews>", "",
  ])
  func aChangeOfACellLeavesTheWindows(_ windows: String) throws {
    var old = Self.book(window: nil)
    old.replace(Self.workbook, "<sheets>", windows + "<sheets>")
    // The first sheet is hidden, though it may be the active one.
    old.replace(Self.workbook, "sheetId=\"1\"", "sheetId=\"1\" state=\"hidden\"")
    let book = try old.patched { try $0.worksheets[1].set(.number("1"), at: cell("A1")) }
    #expect(book.changed == ["xl/worksheets/sheet2.xml"])
    #expect(book[Self.workbook] == old.text(Self.workbook))
  }

  // MARK: Moving

  static let names = """
    <definedNames><definedName name="a" localSheetId="0">A!$A$1</definedName><definedName name="g">B!$A$1</definedName>\
    <definedName name="b" localSheetId='1'>B!$A$1</definedName><definedName localSheetId="3" name="d">D!$A$1</definedName>\
    <definedName name="z" localSheetId="9">1</definedName></definedNames>
    """

  @Test func aMovedSheetTakesItsNamesAlong() throws {
    let book = try Self.book(behindSheets: Self.names).patched { try $0.worksheet(named: "D").move(to: 0) }
    #expect(Self.names(book) == ["D", "A", "B", "C"])
    #expect(
      PatchedBook.between("</sheets>", "</workbook>", book[Self.workbook])
        == Self.names.replacing("localSheetId='1'", with: "localSheetId='2'").replacing(
          "localSheetId=\"0\"", with: "localSheetId=\"1\""
        )
        .replacing("localSheetId=\"3\"", with: "localSheetId=\"0\""))
    #expect(Self.view(book)["activeTab"] == "2")
    #expect(book.changed == [Self.workbook])
    #expect(Self.selected(book) == [2])
    #expect(PatchedBook.elements("sheet", in: book[Self.workbook])[0] == ["name": "D", "sheetId": "4", "r:id": "rId4"])
  }

  @Test func theActiveSheetMayMove() throws {
    let book = try Self.book(window: " activeTab=\"1\" firstSheet=\"1\"").patched {
      try $0.worksheet(named: "B").move(to: 3)
    }
    #expect(Self.names(book) == ["A", "C", "D", "B"])
    #expect(Self.view(book)["activeTab"] == "3")
    #expect(Self.selected(book) == [2])
  }

  @Test func whatStandsBetweenSheetsStays() throws {
    var old = Self.book()
    old.replace(Self.workbook, "<sheet name=\"B\"", "<!-- b -->\n<sheet name=\"B\"")
    let book = try old.patched { try $0.worksheet(named: "C").move(to: 1) }
    #expect(Self.names(book) == ["A", "C", "B", "D"])
    #expect(book[Self.workbook].contains("<!-- b -->\n<sheet name=\"C\""))
  }

  @Test func placesPastTheEndAreRefused() throws {
    let patch = try Self.book().open()
    for index in [-1, 4, Int.max - 1] {
      let error = #expect(throws: XlsxWriteError.self) { try patch.worksheets[0].move(to: index) }
      #expect(error?.code == .noSuchWorksheet)
    }
    for index in [-1, 5] {
      let error = #expect(throws: XlsxWriteError.self) { try patch.addWorksheet(named: "N", at: index) { _ in } }
      #expect(error?.code == .noSuchWorksheet)
    }
    #expect(patch.sheetNames == ["A", "B", "C", "D"])
  }

  @Test func aSheetIsFoundByItsNameInAnyCase() throws {
    let patch = try Self.book().open()
    #expect(try patch.worksheet(named: "a").name == "A")
    let error = #expect(throws: XlsxWriteError.self) { try patch.worksheet(named: "E") }
    #expect(error?.code == .noSuchWorksheet)
    #expect(error?.sheet == "E")
  }

  @Test func sheetsThatDeclareTheirOwnPrefixesMove() throws {
    var old = Self.book()
    old.replace(Self.workbook, " xmlns:r=\"\(PatchBook.relations)\"", "")
    old.replace(Self.workbook, " r:id=", " xmlns:d3p1=\"\(PatchBook.relations)\" d3p1:id=")
    let book = try old.patched {
      try $0.worksheet(named: "D").move(to: 0)
      try $0.addWorksheet(named: "N", at: 1) { try $0.write(number: 7, at: cell("A1")) }
    }
    let read = try Workbook(bytes: book.bytes, name: "new.xlsx").worksheets
    #expect(read.map(\.name) == ["D", "N", "A", "B", "C"])
    #expect(try read[1].rowReader().next()?["A"]?.rawText == "7")
  }
}
