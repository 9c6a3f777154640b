import BudgetSheets
import Foundation
import Testing
import XlsxPackage
import XlsxRead

/// `sheets clean --undo`: the way back.
@Suite struct CleanUndoTests {
  private static let log = "out/b-texts.清洗记录.jsonl"
  private static let book = "out/b-texts.xlsx"

  /// A folder in which a workbook was cleaned.
  private static func folder() throws -> TestFolder {
    let folder = try CleanCommandTests.folder()
    let run = try CleanCommandTests.clean(["in/b-texts.xlsx", "-o", "out", "--apply", "all"], in: folder)
    #expect(run.status == 0, "\(run.message)")
    return folder
  }

  private static func undo(_ arguments: [String], in folder: TestFolder) throws -> SheetsRun {
    try SheetsRun(["clean", "--undo", log, book, "--lang", "zh"] + arguments, in: folder)
  }

  /// What the cells of the forms hold: type and raw text by sheet and cell.
  private static func cells(_ folder: TestFolder, _ name: String) throws -> [String: String] {
    var cells: [String: String] = [:]
    for sheet in try Workbook(path: folder.path(name)).worksheets where sheet.name.hasSuffix("试验表") {
      for row in try sheet.rows {
        for cell in row {
          cells["\(sheet.name)!\(cell.reference)"] = (cell.number == nil ? "text " : "number ") + cell.rawText
        }
      }
    }
    return cells
  }

  @Test func everyCellIsGivenBack() throws {
    let folder = try Self.folder()
    let files = try CleanCommandTests.content(folder)
    let run = try Self.undo(["-o", "还原/b-texts.xlsx"], in: folder)
    #expect(run.status == 0 && run.message.isEmpty, "\(run.message)")
    #expect(run.output.contains("：30 → “30.00”\n"), "\(run.output)")
    #expect(run.output.hasSuffix("已撤销 6 处，写出 还原/b-texts.xlsx。下一步：sheets check 还原/b-texts.xlsx\n"), "\(run.output)")
    #expect(try Self.cells(folder, "还原/b-texts.xlsx") == Self.cells(folder, "in/b-texts.xlsx"))
    #expect(try CleanCommandTests.content(folder, "还原").keys.sorted() == ["b-texts.xlsx"])
    // Log and workbook stay as they were.
    #expect(try CleanCommandTests.content(folder).filter { !$0.key.hasPrefix("还原") } == files)
  }

  @Test func singleCellsAreGivenBackWithTheRestOnRecord() throws {
    let folder = try Self.folder()
    let run = try Self.undo(["-o", "部分.xlsx", "--cell", "小小试验表!C5,另外试验表!D5", "--all"], in: folder)
    #expect(run.status == 0, "\(run.message)")
    #expect(run.output.contains("已撤销 2 处，写出 部分.xlsx。其余 4 处保留清洗后的内容，记录在 部分.清洗记录.jsonl。"), "\(run.output)")
    let original = try Self.cells(folder, "in/b-texts.xlsx")
    let cleaned = try Self.cells(folder, Self.book)
    for (cell, value) in try Self.cells(folder, "部分.xlsx") {
      let isBack = cell == "小小试验表!C5" || cell == "另外试验表!D5"
      #expect(value == (isBack ? original : cleaned)[cell], "\(cell)")
    }
    #expect(try ChangeLog(jsonLines: try folder.text("部分.清洗记录.jsonl")).changes.count == 4)
    // The rest can be taken back too.
    let rest = try SheetsRun(["clean", "--undo", "部分.清洗记录.jsonl", "部分.xlsx", "-o", "全部.xlsx"], in: folder)
    #expect(rest.status == 0, "\(rest.message)")
    #expect(try Self.cells(folder, "全部.xlsx") == original)
  }

