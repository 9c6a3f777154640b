@testable import BudgetSheets

/// Two small form sets, an older and a newer one, whose mapping each test writes.
enum SmallSets {
  private static func set(_ name: String, _ forms: String, _ more: String = "") -> String {
    """
    set: \(name)
    version: "1"
    years: ["2030"]
    title: 小表
    unit: 万元
    labels: {department: [部门名称], unit: [单位], total: [合计, 共计], notes: [注], signatures: [填表人]}
    forms: [\(forms)]
    \(more)
    """
  }

  private static let older: [String: String] = [
    "set.yaml": set("old", #""1", "2", "3""#),
    "1.yaml": """
    form: "1"
    title: "{year}年各项经费表"
    columns: [项目, {label: 预算数, type: amount}]
    rows:
      - {label: 共计, sum: [甲费, 乙费]}
      - 甲费
      - {label: 乙费, sum: [乙费/*], rows: [子费一, 子费二]}
    """,
    "2.yaml": """
    form: "2"
    title: "{year}年各单位支出表"
    columns:
      - {label: 编码, type: code}
      - 名称
      - {label: 合计, type: amount, sum: [拨款, 其他]}
      - {label: 拨款, type: amount}
      - {label: 其他, type: amount}
      - 说明
    rows:
      - {total: 共计, in: 名称}
      - {level: 部门, key: 编码, type: code(3), name: 名称, optional: true}
      - {level: 明细, key: 编码, name: 名称}
    """,
    "3.yaml": """
    form: "3"
    title: "{year}年情况表"
    blocks:
      - {field: 目标}
      - amounts: 预算
        rows: [{label: 总额, sum: [来源/*]}, {label: 来源, rows: [财政, 其他]}]
    """,
  ]

  private static let newer: [String: String] = [
    "1.yaml": """
    form: "1"
    title: "{year}年各项经费预算表"
    columns:
      - {label: 经费合计, type: amount, sum: [甲项, 乙项/小计]}
      - {label: 甲项, type: amount}
      - label: 乙项
        columns: [{label: 小计, type: amount, sum: [一, 二]}, {label: 一, type: amount}, {label: 二, type: amount}]
    rows: [{level: 明细, key: none, optional: true}]
    """,
    "2.yaml": """
    form: "2"
    title: "{year}年各单位支出预算表"
    columns:
      - {label: 编码, type: code}
      - 名称
      - {label: 总计, type: amount, sum: [财政拨款, 单位资金]}
      - {label: 财政拨款, type: amount}
      - {label: 单位资金, type: amount}
    rows:
      - {total: 合计, in: 名称}
      - {level: 明细, key: 编码, name: 名称}
    """,
    "3.yaml": """
    form: "3"
    title: "{year}年情况预算表"
    blocks:
      - {field: 年度目标}
      - amounts: 预算情况
        rows: [{label: 总额, sum: [来源/*]}, {label: 来源, rows: [财政资金, 单位资金]}]
    """,
  ]

  /// A mapping that carries everything over.
  static let whole = """
    from: old
    forms:
      - form: "1"
        succeeds: "1"
        columns:
          经费合计: {row: 共计}
          甲项: {row: 甲费}
          乙项/小计: {row: 乙费}
          乙项/一: {row: 乙费/子费一}
          乙项/二: {row: 乙费/子费二}
      - form: "2"
        succeeds: "2"
        columns: {总计: 合计, 财政拨款: 拨款, 单位资金: 其他}
        dropped: {columns: {说明: 新表没有说明}}
      - form: "3"
        succeeds: "3"
        fields:
          年度目标: 目标
          预算情况/总额: 预算/总额
          预算情况/来源/财政资金: 预算/来源/财政
          预算情况/来源/单位资金: 预算/来源/其他
    """

  static func old() throws -> FormSet {
    try FormSetReader(name: "old", text: { older[$0] }).read()
  }

  /// The newer set with what is said of the older one; of none where it is nil.
  ///
  /// - Parameter totalsAtBottom: Whether the total of its form 2 stands below the rows that it adds up.
  static func new(_ mapping: String?, totalsAtBottom: Bool = false) throws -> FormSet {
    var files = newer
    if totalsAtBottom {
      files["2.yaml"] = files["2.yaml"]?.replacing("{total: 合计, in: 名称}", with: "{total: 合计, at: bottom}")
    }
    files["set.yaml"] = set("new", #""1", "2", "3""#, mapping == nil ? "" : "predecessors: [from-old.yaml]")
    files["from-old.yaml"] = mapping
    return try FormSetReader(name: "new", text: { files[$0] }).read()
  }

  static func converter(_ mapping: String = whole) throws -> BookConverter {
    try BookConverter(from: old(), to: new(mapping))
  }

  /// The other way: the older set as a successor of the newer one.
  static func backwards(_ mapping: String) throws -> BookConverter {
    var files = older
    files["set.yaml"] = set("old", #""1", "2", "3""#, "predecessors: [from-new.yaml]")
    files["from-new.yaml"] = mapping
    let set = try FormSetReader(name: "old", text: { files[$0] }).read()
    return try BookConverter(from: new(nil), to: set)
  }

  // MARK: Books

  static func amount(_ text: String) -> FormCell {
    FormCell(value: Amount(decimal: text, unit: .万元).map { .amount($0) })
  }

  static func text(_ text: String) -> FormCell { FormCell(value: .text(text)) }

  /// A book of the older set.
  static func book(_ forms: [FormData]) -> Book {
    Book(file: "旧.xlsx", set: "old", year: "2030", department: "某局", forms: forms)
  }

  /// The printed rows of the older form 1 with their amounts.
  static func costs(_ amounts: [String: String]) -> FormData {
    var data = FormData(form: "1", unit: .万元)
    for (key, value) in amounts.sorted(by: { $0.key < $1.key }) {
      data.rows.append(FormRow(kind: .fixed, key: key, cells: [["项目"]: text(key), ["预算数"]: amount(value)]))
    }
    return data
  }

  /// The rows of the older form 2: kind, code, name, and amounts of 合计, 拨款 and 其他, blank where empty.
  static func units(_ rows: [(kind: RowKind, code: String, name: String, amounts: [String])]) -> FormData {
    var data = FormData(form: "2", unit: .万元)
    for row in rows {
      var new = FormRow(kind: row.kind, key: row.kind == .total ? "共计" : row.code)
      if !row.code.isEmpty { new.cells[["编码"]] = text(row.code) }
      if !row.name.isEmpty { new.cells[["名称"]] = text(row.name) }
      for (column, value) in zip(["合计", "拨款", "其他"], row.amounts) where !value.isEmpty {
        new.cells[[column]] = amount(value)
      }
      data.rows.append(new)
    }
    return data
  }
}
