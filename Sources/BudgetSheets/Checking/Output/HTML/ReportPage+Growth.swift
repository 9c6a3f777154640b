/// How the figures that the set names stand to those of the year before.
extension ReportPage {
  var growth: HTMLNode {
    guard let prior = report.prior else { return .nothing }
    let losses = prior.lossWords(in: set, language: language)
    let source = HTMLNode.element(
      "p", ["class": "hint"],
      .text(([say(.growthSource(prior.words(in: language)))] + [losses].compactMap(\.self)).joined(separator: " · ")))
    // Without a figure to compare only the workbook is told.
    if report.growth.isEmpty { return .element("section", ["id": "growth"], source) }
    let columns: [(ReportText, isNumber: Bool)] = [
      (.growthFigure, false), (.thisYear, true), (.yearBefore(report.growth.first?.priorYear), true),
      (.growthAmount, true), (.growthPercent, true),
      (.growthWords, false),
    ]
    return .element(
      "section", ["id": "growth"], .element("h2", [:], .text(say(.growthTitle))), source,
      .scrollingTable(
        named: say(.growthTitle), headings: columns.map { (say($0.0), $0.isNumber) }, report.growth.map(row)))
  }

  private func row(_ figure: GrowthFigure) -> HTMLNode {
    func number(_ text: String?) -> HTMLNode {
      .element("td", ["class": "number"], .text(text?.replacing("-", with: "−") ?? "—"))
    }
    let anchor = figure.place.flatMap { self.anchor(of: $0) }
    let label = HTMLNode.text(figure.label)
    return .element(
      "tr", [:],
      .element(
        "th", ["scope": "row", "lang": page.languageOfForms],
        anchor.map { .element("a", ["href": "#\($0)"], label) } ?? label),
      number(figure.current.map(self.figure)), number(figure.prior.map(self.figure)),
      number(figure.difference.map(self.figure)), number(figure.percent.map { $0 + "%" }),
      .element("td", [:], .text(figure.sentence(in: set, language: language))))
  }
}
