import Foundation
import Testing
import XlsxPackage

@testable import BudgetSheets

/// What is carried over and what is not, on two small sets.
@Suite struct ConversionRuleTests {
  private static func amount(_ text: String) -> Amount? { Amount(decimal: text, unit: .万元) }

  @Test func aColumnTakesAPrintedRow() throws {
    let costs = SmallSets.costs(["共计": "6", "甲费": "1", "乙费": "5", "乙费/子费一": "2", "乙费/子费二": "3"])
    let conversion = try SmallSets.converter().convert(SmallSets.book([costs]))
    let rows = try #require(conversion.book.form("1")).rows
    #expect(rows.count == 1 && rows[0].kind == .detail)
    #expect(rows[0].amount(["经费合计"]) == Self.amount("6") && rows[0].amount(["甲项"]) == Self.amount("1"))
    #expect(rows[0].amount(["乙项", "一"]) == Self.amount("2") && rows[0].amount(["乙项", "二"]) == Self.amount("3"))
    #expect(conversion.left.isEmpty)
    #expect(conversion.sums.first?.before == Self.amount("6") && conversion.sums.first?.after == Self.amount("6"))
  }

  @Test func aPrintedRowTakesAColumn() throws {
    let converter = try SmallSets.backwards(
      """
      from: new
      forms:
        - form: "1"
          succeeds: "1"
          rows:
            共计: {column: 经费合计}
            甲费: {column: 甲项}
            乙费/子费一: {column: 乙项/一}
            乙费/子费二: {column: 乙项/二}
          contained: {columns: {经费合计: [乙项/小计]}}
      """)
    let row = FormRow(
      kind: .detail, key: "",
      cells: [
        ["经费合计"]: SmallSets.amount("6"), ["甲项"]: SmallSets.amount("1"), ["乙项", "小计"]: SmallSets.amount("5"),
        ["乙项", "一"]: SmallSets.amount("2"), ["乙项", "二"]: SmallSets.amount("3"),
      ])
    let book = Book(
      set: "new", year: "2030", department: "某局", forms: [FormData(form: "1", unit: .万元, rows: [row])])
    let conversion = converter.convert(book)
    let rows = try #require(conversion.book.form("1")).rows
    #expect(rows.map(\.key) == ["共计", "甲费", "乙费", "乙费/子费一", "乙费/子费二"])
    // 乙费 has no predecessor of its own and is worked out.
    #expect(rows.map { $0.amount(["预算数"]) } == ["6", "1", "5", "2", "3"].map(Self.amount))
    #expect(conversion.left.map(\.reason) == [.contained("经费合计")] && conversion.left.allSatisfy(\.isKept))
    #expect(conversion.sums.map(\.difference) == [.zero])
  }

  /// Without a total row the rows that are part of no other make up the total of a column.
  @Test func aLabelledAmountTakesTheTotalOfAColumn() throws {
    let mapping = """
      from: old
      forms:
        - form: "3"
          succeeds: "2"
          fields: {预算情况/来源/财政资金: {column: 拨款}, 预算情况/来源/单位资金: {column: 其他}}
          contained: {columns: {拨款: [合计]}}
          dropped: {columns: {编码: 不用, 名称: 不用, 说明: 不用}}
      """
    let converter = try SmallSets.converter(mapping)
    let details: [(kind: RowKind, code: String, name: String, amounts: [String])] = [
      (.department, "101", "某局", ["", "3", "4"]), (.detail, "01", "甲", ["", "1", "4"]),
      (.detail, "02", "乙", ["", "2", ""]),
    ]
    for (rows, fiscal) in [(details, "3"), ([(.total, "", "共计", ["", "5", "4"])] + details, "5")] {
      let conversion = converter.convert(SmallSets.book([SmallSets.units(rows)]))
      let fields = try #require(conversion.book.form("3")).fields
      #expect(fields[["预算情况", "来源", "财政资金"]]?.value?.amount == Self.amount(fiscal))
      #expect(fields[["预算情况", "来源", "单位资金"]]?.value?.amount == Self.amount("4"))
      // The rows that the totals count are not lost.
      #expect(conversion.left.allSatisfy { !$0.isLoss })
      #expect(conversion.left.contains { $0.reason == .contained("拨款") })
      // Both are known, and so is their sum.
      #expect(fields[["预算情况", "总额"]]?.value?.amount == Self.amount(fiscal)?.adding(try #require(Self.amount("4"))))
    }
  }

