import FuzzSupport

/// A small workbook that has every kind of part that is read.
enum PartPackage {
  private static let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let threads = "xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments\""
  private static let package = "http://schemas.openxmlformats.org/package/2006"

  /// The parts; a fuzzed part takes the place of the one with its number.
  static let parts: [(name: String, text: String)] = [
    (
      "xl/worksheets/sheet1.xml",
      """
      <worksheet \(main) xmlns:r="\(office)"><sheetData><row r="1"><c r="A1" t="s" s="1"><v>0</v></c></row></sheetData>\
      <hyperlinks><hyperlink ref="A1" r:id="rId4"/></hyperlinks></worksheet>
      """
    ),
    ("xl/sharedStrings.xml", "<sst \(main)><si><t>a</t></si></sst>"),
    (
      "xl/styles.xml",
      "<styleSheet \(main)><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
    ),
    (
      "xl/workbook.xml",
      """
      <workbook \(main) xmlns:r="\(office)"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>
      """
    ),
    (
      "xl/comments1.xml",
      """
      <comments \(main)><authors><author/><author>tc={1}</author></authors><commentList><comment ref="A1" authorId="1">\
      <text><t>n</t></text></comment></commentList></comments>
      """
    ),
    (
      "xl/_rels/workbook.xml.rels",
      relationships([
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"),
        ("rId3", "styles", "styles.xml"), ("rId4", "person", "persons/person.xml"),
      ])
    ),
    (
      "xl/worksheets/_rels/sheet1.xml.rels",
      relationships([
        ("rId1", "comments", "../comments1.xml"), ("rId2", "table", "../tables/table1.xml"),
        ("rId3", "threadedComment", "../threadedComments/threadedComment1.xml"),
        ("rId4", "hyperlink", "https://example.org/"),
      ])
    ),
    (
      "docProps/custom.xml",
      """
      <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">\
      <property pid="2" name="n"><lpwstr>v</lpwstr></property></Properties>
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
      "xl/tables/table1.xml",
      """
      <table \(main) id="1" name="T" displayName="T" ref="A1:B3"><autoFilter ref="A1:B2"/><tableColumns count="1">\
      <tableColumn id="1" name="c"/></tableColumns></table>
      """
    ),
    (
      "xl/threadedComments/threadedComment1.xml",
      """
      <ThreadedComments \(threads)><threadedComment ref="A1" personId="{P}" id="{1}"><text>n</text></threadedComment>\
      <threadedComment ref="A1" id="{2}" parentId="{1}"><text>r</text></threadedComment></ThreadedComments>
      """
    ),
    ("xl/persons/person.xml", "<personList \(threads)><person displayName=\"p\" id=\"{P}\"/></personList>"),
    (
      "docProps/core.xml",
      """
      <cp:coreProperties xmlns:cp="\(package)/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">\
      <dc:title>t</dc:title></cp:coreProperties>
      """
    ),
    (
      "docProps/app.xml",
      "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>a</Application></Properties>"
    ),
    (contentTypes, ""),
  ]

  private static let contentTypes = "[Content_Types].xml"

  /// The workbook with a part's bytes in place of its own.
  static func bytes(replacing number: Int, with content: [UInt8]) -> [UInt8] {
    let number = number % parts.count
    // The list of content types counts only where neither relationships nor the usual name lead to the workbook.
    let usesContentTypes = parts[number].name == contentTypes
    var builder = PackageBuilder()
    for (index, part) in parts.enumerated() {
      var name = part.name
      if usesContentTypes {
        if name == "_rels/.rels" { continue }
        if name == "xl/workbook.xml" { name = "xl/book.xml" }
        if name == "xl/_rels/workbook.xml.rels" { name = "xl/_rels/book.xml.rels" }
      } else if name == contentTypes {
        continue
      }
      builder.add(name, index == number ? content : Array(part.text.utf8))
    }
    return builder.bytes
  }

  private static func relationships(_ list: [(id: String, type: String, target: String)]) -> String {
    let items = list.map { "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.type)\" Target=\"\($0.target)\"/>" }
    return "<Relationships xmlns=\"\(package)/relationships\">\(items.joined())</Relationships>"
  }
}
