/// How the sides of a rule must stand to each other, and what of it depends on conditions, as parts of formulas.
struct AuditRelation {
  var relation: Judgement.Relation
  /// The cells of the conditions, each 1 where it holds and 0 where not.
  var conditions: [String] = []
  var otherwise: Judgement.Relation?
  /// To how many decimals amounts are exact, and to how many they are printed.
  var exact: Int
  var printed: Int
  /// Whether sides that agree as printed are only off by rounding; not where amounts count in parts.
  var allowsPrinted = true
  /// Whether all conditions hold as long as all amounts are blank.
  var holdsOnBlanks = true

  /// How the sides stand as long as all amounts are blank; nil where nothing is said.
  var relationOnBlanks: Judgement.Relation? { holdsOnBlanks ? relation : otherwise }

  /// Whether all conditions hold, as 1 or 0; nil where there are none.
  var condition: String? {
    conditions.isEmpty ? nil : conditions.joined(separator: "*")
  }

  /// Whether two sides fail, as a number that is 0 where they do not; works on ranges.
  func failure(_ left: String, _ right: String) -> String {
    guard let condition else { return failure(relation, left, right) }
    var text = "\(condition)*\(failure(relation, left, right))"
    if let otherwise { text += "+(1-\(condition))*\(failure(otherwise, left, right))" }
    return "(\(text))"
  }

  private func failure(_ relation: Judgement.Relation, _ left: String, _ right: String) -> String {
    let difference = "ROUND(\(left)-\(right),\(exact))"
    switch relation {
    case .equal:
      let isOff = "(\(difference)<>0)"
      return allowsPrinted ? isOff + "*(ROUND(\(left),\(printed))<>ROUND(\(right),\(printed)))" : isOff
    case .atMost: return "(\(difference)>0)"
    case .atLeast: return "(\(difference)<0)"
    }
  }

  /// How a formula compares a difference with nothing.
  static func sign(_ relation: Judgement.Relation) -> String {
    switch relation {
    case .equal: "="
    case .atMost: "<="
    case .atLeast: ">="
    }
  }

  /// Whether two sides differ by no more than is printed; works on ranges.
  func rounding(_ left: String, _ right: String) -> String? {
    guard relation == .equal, allowsPrinted else { return nil }
    let test =
      "(ROUND(\(left)-\(right),\(exact))<>0)*(ROUND(\(left),\(printed))=ROUND(\(right),\(printed)))"
    return condition.map { "\($0)*\(test)" } ?? test
  }

  /// The verdict on two sides.
  ///
  /// - Parameter isRounding: What else makes a difference one of rounding.
  func verdict(_ left: String, _ right: String, isRounding: [String] = []) -> String {
    let own = verdict(relation, left, right, isRounding)
    guard let condition else { return own }
    let other = otherwise.map { verdict($0, left, right, isRounding) } ?? FormulaText.text(AuditBlock.notApplicable)
    return "IF(\(condition)=1,\(own),\(other))"
  }

  private func verdict(
    _ relation: Judgement.Relation, _ left: String, _ right: String, _ isRounding: [String]
  ) -> String {
    let difference = "ROUND(\(left)-\(right),\(exact))"
    switch relation {
    case .equal:
      let tests = (allowsPrinted ? ["ROUND(\(left),\(printed))=ROUND(\(right),\(printed))"] : []) + isRounding
      if tests.isEmpty { return "IF(\(difference)=0,\"\",\(difference))" }
      return
        "IF(\(difference)=0,\"\",IF(OR(\(tests.joined(separator: ","))),\(FormulaText.text(AuditBlock.rounding)),\(difference)))"
    case .atMost, .atLeast: return "IF(\(difference)\(Self.sign(relation))0,\"\",\(difference))"
    }
  }
}
