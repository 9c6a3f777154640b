import BudgetSheets
import Foundation
import Testing

/// What `sheets clean` prints of many files, for programs, and of the repairs themselves.
@Suite struct CleanOutputTests {
  @Test(arguments: ["zh", "en"]) func theTextOfAFolder(_ language: String) throws {
    let folder = try CleanCommandTests.folder()
    let run = try CleanCommandTests.clean(["in", "--jobs", "3", "--lang", language], in: folder)
    try Snapshot.expect(run.output, "clean-folder-\(language)")
    let lines = run.message.split(separator: "\n")
    #expect(lines.count == 4)
    for (index, name) in ["in/a-good", "in/b-texts", "in/c-wrong", "in/d-bad"].enumerated() {
      #expect(lines[index].hasPrefix("[\(index + 1)/4] \(name).xlsx"))
    }
    #expect(!run.output.contains("\u{1B}") && !run.message.contains("\u{1B}"))
  }

  @Test func theTextOfAFolderThatWasCleaned() throws {
    let folder = try CleanCommandTests.folder()
    let run = try CleanCommandTests.clean(["in", "-o", "out", "--apply", "all", "--lang", "zh"], in: folder)
    #expect(run.status == 65)
    try Snapshot.expect(run.output, "clean-folder-applied")
    #expect(
      try CleanCommandTests.content(folder, "out").keys.sorted() == [
        "a-good.xlsx", "b-texts.xlsx", "b-texts.清洗记录.jsonl", "c-wrong.xlsx", "c-wrong.清洗记录.jsonl",
      ])
  }

  @Test func whatElseStandsInAFolderIsTold() throws {
    let folder = try CleanCommandTests.folder()
    try folder.write("x", to: "in/a.pdf")
    let run = try CleanCommandTests.clean(["in", "--lang", "zh"], in: folder)
    #expect(run.message.contains("in：其他文件 1 个未清洗。") && run.output.contains("  （另有其他文件 1 个未清洗）"))
    try folder.write("x", to: "空/a.pdf")
    let none = try CleanCommandTests.clean(["空", "--lang", "zh"], in: folder)
    #expect(none.status == 66 && none.output.hasSuffix("没有可清洗的文件。\n"), "\(none.output)")
  }

  @Test func jsonOfOneFileIsAnObject() throws {
    let folder = try CleanCommandTests.folder()
    let run = try CleanCommandTests.clean(["in/c-wrong.xlsx", "--format", "json", "--lang", "en"], in: folder)
    #expect(run.status == 1)
    let result = try #require(try run.json() as? [String: Any])
    #expect(result["format"] as? String == "budgetsheets.clean" && result["file"] as? String == "c-wrong.xlsx")
    #expect(result["set"] as? String == "small" && (result["sha256"] as? String)?.count == 64)
    #expect(result["output"] == nil && result["log"] == nil && result["cleaned_sha256"] == nil)
    let changes = try #require(result["changes"] as? [[String: Any]])
    #expect(changes.count == 6 && changes.allSatisfy { $0["code"] as? String == "Q21" })
    #expect((changes.first?["before"] as? [String: Any])?["raw"] as? String == "30.00")
    let remaining = try #require(result["remaining"] as? [String: Any])
    let findings = try #require(remaining["findings"] as? [[String: Any]])
    #expect(remaining["verdict"] as? String == "rejected")
    #expect(findings.contains { $0["level"] as? String == "error" && $0["code"] as? String == "B1" }, "\(findings)")
    #expect(findings.allSatisfy { ($0["places"] as? [String])?.count ?? 0 <= $0["count"] as? Int ?? 0 })
    // The members of a change are those of a line of the log.
    let applied = try CleanCommandTests.clean(
      ["in/c-wrong.xlsx", "--format", "json", "--lang", "en", "-o", "out", "--apply", "all"], in: folder)
    let written = try #require(try applied.json() as? [String: Any])
    #expect(written["output"] as? String == "out/c-wrong.xlsx")
    #expect(written["log"] as? String == "out/c-wrong.清洗记录.jsonl")
    #expect(applied.message.split(separator: "\n").count == 1)
    let lines = try folder.text("out/c-wrong.清洗记录.jsonl").split(separator: "\n")
    for (line, change) in zip(lines, try #require(written["changes"] as? [NSDictionary])) {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? NSDictionary)
      for (name, value) in change { #expect(object[name] as? NSObject == value as? NSObject) }
      let others = ["log", "file", "sha256", "cleaned_sha256", "set"]
      #expect(Set(object.allKeys.compactMap { $0 as? String }).subtracting(others).count == change.count)
    }
  }

  @Test func jsonOfSeveralFilesIsAnArray() throws {
    let folder = try CleanCommandTests.folder()
    let run = try CleanCommandTests.clean(["in", "--format", "json"], in: folder)
    #expect(run.status == 65)
    let results = try #require(try run.json() as? [[String: Any]])
    #expect(results.map { ($0["changes"] as? [Any])?.count } == [0, 6, 6, nil])
    #expect((results[3]["error"] as? [String: Any])?["code"] as? String == "not-a-package")
    let single = try CleanCommandTests.clean(["in/d-bad.xlsx", "--format", "json"], in: folder)
    #expect(single.status == 65 && single.output.isEmpty && single.message.split(separator: "\n").count == 1)
    let none = try CleanCommandTests.clean(["small", "--format", "json"], in: folder)
    #expect(none.status == 66)
    #expect((try none.json() as? [Any])?.isEmpty == true)
  }

  @Test(arguments: [("zh", Language.chinese), ("en", .english)])
  func allRepairsAreListed(_ row: (name: String, language: Language)) throws {
    let run = try SheetsRun(["clean", "--list", "--lang", row.name])
    #expect(run.status == 0 && run.message.isEmpty && !run.output.contains("{"))
    for code in RepairCode.allCases {
      let words = Cleaner.description(of: code).words(in: row.language)
      let line = try #require(run.lines.firstIndex { $0.hasPrefix("  \(code.rawValue) \(words.name)") })
      #expect(run.lines[line + 1].hasPrefix("      ") && run.lines[line + 2].contains(words.limits))
    }
    for repairClass in RepairClass.allCases {
      #expect(run.lines.count { $0.hasPrefix(repairClass.name(in: row.language) + "  ") } == 1)
    }
    let json = try SheetsRun(["clean", "--list", "--format", "json", "--lang", row.name])
    let list = try #require((try json.json() as? [String: Any])?["repairs"] as? [[String: Any]])
    #expect(list.map { $0["code"] as? String } == RepairCode.allCases.map(\.rawValue))
    #expect(Set(list.compactMap { $0["class"] as? String }) == ["safe", "noted", "suggested", "never"])
    #expect(list.allSatisfy { $0["limits"] is String && $0["mess"] is [String] && $0["name"] is String })
  }

  @Test(arguments: ["zh", "en"]) func everyRepairIsExplained(_ language: String) throws {
    let codes = RepairCode.allCases.map(\.rawValue)
    let run = try SheetsRun(["explain"] + codes.map { $0.lowercased() } + ["--lang", language])
    #expect(run.status == 0 && run.message.isEmpty)
    let entries = run.output.components(separatedBy: "\n\n")
    #expect(entries.count == codes.count)
    for (code, entry) in zip(codes, entries) {
      #expect(entry.hasPrefix(code + " ") && entry.split(separator: "\n").count >= 4, "\(entry)")
    }
    let all = try SheetsRun(["explain", "--lang", language])
    for code in codes { #expect(all.lines.count { $0.hasPrefix(code + " ") } == 1) }
    let near = try SheetsRun(["explain", "Q211", "--lang", language])
    #expect(near.status == 64 && near.message.contains("Q21"))
  }
}
