import BudgetSheets
import Foundation
import Testing

/// The published budget of 2023 as a book, made from the tables of the truth file and nothing else.
enum ExchangePublishedBook {
  private struct Truth: Decodable {
    struct Table: Decodable {
      struct Row: Decodable {
        var kind: String
        var cells: [String: String?]
        var cellsClean: [String: String]?
        var inherited: [String: String]?

        func text(_ column: String) -> String? { cellsClean?[column] ?? cells[column] ?? nil }
      }
      struct Block: Decodable {
        var name: String
        var goal: String
        var tasks: [[String: String]]
        var amounts: [String: String?]

        enum CodingKeys: String, CodingKey {
          case name = "部门（单位）名称"
          case goal = "年度履职目标"
          case tasks = "年度主要任务"
          case amounts = "预算情况"
        }
      }
      var formNo: Int
      var title: String
      var rows: [Row]
      var headerBlock: Block?
    }
    var department: String
    var tables: [Table]
  }

  /// The set, read once for all tests.
  private static let loaded = Result { try TemplateLibrary.embedded.set(named: "luoyang-2023") }

  static func set() throws -> FormSet { try loaded.get() }

  /// The book without cell addresses; free rows without keys.
  static func unkeyed() throws -> Book {
    let url = try #require(
      Bundle.module.url(forResource: "truth-2023", withExtension: "json", subdirectory: "Fixtures"))
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let truth = try decoder.decode(Truth.self, from: Data(contentsOf: url))
    let set = try Self.set()
    var book = Book(file: "laocheng-2023.xlsx", set: set.name, year: "2023", department: truth.department)
    for table in truth.tables {
      let form = try #require(set.form(table.formNo < 10 ? "0\(table.formNo)" : "\(table.formNo)"))
      book.forms.append(try data(of: table, form))
    }
    return book
  }

  /// The book with the keys that reading JSON gives it.
  static func book() throws -> Book {
    let set = try Self.set()
    return try Book(json: try unkeyed().json(in: set).utf8, in: set)
  }

  private static func data(of table: Truth.Table, _ form: FormDefinition) throws -> FormData {
    var data = FormData(form: form.form, sheet: form.code, title: table.title, unit: .万元)
    var columns = form.leaves
    for case .table(let block) in form.blocks { columns += block.columns.flatMap(\.leaves) }
    let isPaned = form.panes.count > 1
    for pane in form.panes where isPaned {
      let leaves = form.leaves[pane.leaves]
      let label = try #require(leaves.first).path.description
      let rows = table.rows.filter { $0.text(label) != nil }
      // The published labels differ in wording here and there, never in order.
      try #require(rows.count == pane.fixedRows.count)
      for (row, fixed) in zip(rows, pane.fixedRows) {
        data.rows.append(
          FormRow(
            kind: .fixed, key: fixed.path.description, pane: pane.name, cells: try cells(row, Array(leaves))))
      }
    }
    for row in table.rows where !isPaned {
      data.rows.append(
        FormRow(
          kind: try #require(RowKind(rawValue: row.kind)), key: "", cells: try cells(row, columns)))
    }
    if let block = table.headerBlock {
      data.fields[LabelPath(["部门（单位）名称"])] = FormCell(value: .text(block.name))
      data.fields[LabelPath(["年度履职目标"])] = FormCell(value: .text(block.goal))
      for (index, task) in block.tasks.enumerated() {
        for (name, text) in task {
          let label = index == 0 ? name : "\(name)#\(index + 1)"
          data.fields[LabelPath(["年度主要任务", label])] = FormCell(value: .text(text))
        }
      }
      for case (let name, let text?) in block.amounts {
        let path = try #require(LabelPath(text: "预算情况/" + name))
        data.fields[path] = FormCell(value: .amount(try #require(Amount(decimal: text, unit: .万元))))
      }
    }
    return data
  }

  private static func cells(_ row: Truth.Table.Row, _ columns: [ColumnDefinition]) throws -> [LabelPath: FormCell] {
    var cells: [LabelPath: FormCell] = [:]
    for column in columns {
      let name = column.path.description
      if let text = row.text(name) {
        let value: FormValue =
          column.isAmount ? .amount(try #require(Amount(decimal: text, unit: .万元))) : .text(text)
        cells[column.path] = FormCell(value: value)
      } else if let text = row.inherited?[name] {
        cells[column.path] = FormCell(value: nil, inherited: text)
      }
    }
    return cells
  }
}
