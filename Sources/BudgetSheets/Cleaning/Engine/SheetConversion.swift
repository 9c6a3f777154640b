import XlsxPackage

/// The conversion of one sheet from the unit that it states to that of the form set.
struct SheetConversion {
  /// Why a sheet is not converted.
  struct Refusal: Error {
    var reason: KeptReason
  }

  let work: CleaningWork
  /// The form, by its position in the book.
  let form: Int
  let sheet: String
  /// The sheet with what its cells hold by now.
  let grid: SheetGrid
  /// The sheets that are converted together.
  let converted: Set<String>

  private var data: FormData { work.book.forms[form] }

  /// The changes of all cells, those of formulas and the statement of the unit among them.
  func changes(_ code: RepairCode) -> Result<[CellChange], Refusal> {
    let details = ["unit": data.unit.rawValue, "base": work.set.unit.rawValue]
    if work.hasUnclearUnit(sheet) { return .failure(Refusal(reason: .unitNotFound)) }
    let outside = work.book.outside.contains { cell in
      cell.sheet == sheet && cell.isNumber && !isBlankedOrZero(cell.reference)
    }
    if outside { return .failure(Refusal(reason: .numbersOutside)) }
    var changes: [CellChange] = []
    var cells: [CellReference: SheetGrid.Cell?] = [:]
    for site in work.sites where site.address.sheet == sheet {
      guard case .amount(let unit) = site.kind else { continue }
      let state = work.state(of: site)
      if state.kind == .blank, state.formula == nil { continue }
      guard unit == data.unit, state.kind == .number, let number = DecimalNumber(state.text)?.atDoublePrecision,
        site.read?.value?.amount != nil
      else { return .failure(Refusal(reason: .amountUnread)) }
      let after = CellState(
        kind: .number, text: number.scaled(by: unit.exactDecimals - work.set.unit.exactDecimals).text,
        format: Self.format(state.format, decimals: work.set.decimals), formula: state.formula)
      if number.isZero { continue }
      guard let change = work.change(site, code, to: after, details) else {
        return .failure(Refusal(reason: .notAllowed("\(site.place.address)")))
      }
      changes.append(change)
      cells[site.address.cell] = .some(SheetGrid.Cell(after, at: site.address.cell))
    }
    if !formulasFollow(grid.changing(cells)) { return .failure(Refusal(reason: .formula)) }
    guard let statements = statements(code, details) else { return .failure(Refusal(reason: .unitNotFound)) }
    return .success(changes + statements)
  }

  private func isBlankedOrZero(_ cell: CellReference) -> Bool {
    let state = work.state(of: SheetAddress(sheet: sheet, cell: cell))
    return state.kind == .blank || DecimalNumber(state.text)?.isZero ?? false
  }

  // MARK: Formulas

  /// Whether every formula, worked out from the converted cells, gives the converted result, and none of another sheet
  /// would give another one.
  private func formulasFollow(_ after: SheetGrid) -> Bool {
    var room = 200_000
    let power = data.unit.exactDecimals - work.set.unit.exactDecimals
    for cell in grid.rows.flatMap(\.cells) {
      guard let formula = cell.formula else { continue }
      if isReferenceToConverted(formula) { continue }
      guard let old = FormulaEvaluator.value(of: formula, in: grid, room: &room),
        let new = FormulaEvaluator.value(of: formula, in: after, room: &room),
        let scaled = DecimalNumber("\(old)")?.scaled(by: power)
      else { return false }
      if FormulaEvaluator.differs(scaled.text, from: new) { return false }
    }
    for other in work.grids.values where other.name != sheet {
      for cell in other.rows.flatMap(\.cells) {
        guard let formula = cell.formula, formula.contains("!"), formula.contains(sheet) else { continue }
        if !converted.contains(other.name) || !isReferenceToConverted(formula) { return false }
      }
    }
    return true
  }

  /// Whether a formula is nothing but a cell of another sheet that is converted too.
  private func isReferenceToConverted(_ formula: String) -> Bool {
    guard let mark = formula.lastIndex(of: "!") else { return false }
    var name = formula[..<mark]
    if name.hasPrefix("'"), name.hasSuffix("'") { name = name.dropFirst().dropLast() }
    let cell = formula[formula.index(after: mark)...].filter { $0 != "$" }
    return CellReference(cell) != nil && converted.contains(String(name))
  }

  // MARK: The statement of the unit

  /// The changes of the cells that state the unit; nil where there is none, or one cannot be changed without a doubt.
  private func statements(_ code: RepairCode, _ details: [String: String]) -> [CellChange]? {
    let first = work.sites.filter { $0.address.sheet == sheet }.map(\.address.cell.row).min() ?? .max
    let sites = Set(work.sites.filter { $0.address.sheet == sheet }.map(\.address.cell))
    let texts = grid.rows.flatMap(\.cells).filter { cell in
      cell.kind == .text && cell.formula == nil && !sites.contains(cell.reference) && states(cell.text)
    }
    // A unit above the rows is a statement; below them only where it says so with a colon.
    var stating = texts.filter { $0.reference.row < first }
    if stating.isEmpty { stating = texts.filter { $0.label.contains(":") } }
    if stating.isEmpty { return nil }
    var changes: [CellChange] = []
    for cell in stating {
      guard let text = rewritten(cell.text) else { return nil }
      let place = Place(form: data.form, sheet: sheet, cell: cell.reference)
      let after = CellState(kind: .text, text: text, format: cell.numberFormat)
      guard let change = work.change(place, code, to: after, details) else { return nil }
      changes.append(change)
    }
    return changes
  }

  private func states(_ text: String) -> Bool {
    UnitStatement(in: text, labels: work.set.labels.unit) == .unit(data.unit)
      || LabelText.statedUnit(in: text) == data.unit
  }

  /// The text with the unit of the set; nil where the stated one does not stand in it just once.
  private func rewritten(_ text: String) -> String? {
    let unit = data.unit.rawValue
    var places: [Range<String.Index>] = []
    var start = text.startIndex
    while let range = text[start...].firstRange(of: unit) {
      let before = range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
      if before.map({ !"十百千万亿".contains($0) }) ?? true { places.append(range) }
      start = range.upperBound
    }
    guard places.count == 1, let place = places.first else { return nil }
    let result = text.replacingCharacters(place, with: work.set.unit.rawValue)
    let says =
      UnitStatement(in: result, labels: work.set.labels.unit) == .unit(work.set.unit)
      || LabelText.statedUnit(in: result) == work.set.unit
    return says ? result : nil
  }

  /// A number format that shows the decimals of the set, where it showed none.
  private static func format(_ format: String, decimals: Int) -> String {
    guard format == "0" || format == "#,##0", decimals > 0 else { return format }
    return format + "." + String(repeating: "0", count: decimals)
  }
}

extension String {
  /// The text with a part of it replaced.
  fileprivate func replacingCharacters(_ range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