  @Test func severalColumnsAddUp() throws {
    let mapping = """
      from: old
      forms:
        - form: "2"
          succeeds: "2"
          columns: {财政拨款: {sum: [拨款, 其他]}}
          dropped: {columns: {说明: 不用, 合计: 不用}}
      """
    let units = SmallSets.units([(.total, "", "共计", ["3", "1", "2"]), (.detail, "01", "甲", ["3", "1", "2"])])
    let conversion = try SmallSets.converter(mapping).convert(SmallSets.book([units]))
    let rows = try #require(conversion.book.form("2")).rows
    #expect(rows.map { $0.amount(["财政拨款"]) } == [Self.amount("3"), Self.amount("3")])
    #expect(rows[0].text(["名称"]) == "合计" && rows[0].kind == .total)
    // 单位资金 is not known, so that 总计 is not either.
    #expect(rows.allSatisfy { $0.amount(["总计"]) == nil })
    #expect(!conversion.coverage.covers(column: ["总计"], in: "2"))
    #expect(conversion.sums.map(\.difference) == [.zero])
  }

  @Test func aSumIsWorkedOutOnlyWhereAllPartsAreKnown() throws {
    let mapping = """
      from: old
      forms:
        - {form: "2", succeeds: "2", columns: {财政拨款: 拨款, 单位资金: 其他}, dropped: {columns: {合计: 不用, 说明: 不用}}}
      """
    // No total row, and a blank part.
    let units = SmallSets.units([(.detail, "01", "甲", ["9", "1.5", "2"]), (.detail, "02", "乙", ["", "4", ""])])
    let conversion = try SmallSets.converter(mapping).convert(SmallSets.book([units]))
    let rows = try #require(conversion.book.form("2")).rows
    #expect(rows.map(\.kind) == [.total, .detail, .detail])
    #expect(rows.map { $0.amount(["总计"]) } == ["7.5", "3.5", "4"].map(Self.amount))
    #expect(rows.map { $0.amount(["单位资金"]) } == [Self.amount("2"), Self.amount("2"), nil])
    // What was dropped is listed, with its reason.
    #expect(conversion.left.map(\.value) == [.amount(try #require(Self.amount("9")))])
    #expect(conversion.left.map { $0.reason(in: .english) } == ["不用"])
  }

  @Test func aNewTotalStandsWhereTheNewerFormHasIt() throws {
    let set = try SmallSets.new(SmallSets.whole, totalsAtBottom: true)
    let units = SmallSets.units([(.detail, "01", "甲", ["3", "1", "2"]), (.detail, "02", "乙", ["4", "4", ""])])
    let conversion = try BookConverter(from: SmallSets.old(), to: set).convert(SmallSets.book([units]))
    let rows = try #require(conversion.book.form("2")).rows
    #expect(rows.map(\.kind) == [.detail, .detail, .total])
    #expect(rows.map { $0.amount(["总计"]) } == ["3", "4", "7"].map(Self.amount))
    // Where nothing says in which column its label stands, it stands in the first one of texts.
    #expect(rows.last?.text(["编码"]) == "合计")
    #expect(try RoundTrip(of: conversion.book, set: set).comparison.isLossless)
  }

