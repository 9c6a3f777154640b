import XlsxRead

/// A small workbook whose parts a test writes itself.
struct WorkbookBuilder {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  var parts: [(name: String, bytes: [UInt8])] = []

  /// A workbook with one sheet named `S`, of which `rows` is what stands in `sheetData`.
  init(
    rows: String = "", after: String = "", before: String = "", strings: [String]? = nil, formats: [String] = [],
    styleIDs: [Int] = [], workbookProperties: String = ""
  ) {
    set(
      "_rels/.rels",
      Self.relationshipList([("rId1", "officeDocument", "xl/workbook.xml")]))
    set(
      "xl/workbook.xml",
      """
      <workbook xmlns="\(Self.main)" xmlns:r="\(Self.relationships)">\(workbookProperties)\
      <sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>
      """)
    set(
      "xl/_rels/workbook.xml.rels",
      Self.relationshipList([
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"),
        ("rId3", "sharedStrings", "sharedStrings.xml"),
      ]))
    set("xl/worksheets/sheet1.xml", Self.sheet(rows, before: before, after: after))
    if let strings {
      set("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(strings.map { "<si>\($0)</si>" }.joined())</sst>")
    }
    if !formats.isEmpty || !styleIDs.isEmpty {
      let codes = formats.enumerated().map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1)\"/>" }
      let ids = styleIDs + formats.indices.map { 164 + $0 }
      set(
        "xl/styles.xml",
        """
        <styleSheet xmlns="\(Self.main)"><numFmts>\(codes.joined())</numFmts>\
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>\
        \(ids.map { "<xf numFmtId=\"\($0)\"/>" }.joined())</cellXfs></styleSheet>
        """)
    }
  }

  static func sheet(_ rows: String, before: String = "", after: String = "") -> String {
    "<worksheet xmlns=\"\(main)\">\(before)<sheetData>\(rows)</sheetData>\(after)</worksheet>"
  }

  static func relationshipList(_ list: [(id: String, type: String, target: String)]) -> String {
    let items = list.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(relationships)/\($0.type)\" Target=\"\($0.target)\"/>"
    }
    return """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\(items.joined())</Relationships>
      """
  }

  mutating func set(_ name: String, _ text: String) { set(name, Array(text.utf8)) }

  mutating func set(_ name: String, _ bytes: [UInt8]) {
    remove(name)
    parts.append((name, bytes))
  }

  mutating func remove(_ name: String) { parts.removeAll { $0.name == name } }

  mutating func rename(_ name: String, to other: String) {
    for index in parts.indices where parts[index].name == name { parts[index].name = other }
  }

  /// Changes the text of a part.
  mutating func edit(_ name: String, _ change: (String) -> String) {
    for index in parts.indices where parts[index].name == name {
      parts[index].bytes = Array(change(String(decoding: parts[index].bytes, as: UTF8.self)).utf8)
    }
  }

  var bytes: [UInt8] {
    var package = PackageBuilder()
    for part in parts { package.add(part.name, part.bytes) }
    return package.bytes
  }

  func open(limits: ReadLimits = .default) throws(XlsxReadError) -> Workbook {
    try Workbook(bytes: bytes, name: "test.xlsx", limits: limits)
  }

  /// All cells of the first sheet.
  func cells(limits: ReadLimits = .default) throws -> [Cell] {
    try open(limits: limits).worksheets[0].allRows().flatMap { Array($0) }
  }
}

extension Worksheet {
  /// Every row at once, for tests.
  func allRows() throws -> [Row] {
    let reader = try rowReader()
    var result: [Row] = []
    while let row = try reader.next() { result.append(row) }
    return result
  }
}

/// Runs a body that must fail, and returns its error.
func failure<Value>(_ body: () throws -> Value) -> XlsxReadError? {
  do {
    _ = try body()
    return nil
  } catch {
    return error as? XlsxReadError
  }
}
