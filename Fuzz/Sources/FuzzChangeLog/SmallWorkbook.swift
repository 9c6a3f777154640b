import FuzzSupport

/// The cleaned workbook to which the seeds of logs fit: two sheets with cells of every kind, and a record of the cleaning.
enum SmallWorkbook {
  /// The file.
  static let bytes: [UInt8] = {
    var builder = PackageBuilder()
    for (name, text) in parts { builder.add(name, Array(text.utf8)) }
    return builder.bytes
  }()

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  private static let parts: [(String, String)] = [
    (
      "[Content_Types].xml",
      """
      <Types xmlns="\(package)/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.\
      relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="\(types).sheet.main+xml"/><Override PartName="/xl/\
      worksheets/sheet1.xml" ContentType="\(types).worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" \
      ContentType="\(types).worksheet+xml"/><Override PartName="/xl/worksheets/sheet3.xml" ContentType="\(types).worksheet+xml"\
      /><Override PartName="/xl/styles.xml" ContentType="\(types).styles+xml"/></Types>
      """
    ),
    ("_rels/.rels", relationships([("officeDocument", "xl/workbook.xml")])),
    (
      "xl/workbook.xml",
      """
      <workbook xmlns="\(main)" xmlns:r="\(office)"><sheets><sheet name="表" sheetId="1" r:id="rId1"/><sheet name="a'b" \
      sheetId="2" r:id="rId2"/><sheet name="清洗记录" sheetId="3" r:id="rId3"/></sheets></workbook>
      """
    ),
    (
      "xl/_rels/workbook.xml.rels",
      relationships([
        ("worksheet", "worksheets/sheet1.xml"), ("worksheet", "worksheets/sheet2.xml"),
        ("worksheet", "worksheets/sheet3.xml"), ("styles", "styles.xml"),
      ])
    ),
    (
      "xl/styles.xml",
      """
      <styleSheet xmlns="\(main)"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/>\
      </borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="4"/><xf \
      numFmtId="49"/><xf numFmtId="14"/></cellXfs></styleSheet>
      """
    ),
    (
      "xl/worksheets/sheet1.xml",
      sheet([
        [("1.5", 1), ("t合计", 0), ("", 0), ("t06", 2), ("b1", 0)], [("45000", 3), ("f1+1", 0), ("t<p>", 0), ("0", 1)],
      ])
    ),
    ("xl/worksheets/sheet2.xml", sheet([[("-3", 0), ("t≤30%", 0)], [], [("2E2", 1)]])),
    (
      "xl/worksheets/sheet3.xml",
      sheet([
        [("t工作簿清洗记录", 0)], [("t第 1 条起　清洗前的文件：a.xlsx", 0)],
        ["序号", "工作表", "单元格", "原内容", "原格式", "现内容", "现格式", "代码", "原因"].map { ("t" + $0, 0) },
        ["1", "t表", "tA1", "t1.5 ", "t@", "t1.5", "t#,##0.00", "tQ21", "tx"].map { ($0, 0) },
        ["2", "t表", "tB1", "t合 计", "tGeneral", "t合计", "tGeneral", "tQ01", "tx"].map { ($0, 0) },
      ])
    ),
  ]

  private static func relationships(_ targets: [(type: String, target: String)]) -> String {
    let items = targets.enumerated().map { index, item in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"\(office)/\(item.type)\" Target=\"\(item.target)\"/>"
    }
    return "<Relationships xmlns=\"\(package)/relationships\">\(items.joined())</Relationships>"
  }

  /// A sheet of rows from `A1` on: `t` stands before a text, `b` before a truth value, `f` before a formula.
  private static func sheet(_ rows: [[(content: String, style: Int)]]) -> String {
    var text = "<worksheet xmlns=\"\(main)\"><sheetData>"
    for (number, cells) in rows.enumerated() {
      text += "<row r=\"\(number + 1)\">"
      for cell in cells {
        let rest = cell.content.dropFirst().replacing("<", with: "&lt;")
        switch cell.content.first {
        case "t":
          text += "<c s=\"\(cell.style)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(rest)</t></is></c>"
        case "b": text += "<c s=\"\(cell.style)\" t=\"b\"><v>\(rest)</v></c>"
        case "f": text += "<c s=\"\(cell.style)\"><f>\(rest)</f><v>2</v></c>"
        case nil: text += "<c s=\"\(cell.style)\"/>"
        default: text += "<c s=\"\(cell.style)\"><v>\(cell.content)</v></c>"
        }
      }
      text += "</row>"
    }
    return text + "</sheetData></worksheet>"
  }
}
