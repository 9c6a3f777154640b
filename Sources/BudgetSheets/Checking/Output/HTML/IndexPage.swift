/// The page that lists the files of a batch.
struct IndexPage {
  /// The files, the gravest verdict first.
  let files: [(file: CheckedFile, page: String?)]
  let language: Language
  /// Who has handed in: a heading and lines; empty where nobody asked.
  let departments: [String]

  init(files: [(file: CheckedFile, page: String?)], departments: [String], language: Language) {
    self.files = files.enumerated().sorted {
      (Self.gravity($0.element.file.verdict), $0.offset) < (Self.gravity($1.element.file.verdict), $1.offset)
    }.map(\.element)
    self.departments = departments
    self.language = language
  }

  /// Where files of a verdict stand; those that cannot be read come right after those that must be corrected.
  private static func gravity(_ verdict: CheckVerdict?) -> Int {
    switch verdict {
    case .rejected: 0
    case nil: 1
    case .explainable: 2
    case .incomplete: 3
    case .passed: 4
    }
  }

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
      .element("main", [:], summary, collection, filter, table),
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

  /// Who has handed in, and who has not.
  private var collection: HTMLNode {
    guard let heading = departments.first else { return .nothing }
    let lines = departments.dropFirst()
    // A long list would bury the files.
    return .element(
      "section", ["id": "departments"],
      .element(
        "details", ["open": lines.count <= 8 ? "" : nil],
        .element("summary", [:], .element("h2", [:], .text(heading))),
        .element("ul", [:], lines.map { .element("li", [:], .text($0)) })))
  }

  /// Shown by the script only, which is what makes it work.
  private var filter: HTMLNode {
    var counts: [(value: String, sign: String, name: String, count: Int)] = []
    for (file, _) in files {
      let value = Self.value(of: file.verdict)
      if counts.last?.value == value {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((value, file.verdict?.sign ?? "×", file.verdict?.name(in: language) ?? say(.unreadable), 1))
      }
    }
    if counts.count < 2 { return .nothing }
    let all = HTMLNode.element(
      "button", ["type": "button", "value": "all", "aria-pressed": "true"], .text("\(say(.all)) \(files.count)"))
    return .element(
      "div", ["id": "filter", "role": "group", "aria-label": say(.filterByVerdict), "hidden": ""],
      [all]
        + counts.map { entry in
          .element(
            "button", ["type": "button", "value": entry.value, "aria-pressed": "false", "class": entry.value],
            .element("span", ["class": "sign", "aria-hidden": "true"], .text(entry.sign)),
            .text("\(entry.name) \(entry.count)"))
        })
  }

  /// What the filter knows a verdict by.
  private static func value(of verdict: CheckVerdict?) -> String { verdict?.rawValue ?? "unreadable" }

  private static let columns: [ReportText] = [
    .verdictTitle, .department, .file, .level(.error), .level(.warning), .explained, .level(.info), .due, .passed,
    .failed, .notApplicable, .notChecked,
  ]

  private var table: HTMLNode {
    .element(
      "section", ["class": "files"],
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
              Self.columns.enumerated().map { index, words in
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
        "tr", ["class": "unreadable", "data-level": Self.value(of: nil)],
        .element("td", [:], verdict("×", say(.unreadable), "unreadable")),
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
        "tr", ["class": report.verdict.rawValue, "data-level": Self.value(of: report.verdict)],
        [
          .element("td", [:], verdict(report.verdict.sign, report.verdict.name(in: language), report.verdict.rawValue)),
          .element(
            "td", ["lang": page.languageOfForms], .text(report.book.department + " "),
            .element("span", ["class": "year"], .text(say(.year(report.book.year))))), file,
        ]
          + counts.enumerated().map { index, count in
            .element(
              "td",
              [
                "class": (Self.style(ofColumn: index + 3) ?? "") + (count == 0 ? " none" : ""),
                // What stands above the column, for narrow screens.
                "data-label": say(Self.columns[index + 3]),
              ], .text("\(count)"))
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
