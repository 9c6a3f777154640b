import Testing
import XlsxRead

/// One attack for every bound, each stopped by the bound it is aimed at.
@Suite struct LimitTests {
  func check(
    _ builder: WorkbookBuilder, _ message: String, code: XlsxReadError.Code = .overLimit,
    limits change: (inout ReadLimits) -> Void = { _ in }
  ) {
    var limits = ReadLimits.default
    change(&limits)
    let error = failure { try builder.cells(limits: limits) }
    #expect(error?.code == code)
    #expect(error?.message.contains(message) == true, "\(String(describing: error))")
  }

  func builder(sheet: String) -> WorkbookBuilder {
    var builder = WorkbookBuilder()
    builder.set("xl/worksheets/sheet1.xml", sheet)
    return builder
  }

  @Test func parts() {
    var builder = WorkbookBuilder()
    for index in 0..<40 { builder.set("xl/extra\(index).xml", "") }
    check(builder, "parts") { $0.parts = 30 }
  }

  /// libzip would read the directory once for each of them.
  @Test(.timeLimit(.minutes(1))) func endsOfThePackage() {
    let bytes = PackageTests.usual.bytes
    var ends: [UInt8] = []
    for rest in (0..<2000).reversed() {
      var end = Array(bytes.suffix(22))
      end[20] = UInt8(truncatingIfNeeded: rest * 22)
      end[21] = UInt8(truncatingIfNeeded: rest * 22 >> 8)
      ends += end
    }
    let error = failure { try Workbook(bytes: bytes.dropLast(22) + ends, name: "ends") }
    #expect(error?.code == .damagedPackage)
    #expect(error?.message.contains("2000 ends") == true)
  }

  /// The number of parts is known before libzip reads the directory, also that of zip64.
  @Test func partsByTheEndOfThePackage() {
    var package = PackageTests.usual.bytes
    let end = Array(package.suffix(22))
    package.removeLast(22)
    let wide: [UInt8] =
      [0x50, 0x4B, 6, 6, 44] + Array(repeating: 0, count: 27) + [0, 0, 0, 1] + Array(repeating: 0, count: 20)
    let place = (0..<8).map { UInt8(truncatingIfNeeded: package.count >> (8 * $0)) }
    let locator: [UInt8] = [0x50, 0x4B, 6, 7, 0, 0, 0, 0] + place + [1, 0, 0, 0]
    let error = failure { try Workbook(bytes: package + wide + locator + end, name: "wide") }
    #expect(error?.code == .overLimit)
    #expect(error?.message.contains("16777216 parts") == true)
  }

  @Test(.timeLimit(.minutes(1))) func ratioOfABomb() throws {
    // 10 MiB of blanks inside a sheet, from about 64 KiB.
    var package = PackageBuilder()
    for part in WorkbookBuilder().parts where part.name != "xl/worksheets/sheet1.xml" {
      package.add(part.name, part.bytes)
    }
    package.addRun(
      "xl/worksheets/sheet1.xml", prefix: "<worksheet xmlns='\(WorkbookBuilder.main)'><sheetData>", byte: 0x20,
      count: 10 << 20)
    let bytes = package.bytes
    var limits = ReadLimits.default
    limits.expansionRatio = 100
    let ratio = failure { try Workbook(bytes: bytes, name: "bomb", limits: limits).worksheets[0].allRows() }
    #expect(ratio?.code == .overLimit)
    #expect(ratio?.message.contains("100 times") == true)
    // A directory that claims more than the whole file has does not hide the ratio.
    var claiming = bytes
    let name = Array("xl/worksheets/sheet1.xml".utf8)
    let entry = try #require(bytes.indices.last { bytes[$0...].starts(with: name) }) - 46
    claiming.replaceSubrange((entry + 20)..<(entry + 24), with: [0xF0, 0xFF, 0xFF, 0x7F])
    let claimed = failure { try Workbook(bytes: claiming, name: "bomb", limits: limits).worksheets[0].allRows() }
    #expect(claimed?.message.contains("100 times") == true)
    limits = .default
    limits.expandedPartBytes = 1 << 20
    let size = failure { try Workbook(bytes: bytes, name: "bomb", limits: limits).worksheets[0].allRows() }
    #expect(size?.message.contains("1048576 bytes") == true)
    limits = .default
    limits.expandedTotalBytes = 1 << 20
    let total = failure { try Workbook(bytes: bytes, name: "bomb", limits: limits).worksheets[0].allRows() }
    #expect(total?.message.contains("in total") == true)
  }

