import XlsxPackage

/// Reads a form that is a grid: panes of columns below their headings.
struct GridFormReader {
  private(set) var scan: SheetScan
  private let match: HeaderMatcher.Match
  private let identifier: SheetIdentifier
  /// Whether a line of signatures was met; what follows it without amounts is none of the form.
  private var hasSignatures = false
  private let leaves: [ColumnDefinition]
  private(set) var rows: [FormRow] = []
  private(set) var notes: [FormNote] = []

  init(scan: SheetScan, match: HeaderMatcher.Match, identifier: SheetIdentifier) {
    self.scan = scan
    self.match = match
    self.identifier = identifier
    leaves = scan.form.leaves
    // An amount that is merged over just the rows over which its key is merged belongs to all of them.
    let keys = scan.form.panes.flatMap(\.levels).filter { !$0.repeated.isEmpty }.compactMap(\.key.first)
    let columns = leaves.indices.filter { keys.contains(leaves[$0].path) }.compactMap { match.columns[$0] }
    let grid = scan.grid
    self.scan.rowSpan = { merge in
      columns.contains { column in
        let key = grid.merge(at: CellReference(row: merge.first.row, column: column))
        return merge.first.column == merge.last.column && key?.first.row == merge.first.row
          && key?.last.row == merge.last.row
      }
    }
  }

  /// Reads headings, rows and notes.
  mutating func read() {
    readHeader()
    let body = bodyRows()
    for pane in scan.form.panes {
      switch pane.rows {
      case .fixed(let fixed):
        var reader = FixedPaneReader(pane: pane, rows: fixed)
        for row in body { if let row = reader.read(row, with: &self) { rows.append(row) } }
        reader.reportMissing(with: &self)
      case .levels(let levels):
        var reader = LevelPaneReader(pane: pane, levels: levels, set: scan.set)
        var own: [FormRow] = []
        for row in body { if let row = reader.read(row, with: &self) { own.append(row) } }
        rows += own
        reader.reportMissing(among: own, with: &self)
        reader.reportStrays(among: own, with: &self)
      }
    }
    reportNumbersOutside(body)
    scan.reportZeros()
  }

  /// Tells of numbers that stand beside the form's columns in its rows, where no other heading is above them.
  private mutating func reportNumbersOutside(_ body: [SheetGrid.Row]) {
    let unknown = Set(match.unknown.map(\.column))
    for row in body where row.cells.contains(where: { scan.isConsumed($0.reference) }) && !GuardRow.stands(in: row) {
      for cell in row.cells
      where cell.kind == .number && !scan.isConsumed(cell.reference) && !unknown.contains(cell.reference.column) {
        scan.report(.numberOutside, at: cell.reference, ["text": cell.text])
      }
    }
  }

  // MARK: Headings

  private mutating func readHeader() {
    for (index, leaf) in leaves.enumerated() where match.columns[index] == nil {
      let code: FindingCode = match.ambiguous.contains(index) ? .columnAmbiguous : .columnMissing
      scan.report(code, path: leaf.path, ["column": "\(leaf.path)"])
    }
    for (column, label) in match.unknown {
      scan.report(
        .columnUnknown, at: CellReference(row: match.band.lowerBound, column: column), ["column": label])
    }
    for (index, column) in match.columns.enumerated() {
      guard let column else { continue }
      if scan.grid.isColumnHidden(column) {
        scan.report(
          .columnHidden, at: CellReference(row: match.band.lowerBound, column: column), path: leaves[index].path,
          ["column": "\(leaves[index].path)"])
      }
    }
    let unknown = Set(match.unknown.map(\.column))
    for row in match.band {
      for cell in scan.grid.row(row)?.cells ?? [] where !unknown.contains(cell.reference.column) {
        scan.consume(cell.reference)
      }
    }
  }

  // MARK: Rows

  /// The rows of the form's body; lines that are none of it are dealt with on the way.
  private mutating func bodyRows() -> [SheetGrid.Row] {
    let frame = FrameText(labels: scan.set.labels)
    var body: [SheetGrid.Row] = []
    var isBelow = false
    var followsNote = false
    // An issued form goes on to its last guard row, whatever is written above that.
    let lastGuard = scan.grid.rows.last { GuardRow.stands(in: $0) }?.number ?? 0
    for row in scan.grid.rows where row.number > match.band.upperBound {
      guard let first = row.cells.first else { continue }
      if row.number <= lastGuard {
        body.append(row)
        continue
      }
      if repeatsHeader(row) {
        // What stands under a heading of its own stays outside.
        let own = Set(match.columns.compactMap(\.self))
        for cell in row.cells where own.contains(cell.reference.column) { scan.consume(cell.reference) }
        continue
      }
      if body.isEmpty, numbersColumns(row) {
        scan.report(.columnNumbers, at: first.reference)
        for cell in row.cells { scan.consume(cell.reference) }
        continue
      }
      let amounts = hasAmounts(row)
      if first.kind == .text, frame.isNote(first.text), !amounts {
        isBelow = true
        followsNote = true
        take(note: first)
      } else if !amounts, row.cells.contains(where: { $0.kind == .text && frame.isSignature($0.text) }) {
        followsNote = false
        hasSignatures = true
      } else if !amounts, repeatsFrame(row) {
        for cell in row.cells { scan.consume(cell.reference) }
      } else if isBelow {
        if followsNote, row.cells.count == 1, first.kind == .text {
          take(note: first)
        } else {
          followsNote = false
          for cell in row.cells where cell.kind == .number {
            scan.report(.amountBelowNotes, at: cell.reference, ["text": cell.text])
          }
        }
      } else if !amounts, hasSignatures || isLineOfText(row) {
        continue
      } else {
        body.append(row)
      }
    }
    return body
  }

