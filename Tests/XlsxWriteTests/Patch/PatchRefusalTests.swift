import Testing
import XlsxPackage
import XlsxWrite

/// Workbooks that are left alone, and why.
@Suite struct PatchRefusalTests {
  static func set(_ patch: WorkbookPatch) throws { try patch.worksheets[0].set(.number("1"), at: cell("A1")) }

  /// The error of opening some bytes.
  static func opening(_ bytes: [UInt8], limits: PatchLimits = .default) -> XlsxWriteError? {
    do {
      _ = try WorkbookPatch(ofBytes: bytes, name: "test.xlsx", limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test func aSignedWorkbookIsRefused() throws {
    var related = PatchBook()
    related.relate(
      "", "rId9", "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin",
      "_xmlsignatures/origin.sigs")
    related.replace("_rels/.rels", " TargetMode=\"External\"", "")
    var named = PatchBook()
    named.set("_XmlSignatures/sig1.xml", "<a/>")
    for book in [related, named] {
      let error = book.refusal(Self.set)
      #expect(error?.code == .refused)
      #expect(error?.message.contains("signed") == true)
      // What changes nothing is no change.
      #expect(try book.patched { _ in }.bytes == book.bytes)
    }
  }

  @Test func aSharedWorkbookIsRefused() {
    var book = PatchBook()
    book.set("xl/revisions/revisionHeaders.xml", "<headers/>")
    book.relate("xl/workbook.xml", "rId9", "revisionHeaders", "revisions/revisionHeaders.xml")
    let error = book.refusal(Self.set)
    #expect(error?.code == .refused)
    #expect(error?.message.contains("revisions") == true)
  }

  // MARK: Protection

  static let password = "<sheetProtection password=\"CC1A\" sheet=\"1\" objects=\"1\" scenarios=\"1\"/>"
  static let hash =
    "<sheetProtection algorithmName=\"SHA-512\" hashValue=\"aGFzaA==\" saltValue=\"c2FsdA==\" spinCount=\"100000\" sheet='true'/>"

  @Test(arguments: [password, hash]) func aProtectedSheetIsRefusedOnRequest(_ protection: String) throws {
    let old = PatchCommentTests.commented(protection)
    for change in [
      { try $0.set(.number("1"), at: cell("A1")) }, { try $0.restyle(cell("A1"), PatchStyleTests.red) },
      { try $0.addLink(at: cell("A1"), toSheet: "S") }, { try $0.addComment("a", author: "b", at: cell("D4")) },
      { try $0.changeComment("a", at: cell("A1")) }, { try $0.removeComment(at: cell("A1")) },
    ] as [(WorksheetPatch) throws -> Void] {
      let error = old.refusal {
        $0.respectsProtection = true
        try change($0.worksheets[0])
      }
      #expect(error?.code == .refused && error?.sheet == "S" && error?.message.contains("password") == true)
      let book = try old.edited(change)
      #expect(book.sheet().contains(protection))
    }
  }

  @Test(arguments: [
    "<sheetProtection sheet=\"1\"/>", "<sheetProtection password=\"\" sheet=\"1\"/>",
    "<sheetProtection password=\"CC1A\"/>",
    "<sheetProtection password=\"CC1A\" sheet=\"0\"/>", "",
  ])
  func protectionWithoutAPasswordIsNoObstacle(_ protection: String) throws {
    let book = try PatchBook("", after: protection).patched {
      $0.respectsProtection = true
      try Self.set($0)
    }
    #expect(book.changed == [PatchBook.sheet1])
  }

  @Test func aProtectedSheetThatIsNotChangedIsNoObstacle() throws {
    let old = PatchBook(
      sheets: [
        ("S", PatchBook.sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", after: Self.password)),
        ("T", PatchBook.sheet("")),
      ])
    let renamed = try old.patched {
      $0.respectsProtection = true
      try $0.worksheets[1].rename(to: "U")
      try $0.worksheets[1].set(.number("1"), at: cell("A1"))
    }
    #expect(renamed.changed == ["xl/workbook.xml", "xl/worksheets/sheet2.xml"])
  }

  @Test func anotherSheetMayBeSeenFirstThanAProtectedOne() throws {
    let protected = PatchSheetListTests.sheet(selected: true).replacing(
      "</worksheet>", with: Self.password + "</worksheet>")
    let old = PatchBook(sheets: [("S", protected), ("T", PatchSheetListTests.sheet(selected: nil))], window: "")
    let book = try old.patched {
      $0.respectsProtection = true
      $0.worksheets[1].activate()
    }
    #expect(PatchSheetListTests.selected(book) == [2])
  }

  @Test(arguments: [
    "<workbookProtection workbookPassword=\"CC1A\" lockStructure=\"1\"/>",
    "<workbookProtection workbookAlgorithmName=\"SHA-512\" workbookHashValue=\"aGFzaA==\" lockStructure=\"true\"/>",
  ])
  func theOrderOfAProtectedWorkbookIsKeptOnRequest(_ protection: String) throws {
    var old = PatchBook(sheets: [("S", PatchBook.sheet("")), ("T", PatchBook.sheet(""))])
    old.replace("xl/workbook.xml", "<sheets>", protection + "<sheets>")
    for change in [
      { try $0.worksheets[0].move(to: 1) }, { try $0.worksheets[0].rename(to: "U") },
      { $0.worksheets[0].setVisibility(.hidden) },
      { try $0.addWorksheet(named: "U") { _ in } },
    ] as [(WorkbookPatch) throws -> Void] {
      let error = old.refusal {
        $0.respectsProtection = true
        try change($0)
      }
      #expect(error?.code == .refused)
      #expect(error?.message.contains("password") == true)
      _ = try old.patched(change)
    }
    _ = try old.patched {
      $0.respectsProtection = true
      try Self.set($0)
    }
  }

  // MARK: Tables

  static func tabled(_ attributes: String = "") -> PatchBook {
    var book = PatchBook(
      "<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>甲&amp;</t></is></c></row>",
      after: "<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>")
    book.add(
      "xl/tables/table1.xml",
      """
      <table xmlns="\(PatchBook.main)" id="1" name="t" displayName="t" ref="B2:C5"\(attributes)><tableColumns count="2">\
      <tableColumn id="1" name="甲&amp;"/><tableColumn id="2" name="乙_x000a_&amp;lt;"/></tableColumns></table>
      """, type: PatchBook.types + ".table+xml")
    book.relate(PatchBook.sheet1, [("rId1", "table", "../tables/table1.xml")])
    return book
  }

  @Test func theHeadOfATableIsRefused() throws {
    let table = Self.tabled()
    for place in ["B2", "C2"] {
      for content in [CellContent.text("新"), .number("1"), .nothing, .formula("A1", .text("甲&"))] {
        let error = table.editRefusal { try $0.set(content, at: cell(place)) }
        #expect(error?.code == .refused)
        #expect(error?.cell == place)
        #expect(error?.sheet == "S")
        #expect(error?.message.contains("B2:C5") == true)
      }
    }
    for place in ["A2", "D2", "B1", "B3", "C5", "B6"] {
      _ = try table.edited { try $0.set(.text("x"), at: cell(place)) }
    }
    _ = try table.edited { try $0.restyle(cell("B2"), PatchStyleTests.red) }
  }

  @Test func theHeadOfATableMayBeSetToItsOwnName() throws {
    let book = try Self.tabled().edited {
      try $0.set(.text("甲&"), at: cell("B2"))
      try $0.set(.text("乙\n&lt;"), at: cell("C2"))
    }
    #expect(book.changed == [PatchBook.sheet1])
  }

  @Test func aTableWithoutAHeadHasNoneToRefuse() throws {
    _ = try Self.tabled(" headerRowCount=\"0\"").edited { try $0.set(.text("x"), at: cell("B2")) }
  }

  @Test func aCellOfAPivotTableIsRefused() throws {
    var book = PatchBook("<row r=\"3\"><c r=\"A3\"><v>1</v></c></row>")
    book.add(
      "xl/pivotTables/pivotTable1.xml",
      "<pivotTableDefinition xmlns=\"\(PatchBook.main)\" name=\"p\" cacheId=\"1\"><location ref=\"A3:B8\"/></pivotTableDefinition>",
      type: PatchBook.types + ".pivotTable+xml")
    book.relate(PatchBook.sheet1, [("rId1", "pivotTable", "../pivotTables/pivotTable1.xml")])
    for place in ["A3", "B8"] {
      let error = book.editRefusal { try $0.set(.number("2"), at: cell(place)) }
      #expect(error?.code == .refused)
      #expect(error?.cell == place)
    }
    _ = try book.edited { try $0.set(.number("2"), at: cell("C3")) }
    _ = try book.edited { try $0.restyle(cell("A3"), PatchStyleTests.red) }
  }

  // MARK: Packages and parts

  @Test func twoPartsOfOneNameAreRefusedWhereTheyAreConcerned() throws {
    for name in ["xl/worksheets/sheet1.xml", "xl/worksheets/SHEET1.xml", "xl\\worksheets\\sheet1.xml"] {
      var maker = ZipMaker(entries: PatchBook().parts.map { ZipMaker.Entry(name: $0.name, bytes: $0.bytes) })
      maker.entries.append(ZipMaker.Entry(name: name, bytes: Array(PatchBook.sheet("").utf8)))
      let patch = try WorkbookPatch(ofBytes: maker.bytes, name: "test.xlsx")
      try Self.set(patch)
      let error = #expect(throws: XlsxWriteError.self) { try patch.bytes() }
      #expect(error?.code == .refused)
      #expect(error?.part?.lowercased() == PatchBook.sheet1)
      let other = try WorkbookPatch(ofBytes: maker.bytes, name: "test.xlsx")
      try other.setProperty(.title, to: "a")
      #expect(ZipImage(try other.bytes()).entries.map(\.name) == maker.entries.map(\.name) + ["docProps/core.xml"])
    }
  }

  @Test func twoSheetsInOnePartAreRefused() {
    var book = PatchBook(sheets: [("S", PatchBook.sheet("")), ("T", PatchBook.sheet(""))])
    book.replace("xl/_rels/workbook.xml.rels", "sheet2.xml", "Sheet1.xml")
    #expect(Self.opening(book.bytes)?.code == .refused)
  }

  @Test(arguments: [
    "<!DOCTYPE a>", "<!DOCTYPE worksheet [<!ENTITY e \"x\">]>", "<!ELEMENT a ANY>",
  ])
  func aDocumentTypeIsAnErrorWhereItIsConcerned(_ type: String) throws {
    for part in [PatchBook.sheet1, "xl/styles.xml"] {
      var book = PatchBook()
      book.set(part, type + book.text(part))
      let error = book.editRefusal { try $0.restyle(cell("A1"), PatchStyleTests.red) }
      #expect(error?.code == .cannotRead)
      #expect(error?.part == part)
    }
    var book = PatchBook()
    book.set("xl/workbook.xml", type + book.text("xl/workbook.xml"))
    #expect(Self.opening(book.bytes)?.code == .cannotRead)
    #expect(Self.opening(book.bytes)?.part == "xl/workbook.xml")
  }

  @Test func whatIsNoWorkbookCannotBeRead() {
    var document = PatchBook()
    for part in document.parts { document.remove(part.name) }
    document.set("content.xml", "<a/>")
    var binary = PatchBook()
    binary.relate("", [("rId1", "officeDocument", "xl/workbook.bin")])
    binary.set("xl/workbook.bin", "x")
    var entry = ZipMaker(entries: [])
    entry.comment = "empty"
    // An encrypted workbook is a compound file ([MS-CFB] 2.2) with a stream of this name.
    for bytes in [
      [], Array("no zip".utf8), document.bytes, binary.bytes, entry.bytes, Array(PatchBook().bytes.dropLast(30)),
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 2048),
    ] {
      let error = Self.opening(bytes)
      #expect(error?.code == .cannotRead)
      #expect(error?.path == "test.xlsx")
    }
    let missing = #expect(throws: XlsxWriteError.self) { try WorkbookPatch(of: "/no/such/file.xlsx") }
    #expect(missing?.code == .cannotRead)
  }

  @Test func anEncryptedEntryIsAnErrorWhereItIsConcerned() throws {
    var bytes = PatchBook().bytes
    // The flag of an entry that is encrypted (APPNOTE 4.4.4), in both headers of the worksheet.
    let name = Array(PatchBook.sheet1.utf8)
    for position in bytes.indices.dropLast(name.count) where bytes[position...].starts(with: name) {
      let isLocal = bytes[(position - 30)...].starts(with: [0x50, 0x4B, 3, 4])
      if isLocal {
        bytes[position - 24] |= 1
      } else if position >= 46, bytes[(position - 46)...].starts(with: [0x50, 0x4B, 1, 2]) {
        bytes[position - 38] |= 1
      }
    }
    do {
      let patch = try WorkbookPatch(ofBytes: bytes, name: "test.xlsx")
      try Self.set(patch)
      _ = try patch.bytes()
      Issue.record("the encrypted part was changed")
    } catch let error as XlsxWriteError {
      #expect(error.code == .cannotRead)
    }
  }

  static let faults = [
    "<row r=\"1\"><c r=\"A1\"></row>", "<row r=\"1\"></c></row>", "<row r=\"1\"><c r=\"A1\" <v/></c></row>",
    "<row r=\"1\">", "</row>",
    "<row r=\"1\"><c r=A1/></row>", "<row r=\"1\"><!-- </row>", "<row r=\"1\"><c r=\"A1\"><v>a&nbsp;b</v></c></row>",
    "<row r=\"1\"><c r=\"A1\"><v>a & b</v></c></row>", "<row r=\"1\"><c r=\"A1\" r=\"A1\"/></row>",
    "<row r=\"1\"><c r=\"A1\" t=\"<\"/></row>",
    "<row r=\"1\"><c r=\"A1\"><v>\u{1}</v></c></row>", "<row r=\"1\"><c r=\"A1\"><v>]]></v></c></row>",
    "<row r=\"1\"><!-- a -- b --></row>",
    "<row r=\"1\"><c r=\"A1\"><v>&#1;</v></c></row>", "<row r=\"1\"><1/></row>",
  ]

  @Test(arguments: faults) func brokenXMLInAChangedPartIsNamed(_ rows: String) {
    for isLarge in [false, true] {
      let padding = isLarge ? PatchLargeSheetTests.padding(from: 10) : ""
      let error = PatchBook(rows + padding).editRefusal { try $0.set(.number("1"), at: cell("B2")) }
      #expect(
        error?.code == .cannotRead && error?.part == PatchBook.sheet1, "large: \(isLarge), \(String(describing: error))"
      )
    }
  }

  @Test func whatStandsOutsideTheRootIsAnError() {
    for text in [
      PatchBook.sheet("") + "x", "x" + PatchBook.sheet(""), PatchBook.sheet("") + "<a/>", "", "   ", "<!-- -->",
      " <?xml version=\"1.0\"?>" + PatchBook.sheet(""),
    ] {
      let error = PatchBook(sheets: [("S", text)]).editRefusal { try $0.set(.number("1"), at: cell("B2")) }
      #expect(error?.code == .cannotRead, "\(text)")
      #expect(error?.part == PatchBook.sheet1)
    }
  }

  @Test func brokenUTF16IsAnError() {
    for tail in [[0x00], [0xD8, 0x00], [0xDC, 0x00, 0x00, 0x20]] as [[UInt8]] {
      var book = PatchBook()
      book.set(PatchBook.sheet1, PatchMarkupTests.utf16("\u{FEFF}" + PatchBook.sheet(""), isBigEndian: true) + tail)
      let error = book.editRefusal { try $0.set(.number("1"), at: cell("B2")) }
      #expect(error?.code == .cannotRead)
      #expect(error?.part == PatchBook.sheet1)
    }
  }

  @Test func brokenUTF8IsAnError() throws {
    let text = PatchBook.sheet("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>@</v></c></row>")
    let bytes = Array(text.utf8).map { $0 == UInt8(ascii: "@") ? 0xFF : $0 }
    var book = PatchBook()
    book.set(PatchBook.sheet1, bytes)
    let error = book.editRefusal { try $0.set(.number("1"), at: cell("B2")) }
    #expect(error?.code == .cannotRead)
    #expect(error?.part == PatchBook.sheet1)
  }

  @Test func aMissingPartIsNamed() {
    var book = PatchBook()
    book.remove(PatchBook.sheet1)
    let error = book.refusal(Self.set)
    #expect(error?.code == .cannotRead)
    #expect(error?.part == PatchBook.sheet1)
    #expect(error?.sheet == "S")
  }

  @Test func aDamagedPartIsNamed() throws {
    var bytes = PatchBook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").bytes
    let start = try #require(String(decoding: bytes, as: UTF8.self).utf8.firstRange(of: "<v>1</v>".utf8))
    let offset = String(decoding: bytes, as: UTF8.self).utf8.distance(from: "".utf8.startIndex, to: start.lowerBound)
    bytes[offset + 3] = UInt8(ascii: "2")
    let patch = try WorkbookPatch(ofBytes: bytes, name: "test.xlsx")
    try patch.worksheets[0].set(.number("1"), at: cell("B2"))
    let error = #expect(throws: XlsxWriteError.self) { try patch.bytes() }
    #expect(error?.code == .cannotRead)
    #expect(error?.part == PatchBook.sheet1)
  }

  @Test func theBoundsAreKept() throws {
    var limits = PatchLimits()
    limits.parts = 3
    #expect(Self.opening(PatchBook().bytes, limits: limits)?.code == .cannotRead)
    limits = PatchLimits()
    limits.expandedPartBytes = 1000
    let large = PatchBook("<row r=\"1\"><c r=\"A1\"><v>\(String(repeating: "1", count: 2000))</v></c></row>")
    let patch = try large.open(limits: limits)
    try Self.set(patch)
    let error = #expect(throws: XlsxWriteError.self) { try patch.bytes() }
    #expect(error?.code == .cannotRead)
    #expect(error?.part == PatchBook.sheet1)
    limits = PatchLimits()
    limits.keptPartBytes = 1000
    let styles = try PatchBook().open(limits: limits)
    try styles.worksheets[0].restyle(cell("A1"), PatchStyleTests.red)
    let other = #expect(throws: XlsxWriteError.self) { try styles.bytes() }
    #expect(other?.part == "xl/styles.xml")
  }
}
