/// The page that lists the files of a batch.
struct IndexPage {
  let files: [(file: CheckedFile, page: String?)]
  let language: Language

  private func say(_ words: ReportText) -> String { words.text(in: language) }

  private var page: HTMLPage { HTMLPage(language: language, title: say(.indexTitle)) }

  /// The whole page.
  var text: String {
    page.text(around: [
      .element(
        "header", ["class": "masthead"], .element("p", ["class": "kind"], .text(say(.reportName))),
        .element(
          "h1", [:], .text(say(.indexTitle)), .element("span", ["class": "year"], .text(say(.files(files.count)))))
      ),
      .element("main", [:], summary, table),
    ])
  }

  /// How many files came to which verdict.
  private var summary: HTMLNode {
    var entries: [(sign: String, name: String, style: String, count: Int)] = CheckVerdict.allCases.map { verdict in
      (verdict.sign, verdict.name(in: language), verdict.rawValue, files.count { $0.file.verdict == verdict })
    }
    entries.append(("×", say(.unreadable), "unreadable", files.count { $0.file.verdict == nil }))
    return .element(
      "section", ["class": "ledger verdicts"],
      .element(
        "dl", [:],
        entries.map { entry in
          .element(
            "div", ["class": entry.style + (entry.count == 0 ? " none" : "")],
            .element(
              "dt", [:], .element("span", ["class": "sign", "aria-hidden": "true"], .text(entry.sign)),
              .text(entry.name)),
            .element("dd", [:], .text("\(entry.count)")))
        }))
  }

  private var table: HTMLNode {
    let columns: [ReportText] = [
      .verdictTitle, .department, .file, .level(.error), .level(.warning), .explained, .level(.info), .due, .passed,
      .failed,
      .notApplicable, .notChecked,
    ]
    return .element(
      "section", [:],
      .element(
        "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": say(.indexTitle)],
        .element(
          "table", ["class": "plain index"],
          .element(
            "thead", [:],
            .element(
              "tr", [:], .element("td", ["colspan": "3"], []),
              .element("th", ["class": "group", "colspan": "4", "scope": "colgroup"], .text(say(.findings))),
              .element("th", ["class": "group", "colspan": "5", "scope": "colgroup"], .text(say(.checks)))),
            .element(
              "tr", [:],
              columns.enumerated().map { index, words in
                .element("th", ["scope": "col", "class": Self.style(ofColumn: index)], .text(say(words)))
              })),
          .element("tbody", [:], files.map(row)))))
  }

  private func row(_ entry: (file: CheckedFile, page: String?)) -> HTMLNode {
    func linked(_ node: HTMLNode) -> HTMLNode {
      entry.page.map { .element("a", ["href": RelativeURL.link($0)], node) } ?? node
    }
    let file = HTMLNode.element("td", ["class": "file"], linked(.text(entry.file.path)))
    switch entry.file.outcome {
    case .unreadable(let code, let message):
      return .element(
        "tr", ["class": "unreadable"], .element("td", [:], verdict("×", say(.unreadable), "unreadable")),
        .element("td", [:], []), file,
        .element(
          "td", ["colspan": "9", "class": "message"], .text(message + " "),
          .element("span", ["class": "code"], .text(code))))
    case .checked(let report, _):
      let ledger = report.ledger
      let counts = [
        report.count(.error), report.open(.warning).count, report.explainedCount, report.count(.info), ledger.due,
        ledger.passed, ledger.failed, ledger.notApplicable, ledger.notChecked,
      ]
      return .element(
        "tr", ["class": report.verdict.rawValue],
        [
          .element("td", [:], verdict(report.verdict.sign, report.verdict.name(in: language), report.verdict.rawValue)),
          .element(
            "td", ["lang": page.languageOfForms], .text(report.book.department + " "),
            .element("span", ["class": "year"], .text(say(.year(report.book.year))))), file,
        ]
          + counts.enumerated().map { index, count in
            .element(
              "td", ["class": (Self.style(ofColumn: index + 3) ?? "") + (count == 0 ? " none" : "")], .text("\(count)"))
          })
    }
  }

  /// How the cells of a column look: texts, then the findings, then the checks.
  private static func style(ofColumn index: Int) -> String? {
    switch index {
    case ..<3: nil
    case 3, 7: "number first"
    default: "number"
    }
  }

  private func verdict(_ sign: String, _ name: String, _ style: String) -> HTMLNode {
    .element(
      "span", ["class": "badge \(style)"], .element("span", ["class": "sign", "aria-hidden": "true"], .text(sign)),
      .text(name))
  }
}

extension CheckedFile {
  /// What its report comes to; nil where it could not be read.
  var verdict: CheckVerdict? {
    if case .checked(let report, _) = outcome { report.verdict } else { nil }
  }
}
