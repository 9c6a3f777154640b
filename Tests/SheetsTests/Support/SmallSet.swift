import XlsxPackage
import XlsxWrite

/// A form set of two small forms, and workbooks of it for every way in which a check can come out.
enum SmallSet {
  static let folder = "small"

  private static let set = """
    set: small
    version: "1"
    years: ["2023"]
    title: 小表
    unit: 万元
    decimals: 2
    labels: {department: [部门名称], unit: [单位], total: [合计], notes: [注], signatures: [填表人]}
    forms: ["1", "2"]
    required: ["1"]
    rules: [between.yaml]
    """

  private static func form(_ number: String, _ title: String, _ parts: [String]) -> String {
    """
    form: "\(number)"
    title: "{year}年\(title)"
    columns:
      - {label: 单位代码, type: code}
      - 名称
      - {label: 合计, type: amount, sum: [\(parts.joined(separator: ", "))]}
    \(parts.map { "  - {label: \($0), type: amount}" }.joined(separator: "\n"))
    rows: [{total: 合计}, {level: 部门, key: 单位代码, name: 名称, type: code(3), empty: []}]
    """
  }

  /// Writes the definitions into a folder.
  static func write(to folder: TestFolder) throws {
    try folder.write(set, to: "\(Self.folder)/set.yaml")
    try folder.write(form("1", "小小试验表", ["甲", "乙"]), to: "\(Self.folder)/1.yaml")
    try folder.write(form("2", "另外试验表", ["丙", "丁"]), to: "\(Self.folder)/2.yaml")
    try folder.write("- {id: X01, rule: \"1[合计, 合计] = 2[合计, 合计]\"}\n", to: "\(Self.folder)/between.yaml")
  }

  /// A workbook of both forms, or of the first alone.
  ///
  /// - Parameters:
  ///   - total: What the total says where 30 is right.
  ///   - year: The year in the titles; nil leaves it out, which is a warning.
  ///   - asText: Whether the row of the department holds its amounts as texts with two decimals.
  static func workbook(
    code: String = "250", department: String = "某某局", total: Double = 30, isWhole: Bool = true, year: String? = "2023",
    asText: Bool = false
  ) throws -> [UInt8] {
    let writer = try WorkbookWriter()
    for (title, parts) in [("小小试验表", ["甲", "乙"]), ("另外试验表", ["丙", "丁"])].prefix(isWhole ? 2 : 1) {
      let sheet = try writer.addWorksheet(named: title)
      func write(_ texts: [String], row: Int) throws {
        for (column, text) in texts.enumerated() where !text.isEmpty {
          try sheet.write(text: text, at: CellReference(row: row, column: column + 1))
        }
      }
      func write(_ numbers: [Double], row: Int) throws {
        for (column, number) in numbers.enumerated() {
          try sheet.write(number: number, at: CellReference(row: row, column: column + 3))
        }
      }
      try write([(year.map { $0 + "年" } ?? "") + title], row: 1)
      try write(["部门名称：" + department, "", "", "单位：万元"], row: 2)
      try write(["单位代码", "名称", "合计"] + parts, row: 3)
      try write(["合计"], row: 4)
      try write([total, 10, 20], row: 4)
      try write([code, department], row: 5)
      if asText { try write(["", "", "30.00", "10.00", "20.00"], row: 5) } else { try write([30, 10, 20], row: 5) }
    }
    return try writer.closeToBytes()
  }
}
