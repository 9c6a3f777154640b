import BudgetSheets
import Foundation
import Testing

/// The invented county whose form set is a folder of definitions and nothing else, and what its budget says.
enum OtherCounty {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func library() throws -> TemplateLibrary {
    try TemplateLibrary.embedded.adding(directory: root.appendingPathComponent("examples/form-sets").path)
  }

  static func set() throws -> FormSet { try library().set(named: "yunling-2024") }

  /// The path of one of its workbooks.
  static func path(_ name: String) -> String {
    ["", "-messy"].contains(name)
      ? root.appendingPathComponent("examples/yunling-2024\(name).xlsx").path
      : root.appendingPathComponent("Tests/BudgetSheetsTests/Fixtures/yunling-2024/\(name).xlsx").path
  }

  /// What is read from one of its workbooks, among all sets.
  static func book(_ name: String) throws -> Book {
    try BookReader(sets: library().sets()).read(path: path(name))
  }

  /// The rows of each form as the program that worked them out says, one line a row.
  static func expected() throws -> [String: [String]] {
    let url = root.appendingPathComponent("Tests/BudgetSheetsTests/Fixtures/yunling-2024/expected.json")
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
    let forms = try #require((json as? [String: Any])?["forms"] as? [String: [[String: Any]]])
    return forms.mapValues { rows in
      rows.map { row in
        let texts = row["texts"] as? [String: String] ?? [:]
        let amounts = row["amounts"] as? [String: String] ?? [:]
        return line(
          row["kind"] as? String ?? "", row["key"] as? String ?? "", row["pane"] as? String ?? "", texts, amounts)
      }
    }
  }

  /// The rows of each form of a book, written in the same way.
  static func lines(of book: Book, set: FormSet) -> [String: [String]] {
    var forms: [String: [String]] = [:]
    for data in book.forms {
      forms[data.form] = data.rows.map { row in
        var texts: [String: String] = [:]
        var amounts: [String: String] = [:]
        for (path, cell) in row.cells {
          if let amount = cell.value?.amount { amounts["\(path)"] = amount.text(in: .元, decimals: 2) }
          if let text = cell.value?.text, row.kind != .fixed { texts["\(path)"] = text }
        }
        return line(row.kind.rawValue, row.key, row.pane ?? "", texts, amounts)
      }
    }
    return forms
  }

  private static func line(
    _ kind: String, _ key: String, _ pane: String, _ texts: [String: String], _ amounts: [String: String]
  ) -> String {
    let cells = (texts.map { "\($0.key): \($0.value)" } + amounts.map { "\($0.key) = \($0.value)" }).sorted()
    return ([kind, key, pane] + cells).joined(separator: " | ")
  }
}
