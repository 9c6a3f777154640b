import BudgetSheets
import Foundation
import Testing

/// The published budget in typed models.
@Suite struct TypedModelsBookTests {
  private func amount(_ text: String) -> Amount? { Amount(decimal: text, unit: .万元) }

  @Test func knownFiguresAreWhereTheyBelong() throws {
    let book = try BudgetBook(try ExchangePublishedBook.book())
    #expect(book.department == "洛阳市老城区科技和工业信息化局")
    #expect(book.收支?.收入["一、一般公共预算/其中：财政拨款"]?.金额 == amount("589.34"))
    #expect(book.收支?.支出["支出总计"]?.金额 == amount("634.34"))
    #expect(book.收支?.支出["年终结转结余"]?.金额 == .zero)
    #expect(book.收支?.支出["二、外交"]?.金额 == nil)
    #expect(book.收入?.rows["250001"]?.结转一般公共预算 == amount("45.00"))
    #expect(book.支出?.rows["206/01/01"]?.商品和服务支出 == amount("17.65"))
    #expect(book.支出?.rows.first(.total)?.特定目标类 == amount("343.30"))
    #expect(book.支出?.rows["250"]?.名称 == book.department)
    #expect(book.财政拨款收支?.支出["二、年终结转结余"]?.其中财政拨款 == amount("45.00"))
    #expect(book.财政拨款收支?.支出["一、本年支出/（九）社会保险基金支出"]?.项目 == "（九）医疗卫生与计划生育支出")
    #expect(book.一般公共预算支出?.rows.count == 10)
    #expect(book.一般公共预算基本支出?.rows["30102#2"]?.人员经费 == amount("7.84"))
    #expect(book.一般公共预算基本支出?.rows["30102#2"]?.部门科目编码 == nil)
    #expect(book.一般公共预算基本支出?.rows["30102#2"]?.inherited == ["部门预算支出经济分类科目/科目编码": "30102"])
    #expect(book.支出经济分类?.rows["301/12/501/02"]?.总计 == amount("1.07"))
    #expect(book.三公经费?.rows == [])
    #expect(book.政府性基金支出?.rows.map(\.合计) == [nil])
    #expect(book.国有资本经营支出?.rows.first?.名称 == "合计")
    #expect(book.项目支出?.rows["科技研发计划管理费"]?.拨款一般公共预算 == amount("263.00"))
    #expect(book.整体绩效目标?.预算总额 == amount("634.34"))
    #expect(book.整体绩效目标?.单位资金 == nil)
    #expect(book.整体绩效目标?.年度主要任务.map(\.任务名称) == ["强化创新驱动，引领老城区工业和科技高质量发展。"])
    #expect(book.整体绩效目标?.指标.count == 26)
    #expect(book.整体绩效目标?.指标[1].三级指标 == "工作任务科学性")
    #expect(book.整体绩效目标?.指标[1].inherited?["二级指标"] == "工作目标管理")
    #expect(book.项目绩效目标?.rows["41030222000000053601"]?.满意度指标值 == "100%")
  }

  @Test func anUnchangedModelGivesItsOriginalAgain() throws {
    let original = try ExchangeBookJSONTests.fullBook()
    #expect(try Book(encoding: try BudgetBook(original), over: original) == original)
  }

  @Test func aModelAloneCarriesEveryValue() throws {
    var expected = try ExchangePublishedBook.book()
    let models = try BudgetBook(expected)
    expected.file = nil
    for index in expected.forms.indices { expected.forms[index].sheet = nil }
    #expect(try Book(encoding: models) == expected)
  }

  @Test func aChangedValueLosesItsRawTextAndKeepsItsCell() throws {
    let original = try ExchangeBookJSONTests.fullBook()
    var models = try BudgetBook(original)
    models.支出?.rows[2].基本支出小计 = amount("200.00")
    models.支出?.rows[2].商品和服务支出 = nil
    let row = try #require(try Book(encoding: models, over: original).form("03")?.rows[2])
    let subtotal = LabelPath(["基本支出", "小计"])
    #expect(row.isHidden)
    #expect(
      row.cells[subtotal]
        == FormCell(
          reference: original.form("03")?.rows[2].cells[subtotal]?.reference,
          value: amount("200.00").map(FormValue.amount)))
    #expect(row.cells[LabelPath(["基本支出", "公用经费", "商品和服务支出"])] == nil)
  }

  @Test func whatAModelCannotHoldIsAnError() throws {
    var book = try ExchangePublishedBook.book()
    let data = try #require(book.form("03"))
    #expect(try data.decode(as: ExpenditureForm.self).rows.count == 10)
    #expect(throws: DecodingError.self) { try data.decode(as: RevenueForm.self) }
    var other = data
    other.rows[0].cells[LabelPath(["备注"])] = FormCell(value: .text("甲"))
    #expect(throws: DecodingError.self) { try other.decode(as: ExpenditureForm.self) }
    other = data
    other.rows[0].cells[LabelPath(["合计"])] = FormCell(value: .text("甲"))
    #expect(throws: DecodingError.self) { try other.decode(as: ExpenditureForm.self) }
    book.forms[12].fields[LabelPath(["甲", "乙"])] = FormCell(value: .text("丙"))
    #expect(throws: DecodingError.self) { try BudgetBook(book) }
    book.forms[12].form = "14"
    book.forms[12].fields = [:]
    #expect(throws: DecodingError.self) { try BudgetBook(book) }
  }

  @Test func theModelsAreOrdinaryCodable() throws {
    let book = try BudgetBook(try ExchangePublishedBook.book())
    let data = try JSONEncoder().encode(book)
    #expect(try JSONDecoder().decode(BudgetBook.self, from: data) == book)
    #expect(String(decoding: data, as: UTF8.self).contains(#""182.26""#))
    #expect(try JSONEncoder().encode([Amount(fen: -123_456)]) == Data(#"["-0.123456"]"#.utf8))
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Amount].self, from: Data("[0.1]".utf8)) }
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Amount].self, from: Data(#"["1,0"]"#.utf8)) }
  }
}
