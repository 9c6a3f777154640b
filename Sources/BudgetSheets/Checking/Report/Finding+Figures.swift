extension Finding {
  /// How many cells of the other side are named.
  private static let namedCells = 3

  /// Both sides of the rule in a few words, without the place: what is reported, what stands on the other side, and the
  /// difference; nil where no rule with figures is behind the finding.
  ///
  /// Only what a form itself adds up is what a cell should be. Of two figures that must agree nobody knows which is
  /// wrong, so the other one is named.
  public func figures(in set: FormSet, language: Language) -> String? {
    guard let judgement else { return nil }
    let difference = judgement.difference.textForPeople(in: set)
    let reported =
      judgement.reported.map { ReportText.reportedAmount($0.textForPeople(in: set)) } ?? .notReported
    let expected = judgement.expected.textForPeople(in: set)
    let other: ReportText =
      switch judgement.relation {
      case _ where sentence == .noCounterpart || sentence == .sideWithoutCounterpart || sentence == .noPriorCounterpart:
        .otherHasNoRow(otherSide(language))
      case .atMost: .atMostAmount(expected, otherSide(language))
      case .atLeast: .atLeastAmount(expected, otherSide(language))
      case .equal where isAboutSum: .shouldBe(expected)
      case .equal:
        judgement.right.count == 1 && judgement.right[0].amount == nil
          ? .otherIsBlank(otherSide(language)) : .otherIs(otherSide(language), expected)
      }
    return ReportText.figures(reported.text(in: language), other.text(in: language), difference).text(in: language)
  }

  /// Whether the right side is what the parts of a total come to.
  var isAboutSum: Bool {
    switch sentence {
    case .sumDiffers, .sumBlank, .sumOfNothing, .withinRounding: true
    default: false
    }
  }

  /// The cells of the right side, as `预算06表!E6 + E7`; empty where it is a number of the rule's own.
  private func otherSide(_ language: Language) -> String {
    guard let judgement else { return "" }
    let filled = judgement.right.filter { $0.amount != nil }
    let parts = filled.isEmpty ? Array(judgement.right.prefix(1)) : filled
    if parts.isEmpty { return words(in: language)["other"] ?? "" }
    var text = ""
    var last: Place?
    for part in parts.prefix(Self.namedCells) {
      let isBesides = last?.sheet != nil && part.place.sheet == last?.sheet && part.place.isPrior == last?.isPrior
      last = part.place
      let sign = part.factor < 0 ? "−" : "+"
      text += text.isEmpty ? (part.factor < 0 ? "−" : "") : " \(sign) "
      text += isBesides ? part.place.cell.map { "\($0)" } ?? part.place.label : part.place.address(in: language)
      let factor = part.factorText.trimmingPrefix("-")
      if factor != "1" { text += " ×\(factor)" }
    }
    return parts.count > Self.namedCells ? text + " + …（\(parts.count)）" : text
  }
}
