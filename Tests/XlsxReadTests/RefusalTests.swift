import Foundation
import Testing
import XlsxRead

/// Files that are refused, with an error that tells why.
@Suite struct RefusalTests {
  func open(_ bytes: [UInt8]) -> XlsxReadError? { failure { try Workbook(bytes: bytes, name: "计划.xlsx") } }

  @Test func missingFile() {
    let error = failure { try Workbook(path: "/nowhere/计划.xlsx") }
    #expect(error?.code == .fileNotFound)
    #expect(error?.description == "/nowhere/计划.xlsx: No such file or directory. Check the path.")
  }

  @Test func folder() {
    #expect(failure { try Workbook(path: "/") }?.code == .fileUnreadable)
  }

  @Test(arguments: [
    ([], XlsxReadError.Code.emptyFile), (Array("科目,金额\n".utf8), .notAPackage),
    (Array("<html><table>".utf8), .notAPackage),
    (Array("PK".utf8), .damagedPackage), ([0xD0, 0xCF, 0x11, 0xE0], .notAPackage), ([0], .notAPackage),
  ]) func bytesThatAreNoPackage(_ pair: (bytes: [UInt8], code: XlsxReadError.Code)) {
    #expect(open(pair.bytes)?.code == pair.code)
  }

  /// An OLE2 file with one directory sector ([MS-CFB] 2.2, 2.6) that names these streams.
  func compoundFile(_ names: [String], next: UInt32 = 0xFFFF_FFFE) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 512 * 3)
    bytes.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    bytes[30] = 9
    bytes[48] = 1
    for (index, name) in (["Root Entry"] + names).enumerated() {
      let start = 1024 + index * 128
      for (offset, unit) in name.utf16.enumerated() { bytes[start + offset * 2] = UInt8(unit) }
      bytes[start + 64] = UInt8(name.utf16.count * 2 + 2)
    }
    for byte in 0..<4 { bytes[512 + 4 + byte] = UInt8(truncatingIfNeeded: next >> (8 * byte)) }
    return bytes
  }

  @Test func compoundFilesSayWhatTheyAre() {
    #expect(open(compoundFile(["EncryptionInfo", "EncryptedPackage"]))?.code == .encrypted)
    #expect(open(compoundFile(["Workbook"]))?.code == .oldWorkbook)
    #expect(open(compoundFile(["Book"]))?.code == .oldWorkbook)
    #expect(open(compoundFile(["WordDocument"]))?.code == .wrongKind)
    #expect(open(compoundFile([]))?.code == .notAPackage)
  }

  @Test func compoundFileWhoseDirectoryRunsInACircle() {
    #expect(open(compoundFile([], next: 1))?.code == .notAPackage)
  }

  @Test(arguments: [
    ("document", "a Word document (.docx)"), ("presentation", "a presentation (.pptx)"),
  ]) func otherPackages(_ pair: (root: String, kind: String)) {
    var builder = PackageTests.usual
    builder.set("xl/workbook.xml", "<w:\(pair.root) xmlns:w='urn:w'/>")
    let error = failure { try builder.open() }
    #expect(error?.code == .wrongKind)
    #expect(error?.message.contains(pair.kind) == true)
  }

  @Test func zipOfOtherThings() {
    var package = PackageBuilder()
    package.add("readme.txt", "x")
    #expect(open(package.bytes)?.code == .wrongKind)
    package.add("content.xml", "<x/>")
    #expect(open(package.bytes)?.message.contains("OpenDocument") == true)
  }

  @Test func missingSheetPart() {
    var builder = PackageTests.usual
    builder.remove("xl/worksheets/sheet1.xml")
    let error = failure { try builder.cells() }
    #expect(error?.code == .missingPart)
    #expect(error?.part == "xl/worksheets/sheet1.xml")
    #expect(error?.sheet == "S")
  }

  @Test func partThatIsThereTwice() {
    var builder = PackageTests.usual
    builder.parts.append(("XL/worksheets/sheet1.xml", Array(WorkbookBuilder.sheet("").utf8)))
    #expect(failure { try builder.cells() }?.code == .duplicatePart)
  }

  /// Ten thousand sheets could be one part of gigabytes.
  @Test func sheetsThatAreOnePart() {
    var builder = PackageTests.usual
    builder.edit("xl/workbook.xml") {
      $0.replacing("</sheets>", with: "<sheet name=\"T\" sheetId=\"2\" r:id=\"rId1\"/></sheets>")
    }
    let error = failure { try builder.open() }
    #expect(error?.code == .invalidContent)
    #expect(error?.message == "the sheets \"S\" and \"T\" are the same part xl/worksheets/sheet1.xml")
  }

  @Test func brokenXMLNamesPartAndLine() {
    var builder = PackageTests.usual
    builder.set("xl/worksheets/sheet1.xml", "<worksheet>\n<sheetData>\n</row>")
    let error = failure { try builder.cells() }
    #expect(error?.code == .invalidXML)
    #expect(error?.part == "xl/worksheets/sheet1.xml")
    #expect(error?.line == 3)
  }

  @Test func rowsBeforeAFaultAreReadAndTheFaultStays() throws {
    var builder = PackageTests.usual
    builder.set(
      "xl/worksheets/sheet1.xml",
      "<worksheet><sheetData><row><c><v>1</v></c></row><row><c><v>2</v></c></row><row></worksheet>")
    let rows = try builder.open().worksheets[0].rowReader()
    #expect(try rows.next()?["A"]?.rawText == "1")
    #expect(try rows.next()?["A"]?.rawText == "2")
    #expect(failure { try rows.next() }?.code == .invalidXML)
    #expect(failure { try rows.next() }?.code == .invalidXML)
  }

  /// Found by FuzzScanner: libxml2 halted at such bytes, and the rows before them passed for the whole sheet.
  @Test(arguments: ["GBK", "Shift_JIS", "UTF-16LE"]) func bytesThatDoNotFitTheEncoding(_ encoding: String) {
    var builder = PackageTests.usual
    let rows = "<row><c><v>1</v></c></row><row><c t='str'><v>"
    let text =
      "<?xml version='1.0' encoding='\(encoding)'?><worksheet xmlns='\(WorkbookBuilder.main)'><sheetData>\(rows)"
    let end = "</v></c></row></sheetData></worksheet>"
    let isWide = encoding.hasPrefix("UTF-16")
    let wide = { (text: String) -> [UInt8] in text.utf8.flatMap { (byte) -> [UInt8] in isWide ? [byte, 0] : [byte] } }
    // In UTF-16 half of a surrogate pair.
    let broken: [UInt8] = isWide ? [0x00, 0xDC] : [0xFF, 0xFF]
    builder.set("xl/worksheets/sheet1.xml", wide(text) + broken + wide(end))
    let error = failure { try builder.cells() }
    #expect(error?.code == .invalidXML)
    #expect(error?.part == "xl/worksheets/sheet1.xml")
    #expect(failure { try builder.open().worksheets[0].layout() }?.code == .invalidXML)
  }

  @Test func emptyPart() {
    var builder = PackageTests.usual
    builder.set("xl/worksheets/sheet1.xml", "")
    #expect(failure { try builder.cells() }?.code == .invalidXML)
  }

  @Test func sharedStringOutOfTheTableNamesTheCell() {
    let builder = WorkbookBuilder(rows: "<row r='14'><c r='C14' t='s'><v>812</v></c></row>", strings: ["<t>a</t>"])
    let error = failure { try builder.cells() }
    #expect(error?.code == .invalidContent)
    #expect(
      error?.description == """
        test.xlsx, sheet "S", C14: shared string 812 of 1. Open the file in Excel or WPS and save it again.
        """)
  }

  @Test(arguments: [
    "<row r='0'/>", "<row r='x'/>", "<row r='1048577'/>", "<row><c r='XFE1'/></row>", "<row><c r='A1048577'/></row>",
    "<row><c r='1'/></row>", "<row><c r='XFD1'/><c/></row>", "<row r='99999999999999999999'/>",
  ]) func placesOutsideAWorksheet(_ rows: String) {
    let error = failure { try WorkbookBuilder(rows: rows).cells() }
    #expect(error?.code == .invalidContent)
    #expect(error?.part == "xl/worksheets/sheet1.xml")
  }

  @Test func wrongChecksumNamesThePart() throws {
    var bytes = PackageTests.usual.bytes
    let text = Array("<v>45000</v>".utf8)
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: text) })
    bytes[place + 3] = UInt8(ascii: "9")
    let error = failure { try Workbook(bytes: bytes, name: "t.xlsx").worksheets[0].allRows() }
    #expect(error?.code == .damagedPart)
    #expect(error?.part == "xl/worksheets/sheet1.xml")
  }
}
