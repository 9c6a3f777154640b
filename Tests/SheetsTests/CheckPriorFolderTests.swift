import Foundation
import Testing

/// `sheets check --prior DIR`: which of several workbooks is that of the year before.
@Suite struct CheckPriorFolderTests {
  private func folder(_ prior: [(file: String, code: String, name: String, year: String, total: Double)]) throws
    -> TestFolder
  {
    let folder = try TestFolder()
    try SmallSet.write(to: folder)
    let set = try folder.text("small/set.yaml")
    try folder.write(set + "\ngrowth: [{label: 合计, of: \"1[合计, 合计]\"}]\n", to: "small/set.yaml")
    try folder.write(try SmallSet.workbook(), to: "本年.xlsx")
    for workbook in prior {
      try folder.write(
        try SmallSet.workbook(
          code: workbook.code, department: workbook.name, total: workbook.total, year: workbook.year),
        to: workbook.file)
    }
    return folder
  }

  private func check(_ arguments: [String], in folder: TestFolder) throws -> SheetsRun {
    try CheckPriorTests.check(arguments + ["--lang", "zh"], in: folder)
  }

  @Test func theWorkbookOfTheYearBeforeIsTaken() throws {
    let folder = try folder([
      ("历年/甲.xlsx", "250", "某某局", "2021", 10), ("历年/乙.xlsx", "250", "某某局", "2022", 40),
      ("历年/丙.xlsx", "250", "某某局", "2023", 30),
    ])
    let run = try check(["本年.xlsx", "--prior", "历年"], in: folder)
    #expect(run.output.contains("与上年比较（乙.xlsx，2022 年，某某局）"), "\(run.output)")
    #expect(run.output.contains("较上年减少10.00万元") && !run.output.contains("F11"))
    // Two of the year before, or none of several: nobody knows which is meant.
    try folder.write(try SmallSet.workbook(year: "2022"), to: "历年/丁.xlsx")
    let twice = try check(["本年.xlsx", "--prior", "历年"], in: folder)
    #expect(twice.output.contains("F11") && twice.output.contains("历年/乙.xlsx [2022]"), "\(twice.output)")
    #expect(twice.output.contains("历年/甲.xlsx [2021]") && !twice.output.contains("与上年比较（"))
  }

  @Test func theCheckedFileIsNeverItsOwnYearBefore() throws {
    let folder = try folder([("件/甲.xlsx", "250", "某某局", "2021", 40)])
    try FileManager.default.moveItem(atPath: folder.path("本年.xlsx"), toPath: folder.path("件/本年.xlsx"))
    let run = try check(["件/本年.xlsx", "--prior", "件"], in: folder)
    #expect(run.output.contains("与2021年比较（甲.xlsx，2021 年，某某局）"), "\(run.output)")
    #expect(run.output.contains("合计：本年 30.00，2021年 40.00，较2021年减少10.00万元，下降25.00%"))
    #expect(run.output.contains("提示 F16") && !run.output.contains("F11") && !run.output.contains("F13"))
    try FileManager.default.removeItem(atPath: folder.path("件/甲.xlsx"))
    #expect(try check(["件/本年.xlsx", "--prior", "件"], in: folder).output.contains("F10"))
  }

  @Test func anotherNameUnderTheCodeIsTold() throws {
    let folder = try folder([("上年/甲.xlsx", "250", "别的局", "2022", 40)])
    let run = try check(["本年.xlsx", "--prior", "上年"], in: folder)
    #expect(
      run.output.contains("提示 F14  上年的工作簿 上年/甲.xlsx 写的是“250 别的局”，本工作簿是“250 某某局”"), "\(run.output)")
    #expect(run.output.contains("较上年减少10.00万元"))
  }

  @Test func anotherCodeUnderTheNameIsNotTaken() throws {
    let folder = try folder([("上年/甲.xlsx", "777", "某某局", "2022", 40)])
    let run = try check(["本年.xlsx", "--prior", "上年"], in: folder)
    #expect(run.output.contains("需说明 F15") && run.output.contains("“777 某某局”与“250 某某局”"), "\(run.output)")
    #expect(!run.output.contains("与上年比较（"))
    // Named by itself it is taken, with a warning.
    let named = try check(["本年.xlsx", "--prior", "上年/甲.xlsx"], in: folder)
    #expect(named.output.contains("需说明 F14") && named.output.contains("较上年减少10.00万元"), "\(named.output)")
    // Without a code on one side the name decides.
    try folder.write(try SmallSet.workbook(code: "", total: 40, year: "2022"), to: "上年/甲.xlsx")
    let nameless = try check(["本年.xlsx", "--prior", "上年"], in: folder)
    #expect(nameless.output.contains("较上年减少10.00万元") && !nameless.output.contains("F15"), "\(nameless.output)")
  }

  @Test func severalPlacesOfTheYearBeforeAreAllLookedInto() throws {
    let folder = try folder([
      ("甲/甲.xlsx", "250", "某某局", "2022", 40), ("乙/乙.xlsx", "301", "档案馆", "2022", 20),
    ])
    for order in [["甲", "乙"], ["乙", "甲"], ["甲/甲.xlsx", "乙/乙.xlsx"]] {
      let run = try check(["本年.xlsx", "--prior", order[0], "--prior", order[1]], in: folder)
      #expect(run.output.contains("较上年减少10.00万元，下降25.00%"), "\(run.output)")
    }
  }

  @Test func aSetWithoutFiguresToCompareNamesTheWorkbookAlone() throws {
    let folder = try TestFolder()
    try SmallSet.write(to: folder)
    try folder.write(try SmallSet.workbook(), to: "本年.xlsx")
    try folder.write(try SmallSet.workbook(year: "2022"), to: "去年.xlsx")
    let run = try check(["本年.xlsx", "--prior", "去年.xlsx"], in: folder)
    #expect(run.lines.contains("上年的工作簿：去年.xlsx，2022 年，某某局"), "\(run.output)")
    #expect(!run.output.contains("与上年比较"))
    let page = try check(["本年.xlsx", "--prior", "去年.xlsx", "--format", "html"], in: folder)
    #expect(page.output.contains("上年的工作簿：去年.xlsx") && !page.output.contains("与上年比较"))
  }
}
