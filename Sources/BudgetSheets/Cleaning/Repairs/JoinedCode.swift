import XlsxPackage

/// Writes a code that was joined or split in another way as its columns want it.
struct JoinedCode: Repair {
  static let description = RepairDescription(
    .joinedCode, .noted, mess: ["K2"], findings: [.codeMalformed, .codeBlank], extent: .row,
    chinese: .init(
      name: "编码的连写与分写", reason: "编码写作“{text}”，按位数改写",
      limits: "去掉分隔符后位数须恰好合乎该栏，或分栏的各栏之和且其余各栏空白；编码后连写名称的，名称栏须空白或相同；六位等不能确定的不动。"),
    english: .init(
      name: "joined and split codes", reason: "the code was written “{text}” and is divided by its digits",
      limits:
        "without separators it must have just the digits of its column, or of all columns of the code while the others are blank; a name written behind it must be that of the row, or the name must be blank; six digits and the like stay."
    ))

  func proposal(for work: CleaningWork) -> Proposal {
    var proposal = Proposal()
    for site in work.sites {
      guard case .code(let digits?) = site.kind, let row = work.row(of: site) else { continue }
      let state = work.state(of: site)
      guard state.formula == nil, state.kind == .text || state.kind == .number, !CodeText.isDamaged(state.text) else {
        continue
      }
      let plain = CodeText.read(state.text, digits: nil)
      if CodeText.isDigits(plain), plain.count == digits || state.kind == .number && plain.count < 5 { continue }
      if let changes = split(plain, state, site, row, work) ?? joined(state, digits, site, row, work) {
        proposal.changes += changes
      }
    }
    return proposal
  }

  /// The digits of a code that has a separator between its parts of three and two digits; nil where it is anything else.
  private static func digits(_ text: String) -> String? {
    let plain = AmountText.plain(text)
    if CodeText.isDigits(plain) { return plain }
    let parts = plain.split(whereSeparator: { "-. /_－．—–".contains($0) }).map(String.init)
    guard parts.count > 1, parts.first?.count == 3, parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.allSatisfy(CodeText.isDigits)
    else { return nil }
    // Parts that blanks and marks divide alike; nothing else stands there.
    return parts.joined()
  }

  /// The code in one column, without separators and without a name behind it.
  private func joined(
    _ state: CellState, _ count: Int, _ site: CellSite, _ row: FormRow, _ work: CleaningWork
  ) -> [CellChange]? {
    guard state.kind == .text else { return nil }
    if let code = Self.digits(state.text) {
      guard code.count == count, code != AmountText.plain(state.text) else { return nil }
      var after = state
      after.text = code
      return work.change(site, self.code, to: after, ["text": state.text]).map { [$0] }
    }
    return withName(state, count, site, row, work)
  }

  /// A code with the name of the row behind it.
  private func withName(
    _ state: CellState, _ count: Int, _ site: CellSite, _ row: FormRow, _ work: CleaningWork
  ) -> [CellChange]? {
    let plain = AmountText.plain(state.text)
    let code = String(plain.prefix { $0.isASCII && $0.isNumber })
    let name = FrameText.trimmed(String(plain.dropFirst(code.count)))
    guard code.count == count, let first = name.unicodeScalars.first, (0x3400...0x9FFF).contains(first.value),
      let column = nameColumn(of: site, row, work)
    else { return nil }
    let address = SheetAddress(sheet: site.address.sheet, cell: column.cell)
    let present = work.state(of: address)
    guard present.formula == nil else { return nil }
    var after = state
    after.text = code
    guard let change = work.change(site, self.code, to: after, ["text": state.text]) else { return nil }
    if present.kind == .text, LabelText.normalize(present.text) == LabelText.normalize(name) { return [change] }
    guard present.kind == .blank else { return nil }
    var place = site.place
    place.cell = column.cell
    place.path = column.path
    let named = CellState(kind: .text, text: name, format: present.format)
    return work.change(place, self.code, to: named, ["text": state.text]).map { [change, $0] }
  }

  /// The cell in which the name of a row belongs.
  private func nameColumn(
    of site: CellSite, _ row: FormRow, _ work: CleaningWork
  ) -> (path: LabelPath, cell: CellReference)? {
    let form = work.definition(of: site)
    let level = form?.panes.flatMap(\.levels).first { $0.kind == row.kind }
    guard let path = level?.name, let column = work.book.forms[site.form].blanks.columns[path] else { return nil }
    return (path, CellReference(row: site.address.cell.row, column: column))
  }

  /// The code in the first of several columns, of which the others are blank.
  private func split(
    _ plain: String, _ state: CellState, _ site: CellSite, _ row: FormRow, _ work: CleaningWork
  ) -> [CellChange]? {
    guard row.kind == .detail, let form = work.definition(of: site), let path = site.place.path,
      // A row may have a code in each of two classifications, each under a heading of its own.
      let key = form.panes.flatMap(\.levels).first(where: { $0.kind == .detail && $0.key.contains(path) })?.key
        .filter({ $0.parent == path.parent }), key.first == path, key.count > 1,
      let code = state.kind == .number ? plain : Self.digits(state.text)
    else { return nil }
    let data = work.book.forms[site.form]
    var parts: [(path: LabelPath, cell: CellReference, digits: Int)] = []
    for path in key {
      guard let leaf = form.leaves.first(where: { $0.path == path }), case .code(let digits?) = leaf.kind,
        let column = data.blanks.columns[path]
      else { return nil }
      parts.append((path, CellReference(row: site.address.cell.row, column: column), digits))
    }
    guard CodeText.isDigits(code), code.count == parts.map(\.digits).reduce(0, +) else { return nil }
    var changes: [CellChange] = []
    var rest = code[...]
    for (index, part) in parts.enumerated() {
      let present = work.state(of: SheetAddress(sheet: site.address.sheet, cell: part.cell))
      guard index == 0 || present == CellState(kind: .blank, text: "") else { return nil }
      var place = site.place
      place.path = part.path
      place.cell = part.cell
      let after = CellState(
        kind: .text, text: String(rest.prefix(part.digits)), format: present.kind == .number ? "@" : present.format)
      rest = rest.dropFirst(part.digits)
      guard let change = work.change(place, self.code, to: after, ["text": state.text]) else { return nil }
      changes.append(change)
    }
    return changes
  }
}
