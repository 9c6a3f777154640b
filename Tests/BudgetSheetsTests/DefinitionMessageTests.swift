import Foundation
import Testing
import XlsxPackage

@testable import BudgetSheets

/// Mistakes in definitions are told by what is wrong and what to do.
@Suite struct DefinitionMessageTests {
  private static let settings = [
    "set": "county", "version": "\"1\"", "years": "[\"2024\"]", "title": "表", "unit": "元",
    "labels": "{department: [部门], unit: [单位], total: [合计], notes: [注]}", "lists": "{科目: codes.csv}",
    "forms": "[\"01\"]",
  ]
  private static let form = """
    form: "01"
    title: 支出表
    columns: [{label: 编码, type: code}, {label: 名称, list: 科目}, {label: 金额, type: amount}]
    rows: [{level: 明细, key: 编码, name: 名称}]
    """
  private static let codes = "code,name\n205,教育\n206,科技\n207,文化\n208,社保\n210,卫生\n"

  private func set(
    _ changes: [String: String] = [:], form: String = form, codes: String = codes
  ) throws(DefinitionError) -> FormSet {
    let settings = Self.settings.merging(changes) { $1 }.sorted { $0.key < $1.key }
    let files = [
      "set.yaml": settings.map { "\($0.key): \($0.value)" }.joined(separator: "\n"), "01.yaml": form,
      "codes.csv": codes,
    ]
    return try FormSetReader(name: "county", text: { files[$0] }).read()
  }

  private func line(of body: () throws(DefinitionError) -> FormSet) -> String {
    do throws(DefinitionError) {
      _ = try body()
      return ""
    } catch {
      return error.line(in: .chinese)
    }
  }

  @Test func eachMistakeIsCalledWhatItIs() {
    #expect(line { () throws(DefinitionError) in try set() } == "")
    let name = line { () throws(DefinitionError) in try set(["set": "other"]) }
    #expect(name.hasSuffix("set: 写作“other”，应与文件夹的名称“county”相同"))
    let choice = line { () throws(DefinitionError) in try set(["nil": "none"]) }
    #expect(choice.hasSuffix("不认识的值“none”，可用：blank、zero"))
    let list = line { () throws(DefinitionError) in
      try set(form: Self.form.replacing("list: 科目", with: "list: 科木"))
    }
    #expect(list.contains("county/01.yaml:3:") && list.hasSuffix("set.yaml 的 lists 中没有字典“科木”，是否为“科目”？"))
    let yaml = line { () throws(DefinitionError) in try set(form: "form: \"01\ntitle: [a") }
    #expect(yaml.contains("YAML 语法有误（多半是缺少引号、括号或缩进不对）："))
    let columns = line { () throws(DefinitionError) in try set(codes: "code,name\n205,教育\n20701\n") }
    #expect(columns == "county/codes.csv:3: 字典的这一行有 1 栏，第一行有 2 栏：20701")
    let heading = line { () throws(DefinitionError) in try set(codes: "205,教育\n") }
    #expect(heading == "county/codes.csv:1: 字典的第一行应写明各栏的名称，其中有 code 和 name")
  }

  @Test func dictionariesThatContradictThemselvesAreToldByLint() throws {
    #expect(try set().lint().isEmpty)
    let set = try set(codes: Self.codes + "205,教育\n206,科学\n206,技术\nabc,别的\n")
    #expect(
      set.lint().map { $0.line(in: .chinese) } == [
        "county/set.yaml: 字典“科目”中编码 206 有 3 个名称：科技、科学、技术",
        "county/set.yaml: 字典“科目”中的编码“abc”不是数字",
      ])
    for built in try TemplateLibrary.embedded.sets() { #expect(built.lint().isEmpty) }
  }

  @Test func filesOfAnotherEncodingAreCalledThat() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
      .appendingPathComponent("county")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    let settings = Self.settings.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: "\n")
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    try Data(mark + Array(settings.utf8)).write(to: folder.appendingPathComponent("set.yaml"))
    try Data(Self.form.utf8).write(to: folder.appendingPathComponent("01.yaml"))
    try Data(mark + Array(Self.codes.utf8)).write(to: folder.appendingPathComponent("codes.csv"))
    // A file that is no definition matters to nobody.
    try Data([0xBD, 0xCC]).write(to: folder.appendingPathComponent("notes.txt"))
    let set = try TemplateLibrary(directory: folder.path).set(named: "county")
    #expect(set.lists["科目"]?.entries.count == 5)
    // 教育 as GB18030 has it.
    try Data(Array("code,name\n205,".utf8) + [0xBD, 0xCC, 0xD3, 0xFD]).write(
      to: folder.appendingPathComponent("codes.csv"))
    do {
      _ = try TemplateLibrary(directory: folder.path)
      Issue.record("the dictionary is not UTF-8")
    } catch {
      #expect(error.line(in: .chinese) == "county/codes.csv: 不是 UTF-8 编码，请另存为 UTF-8")
    }
  }

  @Test func aSetThatIsNotThereSuggestsOneThatIs() {
    do {
      _ = try TemplateLibrary.embedded.set(named: "luoyang-2032")
      Issue.record("there is no such set")
    } catch {
      let line = error.line(in: .chinese)
      #expect(line.contains("没有这套表样，是否为“luoyang-202") && line.contains("可用："))
    }
  }
}
