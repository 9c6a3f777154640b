/// A figure that a form set compares with that of the year before.
public struct GrowthDefinition: Sendable, Hashable {
  /// What it is called.
  public var label: String
  /// The cells as written, as `03[合计, 合计]`.
  public var text: String
  /// The numbers of the forms of which it speaks.
  public var forms: [String]
  /// The cells; each counts once, or is taken off once.
  let terms: [LinearRule.Term]

  /// The same cells of the year before.
  var priorTerms: [LinearRule.Term] {
    var terms = terms
    for index in terms.indices {
      guard case .cells(var cells) = terms[index].operand else { continue }
      cells.isPrior = true
      terms[index].operand = .cells(cells)
    }
    return terms
  }
}
