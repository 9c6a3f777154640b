/// The findings, form by form.
extension ReportPage {
  /// From how many findings of one kind on they are told as one list.
  private static let listed = 4

  var findingList: HTMLNode {
    var content: [HTMLNode] = [
      .element("h2", [:], .text(say(.findingsTitle))),
      .element(
        "p", ["class": "legend"],
        Finding.Level.allCases.map { level in
          .element(
            "span", ["class": "tally \(level.rawValue)"], .element("span", ["class": "sign"], .text(level.sign)),
            .text(say(.levelMeaning(level))))
        }),
      filter,
    ]
    if !others.isEmpty {
      content.append(
        .element(
          "section", ["class": "form", "data-levels": levels(others)],
          .element("h3", ["class": "form-name"], .text(say(.workbook)), .group(tallies(others))),
          findings(others)))
    }
    content += sections.map(form)
    return .element("section", ["id": "findings"], content)
  }

  /// Shown by the script only, which is what makes it work.
  private var filter: HTMLNode {
    if report.findings.isEmpty { return .nothing }
    var buttons: [HTMLNode] = [
      .element(
        "button", ["type": "button", "value": "all", "aria-pressed": "true"],
        .text("\(say(.all)) \(report.findings.count)"))
    ]
    for level in Finding.Level.allCases where report.count(level) > 0 {
      buttons.append(
        .element(
          "button", ["type": "button", "value": level.rawValue, "aria-pressed": "false", "class": level.rawValue],
          .element("span", ["class": "sign", "aria-hidden": "true"], .text(level.sign)),
          .text(
            say(
              .levelCount(
                say(.level(level)), report.open(level).count,
                explained: report.count(level) - report.open(level).count)))))
    }
    return .element(
      "div", ["id": "filter", "role": "group", "aria-label": say(.filter), "hidden": ""], buttons)
  }

  /// The levels of some findings, each once, for the filter.
  func levels(_ findings: [Int]) -> String {
    Finding.Level.allCases.filter { level in findings.contains { report.findings[$0].level == level } }
      .map(\.rawValue).joined(separator: " ")
  }

  /// Some findings: those with figures one by one, many of one kind as a list.
  func findings(_ indexes: [Int]) -> HTMLNode {
    if indexes.isEmpty { return .nothing }
    var groups: [[Int]] = []
    var byCode: [FindingCode: Int] = [:]
    for index in indexes {
      let finding = report.findings[index]
      if finding.judgement == nil, let group = byCode[finding.code] {
        groups[group].append(index)
      } else {
        if finding.judgement == nil { byCode[finding.code] = groups.count }
        groups.append([index])
      }
    }
    return .element(
      "div", ["class": "findings"],
      groups.flatMap { $0.count < Self.listed ? $0.map(finding) : [list($0)] })
  }

  private func finding(_ index: Int) -> HTMLNode {
    let finding = report.findings[index]
    return .element(
      "article",
      [
        "class": "finding \(finding.level.rawValue)\(finding.judgement == nil ? "" : " with-sides")",
        "id": "finding-\(index + 1)",
        "data-level": finding.level.rawValue,
      ],
      .element("h4", [:], [badge(finding), code(finding)] + location(finding) + [number(index)]),
      .element("p", ["class": "message"], .text(finding.message(in: language))),
      finding.judgement.map { sides($0, of: finding) } ?? .nothing,
      explanation(of: finding),
      causeLinks(index))
  }

  /// Many findings of one kind, a line each.
  private func list(_ indexes: [Int]) -> HTMLNode {
    guard let first = indexes.first.map({ report.findings[$0] }) else { return .nothing }
    let heading = HTMLNode.element(
      "h4", [:], badge(first), code(first),
      .element("span", ["class": "label"], .text(say(.places(indexes.count)))))
    let lines = HTMLNode.element(
      "ul", [:],
      indexes.map { index in
        let finding = report.findings[index]
        return .element(
          "li", ["id": "finding-\(index + 1)"],
          location(finding) + [
            .element("span", ["class": "message"], .text(finding.message(in: language))), explanation(of: finding),
            causeLinks(index), number(index),
          ])
      })
    // Notes are folded up, so that they do not bury what must be done.
    return .element(
      "article", ["class": "finding \(first.level.rawValue) many", "data-level": first.level.rawValue],
      first.level == .info
        ? .element("details", [:], .element("summary", [:], heading), lines) : .group([heading, lines]))
  }

  private func badge(_ finding: Finding) -> HTMLNode {
    .group([
      .element(
        "span", ["class": "badge \(finding.level.rawValue)"],
        .element("span", ["class": "sign", "aria-hidden": "true"], .text(finding.level.sign)),
        .text(say(.level(finding.level)))),
      finding.explanation != nil && finding.level != .error
        ? .element("span", ["class": "badge explained"], .text(say(.explained))) : .nothing,
    ])
  }

