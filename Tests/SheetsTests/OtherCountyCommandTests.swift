import Foundation
import Testing

/// The built command with the form set of another county, which is a folder of definitions: `--templates DIR` is all it needs.
@Suite struct OtherCountyCommandTests {
  private static let root = SheetsRun.tests.deletingLastPathComponent()
  private static let sets = root.appendingPathComponent("examples/form-sets").path
  private static let list = """
    部门代码,部门名称,单位代码,单位名称
    318,云岭县文化旅游局,318001,云岭县文化旅游局本级
    ,,318002,云岭县文化馆
    """

  private static func workbook(_ name: String) -> String {
    ["", "-messy"].contains(name)
      ? root.appendingPathComponent("examples/yunling-2024\(name).xlsx").path
      : SheetsRun.tests.appendingPathComponent("BudgetSheetsTests/Fixtures/yunling-2024/\(name).xlsx").path
  }

  private static func run(_ arguments: [String], in folder: TestFolder? = nil) throws -> SheetsRun {
    try SheetsRun(arguments + ["--templates", sets, "--lang", "zh"], in: folder)
  }

  /// The amounts of a form, row by row, in the order in which they stand.
  private static func amounts(_ run: SheetsRun, _ form: String, _ column: String) throws -> [String] {
    let book = try #require(try run.json() as? [String: Any])
    let forms = try #require(book["forms"] as? [[String: Any]])
    let rows = try #require(forms.first { $0["form"] as? String == form }?["rows"] as? [[String: Any]])
    return rows.compactMap { row in
      let cells = row["cells"] as? [String: [String: Any]]
      return (cells?[column]?["value"] as? String).map { "\(row["kind"] as? String ?? "") \($0)" }
    }
  }

  @Test func theDefinitionsHaveNoMistake() throws {
    let run = try SheetsRun(["template", "lint", Self.sets + "/yunling-2024", "--lang", "zh"])
    #expect(run.status == 0 && run.output.contains("没有发现错误"))
  }

  @Test(arguments: ["", "-messy"])
  func aWorkbookIsRead(name: String) throws {
    let run = try Self.run(["read", Self.workbook(name), "--format", "json"])
    #expect(run.status == 0, "\(run.message)")
    let amounts = try Self.amounts(run, "05", "合计")
    #expect(amounts.count == 16 && amounts.contains("total 7767813.35"))
    #expect(amounts.contains("category 6224591.24") && amounts.contains("detail 656487.41"))
    #expect(try Self.amounts(run, "04", "合计").contains("subcategory 8897630.46"))
  }

  @Test func aConsistentBudgetPasses() throws {
    let run = try Self.run(["check", Self.workbook("")])
    #expect(run.status == 0 && run.output.contains("不通过 0") && run.output.contains("可以接收"), "\(run.output)")
  }

  @Test func aWrongAmountIsToldInItsCell() throws {
    let run = try Self.run(["check", Self.workbook("wrong")])
    #expect(run.status == 1)
    #expect(run.output.contains("附表3!E6 文化和旅游·项目支出：3177778.15 → 3177787.15"), "\(run.output)")
  }

  @Test func theMessyWorkbookIsCleanedAndPasses() throws {
    let folder = try TestFolder()
    let run = try Self.run(["clean", Self.workbook("-messy"), "-o", "out", "--apply", "all"], in: folder)
    #expect(run.status == 0, "\(run.message)")
    let check = try Self.run(["check", folder.path("out/yunling-2024-messy.xlsx")])
    #expect(check.status == 0 && !check.output.contains("提示"), "\(check.output)")
  }

  @Test(arguments: ["", "-messy", "wrong"])
  func aRoundTripLosesNothing(name: String) throws {
    let run = try Self.run(["verify", Self.workbook(name)])
    #expect(run.status == 0 && run.output.contains("无损"), "\(run.output)")
  }

  @Test func aBookIsWrittenFromJSON() throws {
    let folder = try TestFolder()
    let read = try Self.run(["read", Self.workbook(""), "--format", "json"])
    try folder.write(read.output, to: "book.json")
    let written = try Self.run(["write", "book.json", "-o", "out.xlsx"], in: folder)
    #expect(written.status == 0, "\(written.message)")
    let again = try Self.run(["read", folder.path("out.xlsx"), "--format", "json"])
    #expect(try Self.amounts(again, "03", "合计") == Self.amounts(read, "03", "合计"))
  }

  @Test func formsAreIssuedAndComeBack() throws {
    let folder = try TestFolder()
    try folder.write(Self.list, to: "名单.csv")
    let run = try Self.run(
      ["new", "--departments", "名单.csv", "-o", "out", "--year", "2024", "--set", "yunling-2024"], in: folder)
    #expect(run.status == 0, "\(run.message)")
    let blank = try Self.run(["check", folder.path("out/318-云岭县文化旅游局.xlsx")])
    #expect(!blank.output.contains(" F0") && !blank.output.contains(" C24"), "\(blank.output)")
    let filled = try Self.run(["check", Self.workbook("filled-by-libreoffice"), "--departments", folder.path("名单.csv")])
    #expect(filled.status == 0 && filled.output.contains("可以接收"), "\(filled.output)")
  }
}
