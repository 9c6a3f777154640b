import BudgetSheets

/// What became of the figures of the year before, as text for people.
struct PriorText {
  let report: CheckReport
  let set: FormSet
  let options: CommonOptions
  var style = TextStyle.plain

  /// The lines: where the year before comes from, then one a figure; none without a book of the year before.
  var lines: [String] {
    guard let prior = report.prior else { return [] }
    let source = prior.words(in: options.language)
    let losses = prior.lossWords(in: set, language: options.language).map { ["  " + $0] } ?? []
    guard let first = report.growth.first else {
      // A set without figures to compare: which workbook the rules took.
      return [options.say("上年的工作簿：\(source)", "The workbook of the year before: \(source)")] + losses
    }
    let title =
      first.priorYear.map { options.say("与\($0)年比较", "Compared with \($0)") }
      ?? options.say("与上年比较", "Compared with the year before")
    return [style.bold(title) + options.say("（\(source)）", " (\(source))")] + losses
      + report.growth.map { "  " + $0.label + options.say("：", ": ") + figures($0) + sentence($0) }
  }

  /// The first figure on one line, for when there are many workbooks.
  var summary: String? {
    report.growth.first.map { $0.label + options.say("", ": ") + sentence($0) }
  }

  private func sentence(_ figure: GrowthFigure) -> String { figure.sentence(in: set, language: options.language) }

  private func figures(_ figure: GrowthFigure) -> String {
    guard let current = figure.current, let prior = figure.prior else { return "" }
    func text(_ amount: Amount) -> String {
      amount.text(in: set.unit, decimals: set.decimals).replacing("-", with: "−")
    }
    let year = figure.priorYear.map { "\($0)年" } ?? "上年"
    return options.say("本年 \(text(current))，\(year) \(text(prior))，", "\(text(current)) after \(text(prior)), ")
  }
}
