/// The forms as they are printed, with their findings.
extension ReportPage {
  /// One form: folded up where there is nothing to do about it.
  func form(_ section: Section) -> HTMLNode {
    let form = section.form
    let title =
      section.data?.title ?? FormDefinition.fill(form.title, year: report.book.year, department: report.book.department)
    return .element(
      "details",
      [
        "class": "form \(form.page.rawValue)", "id": "form-\(section.number)",
        "open": section.findings.contains { report.findings[$0].level != .info } ? "" : nil,
        "data-levels": levels(section.findings),
      ],
      .element(
        "summary", [:],
        .element(
          "h3", ["class": "form-name"],
          .element("span", ["class": "form-code", "lang": page.languageOfForms], .text(form.name)),
          .element("span", ["class": "form-title", "lang": page.languageOfForms], .text(title)),
          .group(
            section.findings.isEmpty
              ? [.element("span", ["class": "tally clean"], .text("✓ " + say(.noFindings)))] : tallies(section.findings)
          ))),
      findings(section.findings),
      section.table.map { sheet($0, section) } ?? .element("p", ["class": "hint"], .text(say(.noSuchForm))))
  }

  /// The form itself.
  private func sheet(_ table: FormTable, _ section: Section) -> HTMLNode {
    guard let data = section.data else { return .nothing }
    let form = section.form
    let labels = set.labels
    var line: [HTMLNode] = []
    // A form of blocks states department and unit in its blocks.
    if !form.isBlockForm {
      line = [
        .element("span", [:], .text((labels.department.first ?? "") + "：" + report.book.department)),
        .element("span", [:], .text((labels.unit.first ?? "") + "：" + set.unit.rawValue)),
      ]
    }
    let head = table.head.enumerated().map { row($0, $1, section) }
    let body = table.body.enumerated().map { row($0 + table.head.count, $1, section) }
    return .element(
      "div", ["class": "sheet", "lang": page.languageOfForms],
      line.isEmpty ? .nothing : .element("p", ["class": "sheet-line"], line),
      data.unit == set.unit
        ? .nothing
        : .element(
          "p", ["class": "hint", "lang": language == .english ? "en" : nil],
          .text(say(.converted(from: data.unit.rawValue, to: set.unit.rawValue)))),
      .element(
        "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": form.name],
        .element(
          "table", ["class": "drawn \(Self.density(table.width))"],
          head.isEmpty ? .nothing : .element("thead", [:], head), .element("tbody", [:], body))),
      .group(data.notes.map { .element("p", ["class": "sheet-note"], .text($0.text)) }))
  }

  /// Forms of many columns are set more narrowly on paper.
  private static func density(_ columns: Int) -> String {
    switch columns {
    case ...6: "few"
    case ...12: "several"
    default: "many"
    }
  }

  private func row(_ index: Int, _ cells: FormTable.Row, _ section: Section) -> HTMLNode {
    let style =
      cells.contains { $0.cell.isHidden }
      ? "hidden-row" : cells.allSatisfy { $0.cell.style == .heading } ? "headings" : nil
    return .element(
      "tr", ["class": style],
      cells.enumerated().map { place, cell in
        self.cell(
          cell.cell, anchor: FormAnchors.name(form: section.number, row: index, column: cell.column),
          isFirstOfHidden: cell.cell.isHidden && !cells[..<place].contains { $0.cell.isHidden })
      })
  }

  private func cell(_ cell: FormTable.Cell, anchor: String, isFirstOfHidden: Bool) -> HTMLNode {
    let findings = marks[anchor] ?? []
    let level = findings.map { report.findings[$0].level }.min()
    let proposals = proposals[anchor] ?? []
    var classes = [Self.name(of: cell.style)]
    if cell.isBold { classes.append("bold") }
    if cell.isIndented { classes.append("indented") }
    if cell.isCentered { classes.append("centered") }
    if let level { classes += ["marked", level.rawValue] }
    if !proposals.isEmpty { classes.append("suspect") }
    var content: [HTMLNode] = []
    switch cell.content {
    case .blank: break
    case .text(let text), .amount(let text): content.append(.element("span", ["class": "value"], .text(text)))
    }
    if isFirstOfHidden { content.append(.element("span", ["class": "hidden-note"], .text(say(.hiddenRow)))) }
    for finding in findings { content.append(mark(finding)) }
    for proposal in proposals {
      let amount = proposal.change.proposedText(in: set, language: language)
      content.append(
        .element(
          "a",
          [
            "class": "proposal", "href": "#cause-\(proposal.cause + 1)",
            "title": say(.suggestedBy(proposal.cause + 1)),
          ], .text("→ \(amount)")))
    }
    let isHeading = cell.style == .heading || cell.style == .label
    return .element(
      isHeading ? "th" : "td",
      [
        "id": targets.contains(anchor) ? anchor : nil, "class": classes.joined(separator: " "),
        "scope": cell.style == .label ? "row" : cell.style != .heading ? nil : cell.columns > 1 ? "colgroup" : "col",
        "rowspan": cell.rows > 1 ? "\(cell.rows)" : nil, "colspan": cell.columns > 1 ? "\(cell.columns)" : nil,
      ], content)
  }

  private func mark(_ index: Int) -> HTMLNode {
    let finding = report.findings[index]
    let words = "\(say(.level(finding.level))) \(finding.code.rawValue)\(say(.comma))\(say(.finding(index + 1)))"
    return .element(
      "a",
      [
        "class": "mark \(finding.level.rawValue)", "href": "#finding-\(index + 1)", "title": words, "aria-label": words,
      ], .element("span", ["class": "sign"], .text(finding.level.sign)), .text("\(index + 1)"))
  }

  private static func name(of style: FormTable.Style) -> String {
    switch style {
    case .heading: "heading"
    case .label: "label"
    case .text: "text"
    case .longText: "long"
    case .code: "code"
    case .amount: "amount"
    }
  }
}
