/// Leaves cells blank in which zeros stand for no amount.
struct ZeroForNil: Repair {
  static let description = RepairDescription(
    .zeroForNil, .noted, mess: ["A1"], findings: [.zeroForNil, .numberOutside],
    chinese: .init(
      name: "清空表示无金额的 0", reason: "本表无金额处应留空，0 改为空白",
      limits: "只在表样无金额处留空、且一张表中至少有三个 0 时清空；收支总计等结尾行的 0 是确数，公式、与合计矛盾的 0、只有 0 的行不动。"),
    english: .init(
      name: "zeros for no amount", reason: "this form leaves cells without an amount blank; the 0 became blank",
      limits:
        "only where the form set prints nothing for no amount and the sheet holds three zeros at least; a zero in a closing row is a statement and stays, and so do formulas, zeros that a sum contradicts, and rows of nothing but zeros."
    ))

  /// From how many zeros on they stand for nothing; a single one may be meant.
  static let fewest = 3

  func proposal(for work: CleaningWork) -> Proposal {
    var proposal = Proposal()
    let zeros = work.sites.filter { leavesBlank($0, in: work.set) && isZero($0, in: work) }
    let sheets = Dictionary(grouping: zeros, by: \.address.sheet).filter { $0.value.count >= Self.fewest }
    for site in zeros where sheets[site.address.sheet] != nil {
      let after = CellState.noAmount(in: work.set, format: work.state(of: site).format)
      if let change = work.change(site, code, to: after) { proposal.changes.append(change) }
    }
    return proposal
  }

  /// Whether the form of a cell prints nothing for no amount.
  private func leavesBlank(_ site: CellSite, in set: FormSet) -> Bool {
    site.place.form.flatMap(set.form)?.printsNilBlank ?? set.printsNilBlank
  }

  /// Whether a typed zero stands in a cell where it may mean nothing.
  private func isZero(_ site: CellSite, in work: CleaningWork) -> Bool {
    if site.isClosing || site.isOfEmptyRow || work.isContradicted(site) { return false }
    switch site.kind {
    case .amount where site.read?.value?.amount != nil, .beyondRows: break
    default: return false
    }
    let state = work.state(of: site)
    return state.kind == .number && state.formula == nil && DecimalNumber(state.text)?.isZero == true
  }
}
