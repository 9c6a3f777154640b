import BudgetSheets
import Foundation
import Testing

/// The definitions of `luoyang-2023` against the tables of the published budget.
@Suite struct PublishedFormsTests {
  struct Truth: Decodable {
    struct Table: Decodable {
      struct Row: Decodable {
        var kind: String
        var cells: [String: String?]
      }
      var number: Int
      var code: String
      var title: String
      var leafColumns: [String]
      var rows: [Row]

      enum CodingKeys: String, CodingKey {
        case number = "form_no"
        case code = "form_code"
        case title
        case leafColumns = "leaf_columns"
        case rows
      }
    }
    var tables: [Table]
  }

  static func truth() throws -> Truth {
    let url = try #require(
      Bundle.module.url(forResource: "truth-2023", withExtension: "json", subdirectory: "Fixtures"))
    return try JSONDecoder().decode(Truth.self, from: Data(contentsOf: url))
  }

  @Test func everyFormHasThePublishedCodeTitleAndColumns() throws {
    let set = try TemplateLibrary.embedded.set(named: "luoyang-2023")
    let tables = try Self.truth().tables
    #expect(tables.count == 13)
    for table in tables {
      let form = try #require(set.form(table.number < 10 ? "0\(table.number)" : "\(table.number)"))
      #expect(form.code == table.code)
      #expect(FormDefinition.fill(form.title, year: "2023", department: "") == table.title)
      var columns = form.leaves.map(\.path.description)
      for case .table(let block) in form.blocks { columns = block.columns.map(\.path.description) }
      #expect(columns == table.leafColumns, "form \(form.form)")
      for pane in form.panes where !pane.fixedRows.isEmpty {
        let column = try #require(form.leaves[pane.leaves].first).path.description
        // The published 04 prints an obsolete label where class 209 stands; the definition has the class's own.
        let obsolete = "（九）医疗卫生与计划生育支出"
        let printed = table.rows.compactMap { $0.cells[column] ?? nil }
          .map { $0 == obsolete ? "（九）社会保险基金支出" : $0 }
        #expect(pane.fixedRows.map(\.label) == printed, "form \(form.form)")
      }
    }
  }
}
