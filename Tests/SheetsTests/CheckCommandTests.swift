import Foundation
import Testing
import XlsxWrite

/// `sheets check`: how it ends, and what it puts where.
@Suite struct CheckCommandTests {
  /// A folder with a workbook for every way in which a check can come out.
  static func folder() throws -> TestFolder {
    let folder = try TestFolder()
    try SmallSet.write(to: folder)
    try folder.write(try SmallSet.workbook(), to: "in/a-good.xlsx")
    try folder.write(try SmallSet.workbook(isWhole: false), to: "in/b-part.xlsx")
    try folder.write(try SmallSet.workbook(year: nil), to: "in/c-warned.xlsx")
    try folder.write(try SmallSet.workbook(total: 31), to: "in/d-wrong.xlsx")
    try folder.write("no workbook", to: "in/e-bad.xlsx")
    return folder
  }

  static func check(_ arguments: [String], in folder: TestFolder) throws -> SheetsRun {
    try SheetsRun(["check"] + arguments + ["--templates", SmallSet.folder, "--set", "small"], in: folder)
  }

  @Test func theStatusSaysHowItCameOut() throws {
    let folder = try Self.folder()
    let cases: [([String], Int32)] = [
      (["in/a-good.xlsx"], 0), (["in/b-part.xlsx"], 2), (["in/c-warned.xlsx"], 0), (["in/d-wrong.xlsx"], 1),
      (["in/e-bad.xlsx"], 65), (["in/none.xlsx"], 66), (["in/c-warned.xlsx", "--fail-on", "warning"], 1),
      (["in/a-good.xlsx", "--fail-on", "info"], 0), (["in/b-part.xlsx", "--fail-on", "info"], 1),
      // A batch ends with the gravest: 70, 73, 66, 65, 1, 2, 0.
      (["in/a-good.xlsx", "in/b-part.xlsx"], 2), (["in/b-part.xlsx", "in/d-wrong.xlsx"], 1),
      (["in/d-wrong.xlsx", "in/e-bad.xlsx"], 65), (["in/e-bad.xlsx", "in/none.xlsx"], 66), (["in"], 65),
      (["in/none.xlsx", "--format", "json", "-o", "nowhere/x.json"], 73),
      (["in/a-good.xlsx", "--fail-on", "nothing"], 64), (["in/a-good.xlsx", "--format", "pdf"], 64),
      (["in/a-good.xlsx", "--envelope"], 64), ([], 64),
    ]
    for (arguments, status) in cases {
      let run = try Self.check(arguments, in: folder)
      #expect(run.status == status, "\(arguments) \(run.message)")
    }
  }

  @Test func theTextOfASingleFile() throws {
    let folder = try Self.folder()
    let good = try Self.check(["in/a-good.xlsx", "--lang", "zh"], in: folder)
    #expect(good.message.isEmpty)
    #expect(good.lines.first == "a-good.xlsx：某某局，2023 年（small）")
    #expect(good.lines.contains("应检 11 · 通过 11 · 不通过 0 · 不适用 0 · 未能检查 0"), "\(good.output)")
    #expect(good.output.hasSuffix("可以接收。\n") && !good.output.contains("下一步"))
    let part = try Self.check(["in/b-part.xlsx", "--lang", "zh"], in: folder)
    #expect(part.output.contains("未能检查 3\n  未能检查：缺少") && part.output.contains("X01）"), "\(part.output)")
    let wrong = try Self.check(["in/d-wrong.xlsx", "--lang", "zh"], in: folder)
    #expect(wrong.output.contains("最可能的原因"), "\(wrong.output)")
    #expect(wrong.output.contains("31.00 → 30.00"))
    #expect(wrong.output.contains("下一步：sheets check in/d-wrong.xlsx --annotate 退回/"))
    // What cannot be read is told, and nothing else.
    let bad = try Self.check(["in/e-bad.xlsx"], in: folder)
    #expect(bad.output.isEmpty && bad.message.split(separator: "\n").count == 1)
  }

