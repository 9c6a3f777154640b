import XlsxPackage

/// Converts a sheet from the unit that it states to that of the form set, exactly, and changes the line that states it.
struct StatedUnit: Repair {
  static let description = RepairDescription(
    .statedUnit, .noted, mess: ["A3"], findings: [.unitConverted],
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
    let forms = work.book.forms.indices.filter { index in
      let data = work.book.forms[index]
      return data.unit != work.set.unit && work.set.form(data.form)?.isBlockForm == false
    }
    let sheets = Set(forms.compactMap { work.book.forms[$0].sheet })
    for index in forms {
      let data = work.book.forms[index]
      guard let sheet = data.sheet, let grid = work.grid(sheet) else { continue }
      if work.exclusions.sheets.contains(sheet) || work.exclusions.repairs[sheet]?.contains(code) == true { continue }
      let conversion = SheetConversion(work: work, form: index, sheet: sheet, grid: grid, converted: sheets)
      switch conversion.changes(code) {
      case .success(let changes): proposal.changes += changes
      case .failure(let reason):
        proposal.kept.append(
          .init(code: code, place: Place(form: data.form, sheet: sheet), reason: reason.reason))
      }
    }
    return proposal
  }
}
