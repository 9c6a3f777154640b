import Foundation
import Testing
import XlsxPackage
import XlsxWrite

/// `sheets dump`.
@Suite struct DumpCommandTests {
  /// A workbook with two visible sheets, a hidden one and an empty one.
  private static func folder() throws -> TestFolder {
    let folder = try TestFolder()
    let writer = try WorkbookWriter()
    let sheet = try writer.addWorksheet(named: "一、收入")
    func cell(_ text: String) throws -> CellReference { try #require(CellReference(text)) }
    try sheet.write(text: "项目,\"备注\"", at: cell("B2"))
    try sheet.write(text: "第一行\n第二行", at: cell("C2"))
    try sheet.write(text: "制表\t符", at: cell("D2"))
    try sheet.write(number: -1234.5, at: cell("B4"), format: CellFormat(numberFormat: "#,##0.00_);[Red](#,##0.00)"))
    try sheet.write(number: 0.125, at: cell("C4"), format: CellFormat(numberFormat: "0.0%"))
    try sheet.write(
      number: 44931, at: cell("D4"), format: CellFormat(numberFormat: "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@"))
    try sheet.write(boolean: true, at: cell("E4"))
    try sheet.write(number: 0, at: cell("G5"), format: CellFormat(numberFormat: "0;-0;"))
    try sheet.write(number: 1.005, at: cell("B6"), format: CellFormat(numberFormat: "0.00"))
    try sheet.merge(CellRange(cell("B8"), cell("C9")), text: "\"\u{301}引号", format: CellFormat())
    let hidden = try writer.addWorksheet(named: "隐藏")
    try hidden.write(number: 1, at: cell("A1"))
    try hidden.hide()
    let corner = try writer.addWorksheet(named: "corner")
    try corner.write(number: 1, at: cell("XFD1048576"))
    _ = try writer.addWorksheet(named: "空")
    try folder.write(try writer.closeToBytes(), to: "book.xlsx")
    let single = try WorkbookWriter()
    try single.addWorksheet(named: "S").write(number: 0.5, at: cell("B2"), format: CellFormat(numberFormat: "# ?/?"))
    let other = try single.addWorksheet(named: "H")
    try other.hide()
    try folder.write(try single.closeToBytes(), to: "single.xlsx")
    return folder
  }

  @Test(arguments: [
    ("json", []), ("json-as-shown", ["--as-shown"]), ("csv", ["--format", "csv", "--sheet", "一、收入"]),
    ("csv-as-shown", ["--format", "csv", "--sheet", "一、收入", "--as-shown"]),
    ("tsv-as-shown", ["--format", "tsv", "--sheet", "一、收入", "--as-shown"]),
  ]) func formats(_ row: (name: String, arguments: [String])) throws {
    let run = try SheetsRun(["dump", "book.xlsx"] + row.arguments, in: try Self.folder())
    #expect(run.status == 0 && run.message.isEmpty)
    // Snapshots are plain text files: without the byte order mark, with line feeds.
    let plain = run.output.unicodeScalars.filter { $0 != "\u{FEFF}" && $0 != "\r" }
    try Snapshot.expect(String(String.UnicodeScalarView(plain)), "dump-\(row.name)")
  }

  @Test func csvKeepsPlacesAndEveryLineHasAsManyFields() throws {
    let run = try SheetsRun(["dump", "book.xlsx", "--format", "csv", "--sheet", "一、收入"], in: try Self.folder())
    #expect(run.output.unicodeScalars.first == "\u{FEFF}")
    #expect(run.output.unicodeScalars.count { $0 == "\r" } == 8)
    let records = try #require(ReadCommandTests.records(of: String(run.output.unicodeScalars.dropFirst())))
    #expect(Set(records.map(\.count)) == [7])
    #expect(records.count == 8)
    #expect(records[1] == ["", "项目,\"备注\"", "第一行\n第二行", "制表\t符", "", "", ""])
    #expect(records[3] == ["", "-1234.5", "0.125", "2023-01-05T00:00:00", "TRUE", "", ""])
    // To Swift a quotation mark with an accent is one character, which no mark equals.
    let accented = "\"\u{301}引号"
    #expect(records[7][1] == accented)
  }

  @Test func aTableIsOfOneSheet() throws {
    let folder = try Self.folder()
    let several = try SheetsRun(["dump", "book.xlsx", "--format", "csv", "--lang", "en"], in: folder)
    #expect(several.status == 64 && several.output.isEmpty)
    #expect(several.message == "csv holds one sheet; name it with --sheet. There are: 一、收入, 隐藏, corner, 空\n")
    let hidden = try SheetsRun(["dump", "book.xlsx", "--format", "tsv", "--sheet", "隐藏"], in: folder)
    #expect(hidden.status == 0 && hidden.output == "1\n")
    let single = try SheetsRun(["dump", "single.xlsx", "--format", "tsv", "--as-shown"], in: folder)
    #expect(single.status == 0 && single.output == "\t\n\t 1/2\n")
    let empty = try SheetsRun(["dump", "book.xlsx", "--format", "tsv", "--sheet", "空"], in: folder)
    #expect(empty.status == 0 && empty.output.isEmpty)
    let unknown = try SheetsRun(["dump", "book.xlsx", "--format", "tsv", "--sheet", "无", "--lang", "zh"], in: folder)
    #expect(unknown.status == 64 && unknown.message == "没有工作表“无”。现有：一、收入、隐藏、corner、空\n")
  }

  @Test func aCellInTheLastCornerPrintsNoGigabytes() throws {
    let run = try SheetsRun(
      ["dump", "book.xlsx", "--format", "csv", "--sheet", "corner", "--lang", "en"], in: try Self.folder())
    #expect(run.status == 65 && run.output.isEmpty)
    #expect(
      run.message == "Sheet “corner” spans 1048576 rows and 16384 columns, nearly all blank. Use --format json.\n")
  }

