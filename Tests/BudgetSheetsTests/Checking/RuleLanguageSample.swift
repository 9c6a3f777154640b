import Foundation
import Testing

@testable import BudgetSheets

/// A small set with every shape of form, and the published one, to which rules are added.
enum RuleLanguageSample {
  static let published = Result { try TemplateLibrary.embedded.set(named: "luoyang-2023") }

  static var root: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  /// The files of a set with quoted labels, levels, printed rows, parts, blocks and a dictionary of values.
  static let files = [
    "set.yaml": """
    set: small
    version: "1"
    years: ["2023"]
    title: 小表
    unit: 万元
    labels: {department: [部门名称], unit: [单位], total: [合计, 总计], notes: [注], signatures: [填表人]}
    lists:
      类别: [甲类, 乙类]
    forms: ["1", "2", "3", "4"]
    rules: [between.yaml]
    """,
    "1.yaml": """
    form: "1"
    title: "{year}年明细试验表"
    columns:
      - {label: 编码, type: code}
      - 名称
      - {label: 类型, list: 类别}
      - {label: 总额, type: amount, sum: [一/小计, 二]}
      - label: 一
        columns:
          - {label: 小计, type: amount, sum: [子, 丑]}
          - {label: 子, type: amount}
          - {label: 其中, type: amount, of: 子}
          - {label: 丑, type: amount}
      - {label: 二, type: amount}
      - {label: "三/四, 五]", type: amount}
      - {label: ６（六）, type: amount}
    rows:
      - {total: 合计, in: 名称}
      - {level: 部门, key: 编码, type: code(3), name: 名称}
      - {level: 单位, key: 编码, type: code(6), name: 名称, optional: true}
      - {level: 明细, key: 编码, type: code(9), name: 名称}
    when_empty: 此表无数据。
    """,
    "2.yaml": """
    form: "2"
    title: "{year}年对照试验表"
    columns:
      - {label: 编码, type: code}
      - 名称
      - {label: 二, type: amount}
    rows:
      - {total: 合计, in: 名称}
      - {level: 明细, key: 编码, name: 名称}
    """,
    "3.yaml": """
    form: "3"
    title: "{year}年收支试验表"
    panes:
      收入:
        columns: [项目, {label: 金额, type: amount}]
        rows: [一、税, {label: 其中：增值税, of: 一、税}, 二、费, {label: 收入总计, sum: [一、税, 二、费]}]
      支出:
        columns: [项目, {label: 金额, type: amount}, {label: 结转, type: amount}]
        rows: [{label: 一、教育, class: "205"}, {label: 支出总计, sum: [一、教育]}]
    """,
    "4.yaml": """
    form: "4"
    title: "{year}年目标试验表"
    blocks:
      - {field: 部门名称, department: true}
      - amounts: 预算
        rows: [{label: 总额, sum: [来源/*]}, {label: 来源, rows: [财政, 其他]}, {label: 用途, rows: [基本, 项目]}]
    """,
    "between.yaml": "[]\n",
  ]

  /// The small set, with some files in the place of its own.
  static func small(_ changes: [String: String] = [:]) throws(DefinitionError) -> FormSet {
    let files = files.merging(changes) { $1 }
    return try FormSetReader(name: "small", text: { files[$0] }).read()
  }

  /// The small set with rules between its forms.
  static func small(rules: String) throws(DefinitionError) -> FormSet { try small(["between.yaml": rules]) }

  /// What is wrong with rules that are added to a set; nil where nothing is.
  static func error(_ yaml: String, in set: FormSet) -> DefinitionError? {
    do throws(DefinitionError) {
      _ = try set.addingRules(yaml: yaml, file: "u.yaml")
      return nil
    } catch {
      return error
    }
  }

  /// The first comparison of the last rule.
  static func comparison(of set: FormSet) -> LinearRule.Comparison? {
    guard case .linear(let rule)? = set.rules.last else { return nil }
    return rule.comparisons.first
  }

  /// The linear rules of a set by their codes.
  static func linear(_ code: String, in set: FormSet) -> LinearRule? {
    for case .linear(let rule) in set.rules where rule.code.rawValue == code { return rule }
    return nil
  }
}
