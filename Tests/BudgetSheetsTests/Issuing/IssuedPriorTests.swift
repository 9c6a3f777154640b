import Foundation
import Testing
import XlsxRead

@testable import BudgetSheets

/// What the budget of the year before fills in.
@Suite struct IssuedPriorTests {
  @Test func projectsAndCodesAreThereWithoutAmountsAndIndicators() throws {
    let prior = try SubmissionsTests.load("laocheng-2023").book
    let book = try IssuedWorkbook(prior: prior).book()
    for form in ["03", "05", "06", "07", "11", "13"] {
      let known = try #require(prior.form(form)).rows.filter { $0.kind == .detail }
      let again = try #require(book.form(form)).rows.filter { $0.kind == .detail }
      #expect(again.map(\.key) == known.map(\.key), "\(form)")
      #expect(again.allSatisfy { $0.cells.values.allSatisfy { $0.value?.amount == nil } })
    }
    let project = try #require(book.form("13")?.rows.first { $0.kind == .detail })
    #expect(project.text(["项目单位（项目名称）"]) == "洛财投（2022）4号2022 省级企业研发财政补助专项资金")
    #expect(!project.cells.keys.contains { $0.labels.first == "绩效目标" })
    #expect(book.form("12")?.rows.isEmpty == true)
  }

  @Test func aNameThatTheDictionaryHasStaysAFormula() throws {
    let prior = try SubmissionsTests.load("laocheng-2023").book
    let cells = try IssuedWorkbook(prior: prior).cells("预算03表")
    #expect(cells["E9"]?.rawText == "行政运行" && cells["E9"]?.formula?.hasPrefix("IF(A9&B9&C9=\"\"") == true)
    // As published, without the last character that the dictionary has.
    #expect(cells["E10"]?.rawText == "其他技术与开发支" && cells["E10"]?.formula == nil)
    #expect(cells["A9"]?.rawText == "206" && cells["A9"]?.numberFormat == "000;;;@")
  }

  @Test func rowsStandUnderTheirOwnUnit() throws {
    let prior = try SubmissionsTests.load("invented-2023").book
    let rows = try #require(prior.form("03")?.rows)
    var department = DepartmentList.Department(code: "1", name: prior.department)
    let units = rows.filter { $0.kind == .unit }
    try #require(units.count > 1)
    // In another order than they were in.
    for unit in units.reversed() {
      department.units.append(.init(code: unit.key, name: unit.text(["单位（科目名称）"]) ?? ""))
    }
    let blank = BlankBook(
      IssueOrder(department: department, year: "2024", spareRows: 0, prior: prior), set: try IssuedWorkbook.set.get())
    func keys(_ rows: [FormRow]) -> [String: [[String]]] {
      var keys: [String: [[String]]] = [:]
      var unit = ""
      for row in rows {
        if row.kind == .unit { unit = row.key }
        if row.kind == .detail {
          keys[unit, default: []].append(["类", "款", "项"].map { row.text(["科目编码", $0]) ?? "" })
        }
      }
      return keys
    }
    #expect(keys(blank.book.form("03")?.rows ?? []) == keys(rows))
  }

  @Test func rowsOfNoUnitStandUnderTheFirstAndAreTold() throws {
    let set = try IssuedWorkbook.set.get()
    let prior = try SubmissionsTests.load("laocheng-2023").book
    var department = IssuedWorkbook.single
    department.units.append(.init(code: "250002", name: "某某服务中心"))
    let order = IssueOrder(department: department, year: "2024", spareRows: 1, prior: prior)
    // These of the published forms have rows of units where there are several, and had none.
    let forms = ["03", "05", "06", "07"].filter { form in
      prior.form(form)?.rows.contains { $0.kind == .unit } == false
        && set.form(form)?.panes.contains { $0.levels.contains { $0.kind == .unit } } == true
    }
    try #require(forms.contains("03"))
    let book = BlankBook(order, set: set).book
    for form in forms {
      let rows = try #require(book.form(form)?.rows)
      let second = try #require(rows.lastIndex { $0.kind == .unit && $0.key == "250002" })
      let known = try #require(prior.form(form)?.rows).filter { $0.kind == .detail }
      #expect(rows[..<second].filter { $0.kind == .detail && !$0.key.isEmpty }.map(\.key) == known.map(\.key))
      #expect(rows[second...].allSatisfy { $0.key.isEmpty || $0.kind == .unit })
    }
    let count = forms.reduce(0) { count, form in
      count + (prior.form(form)?.rows.count { $0.kind == .detail } ?? 0)
    }
    for findings in [
      try FormIssuer(set: set).bytes(of: order).findings, try BatchIssuer(set: set).bytes(of: order).findings,
    ] {
      let finding = try #require(findings.first { $0.code == .priorRowsOfNoUnit })
      #expect(finding.arguments["count"] == "\(count)" && finding.level == .warning)
      #expect(finding.arguments["unit"] == "250001 洛阳市老城区科技和工业信息化局")
      #expect(finding.arguments["sheets"] == forms.map { "预算\($0)表" }.joined(separator: "、"))
      #expect(!findings.contains { $0.code == .priorRowsLeftOut })
    }
  }