  @Test func theTextOfAFolder() throws {
    let run = try Self.check(["in", "--jobs", "3", "--lang", "zh"], in: try Self.folder())
    try Snapshot.expect(run.output, "check-folder")
    // Not on a terminal: a line a file, in their order.
    let lines = run.message.split(separator: "\n")
    #expect(lines.count == 5)
    for (index, name) in ["in/a-good", "in/b-part", "in/c-warned", "in/d-wrong", "in/e-bad"].enumerated() {
      #expect(lines[index].hasPrefix("[\(index + 1)/5] \(name).xlsx"))
    }
    #expect(!run.output.contains("\u{1B}") && !run.message.contains("\u{1B}"))
  }

  @Test func whatElseStandsInAFolderIsTold() throws {
    let folder = try Self.folder()
    try folder.write("x", to: "in/sub/inner.xlsx")
    for name in ["a.docx", "b.pdf", "~$a.xlsx", ".hidden"] { try folder.write("x", to: "in/\(name)") }
    try folder.write("250,某某局\n300,教育局\n", to: "名单.csv")
    let run = try Self.check(["in", "--departments", "名单.csv", "--lang", "zh"], in: folder)
    #expect(run.message.contains("in：子文件夹 1 个、其他文件 2 个未检查。"), "\(run.message)")
    #expect(run.output.contains("  （另有子文件夹 1 个、其他文件 2 个未检查）"), "\(run.output)")
    #expect(run.output.contains("（另有子文件夹 1 个、其他文件 2 个未检查，未报送的部门可能在其中）"))
    let read = try SheetsRun(["read", "in", "--lang", "zh", "--format", "ndjson"], in: folder)
    #expect(read.message.contains("in：子文件夹 1 个、其他文件 2 个未读取。"))
  }

  @Test func anEmptyFolderPrintsNoTable() throws {
    let folder = try Self.folder()
    try folder.write("x", to: "空/a.pdf")
    let run = try Self.check(["空", "--lang", "zh"], in: folder)
    #expect(run.status == 66 && !run.output.contains("共 0 个文件") && !run.output.contains("下一步"), "\(run.output)")
    #expect(run.output.hasSuffix("没有可检查的文件。\n"))
  }

  @Test func filesOfOneNameAreToldApart() throws {
    let folder = try Self.folder()
    try folder.write(try SmallSet.workbook(), to: "other/a-good.xlsx")
    let run = try Self.check(["in/a-good.xlsx", "other/a-good.xlsx", "--lang", "zh"], in: folder)
    #expect(run.output.contains("in/a-good.xlsx：某某局") && run.output.contains("other/a-good.xlsx：某某局"))
    #expect(run.lines.last == "全部通过。")
  }

  @Test func aWorkbookOfPicturesIsToldAsThat() throws {
    let folder = try Self.folder()
    let writer = try WorkbookWriter()
    _ = try writer.addWorksheet(named: "扫描件")
    try folder.write(try writer.closeToBytes(), to: "图.xlsx")
    let run = try Self.check(["图.xlsx", "--lang", "zh"], in: folder)
    #expect(run.status == 65 && run.message.hasPrefix("图.xlsx：工作簿中只有图片或空表，没有可读的单元格。"), "\(run.message)")
  }

  @Test func theIndexShowsWhoHasHandedIn() throws {
    let folder = try Self.folder()
    try folder.write("250,某某局\n300,教育局\n", to: "名单.csv")
    let run = try Self.check(
      ["in", "--format", "html", "-o", "pages", "--departments", "名单.csv", "--lang", "zh"], in: folder)
    #expect(run.status == 65)
    let index = try folder.text("pages/index.html")
    #expect(index.contains("报送情况（名单共 2 个部门）") && index.contains("未报送：300 教育局"))
  }

