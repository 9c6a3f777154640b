import Foundation
import Testing
import XlsxRead

/// Packages that lie about themselves, and files that are none: each is refused with its reason, or read for what it holds.
/// `Fuzz/attacks.py` writes the large ones, which `docs/hostile-files.md` measures.
@Suite struct AttackTests {
  private let sheet = "xl/worksheets/sheet1.xml"

  /// Where the directory's entry of a part begins.
  private func entry(of part: String, in bytes: [UInt8]) throws -> Int {
    let name = Array(part.utf8)
    return try #require(bytes.indices.last { bytes[$0...].starts(with: name) }) - 46
  }

  /// The usual workbook with a field of the sheet's entry changed.
  private func changed(_ offset: Int, _ value: [UInt8]) throws -> [UInt8] {
    var bytes = PackageTests.usual.bytes
    let start = try entry(of: sheet, in: bytes) + offset
    bytes.replaceSubrange(start..<(start + value.count), with: value)
    return bytes
  }

  private func error(of bytes: [UInt8]) -> XlsxReadError? {
    failure { try Workbook(bytes: bytes, name: "t.xlsx").worksheets[0].allRows() }
  }

  @Test func encryptedPart() throws {
    #expect(error(of: try changed(8, [1, 8]))?.code == .encrypted)
  }

  @Test func unknownCompression() throws {
    #expect(error(of: try changed(10, [97, 0]))?.message.contains("unknown way") == true)
  }

  @Test func checksum() throws {
    #expect(error(of: try changed(16, [1, 2, 3, 4]))?.code == .damagedPart)
  }

  /// Nothing is set aside for the size that a part claims.
  @Test(arguments: [[0xFE, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0], [1, 0, 0, 0]] as [[UInt8]])
  func claimedSize(_ size: [UInt8]) throws {
    let error = error(of: try changed(24, size))
    #expect(error?.code == .damagedPackage || error?.code == .damagedPart)
    #expect(error?.part == sheet)
  }

  @Test func compressedSizeBeyondTheFile() throws {
    #expect(error(of: try changed(20, [0xFE, 0xFF, 0xFF, 0x7F]))?.part == sheet)
  }

  @Test func placeBeyondTheFile() throws {
    #expect(error(of: try changed(42, [0xFE, 0xFF, 0xFF, 0x7F]))?.part == sheet)
  }

  /// Two entries with the same bytes: both are read, and both count.
  @Test func overlappingEntries() throws {
    var builder = PackageTests.usual
    builder.set("xl/worksheets/sheet2.xml", builder.bytes(of: sheet))
    var bytes = builder.bytes
    let first = try entry(of: sheet, in: bytes) + 42
    let second = try entry(of: "xl/worksheets/sheet2.xml", in: bytes) + 42
    bytes.replaceSubrange(second..<(second + 4), with: bytes[first..<(first + 4)])
    #expect(error(of: bytes) == nil)
  }

  /// The directory counts: what another program may read from the header before the data is never looked at.
  @Test func localHeaderOfAnotherName() throws {
    var bytes = PackageTests.usual.bytes
    let name = Array(sheet.utf8)
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: name) })
    bytes.replaceSubrange(place..<(place + name.count), with: "xl/worksheets/other9.xml".utf8)
    let rows = try Workbook(bytes: bytes, name: "t.xlsx").worksheets[0].allRows()
    #expect(rows.first?["A"]?.text == "甲")
  }

  @Test(arguments: ["../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "..\\..\\evil", "C:\\x", ""])
  func namesOutsideThePackage(_ target: String) {
    var builder = PackageTests.usual
    builder.set("../../etc/passwd", "x")
    builder.edit("xl/_rels/workbook.xml.rels") { $0.replacing("worksheets/sheet1.xml", with: target) }
    #expect(failure { try builder.cells() }?.code == .missingPart)
  }

  @Test func relationshipsInACircle() {
    var builder = PackageTests.usual
    builder.edit("xl/_rels/workbook.xml.rels") { $0.replacing("worksheets/sheet1.xml", with: "workbook.xml") }
    #expect(failure { try builder.cells() }?.message == "the part is not a worksheet")
  }

  @Test func zipInsideTheZip() {
    var builder = PackageTests.usual
    builder.set(sheet, PackageTests.usual.bytes)
    #expect(failure { try builder.cells() }?.code == .invalidXML)
  }

  @Test func noWorkbookPart() {
    var builder = PackageTests.usual
    builder.remove("xl/workbook.xml")
    #expect(failure { try builder.open() }?.code == .missingPart)
  }

  @Test func packagesCutOffAnywhere() {
    let bytes = PackageTests.usual.bytes
    for count in 1..<bytes.count {
      let code = error(of: Array(bytes.prefix(count)))?.code
      #expect(code == .damagedPackage || code == .notAPackage, "\(count) bytes")
    }
  }

  @Test(.timeLimit(.minutes(1))) func specialFiles() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("attack-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let pipe = folder.appendingPathComponent("pipe.xlsx").path
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    let device = folder.appendingPathComponent("device.xlsx").path
    try FileManager.default.createSymbolicLink(atPath: device, withDestinationPath: "/dev/zero")
    for path in [pipe, device] {
      let error = failure { try Workbook(path: path) }
      #expect(error?.code == .fileUnreadable)
      #expect(error?.message == "this is not a regular file")
    }
  }
}