  private func code(_ finding: Finding) -> HTMLNode {
    .element("span", ["class": "code"], .text(finding.code.rawValue))
  }

  private func location(_ finding: Finding) -> [HTMLNode] {
    let place = finding.location
    return [
      place.address.isEmpty ? .nothing : .element("span", ["class": "address"], address(place)),
      place.label.isEmpty
        ? .nothing : .element("span", ["class": "label", "lang": page.languageOfForms], .text(place.label)),
    ]
  }

  private func number(_ index: Int) -> HTMLNode {
    .element(
      "a", ["class": "finding-number", "href": "#finding-\(index + 1)", "aria-label": say(.finding(index + 1))],
      .text("\(index + 1)"))
  }

  private func explanation(of finding: Finding) -> HTMLNode {
    guard let text = finding.explanation else { return .nothing }
    return .element(
      "p", ["class": "explanation"], .element("strong", [:], .text(say(.explanation))),
      .element("span", ["lang": page.languageOfForms], .text(text)))
  }

  private func causeLinks(_ index: Int) -> HTMLNode {
    guard let causes = causes[index] else { return .nothing }
    return .element(
      "p", ["class": "see"],
      causes.map { cause in
        .element("a", ["href": "#cause-\(cause + 1)"], .text("→ " + say(.cause(cause + 1))))
      })
  }

  // MARK: Figures

  /// Both sides of a rule with what they are made of, and the difference.
  private func sides(_ judgement: Judgement, of finding: Finding) -> HTMLNode {
    let subject = finding.location
    let isSingle = Self.isSingle(judgement.left)
    let right: ReportText =
      switch judgement.relation {
      case .equal: !isSingle ? .rightSide : finding.isAboutSum ? .expected : .otherFigure
      case .atMost: .atMost
      case .atLeast: .atLeast
      }
    return .element(
      "table", ["class": "plain sides"],
      .element(
        "tbody", [:],
        side(isSingle ? .reported : .leftSide, judgement.left, total: judgement.reported, of: subject)
          + side(right, judgement.right, total: judgement.expected, of: subject) + [
            .element(
              "tr", ["class": "difference"], .element("th", ["scope": "row"], .text(say(.difference))),
              .element("td", ["colspan": "2"], []),
              .element("td", ["class": "number"], .text(figure(judgement.difference))))
          ]))
  }

  private static func isSingle(_ parts: [Judgement.Part]) -> Bool { parts.count == 1 && parts.first?.factorText == "1" }

  private func side(
    _ words: ReportText, _ parts: [Judgement.Part], total: Amount?, of subject: Place
  ) -> [HTMLNode] {
    let heading = HTMLNode.element("th", ["scope": "row"], .text(say(words)))
    if Self.isSingle(parts), let part = parts.first {
      return [
        .element(
          "tr", ["class": "side"], heading, .element("td", [:], []), .element("td", [:], place(part.place)),
          .element("td", ["class": "number"], figureOrBlank(total ?? part.amount)))
      ]
    }
    let filled = parts.filter { $0.amount != nil }
    var rows: [HTMLNode] = [
      .element(
        "tr", ["class": "side"], heading, .element("td", ["colspan": "2"], []),
        .element("td", ["class": "number"], figureOrBlank(total)))
    ]
    for part in filled {
      rows.append(
        .element(
          "tr", ["class": "part"], .element("td", [:], []),
          .element("td", ["class": "factor"], .text(Self.factor(part))),
          .element("td", [:], place(part.place, beside: subject)),
          .element("td", ["class": "number"], figureOrBlank(part.amount))))
    }
    if filled.count < parts.count {
      rows.append(
        .element(
          "tr", ["class": "part"], .element("td", [:], []), .element("td", [:], []),
          .element(
            "td", ["colspan": "2", "class": "blank"], .text(say(.blankParts(parts.count - filled.count))))))
    }
    return rows
  }

  private static func factor(_ part: Judgement.Part) -> String {
    let factor = part.factorText.trimmingPrefix("-")
    return (part.factor < 0 ? "−" : "+") + (factor == "1" ? "" : factor + "×")
  }

  /// A place; of one in the same row or column only what differs.
  private func place(_ place: Place, beside subject: Place? = nil) -> HTMLNode {
    var label = place.label
    if let subject, place.sheet == subject.sheet, place.form == subject.form, !place.isPrior {
      if place.path == subject.path, let row = place.row { label = row.name }
      if let row = place.row, row == subject.row, let path = place.path { label = path.description }
    }
    return .group([
      .element("span", ["class": "address"], address(place)), " ",
      .element("span", ["class": "label", "lang": page.languageOfForms], .text(label)),
    ])
  }
}