  @Test func allTellsEveryFileInFull() throws {
    let run = try Self.check(["in", "--all", "--lang", "zh"], in: try Self.folder())
    #expect(run.output.contains("由此引起的") && run.output.contains("共 5 个文件"))
  }

  @Test func jsonOfOneFileIsAnObjectAndOfSeveralAnArray() throws {
    let folder = try Self.folder()
    let one = try Self.check(["in/d-wrong.xlsx", "--format", "json"], in: folder)
    let report = try #require(try one.json() as? [String: Any])
    #expect(report["verdict"] as? String == "rejected" && report["file"] as? String == "d-wrong.xlsx")
    #expect(one.message.split(separator: "\n").count == 1)
    let all = try Self.check(["in", "--format", "json"], in: folder)
    #expect(all.status == 65)
    let reports = try #require(try all.json() as? [[String: Any]])
    #expect(reports.map { $0["verdict"] as? String } == ["passed", "incomplete", "explainable", "rejected", nil])
    #expect((reports[4]["error"] as? [String: Any])?["code"] as? String == "not-a-package")
    let single = try Self.check(["in/e-bad.xlsx", "--format", "json"], in: folder)
    #expect(single.status == 65 && single.output.isEmpty)
    let none = try Self.check(["small", "--format", "json"], in: folder)
    #expect(none.status == 66)
    #expect((try none.json() as? [Any])?.isEmpty == true)
  }

