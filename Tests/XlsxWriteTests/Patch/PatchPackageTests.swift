import Foundation
import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

/// What becomes of the package around the parts.
@Suite struct PatchPackageTests {
  static let fixtures = ["openpyxl", "libreoffice", "data-descriptors", "zip64"]

  static func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent("XlsxReadTests/Fixtures/\(name).xlsx")))
  }

  static func patched(_ bytes: [UInt8], _ change: (WorkbookPatch) throws -> Void) throws -> PatchedBook {
    let patch = try WorkbookPatch(ofBytes: bytes, name: "test.xlsx")
    try change(patch)
    return try PatchedBook(old: bytes, new: patch.bytes())
  }

  @Test(arguments: fixtures) func aPatchWithoutChangesGivesTheSameBytes(_ name: String) throws {
    let book = try Self.patched(Self.fixture(name)) {
      $0.respectsProtection = true
      for sheet in $0.worksheets { #expect(!sheet.name.isEmpty) }
    }
    #expect(book.bytes == book.oldBytes)
  }

  @Test(arguments: fixtures) func otherEntriesKeepTheirPackedBytes(_ name: String) throws {
    let book = try Self.patched(Self.fixture(name)) {
      try $0.worksheets[0].set(.text("新"), at: cell("H40"))
    }
    let old = ZipImage(book.oldBytes)
    let new = ZipImage(book.bytes)
    #expect(new.entries.map(\.name) == old.entries.map(\.name))
    #expect(old.entries.count > 5)
    for entry in old.entries {
      if book.changed.contains(entry.name) {
        #expect(new[entry.name]?.time == entry.time)
      } else {
        #expect(new[entry.name] == entry, "\(entry.name)")
      }
    }
    #expect(book.changed.contains(PatchBook.sheet1))
    let read = try Workbook(bytes: book.bytes, name: "new.xlsx").worksheets[0].rowReader()
    var texts: [String] = []
    while let row = try read.next() { texts += row.map(\.rawText) }
    #expect(texts.last == "新")
  }

  /// Entries with all that may stand beside them.
  static func decorated(_ book: PatchBook) -> ZipMaker {
    var maker = ZipMaker(entries: [])
    for (index, part) in book.parts.enumerated() {
      maker.entries.append(
        ZipMaker.Entry(
          name: part.name, bytes: part.bytes, isDeflated: index % 2 == 1,
          // An extended time (0x5455) in the local header, and an unknown field in both.
          localExtra: [0x55, 0x54, 5, 0, 1, UInt8(index), 2, 3, 4, 0xFE, 0xCA, 1, 0, 7],
          extra: [0xFE, 0xCA, 2, 0, 8, UInt8(index)],
          comment: "第\(index)", time: 0x5021_6000 + index * 32, attributes: 0x81A4_0000 + index))
    }
    maker.entries.insert(ZipMaker.Entry(name: "xl/", bytes: []), at: 1)
    maker.entries.append(ZipMaker.Entry(name: "mimetype", bytes: Array("x".utf8)))
    maker.comment = "whole"
    return maker
  }

  @Test func whatStandsBesideEntriesStays() throws {
    let book = try Self.patched(Self.decorated(PatchBook()).bytes) {
      try $0.worksheets[0].set(.number("1"), at: cell("A1"))
      try $0.setProperty(.title, to: "a")
    }
    let old = ZipImage(book.oldBytes)
    let new = ZipImage(book.bytes)
    #expect(new.comment == Array("whole".utf8))
    #expect(new.entries.map(\.name) == old.entries.map(\.name) + ["docProps/core.xml"])
    for entry in old.entries where !book.changed.contains(entry.name) {
      #expect(new[entry.name] == entry, "\(entry.name)")
    }
    for name in book.changed where old[name] != nil {
      #expect(new[name]?.comment == old[name]?.comment)
      #expect(new[name]?.time == old[name]?.time)
    }
  }

  @Test func namesOfPartsMayBeWrittenOtherwise() throws {
    // Part names differ in neither case nor the way a character is written (part 2, 6.2.2.3).
    var maker = ZipMaker(entries: [])
    for part in PatchBook().parts {
      let name = part.name == PatchBook.sheet1 ? "xl/Worksheets/Sheet%31.xml" : part.name
      maker.entries.append(ZipMaker.Entry(name: name, bytes: part.bytes))
    }
    let book = try Self.patched(maker.bytes) { try $0.worksheets[0].set(.number("1"), at: cell("A1")) }
    #expect(book.changed == ["xl/Worksheets/Sheet%31.xml"])
    #expect(book["xl/Worksheets/Sheet%31.xml"].contains("<v>1</v>"))
  }

  @Test func aPackageBehindOtherBytesIsReadOrRefused() throws {
    let bytes = Array("#!/bin/sh\n".utf8) + PatchBook("").bytes
    do {
      let book = try Self.patched(bytes) { try $0.worksheets[0].set(.number("1"), at: cell("A1")) }
      #expect(try Workbook(bytes: book.bytes, name: "new.xlsx").worksheets.count == 1)
    } catch let error as XlsxWriteError {
      #expect(error.code == .cannotRead)
    }
  }

  static func everything(_ patch: WorkbookPatch) throws {
    let sheet = patch.worksheets[0]
    for row in 1...30 {
      try sheet.set(.number("\(row)"), at: cell("B\(row)"))
      try sheet.restyle(
        cell("C\(row)"),
        StyleChange(fill: .color(Color(UInt32(row))), fontColor: .color(.red), numberFormat: "0.\(row)"))
      try sheet.addLink(at: cell("D\(row)"), toSheet: "N")
      try sheet.addComment("\(row)", author: "\(row % 3)", at: cell("E\(row)"))
    }
    try sheet.rename(to: "U")
    try patch.addWorksheet(named: "N") { try PatchAddedSheetTests.fill($0) }
    for property in DocumentProperty.allCases { try patch.setProperty(property, to: property.rawValue) }
    for name in ["x", "y", "z"] { try patch.setCustomProperty(name, to: name) }
  }

  @Test func theSameCallsGiveTheSameBytes() async throws {
    let first = try PatchBook("<row r=\"1\"><c r=\"A1\"><f>S!B1</f></c></row>").patched(Self.everything).bytes
    try await Task.sleep(for: .milliseconds(2100))
    for _ in 0..<3 {
      #expect(try PatchBook("<row r=\"1\"><c r=\"A1\"><f>S!B1</f></c></row>").patched(Self.everything).bytes == first)
    }
    let times = Set(ZipImage(first).entries.map(\.time))
    #expect(times.isSubset(of: [0x5021_6000, 0x0021_0000]))
  }

  @Test func onePatchIsWrittenTwiceToTheSameEffect() throws {
    let patch = try PatchCommentTests.commented().open()
    try patch.worksheets[0].removeComment(at: cell("A1"))
    try Self.everything(patch)
    let first = try patch.bytes()
    #expect(try patch.bytes() == first)
    try patch.worksheets[0].set(.number("77"), at: cell("Z1"))
    let third = try PatchedBook(old: first, new: patch.bytes())
    #expect(third.changed == [PatchBook.sheet1])
  }

  @Test func aChangeOfTheResultAddsNothingNew() throws {
    // What one patch makes, the next one finds.
    let first = try PatchBook().patched {
      try $0.worksheets[0].restyle(cell("A1"), PatchStyleTests.red)
      try $0.worksheets[0].addComment("a", author: "b", at: cell("A1"))
      try $0.worksheets[0].addLink(at: cell("A1"), toSheet: "S")
    }
    let second = try Self.patched(first.bytes) {
      try $0.worksheets[0].restyle(cell("A1"), PatchStyleTests.red)
      try $0.worksheets[0].addLink(at: cell("A1"), toSheet: "S")
    }
    #expect(second.changed == [])
    let third = try Self.patched(first.bytes) { try $0.worksheets[0].addComment("c", author: "b", at: cell("A2")) }
    #expect(third.changed == ["xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"])
    #expect(third.new.names == third.old.names)
  }
}
