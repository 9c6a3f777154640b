/// Which form set a workbook follows, judged over all of its sheets.
///
/// What the headings say outweighs what a title says, and a stamp, or the year of the titles, decides only between sets
/// that fit equally. Where several still do, none is chosen.
struct SetChoice {
  /// A set with what each sheet is in it.
  struct Candidate {
    var identifier: SheetIdentifier
    var results: [SheetIdentifier.Result]
    /// How well each sheet fits.
    var fits: [SheetFit]
    fileprivate var hasStamp: Bool

    /// How much speaks for the set.
    fileprivate var score: Int { fits.reduce(0) { $0 + $1.weight } + (hasStamp ? 1 : 0) }
  }

  private let grids: [SheetGrid]
  private let candidates: [Candidate]
  /// The set that fits best; several where they fit equally, none where no sheet is a form of any.
  let best: [Candidate]

  /// Looks at the sheets as forms of each set.
  init(grids: [SheetGrid], identifiers: [SheetIdentifier], stamp: Stamp?) {
    self.grids = grids
    let stated = identifiers.map { identifier in
      grids.map { grid in identifier.stated(by: grid).map { ($0, fit: SheetFit($0, of: grid, in: identifier)) } }
    }
    // A sheet that says what it is in one set, and is that with all its columns, is looked for in no other set.
    let isKnown = grids.indices.map { index in stated.contains { $0[index]?.fit.isWhole ?? false } }
    candidates = zip(identifiers, stated).map { identifier, stated in
      let sheets = grids.indices.map { index in
        if let sheet = stated[index] { return sheet }
        let result = isKnown[index] ? SheetIdentifier.Result.none : identifier.unstated(by: grids[index])
        return (result, fit: SheetFit(result, of: grids[index], in: identifier))
      }
      return Candidate(
        identifier: identifier, results: sheets.map(\.0), fits: sheets.map(\.fit),
        hasStamp: stamp.map { identifier.set.takes($0) } ?? false)
    }
    best = Self.best(of: candidates, grids)
  }

  private static func best(of candidates: [Candidate], _ grids: [SheetGrid]) -> [Candidate] {
    let most = candidates.map(\.score).max() ?? 0
    if most == 0 { return [] }
    let equal = candidates.filter { $0.score == most }
    if equal.count == 1 { return equal }
    let year = statedYear(in: grids)
    let ofYear = equal.filter { candidate in year.map(candidate.identifier.set.years.contains) ?? false }
    return ofYear.count == 1 ? ofYear : equal
  }

  /// What each sheet is in the one set that fits best; a sheet that is wholly a form of another set, and not of this
  /// one, is told as that.
  var results: [SheetIdentifier.Result] {
    guard let chosen = best.first else { return [] }
    return grids.indices.map { index in
      let own = chosen.fits[index]
      for other in candidates where other.identifier.set.name != chosen.identifier.set.name {
        let fit = other.fits[index]
        guard fit.isWhole, fit.matched > own.matched, !own.isWhole || own.form == nil,
          case .form(let form, _, _) = other.results[index]
        else { continue }
        return .ofOtherSet(form, set: other.identifier.set.name)
      }
      return chosen.results[index]
    }
  }

  /// The year that most of the titles name.
  private static func statedYear(in grids: [SheetGrid]) -> String? {
    var counts: [String: Int] = [:]
    for grid in grids {
      for cell in grid.rows.prefix(5).joinedCells {
        if let year = FrameText.year(in: cell.text) { counts[year, default: 0] += 1 }
      }
    }
    let most = counts.values.max()
    let years = counts.filter { $0.value == most }.keys
    return years.count == 1 ? years.first : nil
  }
}