  /// What could be read is printed with what is wrong, and the exit status says when no sheet could be.
  @Test func aSheetThatCannotBeReadFails() throws {
    let folder = try TestFolder()
    let writer = try WorkbookWriter()
    try writer.addWorksheet(named: "S").write(number: 1, at: CellReference(row: 1, column: 1))
    var bytes = try writer.closeToBytes()
    // The checksum of the sheet in the directory, 30 bytes before its name.
    let name = Array("xl/worksheets/sheet1.xml".utf8)
    let place = try #require(bytes.indices.last { bytes[$0...].starts(with: name) })
    bytes[place - 30] ^= 0xFF
    try folder.write(bytes, to: "damaged.xlsx")
    let several = try WorkbookWriter()
    for name in ["甲", "乙"] {
      try several.addWorksheet(named: name).write(number: 1, at: CellReference(row: 1, column: 1))
    }
    var partly = try several.closeToBytes()
    let other = try #require(partly.indices.last { partly[$0...].starts(with: name) })
    partly[other - 30] ^= 0xFF
    try folder.write(partly, to: "partly.xlsx")
    let part = try SheetsRun(["dump", "partly.xlsx", "--lang", "en"], in: folder)
    #expect(part.status == 0)
    #expect(part.message.contains("sheet \"甲\""))
    #expect(part.output.contains("\"error\":") && part.output.contains("\"sheet\":\"乙\""))
    let run = try SheetsRun(["dump", "damaged.xlsx", "--lang", "en"], in: folder)
    #expect(run.status == 65)
    #expect(run.message.contains("xl/worksheets/sheet1.xml"))
    #expect(run.output.contains("\"error\":"))
  }

  @Test func helpSaysHowSheetsAndPlacesAreKept() throws {
    try Snapshot.expect(try SheetsRun(["dump", "--help"]).output, "help-dump")
  }
}
