import BudgetSheets
import Foundation
import Testing

/// `sheets new` with workbooks of the year before, what it prints, and what it prints for programs.
@Suite struct NewPriorTests {
  /// A folder with last year's workbooks: one by its code, two of one department, one of nobody, one that is none.
  static func folder() throws -> TestFolder {
    let folder = try NewCommandTests.folder()
    try folder.write(try SmallSet.workbook(code: "250", department: "科技局", year: "2022"), to: "上年/1.xlsx")
    try folder.write(try SmallSet.workbook(code: "101", department: "财政局", year: "2022"), to: "上年/2.xlsx")
    try folder.write(try SmallSet.workbook(code: "101", department: "财政局", year: "2022"), to: "上年/3.xlsx")
    try folder.write(try SmallSet.workbook(code: "777", department: "某县档案馆", year: "2022"), to: "上年/4.xlsx")
    return folder
  }

  @Test(arguments: ["zh", "en"]) func whoseWorkbookItIsIsTold(_ language: String) throws {
    let folder = try Self.folder()
    let run = try NewCommandTests.new(["-o", "out", "--prior", "上年", "--lang", language], in: folder)
    #expect(run.status == 0, "\(run.message)")
    #expect(try NewCommandTests.files(folder) == NewCommandTests.names)
    try Snapshot.expect(run.output, "new-prior-\(language)")
    let progress = run.message.split(separator: "\n")
    #expect(progress.count == 3 && progress[0].hasPrefix("[1/3] out/250-某某局.xlsx"))
    #expect(!run.output.contains("\u{1B}") && !run.message.contains("\u{1B}"))
  }

  @Test func aDryRunTellsWhatWouldBeWritten() throws {
    let folder = try Self.folder()
    let run = try NewCommandTests.new(
      ["-o", "out", "--prior", "上年", "--dry-run", "--due", "2022-12-1", "--lang", "zh"], in: folder)
    #expect(run.status == 0 && run.message.isEmpty && !folder.exists("out"))
    try Snapshot.expect(run.output, "new-dry-run")
  }

