import Foundation
import Testing
import XlsxPackage
import XlsxWrite

/// `sheets convert`.
@Suite struct ConvertCommandTests {
  private static let source = SheetsRun.tests.appendingPathComponent(
    "BudgetSheetsTests/Fixtures/submissions-2021/gongxin-2021.xlsx")

  private func folder(_ name: String = "旧.xlsx") throws -> TestFolder {
    let folder = try TestFolder()
    try folder.write([UInt8](try Data(contentsOf: Self.source)), to: name)
    return folder
  }

  private static func bytes(_ name: String, _ folder: TestFolder) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.url.appendingPathComponent(name)))
  }

  /// The names in a folder, in order.
  private static func names(_ name: String, _ folder: TestFolder) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path(name))) ?? []).sorted()
  }

  @Test(arguments: ["zh", "en"]) func aBookIsCarriedOverAndTheRestTold(_ language: String) throws {
    let folder = try folder()
    let run = try SheetsRun(
      ["convert", "旧.xlsx", "--to", "luoyang-2023", "-o", "新.xlsx", "--lang", language], in: folder)
    #expect(run.status == 0 && run.message.isEmpty, "\(run.message)")
    try Snapshot.expect(run.output, "convert-\(language)")
    let read = try SheetsRun(["read", "新.xlsx", "--format", "json"], in: folder)
    let book = try #require(try read.json() as? [String: Any])
    #expect(book["set"] as? String == "luoyang-2023" && book["department"] as? String == "工信科技金融办")
    // The older workbook is as it was.
    #expect(try Self.bytes("旧.xlsx", folder) == [UInt8](try Data(contentsOf: Self.source)))
  }

  @Test func jsonIsCompleteAndShortListsAreNot() throws {
    let folder = try folder()
    let run = try SheetsRun(
      ["convert", "旧.xlsx", "--to", "luoyang-2023", "-o", "新.xlsx", "--format", "json", "--lang", "en"], in: folder)
    let object = try #require(try run.json() as? [String: Any])
    #expect(object["format"] as? String == "budgetsheets.conversion" && object["version"] as? Int == 1)
    #expect(object["from"] as? String == "luoyang-2021" && object["to"] as? String == "luoyang-2023")
    let left = try #require(object["left"] as? [[String: Any]])
    #expect(left.count == 23)
    #expect(left.allSatisfy { $0["cell"] is String && $0["reason"] as? String == "notCarried" })
    let sums = try #require(object["sums"] as? [[String: Any]])
    #expect(sums.allSatisfy { $0["difference"] as? String == "0.00" })
    #expect(
      sums.contains {
        $0["form"] as? String == "04" && $0["pane"] as? String == "支出" && $0["after"] as? String == "904.34"
      })
    let all = try SheetsRun(
      ["convert", "旧.xlsx", "--to", "luoyang-2023", "-o", "新2.xlsx", "--all", "--lang", "zh"], in: folder)
    #expect(all.lines.count { $0.contains("指标值类型：定性") } == 10)
    #expect(all.lines.count { $0.hasSuffix("其他资金：0.00") } == 13)
  }

  @Test func nothingIsReplacedUnlessAsked() throws {
    let folder = try folder()
    try folder.write("old", to: "新.xlsx")
    let command = ["convert", "旧.xlsx", "--to", "luoyang-2023", "-o", "新.xlsx", "--lang", "en"]
    let refused = try SheetsRun(command, in: folder)
    #expect(refused.status == 73 && refused.message.contains("exists") && refused.output.isEmpty)
    #expect(try folder.text("新.xlsx") == "old")
    #expect(try SheetsRun(command + ["--force"], in: folder).status == 0)
    let itself = try SheetsRun(
      ["convert", "旧.xlsx", "--to", "luoyang-2023", "-o", "./旧.xlsx", "--force", "--lang", "en"], in: folder)
    #expect(itself.status == 73 && itself.message.contains("the output is an input"))
    #expect(try Self.bytes("旧.xlsx", folder) == [UInt8](try Data(contentsOf: Self.source)))
  }

  @Test func aFolderGoesIntoAFolder() throws {
    let folder = try folder("in/甲.xlsx")
    try folder.write([UInt8](try Data(contentsOf: Self.source)), to: "in/乙.xlsx")
    try folder.write("no workbook", to: "in/丙.xlsx")
    let run = try SheetsRun(["convert", "in", "--to", "luoyang-2023", "-o", "out", "--lang", "zh"], in: folder)
    #expect(run.status == 65)
    #expect(Self.names("out", folder) == ["乙.xlsx", "甲.xlsx"])
    #expect(run.lines.last == "共 3 个文件，转换 2 个，其中 0 个有未转入或读不出的内容；未转换 1 个。结果在 out。")
    let into = try SheetsRun(
      ["convert", "in", "--to", "luoyang-2023", "-o", "in", "--force", "--lang", "en"], in: folder)
    #expect(into.status == 73 && Self.names("in", folder) == ["丙.xlsx", "乙.xlsx", "甲.xlsx"])
    let json = try SheetsRun(
      ["convert", "in", "--to", "luoyang-2023", "-o", "out", "--format", "json", "--lang", "en"], in: folder)
    let array = try #require(try json.json() as? [[String: Any]])
    #expect(json.status == 73 && array.count == 3 && array.allSatisfy { $0["error"] != nil })
  }

  @Test func whatCannotBeConvertedIsSaidPlainly() throws {
    let folder = try folder()
    #expect(
      try SheetsRun(["convert", "旧.xlsx", "--to", "luoyang-2023", "-o", "新.xlsx"], in: folder).status == 0)
    let same = try SheetsRun(
      ["convert", "新.xlsx", "--to", "luoyang-2023", "-o", "又.xlsx", "--lang", "zh"], in: folder)
    #expect(same.status == 65 && same.output.isEmpty)
    #expect(same.message == "新.xlsx：已经是表样“luoyang-2023”，无须转换。下一步：sheets check 新.xlsx\n")
    let back = try SheetsRun(
      ["convert", "新.xlsx", "--to", "luoyang-2021", "-o", "又.xlsx", "--lang", "en"], in: folder)
    #expect(back.status == 65 && back.message.contains("“luoyang-2021” does not say how its forms go over"))
    #expect(!folder.exists("又.xlsx"))
    let unknown = try SheetsRun(
      ["convert", "旧.xlsx", "--to", "luoyang-20233", "-o", "又.xlsx", "--lang", "en"], in: folder)
    #expect(unknown.status == 64 && unknown.message.contains("did you mean luoyang-2023?"))
    let ending = try SheetsRun(["convert", "旧.xlsx", "--to", "luoyang-2023", "-o", "out", "--lang", "en"], in: folder)
    #expect(ending.status == 64 && ending.message.contains(".xlsx"))
    let missing = try SheetsRun(
      ["convert", "无.xlsx", "--to", "luoyang-2023", "-o", "又.xlsx", "--lang", "en"], in: folder)
    #expect(missing.status == 66)
  }

  /// A set that succeeds only the first form of the small one, and a workbook of that.
  private func smallFolder(asText: Bool = false, total: Double = 30) throws -> TestFolder {
    let folder = try TestFolder()
    try SmallSet.write(to: folder)
    let set = try folder.text("small/set.yaml").replacing("set: small", with: "set: next")
      .replacing("rules: [between.yaml]", with: "predecessors: [from.yaml]")
    try folder.write(set, to: "next/set.yaml")
    for name in ["1.yaml", "2.yaml"] {
      try folder.write(try folder.text("small/" + name).replacing("试验表", with: "预算表"), to: "next/" + name)
    }
    try folder.write("from: small\nforms:\n  - {form: \"1\", succeeds: \"1\"}\n", to: "next/from.yaml")
    try folder.write(SmallSet.workbook(total: total), to: "a.xlsx")
    return folder
  }

  private static let small = ["--templates", "small", "--templates", "next", "--set", "small", "--lang", "en"]

  @Test func whatFindsNoPlaceIsAFinding() throws {
    let folder = try smallFolder()
    let run = try SheetsRun(["convert", "a.xlsx", "--to", "next", "-o", "b.xlsx"] + Self.small, in: folder)
    #expect(run.status == 1 && run.message.isEmpty)
    #expect(run.lines.contains("    1 (was 1): 30.00 → 30.00"))
    #expect(run.lines.contains("    was 2 (no successor): 30.00 → 0.00, differs by -30.00"))
    #expect(run.lines.contains("    no form of the newer set succeeds this one (8):"))
    #expect(run.lines.contains("      另外试验表!C4, C5 合计: 30.00"))
    #expect(folder.exists("b.xlsx"))
  }

  @Test func aTotalThatDisagreesIsKeptAndTold() throws {
    let folder = try smallFolder(total: 31)
    let run = try SheetsRun(["convert", "a.xlsx", "--to", "next", "-o", "b.xlsx"] + Self.small, in: folder)
    #expect(run.status == 1)
    #expect(run.lines.contains("    1 合计 合计: 31.00, its parts 30.00"))
    #expect(run.output.contains("both left as they are (2; "), "\(run.output)")
  }

  @Test func whatCannotBeReadIsListedAndNotChecked() throws {
    let folder = try smallFolder()
    let bytes = try SheetsRun(["read", "a.xlsx", "--format", "json"] + Self.small, in: folder)
    // The amount of the department becomes a text that says none.
    var book = try #require(try bytes.json() as? [String: Any])
    var forms = try #require(book["forms"] as? [[String: Any]])
    var rows = try #require(forms[0]["rows"] as? [[String: Any]])
    var cells = try #require(rows[1]["cells"] as? [String: Any])
    cells["甲"] = ["raw": "约十万"]
    rows[1]["cells"] = cells
    forms[0]["rows"] = rows
    book["forms"] = [forms[0]]
    try folder.write([UInt8](try JSONSerialization.data(withJSONObject: book)), to: "a.json")
    let written = try SheetsRun(["write", "a.json", "-o", "c.xlsx"] + Self.small, in: folder)
    #expect(written.status == 0, "\(written.message)")
    let run = try SheetsRun(["convert", "c.xlsx", "--to", "next", "-o", "d.xlsx"] + Self.small, in: folder)
    #expect(
      run.output.contains("cannot be read as an amount or code, and counts in no sum (1):"),
      "\(run.output)\(run.message)")
    #expect(run.output.contains("约十万"))
    #expect(run.status == 2, "\(run.output)")
  }

  /// What the reading did not take is told again, with the numbers that are in no form.
  @Test func whatWasNotReadIsToldAgain() throws {
    let folder = try smallFolder()
    try folder.write(
      "from: small\nforms:\n  - {form: \"1\", succeeds: \"1\"}\n  - {form: \"2\", succeeds: \"2\"}\n",
      to: "next/from.yaml")
    let writer = try WorkbookWriter()
    for (title, headings) in [
      ("小小试验表", ["单位代码", "名称", "合计", "甲", "乙", "", "多余"]), ("另外试验表", ["代号", "何物", "几许"]),
    ] {
      let sheet = try writer.addWorksheet(named: title)
      try sheet.write(text: "2023年" + title, at: CellReference(row: 1, column: 1))
      try sheet.write(text: "部门名称：某某局", at: CellReference(row: 2, column: 1))
      try sheet.write(text: "单位：万元", at: CellReference(row: 2, column: 4))
      for (column, heading) in headings.enumerated() where !heading.isEmpty {
        try sheet.write(text: heading, at: CellReference(row: 3, column: column + 1))
      }
      try sheet.write(text: "250", at: CellReference(row: 4, column: 1))
      try sheet.write(text: "某某局", at: CellReference(row: 4, column: 2))
      for (column, number) in [30.0, 10, 20].enumerated() {
        try sheet.write(number: number, at: CellReference(row: 4, column: column + 3))
      }
      try sheet.write(number: 5.25, at: CellReference(row: 4, column: 7))
    }
    try folder.write(try writer.closeToBytes(), to: "e.xlsx")
    let run = try SheetsRun(["convert", "e.xlsx", "--to", "next", "-o", "f.xlsx"] + Self.small, in: folder)
    #expect(run.status == 2, "\(run.output)\(run.message)")
    #expect(run.output.contains("error S03  另外试验表") && run.output.contains("note S05  小小试验表!G3"), "\(run.output)")
    #expect(run.lines.contains("  not read (some sheets were not, see below), left blank: 2 (was 2)"), "\(run.output)")
    #expect(run.output.contains("; 5 of them are numbers, as they stand 70.5 in all"), "\(run.output)")
    let again = try SheetsRun(
      ["convert", "./e.xlsx", "--to", "next", "-o", "g.xlsx", "--format", "json"] + Self.small, in: folder)
    let object = try #require(try again.json() as? [String: Any])
    #expect(again.status == 2 && object["file"] as? String == "./e.xlsx")
    #expect((object["findings"] as? [String])?.count { $0.contains("另外试验表") || $0.contains("多余") } == 2)
    let outside = try #require(object["outside"] as? [String: Any])
    #expect(outside["sum"] as? String == "70.5" && (outside["numbers"] as? [Any])?.count == 5)
  }

  @Test func onlyWhatIsBlankIsToBeFilledIn() throws {
    let folder = try smallFolder()
    try folder.write(
      "from: small\nforms:\n  - {form: \"1\", succeeds: \"1\"}\n  - {form: \"2\", succeeds: \"2\"}\n",
      to: "next/from.yaml")
    let run = try SheetsRun(["convert", "a.xlsx", "--to", "next", "-o", "b.xlsx"] + Self.small, in: folder)
    #expect(run.status == 0 && run.lines.last?.hasPrefix("Wrote b.xlsx. Next: sheets check b.xlsx") == true)
  }

  @Test func lintFindsTheOlderSetBesideTheNewerOne() throws {
    let folder = try smallFolder()
    let run = try SheetsRun(["template", "lint", "next", "--lang", "zh"], in: folder)
    #expect(run.status == 0 && run.message == "next/from.yaml：没有写出前身、作为新增的表：2\n", "\(run.message)")
    try folder.write("from: small\nforms:\n  - {form: \"1\", succeeds: \"9\"}\n", to: "next/from.yaml")
    let wrong = try SheetsRun(["template", "lint", "next", "--lang", "en"], in: folder)
    #expect(wrong.status == 1 && wrong.output.hasPrefix("next/from.yaml:3:27: there is no “9” here"))
  }

  @Test func lintJudgesMappingsByTheOlderSet() throws {
    let folder = try TestFolder()
    try SmallSet.write(to: folder)
    let set = try folder.text("small/set.yaml")
    try folder.write(set + "\npredecessors: [from.yaml]\n", to: "small/set.yaml")
    try folder.write("from: luoyang-2021\nforms:\n  - {form: \"1\", succeeds: \"12\"}\n", to: "small/from.yaml")
    let wrong = try SheetsRun(["template", "lint", "small", "--lang", "en"], in: folder)
    #expect(wrong.status == 1 && wrong.output.hasPrefix("small/from.yaml:3:27: there is no “12” here"))
    try folder.write("from: luoyang-2019\nforms:\n  - {form: \"1\", succeeds: \"12\"}\n", to: "small/from.yaml")
    let absent = try SheetsRun(["template", "lint", "small", "--lang", "en"], in: folder)
    #expect(absent.status == 0 && absent.message.contains("“luoyang-2019” is not at hand"))
  }
}
