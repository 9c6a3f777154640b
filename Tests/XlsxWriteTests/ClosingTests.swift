import Foundation
import Testing
import XlsxPackage
import XlsxWrite

/// What closing leaves in a folder of its own.
@Suite final class ClosingTests {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("xlsx-write-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  @Test func nothingAppearsBeforeClosing() throws {
    let workbook = try WorkbookWriter(path: path("收支 总表.xlsx"))
    try workbook.addWorksheet(named: "2026").write(text: "合计", at: cell("A1"))
    #expect(try files == [])
    try workbook.close()
    #expect(try files == ["收支 总表.xlsx"])
    let parts = try PackageParts([UInt8](Data(contentsOf: URL(fileURLWithPath: path("收支 总表.xlsx")))))
    #expect(parts["xl/sharedStrings.xml"].contains("合计"))
    #expect(throws: XlsxWriteError.self) { try workbook.close() }
  }

  @Test func aDroppedWriterLeavesNothing() throws {
    var sheet: WorksheetWriter?
    do {
      let workbook = try WorkbookWriter(path: path("a.xlsx"))
      sheet = try workbook.addWorksheet(named: "a")
    }
    try sheet?.write(number: 1, at: cell("A1"))
    sheet = nil
    #expect(try files == [])
  }

  @Test func aClosedWriterRefusesEverything() throws {
    let workbook = try WorkbookWriter()
    let sheet = try workbook.addWorksheet(named: "a")
    _ = try workbook.closeToBytes()
    let error = #expect(throws: XlsxWriteError.self) { try sheet.write(number: 1, at: cell("A1")) }
    #expect(error?.code == .closed)
    #expect(throws: XlsxWriteError.self) { try workbook.addWorksheet(named: "b") }
    #expect(throws: XlsxWriteError.self) { try workbook.setCustomProperty("a", to: "b") }
    #expect(throws: XlsxWriteError.self) { try workbook.closeToBytes() }
    #expect(throws: XlsxWriteError.self) { try sheet.hideGridlines() }
  }

  @Test func aFailedCloseLeavesTheOldFile() throws {
    try Data("old".utf8).write(to: URL(fileURLWithPath: path("a.xlsx")))
    let workbook = try WorkbookWriter(path: path("a.xlsx"))
    #expect(throws: XlsxWriteError.self) { try workbook.close() }
    #expect(try files == ["a.xlsx"])
    #expect(try String(contentsOfFile: path("a.xlsx"), encoding: .utf8) == "old")
  }

