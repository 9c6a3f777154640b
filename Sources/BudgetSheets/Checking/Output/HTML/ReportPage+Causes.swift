/// What is probably behind the failures.
extension ReportPage {
  var causeList: HTMLNode {
    if report.causes.isEmpty { return .nothing }
    return .element(
      "section", ["id": "causes"],
      [
        .element("h2", [:], .text(say(.causesTitle))),
        .element("p", ["class": "hint"], .text(say(.causesHint))),
      ] + report.causes.enumerated().map(cause)
        + (report.causesAreIncomplete ? [.element("p", ["class": "hint"], .text(say(.causesIncomplete)))] : []))
  }

  private func cause(_ index: Int, _ cause: Cause) -> HTMLNode {
    var content: [HTMLNode] = [
      .element(
        "h3", [:], .element("span", ["class": "cause-number"], .text(say(.cause(index + 1)))),
        .text(say(cause.mechanism.map(ReportText.mechanism) ?? .causeWithoutProposal)))
    ]
    content.append(changes(cause.changes, cause.mechanism, derived: cause.derived))
    let findings = cause.findings.filter(report.findings.indices.contains)
    if !findings.isEmpty {
      // Without a proposal there is nothing that would settle them.
      let heading: ReportText =
        !cause.changes.isEmpty
        ? .explains(findings.count)
        : cause.difference == nil ? .belongTogether(findings.count) : .sameAmount(findings.count)
      content.append(
        .element(
          "p", ["class": "explains"], .text(say(heading)),
          .group(findings.map { .group([" ", link(toFinding: $0)]) })))
    }
    var facts: [String] = []
    if let difference = cause.difference { facts.append(say(.sameDifference(figure(difference), set.unit.rawValue))) }
    if !facts.isEmpty { content.append(.element("p", [:], .text(facts.joined()))) }
    if !cause.agreeingForms.isEmpty {
      let forms = cause.agreeingForms.map { set.form($0)?.name ?? $0 }
      content.append(
        .element(
          "p", [:], .text(say(.agreeingForms(forms.count))),
          .element("span", ["lang": page.languageOfForms], .text(forms.joined(separator: say(.listComma))))))
    }
    for alternative in cause.alternatives {
      content.append(
        .element(
          "div", ["class": "alternative"],
          .element(
            "h4", [:], .element("span", ["class": "or"], .text(say(.alternative))),
            .text(say(.mechanism(alternative.mechanism)))),
          changes(alternative.changes, alternative.mechanism, derived: alternative.derived)))
    }
    return .element("article", ["class": "cause", "id": "cause-\(index + 1)"], content)
  }

  /// What the cells say and what they would say.
  private func changes(
    _ changes: [Cause.Change], _ mechanism: Cause.Mechanism?, derived: [Cause.Change]
  ) -> HTMLNode {
    if changes.isEmpty, derived.isEmpty { return .nothing }
    var parts: [HTMLNode] = [
      .element(
        "thead", [:],
        .element(
          "tr", [:], .element("th", ["scope": "col"], .text(say(.cell))),
          .element("th", ["scope": "col"], .text(say(.item))),
          .element("th", ["scope": "col", "class": "number"], .text(say(.reported))),
          .element("th", ["class": "arrow"], []),
          .element("th", ["scope": "col", "class": "number"], .text(say(.proposed)))))
    ]
    if !changes.isEmpty { parts.append(.element("tbody", ["class": "inputs"], changes.map { row($0, mechanism) })) }
    if !derived.isEmpty {
      parts.append(
        .element(
          "tbody", ["class": "derived"],
          [.element("tr", [:], .element("th", ["colspan": "5", "scope": "rowgroup"], .text(say(.derived))))]
            + derived.map { row($0, nil) }))
    }
    return .element("div", ["class": "scroll"], .element("table", ["class": "plain changes"], parts))
  }

  private func row(_ change: Cause.Change, _ mechanism: Cause.Mechanism?) -> HTMLNode {
    func figure(_ amount: Amount?, _ text: String) -> HTMLNode {
      amount == nil ? .element("span", ["class": "blank"], .text(text)) : .text(text)
    }
    let reported = change.reportedText(in: set, language: language, mechanism: mechanism)
    return .element(
      "tr", [:], .element("td", ["class": "address"], address(change.place)),
      .element("td", ["class": "item", "lang": page.languageOfForms], .text(change.place.label)),
      .element("td", ["class": "number"], figure(change.reported, reported)),
      .element("td", ["class": "arrow"], "→"),
      .element(
        "td", ["class": "number proposed"], figure(change.proposed, change.proposedText(in: set, language: language))))
  }

  // MARK: Pieces

  /// An amount with a real minus sign.
  func figure(_ amount: Amount) -> String {
    amount.textForPeople(in: set)
  }

  /// An amount, or the word for a blank cell.
  func figureOrBlank(_ amount: Amount?) -> HTMLNode {
    amount.map { .text(figure($0)) } ?? .element("span", ["class": "blank"], .text(say(.notReported)))
  }

  /// Sheet and cell, as a link to the drawn cell.
  func address(_ place: Place) -> HTMLNode {
    let text = place.address(in: language)
    guard !text.isEmpty else { return .nothing }
    guard let anchor = anchor(of: place) else {
      return .element("span", ["lang": page.languageOfForms], .text(text))
    }
    return .element("a", ["href": "#\(anchor)", "lang": page.languageOfForms], .text(text))
  }

  /// The number and code of a finding, as a link to it.
  func link(toFinding index: Int) -> HTMLNode {
    let finding = report.findings[index]
    return .element(
      "a", ["class": "to-finding \(finding.level.rawValue)", "href": "#finding-\(index + 1)"],
      .element("span", ["class": "sign"], .text(finding.level.sign)),
      .text("\(index + 1) \(finding.code.rawValue)"))
  }
}
