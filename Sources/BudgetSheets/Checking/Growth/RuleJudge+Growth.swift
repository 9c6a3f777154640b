extension RuleJudge {
  /// What became of a figure since the year before.
  mutating func growth(of definition: GrowthDefinition) -> GrowthFigure {
    GrowthFigure(
      label: definition.label, current: growthSide(definition.terms), prior: growthSide(definition.priorTerms))
  }

  private mutating func growthSide(_ terms: [LinearRule.Term]) -> GrowthFigure.Side {
    unreadable = []
    do throws(Missing) {
      let side = try side(terms, 1, Context())
      let place = side.terms.count == 1 ? figures.place(side.terms[0].figure) : nil
      if let figure = unreadable.min() {
        return GrowthFigure.Side(
          place: place, amount: .failure(Missing(reason: .unreadable(figures.place(figure)))))
      }
      var sum = Int128(0)
      for term in side.terms { sum += Int128(figures.amounts[term.figure]) * Int128(term.factor) }
      guard let fen = Int64(exactly: sum) else { throw Missing(reason: .overflow) }
      return GrowthFigure.Side(place: place, amount: .success(Amount(fen: fen)))
    } catch {
      return GrowthFigure.Side(place: nil, amount: .failure(error))
    }
  }
}
