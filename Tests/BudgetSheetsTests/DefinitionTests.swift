import BudgetSheets
import Foundation
import Testing

/// What is wrong with a definition is told with file, line and column.
@Suite struct DefinitionTests {
  /// Reads a copy of `luoyang-2023` in which one text of one file is replaced by another.
  private func error(in file: String, replacing text: String, with other: String) throws -> DefinitionError? {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("templates-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let set = folder.appendingPathComponent("luoyang-2023")
    try FileManager.default.copyItem(at: root.appendingPathComponent("templates/luoyang-2023"), to: set)
    let url = set.appendingPathComponent(file)
    let content = try String(contentsOf: url, encoding: .utf8)
    try #require(content.contains(text))
    let range = try #require(content.range(of: text))
    try content.replacingCharacters(in: range, with: other).write(to: url, atomically: true, encoding: .utf8)
    do throws(DefinitionError) {
      _ = try TemplateLibrary(directory: folder.path).set(named: "luoyang-2023")
      return nil
    } catch {
      return error
    }
  }

  @Test func anUnchangedSetHasNoMistake() throws {
    #expect(try error(in: "03.yaml", replacing: "项目支出", with: "项目支出") == nil)
  }

  @Test func aMisspeltKeyIsToldWithWhatWasMeant() throws {
    let error = try #require(try error(in: "03.yaml", replacing: "page: landscape", with: "pgae: landscape"))
    #expect(error.line(in: .english) == "luoyang-2023/03.yaml:4:1: unknown key “pgae”; did you mean “page”?")
    #expect(error.line(in: .chinese) == "luoyang-2023/03.yaml:4:1: 不认识的键“pgae”，是否为“page”？")
  }

  @Test func aSumOfWhatIsNotThereIsTold() throws {
    let error = try #require(try error(in: "02.yaml", replacing: "上年结转结余/合计]", with: "上年结转/合计]"))
    #expect(error.line == 8)
    #expect(error.problem == .referenceUnknown("上年结转/合计", suggestion: "合计"))
  }

  @Test func sumsThatGoRoundInACircleAreTold() throws {
    let error = try #require(
      try error(
        in: "06.yaml", replacing: "{label: 人员经费, type: amount}", with: "{label: 人员经费, type: amount, sum: [合计]}"))
    guard case .sumCycle(let labels) = error.problem else {
      Issue.record("\(error)")
      return
    }
    #expect(labels.first == labels.last && labels.count == 3)
  }

  @Test func aLabelThatStandsTwiceIsTold() throws {
    let error = try #require(try error(in: "11.yaml", replacing: "{label: 单位资金,", with: "{label: 财政专户管理资金,"))
    #expect(error.problem == .labelTwice("财政专户管理资金"))
  }

  @Test func aListThatIsNotThereIsTold() throws {
    let error = try #require(try error(in: "11.yaml", replacing: "list: 项目类型", with: "list: 项目类别"))
    #expect(error.problem == .listUnknown("项目类别", suggestion: "项目类型"))
  }

  @Test func brokenYAMLIsToldWithItsPlace() throws {
    let error = try #require(try error(in: "08.yaml", replacing: "columns:", with: "columns: ["))
    guard case .notYAML = error.problem else {
      Issue.record("\(error)")
      return
    }
    #expect(error.line != nil)
  }

  @Test func aMissingFileIsTold() throws {
    let error = try #require(try error(in: "set.yaml", replacing: "\"13\"]\nrequired", with: "\"14\"]\nrequired"))
    #expect(error.problem == .referenceUnknown("14.yaml", suggestion: nil))
  }

  @Test func everyFileOfTheFolderIsCompiledIn() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = try TemplateLibrary(directory: root.appendingPathComponent("templates").path)
    #expect(folder.names == TemplateLibrary.embedded.names)
    for name in folder.names {
      #expect(try folder.set(named: name) == TemplateLibrary.embedded.set(named: name))
    }
  }

  @Test func formsOfOneShapeShareTheirColumns() throws {
    let set = try TemplateLibrary.embedded.set(named: "luoyang-2023")
    let columns = try #require(set.form("03")).columns
    for number in ["05", "09", "10"] { #expect(set.form(number)?.columns == columns) }
  }
}
