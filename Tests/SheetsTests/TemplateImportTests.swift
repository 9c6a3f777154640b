import Foundation
import Testing

/// `sheets template import`.
@Suite struct TemplateImportTests {
  static func blank(_ name: String) -> String {
    SheetsRun.tests.appendingPathComponent("BudgetSheetsTests/Fixtures/blank-forms/\(name).xlsx").path
  }

  @Test(arguments: ["zh", "en"]) func aCountysFormsBecomeASetThatReadsThem(_ language: String) throws {
    let folder = try TestFolder()
    let run = try SheetsRun(
      ["template", "import", Self.blank("county-b"), "-o", "表样", "--name", "county-b", "--lang", language], in: folder)
    #expect(run.status == 0 && run.message.isEmpty)
    try Snapshot.expect(run.output, "template-import-\(language)")
    let lint = try SheetsRun(["template", "lint", "表样/county-b", "--lang", "zh"], in: folder)
    #expect(lint.status == 0 && lint.output.contains("没有发现错误"))
    let read = try SheetsRun(
      ["read", Self.blank("county-b-filled"), "--templates", "表样/county-b", "--set", "county-b", "--format", "csv"],
      in: folder)
    #expect([0, 1].contains(read.status))
    #expect(read.output.contains("样例县第一小学") && read.output.contains("180.75"))
  }

  @Test func whatIsThereIsKeptUnlessForced() throws {
    let folder = try TestFolder()
    try folder.write("mine", to: "set/set.yaml")
    try folder.write("other", to: "set/notes.txt")
    let arguments = ["template", "import", Self.blank("county-b"), "-o", "set", "--lang", "zh"]
    let refused = try SheetsRun(arguments, in: folder)
    #expect(refused.status == 73 && refused.output.isEmpty && refused.message.contains("--force"))
    #expect(try folder.text("set/set.yaml") == "mine")
    let forced = try SheetsRun(arguments + ["--force"], in: folder)
    #expect(forced.status == 0)
    #expect(try folder.text("set/set.yaml").contains("set: set") && folder.text("set/notes.txt") == "other")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(left == ["set"])
  }

  @Test func anEmptyFolderIsTakenAndAMissingOneMade() throws {
    let folder = try TestFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("空"), withIntermediateDirectories: true)
    for target in ["空", "新/county"] {
      let run = try SheetsRun(["template", "import", Self.blank("county-a"), "-o", target, "--lang", "zh"], in: folder)
      #expect(run.status == 0 && folder.exists("\(target)/set.yaml") && folder.exists("\(target)/04.yaml"))
    }
  }

  @Test func mistakesHaveTheirStatuses() throws {
    let folder = try TestFolder()
    try folder.write("no workbook", to: "a.xlsx")
    let broken = try SheetsRun(["template", "import", "a.xlsx", "-o", "b", "--lang", "zh"], in: folder)
    #expect(broken.status == 65 && !broken.message.isEmpty && !folder.exists("b"))
    let missing = try SheetsRun(["template", "import", "c.xlsx", "-o", "b", "--lang", "zh"], in: folder)
    #expect(missing.status == 66 && !folder.exists("b"))
    let named = try SheetsRun(
      ["template", "import", Self.blank("county-a"), "-o", "b", "--name", "../x", "--lang", "zh"], in: folder)
    #expect(named.status == 64 && !folder.exists("b") && !folder.exists("x"))
  }

  @Test func theUnitIsAWordOfTheList() throws {
    let folder = try TestFolder()
    let wrong = try SheetsRun(
      ["template", "import", Self.blank("county-a"), "-o", "b", "--unit", "美元", "--lang", "zh"], in: folder)
    #expect(wrong.status == 64 && wrong.message.contains("万元") && !folder.exists("b"))
    let given = try SheetsRun(
      ["template", "import", Self.blank("county-a"), "-o", "b", "--unit", "千元", "--lang", "zh"], in: folder)
    #expect(given.status == 0)
    #expect(try folder.text("b/set.yaml").contains("unit: 千元"))
  }

  @Test func aNameOfABuiltInSetIsTold() throws {
    let folder = try TestFolder()
    let run = try SheetsRun(
      ["template", "import", Self.blank("county-a"), "-o", ".", "--name", "luoyang-2023", "--lang", "zh"], in: folder)
    #expect(run.status == 0 && run.message.contains("内置表样"))
  }

  @Test func aFileThatCannotBeReplacedLeavesAllOthersAsTheyWere() throws {
    let folder = try TestFolder()
    try folder.write("mine", to: "set/set.yaml")
    try folder.write("mine", to: "set/01.yaml")
    // Where a file is to stand there is a folder.
    try folder.write("mine", to: "set/02.yaml/a")
    let run = try SheetsRun(
      ["template", "import", Self.blank("county-b"), "-o", "set", "--force", "--lang", "zh"], in: folder)
    #expect(run.status == 73)
    #expect(try folder.text("set/set.yaml") == "mine" && folder.text("set/01.yaml") == "mine")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path + "/set").count == 3)
  }
}
