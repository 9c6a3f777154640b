import Testing

@testable import BudgetSheets

/// What a book of the year before does not say is not taken for nothing, and what is not of the year before is not called so.
@Suite struct PriorDoubtTests {
  private let rules = """
    - {id: U01, rule: "04[支出：支出合计, 一般公共预算/小计] <= prior 04[支出：支出合计, 一般公共预算/小计]"}
    - {id: U02, rule: "sum(08[明细, 公务接待费]) <= sum(prior 08[明细, 公务接待费])"}
    """

  /// The form of a number without any amount.
  private func emptied(_ number: String, _ prior: SampleBook, with text: String? = nil) throws -> SampleBook {
    var prior = prior
    let form = try #require(prior.book.forms.firstIndex { $0.form == number })
    for row in prior.book.forms[form].rows.indices {
      prior.book.forms[form].rows[row].cells = prior.book.forms[form].rows[row].cells.filter {
        $0.value.value?.amount == nil
      }
    }
    prior.book.forms[form].notes = text.map { [FormNote(text: $0)] } ?? []
    return prior
  }

  @Test func aFormThatWasNeverFilledInIsNotNothing() throws {
    let prior = try emptied("08", emptied("04", PriorSample.prior()))
    let report = try PriorSample.report(rules, beside: prior)
    let (spending, reception) = (
      RuleResult.Reason.prior(.formUnfilled("预算04表")), RuleResult.Reason.prior(.formUnfilled("预算08表"))
    )
    #expect(try report.result("U01").reasons == [spending] && report.result("U02").reasons == [reception])
    #expect(try report.result("U01").ledger.notChecked == 1 && report.result("U02").ledger.notChecked == 1)
    #expect(report.growth[2].change == .notComparable(spending) && report.growth[5].change == .notComparable(reception))
    #expect(report.growth[2].prior == nil)
    let set = try SampleBook.set.get()
    #expect(
      report.growth[2].sentence(in: set, language: .chinese) == "无法与上年比较：上年的工作簿预算04表没有填写，也没有写明无数据")
    #expect(report.json(in: set, pretty: false, language: .chinese).contains("\"priorFormUnfilled\""))
  }

  @Test func aNoteOrAZeroIsAnAnswer() throws {
    let note = "我单位2022年没有使用一般公共预算拨款安排的“三公”经费支出，故此表无数据。"
    let noted = try PriorSample.report(rules, beside: emptied("08", PriorSample.prior(), with: note))
    #expect(try noted.result("U02").ledger.passed == 1)
    #expect(noted.growth[5].prior == .zero)
    var zero = try emptied("04", PriorSample.prior())
    try zero.put("0", in: "04|支出合计|支出/一般公共预算/小计")
    #expect(try PriorSample.report(rules, beside: zero).growth[2].prior == .zero)
  }

  @Test func whatIsOlderIsCalledByItsYear() throws {
    let set = try SampleBook.set.get()
    var prior = try PriorSample.prior()
    prior.book.year = "2020"
    try prior.put("1000", in: "01|收入总计|收入/金额")
    try prior.put("0", in: "04|支出合计|支出/一般公共预算/小计")
    let report = try PriorSample.report("[]", beside: prior)
    let chinese = report.growth.map { $0.sentence(in: set, language: .chinese) }
    #expect(chinese[0] == "较2020年减少365.66万元，下降36.57%" && chinese[1] == "与2020年持平")
    #expect(chinese[2] == "较2020年增加634.34万元，2020年为零，无法计算增减比例")
    let english = report.growth.map { $0.sentence(in: set, language: .english) }
    #expect(english[0] == "365.66 万元 less than in 2020, down 36.57%" && english[1] == "the same as in 2020")
    let finding = try #require(report.findings.first { $0.code == .priorYearsAgo })
    #expect(finding.level == .info && finding.message(in: .chinese).contains("是 2020 年的"))
    #expect(report.html(in: set, language: .chinese).contains("2020年</th>"))
    // That of the year before is told as such.
    let last = try PriorSample.report("[]", beside: PriorSample.prior())
    #expect(last.growth[1].sentence(in: set, language: .chinese) == "与上年持平")
    #expect(!last.findings.contains { $0.code == .priorYearsAgo || $0.code == .priorNotOlder })
  }

  /// No row can be added to last year's book.
  @Test func whatIsNewThisYearIsToBeExplained() throws {
    let rows = ["2": [try PriorSample.row(.detail, "1", ["二": "3"], ["编码": "1"])]]
    let before = ["2": [try PriorSample.row(.detail, "9", ["二": "3"], ["编码": "9"])]]
    let set = try RuleLanguageSample.small().addingRules(
      yaml: "- {id: U01, rule: \"sum(2[编码 = 1, 二]) <= sum(prior 2[编码 = 1, 二])\"}", file: "u.yaml")
    let report = PriorSample.report(
      set, PriorSample.small("2023", rows), beside: PriorSample.small("2022", before))
    let finding = try #require(report.findings(of: "U01").first)
    #expect(finding.message(in: .chinese).contains("请核对本年的编码、名称是否与上年一致"))
    #expect(!finding.message(in: .chinese).contains("补上该行"))
    #expect(!finding.message(in: .english).contains("add the row"))
    #expect(finding.message(in: .english).contains("new this year"))
    // Between forms of one year the row may well be added.
    let own = try RuleLanguageSample.small().addingRules(
      yaml: "- {id: U01, rule: \"sum(2[编码 = 1, 二]) <= sum(1[编码 = 1, 二])\"}", file: "u.yaml")
    let other = PriorSample.report(
      own, PriorSample.small("2023", rows.merging(["1": []]) { $1 }), beside: nil)
    #expect(try #require(other.findings(of: "U01").first).message(in: .chinese).contains("补上该行"))
  }

  /// Twenty thousand rows of one code on both sides: each is counted once, and none is told to be another's.
  @Test func manyRowsOfOneCodeAreCountedOnce() throws {
    let count = 20_000
    func rows(_ unit: String) throws -> [FormRow] {
      let amount = FormCell(value: .amount(Amount(fen: 100)))
      var rows = [FormRow(kind: .unit, key: unit)]
      for number in 1...count {
        rows.append(FormRow(kind: .detail, key: number == 1 ? "9" : "9#\(number)", cells: [["二"]: amount]))
      }
      return rows
    }
    let rule = "- {id: U01, each: \"1[明细]\", rule: \"二 = prior 二\"}"
    let same = try PriorSample.result(rule, ["1": rows("250001")], beside: ["1": rows("250001")])
    #expect(same.ledger.notChecked == count && same.reasons.first == .priorRowUnclear(form: "1", "9"))
    let other = try PriorSample.result(rule, ["1": rows("250001")], beside: ["1": rows("250002")])
    #expect(other.reasons.first == .prior(.rowMissing(form: "1", "9")))
  }

  /// A total that was carried over and is not the sum of its parts: the reader is told that figures may be off.
  @Test func whatCarryingOverLostIsSaid() throws {
    let (older, newer) = (try SmallSets.old(), try SmallSets.new(SmallSets.whole))
    func source(_ amounts: [String: String]) throws -> PriorSource {
      try PriorBook(SmallSets.book([SmallSets.costs(amounts)]), of: older, for: newer).source
    }
    let sound = ["共计": "6", "甲费": "1", "乙费": "5", "乙费/子费一": "2", "乙费/子费二": "3"]
    #expect(try source(sound).losses == nil)
    #expect(try source(sound).lossWords(in: newer, language: .chinese) == nil)
    let losses = try source(sound.merging(["共计": "60"]) { $1 })
    #expect(try #require(losses.losses).disagreements == 1)
    #expect(losses.lossWords(in: newer, language: .chinese)?.contains("1 处合计与各部分不符") == true)
    // What has no place takes its amount along.
    let mapping = SmallSets.whole.replacing("      乙项/二: {row: 乙费/子费二}\n", with: "")
    let lost = try PriorBook(
      SmallSets.book([SmallSets.costs(sound)]), of: older, for: SmallSets.new(mapping)
    ).source
    #expect((lost.losses?.amountsLeft ?? 0) + (lost.losses?.sums.count ?? 0) > 0)
  }
}
