import Foundation
import Testing

@testable import BudgetSheets

/// What became of figures since the year before: arithmetic against Python's, and the words of the published budgets.
@Suite struct GrowthTests {
  private static let set = Result { try RuleLanguageSample.small(["set.yaml": RuleLanguageSample.withGrowth]) }

  private func figure(_ now: Int64, _ before: Int64) -> GrowthFigure {
    GrowthFigure(
      label: "数", current: .init(place: nil, amount: .success(Amount(fen: now))),
      prior: .init(place: nil, amount: .success(Amount(fen: before))))
  }

  private func figure(_ now: String, _ before: String) throws -> GrowthFigure {
    figure(
      try #require(Amount(decimal: now, unit: .万元)).fen, try #require(Amount(decimal: before, unit: .万元)).fen)
  }

  // MARK: Arithmetic

  @Test func percentagesAreThoseOfAnotherProgram() throws {
    let url = try #require(
      Bundle.module.url(forResource: "percent", withExtension: "csv", subdirectory: "Fixtures/growth"))
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(lines.count == 110)
    for line in lines {
      let fields = line.split(separator: ",").map(String.init)
      try #require(fields.count == 4)
      let figure = try figure(fields[0], fields[1])
      #expect(figure.difference == Amount(decimal: fields[2], unit: .万元), "\(line)")
      #expect(figure.percent == fields[3], "\(line)")
      let change: GrowthFigure.Change =
        fields[2].hasPrefix("-") ? .decreased : figure.difference == .zero ? .unchanged : .increased
      #expect(figure.change == change, "\(line)")
    }
  }

  @Test func halvesAreRoundedAwayFromZero() {
    // 0.005 %, 0.015 %, 0.0149… % of 20000.00 in 分.
    #expect(Percentage.text(of: 1, in: 20_000) == "0.01" && Percentage.text(of: -1, in: 20_000) == "-0.01")
    #expect(Percentage.text(of: 3, in: 20_000) == "0.02" && Percentage.text(of: 2, in: 20_001) == "0.01")
    #expect(Percentage.text(of: 1, in: 20_001) == "0.00" && Percentage.text(of: -1, in: 20_001) == "0.00")
    #expect(Percentage.text(of: .min, in: .max) == "-100.00" && Percentage.text(of: .max, in: .max) == "100.00")
    #expect(Percentage.text(of: 5, in: 0) == nil && Percentage.text(of: 5, in: -10) == nil)
  }

  @Test func aDifferenceThatIsTooLargeIsSaid() {
    #expect(figure(.max, -1).change == .notComparable(.overflow) && figure(.max, -1).percent == nil)
    #expect(figure(.min, 1).difference == nil)
  }

  // MARK: Words

  @Test(arguments: [
    // The published texts: 2023 against 2022 (N03, N14), 2021 against 2020 (M01).
    ("634.34", "1242.59", "较上年减少608.25万元，下降48.95%", "608.25 万元 less than the year before, down 48.95%"),
    ("634.34", "1036.59", "较上年减少402.25万元，下降38.81%", "402.25 万元 less than the year before, down 38.81%"),
    ("904.34", "95.83", "较上年增加808.51万元，增长843.69%", "808.51 万元 more than the year before, up 843.69%"),
    ("634.34", "634.34", "与上年持平", "the same as the year before"), ("0", "0", "与上年持平", "the same as the year before"),
    ("0", "12.5", "较上年减少12.50万元，下降100.00%", "12.50 万元 less than the year before, down 100.00%"),
    (
      "5", "0", "较上年增加5.00万元，上年为零，无法计算增减比例",
      "5.00 万元 more than the year before, which was zero, so that there is no percentage"
    ),
    (
      "-5", "0", "较上年减少5.00万元，上年为零，无法计算增减比例",
      "5.00 万元 less than the year before, which was zero, so that there is no percentage"
    ),
    (
      "5", "-2", "较上年增加7.00万元，上年为负数，无法计算增减比例",
      "7.00 万元 more than the year before, which was below zero, so that there is no percentage"
    ),
    ("1000000.01", "1000000", "较上年增加0.01万元，增长0.00%", "0.01 万元 more than the year before, up 0.00%"),
  ])
  func theSentenceIsThatOfPublishedBudgets(_ now: String, _ before: String, _ chinese: String, _ english: String) throws
  {
    let set = try SampleBook.set.get()
    let figure = try figure(now, before)
    #expect(figure.sentence(in: set, language: .chinese) == chinese)
    #expect(figure.sentence(in: set, language: .english) == english)
  }

  // MARK: The figures of a set

