import XlsxPackage

/// Reads a form of blocks: fields, lists, labelled amounts and a table, one below the other.
struct BlockFormReader {
  private(set) var scan: SheetScan
  private(set) var fields: [LabelPath: FormCell] = [:]
  private(set) var rows: [FormRow] = []
  private(set) var notes: [FormNote] = []
  /// Where the labelled amounts stand.
  private(set) var blanks = BlankCells()
  private let layout: BlockLayout

  init(scan: SheetScan) {
    self.scan = scan
    layout = BlockLayout(grid: scan.grid, form: scan.form, synonyms: scan.set.synonyms)
  }

  /// Reads all blocks.
  mutating func read() {
    for (index, block) in scan.form.blocks.enumerated() {
      guard let start = layout.starts[index] else {
        if !readInOneCell(block) { scan.report(.rowMissing, path: block.path, ["label": block.path.leaf]) }
        continue
      }
      let end = layout.end(after: start.row)
      switch block {
      case .field(let field): read(field, at: start, until: end)
      case .list(let list): read(list, at: start, until: end)
      case .amounts(let amounts): read(amounts, at: start, until: end)
      case .table(let table): read(table, until: end)
      }
    }
    readNotes(below: layout.starts.compactMap { $0?.row }.max() ?? 0)
    reportHidden()
    scan.reportZeros()
    for cell in scan.grid.rows.joinedCells where cell.kind == .number && !scan.isConsumed(cell.reference) {
      scan.report(.numberOutside, at: cell.reference, ["text": cell.text])
    }
  }

  /// Reads the notes below the last block, where that is not the table, which reads its own.
  private mutating func readNotes(below start: Int) {
    let frame = FrameText(labels: scan.set.labels)
    for row in scan.grid.rows where row.number > start {
      guard let first = row.cells.first, first.kind == .text, !scan.isConsumed(first.reference),
        frame.isNote(first.text)
      else { continue }
      scan.consume(first.reference)
      notes.append(FormNote(reference: first.reference, text: first.text))
    }
  }

  private mutating func reportHidden() {
    for row in scan.grid.rows where row.isHidden && row.cells.contains(where: { scan.isConsumed($0.reference) }) {
      scan.report(.rowHidden, at: row.cells.first?.reference)
    }
    var hidden: Set<Int> = []
    for cell in scan.grid.rows.joinedCells
    where scan.isConsumed(cell.reference) && scan.grid.isColumnHidden(cell.reference.column) {
      if hidden.insert(cell.reference.column).inserted {
        scan.report(
          .columnHidden, at: cell.reference, ["column": CellReference.columnName(cell.reference.column)])
      }
    }
  }

  // MARK: Fields

  /// Reads a field whose label and text share a cell, as `部门（单位）名称：…`; false where there is none.
  private mutating func readInOneCell(_ block: FormBlock) -> Bool {
    guard case .field(let field) = block else { return false }
    let words = [field.path.leaf] + field.aliases
    for cell in scan.grid.rows.joinedCells where cell.kind == .text {
      guard let text = FrameText.value(of: cell.text, after: words), !text.isEmpty else { continue }
      scan.consume(cell.reference)
      fields[field.path] = FormCell(reference: cell.reference, value: .text(text), raw: cell.text)
      return true
    }
    return false
  }

  private mutating func read(_ field: FormBlock.Field, at label: CellReference, until end: Int) {
    scan.consume(label)
    let region = layout.region(rightOf: label)
    let place = layout.cells(in: region, row: label.row).first?.reference
    fields[field.path] = scan.text(
      at: place ?? CellReference(row: label.row, column: region.lowerBound), path: field.path)
    // What stands below, beside a blank label, goes on with the text.
    for row in scan.grid.rows where row.number > label.row && row.number < end {
      guard layout.cells(in: 1...max(1, region.lowerBound - 1), row: row.number).isEmpty else { break }
      for cell in layout.cells(in: region, row: row.number) where cell.kind == .text {
        guard let text = fields[field.path]?.value?.text else { continue }
        fields[field.path]?.value = .text(text + "\n" + cell.text)
        scan.consume(cell.reference)
        scan.report(.textContinues, at: cell.reference, path: field.path)
      }
    }
  }

  // MARK: Lists

  private mutating func read(_ list: FormBlock.List, at label: CellReference, until end: Int) {
    scan.consume(label)
    var places: [(path: LabelPath, column: Int)] = []
    var heading = label.row
    for column in list.columns.flatMap(\.leaves) {
      guard let place = layout.find([column.label] + column.aliases, in: label.row..<end) else {
        scan.report(.columnMissing, path: column.path, ["column": "\(column.path)"])
        continue
      }
      scan.consume(place)
      heading = max(heading, place.row)
      places.append((column.path, place.column))
    }
    var item = 0
    for row in scan.grid.rows where row.number > heading && row.number < end {
      if scan.takeGuard(row.cells) || scan.takeEmptyRow(row.cells) { continue }
      var values: [LabelPath: FormCell] = [:]
      for (path, column) in places {
        values[path] = scan.text(at: CellReference(row: row.number, column: column), path: path)
      }
      if values.isEmpty { continue }
      item += 1
      for (path, cell) in values { fields[path.item(item)] = cell }
    }
  }

