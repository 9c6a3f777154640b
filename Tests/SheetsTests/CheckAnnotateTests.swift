import Foundation
import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

@testable import BudgetSheets
@testable import sheets

/// `sheets check --annotate`: copies that go back, and what comes back in them.
@Suite struct CheckAnnotateTests {
  private static func names(_ folder: TestFolder, _ name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path(name)).sorted()
  }

  @Test func everyWorkbookWithFindingsGetsACopyUnderItsName() throws {
    let folder = try CheckCommandTests.folder()
    let before = try Data(contentsOf: folder.url.appendingPathComponent("in/d-wrong.xlsx"))
    let run = try CheckCommandTests.check(["in", "--annotate", "新/退回", "--lang", "zh"], in: folder)
    #expect(run.status == 65)
    #expect(try Self.names(folder, "新/退回") == ["b-part.xlsx", "c-warned.xlsx", "d-wrong.xlsx"])
    #expect(run.output.contains("已写出标注件 新/退回/d-wrong.xlsx"))
    #expect(run.output.contains("in/a-good.xlsx 没有问题，不需要标注件"))
    #expect(run.output.contains("下一步：请把 新/退回/ 中的 3 个文件发给各报送单位；请报送单位重新提供 in/e-bad.xlsx\n"))
    #expect(try Data(contentsOf: folder.url.appendingPathComponent("in/d-wrong.xlsx")) == before)
    // A copy says the same as its original.
    let copy = try CheckCommandTests.check(["新/退回/d-wrong.xlsx", "--format", "json"], in: folder)
    let original = try CheckCommandTests.check(["in/d-wrong.xlsx", "--format", "json"], in: folder)
    let codes = try [copy, original].map { run in
      ((try run.json() as? [String: Any])?["findings"] as? [[String: Any]])?.compactMap { $0["code"] as? String }
    }
    #expect(codes[0] == codes[1] && codes[0]?.isEmpty == false)
  }

  @Test func programsAreToldOfCopiesOnStandardError() throws {
    let folder = try CheckCommandTests.folder()
    let run = try CheckCommandTests.check(
      ["in/d-wrong.xlsx", "--annotate", "out", "--format", "json", "--lang", "en"], in: folder)
    #expect(try run.json() is [String: Any])
    #expect(run.message.contains("Wrote the marked copy out/d-wrong.xlsx"))
  }

  @Test func aCopyNeverStandsWhereAnOriginalDoes() throws {
    let folder = try CheckCommandTests.folder()
    for place in ["in", "in/", "./in/../in"] {
      let run = try CheckCommandTests.check(["in", "--annotate", place, "--force", "--lang", "en"], in: folder)
      #expect(run.status == 73 && run.output.isEmpty && run.message.contains("Choose another one"), "\(place)")
    }
    #expect(try Self.names(folder, "in").count == 5)
  }

  @Test func anExistingCopyIsReplacedOnlyByForce() throws {
    let folder = try CheckCommandTests.folder()
    try folder.write("kept", to: "out/d-wrong.xlsx")
    let run = try CheckCommandTests.check(["in", "--annotate", "out", "--lang", "en"], in: folder)
    #expect(run.status == 73 && run.message.contains("out/d-wrong.xlsx: the file exists"))
    // The others are done all the same.
    #expect(try Self.names(folder, "out") == ["b-part.xlsx", "c-warned.xlsx", "d-wrong.xlsx"])
    #expect(try folder.text("out/d-wrong.xlsx") == "kept")
    #expect(try CheckCommandTests.check(["in", "--annotate", "out", "--force"], in: folder).status == 65)
    #expect(try folder.text("out/d-wrong.xlsx").hasPrefix("PK"))
  }

  @Test func theLastLineSaysWhomToWriteTo() throws {
    let folder = try CheckCommandTests.folder()
    try folder.write("250,某某局\n", to: "名单.csv")
    func last(_ arguments: [String]) throws -> String {
      let run = try CheckCommandTests.check(arguments + ["--departments", "名单.csv", "--lang", "zh"], in: folder)
      return run.lines.last.map(String.init) ?? ""
    }
    #expect(
      try last(["in/d-wrong.xlsx"]).hasSuffix(
        "下一步：sheets check in/d-wrong.xlsx --departments 名单.csv --annotate 退回/ --templates small --set small"))
    let annotated = ["in/d-wrong.xlsx", "--annotate", "退回"]
    #expect(try last(annotated).hasSuffix("下一步：请把 退回/d-wrong.xlsx 发给报送单位"))
    // The copy stands there now.
    #expect(
      try last(annotated).hasSuffix(
        "--departments 名单.csv --annotate 退回 --force --templates small --set small"))
  }

  @Test func aFolderThatCannotBeWrittenToIsToldOnceAndInChinese() throws {
    let error = XlsxWriteError(
      code: .cannotWrite, path: "标/a.xlsx", message: "the folder cannot be written to. Choose another folder.")
    let line = OutputError.annotation("标/a.xlsx", .file(error)).line(InventedReport.options())
    #expect(line == "标/a.xlsx：未能写出批注：文件夹或文件不能写入。请检查权限和磁盘空间，或换一个文件夹。")
    let english = OutputError.annotation("标/a.xlsx", .file(error)).line(InventedReport.options("en"))
    #expect(english == "标/a.xlsx: the folder cannot be written to. Choose another folder.")
  }

  @Test func workbooksOfOneNameDoNotTakeEachOthersPlace() throws {
    let folder = try CheckCommandTests.folder()
    try folder.write(try SmallSet.workbook(total: 32), to: "other/d-wrong.xlsx")
    for force in [[], ["--force"]] {
      let run = try CheckCommandTests.check(
        ["in/d-wrong.xlsx", "other/d-wrong.xlsx", "--annotate", "out", "--lang", "en"] + force, in: folder)
      #expect(run.status == 73)
      #expect(run.message.contains("other/d-wrong.xlsx: has the name of in/d-wrong.xlsx"))
      let copy = try CheckCommandTests.check(["out/d-wrong.xlsx", "--lang", "zh"], in: folder)
      #expect(copy.output.contains("31.00") && !copy.output.contains("32.00"))
    }
  }

  @Test func whatTheSubmitterExplainsNoLongerFails() throws {
    let folder = try CheckCommandTests.folder()
    let strict = ["--fail-on", "warning"]
    #expect(try CheckCommandTests.check(["in/c-warned.xlsx", "--annotate", "out"] + strict, in: folder).status == 1)
    let patch = try WorkbookPatch(of: folder.path("out/c-warned.xlsx"))
    let list = try #require(try Workbook(path: folder.path("out/c-warned.xlsx")).worksheets.first { $0.name == "问题清单" })
    var column: Int?
    var place: CellReference?
    for row in try list.rows {
      column = column ?? row.first { $0.rawText == "说明" }?.reference.column
      if row.contains(where: { $0.rawText == "S31" }) {
        place = CellReference(row: row.number, column: try #require(column))
      }
    }
    try patch.worksheet(named: "问题清单").set(.text("年度见封面"), at: try #require(place))
    try patch.write(to: folder.path("returned.xlsx"))
    let run = try CheckCommandTests.check(["returned.xlsx", "--lang", "zh"] + strict, in: folder)
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.hasSuffix("。1 项已填写说明，请审阅后决定是否接收。\n"), "\(run.output)")
    #expect(run.output.contains("已说明 S31") && run.output.contains("      说明：年度见封面"))
  }
}