  @Test func anExistingFileIsReplacedOnlyWhenAllowed() throws {
    let path = path("a.xlsx")
    try Data("old".utf8).write(to: URL(fileURLWithPath: path))
    let error = #expect(throws: XlsxWriteError.self) { try WorkbookWriter(path: path, replacesExisting: false) }
    #expect(error?.code == .fileExists)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let workbook = try WorkbookWriter(path: path)
    _ = try workbook.addWorksheet(named: "a")
    try workbook.close()
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).prefix(2) == Data("PK".utf8))
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
    #expect(try files == ["a.xlsx"])
  }

  @Test func aFileThatAppearsMeanwhileIsKept() throws {
    let path = path("a.xlsx")
    let workbook = try WorkbookWriter(path: path, replacesExisting: false)
    _ = try workbook.addWorksheet(named: "a")
    try Data("theirs".utf8).write(to: URL(fileURLWithPath: path))
    let error = #expect(throws: XlsxWriteError.self) { try workbook.close() }
    #expect(error?.code == .fileExists)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "theirs")
    #expect(try files == ["a.xlsx"])
  }

  @Test func aNewFileIsMadeWithoutReplacing() throws {
    let workbook = try WorkbookWriter(path: path("a.xlsx"), replacesExisting: false)
    _ = try workbook.addWorksheet(named: "a")
    try workbook.close()
    #expect(try files == ["a.xlsx"])
  }

  @Test func aSymbolicLinkStaysALink() throws {
    try Data("old".utf8).write(to: URL(fileURLWithPath: path("real.xlsx")))
    try FileManager.default.createSymbolicLink(atPath: path("link.xlsx"), withDestinationPath: "real.xlsx")
    let workbook = try WorkbookWriter(path: path("link.xlsx"))
    _ = try workbook.addWorksheet(named: "a")
    try workbook.close()
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("link.xlsx")) == "real.xlsx")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path("real.xlsx"))).prefix(2) == Data("PK".utf8))
  }

  @Test func impossiblePathsAreRefusedAtOnce() throws {
    try Data("x".utf8).write(to: URL(fileURLWithPath: path("file")))
    for bad in ["", folder.path, path("missing/a.xlsx"), path("file/a.xlsx"), "/dev/full", "a\u{0}b.xlsx", "/"] {
      let error = #expect(throws: XlsxWriteError.self, "\(bad)") { try WorkbookWriter(path: bad) }
      #expect(error?.code == .cannotWrite)
      #expect(error?.description.contains("\n") == false)
    }
    let long = path(String(repeating: "长", count: 100) + ".xlsx")
    let workbook = try WorkbookWriter(path: long)
    _ = try workbook.addWorksheet(named: "a")
    #expect(throws: XlsxWriteError.self) { try workbook.close() }
    #expect(try files == ["file"])
  }

  @Test func aFolderRemovedMeanwhileIsAnError() throws {
    try FileManager.default.createDirectory(atPath: path("sub"), withIntermediateDirectories: true)
    let workbook = try WorkbookWriter(path: path("sub/a.xlsx"))
    _ = try workbook.addWorksheet(named: "a")
    try FileManager.default.removeItem(atPath: path("sub"))
    let error = #expect(throws: XlsxWriteError.self) { try workbook.close() }
    #expect(error?.code == .cannotWrite)
  }

  @Test func theSameCallsGiveTheSameBytes() async throws {
    func bytes() throws -> [UInt8] {
      let workbook = try WorkbookWriter(properties: DocumentProperties(title: "预算", author: "财政局"))
      try workbook.setCustomProperty("set", to: "a")
      try workbook.setCustomProperty("set", to: "luoyang-2023")
      let sheet = try workbook.addWorksheet(named: "2026")
      for row in 1...20 {
        let place = CellReference(row: row, column: 1)
        try sheet.write(text: "第 \(row) 行", at: place, format: CellFormat(indent: row % 4))
        try sheet.addConditionalFormat(CellRange(place, place), formula: "A\(row)=1", format: CellFormat(fill: .red))
      }
      try sheet.writeComment("注", at: cell("A1"))
      return try workbook.closeToBytes()
    }
    let first = try bytes()
    try await Task.sleep(for: .milliseconds(2100))
    #expect(try bytes() == first)
    let parts = try PackageParts(first)
    #expect(parts["docProps/core.xml"].contains("2000-01-01T00:00:00Z"))
    #expect(parts["docProps/core.xml"].contains("<dc:title>预算</dc:title>"))
    #expect(parts["docProps/custom.xml"].contains("<vt:lpwstr>luoyang-2023</vt:lpwstr>"))
    #expect(parts["docProps/custom.xml"].matches(of: #/<property /#).count == 1)
  }

  @Test func propertiesAreChecked() throws {
    #expect(throws: XlsxWriteError.self) { try WorkbookWriter(properties: DocumentProperties(title: "\u{1}")) }
    let workbook = try WorkbookWriter()
    #expect(throws: XlsxWriteError.self) { try workbook.setCustomProperty("", to: "a") }
    #expect(throws: XlsxWriteError.self) { try workbook.setCustomProperty("a", to: "\u{1}") }
    #expect(throws: XlsxWriteError.self) {
      try workbook.setCustomProperty("a", to: String(repeating: "长", count: 256))
    }
  }
}