  @Test func oneRepairIsTakenBack() throws {
    let folder = try Self.folder()
    let run = try Self.undo(["-o", "x.xlsx", "--code", "q21", "--format", "json"], in: folder)
    #expect(run.status == 0, "\(run.message)")
    let result = try #require(try run.json() as? [String: Any])
    #expect((result["undone"] as? [Any])?.count == 6 && result["remaining_changes"] as? Int == 0)
    let none = try Self.undo(["-o", "y.xlsx", "--code", "Q22"], in: folder)
    #expect(none.status == 64 && none.message.contains("没有所指的改动") && !folder.exists("y.xlsx"))
  }

  @Test(arguments: ["还原/", "新/还原/", "旧"]) func aFolderTakesTheWorkbookUnderItsName(_ place: String) throws {
    let folder = try Self.folder()
    try folder.write("kept", to: "旧/kept.txt")
    let run = try Self.undo(["-o", place, "--cell", "小小试验表!C5"], in: folder)
    let output = place + (place.hasSuffix("/") ? "" : "/") + "b-texts"
    #expect(run.status == 0 && run.output.contains("写出 \(output).xlsx。"), "\(run.output)\(run.message)")
    #expect(folder.exists("\(output).xlsx") && folder.exists("\(output).清洗记录.jsonl"))
    // Not over what stands there, nor over the cleaned workbook itself.
    #expect(try Self.undo(["-o", place], in: folder).status == 73)
    #expect(try Self.undo(["-o", "out", "--force"], in: folder).status == 73)
  }

  @Test(arguments: [
    ["--layout", "standard"], ["--layout", "submitted"], ["--prior", "in"], ["--fail-on", "error"], ["--jobs", "2"],
  ]) func whatIsOnlyForCleaningIsAMistake(_ option: [String]) throws {
    let folder = try Self.folder()
    let run = try Self.undo(["-o", "x.xlsx"] + option, in: folder)
    #expect(run.status == 64 && run.message == "\(option[0]) 不与 --undo 同用。\n", "\(run.message)")
    #expect(!folder.exists("x.xlsx"))
  }

  @Test func whatDoesNotFitIsRefused() throws {
    let folder = try Self.folder()
    let cases: [([String], Int32)] = [
      (["--undo", Self.log, "in/b-texts.xlsx", "-o", "x.xlsx"], 65),
      (["--undo", Self.log, "in/d-bad.xlsx", "-o", "x.xlsx"], 65),
      (["--undo", "in/d-bad.xlsx", Self.book, "-o", "x.xlsx"], 65),
      (["--undo", Self.book, Self.log, "-o", "x.xlsx"], 65),
      (["--undo", "none.jsonl", Self.book, "-o", "x.xlsx"], 66),
      (["--undo", Self.log, "none.xlsx", "-o", "x.xlsx"], 66),
      (["--undo", Self.log, Self.book, "-o", Self.book, "--force"], 73),
      (["--undo", Self.log, Self.book, "-o", "./out/../out/b-texts.xlsx", "--force"], 73),
      (["--undo", Self.log, Self.book, "-o", "in/a-good.xlsx"], 73), (["--undo", Self.log, Self.book, "-o", "in"], 73),
      (["--undo", Self.log, Self.book], 64), (["--undo", Self.log, Self.book, "-o", "x.xlsx", "--code", "Z9"], 64),
      (["--undo", Self.log, Self.book, "-o", "x.xlsx", "--cell", "C5"], 64),
    ]
    let files = try CleanCommandTests.content(folder)
    for (arguments, status) in cases {
      let run = try SheetsRun(["clean"] + arguments + ["--lang", "zh"], in: folder)
      #expect(run.status == status && run.output.isEmpty && !run.message.isEmpty, "\(arguments) \(run.message)")
      #expect(try CleanCommandTests.content(folder) == files, "\(arguments)")
    }
    let run = try SheetsRun(["clean", "--undo", Self.log, Self.book, "--lang", "zh"], in: folder)
    #expect(run.message.contains("sheets clean --undo out/b-texts.清洗记录.jsonl out/b-texts.xlsx -o 还原/b-texts.xlsx"))
  }
}
