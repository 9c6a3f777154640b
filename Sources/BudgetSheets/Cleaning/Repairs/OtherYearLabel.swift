/// Gives a printed row the label of this year's form in place of another year's.
struct OtherYearLabel: CellRepair {
  static let description = RepairDescription(
    .otherYearLabel, .noted, mess: ["T13"],
    chinese: .init(
      name: "改用本表样的行标签", reason: "行标签是其他年度的写法，本表样为“{label}”",
      limits: "只改表样中列为别名的写法，编号也要一致；编号与文字不符的、不认识的标签不动。"),
    english: .init(
      name: "labels of other years", reason: "the row has the label of another year; in this form it is “{label}”",
      limits: "only wordings that the form lists as aliases, numbers included; unknown or contradictory labels stay."))

  func repaired(_ state: CellState, at site: CellSite, in work: CleaningWork) -> (CellState, [String: String])? {
    guard case .label(let row?) = site.kind, state.kind == .text else { return nil }
    let label = LabelText.normalize(state.text)
    guard label != LabelText.normalize(row.label), LabelText.statedUnit(in: state.text) == nil,
      row.aliases.contains(where: { LabelText.normalize($0) == label })
    else { return nil }
    var after = state
    after.text = row.label
    return (after, ["label": row.label])
  }
}
