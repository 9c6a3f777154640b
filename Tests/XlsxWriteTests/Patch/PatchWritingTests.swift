import Foundation
import Testing
import XlsxPackage
import XlsxWrite

/// What writing leaves in a folder of its own.
@Suite final class PatchWritingTests {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("xlsx-patch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(Self.book.bytes).write(to: folder.appendingPathComponent("in.xlsx"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  static let book = PatchBook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: folder.appendingPathComponent(name))) }

  func patch(_ name: String = "in.xlsx") throws -> WorkbookPatch {
    let patch = try WorkbookPatch(of: path(name))
    try patch.worksheets[0].set(.number("2"), at: cell("A1"))
    return patch
  }

  static var changed: [UInt8] { get throws { try book.edited { try $0.set(.number("2"), at: cell("A1")) }.bytes } }

  @Test func aCopyIsWrittenAndTheInputStays() throws {
    let patch = try patch()
    try patch.write(to: path("输出.xlsx"))
    #expect(try files == ["in.xlsx", "输出.xlsx"])
    #expect(try bytes("输出.xlsx") == Self.changed)
    #expect(try bytes("in.xlsx") == Self.book.bytes)
    try patch.write(to: path("again.xlsx"))
    #expect(try bytes("again.xlsx") == Self.changed)
    #expect(try patch.bytes() == Self.changed)
    #expect(try files == ["again.xlsx", "in.xlsx", "输出.xlsx"])
  }

  @Test func aPatchWithoutChangesWritesACopy() throws {
    try WorkbookPatch(of: path("in.xlsx")).write(to: path("out.xlsx"))
    #expect(try bytes("out.xlsx") == Self.book.bytes)
  }

  @Test func aLargeSheetLeavesNothingElseInTheFolder() throws {
    try Data(PatchBook(PatchLargeSheetTests.padding(from: 1)).bytes).write(
      to: folder.appendingPathComponent("large.xlsx"))
    try patch("large.xlsx").write(to: path("out.xlsx"))
    #expect(try files == ["in.xlsx", "large.xlsx", "out.xlsx"])
    let patch = try WorkbookPatch(of: path("large.xlsx"))
    try patch.worksheets[0].set(.number("2"), at: cell("A1"))
    #expect(try patch.bytes() == bytes("out.xlsx"))
  }

  @Test func theInputIsNotWrittenOnto() throws {
    try FileManager.default.createSymbolicLink(atPath: path("link.xlsx"), withDestinationPath: "in.xlsx")
    try FileManager.default.linkItem(atPath: path("in.xlsx"), toPath: path("hard.xlsx"))
    try FileManager.default.createDirectory(atPath: path("sub"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: path("sub/far.xlsx"), withDestinationPath: "../link.xlsx")
    let patch = try patch()
    let linked = try self.patch("sub/far.xlsx")
    for name in ["in.xlsx", "link.xlsx", "hard.xlsx", "sub/far.xlsx", "sub/../in.xlsx", "./in.xlsx"] {
      for patch in [patch, linked] {
        let error = #expect(throws: XlsxWriteError.self) { try patch.write(to: path(name)) }
        #expect(error?.code == .refused, "\(name)")
        #expect(error?.path == path(name))
      }
    }
    #expect(try bytes("in.xlsx") == Self.book.bytes)
    #expect(try files == ["hard.xlsx", "in.xlsx", "link.xlsx", "sub"])
  }

  @Test func anotherFileIsReplacedOnlyWhereItMay() throws {
    try Data("theirs".utf8).write(to: folder.appendingPathComponent("out.xlsx"))
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path("out.xlsx"))
    let patch = try patch()
    let error = #expect(throws: XlsxWriteError.self) { try patch.write(to: path("out.xlsx"), replacesExisting: false) }
    #expect(error?.code == .fileExists)
    #expect(try bytes("out.xlsx") == Array("theirs".utf8))
    try patch.write(to: path("out.xlsx"))
    #expect(try bytes("out.xlsx") == Self.changed)
    #expect(try FileManager.default.attributesOfItem(atPath: path("out.xlsx"))[.posixPermissions] as? Int == 0o640)
    #expect(try files == ["in.xlsx", "out.xlsx"])
  }

  @Test func afterARefusalNothingHasChanged() throws {
    var broken = PatchBook("<row r=\"1\"><c r=\"A1\"></row>")
    for isLarge in [false, true] {
      if isLarge { broken = PatchBook(PatchLargeSheetTests.padding(from: 1) + "<row r=\"9999\"><c></row>") }
      try Data(broken.bytes).write(to: folder.appendingPathComponent("in.xlsx"))
      try Data("theirs".utf8).write(to: folder.appendingPathComponent("out.xlsx"))
      let patch = try patch()
      let error = #expect(throws: XlsxWriteError.self) { try patch.write(to: path("out.xlsx")) }
      #expect(error?.code == .cannotRead)
      #expect(error?.part == PatchBook.sheet1)
      #expect(error?.path == path("in.xlsx"))
      #expect(throws: XlsxWriteError.self) { try patch.write(to: path("new.xlsx")) }
      #expect(throws: XlsxWriteError.self) { try patch.replaceOriginal(keepingBackup: path("backup.xlsx")) }
      #expect(try bytes("out.xlsx") == Array("theirs".utf8))
      #expect(try bytes("in.xlsx") == broken.bytes)
      #expect(try files == ["in.xlsx", "out.xlsx"])
    }
  }

  @Test func theOriginalIsReplacedAndKept() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path("in.xlsx"))
    try patch().replaceOriginal(keepingBackup: path("backup.xlsx"))
    #expect(try files == ["backup.xlsx", "in.xlsx"])
    #expect(try bytes("backup.xlsx") == Self.book.bytes)
    #expect(try bytes("in.xlsx") == Self.changed)
    #expect(try FileManager.default.attributesOfItem(atPath: path("in.xlsx"))[.posixPermissions] as? Int == 0o600)
  }

  @Test func anOriginalBehindALinkIsReplacedWhereItIs() throws {
    try FileManager.default.createDirectory(atPath: path("sub"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: path("sub/link.xlsx"), withDestinationPath: "../in.xlsx")
    try patch("sub/link.xlsx").replaceOriginal(keepingBackup: path("backup.xlsx"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("sub/link.xlsx")) == "../in.xlsx")
    #expect(try bytes("in.xlsx") == Self.changed)
    #expect(try bytes("backup.xlsx") == Self.book.bytes)
  }

  @Test func aBackupReplacesNothing() throws {
    try Data("theirs".utf8).write(to: folder.appendingPathComponent("backup.xlsx"))
    let patch = try patch()
    for name in ["backup.xlsx", "in.xlsx"] {
      let error = #expect(throws: XlsxWriteError.self) { try patch.replaceOriginal(keepingBackup: path(name)) }
      #expect(error?.code == .fileExists)
    }
    let error = #expect(throws: XlsxWriteError.self) {
      try patch.replaceOriginal(keepingBackup: path("no/backup.xlsx"))
    }
    #expect(error?.code == .cannotWrite)
    #expect(try bytes("backup.xlsx") == Array("theirs".utf8))
    #expect(try bytes("in.xlsx") == Self.book.bytes)
    #expect(try files == ["backup.xlsx", "in.xlsx"])
  }

  @Test func aWorkbookFromMemoryHasNoOriginal() throws {
    let patch = try Self.book.open()
    try patch.worksheets[0].set(.number("2"), at: cell("A1"))
    let error = #expect(throws: XlsxWriteError.self) { try patch.replaceOriginal(keepingBackup: path("backup.xlsx")) }
    #expect(error?.code == .refused)
    try patch.write(to: path("out.xlsx"))
    #expect(try bytes("out.xlsx") == Self.changed)
    #expect(try files == ["in.xlsx", "out.xlsx"])
  }

  @Test func anInputThatChangesMeanwhileIsAnError() throws {
    let patch = try patch()
    try Data(PatchBook("").bytes).write(to: folder.appendingPathComponent("other.xlsx"))
    try FileManager.default.removeItem(atPath: path("in.xlsx"))
    try FileManager.default.moveItem(atPath: path("other.xlsx"), toPath: path("in.xlsx"))
    let error = #expect(throws: XlsxWriteError.self) { try patch.write(to: path("out.xlsx")) }
    #expect(error?.code == .cannotRead)
    #expect(throws: XlsxWriteError.self) { try patch.replaceOriginal(keepingBackup: path("backup.xlsx")) }
    #expect(try files == ["in.xlsx"])
    #expect(try bytes("in.xlsx") == PatchBook("").bytes)
  }

  @Test func impossiblePathsAreRefused() throws {
    let patch = try patch()
    for bad in ["", folder.path, path("missing/a.xlsx"), path("in.xlsx/a.xlsx"), "/dev/full", "a\u{0}b.xlsx", "/"] {
      let error = #expect(throws: XlsxWriteError.self, "\(bad)") { try patch.write(to: bad) }
      #expect(error?.code == .cannotWrite)
      #expect(error?.description.contains("\n") == false)
    }
    #expect(try files == ["in.xlsx"])
  }
}