  @Test func theStampSaysWhoseAWorkbookIs() throws {
    let folder = try NewCommandTests.folder()
    // Last year's own forms, under names that say nothing.
    #expect(
      try NewCommandTests.new(["-o", "上年", "--year", "2022", "--name", "{code}.xlsx"], in: folder).status == 0)
    for (old, new) in [("250", "丙"), ("101", "甲"), ("012", "乙")] {
      try FileManager.default.moveItem(atPath: folder.path("上年/\(old).xlsx"), toPath: folder.path("上年/\(new).xlsx"))
    }
    let run = try NewCommandTests.new(
      ["-o", "out", "--prior", "上年", "--dry-run", "--format", "json"], in: folder)
    let results = try #require(try run.json() as? [[String: Any]])
    #expect(results.map { $0["prior"] as? String } == ["上年/丙.xlsx", "上年/甲.xlsx", "上年/乙.xlsx"])
  }

  @Test func aWorkbookThatCannotBeReadIsTold() throws {
    let folder = try Self.folder()
    try folder.write("x", to: "上年/5.xlsx")
    let run = try NewCommandTests.new(["-o", "out", "--prior", "上年", "--lang", "zh"], in: folder)
    #expect(run.status == 2 && run.message.contains("上年/5.xlsx：不是 .xlsx 工作簿"))
    #expect(run.output.contains("  （另有 1 个文件无法读取，可能就是上列部门的）\n"))
    #expect(try NewCommandTests.files(folder) == NewCommandTests.names)
  }

  @Test func aWorkbookThatIsNotOlderIsTold() throws {
    let folder = try Self.folder()
    try folder.write(try SmallSet.workbook(code: "250", department: "某某局"), to: "今年.xlsx")
    let run = try NewCommandTests.new(["-o", "out", "--prior", "今年.xlsx", "--lang", "zh"], in: folder)
    #expect(run.output.contains("请留意\n  250 某某局：上年件 今年.xlsx 是 2023 年的，并不早于 2023 年，请核对\n"), "\(run.output)")
  }

  @Test func rowsOfNoUnitAreToldOfTheirDepartment() throws {
    let folder = try NewCommandTests.folder(
      "部门代码,部门名称,单位代码,单位名称\n250,洛阳市老城区科技和工业信息化局,250001,局机关\n,,250002,服务中心\n")
    let example = SheetsRun.tests.deletingLastPathComponent().appendingPathComponent("examples/laocheng-2023.xlsx")
    try folder.write(Array(try Data(contentsOf: example)), to: "上年/1.xlsx")
    let run = try SheetsRun(
      [
        "new", "--departments", "名单.csv", "--set", "luoyang-2023", "--year", "2024", "-o", "out", "--prior", "上年",
        "--lang", "zh",
      ], in: folder)
    #expect(run.status == 0, "\(run.message)")
    #expect(
      run.output.contains("请留意\n  250 洛阳市老城区科技和工业信息化局：需说明 W08  上年表中有 ")
        && run.output.contains("已填在“250001 局机关”之下。请分到各单位。\n"), "\(run.output)")
  }

  @Test func theResultForPrograms() throws {
    let folder = try Self.folder()
    try folder.write("x", to: "out/012-档案馆.xlsx")
    let run = try NewCommandTests.new(
      ["-o", "out", "--prior", "上年", "--resume", "--format", "json", "--lang", "zh"], in: folder)
    #expect(run.status == 73)
    let results = try #require(try run.json() as? [[String: Any]])
    #expect(results.allSatisfy { $0["format"] as? String == "budgetsheets.new" && $0["version"] as? Int == 1 })
    #expect(results.map { $0["code"] as? String } == ["250", "101", "012"])
    #expect(results.map { $0["file"] as? String } == NewCommandTests.names.reversed().map { "out/" + $0 })
    #expect(results.map { $0["status"] as? String } == ["written", "written", "failed"])
    #expect(results.map { $0["prior"] as? String } == ["上年/1.xlsx", nil, nil])
    #expect((results[2]["reason"] as? String)?.hasPrefix("已有的文件不完整") == true)
    #expect(results[1]["notes"] as? [String] == ["上年件不止一个，都未采用：上年/2.xlsx、上年/3.xlsx"])
    #expect(run.message.hasSuffix("--resume --templates small --set small\n"))
  }

  @Test func aLiveLineStandsOnATerminalOnly() throws {
    let folder = try NewCommandTests.folder()
    let text = try TerminalRun(
      [
        "new", "--departments", "名单.csv", "-o", "out", "--templates", "small", "--set", "small", "--jobs", "1",
        "--lang",
        "zh",
      ], in: folder, environment: ["NO_COLOR": "1"]
    ).text
    #expect(text.contains("\r\u{1B}[K1/3 · 每秒") && !text.contains("[1/3]"))
  }

  @Test func anInterruptedRunLeavesNothingHalf() throws {
    var list = "编码,名称\n"
    for number in 10_000..<20_000 { list += "\(number),第\(number)局\n" }
    let folder = try NewCommandTests.folder(list)
    // A shell looks on, since a test may have to wait for its turn: once some are there the command is in the middle of its
    // work, and is interrupted. It has the shell's number.
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      """
      (while [ "$(ls out 2>/dev/null | wc -l)" -lt 40 ]; do sleep 0.02; done; kill -INT $$) &
      exec "$0" new --departments 名单.csv -o out --templates small --set small --lang zh
      """, SheetsRun.command.path,
    ]
    process.currentDirectoryURL = folder.url
    process.standardOutput = try folder.handle("stdout")
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGINT)
    let files = try NewCommandTests.files(folder)
    #expect(files.count >= 20 && files.count < 10_000)
    #expect(files.allSatisfy { $0.hasSuffix("局.xlsx") })
    for name in files.prefix(100) + files.suffix(100) {
      #expect(try NewCommandTests.stamp(folder, "out/" + name)["BudgetSheets.Set"] == "small")
    }
    #expect(try folder.text("stdout").contains("已中断：\(files.count) 个已生成"))
  }
}
