import BudgetSheets
import Foundation
import Testing
import XlsxPackage
import XlsxWrite

/// Lists of departments with their units and whatever else is said of them.
@Suite struct DepartmentListUnitsTests {
  typealias Department = DepartmentList.Department
  typealias Unit = DepartmentList.Unit
  typealias Field = DepartmentList.Field

  static let expected = [
    Department(
      code: "250", name: "某某局",
      units: [Unit(code: "250001", name: "某某局本级"), Unit(code: "250002", name: "服务中心")],
      fields: [Field(label: "联系人", text: "张三"), Field(label: "电话", text: "0379-1")]),
    Department(
      code: "101", name: "财政局", units: [Unit(code: "101001", name: "财政局本级")],
      fields: [Field(label: "电话", text: "0379-2")]),
    Department(code: "012", name: "档案馆"),
  ]

  static func error(_ text: String, _ ending: String = "csv") -> DepartmentListError? {
    do {
      _ = try DepartmentListTests.list(text.utf8, ending)
      return nil
    } catch {
      return error as? DepartmentListError
    }
  }

  /// The line after the name of the file.
  static func sentence(_ text: String, _ ending: String = "csv", _ language: Language = .chinese) -> String? {
    error(text, ending).map { error in
      error.line(in: language).replacing(error.file + (language == .chinese ? "：" : ": "), with: "")
    }
  }

  @Test(arguments: [
    // Each department in every row.
    """
    部门代码,部门名称,单位代码,单位名称,联系人,电话
    250,某某局,250001,某某局本级,张三,0379-1
    250,某某局,250002,服务中心,张三,0379-1
    101,财政局,101001,财政局本级,,0379-2
    012,档案馆,,,,
    """,
    // The department in its first row only, or its code alone below.
    """
    2024年部门名单,,,,,,
    序号,部门编码,部门,预算单位编码,预算单位名称,联系人,电话
    1,250,某某局,250001,某某局本级,张三,0379-1
    2,,,250002,服务中心,,
    3,101,财政局,,,,
    4,101,,101001,财政局本级,,0379-2
    5,012,档案馆,,,,
    """,
    // One department in two places; columns in another order.
    """
    unit_code,unit_name,department_code,department_name,联系人,电话
    250001,某某局本级,250,某某局,,
    101001,财政局本级,101,财政局,,0379-2
    250002,服务中心,250,某某局,张三,0379-1
    ,,012,档案馆,,
    """,
    // Whose codes and names they are stands above.
    """
    部门,,单位,,联系人,电话
    代码,名称,代码,名称,,
    250,某某局,250001,某某局本级,张三,0379-1
    ,,250002,服务中心,,
    101,财政局,101001,财政局本级,,0379-2
    012,档案馆,,,,
    """,
  ]) func tablesOfUnits(_ text: String) throws {
    #expect(try DepartmentListTests.csv(text) == Self.expected)
    #expect(try DepartmentListTests.list(("\u{FEFF}" + text).utf8, "csv").departments == Self.expected)
  }