  // MARK: Amounts

  private mutating func read(_ amounts: FormBlock.Amounts, at label: CellReference, until end: Int) {
    scan.consume(label)
    // A label's own unit counts, else that which the first of the labels states for the block, else the sheet's.
    let unit =
      scan.grid.rows.filter { (label.row..<end).contains($0.number) }.flatMap(\.cells)
      .compactMap { $0.kind == .text ? LabelText.statedUnit(in: $0.text) : nil }.first ?? scan.unit
    var found: [(row: FormBlock.AmountRow, label: CellReference)] = []
    for row in amounts.rows {
      guard let place = layout.find(layout.words(of: row, among: amounts.rows), in: label.row..<end) else {
        scan.report(.rowMissing, path: row.path, ["label": "\(row.path)"])
        continue
      }
      scan.consume(place)
      found.append((row, place))
    }
    // Labels below one another have their amounts below one another.
    for column in Set(found.map(\.label.column)).sorted() {
      let group = found.filter { $0.label.column == column }
      let values = valueColumn(for: group.map(\.label), unit: unit)
      for (row, label) in group {
        let place = CellReference(row: label.row, column: values)
        let own = scan.grid.cell(label).flatMap { LabelText.statedUnit(in: $0.text) }
        fields[row.path] = scan.amount(at: place, path: row.path, unit: own ?? unit)
        blanks.fields[row.path] = place
      }
    }
  }

  /// The column in which most amounts right of some labels stand.
  private func valueColumn(for labels: [CellReference], unit: MoneyUnit) -> Int {
    var counts: [Int: Int] = [:]
    for label in labels {
      let cells = layout.cells(in: layout.region(rightOf: label), row: label.row)
      let amount = cells.first { cell in
        cell.kind != .text || AmountText.read(cell.text, unit: unit) != .unreadable
      }
      if let column = (amount ?? cells.first)?.reference.column { counts[column, default: 0] += 1 }
    }
    let most = counts.values.max()
    return counts.filter { $0.value == most }.keys.min() ?? labels.map { layout.region(rightOf: $0).lowerBound }.min()
      ?? 1
  }

  // MARK: Tables

  private mutating func read(_ table: FormBlock.Table, until end: Int) {
    guard let match = layout.table else { return }
    let leaves = table.columns.flatMap(\.leaves)
    for (index, leaf) in leaves.enumerated() where match.columns[index] == nil {
      scan.report(.columnMissing, path: leaf.path, ["column": "\(leaf.path)"])
    }
    for (column, label) in match.unknown {
      scan.report(
        .columnUnknown, at: CellReference(row: match.band.lowerBound, column: column), ["column": label])
    }
    for row in match.band {
      for column in match.columns.compactMap(\.self) { scan.consume(CellReference(row: row, column: column)) }
    }
    let frame = FrameText(labels: scan.set.labels)
    var above: [LabelPath: String] = [:]
    var keys = RowKey()
    for row in scan.grid.rows where row.number > match.band.upperBound && row.number < end {
      guard let first = row.cells.first else { continue }
      if first.kind == .text, frame.isNote(first.text) {
        scan.consume(first.reference)
        notes.append(FormNote(reference: first.reference, text: first.text))
        continue
      }
      if row.cells.contains(where: { $0.kind == .text && frame.isSignature($0.text) }) { break }
      if repeatsHeader(row, match) || scan.takeGuard(row.cells) || scan.takeEmptyRow(row.cells) { continue }
      var cells: [LabelPath: FormCell] = [:]
      for (index, leaf) in leaves.enumerated() {
        guard let column = match.columns[index] else { continue }
        let place = CellReference(row: row.number, column: column)
        let cell = scan.text(at: place, path: leaf.path)
        if leaf.isGroup {
          // One cell stands for the rows of a group, merged or not.
          if let text = cell?.value?.text { above[leaf.path] = text }
          cells[leaf.path] = cell ?? above[leaf.path].map { FormCell(reference: place, value: nil, inherited: $0) }
        } else {
          cells[leaf.path] = cell
        }
      }
      guard cells.values.contains(where: { $0.value != nil }) else { continue }
      var line = FormRow(kind: .indicator, key: "", isHidden: row.isHidden, cells: cells)
      line.key = keys.next(RowKey.base(of: line, in: table.columns))
      rows.append(line)
    }
  }

  /// Whether a row prints the headings of the table again.
  private mutating func repeatsHeader(_ row: SheetGrid.Row, _ match: HeaderMatcher.Match) -> Bool {
    guard row.cells.count >= 2 else { return false }
    for cell in row.cells {
      let heading = scan.grid.cell(CellReference(row: match.band.lowerBound, column: cell.reference.column))
      guard !cell.label.isEmpty, heading?.label == cell.label else { return false }
    }
    let own = Set(match.columns.compactMap(\.self))
    for cell in row.cells where own.contains(cell.reference.column) { scan.consume(cell.reference) }
    return true
  }
}
