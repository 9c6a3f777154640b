/// Builds the package of a workbook from the XML of its sheets, uncompressed, whatever the XML says.
struct PlainPackage {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Builds a workbook of sheets by name and XML, with a part of styles where there is to be one.
  static func workbook(_ sheets: [(name: String, xml: String)], styles: String? = nil) -> [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006"
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    var builder = PlainPackage()
    var overrides = sheets.indices.map {
      "<Override PartName='/xl/worksheets/sheet\($0 + 1).xml' ContentType='\(kind).worksheet+xml'/>"
    }
    if styles != nil {
      overrides.append("<Override PartName='/xl/styles.xml' ContentType='\(kind).styles+xml'/>")
    }
    builder.add(
      "[Content_Types].xml",
      "<Types xmlns='\(package)/content-types'>"
        + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
        + "<Override PartName='/xl/workbook.xml' ContentType='\(kind).sheet.main+xml'/>" + overrides.joined()
        + "</Types>")
    builder.add(
      "_rels/.rels",
      "<Relationships xmlns='\(package)/relationships'>"
        + "<Relationship Id='rId1' Type='\(office)/officeDocument' Target='xl/workbook.xml'/></Relationships>")
    let names = sheets.enumerated().map { "<sheet name='\($1.name)' sheetId='\($0 + 1)' r:id='rId\($0 + 1)'/>" }
    builder.add(
      "xl/workbook.xml", "<workbook xmlns='\(main)' xmlns:r='\(office)'><sheets>\(names.joined())</sheets></workbook>")
    var links = sheets.indices.map {
      "<Relationship Id='rId\($0 + 1)' Type='\(office)/worksheet' Target='worksheets/sheet\($0 + 1).xml'/>"
    }
    if let styles {
      links.append("<Relationship Id='rId0' Type='\(office)/styles' Target='styles.xml'/>")
      builder.add("xl/styles.xml", "<styleSheet xmlns='\(main)'>\(styles)</styleSheet>")
    }
    builder.add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns='\(package)/relationships'>\(links.joined())</Relationships>")
    for (index, sheet) in sheets.enumerated() {
      builder.add("xl/worksheets/sheet\(index + 1).xml", "<worksheet xmlns='\(main)'>\(sheet.xml)</worksheet>")
    }
    return builder.bytes
  }

  /// Adds a part.
  mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  /// Adds a part.
  mutating func add(_ name: String, _ bytes: [UInt8]) {
    let common =
      Self.number(20, 2) + Self.number(0x800, 2) + Self.number(0, 2) + Self.number(0, 4)
      + Self.number(Int(Self.checksum(bytes)), 4) + Self.number(bytes.count, 4) + Self.number(bytes.count, 4)
      + Self.number(name.utf8.count, 2) + Self.number(0, 2)
    directory +=
      Self.number(0x0201_4B50, 4) + Self.number(20, 2) + common + Self.number(0, 2) + Self.number(0, 2)
      + Self.number(0, 2) + Self.number(0, 4) + Self.number(body.count, 4) + Array(name.utf8)
    body += Self.number(0x0403_4B50, 4) + common + Array(name.utf8) + bytes
    count += 1
  }

  /// The package.
  var bytes: [UInt8] {
    body + directory + Self.number(0x0605_4B50, 4) + Self.number(0, 4) + Self.number(count, 2)
      + Self.number(count, 2) + Self.number(directory.count, 4) + Self.number(body.count, 4) + Self.number(0, 2)
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
  }
}