  /// Whether a row right below the headings numbers them: 栏次, 1, 2, 3 … or 甲, 乙, 1, 2 …
  private func numbersColumns(_ row: SheetGrid.Row) -> Bool {
    let columnWords = scan.set.labels.columnNumbers
    var last: Int?
    var count = 0
    for cell in row.cells {
      let plain = AmountText.plain(cell.text)
      if let number = Int(plain), cell.formula == nil {
        if let last, number != last + 1 { return false }
        if last == nil, number > 3 { return false }
        last = number
        count += 1
      } else if cell.kind != .text || plain.count > 12
        || !(columnWords.contains(cell.label) || plain.contains("="))
      {
        return false
      } else if plain.contains("=") {
        // 3=1+2
        last = Int(plain.prefix { $0.isNumber }) ?? last
        count += 1
      }
    }
    return count >= 3
  }

  /// Whether a row prints title, code, department or unit again, as at the top of a further page.
  private func repeatsFrame(_ row: SheetGrid.Row) -> Bool {
    row.cells.allSatisfy { cell in
      cell.kind == .text
        && (identifier.isTitle(cell.label, of: scan.form) || identifier.isCode(cell.label, of: scan.form)
          || FrameText.value(of: cell.text, after: scan.set.labels.department) != nil
          || UnitStatement(in: cell.text, labels: scan.set.labels.unit) != .none && cell.label.contains(":"))
    }
  }

  /// Whether a row is one text that is merged over columns which hold different things.
  private func isLineOfText(_ row: SheetGrid.Row) -> Bool {
    guard row.cells.count == 1, row.cells[0].kind == .text, let merge = scan.grid.merge(at: row.cells[0].reference),
      merge.first.row == merge.last.row
    else { return false }
    let covered = leaves.indices.filter { index in
      leaves[index].isAmount
        && match.columns[index].map { (merge.first.column...merge.last.column).contains($0) } ?? false
    }
    return !covered.isEmpty
  }

  private mutating func take(note cell: SheetGrid.Cell) {
    scan.consume(cell.reference)
    notes.append(FormNote(reference: cell.reference, text: cell.text))
  }

  /// Whether a row holds anything readable as an amount in a column of amounts.
  private func hasAmounts(_ row: SheetGrid.Row) -> Bool {
    for (index, leaf) in leaves.enumerated() where leaf.isAmount {
      guard let column = match.columns[index],
        let cell = scan.grid.cell(CellReference(row: row.number, column: column))
      else { continue }
      if cell.kind == .number { return true }
      if cell.kind == .text, case .number = AmountText.read(cell.text, unit: scan.unit) { return true }
    }
    return false
  }

  /// Whether a row prints the headings again, as at the top of a further page.
  private func repeatsHeader(_ row: SheetGrid.Row) -> Bool {
    guard row.cells.count >= 2, row.cells.allSatisfy({ $0.kind == .text }) else { return false }
    return row.cells.allSatisfy { cell in
      !cell.label.isEmpty
        && match.band.contains { bandRow in
          let place = CellReference(row: bandRow, column: cell.reference.column)
          return scan.grid.expanded(place)?.label == cell.label
        }
    }
  }

  // MARK: Cells

  /// The sheet cell of a leaf column in a row; nil where the column was not found.
  func reference(_ leaf: Int, row: Int) -> CellReference? {
    match.columns[leaf].map { CellReference(row: row, column: $0) }
  }

  /// The sheet cell of a leaf column by its path.
  func sheetCell(_ path: LabelPath, row: Int) -> SheetGrid.Cell? {
    guard let leaf = leaves.firstIndex(where: { $0.path == path }), let place = reference(leaf, row: row) else {
      return nil
    }
    return scan.grid.cell(place)
  }

