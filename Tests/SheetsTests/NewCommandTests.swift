import BudgetSheets
import Foundation
import Testing
import XlsxRead

/// `sheets new`: how it ends, and what it puts where.
@Suite struct NewCommandTests {
  static let list = """
    部门代码,部门名称,单位代码,单位名称,联系人
    250,某某局,250001,某某局本级,张三
    ,,250002,服务中心,
    101,财政局,101001,财政局本级,李四
    012,档案馆,,,
    """
  static let names = ["012-档案馆.xlsx", "101-财政局.xlsx", "250-某某局.xlsx"]

  static func folder(_ list: String = list) throws -> TestFolder {
    let folder = try TestFolder()
    try SmallSet.write(to: folder)
    try folder.write(list, to: "名单.csv")
    return folder
  }

  static func new(_ arguments: [String], in folder: TestFolder, list: String = "名单.csv") throws -> SheetsRun {
    try SheetsRun(
      ["new", "--departments", list, "--templates", SmallSet.folder, "--set", "small"] + arguments, in: folder)
  }

  static func files(_ folder: TestFolder, _ name: String = "out") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path(name)).sorted()
  }

  static func stamp(_ folder: TestFolder, _ name: String) throws -> [String: String] {
    try Workbook(path: folder.path(name)).customProperties()
  }

  @Test func eachDepartmentGetsItsWorkbook() throws {
    let folder = try Self.folder()
    let run = try Self.new(["-o", "out/2023", "--lang", "zh"], in: folder)
    #expect(run.status == 0, "\(run.message)")
    #expect(try Self.files(folder, "out/2023") == Self.names)
    let stamp = try Self.stamp(folder, "out/2023/250-某某局.xlsx")
    #expect(stamp["BudgetSheets.Code"] == "250" && stamp["BudgetSheets.Department"] == "某某局")
    #expect(stamp["BudgetSheets.Year"] == "2023" && stamp["BudgetSheets.Set"] == "small")
    #expect(run.lines.last?.hasSuffix("运行 sheets check 收回/ --departments 名单.csv --templates small --set small") == true)
    // The same order gives the same bytes.
    let again = try Self.new(["-o", "again", "--jobs", "1"], in: folder)
    #expect(again.status == 0)
    for name in Self.names {
      #expect(
        try CleanCommandTests.bytes(folder, "again/\(name)") == CleanCommandTests.bytes(folder, "out/2023/\(name)"))
    }
  }

  @Test func theStatusSaysHowItCameOut() throws {
    let folder = try Self.folder()
    try folder.write("x", to: "坏.xlsx")
    try folder.write(try SmallSet.workbook(), to: "表.xlsx")
    try folder.write("{", to: "坏.json")
    let cases: [([String], Int32)] = [
      (["--dry-run"], 0), (["--prior", "无.xlsx"], 66), (["--prior", "坏.xlsx"], 65), (["--departments", "无.csv"], 66),
      (["--departments", "坏.xlsx"], 65), (["--departments", "坏.json"], 65), (["--departments", "表.xlsx"], 65),
      (["-o", "名单.csv"], 73), (["-o", "名单.csv/out"], 73), (["--name", "{name}"], 64), (["--name", "{nam}.xlsx"], 64),
      (["--name", "x/{name}.xlsx"], 64), (["--name", "预算.xlsx"], 73), (["--year", "24"], 64),
      (["--due", "2024-02-30"], 64),
      (["--spare", "-1"], 64), (["--spare", "9999"], 64), (["--jobs", "0"], 64), (["--only", "25"], 64),
      (["--only", ","], 64),
      (["--format", "csv"], 64), (["--set", "none"], 64), (["-o", ""], 64),
    ]
    for (arguments, status) in cases {
      let run = try Self.new(["-o", "out"] + arguments, in: folder)
      #expect(run.status == status, "\(arguments) \(run.message)")
    }
    #expect(!folder.exists("out"))
    #expect(try SheetsRun(["new", "-o", "out"], in: folder).message.hasPrefix("缺少参数 --departments <list>。"))
  }

  @Test func theYearAndTheSetAreSaid() throws {
    let folder = try Self.folder()
    let known = try Self.new(["-o", "a", "--dry-run", "--lang", "zh"], in: folder)
    #expect(known.lines.first == "小表（small），2023 年" && !known.output.contains("适用于"))
    let other = try Self.new(["-o", "a", "--year", "2031", "--lang", "zh"], in: folder)
    #expect(other.status == 0 && other.lines.first == "小表（small），2031 年")
    #expect(other.output.contains("  这套表样适用于 2023 年；用于 2031 年前，请核对表样有无变动。\n"))
    #expect(try Self.stamp(folder, "a/250-某某局.xlsx")["BudgetSheets.Year"] == "2031")
    // Two sets of one year: nobody can tell.
    let unset = ["new", "--departments", "名单.csv", "--templates", "small", "-o", "b", "--lang", "zh"]
    let two = try SheetsRun(unset + ["--year", "2023"], in: folder)
    #expect(two.status == 64 && two.message == "有几套表样都可用：luoyang-2023、small。请用 --set 指定一套。\n")
    // The newest of those that are meant for the year.
    let definition = try folder.text("small/set.yaml")
    try folder.write(definition.replacing("[\"2023\"]", with: "[\"2030\", \"2031\"]"), to: "small/set.yaml")
    let newest = try SheetsRun(unset + ["--year", "2030", "--dry-run"], in: folder)
    #expect(newest.lines.first == "小表（small），2030 年")
    let older = try SheetsRun(unset + ["--year", "2023", "--dry-run"], in: folder)
    #expect(older.lines.first?.contains("luoyang-2023") == true)
    #expect(try SheetsRun(unset, in: folder).message.hasPrefix("请用 --year 指定预算年度。"))
  }

  @Test func onlySomeDepartments() throws {
    let folder = try Self.folder()
    let run = try Self.new(["-o", "out", "--only", "012, 某某局", "--lang", "zh"], in: folder)
    #expect(run.status == 0 && run.output.contains("  名单共 3 个部门，只做其中 2 个\n"))
    #expect(try Self.files(folder) == ["012-档案馆.xlsx", "250-某某局.xlsx"])
    let near = try Self.new(["-o", "out", "--only", "25", "--lang", "zh"], in: folder)
    #expect(near.message == "--only：名单中没有“25”，是否为 250？\n")
  }

  // MARK: What stands there already

  @Test func nothingIsWrittenWhereSomethingStands() throws {
    let folder = try Self.folder()
    try folder.write("mine", to: "out/101-财政局.xlsx")
    let run = try Self.new(["-o", "out", "--lang", "zh"], in: folder)
    #expect(run.status == 73 && run.output.isEmpty)
    #expect(
      run.message
        == "out/101-财政局.xlsx：文件已存在，未改动。换一个文件名，或加 --force。\n没有写出文件。接着上次做，加 --resume。\n")
    #expect(try Self.files(folder) == ["101-财政局.xlsx"])
    #expect(try folder.text("out/101-财政局.xlsx") == "mine")
    #expect(try Self.new(["-o", "out", "--force"], in: folder).status == 0)
    #expect(try Self.stamp(folder, "out/101-财政局.xlsx")["BudgetSheets.Code"] == "101")
  }

  @Test func anInterruptedRunIsTakenUpAgain() throws {
    let folder = try Self.folder()
    #expect(try Self.new(["-o", "out"], in: folder).status == 0)
    let whole = try CleanCommandTests.bytes(folder, "out/250-某某局.xlsx")
    let modified = try FileManager.default.attributesOfItem(atPath: folder.path("out/250-某某局.xlsx"))[.modificationDate]
    try FileManager.default.removeItem(atPath: folder.path("out/012-档案馆.xlsx"))
    let half = try CleanCommandTests.bytes(folder, "out/101-财政局.xlsx")
    try folder.write(Array(half.prefix(half.count / 2)), to: "out/101-财政局.xlsx")
    try folder.write("x", to: "out/.xlsx-3k9zq1.tmp")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -700)], ofItemAtPath: folder.path("out/.xlsx-3k9zq1.tmp"))
    // That of another run, which is still going on.
    try folder.write("x", to: "out/.xlsx-7b2.tmp")
    try folder.write("x", to: "out/.xlsx-别的.tmp")

    let run = try Self.new(["-o", "out", "--resume", "--lang", "zh"], in: folder)
    #expect(run.status == 73)
    for line in ["  已清除上次中断时留下的临时文件 1 个", "  1  已生成", "  1  已有，未改动", "  1  未生成"] {
      #expect(run.lines.contains { $0 == line }, "\(run.output)")
    }
    #expect(run.output.contains("  101 财政局：已有的文件不完整，或不是工作簿；未改动，移走它或加 --force\n"))
    #expect(run.lines.last?.contains("--resume") == true)
    #expect(try CleanCommandTests.bytes(folder, "out/101-财政局.xlsx").count == half.count / 2)
    #expect(try Self.files(folder) == [".xlsx-7b2.tmp", ".xlsx-别的.tmp"] + Self.names)

    let forced = try Self.new(["-o", "out", "--resume", "--force", "--lang", "zh"], in: folder)
    #expect(forced.status == 0 && forced.lines.contains("  2  已有，未改动"))
    #expect(try CleanCommandTests.bytes(folder, "out/101-财政局.xlsx") == half)
    #expect(try CleanCommandTests.bytes(folder, "out/250-某某局.xlsx") == whole)
    let now = try FileManager.default.attributesOfItem(atPath: folder.path("out/250-某某局.xlsx"))[.modificationDate]
    #expect(now as? Date == modified as? Date)
  }

  @Test func aDepartmentWithoutACodeIsKnownAgain() throws {
    let folder = try Self.folder("部门名称\n档案馆\n财政局\n")
    #expect(try Self.new(["-o", "out"], in: folder).status == 0)
    #expect(try Self.files(folder) == ["档案馆.xlsx", "财政局.xlsx"])
    let run = try Self.new(["-o", "out", "--resume", "--lang", "zh"], in: folder)
    #expect(run.status == 0 && run.lines.contains("  2  已有，未改动"), "\(run.output)")
  }

  @Test func whatIsOfAnotherOrderIsToldAndStays() throws {
    let folder = try Self.folder()
    #expect(try Self.new(["-o", "out", "--year", "2022"], in: folder).status == 0)
    try folder.write(try SmallSet.workbook(), to: "out/012-档案馆.xlsx")
    let before = try CleanCommandTests.content(folder, "out")
    let run = try Self.new(["-o", "out", "--resume", "--lang", "zh"], in: folder)
    #expect(run.status == 73 && run.lines.contains("  3  未生成"))
    #expect(run.output.contains("  101 财政局：已有的文件属于 101 财政局 2022（small）；未改动，移走它或加 --force\n"))
    #expect(run.output.contains("  012 档案馆：已有的文件不是本命令生成的；"))
    #expect(try CleanCommandTests.content(folder, "out") == before)
    // Other definitions, other forms.
    #expect(try Self.new(["-o", "out", "--force"], in: folder).status == 0)
    try folder.write(try folder.text("small/1.yaml") + "\n# another file\n", to: "small/1.yaml")
    let outdated = try Self.new(["-o", "out", "--resume", "--lang", "zh"], in: folder)
    #expect(outdated.output.contains("  250 某某局：已有的文件是按另一版表样生成的；"))
  }

  @Test func twoDepartmentsForOneFileAreToldFirst() throws {
    let folder = try Self.folder("编码,名称\n301,中心小学\n302,中心小学\n303,甲/乙\n304,甲:乙\n")
    let run = try Self.new(["-o", "out", "--name", "{name}.xlsx", "--lang", "zh"], in: folder)
    #expect(run.status == 73 && run.output.isEmpty && !folder.exists("out"))
    #expect(run.message.contains("out/中心小学.xlsx：“301 中心小学”和“302 中心小学”的文件会同名。\n"))
    #expect(run.message.contains("out/甲_乙.xlsx：“303 甲/乙”和“304 甲:乙”的文件会同名。\n"))
    #expect(try Self.new(["-o", "out"], in: folder).status == 0)
    // Upper and lower case are one to some systems.
    try folder.write("编码,名称\na1,甲\nA1,甲\n", to: "大小写.csv")
    let cases = try Self.new(["-o", "cases"], in: folder, list: "大小写.csv")
    #expect(cases.status == 73 && cases.message.contains("“a1 甲”") && cases.message.contains("“A1 甲”"))
  }

  @Test func aFailureLeavesTheOthersDone() throws {
    let folder = try Self.folder("编码,名称\n250,某某局\n101,\n012,档案馆\n")
    try folder.write("x", to: "out/250-某某局.xlsx/x")
    let run = try Self.new(["-o", "out", "--force", "--lang", "zh"], in: folder)
    #expect(run.status == 73)
    #expect(run.output.contains("未生成\n  250 某某局：out/250-某某局.xlsx"))
    #expect(run.output.contains("  101：名单中没有写明部门名称\n"))
    #expect(try Self.files(folder) == ["012-档案馆.xlsx", "250-某某局.xlsx"])
    #expect(run.lines.contains("  1  已生成") && run.lines.contains("  2  未生成"))
  }

  @Test func noInputIsReplaced() throws {
    let folder = try Self.folder()
    try folder.write(try SmallSet.workbook(), to: "prior/a.xlsx")
    let run = try Self.new(["-o", "prior", "--prior", "prior", "--force"], in: folder)
    #expect(run.status == 73 && !run.message.isEmpty)
    #expect(try Self.files(folder, "prior") == ["a.xlsx"])
    // The list itself, under the name of a result.
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("250-某某局.xlsx"), withDestinationPath: folder.path("名单.csv"))
    let list = try Self.new(["-o", ".", "--force", "--lang", "zh"], in: folder)
    #expect(list.status == 73 && list.message.contains("250-某某局.xlsx：输出与输入是同一个文件"))
    #expect(try folder.text("名单.csv") == Self.list)
  }
}
