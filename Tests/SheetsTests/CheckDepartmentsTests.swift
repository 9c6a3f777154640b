import Foundation
import Testing
import XlsxPackage
import XlsxWrite

/// `sheets check --departments`: who has handed in, and who has not.
@Suite struct CheckDepartmentsTests {
  static func folder() throws -> TestFolder {
    let folder = try TestFolder()
    try SmallSet.write(to: folder)
    try folder.write(try SmallSet.workbook(), to: "in/1.xlsx")
    try folder.write(try SmallSet.workbook(code: "251", department: "财政局"), to: "in/2.xlsx")
    try folder.write(try SmallSet.workbook(), to: "in/3.xlsx")
    try folder.write(try SmallSet.workbook(code: "777", department: "某县教育局"), to: "in/4.xlsx")
    try folder.write("no workbook", to: "in/5.xlsx")
    return folder
  }

  static let list = "编码,名称\n250,某某局\n251,财 政 局\n300,教育局\n301,档案馆\n"

  static func check(_ arguments: [String], in folder: TestFolder) throws -> SheetsRun {
    try CheckCommandTests.check(arguments, in: folder)
  }

  @Test func whoIsMissingWhoCameTwiceAndWhoIsUnknown() throws {
    let folder = try Self.folder()
    try folder.write("\u{FEFF}" + Self.list, to: "名单.csv")
    let run = try Self.check(["in", "--departments", "名单.csv", "--lang", "zh"], in: folder)
    #expect(run.status == 65)
    for line in [
      "报送情况（名单共 4 个部门）：已报送 2 · 未报送 2 · 重复报送 1 · 不在名单 1", "  未报送：300 教育局", "  未报送：301 档案馆",
      "  （另有 1 个文件无法读取，可能就是上列部门的）", "  重复报送：250 某某局：in/1.xlsx、in/3.xlsx",
      "  不在名单：in/4.xlsx（777 某县教育局）；是否为“300 教育局”？",
    ] {
      #expect(run.lines.contains { $0 == line }, "\(line) \(run.output)")
    }
    #expect(run.lines.last?.contains("2 个部门未报送") == true)
  }

  @Test func everybodyOnceIsSuccess() throws {
    let folder = try Self.folder()
    try folder.write("部门名称\n某某局\n财政局\n", to: "名单.csv")
    let run = try Self.check(["in/1.xlsx", "in/2.xlsx", "--departments", "名单.csv", "--lang", "en"], in: folder)
    #expect(run.status == 0, "\(run.output)\(run.message)")
    #expect(run.output.contains("received 2 · missing 0 · twice 0 · not on the list 0"))
    // Each by itself is a finding of the collection.
    for files in [["1"], ["1", "2", "3"], ["1", "2", "4"]] {
      let paths = files.map { "in/\($0).xlsx" }
      #expect(try Self.check(paths + ["--departments", "名单.csv"], in: folder).status == 1, "\(files)")
    }
  }

  @Test func listsOfEveryKind() throws {
    let folder = try Self.folder()
    // 编码,名称 250,某某局 251,财政局 in GB18030
    let bytes: [UInt8] =
      [0xB1, 0xE0, 0xC2, 0xEB, 0x2C, 0xC3, 0xFB, 0xB3, 0xC6, 0x0A] + Array("250,".utf8)
      + [0xC4, 0xB3, 0xC4, 0xB3, 0xBE, 0xD6, 0x0A] + Array("251,".utf8) + [0xB2, 0xC6, 0xD5, 0xFE, 0xBE, 0xD6, 0x0A]
    try folder.write(bytes, to: "gb.csv")
    try folder.write(#"[{"code": "250", "name": "某某局"}, {"code": 251, "name": "财政局"}]"#, to: "list.json")
    let writer = try WorkbookWriter()
    let sheet = try writer.addWorksheet(named: "名单")
    for (row, department) in [(1.0, "某某局"), (250, "某某局"), (251, "财政局")].enumerated() {
      if row == 0 {
        try sheet.write(text: "部门代码", at: CellReference(row: 1, column: 1))
        try sheet.write(text: "部门", at: CellReference(row: 1, column: 2))
      } else {
        try sheet.write(number: department.0, at: CellReference(row: row + 1, column: 1))
        try sheet.write(text: department.1, at: CellReference(row: row + 1, column: 2))
      }
    }
    try folder.write(try writer.closeToBytes(), to: "list.xlsx")
    for list in ["gb.csv", "list.json", "list.xlsx"] {
      let run = try Self.check(["in/1.xlsx", "in/2.xlsx", "--departments", list], in: folder)
      #expect(run.status == 0, "\(list) \(run.output)\(run.message)")
    }
  }

  @Test func theReportsForProgramsStayPure() throws {
    let folder = try Self.folder()
    try folder.write(Self.list, to: "名单.csv")
    let run = try Self.check(["in", "--departments", "名单.csv", "--format", "json", "--lang", "zh"], in: folder)
    let reports = try #require(try run.json() as? [[String: Any]])
    #expect(reports.count == 5 && run.message.contains("  未报送：301 档案馆"))
    let envelope = try Self.check(
      ["in", "--departments", "名单.csv", "--format", "json", "--envelope"], in: folder)
    let value = try #require(try envelope.json() as? [String: Any])
    #expect((value["reports"] as? [Any])?.count == 5)
    let departments = try #require(value["departments"] as? [String: Any])
    #expect((departments["missing"] as? [[String: String]])?.map { $0["code"] } == ["300", "301"])
    let single = try Self.check(["in/1.xlsx", "--format", "json", "--envelope"], in: folder)
    #expect(((try single.json() as? [String: Any])?["reports"] as? [Any])?.count == 1)
  }

  @Test func aBudgetIsNoList() throws {
    let folder = try Self.folder()
    let run = try Self.check(["in", "--departments", "in/1.xlsx", "--lang", "zh"], in: folder)
    #expect(run.status == 65 && run.output.isEmpty)
    #expect(run.message == "in/1.xlsx：这是预算表，不是部门名单。名单应有“编码”和“名称”两列。\n")
    // Nor is any other table of words.
    try folder.write("收入,支出\n合计,总计\n", to: "表.csv")
    #expect(try Self.check(["in", "--departments", "表.csv"], in: folder).status == 65)
  }

  @Test func aListThatCannotBeReadEndsTheCommand() throws {
    let folder = try Self.folder()
    try folder.write("编码,名称\n", to: "空.csv")
    let empty = try Self.check(["in", "--departments", "空.csv", "--lang", "en"], in: folder)
    #expect(
      empty.status == 65 && empty.output.isEmpty && empty.message.hasPrefix("空.csv: the list names no department"))
    #expect(try Self.check(["in", "--departments", "无.csv"], in: folder).status == 66)
    #expect(try Self.check(["in", "--departments", "in/5.xlsx"], in: folder).status == 65)
  }
}
