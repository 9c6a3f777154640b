import XlsxPackage

/// A workbook while it is being cleaned: what was read from it, and what its cells hold by now.
struct CleaningWork {
  let book: Book
  let set: FormSet
  /// The sheets as they were read, by name.
  let grids: [String: SheetGrid]
  /// What checking the book came to.
  let report: CheckReport
  /// Books of the year before.
  let prior: [Book]
  /// The form sets at hand, of which the year before may have another one.
  let sets: [FormSet]
  /// The cells that repairs are about, in the order of the forms.
  let sites: [CellSite]
  /// What must be left as it is, since the workbook allows no change there.
  let exclusions: Exclusions
  private(set) var changes: [CellChange] = []
  private(set) var kept: [CleaningResult.Kept] = []
  private var states: [SheetAddress: CellState] = [:]
  /// The sheets that were converted to the unit of the set.
  private var convertedSheets: Set<String> = []
  /// The sites by their cells.
  private let siteIndex: [SheetAddress: Int]
  /// The totals that a sum contradicts.
  private let contradicted: Set<SheetAddress>
  /// The cells on which formulas depend that cannot be followed.
  private let dependence: FormulaDependence
  /// What must stay, for formulas that depend on it or since it is hidden.
  private let refusals = Refusals()
  /// The sheets that state their unit in a way that cannot be relied on.
  private let unclearSheets: Set<String>

  init(_ reading: BookReading, report: CheckReport, prior: [Book], sets: [FormSet], exclusions: Exclusions) {
    self.sets = sets
    book = reading.book
    set = reading.set
    grids = Dictionary(reading.grids.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.report = report
    self.prior = prior
    self.exclusions = exclusions
    sites = SiteFinder(book: book, set: set, grids: grids).sites
    siteIndex = Dictionary(sites.enumerated().map { ($1.address, $0) }, uniquingKeysWith: { first, _ in first })
    unclearSheets = Set(report.findings.filter { $0.code == .unitUnclear }.compactMap(\.sheet))
    contradicted = Set(report.findings.compactMap(\.contradictedTotal))
    dependence = FormulaDependence(of: reading)
    kept = exclusions.kept
  }

  /// What a cell holds by now.
  func state(of address: SheetAddress) -> CellState {
    states[address] ?? grids[address.sheet]?.cell(address.cell).map(CellState.init) ?? CellState(kind: .blank, text: "")
  }

  /// The site of a cell; nil where repairs are not about it.
  func site(at address: SheetAddress) -> CellSite? { siteIndex[address].map { sites[$0] } }

  /// What the cell of a site holds by now.
  func state(of site: CellSite) -> CellState { state(of: site.address) }

  /// The row of a site; nil for a field.
  func row(of site: CellSite) -> FormRow? { site.row.map { book.forms[site.form].rows[$0] } }

  /// What the row of a site says in a column by now; nil where it says nothing.
  func text(_ path: LabelPath, beside site: CellSite) -> String? {
    if let column = book.forms[site.form].blanks.columns[path] {
      let cell = CellReference(row: site.address.cell.row, column: column)
      if let state = states[SheetAddress(sheet: site.address.sheet, cell: cell)] {
        return state.kind == .text ? state.text : nil
      }
    }
    return row(of: site)?.text(path)
  }

  /// The definition of the form in which a site lies.
  func definition(of site: CellSite) -> FormDefinition? { set.form(book.forms[site.form].form) }

  /// Whether a sum says that something is to stand in a cell.
  func isContradicted(_ site: CellSite) -> Bool { contradicted.contains(site.address) }

  /// Whether a formula depends on a cell in a way that cannot be followed.
  func isProtected(_ site: CellSite) -> Bool { dependence.protects(site.address) }

  /// What must be left, for the workbook or for formulas that depend on it.
  var allKept: [CleaningResult.Kept] { kept + refusals.kept }

  /// Whether a sheet states its unit in a way that cannot be relied on.
  func hasUnclearUnit(_ sheet: String) -> Bool { unclearSheets.contains(sheet) }

  /// The unit in which the amount of a cell counts by now.
  func unit(at address: SheetAddress) -> MoneyUnit {
    if convertedSheets.contains(address.sheet) { return set.unit }
    if let site = site(at: address), case .amount(let unit) = site.kind { return unit }
    return book.forms.first { $0.sheet == address.sheet }?.unit ?? set.unit
  }

  /// A change of the cell of a site; nil where nothing may be changed there.
  func change(
    _ site: CellSite, _ code: RepairCode, to after: CellState, _ details: [String: String] = [:]
  ) -> CellChange? {
    change(site.place, code, to: after, details)
  }

  /// A change of a cell; nil where nothing may be changed there, or nothing would be.
  func change(
    _ place: Place, _ code: RepairCode, to after: CellState, _ details: [String: String] = [:]
  ) -> CellChange? {
    guard let sheet = place.sheet, let cell = place.cell else { return nil }
    let address = SheetAddress(sheet: sheet, cell: cell)
    let before = state(of: address)
    if before == after || exclusions.forbid(code, at: address) { return nil }
    if dependence.protects(address) {
      refusals.add(code, place, .formulaDepends)
      return nil
    }
    // Nobody sees what is hidden inside of merged cells, and nothing can be put back there.
    if let merge = grids[sheet]?.merge(at: cell), merge.first != cell {
      refusals.add(code, place, .hiddenByMerge)
      return nil
    }
    return CellChange(code: code, place: place, before: before, after: after, details: details)
  }

  /// Does what a repair proposes.
  mutating func apply(_ proposal: Proposal) {
    kept += proposal.kept
    for change in proposal.changes {
      // Each change starts from what the one before it left; of two that would not, the second is dropped.
      guard let address = change.address, state(of: address) == change.before else { continue }
      states[address] = change.after
      if change.code == .statedUnit { convertedSheets.insert(address.sheet) }
      changes.append(change)
    }
  }

  /// A sheet with what its cells hold by now.
  func grid(_ sheet: String) -> SheetGrid? {
    var cells: [CellReference: SheetGrid.Cell?] = [:]
    for (address, state) in states where address.sheet == sheet {
      cells[address.cell] = .some(SheetGrid.Cell(state, at: address.cell))
    }
    return cells.isEmpty ? grids[sheet] : grids[sheet]?.changing(cells)
  }
}

extension Finding {
  /// The cell of a total that a sum contradicts; nil where it is about anything else.
  fileprivate var contradictedTotal: SheetAddress? {
    guard let judgement, judgement.relation == .equal, judgement.left.count == 1,
      let place = judgement.left.first?.place,
      let sheet = place.sheet, let cell = place.cell
    else { return nil }
    return SheetAddress(sheet: sheet, cell: cell)
  }
}
