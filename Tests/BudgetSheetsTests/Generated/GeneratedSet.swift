import BudgetSheets
import Foundation

/// A form set of a county that does not exist, with what the published forms do not have: amounts in 元, forms without
/// a code, other levels and keys, columns that print the year, blocks in another order and without a table.
enum GeneratedSet {
  private static let files = [
    "set.yaml": """
    set: testing
    version: "7"
    years: ["2031"]
    title: 试验表
    unit: 元
    decimals: 2
    labels: {department: [编制单位], unit: [金额单位], total: [总计], notes: [附注], signatures: [制表]}
    lists: {类别: [甲, 乙, 丙], 事项: [会议, 培训, 差旅]}
    forms: ["1", "2", "3", "4"]
    """,
    "1.yaml": """
    form: "1"
    title: "{year}年甲类收支试验总表"
    page: landscape
    align: bottom
    panes:
      来源:
        columns: [项目, {label: 数额, type: amount}, 备考]
        rows:
          - {label: 一、本级, sum: [一、本级/*], rows: [甲, 乙, {label: 其中：丙, of: 乙}]}
          - {label: 二、上级, sum: [二、上级/*], rows: [甲, 乙]}
          - {label: 来源合计, sum: [一、本级, 二、上级], closing: true}
      去向:
        columns:
          - 项目
          - {label: 数额, columns: [{label: 合计, type: amount, sum: [本年, 往年]}, {label: 本年, type: amount}, {label: 往年, type: amount}]}
        rows: [人员, 公用, {label: 去向合计, sum: [人员, 公用], closing: true}]
    """,
    "2.yaml": """
    form: "2"
    title: "{year}年乙类支出试验明细表"
    page: portrait
    columns:
      - {label: 类别, group: true, list: 类别}
      - {label: 代码, type: code}
      - 名称
      - {label: 金额（万元）, columns: [{label: 合计, type: amount, sum: [上半年, 下半年]}, {label: 上半年, type: amount}, {label: 下半年, type: amount}]}
      - {label: 结转, type: amount}
      - 说明文字
      - 联系人
    rows:
      - {total: 总计, in: 名称}
      - {level: 部门, key: 代码, type: code(4), name: 名称, optional: true}
      - {level: 单位, key: 代码, type: code(8), name: 名称, optional: true}
      - {level: 明细, key: 代码, type: code(15), name: 名称, repeat: [说明文字, 联系人]}
    notes: [附注：本表以万元与元并列。]
    when_empty: "附注：{department}没有此项支出。"
    """,
    "3.yaml": """
    form: "3"
    title: "{year}年丙类事项试验登记表"
    page: landscape
    columns: [{label: 事项, list: 事项}, 地点, {label: 当年数, print: "{year}年数", type: amount}, 经过]
    rows: [{level: 明细, key: [事项, 地点], optional: true}]
    """,
    "4.yaml": """
    form: "4"
    code: 试4表
    title: "{year}年丁类目标试验申报表"
    blocks:
      - table: 指标
        columns: [{label: 大类, group: true}, {label: 名目, columns: [{label: 名, group: true}, 目]}, 标准]
      - amounts: 花费
        rows: [{label: 花费总额, sum: [分项/*]}, {label: 分项, print: "其中：", rows: [其一, 其二]}]
      - {list: 步骤, columns: [做什么, 何时, 由谁]}
      - {field: 目的}
    """,
  ]

  private static let result = Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sets-\(UUID().uuidString)")
    let set = folder.appendingPathComponent("testing")
    try FileManager.default.createDirectory(at: set, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: set.appendingPathComponent(name)) }
    return try TemplateLibrary(directory: folder.path).set(named: "testing")
  }

  /// The set.
  static func other() throws -> FormSet { try result.get() }
}