  @Test func rowsOfUnitsThatTheListLacksAreLeftOutAndTold() throws {
    let set = try IssuedWorkbook.set.get()
    let prior = try SubmissionsTests.load("invented-2023").book
    let units = try #require(prior.form("03")?.rows).filter { $0.kind == .unit }
    let gone = try #require(units.last)
    var department = DepartmentList.Department(code: String(gone.key.prefix(3)), name: prior.department)
    for unit in units.dropLast() {
      department.units.append(.init(code: unit.key, name: unit.text(["单位（科目名称）"]) ?? ""))
    }
    department.units.append(.init(code: "999999", name: "新设的单位"))
    let findings = try FormIssuer(set: set).bytes(
      of: IssueOrder(department: department, year: "2024", spareRows: 1, prior: prior)
    ).findings
    let finding = try #require(findings.first { $0.code == .priorRowsLeftOut })
    #expect(finding.arguments["units"]?.hasPrefix(gone.key) == true)
    #expect(finding.arguments["sheets"]?.contains("预算03表") == true)
    #expect(!findings.contains { $0.code == .priorRowsOfNoUnit })
    // With all its units there is nothing to say.
    department.units.append(.init(code: gone.key, name: gone.text(["单位（科目名称）"]) ?? ""))
    let none = try FormIssuer(set: set).bytes(
      of: IssueOrder(department: department, year: "2024", spareRows: 1, prior: prior)
    ).findings
    #expect(none.map(\.code) == [])
  }

  // MARK: Amounts

  /// A set of a form with printed rows and one with free rows, whose first columns ask for the year before.
  private func set() throws -> FormSet {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let own = folder.appendingPathComponent("prior")
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    for (name, text) in [
      ("set.yaml", Self.setText), ("1.yaml", Self.printed), ("2.yaml", Self.free),
    ] {
      try text.write(to: own.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    return try TemplateLibrary(directory: folder.path).set(named: "prior")
  }

  private static let setText = """
    set: prior
    version: "1"
    years: ["2023", "2024"]
    title: 试表
    unit: 万元
    decimals: 2
    labels: {department: [部门名称], unit: [单位], total: [合计], notes: [注], signatures: [填表人]}
    forms: ["1", "2"]
    """
  private static let printed = """
    form: "1"
    title: "{year}年度收支试验表"
    panes:
      收入:
        columns: [科目, {label: 上年, type: amount, prior: 收入/今年}, {label: 今年, type: amount, negative: true}]
        rows: [甲类收入, 乙类收入, {label: 收入之和, sum: [甲类收入, 乙类收入]}]
    """
  private static let free = """
    form: "2"
    title: "{year}年度项目试验表"
    columns:
      - 项目名称
      - {label: 上年, type: amount, prior: 今年/小计}
      - label: 今年
        columns: [{label: 小计, type: amount, sum: [甲, 乙]}, {label: 甲, type: amount}, {label: 乙, type: amount}]
    rows: [{total: 合计}, {level: 明细, key: 项目名称, spare: 2}]
    """

  @Test func amountsStandInTheColumnsThatAskForThem() throws {
    let set = try set()
    func row(_ kind: RowKind, _ key: String, pane: String? = nil, _ cells: [LabelPath: FormValue]) -> FormRow {
      FormRow(kind: kind, key: key, pane: pane, cells: cells.mapValues { FormCell(value: $0) })
    }
    func amount(_ number: Int64) -> FormValue { .amount(Amount(fen: number * 1_000_000)) }
    let prior = Book(
      set: "prior", year: "2023", department: "某局",
      forms: [
        FormData(
          form: "1", unit: .万元,
          rows: [
            row(.fixed, "甲类收入", pane: "收入", [["收入", "今年"]: amount(3)]),
            row(.fixed, "乙类收入", pane: "收入", [["收入", "今年"]: amount(4)]),
            row(.fixed, "收入之和", pane: "收入", [["收入", "今年"]: amount(7)]),
          ]),
        FormData(
          form: "2", unit: .万元,
          rows: [
            row(.total, "合计", [["今年", "小计"]: amount(12)]),
            row(.detail, "修路", [["项目名称"]: .text("修路"), ["今年", "小计"]: amount(5), ["今年", "甲"]: amount(5)]),
            row(.detail, "修桥", [["项目名称"]: .text("修桥"), ["今年", "小计"]: amount(7), ["今年", "乙"]: amount(7)]),
          ]),
      ])
    let issued = try IssuedWorkbook(
      IssueOrder(department: .init(code: "", name: "某局"), year: "2024", spareRows: 1, prior: prior), set: set)
    let printed = try issued.cells("收支试验表")
    #expect(["B5", "B6", "B7"].map { printed[$0]?.rawText } == ["3", "4", "7"])
    #expect(printed["B7"]?.formula == "IF(ROUND(SUM(B5:B6),6)=0,\"\",SUM(B5:B6))")
    #expect(printed["C7"]?.rawText == "" && printed["C5"]?.rawText == "")
    let free = try issued.cells("项目试验表")
    // The total is worked out from what is filled in.
    #expect(["B5", "B6", "B7"].map { free[$0]?.rawText } == ["12", "5", "7"])
    #expect(free["B5"]?.formula == "IF(ROUND(SUM(B6:B9),6)=0,\"\",SUM(B6:B9))")
    #expect(["C5", "C6", "D6"].map { free[$0]?.rawText } == ["", "", ""])
    #expect(["A6", "A7", "A8"].map { free[$0]?.rawText } == ["修路", "修桥", ""])
    // Where the form allows it, an amount may be below zero.
    #expect(try issued.rule("收支试验表", "C5")?.formula1?.contains(">=0") == false)
    #expect(try issued.rule("收支试验表", "B5")?.formula1?.contains("B5>=0") == true)
    let book = try issued.book(set: set)
    #expect(book.form("2")?.rows.map(\.kind) == [.total, .detail, .detail])
  }

  @Test func aColumnOfTextsHasNoYearBefore() throws {
    #expect(throws: DefinitionError.self) {
      try ColumnReader.read(DefinitionNode.parse("[{label: 甲, prior: 乙}]", file: "x.yaml"), lists: [])
    }
  }
}
