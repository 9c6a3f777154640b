import XlsxPackage

/// The reading of one sheet as one form: what was taken in so far, and what there is to say.
struct SheetScan {
  let grid: SheetGrid
  let form: FormDefinition
  let set: FormSet
  /// The unit in which the sheet states its amounts.
  var unit: MoneyUnit
  /// Whether the sheet states its unit in a way that cannot be relied on; no amount is read then.
  var unitIsUnclear = false
  /// Whether a merged range is just as high as what the form counts as one row there.
  var rowSpan: ((CellRange) -> Bool)?
  /// Whether the workbook was issued: its formulas stand in empty rows, too.
  var isIssued = false
  /// How many cells formulas may still name in this sheet.
  private var formulaRoom = 200_000
  private(set) var findings: [Finding] = []
  private var consumed: Set<CellReference> = []
  /// The cells that hold a typed zero.
  private var zeros: [(reference: CellReference, path: LabelPath)] = []

  init(grid: SheetGrid, form: FormDefinition, set: FormSet) {
    self.grid = grid
    self.form = form
    self.set = set
    unit = set.unit
  }

  mutating func consume(_ reference: CellReference) {
    consumed.insert(reference)
  }

  func isConsumed(_ reference: CellReference) -> Bool { consumed.contains(reference) }

  mutating func report(
    _ code: FindingCode, at cell: CellReference? = nil, path: LabelPath? = nil, _ arguments: [String: String] = [:]
  ) {
    findings.append(Finding(code, form: form.form, sheet: grid.name, cell: cell, path: path, arguments))
  }

  /// What no form took in.
  var outside: [OutsideCell] {
    grid.rows.flatMap(\.cells).filter { !consumed.contains($0.reference) }.map { OutsideCell($0, sheet: grid.name) }
  }

  // MARK: Cells

  /// Reads an amount in a unit; nil where the cell says nothing at all.
  mutating func amount(at reference: CellReference, path: LabelPath, unit: MoneyUnit) -> FormCell? {
    guard let cell = grid.cell(reference) else { return nil }
    consume(reference)
    var result = FormCell(
      reference: reference, value: nil, raw: cell.text, unit: unit == set.unit ? nil : unit, formula: cell.formula)
    if unitIsUnclear, cell.kind == .number || cell.kind == .text {
      result.unit = nil
      report(.amountWithoutUnit, at: reference, path: path, ["text": cell.text])
      return result
    }
    switch cell.kind {
    case .number:
      if ScalingFormat.scales(cell.numberFormat) {
        report(.amountShownScaled, at: reference, path: path, ["text": cell.text, "format": cell.numberFormat])
      }
      judgeFormula(of: cell, path: path)
      read(DecimalNumber(cell.text)?.atDoublePrecision, of: cell, path, unit, into: &result)
      if result.value != nil, DecimalNumber(cell.text)?.atDoublePrecision == DecimalNumber(cell.text), unit == set.unit
      {
        result.raw = nil
      }
      reportMerge(at: reference, path: path)
    case .text:
      switch AmountText.read(cell.text, unit: unit) {
      case .nothing:
        report(.nilMark, at: reference, path: path, ["text": cell.text])
      case .number(let number):
        read(number, of: cell, path, unit, into: &result)
        if let amount = result.value?.amount {
          report(
            .amountAsText, at: reference, path: path,
            ["text": cell.text, "value": amount.text(in: set.unit, decimals: set.decimals)])
        }
        reportMerge(at: reference, path: path)
      case .unreadable:
        report(.amountUnreadable, at: reference, path: path, ["text": cell.text])
      }
    case .date:
      report(.amountAsDate, at: reference, path: path, ["text": cell.date ?? cell.text])
    case .boolean:
      report(.amountUnreadable, at: reference, path: path, ["text": cell.text == "1" ? "TRUE" : "FALSE"])
    case .error:
      report(.errorValue, at: reference, path: path, ["text": cell.text])
    case .formulaOnly:
      result.raw = nil
      report(.formulaWithoutValue, at: reference, path: path, ["formula": cell.formula ?? ""])
    }
    return result
  }

  private mutating func read(
    _ number: DecimalNumber?, of cell: SheetGrid.Cell, _ path: LabelPath, _ unit: MoneyUnit, into result: inout FormCell
  ) {
    guard let number, let (amount, isExact) = number.amount(in: unit) else {
      report(.amountTooLarge, at: cell.reference, path: path, ["text": cell.text])
      return
    }
    result.value = .amount(amount)
    // A double is exact to 15 digits; of a larger amount the last 分 are not certain.
    let isUncertain =
      cell.kind == .number && DecimalNumber(cell.text).map { !$0.isCertain(at: -unit.exactDecimals) } ?? false
    if !isExact || isUncertain {
      report(
        .amountFinerThanFen, at: cell.reference, path: path,
        ["text": cell.text, "value": amount.text(in: set.unit, decimals: set.decimals)])
    }
    if amount == .zero, cell.kind == .number, cell.formula == nil { zeros.append((cell.reference, path)) }
  }

