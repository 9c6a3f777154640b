import XlsxPackage

/// Reads the lines around a form's headings: title, code, department and unit.
struct FrameReader {
  private(set) var scan: SheetScan
  private(set) var title: String?
  private(set) var titleCell: CellReference?
  private(set) var codeCell: CellReference?
  private(set) var year: String?
  private(set) var department: (name: String, cell: CellReference)?
  private let identifier: SheetIdentifier
  private let band: ClosedRange<Int>?
  /// The first row of the form itself.
  private let bodyStart: Int?
  private let headerUnits: Set<MoneyUnit>

  init(scan: SheetScan, identifier: SheetIdentifier, match: HeaderMatcher.Match?) {
    self.scan = scan
    self.identifier = identifier
    band = match?.band
    bodyStart =
      match?.band.lowerBound
      ?? BlockLayout(grid: scan.grid, form: scan.form, synonyms: scan.set.synonyms).starts.compactMap { $0?.row }.min()
    headerUnits = Set(match?.units.compactMap(\.self) ?? [])
  }

  /// Reads the lines.
  mutating func read() {
    let start = bodyStart ?? .max
    let lines = scan.grid.rows.prefix { $0.number < start }.prefix(60)
    var unit = UnitStatement.none
    for row in lines {
      for cell in row.cells where cell.kind == .text {
        unit = unit.and(read(cell))
      }
    }
    if unit == .none, band != nil { unit = unitElsewhere() }
    settle(unit)
    if year == nil {
      year =
        lines.flatMap(\.cells).filter { $0.kind == .text && !$0.label.isEmpty }
        .compactMap { FrameText.year(in: $0.text) }.first
    }
  }

  /// Takes in one line; what it says of the unit.
  private mutating func read(_ cell: SheetGrid.Cell) -> UnitStatement {
    let unit = unit(in: cell)
    if title == nil, identifier.isTitle(cell.label, of: scan.form) {
      title = FrameText.trimmed(cell.text)
      titleCell = cell.reference
      year = FrameText.year(in: cell.text)
      scan.consume(cell.reference)
    } else if identifier.isCode(cell.label, of: scan.form) {
      codeCell = codeCell ?? cell.reference
      scan.consume(cell.reference)
    } else if department == nil, let name = value(of: cell, after: scan.set.labels.department) {
      department = (name.text, name.reference)
    } else if unit != .none, UnitStatement.isAlone(cell.text, labels: scan.set.labels.unit) {
      // With anything more in it the cell is listed as outside, too.
      scan.consume(cell.reference)
    }
    return unit
  }

  // MARK: Unit

  /// What a cell says of the unit, with the next filled cell where it says no more than `单位：`.
  private mutating func unit(in cell: SheetGrid.Cell) -> UnitStatement {
    let labels = scan.set.labels.unit
    let own = UnitStatement(in: cell.text, labels: labels)
    guard own == .none, labels.contains(cell.label), let next = next(after: cell) else { return own }
    let beside = UnitStatement(in: next.text, labels: [])
    if beside != .none {
      scan.consume(cell.reference)
      scan.consume(next.reference)
    }
    return beside
  }

  /// A unit stated below the headings, or by the headings themselves.
  private func unitElsewhere() -> UnitStatement {
    if let unit = headerUnits.first, headerUnits.count == 1 { return .unit(unit) }
    guard let band, headerUnits.isEmpty else { return .none }
    var unit = UnitStatement.none
    for row in scan.grid.rows where !band.contains(row.number) {
      for cell in row.cells where cell.kind == .text && !cell.label.isEmpty {
        // A unit by itself may be part of a value there.
        if cell.label.contains(":") { unit = unit.and(UnitStatement(in: cell.text, labels: scan.set.labels.unit)) }
      }
    }
    return unit
  }

  private mutating func settle(_ stated: UnitStatement) {
    switch stated {
    case .none:
      // A form of blocks states its unit in its labels.
      if !scan.form.isBlockForm { scan.report(.unitMissing, ["unit": scan.set.unit.rawValue]) }
    case .unclear(let text):
      scan.unitIsUnclear = true
      scan.report(.unitUnclear, ["text": text])
    case .unit(let unit):
      scan.unit = unit
      if unit != scan.set.unit {
        scan.report(.unitConverted, ["unit": unit.rawValue, "base": scan.set.unit.rawValue])
      }
    }
  }

  // MARK: Department

  /// The text after the colon of a cell, or of the next filled cell where nothing follows the colon.
  private mutating func value(
    of cell: SheetGrid.Cell, after words: [String]
  ) -> (text: String, reference: CellReference)? {
    let isBareWord = words.contains { LabelText.normalize($0) == cell.label }
    guard isBareWord || FrameText.value(of: cell.text, after: words) != nil else { return nil }
    let value = FrameText.value(of: cell.text, after: words) ?? ""
    let own = withoutUnit(value)
    // What stands after the name, but for a unit, is kept as outside.
    let tail = FrameText.trimmed(String(value.dropFirst(own.count)))
    if tail.isEmpty || UnitStatement.isAlone(tail, labels: scan.set.labels.unit) { scan.consume(cell.reference) }
    if !own.isEmpty { return (own, cell.reference) }
    guard let next = next(after: cell), UnitStatement(in: next.text, labels: scan.set.labels.unit) == .none,
      FrameText.value(of: next.text, after: words + scan.set.labels.signatures) == nil
    else { return nil }
    scan.consume(next.reference)
    return (FrameText.trimmed(next.text), next.reference)
  }

  /// A department's name without a unit that is stated in the same cell.
  private func withoutUnit(_ name: String) -> String {
    for label in scan.set.labels.unit.sorted(by: { $0.count > $1.count }) {
      for colon in ["：", ":"] {
        guard let start = name.firstRange(of: label + colon)?.lowerBound else { continue }
        return FrameText.trimmed(String(name[..<start]))
      }
    }
    return name
  }

  private func next(after cell: SheetGrid.Cell) -> SheetGrid.Cell? {
    let next = scan.grid.row(cell.reference.row)?.cells.first { $0.reference > cell.reference }
    return next?.kind == .text ? next : nil
  }
}
