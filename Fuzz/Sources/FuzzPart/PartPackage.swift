import FuzzSupport

/// A small workbook that has every kind of part.
enum PartPackage {
  private static let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// The parts; a fuzzed part takes the place of the one with its number.
  static let parts: [(name: String, text: String)] = [
    (
      "xl/worksheets/sheet1.xml",
      "<worksheet \(main)><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\" s=\"1\"><v>0</v></c></row></sheetData></worksheet>"
    ),
    ("xl/sharedStrings.xml", "<sst \(main)><si><t>a</t></si></sst>"),
    (
      "xl/styles.xml",
      "<styleSheet \(main)><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
    ),
    (
      "xl/workbook.xml",
      "<workbook \(main) xmlns:r=\"\(office)\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    ),
    (
      "xl/comments1.xml",
      "<comments \(main)><authors><author/></authors><commentList><comment ref=\"A1\" authorId=\"0\"><text><t>n</t></text></comment></commentList></comments>"
    ),
    (
      "xl/_rels/workbook.xml.rels",
      relationships([
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"),
        ("rId3", "styles", "styles.xml"),
      ])
    ),
    ("xl/worksheets/_rels/sheet1.xml.rels", relationships([("rId1", "comments", "../comments1.xml")])),
    (
      "docProps/custom.xml",
      "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"><property pid=\"2\" name=\"n\"><lpwstr>v</lpwstr></property></Properties>"
    ),
    (
      "_rels/.rels",
      relationships([
        ("rId1", "officeDocument", "xl/workbook.xml"), ("rId2", "custom-properties", "docProps/custom.xml"),
      ])
    ),
  ]

  /// The workbook with a part's bytes in place of its own.
  static func bytes(replacing number: Int, with content: [UInt8]) -> [UInt8] {
    var builder = PackageBuilder()
    for (index, part) in parts.enumerated() {
      builder.add(part.name, index == number % parts.count ? content : Array(part.text.utf8))
    }
    return builder.bytes
  }

  private static func relationships(_ list: [(id: String, type: String, target: String)]) -> String {
    let items = list.map { "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.type)\" Target=\"\($0.target)\"/>" }
    let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return "<Relationships xmlns=\"\(namespace)\">\(items.joined())</Relationships>"
  }
}
