import Testing
import XlsxPackage
import XlsxRead

/// Packages as the specification allows them and as programs write them.
@Suite struct PackageTests {
  static let rows = "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='0'><v>45000</v></c></row>"
  static var usual: WorkbookBuilder { WorkbookBuilder(rows: rows, strings: ["<t>甲</t>"], styleIDs: [14]) }

  func check(_ builder: WorkbookBuilder) throws {
    let cells = try builder.cells()
    #expect(cells.map(\.rawText) == ["甲", "45000"])
    #expect(cells.map(\.kind) == [.text, .date])
  }

  @Test func strictNamespaces() throws {
    var builder = Self.usual
    for name in builder.parts.map(\.name) {
      builder.edit(name) {
        $0.replacing(WorkbookBuilder.main, with: "http://purl.oclc.org/ooxml/spreadsheetml/main")
          .replacing(
            WorkbookBuilder.relationships, with: "http://purl.oclc.org/ooxml/officeDocument/relationships")
      }
    }
    try check(builder)
  }

  @Test func prefixedElements() throws {
    var builder = Self.usual
    builder.set(
      "xl/worksheets/sheet1.xml",
      """
      <x:worksheet xmlns:x="\(WorkbookBuilder.main)"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c>\
      <x:c r="B1" s="0"><x:v>45000</x:v></x:c></x:row></x:sheetData></x:worksheet>
      """)
    builder.set("xl/sharedStrings.xml", "<x:sst xmlns:x=\"\(WorkbookBuilder.main)\"><x:si><x:t>甲</x:t></x:si></x:sst>")
    try check(builder)
  }

