/// A plain workbook that is written cell by cell.
struct InputPackage {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
  private let file: PackageFile
  private let sheets: Int

  init(path: String, sheets: Int) {
    file = PackageFile(path: path)
    self.sheets = sheets
  }

  /// Writes a sheet; `cell` gives a cell's XML by reference, row from 1 and column from 0.
  func sheet(_ number: Int, rows: Int, columns: Int, _ cell: (String, Int, Int) -> String) throws {
    let letters = (0..<columns).map { String(UnicodeScalar(UInt8(65 + $0))) }
    try file.add("xl/worksheets/sheet\(number).xml") { put in
      try put("<worksheet xmlns=\"\(Self.main)\"><sheetData>")
      for row in 1...rows {
        var text = "<row r=\"\(row)\">"
        for column in 0..<columns { text += cell("\(letters[column])\(row)", row, column) }
        try put(text + "</row>")
      }
      try put("</sheetData></worksheet>")
    }
  }

  /// Writes the table of shared strings.
  func strings(_ strings: some Sequence<String>) throws {
    try file.add("xl/sharedStrings.xml") { put in
      try put("<sst xmlns=\"\(Self.main)\">")
      for string in strings { try put("<si><t>\(string)</t></si>") }
      try put("</sst>")
    }
  }

  /// Writes the parts around the sheets, and the package.
  func close() throws {
    let numbers = Array(1...sheets)
    let overrides = numbers.map {
      "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(Self.types).worksheet+xml\"/>"
    }
    try file.add(
      "[Content_Types].xml",
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/xl/workbook.xml" ContentType="\(Self.types).sheet.main+xml"/>\
      <Override PartName="/xl/styles.xml" ContentType="\(Self.types).styles+xml"/>\
      <Override PartName="/xl/sharedStrings.xml" ContentType="\(Self.types).sharedStrings+xml"/>\
      \(overrides.joined())</Types>
      """)
    try file.add("_rels/.rels", relationships([("rId1", "officeDocument", "xl/workbook.xml")]))
    try file.add(
      "xl/_rels/workbook.xml.rels",
      relationships(
        numbers.map { ("rId\($0)", "worksheet", "worksheets/sheet\($0).xml") }
          + [("rId90", "styles", "styles.xml"), ("rId91", "sharedStrings", "sharedStrings.xml")]))
    let list = numbers.map { "<sheet name=\"表\($0)\" sheetId=\"\($0)\" r:id=\"rId\($0)\"/>" }
    try file.add(
      "xl/workbook.xml",
      "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\"><sheets>\(list.joined())</sheets></workbook>")
    try file.add(
      "xl/styles.xml",
      """
      <styleSheet xmlns="\(Self.main)"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>\
      <fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>\
      <cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" xfId="0"/>\
      <xf numFmtId="14" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" xfId="0" applyNumberFormat="1"/></cellXfs>\
      <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
      """)
    try file.close()
  }

  private func relationships(_ list: [(id: String, type: String, target: String)]) -> String {
    let items = list.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(Self.office)/\($0.type)\" Target=\"\($0.target)\"/>"
    }
    let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return "<Relationships xmlns=\"\(namespace)\">\(items.joined())</Relationships>"
  }
}