  /// The text of a leaf column in a row, its own or that of its merge; nil where it is blank.
  func text(_ path: LabelPath, row: Int) -> String? {
    guard let leaf = leaves.firstIndex(where: { $0.path == path }), let place = reference(leaf, row: row) else {
      return nil
    }
    if let cell = scan.grid.cell(place) { return AmountText.plain(cell.shownCode ?? cell.text) }
    guard let merge = scan.grid.merge(at: place), merge.first.column == place.column,
      merge.first.row > match.band.upperBound
    else { return nil }
    return scan.grid.cell(merge.first).map { AmountText.plain($0.shownCode ?? $0.text) }
  }

  /// Whether no cell of a row says anything in some columns.
  func isBlank(_ paths: [LabelPath], row: Int) -> Bool { paths.allSatisfy { sheetCell($0, row: row) == nil } }

  /// Reads the cells of a row in some leaf columns.
  ///
  /// - Parameter digits: How many digits a code column has in this row where its column does not say.
  mutating func cells(
    _ indexes: Range<Int>, row: Int, digits: (LabelPath) -> Int?, isPlainText: (LabelPath) -> Bool = { _ in false }
  ) -> [LabelPath: FormCell] {
    var cells: [LabelPath: FormCell] = [:]
    for index in indexes {
      guard let place = reference(index, row: row) else { continue }
      let leaf = leaves[index]
      let cell: FormCell?
      switch leaf.kind {
      case .amount:
        cell = scan.amount(at: place, path: leaf.path, unit: match.units[index] ?? scan.unit)
      case .code(let count) where !isPlainText(leaf.path) || scan.isDamagedCode(at: place):
        cell = scan.code(at: place, path: leaf.path, digits: digits(leaf.path) ?? count)
      case .code, .text:
        cell = scan.text(at: place, path: leaf.path)
      }
      cells[leaf.path] = cell
    }
    return cells
  }

  /// The paths of the columns of a pane that hold money, or that do not.
  func paths(_ pane: Pane, amounts: Bool) -> [LabelPath] {
    leaves[pane.leaves].filter { $0.isAmount == amounts }.map(\.path)
  }

  /// The columns in which the labels of a pane's printed rows stand.
  func labelPaths(_ pane: Pane) -> [LabelPath] { leaves[pane.labels].map(\.path) }

  mutating func report(_ code: FindingCode, _ arguments: [String: String]) { scan.report(code, arguments) }

  mutating func report(
    _ code: FindingCode, at cell: CellReference? = nil, path: LabelPath? = nil, _ arguments: [String: String] = [:]
  ) {
    scan.report(code, at: cell, path: path, arguments)
  }

  /// Takes what stands in a pane where a guard row closes it; false where none does.
  mutating func takeGuard(_ pane: Pane, _ row: SheetGrid.Row) -> Bool {
    let columns = Set(pane.leaves.compactMap { match.columns[$0] })
    return scan.takeGuard(row.cells.filter { columns.contains($0.reference.column) })
  }

  /// Takes what stands in a pane in an empty row of an issued form, whose formulas were never worked out; false where there is
  /// anything else.
  mutating func takeEmptyRow(_ pane: Pane, _ row: SheetGrid.Row) -> Bool {
    let columns = Set(pane.leaves.compactMap { match.columns[$0] })
    let cells = row.cells.filter { columns.contains($0.reference.column) }
    guard cells.allSatisfy({ $0.formula != nil }) else { return false }
    // A cell that is merged down says something of the row below it.
    let isMerged = columns.contains { column in
      scan.grid.merge(at: CellReference(row: row.number, column: column)).map { $0.first.row < row.number } ?? false
    }
    return !scan.isIssued && isMerged ? false : scan.takeEmptyRow(cells)
  }

  /// Whether codes stand in a column.
  func isCode(_ path: LabelPath) -> Bool {
    leaves.contains { leaf in
      if case .code = leaf.kind { leaf.path == path } else { false }
    }
  }

  /// Whether a key stands in a cell above that is merged down to a row.
  func isMergedDown(_ path: LabelPath, row: Int) -> Bool {
    sheetCell(path, row: row) == nil && text(path, row: row) != nil
  }

  /// Whether nothing but zeros and marks for nothing stand in a pane.
  func saysNothing(_ pane: Pane, row: Int) -> Bool { saysNothing(leaves[pane.leaves].map(\.path), row: row) }

  /// Whether nothing but zeros and marks for nothing stand in some columns.
  func saysNothing(_ paths: [LabelPath], row: Int) -> Bool {
    paths.compactMap { sheetCell($0, row: row) }.allSatisfy { cell in
      switch cell.kind {
      case .number: DecimalNumber(cell.text)?.isZero ?? false
      case .text:
        switch AmountText.read(cell.text, unit: scan.unit) {
        case .nothing: true
        case .number(let number): number.isZero
        case .unreadable: false
        }
      default: false
      }
    }
  }

  /// The first sheet cell of a row within a pane.
  func firstReference(_ pane: Pane, row: Int) -> CellReference? {
    pane.leaves.compactMap { reference($0, row: row) }.filter { scan.grid.cell($0) != nil }.min()
  }
}
