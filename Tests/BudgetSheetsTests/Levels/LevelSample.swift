import Testing
import XlsxPackage
import XlsxWrite

@testable import BudgetSheets

/// A set of one form with sums of 类 and 款, in one column or in three, and workbooks of it.
enum LevelSample {
  static let oneColumn = """
    columns:
      - {label: 科目编码, type: code}
      - {label: 科目名称, list: 科目}
      - {label: 合计, type: amount}
    rows:
      - {total: 合计, in: 科目编码, across: 2, at: bottom}
      - {level: 单位, key: 科目编码, type: code(6), name: 科目名称, optional: true}
      - {level: 类, key: 科目编码, type: code(3), name: 科目名称, list: 科目, optional: true}
      - {level: 款, key: 科目编码, type: code(5), name: 科目名称, list: 科目, optional: true}
      - {level: 项, key: 科目编码, type: code(7), name: 科目名称, list: 科目, spare: 4}
    """
  static let threeColumns = """
    columns:
      - label: 科目编码
        columns: [{label: 类, type: code(3)}, {label: 款, type: code(2)}, {label: 项, type: code(2)}]
      - {label: 科目名称, list: 科目}
      - {label: 合计, type: amount}
    rows:
      - {total: 合计, in: 科目名称}
      - {level: 类, key: 科目编码/类, name: 科目名称}
      - {level: 款, key: [科目编码/类, 科目编码/款], name: 科目名称}
      - {level: 明细, key: 科目编码, name: 科目名称, spare: 4}
    """

  /// The set whose form has some columns and rows, and some rules.
  static func set(_ form: String, rules: String = "") throws(DefinitionError) -> FormSet {
    let files = [
      "set.yaml": """
      set: levels
      version: "1"
      years: ["2024"]
      title: 测试用表
      unit: 元
      labels: {department: [部门名称], unit: [单位], total: [合计], notes: [注]}
      lists: {科目: codes.csv}
      forms: ["01"]
      """,
      "01.yaml": "form: \"01\"\ncode: 级次01表\ntitle: \"{year}年级次测试表\"\n" + form
        + (rules.isEmpty ? "" : "\nrules:\n" + rules),
      "codes.csv": "code,name\n205,教育支出\n20502,普通教育\n2050202,小学教育\n2050203,初中教育\n207,文化支出\n2070101,行政运行\n",
    ]
    return try FormSetReader(name: "levels", text: { files[$0] }).read()
  }

  /// Why a form is none; nil where it is one.
  static func error(_ form: String, rules: String = "") throws -> DefinitionError? {
    do throws(DefinitionError) {
      _ = try set(form, rules: rules)
      return nil
    } catch {
      return error
    }
  }

  /// A workbook with the form, whose rows are texts and numbers as a clerk writes them; nil is a blank cell.
  static func workbook(_ headings: [[String?]], _ rows: [[String?]]) throws -> [UInt8] {
    let workbook = try WorkbookWriter()
    let sheet = try workbook.addWorksheet(named: "附表")
    let lines: [[String?]] = [["2024年级次测试表"], ["级次01表"], ["部门名称：某某局", nil, "单位：元"]] + headings + rows
    for (index, line) in lines.enumerated() {
      for (column, text) in line.enumerated() {
        guard let text else { continue }
        let cell = CellReference(row: index + 1, column: column + 1)
        if column == headings[0].count - 1, index >= 3 + headings.count, let number = Double(text) {
          try sheet.write(number: number, at: cell)
        } else {
          try sheet.write(text: text, at: cell)
        }
      }
    }
    return try workbook.closeToBytes()
  }

  static let oneHeading: [[String?]] = [["科目编码", "科目名称", "合计"]]
  static let threeHeadings: [[String?]] = [["科目编码", nil, nil, "科目名称", "合计"], ["类", "款", "项", nil, nil]]

  /// What is read from such a workbook.
  static func book(_ set: FormSet, _ headings: [[String?]], _ rows: [[String?]]) throws -> Book {
    try BookReader(sets: [set]).read(bytes: workbook(headings, rows), name: "levels.xlsx")
  }
}
