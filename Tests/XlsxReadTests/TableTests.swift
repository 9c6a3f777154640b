import Testing
import XlsxPackage
import XlsxRead

/// Tables on worksheets (ECMA-376 18.5.1).
@Suite struct TableTests {
  func tables(_ builder: WorkbookBuilder) throws -> [Table] { try builder.open().worksheets[0].tables() }

  static var usual: WorkbookBuilder {
    var builder = WorkbookBuilder(after: "<tableParts count='1'><tablePart r:id='rId1' xmlns:r='urn:r'/></tableParts>")
    builder.relate([("rId1", "table", "../tables/table1.xml", false)])
    builder.set(
      "xl/tables/table1.xml",
      """
      <table xmlns="\(WorkbookBuilder.main)" id="1" name="表1" displayName="收支" ref="B2:D9" totalsRowCount="1">\
      <autoFilter ref="B2:D8"><filterColumn colId="0"/></autoFilter><tableColumns count="3">\
      <tableColumn id="1" name="科目" totalsRowLabel="合计"/><tableColumn id="2" name="金_x000a_额" totalsRowFunction="sum">\
      <calculatedColumnFormula>收支[[#This Row],[科目]]&amp;"x"</calculatedColumnFormula>\
      <totalsRowFormula>1</totalsRowFormula></tableColumn><tableColumn id="3" name="" totalsRowFunction="none"/>\
      </tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>
      """)
    return builder
  }

  func check(_ builder: WorkbookBuilder) throws {
    let tables = try tables(builder)
    try #require(tables.count == 1)
    let table = tables[0]
    #expect(table.name == "表1" && table.displayName == "收支" && table.styleName == "TableStyleMedium2")
    #expect("\(table.range)" == "B2:D9")
    #expect(table.autoFilter.map { "\($0)" } == "B2:D8")
    #expect(table.dataRange.map { "\($0)" } == "B3:D8")
    #expect(table.headerRowCount == 1 && table.totalsRowCount == 1)
    #expect(table.columns.map(\.name) == ["科目", "金\n额", ""])
    #expect(table.columns.map(\.totalsLabel) == ["合计", nil, nil])
    #expect(table.columns.map(\.totalsFunction) == [nil, "sum", nil])
    #expect(table.columns.map(\.formula) == [nil, "收支[[#This Row],[科目]]&\"x\"", nil])
  }

  @Test func inTheUsualForm() throws { try check(Self.usual) }
  @Test func strict() throws { try check(Self.usual.strict) }

  @Test func sheetWithoutTables() throws {
    #expect(try tables(WorkbookBuilder()).isEmpty)
  }

  @Test func missingAttributesTakeTheDefaults() throws {
    var builder = Self.usual
    builder.set("xl/tables/table1.xml", "<table xmlns=\"\(WorkbookBuilder.main)\" displayName=\"T\" ref=\"A1\"/>")
    let table = try #require(try tables(builder).first)
    #expect(table == Table(name: "T", displayName: "T", range: try #require(CellRange("A1"))))
    #expect(table.dataRange == nil)
  }

  @Test func relationshipsThatAreDoubledOrLeadOutside() throws {
    var builder = Self.usual
    builder.relate([
      ("rId1", "table", "../tables/table1.xml", false), ("rId1", "table", "/xl/tables/TABLE1.xml", false),
      ("rId2", "table", "https://example.org/table.xml", true),
    ])
    try check(builder)
  }

  @Test func missingPart() {
    var builder = Self.usual
    builder.remove("xl/tables/table1.xml")
    #expect(
      failure { try tables(builder) }?.description == """
        test.xlsx, sheet "S", xl/tables/table1.xml: the package does not hold this part. \
        Open the file in Excel or WPS and save it again.
        """)
  }

  @Test(arguments: ["worksheets/sheet1.xml", "worksheets/_rels/sheet1.xml.rels"])
  func relationshipThatLeadsBack(_ target: String) {
    var builder = Self.usual
    builder.relate([("rId1", "table", "/xl/\(target)", false)])
    let error = failure { try tables(builder) }
    #expect(error?.code == .invalidContent)
    #expect(error?.part == "xl/\(target)")
    #expect(error?.message == "the part is not a table")
  }

  @Test(arguments: ["", "ref='#REF!'", "ref=''"]) func tableWithoutARange(_ attribute: String) {
    var builder = Self.usual
    builder.set("xl/tables/table1.xml", "<table \(attribute)/>")
    #expect(failure { try tables(builder) }?.code == .invalidContent)
  }

  @Test func countsThatAreNone() throws {
    var builder = Self.usual
    builder.edit("xl/tables/table1.xml") {
      $0.replacing("totalsRowCount=\"1\"", with: "totalsRowCount=\"99999999999\" headerRowCount=\"-7\"")
    }
    let table = try #require(try tables(builder).first)
    #expect(table.headerRowCount == 0 && table.totalsRowCount == CellReference.maximumRow)
    #expect(table.dataRange == nil)
  }

  @Test func columnsWithoutEnd() {
    var builder = Self.usual
    let columns = String(repeating: "<tableColumn/>", count: 16_400)
    builder.set("xl/tables/table1.xml", "<table ref='A1'><tableColumns>\(columns)</tableColumns></table>")
    #expect(failure { try tables(builder) }?.code == .overLimit)
  }
}