  @Test func keptParts() {
    var builder = WorkbookBuilder(styleIDs: [0])
    builder.edit("xl/styles.xml") { $0 + String(repeating: " ", count: 300_000) }
    check(builder, "bytes") { $0.keptPartBytes = 100_000 }
  }

  @Test func cellStyles() {
    check(WorkbookBuilder(styleIDs: Array(repeating: 0, count: 20)), "more than 10 cell styles") { $0.cellStyles = 10 }
  }

  @Test func numberFormats() {
    check(WorkbookBuilder(formats: (0..<20).map { "0\($0)" }), "more than 10 number formats") { $0.cellStyles = 10 }
  }

  @Test func relationships() {
    let many = String(repeating: "<Relationship Id='x'/>", count: 50)
    var builder = WorkbookBuilder()
    builder.edit("xl/_rels/workbook.xml.rels") { $0.replacing("</Relationships>", with: many + "</Relationships>") }
    check(builder, "more than 40 relationships") {
      $0.hyperlinks = 10
      $0.parts = 30
    }
  }

  @Test func sheets() {
    var builder = WorkbookBuilder()
    builder.edit("xl/workbook.xml") {
      $0.replacing("<sheets>", with: "<sheets>" + String(repeating: "<sheet/>", count: 40))
    }
    check(builder, "more than 30 sheets") { $0.parts = 30 }
  }

  @Test func rowsInMemory() throws {
    let workbook = try WorkbookBuilder(rows: String(repeating: "<row r='1'/>", count: 20)).open(
      limits: {
        var limits = ReadLimits.default
        limits.keptCells = 10
        return limits
      }())
    let error = failure { try workbook.worksheets[0].rows }
    #expect(error?.code == .overLimit)
    #expect(error?.message.contains("more than 10 cells") == true)
  }

  @Test func textInMemory() throws {
    let row = "<row r=\"1\"><c t=\"str\"><v>\(String(repeating: "x", count: 1000))</v></c></row>"
    var limits = ReadLimits.default
    limits.keptRowBytes = 300_000
    let workbook = try WorkbookBuilder(rows: String(repeating: row, count: 400)).open(limits: limits)
    let error = failure { try workbook.worksheets[0].rows }
    #expect(error?.code == .overLimit)
    #expect(error?.message.contains("more than 300000 bytes of text") == true)
    #expect(try workbook.worksheets[0].allRows().count == 400)
  }

