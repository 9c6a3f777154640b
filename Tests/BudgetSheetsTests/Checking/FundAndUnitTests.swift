import Testing

@testable import BudgetSheets

/// Projects are paid by the money of the form that lists it, and units are the same everywhere.
@Suite struct FundAndUnitTests {
  private func failures(_ rule: String, _ base: SampleBook.Base, _ change: (inout SampleBook) throws -> Void) throws
    -> [Finding]
  {
    var book = try SampleBook(base)
    try change(&book)
    return try book.report().findings(of: rule)
  }

  @Test func projectMoneyOfAnotherFundIsFound() throws {
    #expect(try SampleBook.report(.corrected).result("X31").ledger.passed == 3)
    // All projects of this year under the government funds, of which the department has none.
    let found = try failures("X31", .corrected) { book in
      try book.put(nil, in: "11|:total|本年拨款/一般公共预算")
      try book.put("298.30", in: "11|:total|本年拨款/政府性基金预算")
    }
    #expect(found.count == 2 && found.allSatisfy { $0.level == .error })
    #expect(Set(found.compactMap { $0.judgement?.difference.fen.magnitude }) == [298_300_000])
  }

  @Test func withoutTheFormOfAFundItsProjectsAreNotChecked() throws {
    for form in ["05", "09", "10", "11"] {
      var book = try SampleBook(.corrected)
      book.remove(form: form)
      let ledger = try book.report().result("X31").ledger
      #expect(ledger.notChecked == (form == "11" ? 3 : 1) && ledger.failed == 0, "\(form)")
    }
  }

  @Test func incomeAndSpendingOfAUnitAgree() throws {
    let report = try SampleBook.report(.invented(0))
    #expect(try report.result("X32").ledger.passed == 3 && report.result("X32").ledger.failed == 0)
    let units = try #require(report.book.form("02")).rows.filter { $0.kind == .unit }.map(\.key)
    let found = try failures("X32", .invented(0)) { try $0.add("10.00", to: "02|\(units[1])|总计") }
    #expect(found.map { $0.row?.key } == [units[1]])
    #expect(found.first?.judgement?.difference == Amount(decimal: "10", unit: .万元))
    var book = try SampleBook(.invented(0))
    book.remove(form: "03")
    #expect(try book.report().result("X32").ledger.notChecked > 0)
  }

  @Test func aUnitUnderAnotherNameOrCodeIsFound() throws {
    let report = try SampleBook.report(.invented(0))
    #expect(try report.result("X33").ledger.failed == 0 && report.result("X33").ledger.passed > 12)
    let units = try #require(report.book.form("03")).rows.filter { $0.kind == .unit }.map(\.key)
    let renamed = try failures("X33", .invented(0)) { try $0.write("示例县美术馆", in: "03|\(units[1])|单位（科目名称）") }
    #expect(renamed.map { $0.row?.key } == [units[1]])
    #expect(renamed.first?.message(in: .chinese).contains("示例县美术馆") == true)
    let recoded = try failures("X33", .invented(0)) { book in
      let form = try #require(book.book.forms.firstIndex { $0.form == "03" })
      let row = try #require(book.book.forms[form].rows.firstIndex { $0.key == units[2] })
      book.book.forms[form].rows[row].key = "999999"
    }
    #expect(recoded.count == 1 && recoded.first?.message(in: .chinese).contains("999999") == true)
    let project = try failures("X33", .corrected) { try $0.write("洛阳市老城区财政局", in: "11|科技研发计划管理费|项目单位") }
    #expect(project.map { $0.form } == ["11"])
    var book = try SampleBook(.invented(0))
    book.remove(form: "02")
    let missing = try book.report().result("X33").ledger
    #expect(missing.notChecked == 1 && missing.passed == 0)
  }
}
