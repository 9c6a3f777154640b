import BudgetSheets
import Foundation
import Testing

/// `sheets explain`.
@Suite struct ExplainCommandTests {
  @Test(arguments: ["zh", "en"]) func everyCodeIsListedWithItsLevel(_ language: String) throws {
    let run = try SheetsRun(["explain", "--lang", language])
    #expect(run.status == 0 && run.message.isEmpty)
    for code in FindingCode.allCases { #expect(run.lines.count { $0.hasPrefix(code.rawValue + " ") } == 1) }
    let rules = Checker(set: try TemplateLibrary.embedded.set(named: "luoyang-2023")).rules
    for code in Set(rules.map(\.code.rawValue)) { #expect(run.lines.contains { $0.hasPrefix(code + " ") }, "\(code)") }
    #expect(!run.output.contains("{") && !run.output.contains("\u{1B}"))
  }

  @Test(arguments: ["zh", "en"]) func everyCodeIsExplained(_ language: String) throws {
    let codes = FindingCode.allCases.map(\.rawValue)
    let run = try SheetsRun(["explain"] + codes + ["--lang", language])
    #expect(run.status == 0 && run.message.isEmpty)
    let entries = run.output.components(separatedBy: "\n\n")
    #expect(entries.count == codes.count)
    for (code, entry) in zip(codes, entries) {
      #expect(entry.hasPrefix(code + " "))
      #expect(entry.split(separator: "\n").count == 6, "\(code)")
    }
  }

  @Test(arguments: [("C07", "zh"), ("C07", "en")]) func aCodeIsExplained(_ row: (code: String, language: String)) throws
  {
    let run = try SheetsRun(["explain", row.code.lowercased(), "--lang", row.language])
    #expect(run.status == 0)
    try Snapshot.expect(run.output, "explain-\(row.code)-\(row.language)")
  }

  @Test func everyRuleOfTheSetIsExplained() throws {
    let rules = Checker(set: try TemplateLibrary.embedded.set(named: "luoyang-2023")).rules
    let codes = Array(Set(rules.map(\.code.rawValue))).sorted()
    let run = try SheetsRun(["explain"] + codes + ["--lang", "zh"])
    #expect(run.status == 0 && run.message.isEmpty)
    for rule in rules {
      #expect(run.output.contains(rule.text) && run.output.contains(rule.source), "\(rule.rule)")
    }
    let form = try SheetsRun(["explain", "B03", "--lang", "zh"])
    #expect(form.output.contains("合计 = 基本支出/小计 + 项目支出/小计"))
    #expect(form.output.contains("依据：") && form.output.contains("出处：luoyang-2023/03.yaml"))
    #expect(form.lines.contains { $0.hasPrefix("R03-repeated ") })
    let own = try SheetsRun(["explain", "03:合计", "--set", "luoyang-2023", "--lang", "zh"])
    #expect(own.status == 0 && own.lines.count { $0.hasPrefix("B03 ") } == 1)
  }

  @Test func anUnknownCodeIsAMistakeOfUsage() throws {
    let run = try SheetsRun(["explain", "C7", "C01", "--lang", "en"])
    #expect(run.status == 64)
    #expect(run.message == "There is no code C7; did you mean C07? “sheets explain” lists them all.\n")
    #expect(run.output.hasPrefix("C01 note"))
    let far = try SheetsRun(["explain", "nonsense", "--lang", "zh"])
    #expect(far.status == 64 && far.message == "没有编号 nonsense。不带编号运行 sheets explain 可列出全部。\n")
  }

  @Test func aCountysOwnRuleIsExplained() throws {
    let folder = try TestFolder()
    try folder.write("- {id: U01, rule: \"01[收入：收入总计] <= 100000\", say: 本县上限}\n", to: "县.yaml")
    let run = try SheetsRun(["explain", "U01", "--rules", "县.yaml", "--lang", "zh"], in: folder)
    #expect(run.status == 0, "\(run.message)")
    #expect(run.output.contains("本县上限"))
    #expect(try SheetsRun(["explain", "U01", "--rules", "无.yaml"], in: folder).status == 66)
    try folder.write("- {id: U01, rul: x}\n", to: "错.yaml")
    let wrong = try SheetsRun(["explain", "U01", "--rules", "错.yaml", "--lang", "en"], in: folder)
    #expect(wrong.status == 64)
    #expect(wrong.message.contains("错.yaml:1:"))
  }
}
