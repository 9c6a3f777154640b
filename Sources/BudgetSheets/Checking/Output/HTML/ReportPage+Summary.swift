/// The head of the page: whose budget it is, what came of it, and what was not checked.
extension ReportPage {
  var header: HTMLNode {
    let book = report.book
    var source: [HTMLNode] = []
    if let file = book.file { source.append(.element("span", ["class": "file"], .text(file))) }
    source.append(
      .element("span", ["lang": page.languageOfForms], .text("\(set.title)（\(report.set) \(report.version)）")))
    source.append(.element("span", [:], .text(say(.amountsIn(set.unit.rawValue)))))
    return .element(
      "header", ["class": "masthead"],
      index.map {
        .element("p", ["class": "back"], .element("a", ["href": RelativeURL.link($0)], .text("← " + say(.allFiles))))
      } ?? .nothing,
      .element("p", ["class": "kind"], .text(say(.reportName))),
      .element(
        "h1", ["lang": page.languageOfForms],
        .text(book.department.isEmpty ? book.file ?? say(.noDepartment) : book.department),
        .element("span", ["class": "year"], .text(say(.year(book.year))))),
      .element("p", ["class": "source"], source))
  }

  var verdict: HTMLNode {
    let words = report.verdictWords(in: language)
    return .element(
      "section", ["class": "verdict \(report.verdict.rawValue)"],
      .element(
        "h2", [:], .element("span", ["class": "sign", "aria-hidden": "true"], .text(report.verdict.sign)),
        .text(words.name)),
      .element("p", [:], .text(say(.counts(words.counts)) + words.next)))
  }

  var ledger: HTMLNode {
    let ledger = report.ledger
    let entries: [(StaticString, ReportText, Int)] = [
      ("due", .due, ledger.due), ("passed", .passed, ledger.passed), ("failed", .failed, ledger.failed),
      ("not-applicable", .notApplicable, ledger.notApplicable), ("not-checked", .notChecked, ledger.notChecked),
    ]
    let unchecked = report.rules.filter { $0.ledger.notChecked > 0 }
    return .element(
      "section", ["class": "ledger", "aria-label": say(.ledger)],
      .element(
        "dl", [:],
        entries.map { name, words, count in
          .element(
            "div", ["class": "\(name)\(count == 0 ? " none" : "")"], .element("dt", [:], .text(say(words))),
            .element("dd", [:], .text("\(count)")))
        }),
      unchecked.isEmpty
        ? .nothing
        : .element(
          "details", ["class": "unchecked", "open": unchecked.count <= 8 ? "" : nil],
          .element("summary", [:], .text(say(.notCheckedTitle(ledger.notChecked)))),
          .element("ul", ["lang": page.languageOfForms], unchecked.map(uncheckedRule))))
  }

  private func uncheckedRule(_ result: RuleResult) -> HTMLNode {
    let reasons = result.reasons.filter { if case .condition = $0 { false } else { true } }
    return .element(
      "li", [:], .element("span", ["class": "code"], .text(result.code.rawValue)),
      .element("span", ["class": "rule"], .text(result.text)),
      .element(
        "span", ["class": "reason"],
        .text(
          (reasons.map { $0.text(in: language) }
            + (result.ledger.notChecked > 1 ? ["×\(result.ledger.notChecked)"] : []))
            .joined(separator: say(.comma)))))
  }

  /// The forms with their counts, as links.
  var contents: HTMLNode {
    .element(
      "nav", ["class": "contents", "aria-label": say(.forms)],
      .element(
        "ul", ["lang": page.languageOfForms],
        sections.map { section in
          .element(
            "li", [:],
            .element(
              "a", ["href": "#form-\(section.number)"], .text(section.form.name),
              .group(tallies(section.findings))))
        }))
  }

  /// How many open findings of each level there are, as signs with numbers, and how many are explained.
  func tallies(_ findings: [Int]) -> [HTMLNode] {
    let levels = findings.map { report.findings[$0] }.filter { !$0.isExplained }.map(\.level)
    let explained = findings.count { report.findings[$0].isExplained }
    var tallies: [HTMLNode] = Finding.Level.allCases.compactMap { level in
      let count = levels.count { $0 == level }
      if count == 0 { return nil }
      return .element(
        "span", ["class": "tally \(level.rawValue)", "title": say(.level(level))],
        .element("span", ["class": "sign"], .text(level.sign)), .text("\(count)"))
    }
    if explained > 0 {
      tallies.append(.element("span", ["class": "tally explained"], .text(say(.explainedCount(explained)))))
    }
    return tallies.isEmpty
      ? [.element("span", ["class": "tally clean", "title": say(.noFindings)], .text("✓"))] : tallies
  }

  /// All rules with how they came out.
  var ruleList: HTMLNode {
    if report.rules.isEmpty { return .nothing }
    let columns: [ReportText] = [.due, .passed, .failed, .notApplicable, .notChecked]
    return .element(
      "section", ["id": "rules"],
      .element(
        "details", ["class": "rules"],
        .element("summary", [:], .element("h2", [:], .text(say(.rulesTitle(report.rules.count))))),
        .scrollingTable(
          named: say(.rules), headings: ([.code, .rule] + columns + [.reason]).map { (say($0), false) },
          language: page.languageOfForms, report.rules.map(ruleRow))))
  }

  private func ruleRow(_ result: RuleResult) -> HTMLNode {
    let ledger = result.ledger
    let counts = [ledger.due, ledger.passed, ledger.failed, ledger.notApplicable, ledger.notChecked]
    return .element(
      "tr", ["class": ledger.failed > 0 ? "failed" : ledger.notChecked > 0 ? "not-checked" : nil],
      [
        .element("td", ["class": "code"], .text(result.code.rawValue)),
        .element("td", ["class": "rule"], .text(result.text)),
      ]
        + counts.enumerated().map { index, count in
          .element("td", ["class": "number"], .text(index > 0 && count == 0 ? "" : "\(count)"))
        }
        + [
          .element(
            "td", ["class": "reason"],
            .text(result.reasons.map { $0.text(in: language) }.joined(separator: say(.semicolon))))
        ])
  }
}