  /// A sheet may have thousands of tables, or parts with comments.
  @Test func partsOfOneKindTogether() throws {
    var builder = WorkbookBuilder()
    var list: [(id: String, type: String, target: String)] = []
    for number in 1...4 {
      builder.set("xl/t\(number).xml", "<table ref='A1'>\(String(repeating: " ", count: 400))</table>")
      builder.set("xl/c\(number).xml", "<comments>\(String(repeating: " ", count: 400))</comments>")
      builder.set("xl/h\(number).xml", "<ThreadedComments>\(String(repeating: " ", count: 400))</ThreadedComments>")
      list.append(("t\(number)", "table", "../t\(number).xml"))
      list.append(("c\(number)", "comments", "../c\(number).xml"))
    }
    builder.set("xl/worksheets/_rels/sheet1.xml.rels", WorkbookBuilder.relationshipList(list))
    var limits = ReadLimits.default
    limits.keptPartBytes = 3000
    #expect(try builder.open(limits: limits).worksheets[0].tables().count == 4)
    limits.keptPartBytes = 1500
    let sheet = try builder.open(limits: limits).worksheets[0]
    #expect(failure { try sheet.tables() }?.message == "the sheet's tables expand to more than the limit of 1500 bytes")
    #expect(
      failure { try sheet.comments() }?.message == "the sheet's comments expand to more than the limit of 1500 bytes")
    builder.edit("xl/worksheets/_rels/sheet1.xml.rels") {
      $0.replacing("/comments\"", with: "/threadedComment\"").replacing("../c", with: "../h")
    }
    #expect(failure { try builder.open(limits: limits).worksheets[0].comments() }?.code == .overLimit)
  }

  @Test func cells() {
    let rows = "<row>" + String(repeating: "<c/>", count: 20) + "</row>"
    check(WorkbookBuilder(rows: rows), "more than 19 cells") { $0.cellsPerSheet = 19 }
  }

  @Test func cellsThatSitOnOnePlace() {
    let rows = "<row r='1'>" + String(repeating: "<c r='A1'/>", count: 16_400) + "</row>"
    check(WorkbookBuilder(rows: rows), "16384 columns", code: .invalidContent)
  }

  @Test func textOfACell() {
    let rows = "<row><c t='str'><v>\(String(repeating: "x", count: 5000))</v></c></row>"
    check(WorkbookBuilder(rows: rows), "text of more than 4096 bytes") { $0.cellTextBytes = 4096 }
  }

  @Test func formulaOfACell() {
    let rows = "<row><c><f>\(String(repeating: "1+", count: 40_000))1</f></c></row>"
    check(WorkbookBuilder(rows: rows), "a formula of more than 65536 bytes")
  }

  @Test func textOfARow() {
    let cell = "<c t='str'><v>\(String(repeating: "x", count: 500))</v></c>"
    check(WorkbookBuilder(rows: "<row>" + String(repeating: cell, count: 30) + "</row>"), "the row holds") {
      $0.rowBytes = 10_000
    }
  }

  @Test func sharedFormulas() {
    let rows = (1...50).map { "<row><c><f t='shared' si='\($0)'>A1+\($0)</f></c></row>" }.joined()
    check(WorkbookBuilder(rows: rows), "shared formulas") { $0.sharedFormulaBytes = 1000 }
  }

  @Test func cellsOfASharedFormula() throws {
    let first = "<row><c r='A1'><f t='shared' ref='A1:A50' si='0'>B1+C1</f></c></row>"
    let rows = first + String(repeating: "<row><c><f t='shared' si='0'/></c></row>", count: 49)
    let change = { (limits: inout ReadLimits) in limits.sharedFormulaTotalBytes = 100 }
    check(WorkbookBuilder(rows: rows), "come to more than 100 bytes in all cells", limits: change)
    check(WorkbookBuilder(rows: rows.replacing("'", with: "\"")), "come to more than 100 bytes", limits: change)
    #expect(try WorkbookBuilder(rows: rows).cells().last?.formula == "B50+C50")
  }

  @Test func mergedRanges() {
    let merges = String(repeating: "<mergeCell ref='A1:B2'/>", count: 20)
    check(WorkbookBuilder(after: "<mergeCells>\(merges)</mergeCells>"), "merged ranges") { $0.mergedRanges = 10 }
  }

  /// Both ways to a sheet's layout must stop.
  func checkLayout(
    _ after: String, _ message: String, limits change: (inout ReadLimits) -> Void = { _ in }
  ) {
    check(WorkbookBuilder(after: after), message, limits: change)
    var limits = ReadLimits.default
    change(&limits)
    let error = failure { try WorkbookBuilder(after: after).open(limits: limits).worksheets[0].layout() }
    #expect(error?.code == .overLimit)
    #expect(error?.message.contains(message) == true, "\(String(describing: error))")
  }

  @Test func hyperlinks() {
    let links = String(repeating: "<hyperlink ref='A1' location='x'/>", count: 20)
    checkLayout("<hyperlinks>\(links)</hyperlinks>", "more than 10 hyperlinks") { $0.hyperlinks = 10 }
  }

  @Test func textOfHyperlinks() {
    let links = String(repeating: "<hyperlink ref='A1' tooltip='\(String(repeating: "x", count: 1000))'/>", count: 20)
    checkLayout("<hyperlinks>\(links)</hyperlinks>", "more than 10000 bytes of text") { $0.keptPartBytes = 10_000 }
  }

  @Test func dataValidations() {
    let rules = String(repeating: "<dataValidation sqref='A1'/>", count: 20)
    checkLayout("<dataValidations>\(rules)</dataValidations>", "more than 10 data validations") {
      $0.dataValidations = 10
    }
  }

  @Test func rangesOfDataValidations() {
    let rule = "<dataValidation sqref='\(String(repeating: "A1 ", count: 60))'/>"
    checkLayout("<dataValidations>\(rule)\(rule)</dataValidations>", "more than 100 ranges") {
      $0.dataValidationRanges = 100
    }
    // What is no range counts, since it takes the same time.
    let broken = "<dataValidation sqref='\(String(repeating: "#REF! ", count: 60))'/>"
    checkLayout("<dataValidations>\(broken)\(broken)</dataValidations>", "more than 100 ranges") {
      $0.dataValidationRanges = 100
    }
    let list = String(repeating: "A1 ", count: 100_000)
    let extended = "<ext><x:dataValidations xmlns:x='urn:x'><x:dataValidation><x:sqref>\(list)"
    checkLayout("<extLst>\(extended)", "in more than 262144 bytes")
  }

  @Test func formulasOfDataValidations() {
    let rule = "<dataValidation><formula1>\(String(repeating: "1+", count: 40_000))1</formula1></dataValidation>"
    checkLayout("<dataValidations>\(rule)</dataValidations>", "a formula of more than 65536 bytes")
    let rules = String(repeating: "<dataValidation><formula1>1+1</formula1></dataValidation>", count: 4000)
    checkLayout("<dataValidations>\(rules)</dataValidations>", "more than 10000 bytes of text") {
      $0.keptPartBytes = 10_000
    }
  }

  @Test func columns() {
    let columns = String(repeating: "<col min='1' max='1'/>", count: 16_400)
    check(WorkbookBuilder(before: "<cols>\(columns)</cols>"), "columns")
  }

  @Test func sharedStrings() {
    let builder = WorkbookBuilder(strings: (0..<50).map { "<t>\($0)</t>" })
    check(builder, "more than 10 shared strings") { $0.sharedStrings = 10 }
    check(builder, "more than 10 bytes") { $0.sharedStringBytes = 10 }
  }

  @Test func depthOfXML() {
    let deep = String(repeating: "<a>", count: 100_000)
    check(builder(sheet: "<worksheet xmlns='\(WorkbookBuilder.main)'>\(deep)"), "nested deeper than 128")
  }

  @Test(.timeLimit(.minutes(1))) func namesOfXML() {
    let names = (0..<400_000).map { "<e\($0)/>" }.joined()
    check(builder(sheet: "<worksheet>\(names)</worksheet>"), "more than 10000 different XML names")
  }

  /// libxml2 halts at 10 MB of names, and says nothing.
  @Test(.timeLimit(.minutes(1))) func bytesOfNames() {
    let names = (0..<400).map { "<\(String(repeating: "n", count: 49_000))\($0)/>" }.joined()
    check(builder(sheet: "<worksheet>\(names)</worksheet>"), "XML names of too many bytes")
  }

  @Test(.timeLimit(.minutes(1))) func attributes() {
    let long = String(repeating: "x", count: 1 << 20)
    check(builder(sheet: "<worksheet a='\(long)'/>"), "bytes")
    check(builder(sheet: "<worksheet a='\(long.prefix(10_000))'/>"), "attribute") { $0.xmlAttributeBytes = 5000 }
    let many = (0..<100_000).map { " a\($0)=''" }.joined()
    check(builder(sheet: "<worksheet\(many)/>"), "bytes")
    check(builder(sheet: "<worksheet\((0..<300).map { " a\($0)=''" }.joined())/>"), "more than 256 attributes")
    check(builder(sheet: "<worksheet\((0..<300).map { " xmlns:a\($0)='urn:\($0)'" }.joined())/>"), "namespaces")
    check(builder(sheet: "<!--\(long)--><worksheet/>"), "comment")
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "<!DOCTYPE w [<!ENTITY a 'x'>]>", "<!DOCTYPE w SYSTEM 'file:///etc/hostname'>",
      "<!DOCTYPE w [<!ENTITY a SYSTEM 'http://127.0.0.1/'> %a; ]>",
      "<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>",
    ]) func documentTypes(_ type: String)
  {
    let sheet = "\(type)<worksheet><sheetData><row><c t='str'><v>&a;</v></c></row></sheetData></worksheet>"
    check(builder(sheet: sheet), "DOCTYPE", code: .documentType)
  }

  @Test func undeclaredEntities() {
    check(builder(sheet: "<worksheet>&a;</worksheet>"), "not well-formed", code: .invalidXML)
  }

  @Test func farCellsCostNothing() throws {
    let cells = try WorkbookBuilder(rows: "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>").cells()
    #expect(cells.map { "\($0.reference)" } == ["XFD1048576"])
  }
}
