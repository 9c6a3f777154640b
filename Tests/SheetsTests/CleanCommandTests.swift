import BudgetSheets
import Foundation
import Testing

/// `sheets clean`: how it ends, and what it puts where.
@Suite struct CleanCommandTests {
  /// A folder with a workbook for every way in which cleaning can come out.
  static func folder() throws -> TestFolder {
    let folder = try TestFolder()
    try SmallSet.write(to: folder)
    try folder.write(try SmallSet.workbook(), to: "in/a-good.xlsx")
    try folder.write(try SmallSet.workbook(asText: true), to: "in/b-texts.xlsx")
    try folder.write(try SmallSet.workbook(total: 31, asText: true), to: "in/c-wrong.xlsx")
    try folder.write("no workbook", to: "in/d-bad.xlsx")
    return folder
  }

  static func clean(_ arguments: [String], in folder: TestFolder) throws -> SheetsRun {
    try SheetsRun(["clean"] + arguments + ["--templates", SmallSet.folder, "--set", "small"], in: folder)
  }

  /// The names of all files below a folder, with their sizes.
  static func content(_ folder: TestFolder, _ name: String = "") throws -> [String: Int] {
    var sizes: [String: Int] = [:]
    let root = name.isEmpty ? folder.url : folder.url.appendingPathComponent(name)
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: root.appendingPathComponent(path).path)
      sizes[path] = attributes[.type] as? FileAttributeType == .typeRegular ? attributes[.size] as? Int ?? -1 : -2
    }
    return sizes
  }

  static func bytes(_ folder: TestFolder, _ name: String) throws -> Data {
    try Data(contentsOf: folder.url.appendingPathComponent(name))
  }

  @Test func theStatusSaysHowItCameOut() throws {
    let folder = try Self.folder()
    let cases: [([String], Int32)] = [
      (["in/a-good.xlsx"], 0), (["in/b-texts.xlsx"], 0), (["in/c-wrong.xlsx"], 1), (["in/d-bad.xlsx"], 65),
      (["in/none.xlsx"], 66), (["in/c-wrong.xlsx", "in/d-bad.xlsx"], 65), (["in", "in/none.xlsx"], 66),
      (["small"], 66),
      (["in/a-good.xlsx", "--prior", "in/none.xlsx"], 66), (["in/a-good.xlsx", "--prior", "in/d-bad.xlsx"], 65),
      (["in/a-good.xlsx", "--prior", "in/b-texts.xlsx"], 0), (["in/a-good.xlsx", "--prior", "in"], 2),
      // Nothing is done of what is wrong with the command.
      ([], 64), (["in/b-texts.xlsx", "--apply", "all"], 64), (["in/b-texts.xlsx", "-o", "out", "--apply", "Q00"], 64),
      (["in/b-texts.xlsx", "-o", "out", "--apply", "Q91"], 64), (["in/b-texts.xlsx", "-o", "out", "--apply", ","], 64),
      (["in/b-texts.xlsx", "-o", "", "--apply", "all"], 64), (["in/b-texts.xlsx", "--fail-on", "nothing"], 64),
      (["in/b-texts.xlsx", "--format", "html"], 64), (["in/b-texts.xlsx", "--layout", "mine"], 64),
      (["in/b-texts.xlsx", "--jobs", "0"], 64), (["--list", "in/b-texts.xlsx"], 64),
      (["in/b-texts.xlsx", "--code", "Q21"], 64), (["in/b-texts.xlsx", "--cell", "表!A1"], 64),
      (["--undo", "x.jsonl"], 64), (["--undo", "x.jsonl", "in/a-good.xlsx", "in/b-texts.xlsx"], 64),
      (["--undo", "x.jsonl", "in/a-good.xlsx", "--apply", "all", "-o", "out"], 64),
    ]
    for (arguments, status) in cases {
      let run = try Self.clean(arguments, in: folder)
      #expect(run.status == status, "\(arguments) \(run.message)")
    }
    #expect(!folder.exists("out"))
  }

  @Test func aMistakeOfUsageNamesTheCommandToType() throws {
    let folder = try Self.folder()
    let run = try Self.clean(
      ["in/b-texts.xlsx", "--apply", "safe", "--layout", "standard", "--lang", "zh"], in: folder)
    #expect(
      run.message
        == "--apply 须用 -o 指定一个文件夹。请用：sheets clean in/b-texts.xlsx -o 清洗后/ --apply safe --layout standard --templates small --set small\n"
    )
    #expect(run.output.isEmpty)
    let english = try Self.clean(["in", "--apply", "all", "--lang", "en"], in: folder)
    #expect(english.message.contains("sheets clean in -o cleaned/ --apply all "))
    let unknown = try Self.clean(["in", "--apply", "Q00", "-o", "out", "--lang", "zh"], in: folder)
    #expect(unknown.message.contains("“Q00”") && unknown.message.contains("--list"))
    let never = try Self.clean(["in", "--apply", "all,Q94", "-o", "out", "--lang", "en"], in: folder)
    #expect(never.message.contains("Q94") && never.message.contains("never repaired"))
    let nothing = try Self.clean(["--lang", "zh"], in: folder)
    #expect(nothing.message.hasPrefix("缺少文件名。\n"))
  }

  @Test func aDryRunWritesNothing() throws {
    let folder = try Self.folder()
    let before = try Self.content(folder)
    for arguments in [["in/b-texts.xlsx"], ["in/b-texts.xlsx", "-o", "out"], ["in", "-o", "out"]] {
      let run = try Self.clean(arguments + ["--lang", "zh"], in: folder)
      #expect(run.output.contains("文件没有改动"), "\(run.output)")
      #expect(try Self.content(folder) == before, "\(arguments)")
    }
  }

  @Test func theTextOfADryRun() throws {
    let folder = try Self.folder()
    let run = try Self.clean(["in/b-texts.xlsx", "--lang", "zh"], in: folder)
    #expect(run.message.isEmpty && run.lines.first == "b-texts.xlsx：某某局，2023 年（small）")
    #expect(run.lines.contains("清洗计划：安全 0 · 记录 6 · 建议 0（文件没有改动）"), "\(run.output)")
    #expect(run.output.contains("小小试验表!C5") && run.output.contains("：“30.00” → 30\n"), "\(run.output)")
    #expect(run.output.contains("      另有 3 处\n") && run.output.contains("用 --all 列出每一处"))
    #expect(
      run.output.hasSuffix(
        "可清洗 6 处。清洗后没有待处理的问题。下一步：sheets clean in/b-texts.xlsx -o 清洗后/ --apply all --templates small --set small\n"
      ), "\(run.output)")
    let all = try Self.clean(["in/b-texts.xlsx", "--all", "--lang", "zh"], in: folder)
    #expect(all.lines.count { $0.contains("” → ") } == 6 && !all.output.contains("另有"))
    // Where an output stands already, another folder is named.
    try folder.write("kept", to: "清洗后/b-texts.xlsx")
    let second = try Self.clean(["in/b-texts.xlsx", "--lang", "zh"], in: folder)
    #expect(second.output.contains("-o 清洗后2/"))
    let wrong = try Self.clean(["in/c-wrong.xlsx", "--lang", "zh"], in: folder)
    #expect(wrong.output.contains("仍需人处理") && wrong.output.contains("错误 B1"), "\(wrong.output)")
    let good = try Self.clean(["in/a-good.xlsx", "--lang", "zh"], in: folder)
    #expect(good.output.hasSuffix("没有需要清洗的内容。没有待处理的问题。\n"), "\(good.output)")
  }

  @Test func applyingWritesTheWorkbookAndItsLog() throws {
    let folder = try Self.folder()
    let before = try Self.bytes(folder, "in/b-texts.xlsx")
    let run = try Self.clean(["in/b-texts.xlsx", "-o", "新/出", "--apply", "all", "--lang", "zh"], in: folder)
    #expect(run.status == 0 && run.message.isEmpty, "\(run.message)")
    #expect(try Self.content(folder, "新/出").keys.sorted() == ["b-texts.xlsx", "b-texts.清洗记录.jsonl"])
    #expect(run.output.contains("已写出 新/出/b-texts.xlsx，清洗记录 新/出/b-texts.清洗记录.jsonl\n"), "\(run.output)")
    #expect(run.output.hasSuffix("已清洗 6 处。清洗后没有待处理的问题。\n"), "\(run.output)")
    #expect(try Self.bytes(folder, "in/b-texts.xlsx") == before)
    let log = try ChangeLog(jsonLines: try folder.text("新/出/b-texts.清洗记录.jsonl"))
    #expect(log.file == "b-texts.xlsx" && log.set == "small" && log.changes.count == 6)
    #expect(Set(log.changes.map(\.code)) == [.amountAsText])
    #expect(log.changes.first?.before.text == "30.00" && log.changes.first?.after.kind == .number)
    // What was cleaned needs no cleaning, and reads as the workbook without the mess.
    let again = try Self.clean(["新/出/b-texts.xlsx", "--lang", "zh"], in: folder)
    #expect(again.status == 0 && again.output.hasSuffix("没有需要清洗的内容。没有待处理的问题。\n"), "\(again.output)")
    func amounts(_ name: String) throws -> [Amount?] {
      let set = try TemplateLibrary.embedded.adding(directory: folder.path(SmallSet.folder)).set(named: "small")
      let book = try BookReader(sets: [set]).read(path: folder.path(name))
      return book.forms.flatMap { form in form.rows.flatMap { row in ["合计", "甲", "乙"].map { row.amount([$0]) } } }
    }
    #expect(try amounts("新/出/b-texts.xlsx") == amounts("in/a-good.xlsx"))
  }

  @Test func onlyWhatIsSelectedIsDone() throws {
    let folder = try Self.folder()
    let run = try Self.clean(["in/b-texts.xlsx", "-o", "out", "--apply", "safe", "--lang", "zh"], in: folder)
    #expect(run.output.contains("没有选用（--apply all 会改）\n  记录 Q21 "), "\(run.output)")
    #expect(run.output.contains("已原样复制到 out/b-texts.xlsx"))
    #expect(try Self.content(folder, "out").keys.sorted() == ["b-texts.xlsx"])
  }

  @Test func aWorkbookWithNothingToRepairIsCopiedByteForByte() throws {
    let folder = try Self.folder()
    let run = try Self.clean(["in/a-good.xlsx", "-o", "out", "--apply", "all", "--lang", "en"], in: folder)
    #expect(run.status == 0 && run.output.contains("Copied as it is to out/a-good.xlsx"), "\(run.output)\(run.message)")
    #expect(try Self.bytes(folder, "out/a-good.xlsx") == Self.bytes(folder, "in/a-good.xlsx"))
    #expect(try Self.content(folder, "out").keys.sorted() == ["a-good.xlsx"])
  }

  @Test func aResultNeverStandsWhereAnInputDoes() throws {
    let folder = try Self.folder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"), withDestinationPath: folder.path("in"))
    let before = try Self.content(folder)
    let first = try Self.bytes(folder, "in/b-texts.xlsx")
    for place in ["in", "in/", "./in/../in", "link"] {
      let run = try Self.clean(
        ["in/b-texts.xlsx", "-o", place, "--apply", "all", "--force", "--lang", "zh"], in: folder)
      #expect(run.status == 73 && run.output.isEmpty, "\(place)")
      #expect(run.message == "\(place)：原件就在这个文件夹，结果不能放在这里。请换一个文件夹。\n")
    }
    // The books of the year before are inputs too.
    try folder.write(try SmallSet.workbook(), to: "去年/b-texts.xlsx")
    let prior = try Self.clean(
      ["in/b-texts.xlsx", "--prior", "去年", "-o", "去年", "--apply", "all", "--force"], in: folder)
    #expect(prior.status == 73)
    try FileManager.default.removeItem(atPath: folder.path("去年"))
    #expect(try Self.content(folder) == before)
    #expect(try Self.bytes(folder, "in/b-texts.xlsx") == first)
  }

  @Test func anExistingResultIsReplacedOnlyByForce() throws {
    let folder = try Self.folder()
    for standing in ["out/b-texts.xlsx", "out/b-texts.清洗记录.jsonl"] {
      try folder.write("kept", to: standing)
      let run = try Self.clean(["in", "-o", "out", "--apply", "all", "--lang", "en"], in: folder)
      #expect(run.status == 73 && run.output.contains("\(standing): the file exists"), "\(run.output)")
      #expect(try folder.text(standing) == "kept")
      // The others are done all the same.
      #expect(folder.exists("out/a-good.xlsx") && folder.exists("out/c-wrong.清洗记录.jsonl"))
      #expect(
        try Self.content(folder, "out").keys.filter { $0.contains("b-texts") } == [
          String(standing.dropFirst(4))
        ])
      try FileManager.default.removeItem(atPath: folder.path("out"))
    }
    try folder.write("kept", to: "out/b-texts.xlsx")
    try folder.write("of another run", to: "out/a-good.清洗记录.jsonl")
    #expect(try Self.clean(["in", "-o", "out", "--apply", "all", "--force"], in: folder).status == 65)
    #expect(try folder.text("out/b-texts.xlsx").hasPrefix("PK"))
    #expect(!folder.exists("out/a-good.清洗记录.jsonl"))
  }

  @Test func workbooksOfOneNameDoNotTakeEachOthersPlace() throws {
    let folder = try Self.folder()
    try folder.write(try SmallSet.workbook(department: "别的局", asText: true), to: "other/B-Texts.xlsx")
    for force in [[], ["--force"]] {
      let run = try Self.clean(
        ["in/b-texts.xlsx", "other/B-Texts.xlsx", "-o", "out", "--apply", "all", "--lang", "en"] + force, in: folder)
      #expect(run.status == 73)
      #expect(run.output.contains("other/B-Texts.xlsx: has the name of in/b-texts.xlsx"), "\(run.output)")
      #expect(try Self.content(folder, "out").keys.sorted() == ["b-texts.xlsx", "b-texts.清洗记录.jsonl"])
      let copy = try Self.clean(["out/b-texts.xlsx", "--lang", "zh"], in: folder)
      #expect(copy.output.contains("某某局"))
    }
  }

  @Test func inTheStandardLayoutNothingIsCopied() throws {
    let folder = try Self.folder()
    let standard = ["--apply", "all", "--layout", "standard"]
    let run = try Self.clean(["in/a-good.xlsx", "-o", "out"] + standard + ["--lang", "zh"], in: folder)
    #expect(run.output.contains("\n已按标准表样写出 out/a-good.xlsx\n") && !run.output.contains("原样"), "\(run.output)")
    #expect(try Self.bytes(folder, "out/a-good.xlsx") != Self.bytes(folder, "in/a-good.xlsx"))
    let english = try Self.clean(["in", "-o", "all"] + standard + ["--lang", "en"], in: folder)
    #expect(
      english.output.contains("1 with nothing to clean, written in the standard layout,")
        && !english.output.contains("opied"), "\(english.output)")
    let copied = try Self.clean(["in", "-o", "own", "--apply", "all", "--lang", "en"], in: folder)
    #expect(copied.output.contains("1 copied as they are,") && !copied.output.contains("standard"), "\(copied.output)")
  }

  /// A second name of an input is the input.
  @Test func aHardLinkToAnInputIsNotReplaced() throws {
    let folder = try Self.folder()
    try FileManager.default.createDirectory(atPath: folder.path("out"), withIntermediateDirectories: true)
    try FileManager.default.linkItem(atPath: folder.path("in/b-texts.xlsx"), toPath: folder.path("out/b-texts.xlsx"))
    let before = try Self.bytes(folder, "in/b-texts.xlsx")
    let run = try Self.clean(
      ["in/b-texts.xlsx", "-o", "out", "--apply", "all", "--force", "--lang", "zh"], in: folder)
    #expect(run.status == 73 && run.message.contains("输出与输入是同一个文件"), "\(run.message)")
    #expect(try Self.bytes(folder, "out/b-texts.xlsx") == before)
    #expect(try Self.content(folder, "out").count == 1)
  }

  @Test func theStandardLayoutIsAWorkbookOfItsOwn() throws {
    let folder = try Self.folder()
    let run = try Self.clean(
      ["in/b-texts.xlsx", "-o", "out", "--apply", "all", "--layout", "standard", "--lang", "en"], in: folder)
    #expect(run.status == 0, "\(run.message)")
    let log = try ChangeLog(jsonLines: try folder.text("out/b-texts.清洗记录.jsonl"))
    #expect(!log.changes.isEmpty && log.changes.allSatisfy { $0.standardPlace?.cell != nil && $0.place.cell != nil })
    #expect(try SheetsRun(["check", "out/b-texts.xlsx", "--templates", "small"], in: folder).status == 0)
  }
}