  @Test func ndjsonIsALineAFile() throws {
    let run = try Self.check(["in", "--format", "ndjson"], in: try Self.folder())
    #expect(run.status == 65 && run.lines.count == 5 && run.output.hasSuffix("\n"))
    for line in run.lines { #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any]) }
  }

  @Test func sarifIsOneLogOfAll() throws {
    let folder = try Self.folder()
    let run = try Self.check(["in", "--format", "sarif", "-o", "log.sarif"], in: folder)
    #expect(run.status == 65 && run.output.isEmpty)
    let text = try folder.text("log.sarif")
    let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let runs = try #require(log["runs"] as? [[String: Any]])
    let results = try #require(runs.first?["results"] as? [[String: Any]])
    #expect(runs.count == 1 && results.contains { $0["ruleId"] as? String == "S31" })
    #expect(text.contains("in/d-wrong.xlsx") && text.contains("in/e-bad.xlsx"))
    let bad = try Self.check(["in/e-bad.xlsx", "--format", "sarif"], in: folder)
    let notice = try bad.json() as? [String: Any]
    #expect(bad.status == 65 && notice?["version"] as? String == "2.1.0")
  }

  @Test func htmlIsAPageAFileAndAnIndex() throws {
    let folder = try Self.folder()
    let single = try Self.check(["in/d-wrong.xlsx", "--format", "html"], in: folder)
    #expect(single.status == 1 && single.output.hasPrefix("<!DOCTYPE html>"))
    let file = try Self.check(["in/d-wrong.xlsx", "--format", "html", "-o", "一页.html"], in: folder)
    #expect(file.status == 1 && file.output.isEmpty)
    #expect(try folder.text("一页.html") == single.output)
    let all = try Self.check(["in", "--format", "html", "-o", "新/pages", "--lang", "zh"], in: folder)
    #expect(all.status == 65 && all.output.isEmpty)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("新/pages")).sorted()
    #expect(names == ["a-good.html", "b-part.html", "c-warned.html", "d-wrong.html", "index.html"])
    let index = try folder.text("新/pages/index.html")
    for name in names.dropLast() { #expect(index.contains("href=\"\(name)\"")) }
    #expect(index.contains("e-bad.xlsx"))
    let again = try Self.check(["in", "--format", "html", "-o", "新/pages"], in: folder)
    #expect(again.status == 73)
    #expect(try Self.check(["in", "--format", "html", "-o", "新/pages", "--force"], in: folder).status == 65)
    #expect(try Self.check(["in", "--format", "html"], in: folder).status == 64)
    #expect(try Self.check(["in", "--format", "html", "-o", "x.html"], in: folder).status == 64)
  }

  @Test func aResultNeverTakesThePlaceOfAnInput() throws {
    let folder = try Self.folder()
    let before = try Data(contentsOf: folder.url.appendingPathComponent("in/a-good.xlsx"))
    try folder.write("250,某某局\n", to: "名单.csv")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.json"), withDestinationPath: folder.path("in/a-good.xlsx"))
    for output in ["in/a-good.xlsx", "./in/../in/a-good.xlsx", "link.json", "名单.csv"] {
      let run = try Self.check(
        ["in/a-good.xlsx", "--departments", "名单.csv", "--format", "json", "-o", output, "--force", "--lang", "en"],
        in: folder)
      #expect(run.status == 73 && run.message.contains("the output is an input"), "\(output) \(run.message)")
    }
    #expect(try Data(contentsOf: folder.url.appendingPathComponent("in/a-good.xlsx")) == before)
    #expect(try folder.text("名单.csv") == "250,某某局\n")
  }

  @Test func anExistingResultIsReplacedOnlyByForceAndAllAtOnce() throws {
    let folder = try Self.folder()
    try folder.write("kept", to: "out.txt")
    let run = try Self.check(["in/a-good.xlsx", "-o", "out.txt", "--lang", "en"], in: folder)
    #expect(run.status == 73 && run.message.contains("--force"))
    #expect(try folder.text("out.txt") == "kept")
    #expect(try Self.check(["in/a-good.xlsx", "-o", "out.txt", "--force"], in: folder).status == 0)
    #expect(try folder.text("out.txt").contains("a-good.xlsx"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["in", "out.txt", "small"])
  }

  @Test func aFileThatIsNamedTwiceIsOne() throws {
    let run = try Self.check(["in/a-good.xlsx", "in/../in/a-good.xlsx", "--format", "ndjson"], in: try Self.folder())
    #expect(run.status == 0 && run.lines.count == 1)
  }

  @Test func aCountysOwnRulesAreChecked() throws {
    let folder = try Self.folder()
    try folder.write("- {id: U01, rule: \"1[合计, 合计] <= 20\", say: 本县上限}\n", to: "县.yaml")
    let run = try Self.check(["in/a-good.xlsx", "--rules", "县.yaml", "--lang", "zh"], in: folder)
    #expect(run.status == 1 && run.output.contains("错误 U01"), "\(run.output)\(run.message)")
    #expect(run.output.contains("--rules 县.yaml --annotate"))
    #expect(try Self.check(["in/a-good.xlsx", "--rules", "none.yaml"], in: folder).status == 66)
    try folder.write("- {id: U01, rule: \"9[合计, 合计] <= 20\"}\n", to: "错.yaml")
    let wrong = try Self.check(["in/a-good.xlsx", "--rules", "错.yaml", "--lang", "en"], in: folder)
    #expect(wrong.status == 64 && wrong.message.contains("错.yaml:1:"))
    // Of several sets those that lack the forms are used without the rules, and their books are told.
    let several = try SheetsRun(
      ["check", "in/a-good.xlsx", Submissions.path("invented-2023"), "--templates", "small", "--rules", "县.yaml"],
      in: folder)
    #expect(several.status == 1 && several.message.contains("invented-2023.xlsx：本地规则未检查"), "\(several.message)")
  }

  @Test func thePublishedBudgetHasOneContradiction() throws {
    let run = try SheetsRun(["check", Submissions.path("laocheng-2023"), "--format", "json"])
    #expect(run.status == 1)
    let report = try #require(try run.json() as? [String: Any])
    let findings = try #require(report["findings"] as? [[String: Any]])
    let errors = findings.filter { $0["level"] as? String == "error" }.compactMap { $0["code"] as? String }
    #expect(errors.sorted() == ["X10", "X11", "X11b", "X12", "X12c"])
    #expect((report["causes"] as? [Any])?.count == 1)
  }
}
