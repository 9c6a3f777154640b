extension RuleReader {
  /// The figures that are compared with those of the year before: a list of `{label, of}`.
  func growth(_ node: DefinitionNode) throws(DefinitionError) -> [GrowthDefinition] {
    guard node.isList else { throw node.error(.expected("a list")) }
    var figures: [GrowthDefinition] = []
    for item in try node.items() {
      let map = try item.mapping(["label", "of"])
      let name = try map.required("label")
      let label = try name.line()
      if label.isEmpty { throw name.error(.expected("a text")) }
      if figures.contains(where: { $0.label == label }) { throw name.error(.labelTwice(label)) }
      figures.append(try growth(label, try map.required("of")))
    }
    return figures
  }

  private func growth(_ label: String, _ node: DefinitionNode) throws(DefinitionError) -> GrowthDefinition {
    let text = try node.line()
    func fault(_ fault: RuleFault) -> DefinitionError { node.error(.ruleMalformed(text, fault)) }
    let parts: [RuleText.Term]
    do throws(RuleFault) {
      parts = try RuleText.side(text)
    } catch {
      throw fault(error)
    }
    for part in parts {
      let isNumber = !part.isSum && DecimalNumber(part.text) != nil
      if part.factor != nil || isNumber || RuleReferenceReader.afterPrior(part.text) != nil {
        throw fault(.notOfGrowth(part.factor.map { $0 + " * " + part.text } ?? part.text))
      }
    }
    let reader = TermReader(
      references: references, unit: unit, scope: RuleReferenceReader.Scope(), scale: 1, node: node, text: text)
    let terms = try reader.terms(parts)
    let comparison = LinearRule.Comparison(
      text: text, place: node.place, left: terms, relation: .equal, right: [], scale: 1)
    if LinearForm(comparison).isEmpty { throw fault(.saysNothing) }
    var forms: [String] = []
    for case .cells(let cells) in terms.map(\.operand) where !forms.contains(cells.form) { forms.append(cells.form) }
    return GrowthDefinition(label: label, text: text, forms: forms, terms: terms)
  }
}
