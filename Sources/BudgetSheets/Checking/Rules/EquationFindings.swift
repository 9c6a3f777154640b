/// Tells what equations came to, in findings with both sides and all their parts.
struct EquationFindings {
  let figures: Figures
  let set: FormSet
  let results: [RuleResult]

  /// How many parts a sentence names.
  private static let namedParts = 8

  /// The finding of an equation that does not hold, or only by rounding.
  func finding(_ equation: Equation, _ outcome: Equation.Outcome, in system: EquationSystem) -> Finding {
    let equation = told(equation, in: system)
    let rule = results[equation.rule]
    let relation = system.relation(of: equation) ?? equation.relation
    let left = system.side(equation.left, equation.leftConstant, equation.scale) / Int128(equation.scale)
    let right = system.side(equation.right, equation.rightConstant, equation.scale) / Int128(equation.scale)
    let difference = Self.amount(left - right)
    let subject = equation.leftConstant == 0 ? subject(of: equation.left, equation.scale) : nil
    let reported = subject.map { figures.amount($0) } ?? Self.amount(left)
    let judgement = Judgement(
      rule: rule.rule, text: rule.text, relation: relation, reported: reported,
      expected: Self.amount(right), difference: difference, left: parts(equation.left, equation.scale),
      right: parts(equation.right, equation.scale))
    let place = subject.map { figures.place($0) } ?? self.place(of: equation)
    var arguments = [
      "reported": text(Self.amount(left)), "expected": text(judgement.expected), "difference": signed(difference),
      "unit": set.unit.rawValue, "rule": rule.text,
    ]
    if relation != .equal { arguments["difference"] = text(Amount(fen: Int64(clamping: difference.fen.magnitude))) }
    let sentence = sentence(equation, outcome, relation, judgement, isOneFigure: subject != nil)
    arguments["parts"] = self.text(of: judgement.right, equation.rightConstant, beside: place)
    arguments["left"] = side(judgement.left, equation.leftConstant, of: equation.leftName)
    arguments["right"] = side(judgement.right, equation.rightConstant, of: equation.rightName)
    arguments["other"] = equation.right.isEmpty ? equation.rightName : arguments["right"]
    if outcome == .withinRounding, equation.left.count > 1 {
      // The sum stands on the left: the sentence tells the figure first, then its parts.
      (arguments["reported"], arguments["expected"]) = (arguments["expected"], arguments["reported"])
      arguments["parts"] = self.text(of: judgement.left, equation.leftConstant, beside: place)
      arguments["difference"] = signed(Self.amount(right - left))
    }
    let level: Finding.Level = outcome == .failed ? rule.level : .info
    return Finding(rule: rule.code, level: level, sentence, at: place, arguments, judgement: judgement)
  }

  /// The equation with the side first that is one figure, where only one of them is.
  private func told(_ equation: Equation, in system: EquationSystem) -> Equation {
    // A finding is about this year's cells.
    if !equation.left.isEmpty, equation.left.allSatisfy({ figures.isPrior($0.figure) }),
      equation.right.contains(where: { !figures.isPrior($0.figure) })
    {
      return turned(equation)
    }
    guard system.relation(of: equation) == .equal, !equation.isSum,
      !equation.isSumInForm, equation.rightConstant == 0, subject(of: equation.left, equation.scale) == nil,
      subject(of: equation.right, equation.scale) != nil
    else { return equation }
    return turned(equation)
  }

  private func turned(_ equation: Equation) -> Equation {
    var turned = equation
    (turned.relation, turned.otherwise) = (equation.relation.turned, equation.otherwise?.turned)
    (turned.left, turned.right) = (equation.right, equation.left)
    (turned.leftConstant, turned.rightConstant) = (equation.rightConstant, equation.leftConstant)
    (turned.leftName, turned.rightName) = (equation.rightName, equation.leftName)
    (turned.leftIsOfPrior, turned.rightIsOfPrior) = (equation.rightIsOfPrior, equation.leftIsOfPrior)
    return turned
  }

  private static func amount(_ value: Int128) -> Amount { Amount(fen: Int64(clamping: value)) }

  private func text(_ amount: Amount) -> String { amount.text(in: set.unit, decimals: set.decimals) }

  /// A difference with a minus sign that cannot be taken for a hyphen.
  private func signed(_ amount: Amount) -> String {
    let text = text(amount)
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }

  /// The one figure of this year that a side is, beside blank ones; nil where it is more, or less.
  private func subject(of terms: [Equation.Term], _ scale: Int64) -> Int? {
    if terms.contains(where: { figures.isPrior($0.figure) }) { return nil }
    if terms.count == 1, terms[0].factor == scale { return terms[0].figure }
    let filled = terms.filter { figures.states[$0.figure] == .read }
    return filled.count == 1 && filled[0].factor == scale ? filled[0].figure : nil
  }