  @Test func aCarriedTotalIsNeverOverwritten() throws {
    let units = SmallSets.units([(.total, "", "共计", ["100", "1", "2"]), (.detail, "01", "甲", ["4", "1", "2"])])
    let conversion = try SmallSets.converter().convert(SmallSets.book([units]))
    let rows = try #require(conversion.book.form("2")).rows
    #expect(rows.map { $0.amount(["总计"]) } == [Self.amount("100"), Self.amount("4")])
    let told = conversion.disagreements.map { "\($0.row?.name ?? "") \($0.path) \($0.total.fen) \($0.parts.fen)" }
    #expect(told == ["合计 总计 100000000 3000000", "甲 总计 4000000 3000000", "合计 总计 100000000 4000000"])
    // Inputs are what they were.
    #expect(conversion.sums.map(\.difference) == [.zero])
  }

  @Test func aBlankTotalThatHadAPredecessorStaysBlank() throws {
    let units = SmallSets.units([(.total, "", "共计", ["", "1", "2"]), (.detail, "01", "甲", ["3", "1", "2"])])
    let rows = try #require(try SmallSets.converter().convert(SmallSets.book([units])).book.form("2")).rows
    #expect(rows.map { $0.amount(["总计"]) } == [nil, Self.amount("3")])
  }

  @Test func anAmountThatCannotBeReadIsListedAndInNoSum() throws {
    var units = SmallSets.units([(.detail, "01", "甲", ["3", "", "2"])])
    units.rows[0].cells[["拨款"]] = FormCell(value: nil, raw: "约1万")
    let conversion = try SmallSets.converter().convert(SmallSets.book([units]))
    let rows = try #require(conversion.book.form("2")).rows
    #expect(conversion.left.map(\.reason) == [.unreadable] && conversion.left.map(\.raw) == ["约1万"])
    #expect(rows.last?.cells[["财政拨款"]] == FormCell(value: nil, raw: "约1万"))
    // Nor is a total worked out from it.
    #expect(rows.first?.kind == .total && rows.first?.amount(["财政拨款"]) == nil)
    #expect(rows.first?.amount(["单位资金"]) == Self.amount("2"))
  }

  @Test func aSumWithAnAmountThatCannotBeReadIsNone() throws {
    let mapping = """
      from: old
      forms:
        - {form: "2", succeeds: "2", columns: {财政拨款: {sum: [拨款, 其他]}}, dropped: {columns: {合计: 不用, 说明: 不用}}}
      """
    var units = SmallSets.units([(.detail, "01", "甲", ["", "5", ""])])
    units.rows[0].cells[["其他"]] = FormCell(value: nil, raw: "#REF!")
    let conversion = try SmallSets.converter(mapping).convert(SmallSets.book([units]))
    let cell = conversion.book.form("2")?.rows.last?.cells[["财政拨款"]]
    #expect(cell == FormCell(value: nil, raw: "5.00 + #REF!"))
    #expect(conversion.left.count { $0.reason == .unreadable } == 2)
    #expect(conversion.sums.map(\.difference) == [Amount(fen: -5_000_000)])
  }

  @Test func amountsTooLargeTogetherAreNotAdded() throws {
    let mapping = """
      from: old
      forms:
        - {form: "2", succeeds: "2", columns: {财政拨款: {sum: [拨款, 其他]}}, dropped: {columns: {合计: 不用, 说明: 不用}}}
      """
    var units = SmallSets.units([(.detail, "01", "甲", [])])
    units.rows[0].cells[["拨款"]] = FormCell(value: .amount(Amount(fen: .max)))
    units.rows[0].cells[["其他"]] = FormCell(value: .amount(Amount(fen: 1)))
    let conversion = try SmallSets.converter(mapping).convert(SmallSets.book([units]))
    #expect(conversion.book.form("2")?.rows.last?.amount(["财政拨款"]) == nil)
    #expect(conversion.left.map(\.reason) == [.tooLarge, .tooLarge])
    #expect(conversion.sums.map(\.before) == [nil] && conversion.sums.map(\.differs) == [true])
  }

  @Test func dashesSayNothing() throws {
    var units = SmallSets.units([(.detail, "01", "甲", ["1", "1", ""])])
    units.rows[0].cells[["其他"]] = FormCell(value: nil, raw: "—")
    let conversion = try SmallSets.converter().convert(SmallSets.book([units]))
    #expect(conversion.left.isEmpty)
    #expect(conversion.book.form("2")?.rows.last?.cells[["单位资金"]] == nil)
  }

