import Foundation
import Testing

@testable import sheets

/// A workbook and its log, written together.
@Suite struct WorkbookAndLogTests {
  private static func pair(_ folder: TestFolder, _ name: String = "甲.xlsx", force: Bool = false, inputs: [String] = [])
    -> WorkbookAndLog
  {
    WorkbookAndLog(
      workbook: folder.path(name),
      places: OutputPlaces(inputs: inputs.map { folder.path($0) }, replacesExisting: force))
  }

  private static func names(_ folder: TestFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  @Test func theLogIsNamedAfterTheWorkbook() throws {
    let folder = try TestFolder()
    #expect(Self.pair(folder).log == folder.path("甲.清洗记录.jsonl"))
    #expect(Self.pair(folder, "甲.XLSX").log == folder.path("甲.清洗记录.jsonl"))
    // Beside a workbook with macros of the same name there is room for another log.
    #expect(Self.pair(folder, "甲.xlsm").log == folder.path("甲.xlsm.清洗记录.jsonl"))
  }

  @Test func bothAreWritten() throws {
    let folder = try TestFolder()
    try Self.pair(folder).write([1, 2, 3], log: "{}\n")
    #expect(try Self.names(folder) == ["甲.xlsx", "甲.清洗记录.jsonl"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("甲.xlsx"))) == Data([1, 2, 3]))
    #expect(try folder.text("甲.清洗记录.jsonl") == "{}\n")
  }

  @Test func withoutForceNothingIsTouched() throws {
    for (standing, text) in [("甲.xlsx", "{}"), ("甲.清洗记录.jsonl", "{}"), ("甲.清洗记录.jsonl", nil)] {
      let folder = try TestFolder()
      try folder.write("old", to: standing)
      #expect(throws: OutputError.self) { try Self.pair(folder).write([1], log: text) }
      #expect(try Self.names(folder) == [standing])
      #expect(try folder.text(standing) == "old")
    }
  }

  @Test func byForceAnOldLogIsReplacedOrGoes() throws {
    let folder = try TestFolder()
    try Self.pair(folder).write([1], log: "one")
    try Self.pair(folder, force: true).write([2], log: "two")
    #expect(try folder.text("甲.清洗记录.jsonl") == "two")
    try Self.pair(folder, force: true).write([3], log: nil)
    #expect(try Self.names(folder) == ["甲.xlsx"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("甲.xlsx"))) == Data([3]))
  }

  /// A log behind a link is replaced, removed and given back where the link leads.
  @Test func aLinkToALogIsFollowed() throws {
    let folder = try TestFolder()
    try folder.write("old", to: "别处/甲.jsonl")
    let link = folder.path("甲.清洗记录.jsonl")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path("别处/甲.jsonl"))
    try Self.pair(folder, force: true).write([1], log: "new")
    #expect(try folder.text("别处/甲.jsonl") == "new")
    try FileManager.default.removeItem(atPath: folder.path("甲.xlsx"))
    // Without a log for the workbook, what the link leads to goes; no text of another workbook stays there.
    try Self.pair(folder, force: true).write([2], log: nil)
    #expect(!folder.exists("别处/甲.jsonl"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == folder.path("别处/甲.jsonl"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("别处")).isEmpty)
  }

  /// Paths that differ and lead to one file or folder are the same place.
  @Test func placesAreComparedAsTheSystemKnowsThem() throws {
    let folder = try TestFolder()
    try folder.write("book", to: "in/甲.xlsx")
    try FileManager.default.createDirectory(atPath: folder.path("out"), withIntermediateDirectories: true)
    try FileManager.default.linkItem(atPath: folder.path("in/甲.xlsx"), toPath: folder.path("out/乙.xlsx"))
    let places = OutputPlaces(inputs: [folder.path("in/甲.xlsx")], replacesExisting: true)
    #expect(throws: OutputError.self) { try places.check(folder.path("out/乙.xlsx")) }
    #expect(throws: Never.self) { try places.check(folder.path("out/丙.xlsx")) }
    #expect(places.hasInput(in: folder.path("in")) && !places.hasInput(in: folder.path("out")))
    #expect(FileIdentity(folder.path("in/甲.xlsx")) == FileIdentity(folder.path("out/乙.xlsx")))
    #expect(FileIdentity(folder.path("in")) != FileIdentity(folder.path("out")))
    #expect(FileIdentity(folder.path("none")) == nil)
  }

  @Test func noInputIsReplacedOrRemoved() throws {
    let folder = try TestFolder()
    try folder.write("log", to: "甲.清洗记录.jsonl")
    try folder.write("book", to: "乙.xlsx")
    for name in ["甲.xlsx", "乙.xlsx"] {
      for log in ["{}", nil] {
        #expect(throws: OutputError.self) {
          try Self.pair(folder, name, force: true, inputs: ["甲.清洗记录.jsonl", "乙.xlsx"]).write([1], log: log)
        }
      }
    }
    #expect(try Self.names(folder) == ["乙.xlsx", "甲.清洗记录.jsonl"])
    #expect(try folder.text("乙.xlsx") == "book")
    #expect(try folder.text("甲.清洗记录.jsonl") == "log")
  }

  @Test func aLogNeverStaysWithoutItsWorkbook() throws {
    let folder = try TestFolder()
    // The folder is gone when the workbook is to be put in place.
    try folder.write("x", to: "里/x")
    let pair = Self.pair(folder, "里/甲.xlsx")
    try FileManager.default.removeItem(atPath: folder.path("里"))
    #expect(throws: OutputError.self) { try pair.write([1], log: "{}") }
    // A folder stands where the workbook should.
    try folder.write("x", to: "乙.xlsx/x")
    #expect(throws: OutputError.self) { try Self.pair(folder, "乙.xlsx", force: true).write([1], log: "{}") }
    #expect(try Self.names(folder) == ["乙.xlsx"])
  }
}
