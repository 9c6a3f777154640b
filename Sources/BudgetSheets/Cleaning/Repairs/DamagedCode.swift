/// Looks a code whose last digits are lost up elsewhere.
struct DamagedCode: Repair {
  static let description = RepairDescription(
    .damagedCode, .suggested, mess: ["K5"], findings: [.codeDamaged],
    chinese: .init(
      name: "查找受损编码的原编码", reason: "{source}中“{name}”的编码与保存的数相符",
      limits: "只取本部门上年预算或本簿其他表中同名的唯一编码，位数须合、且与保存的数相符；从不由保存的数写出编码。"),
    english: .init(
      name: "codes that lost digits", reason: "“{name}” in {source} has a code that agrees with the stored number",
      limits:
        "only the one code of the same name in last year's book of the same department or in another form, with the right digits and in agreement with the stored number; never the digits of the stored number."
    ))

  /// A row in which a code is known.
  private struct Known: Hashable {
    var code: String
    var source: String
    var amounts: Set<Amount>
  }

  func proposal(for work: CleaningWork) -> Proposal {
    var proposal = Proposal()
    let damaged = work.report.findings.filter { $0.code == .codeDamaged }
    if damaged.isEmpty { return proposal }
    let known = Self.known(work)
    // The code of another row of a form cannot be this one's too.
    let taken = work.book.forms.map { data in Set(data.rows.flatMap { $0.cells.values.compactMap(\.value?.text) }) }
    for finding in damaged {
      guard let sheet = finding.sheet, let cell = finding.cell,
        let site = work.site(at: SheetAddress(sheet: sheet, cell: cell)),
        case .code(let digits?) = site.kind, let row = work.row(of: site), let form = work.definition(of: site),
        let column = form.panes.flatMap(\.levels).first(where: { $0.kind == row.kind })?.name,
        let name = row.text(column), row.kind == .detail
      else { continue }
      let state = work.state(of: site)
      guard state.formula == nil, state.kind == .number || state.kind == .text else { continue }
      let amounts = Set(row.cells.values.compactMap { $0.value?.amount })
      var found = (known[Self.compared(name)] ?? []).filter {
        $0.code.count == digits && Self.agrees($0.code, with: state.text)
      }
      if Set(found.map(\.code)).count > 1 { found = found.filter { !$0.amounts.isDisjoint(with: amounts) } }
      guard Set(found.map(\.code)).count == 1, let match = found.first else { continue }
      if taken[site.form].contains(match.code) { continue }
      let after = CellState(kind: .text, text: match.code, format: "@")
      let details = ["source": match.source, "name": name.filter { !$0.isNewline }]
      if let change = work.change(site, code, to: after, details) { proposal.changes.append(change) }
    }
    return Self.unique(proposal)
  }

  /// Two rows that would get one code leave both in doubt.
  private static func unique(_ proposal: Proposal) -> Proposal {
    var counts: [String: Int] = [:]
    for change in proposal.changes { counts["\(change.place.form ?? "") \(change.after.text)", default: 0] += 1 }
    var proposal = proposal
    proposal.changes.removeAll { counts["\($0.place.form ?? "") \($0.after.text)", default: 0] > 1 }
    return proposal
  }

  /// Names are compared without any blanks.
  private static func compared(_ name: String) -> String { LabelText.normalize(name) }

  /// Whether a code may have become a stored number, which keeps 15 digits or those of a double.
  private static func agrees(_ code: String, with stored: String) -> Bool {
    guard let number = Double(AmountText.plain(stored)), let exact = Double(code) else { return false }
    if number == exact { return true }
    // Typed into a spreadsheet, all digits behind the 15th are zeros; shown in scientific notation, even fewer are left.
    guard let digits = DecimalNumber(AmountText.plain(stored))?.digits, !digits.isEmpty,
      let own = DecimalNumber(code)
    else { return false }
    let kept = min(digits.count, 15)
    let rounded = own.rounded(at: own.exponent + own.digits.count - kept)
    let cut = Array(own.digits.prefix(kept))
    let magnitude = DecimalNumber(AmountText.plain(stored)).map { $0.digits.count + $0.exponent }
    return magnitude == own.digits.count + own.exponent
      && (Array(digits.prefix(kept)) == cut || rounded == DecimalNumber(AmountText.plain(stored)))
  }

  /// The rows with a name and a code of their own, by name.
  private static func known(_ work: CleaningWork) -> [String: [Known]] {
    var known: [String: [Known]] = [:]
    func take(_ book: Book, _ set: FormSet, _ source: (FormDefinition) -> String) {
      for data in book.forms {
        guard let form = set.form(data.form),
          let level = form.panes.flatMap(\.levels).first(where: { $0.kind == .detail }), let column = level.name
        else { continue }
        for row in data.rows where row.kind == .detail {
          guard let name = row.text(column) else { continue }
          let amounts = Set(row.cells.values.compactMap { $0.value?.amount })
          for path in level.key {
            guard let code = row.text(path), CodeText.isDigits(code) else { continue }
            known[compared(name), default: []].append(Known(code: code, source: source(form), amounts: amounts))
          }
        }
      }
    }
    take(work.book, work.set) { $0.name }
    // Projects of other departments may have the same names.
    for book in work.prior {
      guard let set = work.sets.first(where: { $0.name == book.set }), book.isOfSameDepartment(as: work.book) else {
        continue
      }
      take(book, set) { "\(book.year) \($0.name)" }
    }
    return known
  }
}

extension Book {
  /// Whether two books are of one department, by its code or its name.
  fileprivate func isOfSameDepartment(as other: Book) -> Bool {
    if let code = departmentCode, code == other.departmentCode { return true }
    return !department.isEmpty && LabelText.normalize(department) == LabelText.normalize(other.department)
  }
}