  @Test func rowsOfALevelThatIsGoneAreListedAsTotals() throws {
    let units = SmallSets.units([
      (.total, "", "共计", ["3", "1", "2"]), (.department, "101", "某局", ["3", "1", "2"]),
      (.detail, "01", "甲", ["3", "1", "2"]),
    ])
    let conversion = try SmallSets.converter().convert(SmallSets.book([units]))
    #expect(conversion.book.form("2")?.rows.map(\.kind) == [.total, .detail])
    #expect(conversion.left.count == 5 && conversion.left.allSatisfy { $0.reason == .totalOfOthers && $0.isKept })
    #expect(conversion.sums.map(\.difference) == [.zero])
  }

  @Test func fieldsAndLabelledAmountsGoOver() throws {
    let data = FormData(
      form: "3", unit: .万元,
      fields: [
        ["目标"]: SmallSets.text("做好\n工作"), ["预算", "总额"]: SmallSets.amount("3.000001"),
        ["预算", "来源", "财政"]: SmallSets.amount("3.000001"), ["预算", "来源", "其他"]: SmallSets.amount("0"),
      ])
    let fields = try #require(try SmallSets.converter().convert(SmallSets.book([data])).book.form("3")).fields
    #expect(fields[["年度目标"]]?.value?.text == "做好\n工作")
    #expect(fields[["预算情况", "总额"]]?.value?.amount == Amount(fen: 3_000_001))
    #expect(fields[["预算情况", "来源", "单位资金"]]?.value?.amount == .zero)
  }

  @Test func aFormWithoutSuccessorIsListedAsAWhole() throws {
    let mapping = """
      from: old
      forms:
        - {form: "2", succeeds: "2", columns: {财政拨款: 拨款, 单位资金: 其他, 总计: 合计}, dropped: {columns: {说明: 不用}}}
      """
    var costs = SmallSets.costs(["甲费": "1"])
    costs.notes = [FormNote(text: "注：甲")]
    let conversion = try SmallSets.converter(mapping).convert(SmallSets.book([costs]))
    #expect(conversion.left.map(\.reason) == [.noForm, .noForm])
    #expect(conversion.left.map(\.value) == [.amount(Amount(fen: 1_000_000)), .text("注：甲")])
    #expect(
      conversion.sums == [ConversionSum(form: nil, predecessor: "1", before: Amount(fen: 1_000_000), after: .zero)])
    #expect(conversion.newForms == ["1", "3"] && conversion.absentForms == ["2": "2"])
  }

  @Test func outsideCellsNotesAndExplanationsAreNotForgotten() throws {
    var units = SmallSets.units([(.detail, "01", "甲", ["1", "1", ""])])
    units.notes = [FormNote(text: "注：含追加")]
    var book = SmallSets.book([units])
    book.outside = [OutsideCell(sheet: "封面", reference: .init(row: 1, column: 1), text: "封面", isNumber: false)]
    book.explanations = [Explanation(rule: "X01", form: "2", rowKey: nil, path: nil, text: "已核实")]
    let conversion = try SmallSets.converter().convert(book)
    #expect(conversion.book.outside == book.outside)
    #expect(conversion.book.form("2")?.notes.map(\.text) == ["注：含追加"])
    #expect(conversion.left.map(\.reason) == [.explanation("X01")])
  }

  @Test func sheetsThatLackAColumnCoverNoneOfIt() throws {
    let units = SmallSets.units([(.detail, "01", "甲", ["1", "1", ""])])
    var book = SmallSets.book([units])
    book.findings = [Finding(.columnMissing, form: "2", path: ["其他"], ["column": "其他"])]
    let coverage = try SmallSets.converter().convert(book).coverage
    #expect(coverage.covers(column: ["财政拨款"], in: "2") && !coverage.covers(column: ["单位资金"], in: "2"))
  }
}