  /// Reads a code.
  mutating func code(at reference: CellReference, path: LabelPath, digits: Int?) -> FormCell? {
    guard let cell = grid.cell(reference) else {
      guard var above = inherited(at: reference), let text = above.inherited else { return nil }
      above.inherited = CodeText.read(text, digits: digits)
      return above
    }
    consume(reference)
    var result = FormCell(reference: reference, value: nil, raw: nil, formula: cell.formula)
    switch cell.kind {
    case .number, .date:
      if CodeText.isBeyondDouble(cell.text) {
        // The digits of the stored number are not those of the code, and are never shown as if they were.
        report(.codeDamaged, at: reference, path: path, ["digits": digits.map { "\($0)" } ?? ""])
        return result
      }
      var stored = DecimalNumber(cell.text)?.atDoublePrecision.text ?? cell.text
      // A code that its format shows with its zeros has not lost them.
      if let shown = cell.shownCode, digits == nil || digits == shown.count { stored = shown }
      finish(code: CodeText.read(stored, digits: digits), of: cell, stored: stored, path, digits, into: &result)
    case .text where CodeText.isDamaged(cell.text):
      report(.codeDamaged, at: reference, path: path, ["digits": digits.map { "\($0)" } ?? ""])
    case .text:
      finish(code: CodeText.read(cell.text, digits: digits), of: cell, stored: cell.text, path, digits, into: &result)
    case .boolean, .error:
      result.raw = cell.text
      report(.errorValue, at: reference, path: path, ["text": cell.text])
    case .formulaOnly:
      report(.formulaWithoutValue, at: reference, path: path, ["formula": cell.formula ?? ""])
    }
    return result
  }

  private mutating func finish(
    code: String, of cell: SheetGrid.Cell, stored: String, _ path: LabelPath, _ digits: Int?,
    into result: inout FormCell
  ) {
    result.value = .text(code)
    if code != stored {
      result.raw = stored
      report(.codeLostZeros, at: cell.reference, path: path, ["text": stored, "value": code])
    }
    if let digits, code.count != digits || !CodeText.isDigits(code) {
      report(.codeMalformed, at: cell.reference, path: path, ["text": stored, "digits": "\(digits)"])
    }
  }

  /// Whether a cell holds a number with more digits than a number can keep.
  func isDamagedCode(at reference: CellReference) -> Bool {
    guard let cell = grid.cell(reference) else { return false }
    return cell.kind == .number && CodeText.isBeyondDouble(cell.text)
      || cell.kind == .text && CodeText.isDamaged(cell.text)
  }

  /// Reads a text; a number or date in its place is read as it is shown, and reported.
  mutating func text(at reference: CellReference, path: LabelPath) -> FormCell? {
    guard let cell = grid.cell(reference) else { return inherited(at: reference) }
    consume(reference)
    var result = FormCell(reference: reference, value: .text(cell.text), formula: cell.formula)
    switch cell.kind {
    case .text: break
    case .number:
      let shown = ShownNumber.text(cell.text, format: cell.numberFormat)
      result.value = .text(shown)
      if shown != cell.text { result.raw = cell.text }
      report(.numberAsText, at: reference, path: path, ["text": cell.text, "value": shown])
    case .date:
      result.value = .text(cell.date ?? cell.text)
      result.raw = cell.text
      report(.dateAsText, at: reference, path: path, ["text": cell.date ?? cell.text])
    case .boolean:
      result.value = .text(cell.text == "1" ? "TRUE" : "FALSE")
    case .error:
      result.value = nil
      result.raw = cell.text
      report(.errorValue, at: reference, path: path, ["text": cell.text])
    case .formulaOnly:
      result.value = nil
      report(.formulaWithoutValue, at: reference, path: path, ["formula": cell.formula ?? ""])
    }
    return result
  }

  /// What a blank cell takes from the first row of its merged range.
  ///
  /// What a damaged code cannot say in its own cell it cannot hand down either.
  private func inherited(at reference: CellReference) -> FormCell? {
    guard let merge = grid.merge(at: reference), merge.first.column == reference.column,
      merge.first.row < reference.row, let cell = grid.cell(merge.first)
    else { return nil }
    switch cell.kind {
    case .text where !CodeText.isDamaged(cell.text): break
    case .number where !CodeText.isBeyondDouble(cell.text): break
    default: return nil
    }
    return FormCell(reference: reference, value: nil, inherited: cell.shownCode ?? cell.text)
  }

  private mutating func reportMerge(at reference: CellReference, path: LabelPath) {
    if let merge = grid.merge(at: reference), merge.first == reference, !(rowSpan?(merge) ?? false) {
      report(.amountMerged, at: reference, path: path, ["range": "\(merge)"])
    }
  }

  private mutating func judgeFormula(of cell: SheetGrid.Cell, path: LabelPath) {
    guard let formula = cell.formula, !formula.isEmpty,
      let value = FormulaEvaluator.value(of: formula, in: grid, room: &formulaRoom),
      FormulaEvaluator.differs(cell.text, from: value)
    else { return }
    report(
      .formulaStale, at: cell.reference, path: path, ["formula": formula, "value": "\(value)", "text": cell.text])
  }

  /// Tells of zeros that stand for nothing, where the published form leaves such cells blank and the sheet holds many.
  mutating func reportZeros() {
    guard form.printsNilBlank ?? set.printsNilBlank, zeros.count >= 3 else { return }
    for zero in zeros { report(.zeroForNil, at: zero.reference, path: zero.path) }
  }
}

extension OutsideCell {
  init(_ cell: SheetGrid.Cell, sheet: String) {
    self.init(
      sheet: sheet, reference: cell.reference, text: cell.kind == .date ? cell.date ?? cell.text : cell.text,
      isNumber: cell.kind == .number, formula: cell.formula)
  }
}
