import BudgetSheets
import Foundation
import Testing
import XlsxPackage

/// Sets that are drafted from blank forms as clerks of two counties made them (Fixtures/blank-forms).
@Suite struct CountyFormsDraftTests {
  @Test(arguments: [("county-a", MoneyUnit.元), ("county-b", .万元)])
  func theFilledTwinIsReadRight(_ name: String, _ unit: MoneyUnit) throws {
    let drafted = try DraftedSet(fixture: name)
    #expect(drafted.set.unit == unit && drafted.set.lint().isEmpty)
    let book = try drafted.read(name + "-filled", in: "blank-forms")
    let truth = try DraftTruth.load(name, in: "blank-forms")
    #expect(truth.cells.count > 25 && truth.unit == unit.rawValue)
    #expect(book.department == truth.department && book.year == "2024")
    let faults = truth.faults(in: book, unit: unit)
    #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(8).joined(separator: "\n"))")
    #expect(!book.findings.contains { $0.level == .error })
    // What lies outside is a table of contents, or entries of drop-downs.
    #expect(Set(book.outside.map(\.sheet)).isSubset(of: ["目录", "下拉", "项目表"]))
  }

  @Test func headingsWithoutMergesSpreadToTheRight() throws {
    let set = try DraftedSet(fixture: "county-a").set
    let form = try #require(set.forms.first { $0.title.contains("支出预算表") })
    #expect(
      form.leaves.map(\.path.description) == [
        "科目编码/类", "科目编码/款", "科目编码/项", "科目名称", "合计", "基本支出/人员经费", "基本支出/公用经费", "项目支出",
      ])
    #expect(form.page == .landscape)
    let levels = form.panes[0].levels
    #expect(levels.map(\.kind) == [.total, .detail])
    #expect(levels[0].label == "合计" && levels[1].spare == 10 && levels[1].key.count == 3)
  }

  @Test func printedRowsAndTheirPartsAreTaken() throws {
    let set = try DraftedSet(fixture: "county-a").set
    let form = try #require(set.forms.first { $0.title.contains("三公") })
    let rows = form.panes[0].fixedRows
    #expect(rows.count == 6)
    #expect(rows[4].partOf?.leaf == "3、公务用车购置及运行维护费" && rows[5].partOf == rows[4].partOf)
    // Nothing adds the rows up, so nothing is said of it.
    #expect(!rows.contains { !$0.sum.isEmpty })
    #expect(form.leaves[1].printed == "{year}年预算数")
    #expect(form.notes == ["注：“三公”经费按规定口径填列: 不含 A&B 两类 # 见说明。"])
    let balance = try #require(set.forms.first)
    #expect(balance.panes.map(\.name) == ["收入", "支出"] && balance.alignsClosingRows)
    #expect(balance.panes.allSatisfy { $0.fixedRows.filter(\.isClosing).count == 1 })
  }

  @Test func formulasBecomeSumsOrQuestions() throws {
    let drafted = try DraftedSet(fixture: "county-b")
    let form = try #require(drafted.set.form("01"))
    func sum(_ path: String) -> [String]? {
      form.leaves.first { $0.path.description == path }?.sum.map(\.description)
    }
    #expect(sum("总计") == ["本年收入/小计", "上年结转"])
    #expect(sum("本年收入/小计") == ["本年收入/一般公共预算/经费拨款", "本年收入/一般公共预算/专项拨款", "本年收入/政府性基金"])
    #expect(form.leaves.last?.partOf?.description == "上年结转" && form.leaves.last?.sum == [])
    #expect(drafted.draft.questions.map(\.topic) == [.formula("I8*0.5")])
    #expect(drafted.draft.questions[0].cell == CellReference("J8") && drafted.draft.questions[0].form == "01")
    #expect(drafted.draft.files["01.yaml"]?.contains("# 请核对：公式不是简单的合计：I8*0.5") == true)
    let rows = try #require(drafted.set.form("02")).panes[0].fixedRows
    #expect(rows[0].sum.map(\.labels) == [["一、本年收入", "（一）一般公共预算"], ["一、本年收入", "（二）政府性基金"]])
    #expect(rows[2].partOf?.labels == ["一、本年收入", "（一）一般公共预算"])
    #expect(rows.last?.sum.map(\.leaf) == ["一、本年收入", "二、上年结转"])
  }

  @Test func dropDownsAndRulesForInputAreTaken() throws {
    let set = try DraftedSet(fixture: "county-b").set
    let form = try #require(set.form("01"))
    #expect(form.leaves[0].kind == .code(digits: 6))
    #expect(form.leaves[2].list == "经费性质")
    #expect(set.lists["经费性质"]?.entries.map(\.name) == ["全额", "差额", "自收自支"])
    #expect(form.emptyNote == "备注：本部门{year}年无政府性基金，故此表无数据。")
    let levels = form.panes[0].levels
    #expect(levels.map(\.kind) == [.total, .unit] && levels[1].spare == 8)
  }

  @Test func amountsThatAreFilledInAreToldAndNotLost() throws {
    let drafted = try DraftedSet(fixture: "county-a-filled")
    var counts: [Int] = []
    for case .amountsFilled(let count) in drafted.draft.questions.map(\.topic) { counts.append(count) }
    let truth = try DraftTruth.load("county-a", in: "blank-forms")
    #expect(counts.reduce(0, +) == truth.cells.count { $0.amount == true })
    #expect(drafted.set.forms.count == 4)
    let faults = truth.faults(in: try drafted.read("county-a-filled", in: "blank-forms"), unit: .元)
    #expect(faults.isEmpty, "\(faults.prefix(8).joined(separator: "\n"))")
  }

  /// The county of docs/adding-a-form-set.md: its blank workbook, and what another program wrote into the filled one.
  @Test func theFormsOfAThirdCountyAreReadRight() throws {
    let url = OtherCounty.root.appendingPathComponent("examples/yunling-2024-blank.xlsx")
    let drafted = try DraftedSet([UInt8](Data(contentsOf: url)), name: "yunling")
    let book = try BookReader(sets: [drafted.set]).read(path: OtherCounty.path(""))
    // Which rows are subtotals of 类 and 款 no blank form says; it is asked, and every cell is read all the same.
    let plain = { (line: String) in line.split(separator: " | ").dropFirst(2).joined(separator: " | ") }
    let found = OtherCounty.lines(of: book, set: drafted.set).mapValues { $0.map(plain) }
    let expected = try OtherCounty.expected().mapValues { $0.map(plain) }
    #expect(expected.count == 6 && found == expected)
    #expect(drafted.draft.questions.count { $0.topic == .subtotalsUnknown } == 3)
    #expect(!book.findings.contains { $0.level == .error } && book.outside.isEmpty)
    let total = try #require(drafted.set.form("03")?.panes.first?.levels.first)
    #expect(total.kind == .total && total.isAtBottom)
  }
}
