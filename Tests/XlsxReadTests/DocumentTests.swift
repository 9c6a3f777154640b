import Testing
import XlsxRead

/// What a workbook says about itself: document properties (ECMA-376 part 2, clause 11; part 1, 22.2) and protection.
@Suite struct DocumentTests {
  static let core = """
    <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>2026 年预算 &amp; 说明</dc:title><dc:subject/>\
    <dc:creator>甲</dc:creator><cp:lastModifiedBy>乙</cp:lastModifiedBy><dc:description>a_x000D_b</dc:description>\
    <dcterms:created xsi:type="dcterms:W3CDTF">2026-01-31T08:00:00Z</dcterms:created>\
    <dcterms:modified xsi:type="dcterms:W3CDTF">2026-02-01T09:30:00Z</dcterms:modified></cp:coreProperties>
    """
  static let extended = """
    <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" \
    xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><Application>Microsoft Excel</Application>\
    <TitlesOfParts><vt:vector size="1"><vt:lpstr>S</vt:lpstr></vt:vector></TitlesOfParts><Company>某局</Company>\
    <AppVersion>16.0300</AppVersion></Properties>
    """

  static var usual: WorkbookBuilder {
    var builder = WorkbookBuilder()
    builder.set("docProps/core.xml", core)
    builder.set("docProps/app.xml", extended)
    builder.set(
      "_rels/.rels",
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="rId1" Type="\(WorkbookBuilder.relationships)/officeDocument" Target="xl/workbook.xml"/>\
      <Relationship Id="rId2" Target="docProps/core.xml" \
      Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/>\
      <Relationship Id="rId3" Type="\(WorkbookBuilder.relationships)/extended-properties" Target="docProps/app.xml"/>\
      </Relationships>
      """)
    return builder
  }

  func check(_ builder: WorkbookBuilder) throws {
    var expected = WorkbookProperties()
    expected.title = "2026 年预算 & 说明"
    expected.creator = "甲"
    expected.lastModifiedBy = "乙"
    expected.description = "a\rb"
    expected.created = "2026-01-31T08:00:00Z"
    expected.modified = "2026-02-01T09:30:00Z"
    expected.application = "Microsoft Excel"
    expected.applicationVersion = "16.0300"
    expected.company = "某局"
    #expect(try builder.open().documentProperties() == expected)
  }

  @Test func propertiesInTheUsualForm() throws { try check(Self.usual) }
  @Test func propertiesOfStrictFiles() throws { try check(Self.usual.strict) }

  @Test func propertiesWithoutRelationships() throws {
    var builder = Self.usual
    builder.remove("_rels/.rels")
    try check(builder)
  }

  @Test func propertiesInOtherParts() throws {
    var builder = Self.usual
    builder.edit("_rels/.rels") { $0.replacing("docProps/core.xml", with: "/package/services/metadata/a.psmdcp") }
    builder.rename("docProps/core.xml", to: "package/services/metadata/a.psmdcp")
    try check(builder)
  }

  @Test func propertiesThatAreNotThere() throws {
    #expect(try WorkbookBuilder().open().documentProperties() == WorkbookProperties())
    var builder = Self.usual
    builder.remove("docProps/core.xml")
    builder.set("docProps/app.xml", "<x><a><Application>nested</Application></a></x>")
    #expect(try builder.open().documentProperties() == WorkbookProperties())
  }

  @Test func brokenPropertiesNameThePart() throws {
    var builder = Self.usual
    builder.set("docProps/core.xml", "<cp:coreProperties")
    let workbook = try builder.open()
    let error = failure { try workbook.documentProperties() }
    #expect(error?.code == .invalidXML)
    #expect(error?.part == "docProps/core.xml")
    #expect(try workbook.worksheets[0].allRows().isEmpty)
  }

  @Test func protectionOfTheWorkbook() throws {
    let open = try WorkbookBuilder().open()
    #expect(open.protection == nil)
    let plain = try WorkbookBuilder(workbookProperties: "<workbookProtection/>").open()
    #expect(
      plain.protection
        == WorkbookProtection(locksStructure: false, locksWindows: false, locksRevisions: false, hasPassword: false))
    let locked = try WorkbookBuilder(
      workbookProperties: "<workbookProtection workbookPassword='CC1A' lockStructure='1' lockWindows='true'/>"
    ).strict.open()
    #expect(
      locked.protection
        == WorkbookProtection(locksStructure: true, locksWindows: true, locksRevisions: false, hasPassword: true))
    let hashed = try WorkbookBuilder(
      workbookProperties:
        "<workbookProtection workbookAlgorithmName='SHA-512' workbookHashValue='AA==' lockRevision='1'/>"
    ).open()
    #expect(hashed.protection?.hasPassword == true && hashed.protection?.locksRevisions == true)
  }
}
