import FuzzSupport

/// A workbook that has every kind of part that patching looks at, with the parts of the fuzzer in place of its own, and what
/// is to be changed.
///
/// A part whose name begins with `!` is left out. The part `changes` holds a change in each line; see ``PatchChange``. The
/// part `blanks` says by its length how many blanks stand before each worksheet, 64 for each byte, which moves the border
/// of two pieces and makes the sheet one that is packed ahead.
struct PatchInput {
  private(set) var changes: [PatchChange] = []
  private let parts: [(name: String, bytes: [UInt8])]
  /// How many blanks stand before each worksheet.
  let blanks: Int

  init(_ files: [(name: String, bytes: [UInt8])]) {
    var parts = Self.parts.map { (name: $0.name, bytes: Array($0.text.utf8)) }
    var blanks = 0
    for file in files.prefix(40) {
      // The line break before the next part.
      let bytes = file.bytes.last == 0x0A ? Array(file.bytes.dropLast()) : file.bytes
      if file.name == "changes" {
        changes = bytes.split(separator: 0x0A).prefix(40).compactMap {
          PatchChange(String(decoding: $0, as: UTF8.self))
        }
      } else if file.name == "blanks" {
        blanks = min(bytes.count, 4096) * 64
      } else if file.name.hasPrefix("!") {
        parts.removeAll { $0.name == file.name.dropFirst() }
      } else if let index = parts.firstIndex(where: { $0.name == file.name }) {
        parts[index].bytes = bytes
      } else {
        parts.append((file.name, bytes))
      }
    }
    self.parts = parts
    self.blanks = blanks
  }

  /// The workbook.
  var package: [UInt8] { package(blanks: blanks) }

  /// The workbook with so many blanks before each worksheet that may have some.
  func package(blanks: Int) -> [UInt8] {
    var builder = PackageBuilder()
    for part in parts {
      // Neither a declaration nor a byte order mark may stand behind blanks.
      let takesBlanks =
        part.name.hasPrefix("xl/worksheets/sheet") && part.bytes.starts(with: "<".utf8)
        && !part.bytes.starts(with: "<?".utf8) && !part.bytes.starts(with: [0x3C, 0])
      builder.add(part.name, (takesBlanks ? [UInt8](repeating: 0x20, count: blanks) : []) + part.bytes)
    }
    return builder.bytes
  }
}