  @Test func thePublishedSetComparesWhatThePublishedTextDoes() throws {
    let set = try SampleBook.set.get()
    #expect(set.growth.map(\.label) == ["收入总计", "支出总计", "一般公共预算收支预算", "基本支出", "项目支出", "“三公”经费"])
    var prior = try PriorSample.prior()
    try prior.put("1242.59", in: "01|收入总计|收入/金额")
    try prior.put("1242.59", in: "01|支出总计|支出/金额")
    try prior.put("1036.59", in: "04|支出合计|支出/一般公共预算/小计")
    try prior.put(nil, in: "03|:total|项目支出/小计")
    let report = PriorSample.report(set, try SampleBook(.published).book, beside: prior.book)
    let sentences = report.growth.map { $0.sentence(in: set, language: .chinese) }
    #expect(
      sentences == [
        "较上年减少608.25万元，下降48.95%", "较上年减少608.25万元，下降48.95%", "较上年减少402.25万元，下降38.81%", "与上年持平",
        "较上年增加343.30万元，上年为零，无法计算增减比例", "与上年持平",
      ])
    #expect(report.growth[0].place?.address == "预算01表!B38" && report.growth[0].priorPlace?.isPrior == true)
    #expect(report.growth[3].current == Amount(decimal: "291.04", unit: .万元))
    // The form has no row: nothing in both years, and no cell.
    #expect(report.growth[5].current == .zero && report.growth[5].place == nil)
    #expect(report.prior == PriorSource(prior.book, isCarriedOver: false) && report.prior?.year == "2022")
    // It is no finding, whatever became of a figure.
    #expect(report.findings.map(\.code) == (try SampleBook.report(.published)).findings.map(\.code))
  }

  @Test func whatIsNotKnownIsSaid() throws {
    let set = try SampleBook.set.get()
    var book = try SampleBook(.corrected)
    var prior = try PriorSample.prior()
    try book.spoil("01|收入总计|收入/金额")
    try prior.spoil("01|支出总计|支出/金额")
    prior.remove(form: "04")
    try prior.remove(row: ":total", of: "03")
    book.remove(form: "08")
    let growth = PriorSample.report(set, book.book, beside: prior.book).growth
    #expect(
      growth.map { $0.sentence(in: set, language: .chinese) } == [
        "无法与上年比较：预算01表!B38 收入总计·收入/金额 未能读取", "无法与上年比较：上年 预算01表!D38 支出总计·支出/金额 未能读取",
        "无法与上年比较：上年的工作簿缺少预算04表", "无法与上年比较：上年的工作簿预算03表缺少“合计”行",
        "无法与上年比较：上年的工作簿预算03表缺少“合计”行", "无法与上年比较：缺少预算08表",
      ])
    // What is known of one year is told all the same.
    #expect(growth[0].current == nil && growth[0].prior == Amount(decimal: "634.34", unit: .万元))
    #expect(growth[1].current == Amount(decimal: "634.34", unit: .万元) && growth[1].prior == nil)
    #expect(growth.allSatisfy { $0.difference == nil && $0.percent == nil })
  }

  @Test func figuresMayBeSumsAndDifferences() throws {
    let set = try Self.set.get()
    #expect(set.growth.map(\.label) == ["甲", "差"] && set.growth.map(\.forms) == [["1"], ["1", "2"]])
    #expect(set.growth[1].text == "1[合计, 二] - sum(2[明细])")
    func book(_ total: String, _ details: [String]) throws -> [String: [FormRow]] {
      [
        "1": [try PriorSample.row(.total, "合计", ["二": total, "总额": total])],
        "2": try details.enumerated().map { try PriorSample.row(.detail, "\($0)", ["二": $1]) },
      ]
    }
    let now = PriorSample.small("2023", try book("10", ["1", "2.5"]))
    let before = PriorSample.small("2022", try book("8", ["3"]))
    let growth = PriorSample.report(set, now, beside: before).growth
    #expect(growth.map(\.current) == [Amount(fen: 10_000_000), Amount(fen: 6_500_000)])
    #expect(growth.map(\.percent) == ["25.00", "30.00"])
    #expect(growth[1].place == nil && growth[0].place != nil)
  }

  @Test(arguments: [
    ("- {label: 甲, of: \"1[合计, 二] * 2\"}", "factor"), ("- {label: 甲, of: \"2 * 1[合计, 二]\"}", "notOfGrowth"),
    ("- {label: 甲, of: \"1[合计, 二] + 5\"}", "notOfGrowth"), ("- {label: 甲, of: \"prior 1[合计, 二]\"}", "notOfGrowth"),
    ("- {label: 甲, of: \"1[合计, 二] = 2[合计]\"}", "notOfGrowth"), ("- {label: 甲, of: \"1[明细, 二]\"}", "sumMissing"),
    ("- {label: 甲, of: \"1[合计, 三]\"}", "referenceUnknown"), ("- {label: 甲, of: \"9[合计, 二]\"}", "referenceUnknown"),
    ("- {label: 甲, of: \"1[合计, 二] - 1[合计, 二]\"}", "saysNothing"), ("- {label: 甲}", "keyMissing"),
    ("- {label: 甲, of: \"二\"}", "expected"), ("- {label: 甲, off: \"1[合计, 二]\"}", "keyUnknown"),
    ("- {label: 甲, of: \"1[合计, 二]\"}\n  - {label: 甲, of: \"2[合计]\"}", "labelTwice"), ("甲", "expected"),
  ])
  func mistakesAreToldWithFileLineAndColumn(_ growth: String, _ problem: String) throws {
    let yaml = (RuleLanguageSample.files["set.yaml"] ?? "") + "\ngrowth:\n  \(growth)\n"
    do throws(DefinitionError) {
      _ = try RuleLanguageSample.small(["set.yaml": yaml])
      Issue.record("\(growth) was taken")
    } catch {
      #expect(error.file == "small/set.yaml" && (error.line ?? 0) > 10 && error.column != nil, "\(error)")
      #expect("\(error.problem)".contains(problem), "\(error.problem)")
    }
  }
}

extension RuleLanguageSample {
  /// The small set with two figures that are compared.
  static let withGrowth =
    (files["set.yaml"] ?? "") + """

      growth:
        - {label: 甲, of: "1[合计, 二]"}
        - {label: 差, of: "1[合计, 二] - sum(2[明细])"}
      """
}