  @Test func aTableInGB18030() throws {
    // 部门代码,部门名称,单位代码,单位名称,电话 / 250,某某局,250001,财政局,0379 (iconv -t GB18030)
    let bytes: [UInt8] =
      [0xB2, 0xBF, 0xC3, 0xC5, 0xB4, 0xFA, 0xC2, 0xEB, 0x2C, 0xB2, 0xBF, 0xC3, 0xC5, 0xC3, 0xFB, 0xB3, 0xC6, 0x2C]
      + [0xB5, 0xA5, 0xCE, 0xBB, 0xB4, 0xFA, 0xC2, 0xEB, 0x2C, 0xB5, 0xA5, 0xCE, 0xBB, 0xC3, 0xFB, 0xB3, 0xC6, 0x2C]
      + [0xB5, 0xE7, 0xBB, 0xB0, 0x0D, 0x0A] + Array("250,".utf8) + [0xC4, 0xB3, 0xC4, 0xB3, 0xBE, 0xD6]
      + Array(",250001,".utf8) + [0xB2, 0xC6, 0xD5, 0xFE, 0xBE, 0xD6] + Array(",0379\r\n".utf8)
    #expect(
      try DepartmentListTests.list(bytes, "csv").departments == [
        Department(
          code: "250", name: "某某局", units: [Unit(code: "250001", name: "财政局")],
          fields: [Field(label: "电话", text: "0379")])
      ])
  }

  @Test func json() throws {
    let text = """
      [{"code": "250", "name": "某某局", "units": [{"code": 250001, "name": "某某局本级"}, {"编码": "250002", "名称": "服务中心"}],
        "联系人": "张三", "电话": "0379-1"},
       {"部门代码": 101, "部门名称": "财政局", "单位代码": "101001", "单位名称": "财政局本级", "电话": "0379-2", "联系人": null},
       {"编码": "012", "名称": "档案馆", "下属单位": []}]
      """
    #expect(try DepartmentListTests.list(text.utf8, "json").departments == Self.expected)
  }

  @Test func aWorkbookWithMergedDepartments() throws {
    let writer = try WorkbookWriter()
    let sheet = try writer.addWorksheet(named: "名单")
    let rows = [
      ["部门代码", "部门名称", "单位代码", "单位名称", "联系人", "电话"], ["", "", "250001", "某某局本级", "张三", "0379-1"],
      ["", "", "250002", "服务中心", "", ""], ["101", "财政局", "101001", "财政局本级", "", "0379-2"],
      ["012", "档案馆", "", "", "", ""],
    ]
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() where !text.isEmpty {
        try sheet.write(text: text, at: CellReference(row: row + 1, column: column + 1))
      }
    }
    for (column, text) in [(1, "250"), (2, "某某局")] {
      let range = CellRange(CellReference(row: 2, column: column), CellReference(row: 3, column: column))
      try sheet.merge(range, text: text, format: CellFormat())
    }
    #expect(try DepartmentListTests.list(writer.closeToBytes(), "xlsx").departments == Self.expected)
  }

  @Test func whatANumberShowsIsTheField() throws {
    let writer = try WorkbookWriter()
    let sheet = try writer.addWorksheet(named: "名单")
    for (column, text) in ["编码", "名称", "日期", "手机"].enumerated() {
      try sheet.write(text: text, at: CellReference(row: 1, column: column + 1))
    }
    try sheet.write(number: 250, at: CellReference(row: 2, column: 1))
    try sheet.write(text: "某某局", at: CellReference(row: 2, column: 2))
    try sheet.write(
      number: 45322, at: CellReference(row: 2, column: 3), format: CellFormat(numberFormat: "yyyy-mm-dd"))
    try sheet.write(number: 13_800_000_000, at: CellReference(row: 2, column: 4))
    let fields = try DepartmentListTests.list(writer.closeToBytes(), "xlsx").departments.first?.fields
    // 45322 is 2024-01-31 by every spreadsheet's count of days.
    #expect(fields?.map(\.text) == ["2024-01-31", "13800000000"])
  }

  // MARK: What stays as it was

  @Test(arguments: [
    ("单位代码,单位名称\n250,某某局\n101,财政局\n", 0), ("预算单位代码,部门名称\n250,某某局\n101,财政局\n", 0),
    ("部门代码,单位名称,电话\n250,某某局,1\n101,财政局,2\n", 1),
  ]) func whereOnlyOneOfTheTwoIsNamedItIsTheDepartment(_ text: String, _ fields: Int) throws {
    let departments = try DepartmentListTests.csv(text)
    #expect(departments.map(\.code) == ["250", "101"] && departments.map(\.name) == ["某某局", "财政局"])
    #expect(departments.allSatisfy { $0.units.isEmpty && $0.fields.count == fields })
  }

  @Test func whoeverNeedsNamesOnlyIsNotHeldUpByTheRest() throws {
    let text = "部门代码,部门名称,单位代码,单位名称,编制\n,,250000,某\n250,某某局,250001,甲,3\n,,250001,乙,4\n"
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("名单-\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try DepartmentList(path: folder.path, detail: .names).departments == [Department(code: "250", name: "某某局")])
    #expect(throws: DepartmentListError.self) { try DepartmentList(path: folder.path) }
  }

  // MARK: Contradictions

  @Test func aCodeForTwoNamesIsToldWithItsLine() {
    let text = "部门代码,部门名称,单位代码,单位名称\n250,某某局,250001,甲\n\n250,财政局,250002,乙\n"
    #expect(Self.sentence(text) == "第 4 行：编码 250 对应两个名称：某某局、财政局。请核对。")
    #expect(
      Self.sentence(text, "csv", .english)
        == "line 4: the code 250 stands for two names: 某某局, 财政局. Correct the list.")
    #expect(Self.sentence("编码,名称\r\n250,\"某\r\n局\"\r\n250,财政局\r\n")?.hasPrefix("第 4 行：") == true)
  }

  @Test func aUnitCodeThatStandsTwiceIsTold() {
    let text = "部门代码,部门名称,单位代码,单位名称\n250,某某局,250001,甲\n101,财政局,２５０００１,乙\n"
    #expect(Self.sentence(text) == "第 3 行：单位编码 ２５０００１ 出现两次（250 某某局、101 财政局，另一处在第 2 行）。请核对。")
    let json = #"[{"code": "250", "name": "某某局", "units": [{"code": "1", "name": "甲"}, {"code": "1", "name": "乙"}]}]"#
    #expect(Self.sentence(json, "json") == "第 1 项：单位编码 1 出现两次（250 某某局，另一处在第 1 项）。请核对。")
  }

  @Test func aFieldThatSaysTwoThingsIsTold() {
    let text = "部门代码,部门名称,单位代码,单位名称,电话\n250,某某局,250001,甲,1\n,,250002,乙,2\n"
    #expect(Self.sentence(text) == "第 3 行：250 某某局 的“电话”有两种写法：1、2。一个部门只能有一种；属于单位的栏目请删去。")
  }

  @Test func aUnitAboveAllDepartmentsIsTold() {
    let text = "部门代码,部门名称,单位代码,单位名称\n,,250001,甲\n250,某某局,250002,乙\n"
    #expect(Self.sentence(text)?.hasPrefix("第 2 行：单位上面没有部门") == true)
  }

  @Test(arguments: [
    #"[{"code": "250", "name": "某某局", "units": ["250001"]}]"#, #"[{"code": "250", "units": [{"x": "1"}]}]"#,
    #"[{"code": "250", "name": "某某局", "联系": ["甲"]}]"#, #"[{"code": "250", "name": {"a": "1"}}]"#,
    #"[{"code": "250", "name": "某某局", "units": {"code": "1"}}]"#,
  ]) func jsonOfAnotherShapeIsToldWithItsElement(_ text: String) {
    let list = "[{\"code\": \"100\", \"name\": \"甲\"}, " + text.dropFirst()
    #expect(Self.sentence(list, "json")?.hasPrefix("第 2 项：JSON 应为部门的数组") == true)
  }
}
