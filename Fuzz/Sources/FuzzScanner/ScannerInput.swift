import FuzzSupport

/// How the bytes of the fuzzer become a workbook.
///
/// The first byte says which part they are and what stands before them; the next two how far inside them a piece ends.
struct ScannerInput {
  private static let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private let kind: Int
  private let filler: Int
  private let shift: Int
  private let body: [UInt8]

  init(_ bytes: [UInt8]) {
    kind = Int(bytes[0] & 3)
    // Half of the values stand for nothing, which is fastest.
    filler = bytes[0] & 0x10 == 0 ? Int(bytes[0] >> 2 & 3) : 0
    body = Array(bytes.dropFirst(3))
    shift = (Int(bytes[1]) | Int(bytes[2]) << 8) % (body.count + 32)
  }

  var package: [UInt8] {
    var builder = PackageBuilder()
    for (name, text) in Self.others { builder.add(name, text) }
    builder.add("xl/worksheets/sheet1.xml", sheet)
    builder.add("xl/sharedStrings.xml", strings)
    return builder.bytes
  }

  private var sheet: [UInt8] {
    switch kind {
    case 0:
      let prefix = Array(
        "<worksheet \(Self.main) xmlns:x14ac=\"urn:x14ac\"><cols><col min=\"1\" max=\"2\"/></cols><sheetData>".utf8)
      let suffix = "</sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>"
      return prefix + padding(after: prefix.count, text: ("<row><c t=\"str\"><v>", "</v></c></row>")) + body
        + suffix.utf8
    case 1: return body
    default: return Self.cellsOfStrings
    }
  }

  private var strings: [UInt8] {
    switch kind {
    case 2:
      let prefix = Array("<sst \(Self.main)>".utf8)
      return prefix + padding(after: prefix.count, text: ("<si><t>", "</t></si>")) + body + "</sst>".utf8
    case 3: return body
    default: return Self.threeStrings
    }
  }

  /// Blanks, or one text, behind which the border between two pieces lies inside of the body: pieces have 64 KiB, and
  /// 128 KiB where another thread expands them, which it does from 256 KiB on.
  private func padding(after count: Int, text: (start: String, end: String)) -> [UInt8] {
    let border = filler == 3 ? 3 << 17 : 1 << 16
    let room = max(0, border - count - shift)
    switch filler {
    case 0: return []
    case 2:
      let letters = max(0, room - text.start.utf8.count - text.end.utf8.count)
      return text.start.utf8 + [UInt8](repeating: UInt8(ascii: "x"), count: letters) + text.end.utf8
    default: return [UInt8](repeating: 0x20, count: room)
    }
  }

  private static let threeStrings = Array(
    "<sst \(main)><si><t>甲</t></si><si><r><t>a</t></r><r><t>b</t></r></si><si><t xml:space=\"preserve\"> _x0041_ </t></si></sst>"
      .utf8)

  /// A row for each of the first strings, so that one that is not there fails behind the others.
  private static let cellsOfStrings = Array(
    "<worksheet \(main)><sheetData>\((0..<12).map { "<row><c t=\"s\"><v>\($0)</v></c></row>" }.joined())</sheetData></worksheet>"
      .utf8)

  private static let others: [(String, [UInt8])] = [
    ("_rels/.rels", relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
    (
      "xl/workbook.xml",
      "<workbook \(main) xmlns:r=\"\(office)\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    ),
    (
      "xl/_rels/workbook.xml.rels",
      relationships([
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"),
        ("rId3", "styles", "styles.xml"),
      ])
    ),
    (
      "xl/styles.xml",
      "<styleSheet \(main)><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"46\"/></cellXfs></styleSheet>"
    ),
  ].map { ($0.0, Array($0.1.utf8)) }

  private static func relationships(_ list: [(id: String, type: String, target: String)]) -> String {
    let items = list.map { "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.type)\" Target=\"\($0.target)\"/>" }
    let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return "<Relationships xmlns=\"\(namespace)\">\(items.joined())</Relationships>"
  }
}
