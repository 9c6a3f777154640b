import XlsxPackage
import XlsxWrite

/// The hidden sheet that holds the entries of the drop-downs that are too long for a rule.
enum DictionarySheet {
  /// The name of the sheet.
  static let sheetName = "字典"
  /// What stands in its first cell; with the name it tells the sheet.
  static let explanation = "下拉列表所用的字典，由程序生成，请勿修改。"
  private static let headingRow = 2

  /// The name of the range that holds a dictionary's entries.
  static func definedName(of list: String) -> String {
    sheetName + "_" + String(list.map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }

  /// The dictionaries that the columns of some forms name, each once.
  static func lists(of forms: [FormDefinition]) -> [String] {
    var lists: [String] = []
    for leaf in forms.flatMap(\.leaves) { if let list = leaf.list, !lists.contains(list) { lists.append(list) } }
    return lists
  }

  /// The sheet with some dictionaries, and the ranges to be named; nil where none needs it.
  static func plan(lists: [String], in set: FormSet) -> (sheet: SheetPlan, names: [(name: String, formula: String)])? {
    let long = lists.filter { name in set.lists[name].map { !InputRule.isShort($0) } ?? false }
    if long.isEmpty { return nil }
    var sheet = SheetPlan(name: sheetName, widths: long.map { _ in 36 })
    sheet.isHidden = true
    sheet.put(.text(explanation), FormStyle.line(.left).unwrapped, row: 1, column: 1)
    var names: [(name: String, formula: String)] = []
    for (index, name) in long.enumerated() {
      guard let list = set.lists[name] else { continue }
      let entries = InputRule.names(of: list)
      sheet.put(.text(name), FormStyle.heading, row: headingRow, column: index + 1)
      for (row, entry) in entries.enumerated() {
        sheet.put(.text(entry), FormStyle.line(.left).unwrapped, row: headingRow + 1 + row, column: index + 1)
      }
      let column = CellReference.columnName(index + 1)
      names.append(
        (
          definedName(of: name),
          "='\(sheetName)'!$\(column)$\(headingRow + 1):$\(column)$\(headingRow + entries.count)"
        ))
    }
    return (sheet, names)
  }

  /// Takes the sheet out of a workbook's sheets: it is the writer's own and says nothing of the budget.
  static func remove(from grids: inout [SheetGrid]) {
    grids.removeAll { grid in
      grid.name == sheetName && grid.cell(CellReference(row: 1, column: 1))?.text == explanation
    }
  }
}
