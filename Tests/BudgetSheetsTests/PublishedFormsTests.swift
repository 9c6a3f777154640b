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
      var form_no: Int
      var form_code: String
      var title: String
      var leaf_columns: [String]
      var rows: [Row]
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
      let form = try #require(set.form(table.form_no < 10 ? "0\(table.form_no)" : "\(table.form_no)"))
      #expect(form.code == table.form_code)
      #expect(FormDefinition.fill(form.title, year: "2023", department: "") == table.title)
      var columns = form.leaves.map(\.path.description)
      for case .table(let block) in form.blocks { columns = block.columns.map(\.path.description) }
      #expect(columns == table.leaf_columns, "form \(form.form)")
    }
  }
}
