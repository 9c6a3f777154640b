import Foundation
import Testing

/// `sheets check --prior`: which workbook of the year before stands beside which, and what is shown of both.
@Suite struct CheckPriorTests {
  /// Workbooks of three departments; of the first the year before is there, of the second twice, of the third not.
  static func folder() throws -> TestFolder {
    let folder = try TestFolder()
    try SmallSet.write(to: folder)
    let set = try folder.text("small/set.yaml")
    try folder.write(set + "\ngrowth: [{label: 合计, of: \"1[合计, 合计]\"}]\n", to: "small/set.yaml")
    try folder.write("- {id: U01, rule: \"1[合计, 合计] <= prior 1[合计, 合计]\"}\n", to: "u.yaml")
    try folder.write(try SmallSet.workbook(), to: "in/1.xlsx")
    try folder.write(try SmallSet.workbook(code: "251", department: "财政局"), to: "in/2.xlsx")
    try folder.write(try SmallSet.workbook(code: "301", department: "档案馆"), to: "in/3.xlsx")
    // Its name was another one; the code is what counts.
    try folder.write(try SmallSet.workbook(department: "旧某某局", total: 40, year: "2022"), to: "上年/丙.xlsx")
    try folder.write(try SmallSet.workbook(code: "251", department: "财政局", year: "2022"), to: "上年/甲.xlsx")
    try folder.write(try SmallSet.workbook(code: "251", department: "财政局", year: "2022"), to: "上年/乙.xlsx")
    return folder
  }

  static func check(_ arguments: [String], in folder: TestFolder) throws -> SheetsRun {
    try CheckCommandTests.check(arguments, in: folder)
  }

