extension Explanation {
  /// An explanation of a finding.
  init(of finding: Finding, text: String) {
    self.init(
      rule: finding.ruleIdentity, form: finding.form, rowKey: finding.row?.key, path: finding.path,
      said: finding.said, text: text)
  }

  /// The same without its text: what it is about.
  var subject: Explanation {
    var subject = self
    subject.text = ""
    return subject
  }
}

extension [Explanation] {
  /// The texts about each subject; different ones about the same stand below one another.
  var textsBySubject: [Explanation: String] {
    var texts: [Explanation: [String]] = [:]
    for explanation in self where texts[explanation.subject]?.contains(explanation.text) != true {
      texts[explanation.subject, default: []].append(explanation.text)
    }
    return texts.mapValues { $0.joined(separator: "\n") }
  }
}

extension [Finding] {
  /// The findings with what the submitter wrote about them; those that have an explanation keep it.
  public func explained(by explanations: [Explanation]) -> [Finding] {
    if explanations.isEmpty { return self }
    let texts = explanations.textsBySubject
    return map { finding in
      var finding = finding
      var subject = Explanation(of: finding, text: "")
      var text = texts[subject]
      // One that does not know the figures holds whatever they are.
      subject.said = ""
      text = text ?? texts[subject]
      finding.explanation = finding.explanation ?? text
      return finding
    }
  }
}
