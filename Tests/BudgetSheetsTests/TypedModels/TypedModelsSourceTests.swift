import BudgetSheets
import Foundation
import Testing

/// No Swift but the typed models names what the definitions say.
@Suite struct TypedModelsSourceTests {
  /// Every form number, code, title, label and note of the form sets at hand.
  private func words() throws -> Set<String> {
    var words: Set<String> = []
    for set in try TemplateLibrary.embedded.sets() {
      words.insert(set.name)
      for form in set.forms {
        words.formUnion([form.form, form.title] + form.titleAliases + form.notes)
        words.formUnion([form.code, form.emptyNote].compactMap(\.self))
        for column in form.columns { add(column, to: &words) }
        for pane in form.panes {
          for row in pane.fixedRows {
            words.formUnion(row.path.labels + row.aliases)
          }
          words.formUnion(pane.levels.compactMap(\.label))
        }
        for block in form.blocks {
          switch block {
          case .field(let field): words.formUnion(field.path.labels + field.aliases)
          case .amounts(let amounts): for row in amounts.rows { words.formUnion(row.path.labels + row.aliases) }
          case .list(let list):
            words.formUnion(list.path.labels)
            for column in list.columns { add(column, to: &words) }
          case .table(let table):
            words.formUnion(table.path.labels)
            for column in table.columns { add(column, to: &words) }
          }
        }
      }
    }
    // The definition language has these words of its own.
    return words.subtracting(["部门", "单位", "明细"])
  }

  private func add(_ column: ColumnDefinition, to words: inout Set<String>) {
    words.formUnion([column.label] + column.aliases)
    for column in column.columns { add(column, to: &words) }
  }

  @Test func onlyTypedModelsNameFormsAndLabels() throws {
    let words = try words()
    #expect(words.isSuperset(of: ["luoyang-2023", "03", "预算03表", "合计", "三级指标", "六、科学技术", "（1）政府预算资金"]))
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let sources = root.appendingPathComponent("Sources/BudgetSheets")
    let files = try #require(FileManager.default.enumerator(atPath: sources.path)).compactMap { $0 as? String }
    #expect(files.contains("Definition/LabelPath.swift"))
    for file in files where file.hasSuffix(".swift") && !file.hasPrefix("TypedModels/") {
      let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let code = line.trimmingPrefix { $0.isWhitespace }
        if code.hasPrefix("//") { continue }
        for literal in code.matches(of: /"((?:[^"\\]|\\.)*)"/) {
          for part in literal.output.1.split(separator: "/") {
            // The language of definitions has words for levels of rows; they stand in one file.
            let isOfLanguage = file == "Model/RowKind+Word.swift" && ["类", "款", "项"].contains(part)
            let isNamed = words.contains(String(part)) && !isOfLanguage
            #expect(!isNamed, "\(file):\(index + 1) names “\(part)”")
          }
        }
      }
    }
  }
}
