import Testing
import XlsxPackage
import XlsxRead

/// Hyperlinks (ECMA-376 18.3.1.47) and what their relationships lead to.
@Suite struct HyperlinkTests {
  func layout(_ builder: WorkbookBuilder) throws -> SheetLayout { try builder.open().worksheets[0].layout() }

  func sheet(_ links: String) -> WorkbookBuilder {
    var builder = WorkbookBuilder()
    builder.set(
      "xl/worksheets/sheet1.xml",
      """
      <worksheet xmlns="\(WorkbookBuilder.main)" xmlns:r="\(WorkbookBuilder.relationships)"><sheetData/>\
      <hyperlinks>\(links)</hyperlinks></worksheet>
      """)
    return builder
  }

  var usual: WorkbookBuilder {
    var builder = sheet(
      """
      <hyperlink ref="B2" r:id="rId1" tooltip="查看 &amp; 打开" display="公开"/>\
      <hyperlink ref="A4:C6" location="'收 支'!A1" display="a_x000D_b"/>\
      <hyperlink ref="D1" r:id="rId2" location="第二节"/>
      """)
    builder.relate([
      ("rId1", "hyperlink", "https://example.org/?a=1&amp;b=2", true), ("rId2", "hyperlink", "other.xlsx", true),
    ])
    return builder
  }

  func check(_ builder: WorkbookBuilder) throws {
    let layout = try layout(builder)
    #expect(
      layout.hyperlinks == [
        Hyperlink(
          range: try #require(CellRange("B2")), target: "https://example.org/?a=1&b=2", display: "公开",
          tooltip: "查看 & 打开"),
        Hyperlink(range: try #require(CellRange("A4:C6")), location: "'收 支'!A1", display: "a\rb"),
        Hyperlink(range: try #require(CellRange("D1")), target: "other.xlsx", location: "第二节"),
      ])
    #expect(layout.hyperlink(at: CellReference(row: 2, column: 2))?.display == "公开")
    #expect(layout.hyperlink(at: CellReference(row: 5, column: 3))?.location == "'收 支'!A1")
    #expect(layout.hyperlink(at: CellReference(row: 5, column: 4)) == nil)
    let rows = try builder.open().worksheets[0].rowReader()
    while try rows.next() != nil {}
    #expect(try rows.layout.hyperlinks == layout.hyperlinks)
  }

  @Test func inTheUsualForm() throws { try check(usual) }
  @Test func strict() throws { try check(usual.strict) }
  @Test func prefixed() throws { try check(usual.prefixed) }
  @Test func utf16() throws { try check(usual.utf16) }

  @Test func relationshipsThatLeadNowhere() throws {
    var builder = sheet(
      "<hyperlink ref='A1' r:id='rId7'/><hyperlink ref='A2' r:id=''/><hyperlink ref='A3' r:id='rId1'/><hyperlink ref='A4'/>"
    )
    #expect(try layout(builder).hyperlinks.map(\.target) == [nil, nil, nil, nil])
    // Of two relationships of one id the first counts; one of another type is no link.
    builder.relate([
      ("rId1", "hyperlink", "https://example.org/1", true), ("rId1", "hyperlink", "https://example.org/2", true),
      ("rId7", "drawing", "../worksheets/sheet1.xml", false),
    ])
    #expect(try layout(builder).hyperlinks.map(\.target) == [nil, nil, "https://example.org/1", nil])
  }

  @Test func targetsThatAreNotSaidToLieOutside() throws {
    var builder = sheet("<hyperlink ref='A1' r:id='rId1'/><hyperlink ref='A2' r:id='rId2'/>")
    builder.relate([("rId1", "hyperlink", "https://example.org/", false), ("rId2", "hyperlink", "#S!A1", false)])
    #expect(try layout(builder).hyperlinks.map(\.target) == ["https://example.org/", "#S!A1"])
  }

  @Test func brokenRelationshipsStopTheLinksAndNotTheRows() throws {
    var builder = sheet("<hyperlink ref='A1' r:id='rId1'/>")
    builder.set("xl/worksheets/_rels/sheet1.xml.rels", "<Relationships><Relationship")
    let sheet = try builder.open().worksheets[0]
    let rows = try sheet.rowReader()
    #expect(try rows.next() == nil)
    for error in [failure { try rows.layout }, failure { try sheet.layout() }] {
      #expect(error?.code == .invalidXML)
      #expect(error?.part == "xl/worksheets/_rels/sheet1.xml.rels")
      #expect(error?.sheet == "S")
    }
  }

  @Test func placesThatAreNone() throws {
    let links = ["#REF!", "", "A1:", "A0", "XFE1", "A1:B2:C3"].map { "<hyperlink ref='\($0)' location='x'/>" }
    #expect(try layout(sheet(links.joined() + "<hyperlink location='x'/>")).hyperlinks.isEmpty)
  }

  @Test func wholeColumnsAndRows() throws {
    let links = ["B:B", "$C:$D", "7:8"].map { "<hyperlink ref='\($0)' location='\($0)'/>" }
    let layout = try layout(sheet(links.joined()))
    #expect(layout.hyperlinks.map { "\($0.range)" } == ["B1:B1048576", "C1:D1048576", "A7:XFD8"])
    #expect(layout.hyperlink(at: CellReference(row: 900_000, column: 4))?.location == "$C:$D")
    #expect(layout.hyperlink(at: CellReference(row: 8, column: 2))?.location == "7:8")
    #expect(layout.hyperlink(at: CellReference(row: 9, column: 5)) == nil)
  }

  @Test(.timeLimit(.minutes(1))) func lookUpAmongManyLinks() throws {
    let links = (1...60_000).map { "<hyperlink ref='\($0 % 2 == 0 ? "A\($0)" : "A\($0):B\($0)")' location='\($0)'/>" }
    let layout = try layout(sheet(links.joined()))
    for row in 1...60_000 {
      #expect(layout.hyperlink(at: CellReference(row: row, column: 1))?.location == "\(row)")
    }
  }
}