  @Test func everyWorkbookStandsBesideItsOwn() throws {
    let folder = try Self.folder()
    let run = try Self.check(["in", "--prior", "上年", "--rules", "u.yaml", "--all", "--lang", "zh"], in: folder)
    #expect(run.status == 2, "\(run.message)")
    for line in [
      "与上年比较（丙.xlsx，2022 年，旧某某局）", "  合计：本年 30.00，上年 40.00，较上年减少10.00万元，下降25.00%",
      "  提示 F11  “251 财政局”上年的工作簿不止一个（上年/乙.xlsx [2022]、上年/甲.xlsx [2022]），都未采用，未与上年比较。请只留一个。",
      "  提示 F10  没有“301 档案馆”上年的工作簿可用，未与上年比较。请核对上年工作簿中的编码和名称，或补上该工作簿。",
      "应检 12 · 通过 12 · 不通过 0 · 不适用 0 · 未能检查 0",
    ] {
      #expect(run.lines.filter { $0 == line }.count == 1, "\(line)\n\(run.output)")
    }
    #expect(run.lines.filter { $0 == "  未能检查：没有上年的工作簿（U01）" }.count == 2)
    // In a list of many each has a line of it.
    let blocks = try Self.check(["in", "--prior", "上年", "--lang", "en"], in: folder)
    #expect(blocks.status == 0, "\(blocks.output)")
    #expect(
      blocks.lines.filter { $0 == "  合计: 10.00 万元 less than the year before, down 25.00%" }.count == 1,
      "\(blocks.output)")
  }

  @Test func theNextCommandNamesTheYearBeforeToo() throws {
    let folder = try Self.folder()
    try folder.write(try SmallSet.workbook(total: 31), to: "错.xlsx")
    let run = try Self.check(["错.xlsx", "--prior", "上年", "--lang", "zh"], in: folder)
    #expect(run.output.contains("sheets check 错.xlsx --prior 上年 --annotate 退回/"), "\(run.output)")
  }

  @Test func aSingleFileThatWasNamedIsTaken() throws {
    let folder = try Self.folder()
    let run = try Self.check(["in/3.xlsx", "--prior", "上年/丙.xlsx", "--lang", "zh"], in: folder)
    #expect(run.status == 0 && run.message.isEmpty)
    #expect(
      run.output.contains("需说明 F14  上年的工作簿 上年/丙.xlsx 写的是“250 旧某某局”，本工作簿是“301 档案馆”；已与它比较。请核对是否同一部门。"))
    #expect(run.output.contains("较上年减少10.00万元，下降25.00%"))
    // Of several files nobody said which.
    let several = try Self.check(
      ["in/1.xlsx", "in/3.xlsx", "--prior", "上年/丙.xlsx", "--all", "--lang", "zh"], in: folder)
    #expect(several.output.contains("F10  没有“301 档案馆”") && !several.output.contains("本工作簿是“301"))
    #expect(several.lines.filter { $0.hasPrefix("与上年比较") }.count == 1)
    // Nor of a folder, be there one file in it.
    try FileManager.default.createDirectory(atPath: folder.path("一"), withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: folder.path("上年/丙.xlsx"), toPath: folder.path("一/丙.xlsx"))
    let other = try Self.check(["in/3.xlsx", "--prior", "一", "--lang", "zh"], in: folder)
    #expect(other.output.contains("F10") && !other.output.contains("与上年比较（"))
  }

  @Test func aWorkbookWithoutACodeIsFoundByItsWholeName() throws {
    let folder = try Self.folder()
    try folder.write(try SmallSet.workbook(code: "", department: "档案馆"), to: "in/3.xlsx")
    try folder.write(try SmallSet.workbook(code: "777", department: "档 案 馆", total: 24, year: "2022"), to: "上年/丁.xlsx")
    try folder.write(try SmallSet.workbook(code: "778", department: "市档案馆", year: "2022"), to: "上年/戊.xlsx")
    let run = try Self.check(["in/3.xlsx", "--prior", "上年", "--lang", "zh"], in: folder)
    #expect(run.output.contains("较上年增加6.00万元，增长25.00%"), "\(run.output)")
  }

  @Test func whatCannotBeReadIsToldAndTheOthersAreTaken() throws {
    let folder = try Self.folder()
    try folder.write("x", to: "上年/坏.xlsx")
    let run = try Self.check(["in/1.xlsx", "--prior", "上年", "--lang", "zh"], in: folder)
    #expect(
      run.status == 2 && run.message == "坏.xlsx：不是 .xlsx 工作簿。请在 Excel 中另存为 .xlsx。\n" || run.message.contains("坏.xlsx"))
    #expect(run.status == 2 && run.output.contains("下降25.00%"))
    // A single one ends the command, before anything is checked.
    let bad = try Self.check(["in/1.xlsx", "--prior", "上年/坏.xlsx"], in: folder)
    #expect(bad.status == 65 && bad.output.isEmpty && bad.message.contains("坏.xlsx"))
    let none = try Self.check(["in/1.xlsx", "--prior", "无.xlsx"], in: folder)
    #expect(none.status == 66 && none.output.isEmpty)
    try FileManager.default.createDirectory(atPath: folder.path("空"), withIntermediateDirectories: true)
    #expect(try Self.check(["in/1.xlsx", "--prior", "空"], in: folder).status == 66)
  }

  @Test func aSetWithoutAMappingIsTold() throws {
    let folder = try Self.folder()
    try folder.write(try Submissions.bytes("invented-2023"), to: "别.xlsx")
    let run = try Self.check(["in/1.xlsx", "--prior", "别.xlsx", "--lang", "zh"], in: folder)
    #expect(
      run.output.contains("提示 F12  上年的工作簿 别.xlsx 属于表样“luoyang-2023”，“small”没有写明与它的对应关系，未与上年比较。"),
      "\(run.output)")
    #expect(run.status == 0 && !run.output.contains("与上年比较（"))
  }

  @Test func aWorkbookOfAnOlderSetIsCarriedOver() throws {
    let folder = try TestFolder()
    try folder.write(try Submissions.bytes("laocheng-2023"), to: "2023.xlsx")
    let older = SheetsRun.tests.appendingPathComponent("BudgetSheetsTests/Fixtures/submissions-2021/gongxin-2021.xlsx")
    try folder.write(Array(try Data(contentsOf: older)), to: "2021.xlsx")
    // Whatever set this year's workbooks are held to be of.
    for set in [[], ["--set", "luoyang-2023"]] {
      let run = try SheetsRun(["check", "2023.xlsx", "--prior", "2021.xlsx", "--lang", "zh"] + set, in: folder)
      #expect(run.lines.contains("与2021年比较（2021.xlsx，2021 年，工信科技金融办，由 luoyang-2021 转换）"), "\(run.output)")
      #expect(run.lines.contains("  一般公共预算收支预算：本年 634.34，2021年 904.34，较2021年减少270.00万元，下降29.86%"))
      #expect(run.lines.contains("  收入总计：无法与2021年比较：预算01表在上年的工作簿中没有对应的表"))
    }
  }

  @Test func aWorkbookThatIsNotOlderIsTold() throws {
    let folder = try Self.folder()
    let run = try Self.check(["in/1.xlsx", "--prior", "in/1.xlsx", "--lang", "zh"], in: folder)
    #expect(run.output.contains("需说明 F13  上年的工作簿 1.xlsx 是 2023 年的，并不早于本工作簿的 2023 年。"), "\(run.output)")
    #expect(run.output.contains("与2023年持平"))
  }

  @Test func programsAreToldTheSame() throws {
    let folder = try Self.folder()
    let json = try Self.check(["in/1.xlsx", "--prior", "上年", "--format", "json", "--lang", "zh"], in: folder)
    let report = try #require(try json.json() as? [String: Any])
    let growth = try #require(report["growth"] as? [[String: Any]])
    #expect(growth.count == 1 && growth[0]["percent"] as? String == "-25.00")
    #expect(growth[0]["text"] as? String == "较上年减少10.00万元，下降25.00%")
    #expect((report["prior"] as? [String: Any])?["department"] as? String == "旧某某局")
    let page = try Self.check(["in/1.xlsx", "--prior", "上年", "--format", "html", "--lang", "zh"], in: folder)
    #expect(page.output.contains("id=\"growth\"") && page.output.contains("较上年减少10.00万元，下降25.00%"))
    let sarif = try Self.check(["in/1.xlsx", "--prior", "上年", "--format", "sarif", "--lang", "zh"], in: folder)
    #expect(!sarif.output.contains("growth") && !sarif.output.contains("下降25.00%"))
    // Without it nothing speaks of it.
    let plain = try Self.check(["in/1.xlsx", "--format", "json"], in: folder)
    #expect(!plain.output.contains("growth") && !plain.output.contains("prior"))
  }

  @Test func noResultTakesThePlaceOfAWorkbookOfTheYearBefore() throws {
    let folder = try Self.folder()
    let before = try Data(contentsOf: folder.url.appendingPathComponent("上年/丙.xlsx"))
    let run = try Self.check(
      ["in/1.xlsx", "--prior", "上年/丙.xlsx", "--format", "json", "-o", "上年/丙.xlsx", "--force"], in: folder)
    #expect(run.status == 73)
    #expect(try Data(contentsOf: folder.url.appendingPathComponent("上年/丙.xlsx")) == before)
    #expect(try Self.check(["in", "--prior", "上年", "--annotate", "上年"], in: folder).status == 73)
  }

  @Test func theExplanationOfSuchARuleSaysWhatItNeeds() throws {
    let folder = try Self.folder()
    let run = try SheetsRun(
      ["explain", "U01", "--rules", "u.yaml", "--templates", "small", "--set", "small", "--lang", "zh"], in: folder)
    #expect(run.status == 0 && run.output.contains("上年：须用 --prior 给出上年的工作簿，否则不检查"))
    let show = try SheetsRun(
      ["template", "show", "1", "--templates", "small", "--set", "small", "--lang", "zh"], in: folder)
    #expect(show.output.contains("与上年比较的数：\n  合计  1[合计, 合计]\n"), "\(show.output)")
  }
}