extension PatchInput {
  private static let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let threads = "xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments\""
  private static let packages = "http://schemas.openxmlformats.org/package/2006"
  private static let content = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  private static let parts: [(name: String, text: String)] = [
    (
      "[Content_Types].xml",
      """
      <Types xmlns="\(packages)/content-types"><Default Extension="xml" ContentType="application/xml"/><Default \
      Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override \
      PartName="/xl/workbook.xml" ContentType="\(content).sheet.main+xml"/><Override PartName="/xl/styles.xml" \
      ContentType="\(content).styles+xml"/></Types>
      """
    ),
    (
      "_rels/.rels",
      relationships([
        ("rId1", "officeDocument", "xl/workbook.xml"), ("rId2", "custom-properties", "docProps/custom.xml"),
        ("rId3", "core-properties", "docProps/core.xml"), ("rId4", "extended-properties", "docProps/app.xml"),
      ])
    ),
    (
      "xl/workbook.xml",
      """
      <workbook \(main) xmlns:r="\(office)"><workbookPr/><bookViews><workbookView activeTab="0"/></bookViews><sheets><sheet \
      name="S" sheetId="1" r:id="rId1"/><sheet name="T" sheetId="2" r:id="rId2"/><sheet name="C" sheetId="3" \
      r:id="rId6"/></sheets><definedNames><definedName name="n" localSheetId="1">S!$A$1</definedName></definedNames></workbook>
      """
    ),
    (
      "xl/_rels/workbook.xml.rels",
      relationships([
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", "worksheets/sheet2.xml"),
        ("rId3", "styles", "styles.xml"), ("rId4", "sharedStrings", "sharedStrings.xml"),
        ("rId5", "calcChain", "calcChain.xml"), ("rId6", "chartsheet", "chartsheets/sheet1.xml"),
        ("rId7", "person", "persons/person.xml"),
      ])
    ),
    (
      "xl/worksheets/sheet1.xml",
      """
      <worksheet \(main) xmlns:r="\(office)"><dimension ref="A1:B3"/><sheetViews><sheetView tabSelected="1" \
      workbookViewId="0"/></sheetViews><cols><col min="2" max="2" style="1" width="9"/></cols><sheetData><row r="1" \
      spans="1:2"><c r="A1" t="s" s="1"><v>0</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">T!A1+A1</f><v>2</v></c></row>\
      <row r="2"><c r="B2"><f t="shared" si="0"/><v>3</v></c></row><row r="3" s="1" customFormat="1"/></sheetData>\
      <hyperlinks><hyperlink ref="A1" r:id="rId4"/><hyperlink ref="A3:B3" location="T!A1"/></hyperlinks>\
      <legacyDrawing r:id="rId5"/></worksheet>
      """
    ),
    (
      "xl/worksheets/sheet2.xml",
      """
      <worksheet \(main)><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1" t="inlineStr"><is><t>甲</t></is></c></row>\
      <row r="5"><c r="B5"><f>SUM(S!A1:B2)</f><v>2</v></c></row></sheetData></worksheet>
      """
    ),
    (
      "xl/worksheets/_rels/sheet1.xml.rels",
      relationships([
        ("rId1", "comments", "../comments1.xml"), ("rId2", "table", "../tables/table1.xml"),
        ("rId3", "threadedComment", "../threadedComments/threadedComment1.xml"),
        ("rId4", "hyperlink", "https://example.org/"), ("rId5", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
        ("rId6", "drawing", "../drawings/drawing1.xml"),
      ])
    ),
    ("xl/sharedStrings.xml", "<sst \(main)><si><t>a</t></si></sst>"),
    (
      "xl/styles.xml",
      """
      <styleSheet \(main)><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0"/></numFmts><fonts count="1"><font>\
      <sz val="11"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs \
      count="2"><xf numFmtId="0"/><xf numFmtId="164" fontId="0"/></cellXfs></styleSheet>
      """
    ),
    (
      "xl/comments1.xml",
      """
      <comments \(main)><authors><author>a</author><author>tc={1}</author></authors><commentList><comment ref="A1" \
      authorId="0"><text><t>n</t></text></comment><comment ref="B1" authorId="1"><text><t>m</t></text></comment>\
      </commentList></comments>
      """
    ),
    (
      "xl/threadedComments/threadedComment1.xml",
      """
      <ThreadedComments \(threads)><threadedComment ref="B1" personId="{P}" id="{1}"><text>m</text></threadedComment>\
      </ThreadedComments>
      """
    ),
    ("xl/persons/person.xml", "<personList \(threads)><person displayName=\"p\" id=\"{P}\"/></personList>"),
    (
      "xl/drawings/vmlDrawing1.vml",
      """
      <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype \
      id="_x0000_t202"/><v:shape id="_x0000_s1025"><br><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>0\
      </x:Column></x:ClientData></v:shape></xml>
      """
    ),
    (
      "xl/tables/table1.xml",
      """
      <table \(main) id="1" name="T" displayName="T" ref="D1:E3"><tableColumns count="2"><tableColumn id="1" name="c"/>\
      <tableColumn id="2" name="d"/></tableColumns></table>
      """
    ),
    ("xl/calcChain.xml", "<calcChain \(main)><c r=\"B1\" i=\"1\"/></calcChain>"),
    ("xl/chartsheets/sheet1.xml", "<chartsheet \(main)><sheetViews><sheetView/></sheetViews></chartsheet>"),
    (
      "xl/charts/chart1.xml",
      "<c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:f>S!$A$1:$B$2</c:f></c:chart>"
    ),
    (
      "docProps/custom.xml",
      """
      <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" \
      xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">\
      <property pid="2" name="n"><vt:lpwstr>v</vt:lpwstr></property></Properties>
      """
    ),
    (
      "docProps/core.xml",
      """
      <cp:coreProperties xmlns:cp="\(packages)/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">\
      <dc:title>t</dc:title></cp:coreProperties>
      """
    ),
    (
      "docProps/app.xml",
      "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Company>c</Company></Properties>"
    ),
  ]

  private static func relationships(_ list: [(id: String, type: String, target: String)]) -> String {
    let items = list.map { id, type, target in
      let mode = target.contains("://") ? " TargetMode=\"External\"" : ""
      return "<Relationship Id=\"\(id)\" Type=\"\(office)/\(type)\" Target=\"\(target)\"\(mode)/>"
    }
    return "<Relationships xmlns=\"\(packages)/relationships\">\(items.joined())</Relationships>"
  }
}