  @Test(arguments: [true, false]) func utf16(_ isBigEndian: Bool) throws {
    var builder = Self.usual
    for name in builder.parts.map(\.name) {
      let text =
        "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + String(decoding: builder.bytes(of: name), as: UTF8.self)
      builder.set(
        name,
        text.utf16.flatMap { isBigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    }
    try check(builder)
  }

  @Test func longUTF16Sheet() throws {
    var builder = WorkbookBuilder()
    let rows = (1...4000).map { "<row r='\($0)'><c r='A\($0)' t='str'><v>第\($0)行</v></c></row>" }.joined()
    let text = "\u{FEFF}<?xml version='1.0' encoding='UTF-16'?>" + WorkbookBuilder.sheet(rows)
    builder.set("xl/worksheets/sheet1.xml", text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(try builder.cells().map(\.rawText) == (1...4000).map { "第\($0)行" })
  }

  @Test func declaredEncodings() throws {
    var builder = Self.usual
    // 甲 is BC D7 in GBK.
    builder.set(
      "xl/sharedStrings.xml",
      Array("<?xml version='1.0' encoding='GBK'?><sst xmlns='\(WorkbookBuilder.main)'><si><t>".utf8) + [0xBC, 0xD7]
        + Array("</t></si></sst>".utf8))
    try check(builder)
  }

  @Test func byteOrderMarkOfUTF8() throws {
    var builder = Self.usual
    for name in builder.parts.map(\.name) { builder.edit(name) { "\u{FEFF}<?xml version='1.0'?>\r\n" + $0 } }
    try check(builder)
  }

  @Test(arguments: [
    "/xl/worksheets/sheet1.xml", "\\xl\\worksheets\\sheet1.xml", "worksheets\\sheet1.xml", "./worksheets/sheet1.xml",
    "../xl/worksheets/SHEET1.XML",
  ]) func targets(_ target: String) throws {
    var builder = Self.usual
    builder.edit("xl/_rels/workbook.xml.rels") { $0.replacing("worksheets/sheet1.xml", with: target) }
    try check(builder)
  }

  @Test(arguments: [
    ("sheet%201.xml", "sheet 1.xml"), ("sheet 1.xml", "sheet%201.xml"), ("%E8%A1%A8.xml", "表.xml"),
    ("表.xml", "%e8%a1%a8.xml"), ("sh%65et1.xml", "Sheet1.xml"), ("100%.xml", "100%.xml"), ("%FF.xml", "%ff.xml"),
  ]) func percentsInNames(_ pair: (target: String, name: String)) throws {
    var builder = Self.usual
    builder.edit("xl/_rels/workbook.xml.rels") { $0.replacing("sheet1.xml", with: pair.target) }
    builder.rename("xl/worksheets/sheet1.xml", to: "xl/worksheets/\(pair.name)")
    try check(builder)
  }

  @Test func encodedSlashesAreNone() throws {
    var builder = Self.usual
    builder.edit("xl/_rels/workbook.xml.rels") { $0.replacing("/sheet1.xml", with: "%2Fsheet1.xml") }
    #expect(failure { try builder.cells() }?.code == .missingPart)
  }

  @Test func elementsOfOtherNamespacesAreNoStrings() throws {
    var builder = Self.usual
    builder.set(
      "xl/sharedStrings.xml",
      """
      <sst xmlns="\(WorkbookBuilder.main)" xmlns:n="urn:new"><n:si><n:t>乙</n:t></n:si>\
      <si><n:t>丙</n:t><r><n:t>丁</n:t><t>甲</t></r><n:r><t>戊</t></n:r></si></sst>
      """)
    try check(builder)
  }

  @Test func whiteSpaceAroundNumbersOfAttributes() throws {
    let cells = try WorkbookBuilder(
      rows: "<row r=' 5 '><c s=' 1&#10;'><v>45000</v></c></row>", styleIDs: [0, 14]
    ).cells()
    #expect(cells.first?.reference.description == "A5")
    #expect(cells.first?.kind == .date)
  }

  @Test func namesOfPartsInOtherCaseOrWithBackslashes() throws {
    var builder = Self.usual
    builder.rename("xl/sharedStrings.xml", to: "XL/SharedStrings.xml")
    builder.rename("xl/worksheets/sheet1.xml", to: "xl\\worksheets\\sheet1.xml")
    try check(builder)
  }

  @Test func noRelationshipsOfThePackage() throws {
    var builder = Self.usual
    builder.remove("_rels/.rels")
    try check(builder)
  }

  @Test func workbookFoundByItsContentType() throws {
    var builder = Self.usual
    builder.remove("_rels/.rels")
    builder.rename("xl/workbook.xml", to: "xl/book.xml")
    builder.rename("xl/_rels/workbook.xml.rels", to: "xl/_rels/book.xml.rels")
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    builder.set(
      "[Content_Types].xml",
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(type).worksheet+xml"/>\
      <Override PartName="/xl/book.xml" ContentType="\(type).sheet.main+xml"/></Types>
      """)
    try check(builder)
  }

  @Test func noStylesAndNoStrings() throws {
    let cells = try WorkbookBuilder(rows: "<row><c s='9'><v>45000</v></c></row>").cells()
    #expect(cells.first?.kind == .number)
    #expect(cells.first?.style == nil)
    #expect(cells.first?.numberFormat == "General")
  }

  @Test func alternateContentTakesTheChoiceItKnowsOrTheFallback() throws {
    let rows = """
      <mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">\
      <mc:Choice xmlns:n="urn:new" Requires="n"><row r="1"><c><v>1</v></c></row></mc:Choice>\
      <mc:Fallback><row r="1"><c><v>2</v></c></row></mc:Fallback></mc:AlternateContent>\
      <mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">\
      <mc:Choice xmlns:m="\(WorkbookBuilder.main)" Requires="m"><row r="2"><c><v>3</v></c></row></mc:Choice>\
      <mc:Fallback><row r="2"><c><v>4</v></c></row></mc:Fallback></mc:AlternateContent>
      """
    #expect(try WorkbookBuilder(rows: rows).cells().map(\.rawText) == ["2", "3"])
  }

  @Test func extensionsAreNotCells() throws {
    let rows = """
      <row r='1'><c r='A1'><v>1</v><extLst><ext><v>9</v></ext></extLst></c><y:c xmlns:y='urn:y'><v>8</v></y:c></row>
      """
    #expect(try WorkbookBuilder(rows: rows).cells().map(\.rawText) == ["1"])
  }

  @Test func columnsComeBeforeTheRowsAndMergesAfter() throws {
    let workbook = try WorkbookBuilder(
      rows: "<row><c><v>1</v></c></row>",
      after: "<mergeCells count='2'><mergeCell ref='A1:C1'/><mergeCell ref='B3:B2'/></mergeCells>",
      before: "<cols><col min='1' max='2' width='8.5'/><col min='4' max='16384' hidden='1'/></cols>"
    ).open()
    let rows = try workbook.worksheets[0].rowReader()
    #expect(rows.columns.map(\.first) == [1, 4])
    #expect(rows.columns.map(\.last) == [2, 16_384])
    #expect(rows.columns.map(\.isHidden) == [false, true])
    #expect(rows.columns.map(\.width) == [8.5, nil])
    while try rows.next() != nil {}
    #expect(rows.merges.map { "\($0)" } == ["A1:C1", "B2:B3"])
    #expect(try rows.next() == nil)
  }

  @Test func sheetsNamesStatesAndDefinedNames() throws {
    var builder = Self.usual
    builder.set(
      "xl/workbook.xml",
      """
      <workbook xmlns="\(WorkbookBuilder.main)" xmlns:r="\(WorkbookBuilder.relationships)"><sheets>\
      <sheet name="收 &amp; 支" sheetId="1" r:id="rId1"/><sheet name="图" sheetId="2" r:id="rId9"/>\
      <sheet name="码表" sheetId="3" state="veryHidden" r:id="rId8"/></sheets><definedNames>\
      <definedName name="合计">'收 &amp; 支'!$A$1</definedName>\
      <definedName name="_xlnm.Print_Area" localSheetId="2" hidden="1">码表!$A$1:$B$2</definedName></definedNames></workbook>
      """)
    builder.edit("xl/_rels/workbook.xml.rels") {
      $0.replacing(
        "</Relationships>",
        with: """
          <Relationship Id="rId9" Type="\(WorkbookBuilder.relationships)/chartsheet" Target="chartsheets/c.xml"/>\
          <Relationship Id="rId8" Type="\(WorkbookBuilder.relationships)/worksheet" Target="worksheets/sheet2.xml"/>\
          </Relationships>
          """)
    }
    let workbook = try builder.open()
    #expect(workbook.worksheets.map(\.name) == ["收 & 支", "码表"])
    #expect(workbook.worksheets.map(\.visibility) == [.visible, .veryHidden])
    #expect(workbook.otherSheets == ["图"])
    let names = try workbook.definedNames()
    #expect(names.map(\.name) == ["合计", "_xlnm.Print_Area"])
    #expect(names.map(\.text) == ["'收 & 支'!$A$1", "码表!$A$1:$B$2"])
    #expect(names.map(\.sheet) == [nil, "码表"])
    #expect(names.map(\.isHidden) == [false, true])
  }

  @Test func customProperties() throws {
    var builder = Self.usual
    #expect(try builder.open().customProperties() == [:])
    builder.set(
      "docProps/custom.xml",
      """
      <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" \
      xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">
      <property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="表样">
        <vt:lpwstr>luoyang-2023</vt:lpwstr>
      </property></Properties>
      """)
    #expect(try builder.open().customProperties() == ["表样": "luoyang-2023"])
  }

  @Test func severalWorkbooksAtOnce() async throws {
    let bytes = Self.usual.bytes
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          var count = 0
          for _ in 0..<20 {
            count += try Workbook(bytes: bytes, name: "t").worksheets[0].allRows().reduce(0) { $0 + $1.count }
          }
          return count
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(counts == 8 * 20 * 2)
  }
}

extension WorkbookBuilder {
  func bytes(of name: String) -> [UInt8] { parts.first { $0.name == name }?.bytes ?? [] }
}
