import Foundation
import Testing

/// `sheets forms` and `sheets template`.
@Suite struct FormsCommandTests {
  @Test(arguments: ["zh", "en"]) func formsListsAllThirteen(_ language: String) throws {
    let run = try SheetsRun(["forms", "--lang", language])
    #expect(run.status == 0 && run.message.isEmpty)
    for number in 1...13 {
      let form = number < 10 ? "0\(number)" : "\(number)"
      #expect(
        run.lines.count { $0.hasPrefix("  \(form)  预算\(form)表  2023年") || $0.hasPrefix("  \(form)  预算\(form)表  区级") }
          == 1)
    }
    try Snapshot.expect(run.output, "forms-\(language)")
  }

  @Test func templateShowPrintsColumnsAndRules() throws {
    let run = try SheetsRun(["template", "show", "03", "--lang", "zh"])
    #expect(run.status == 0 && run.message.isEmpty)
    #expect(run.output.contains("合计 = 基本支出/小计 + 项目支出/小计"))
    try Snapshot.expect(run.output, "template-show-03")
  }

  @Test func templateShowListsRulesWithTheirConditions() throws {
    let run = try SheetsRun(["template", "show", "11", "--lang", "en"])
    #expect(run.status == 0)
    let lines = run.lines.map { $0.trimmingCharacters(in: .whitespaces) }
    let inside = try #require(lines.firstIndex(of: "Rules inside the form:"))
    let between = try #require(lines.firstIndex(of: "Rules between forms:"))
    #expect(lines[inside..<between].contains { $0.hasPrefix("B11") && $0.contains("error  合计 = ") })
    #expect(lines[inside..<between].contains { $0.hasPrefix("R11-repeated  warning") })
    let x18b = try #require(lines.firstIndex { $0.hasPrefix("X18b") })
    #expect(x18b > between && lines[x18b + 1] == "If: 基本支出全部由一般公共预算安排")
    #expect(!lines.contains { $0.hasPrefix("X01") })
    let other = try SheetsRun(["template", "show", "03", "--lang", "zh"])
    #expect(other.output.contains("；否则 ≤"))
  }

  @Test func anUnknownFormIsAMistakeOfUsage() throws {
    let run = try SheetsRun(["template", "show", "99", "--lang", "en"])
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.message.contains("luoyang-2023（01 02 03"))
  }

  static let set = """
    set: small
    version: "1"
    years: ["2023"]
    title: 小表
    unit: 万元
    decimals: 2
    labels: {department: [部门名称], unit: [单位], total: [合计], notes: [注], signatures: [填表人]}
    forms: ["1"]
    """
  static let form = """
    form: "1"
    title: "{year}年小小试验表"
    columns:
      - 名称
      - {label: 合计, type: amount, sum: [甲, 乙]}
      - {label: 甲, type: amount}
      - {label: 乙, type: amount}
    rows: [{total: 合计}, {level: 明细, key: 名称}]
    """

  static func lint(_ files: [String: String]) throws -> SheetsRun {
    let folder = try TestFolder()
    for (name, text) in files { try folder.write(text, to: "small/" + name) }
    return try SheetsRun(["template", "lint", folder.path("small"), "--lang", "en"])
  }

  @Test func lintPassesAFolderWithoutMistakes() throws {
    let run = try Self.lint(["set.yaml": Self.set, "1.yaml": Self.form])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("small: 1 forms"))
    let published = SheetsRun.tests.deletingLastPathComponent().appendingPathComponent("templates/luoyang-2023")
    #expect(try SheetsRun(["template", "lint", published.path]).status == 0)
  }

  @Test func lintNamesFileLineColumnAndTheNearestWord() throws {
    let form = Self.form.replacing("columns:\n  - 名称", with: "colums:\n  - 名称")
    let run = try Self.lint(["set.yaml": Self.set, "1.yaml": form])
    #expect(run.status == 1)
    #expect(run.output == "small/1.yaml:3:1: unknown key “colums”; did you mean “columns”?\n")
  }

  @Test func lintNamesAReferenceToNothing() throws {
    let form = Self.form.replacing("sum: [甲, 乙]", with: "sum: [甲, 丙]")
    let run = try Self.lint(["set.yaml": Self.set, "1.yaml": form])
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("small/1.yaml:5:"))
    #expect(run.output.contains("there is no “丙” here"))
  }

  @Test func lintTellsWhatRulesSayTwice() throws {
    let rules = "\nrules:\n  - {id: R1-1, rule: \"合计, 合计 = 合计, 甲 + 合计, 乙\"}\n  - {id: X01, rule: \"合计, 甲 >= 0\"}\n"
    let run = try Self.lint(["set.yaml": Self.set, "1.yaml": Self.form + rules])
    #expect(run.status == 1)
    #expect(
      run.lines == [
        "small/1.yaml:10:22: the rule “合计, 合计 = 合计, 甲 + 合计, 乙”: the sum of “1:合计” says so already; remove the rule",
        "small/1.yaml:11:10: the code “X01” should begin with R1- here",
      ])
  }

  @Test func lintJudgesAFileOfRules() throws {
    let folder = try TestFolder()
    func lint(_ text: String) throws -> SheetsRun {
      try folder.write(text, to: "rules.yaml")
      return try SheetsRun(["template", "lint", "rules.yaml", "--lang", "en"], in: folder)
    }
    let good = try lint("- {id: U01, rule: \"11[total, 合计] <= 900.00\"}")
    #expect(good.status == 0 && good.output == "rules.yaml: for luoyang-2023, 1 rules, no mistakes found.\n")
    let double = try lint("- {id: U01, rule: \"11[total, 合计] = 03[合计, 项目支出/小计]\"}")
    #expect(double.status == 1 && double.output.hasPrefix("rules.yaml:1:8: ") && double.output.contains("X21"))
    let wrong = try lint("- {id: U01, rule: \"11[total, 合机] <= 900.00\"}")
    #expect(wrong.status == 1 && wrong.message.isEmpty)
    #expect(wrong.output == "rules.yaml:1:19: there is no “合机” here; did you mean “合计”?\n")
    #expect(try SheetsRun(["template", "lint", "nowhere.yaml"], in: folder).status == 66)
  }

  @Test func lintOfNoFolderIsAMistakeOfUsage() throws {
    let folder = try TestFolder()
    let run = try SheetsRun(["template", "lint", folder.path("nowhere"), "--lang", "en"])
    #expect(run.status == 64)
    #expect(run.message.contains("there is no such file"))
  }

  @Test(arguments: [
    "", "new", "check", "clean", "explain", "read", "verify", "write", "convert", "forms", "template", "template show",
    "template lint",
  ])
  func everyCommandExplainsItself(_ command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let run = try SheetsRun(words + ["--help"])
    #expect(run.status == 0)
    #expect(run.output.contains("USAGE: sheets"))
    try Snapshot.expect(run.output, "help" + words.map { "-" + $0 }.joined())
  }

  @Test func anUnknownOptionIsAMistakeOfUsage() throws {
    #expect(try SheetsRun(["read", "--nonsense"]).status == 64)
    #expect(try SheetsRun(["nonsense"]).status == 64)
    #expect(try SheetsRun(["read"]).status == 64)
  }
}
