import XlsxPackage

/// Converts a sheet from the unit that it states to that of the form set, exactly, and changes the line that states it.
struct StatedUnit: Repair {
  static let description = RepairDescription(
    .statedUnit, .noted, mess: ["A3"], findings: [.unitConverted], extent: .sheet,
    chinese: .init(
      name: "换算为表样的金额单位", reason: "本表以{unit}填报，准确换算为{base}，单位一行同时改写",
      limits: "整张表一起换算，一分不差；有未读金额、表外数字、不能重算的公式、被别的表引用的，或单位写法不能准确改写的表不换算。"),
    english: .init(
      name: "units of sheets",
      reason: "the sheet stated {unit} and was converted exactly to {base}, with the line that says so",
      limits:
        "a sheet as a whole, to the last 分; not where an amount is unread, numbers stand outside the form, a formula cannot be worked out or refers from another sheet, or the statement cannot be changed without a doubt."
    ))

  func proposal(for work: CleaningWork) -> Proposal {
    var proposal = Proposal()
    var candidates = candidates(in: work)
    // A form of labels says the unit in words of its own.
    for data in work.book.forms where data.unit != work.set.unit && work.set.form(data.form)?.isBlockForm == true {
      proposal.kept.append(.init(code: code, place: Place(form: data.form, sheet: data.sheet), reason: .unitNotFound))
    }
    let doubt = UnitDoubt(work.report)
    for (sheet, data) in candidates.sorted(by: { $0.value.form < $1.value.form })
    where doubt.doubts(sheet) {
      proposal.kept.append(.init(code: code, place: Place(form: data.form, sheet: sheet), reason: .unitContradicted))
      candidates[sheet] = nil
    }
    // A sheet that is refused leaves formulas that refer to it in the old unit, so that others may have to be refused too.
    while true {
      let references = SheetReferences(of: work, converted: candidates.mapValues(\.unit))
      var changes: [CellChange] = []
      var refused: [String: KeptReason] = [:]
      for (sheet, data) in candidates.sorted(by: { $0.value.form < $1.value.form }) {
        let conversion = SheetConversion(work: work, data: data, sheet: sheet, references: references)
        switch conversion.changes(code) {
        case .success(let made): changes += made
        case .failure(let refusal): refused[sheet] = refusal.reason
        }
      }
      if refused.isEmpty {
        proposal.changes = changes
        return proposal
      }
      for (sheet, reason) in refused.sorted(by: { $0.key < $1.key }) {
        proposal.kept.append(
          .init(code: code, place: Place(form: candidates[sheet]?.form, sheet: sheet), reason: reason))
        candidates[sheet] = nil
      }
    }
  }

  /// The forms that state another unit and may be changed, by their sheets.
  private func candidates(in work: CleaningWork) -> [String: FormData] {
    var candidates: [String: FormData] = [:]
    for data in work.book.forms where data.unit != work.set.unit && work.set.form(data.form)?.isBlockForm == false {
      guard let sheet = data.sheet, !work.exclusions.forbid(code, in: sheet) else { continue }
      candidates[sheet] = data
    }
    return candidates
  }
}