  private func sentence(
    _ equation: Equation, _ outcome: Equation.Outcome, _ relation: Judgement.Relation, _ judgement: Judgement,
    isOneFigure: Bool
  ) -> FindingSentence {
    if outcome == .withinRounding { return .withinRounding }
    if outcome == .balancedAfterRounding { return .balancedAfterRounding }
    if !equation.isSum, equation.right.isEmpty, equation.rightConstant == 0, !equation.rightName.isEmpty {
      // Last year's book is what it was: no row can be added to it.
      if equation.rightIsOfPrior { return .noPriorCounterpart }
      return isOneFigure ? .noCounterpart : .sideWithoutCounterpart
    }
    switch relation {
    case .atMost: return isOneFigure ? .boundExceeded : .sideTooLarge
    case .atLeast: return isOneFigure ? .boundNotReached : .sideTooSmall
    case .equal: break
    }
    if equation.isSum {
      if judgement.right.allSatisfy({ $0.amount == nil }) { return .sumOfNothing }
      return judgement.reported == nil ? .sumBlank : .sumDiffers
    }
    if !isOneFigure { return .sidesDiffer }
    return judgement.reported == nil ? .figureBlank : .figuresDiffer
  }

  /// Where a finding is about that no single cell stands for: the form, and the column that all its figures share.
  private func place(of equation: Equation) -> Place {
    let own = { (terms: [Equation.Term]) in terms.filter { !figures.isPrior($0.figure) } }
    guard let first = own(equation.left + equation.right).first else { return Place() }
    var place = figures.place(first.figure)
    let others = own(equation.left).dropFirst().map { figures.place($0.figure) }
    if others.contains(where: { $0.path != place.path || $0.form != place.form }) { place.path = nil }
    place.cell = nil
    place.row = nil
    return place
  }

  private func parts(_ terms: [Equation.Term], _ scale: Int64) -> [Judgement.Part] {
    terms.map { term in
      let isWhole = term.factor % scale == 0
      return Judgement.Part(
        place: figures.place(term.figure), amount: figures.amount(term.figure),
        factor: Int(isWhole ? term.factor / scale : term.factor), scale: isWhole ? 1 : Int(scale))
    }
  }

  // MARK: Words

  /// The parts with their cells and amounts, as `H10 工资福利支出 405.00 + I10 对个人和家庭的补助 200.00`.
  private func text(of parts: [Judgement.Part], _ constant: Int64, beside place: Place) -> String {
    let filled = parts.filter { $0.amount != nil }
    var text = ""
    for part in filled.prefix(Self.namedParts) {
      let isInside = part.place.sheet == place.sheet && part.place.isPrior == place.isPrior
      let address = isInside ? part.place.cell.map { "\($0)" } ?? "" : part.place.address
      let label = isInside && part.place.path == place.path ? part.place.row?.name ?? "" : part.place.path?.tail ?? ""
      text += Self.sign(part, isFirst: text.isEmpty)
      text += [address, label, part.amount.map(self.text) ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }
    if filled.count > Self.namedParts { text += " + …（\(filled.count)）" }
    text += self.text(ofConstant: constant, isFirst: text.isEmpty)
    return text.isEmpty ? "0" : text
  }

  /// What stands before a part: its sign, and its factor where that is not one.
  private static func sign(_ part: Judgement.Part, isFirst: Bool) -> String {
    let sign = part.factor < 0 ? (isFirst ? "−" : " − ") : (isFirst ? "" : " + ")
    let factor = part.factorText.trimmingPrefix("-")
    return factor == "1" ? sign : sign + factor + " × "
  }

  private func text(ofConstant fen: Int64, isFirst: Bool) -> String {
    if fen == 0 { return "" }
    if isFirst { return text(Amount(fen: fen)) }
    return (fen < 0 ? " − " : " + ") + text(Amount(fen: Int64(clamping: fen.magnitude)))
  }

  /// What a side is called where it is not one cell: `预算06表!E6 + E7 + E8`.
  ///
  /// - Parameter forms: The forms of which it speaks, for where they have no row that counts.
  private func side(_ parts: [Judgement.Part], _ constant: Int64, of forms: String) -> String {
    if parts.isEmpty, constant == 0, !forms.isEmpty { return forms }
    if parts.count == 1, constant == 0, parts[0].factorText == "1" { return parts[0].place.description }
    let filled = parts.filter { $0.amount != nil }
    if filled.isEmpty { return parts.isEmpty ? text(Amount(fen: constant)) : parts[0].place.description }
    var text = ""
    var last: Place?
    for part in filled.prefix(Self.namedParts) {
      let isBesides = part.place.sheet == last?.sheet && part.place.isPrior == (last?.isPrior ?? false)
      let address = isBesides ? part.place.cell.map { "\($0)" } ?? part.place.label : part.place.description
      last = part.place
      text += Self.sign(part, isFirst: text.isEmpty) + address
    }
    if filled.count > Self.namedParts { text += " + …（\(filled.count)）" }
    text += self.text(ofConstant: constant, isFirst: text.isEmpty)
    return text
  }
}

extension LabelPath {
  /// The last label, with the one above it where that alone says little: `基本支出/小计`.
  var tail: String { LabelPath(Array(labels.suffix(2))).description }
}
