import XlsxPackage

/// The conversion of one sheet from the unit that it states to that of the form set.
struct SheetConversion {
  /// Why a sheet is not converted.
  struct Refusal: Error {
    var reason: KeptReason
  }

  let work: CleaningWork
  let data: FormData
  let sheet: String
  /// What formulas of the workbook refer to, with the sheets that are converted together.
  let references: SheetReferences

  /// The changes of all cells, those of formulas and the statement of the unit among them.
  func changes(_ code: RepairCode) -> Result<[CellChange], Refusal> {
    let details = ["unit": data.unit.rawValue, "base": work.set.unit.rawValue]
    guard let grid = work.grid(sheet), !work.hasUnclearUnit(sheet) else {
      return .failure(Refusal(reason: .unitNotFound))
    }
    if references.needed.contains(sheet) { return .failure(Refusal(reason: .formula)) }
    if hasNumbersOutside { return .failure(Refusal(reason: .numbersOutside)) }
    var changes: [CellChange] = []
    var cells: [CellReference: SheetGrid.Cell?] = [:]
    for site in work.sites where site.address.sheet == sheet {
      guard case .amount(let unit) = site.kind else { continue }
      let state = work.state(of: site)
      if state.kind == .blank, state.formula == nil { continue }
      guard unit == data.unit, state.kind == .number, let number = DecimalNumber(state.text)?.atDoublePrecision,
        site.read?.value?.amount != nil, !ScalingFormat.scales(state.format)
      else { return .failure(Refusal(reason: .amountUnread)) }
      let after = CellState(
        kind: .number, text: number.scaled(by: unit.exactDecimals - work.set.unit.exactDecimals).text,
        format: AmountFormat.showing(state.format, decimals: work.set.decimals), formula: state.formula)
      if number.isZero { continue }
      guard let change = work.change(site, code, to: after, details) else {
        return .failure(Refusal(reason: work.isProtected(site) ? .formula : .notAllowed("\(site.place.address)")))
      }
      changes.append(change)
      cells[site.address.cell] = .some(SheetGrid.Cell(after, at: site.address.cell))
    }
    if !formulasFollow(in: grid, grid.changing(cells)) { return .failure(Refusal(reason: .formula)) }
    guard let statements = statements(in: grid, code, details) else { return .failure(Refusal(reason: .unitNotFound)) }
    return .success(changes + statements)
  }

  /// Whether a number stands outside the form, of which nobody knows in what unit it counts.
  private var hasNumbersOutside: Bool {
    work.book.outside.contains { cell in
      guard cell.sheet == sheet else { return false }
      let state = work.state(of: SheetAddress(sheet: sheet, cell: cell.reference))
      switch state.kind {
      case .number: return DecimalNumber(state.text)?.isZero != true
      case .text:
        guard case .number(let number) = AmountText.read(state.text, unit: data.unit) else { return false }
        return !number.isZero
      case .blank, .boolean, .error, .date: return false
      }
    }
  }

  // MARK: Formulas

  /// Whether every formula, worked out from the converted cells, gives the converted result.
  private func formulasFollow(in before: SheetGrid, _ after: SheetGrid) -> Bool {
    var room = 200_000
    let power = data.unit.exactDecimals - work.set.unit.exactDecimals
    for cell in before.rows.flatMap(\.cells) {
      guard let formula = cell.formula else { continue }
      // A formula that is given anew with its result would no longer be one of an array.
      if cell.isArrayFormula { return false }
      if references.isReferenceToConverted(formula, in: sheet) { continue }
      guard let old = FormulaEvaluator.value(of: formula, in: before, room: &room),
        let new = FormulaEvaluator.value(of: formula, in: after, room: &room),
        let scaled = DecimalNumber("\(old)")?.scaled(by: power)
      else { return false }
      if FormulaEvaluator.differs(scaled.text, from: new) { return false }
    }
    return true
  }

  // MARK: The statement of the unit

  /// The changes of the cells that state the unit; nil where there is none, or one cannot be changed without a doubt.
  private func statements(in grid: SheetGrid, _ code: RepairCode, _ details: [String: String]) -> [CellChange]? {
    let first = work.sites.filter { $0.address.sheet == sheet }.map(\.address.cell.row).min() ?? .max
    let sites = Set(work.sites.filter { $0.address.sheet == sheet }.map(\.address.cell))
    let texts = grid.rows.flatMap(\.cells).filter { cell in
      cell.kind == .text && cell.formula == nil && !sites.contains(cell.reference) && states(cell.text)
    }
    // A unit above the rows is a statement; among and below them, as at the top of a further page, where a colon says so.
    let stating = texts.filter { $0.reference.row < first || $0.label.contains(":") }
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
}

extension String {
  /// The text with a part of it replaced.
  fileprivate func replacingCharacters(_ range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
