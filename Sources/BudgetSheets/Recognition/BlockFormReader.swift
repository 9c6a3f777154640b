import XlsxPackage

/// Reads a form of blocks: fields, lists, labelled amounts and a table, one below the other.
struct BlockFormReader {
  private(set) var scan: SheetScan
  private(set) var fields: [LabelPath: FormCell] = [:]
  private(set) var rows: [FormRow] = []
  private(set) var notes: [FormNote] = []

  init(scan: SheetScan) {
    self.scan = scan
  }

  /// Reads all blocks.
  mutating func read() {
    let starts = scan.form.blocks.map { start(of: $0) }
    let end = (scan.grid.rows.last?.number ?? 0) + 1
    for (index, block) in scan.form.blocks.enumerated() {
      guard let start = starts[index] else {
        scan.report(.rowMissing, path: Self.path(of: block), ["label": Self.path(of: block).leaf])
        continue
      }
      let below = starts.compactMap { $0?.row }.filter { $0 > start.row }.min() ?? end
      switch block {
      case .field(let field): read(field, at: start)
      case .list(let list): read(list, at: start, until: below)
      case .amounts(let amounts): read(amounts, at: start, until: below)
      case .table(let table): read(table, at: start.row, until: below)
      }
    }
    for row in scan.grid.rows where row.isHidden && row.cells.contains(where: { scan.isConsumed($0.reference) }) {
      scan.report(.rowHidden, at: row.cells.first?.reference)
    }
    scan.reportZeros()
  }

  private static func path(of block: FormBlock) -> LabelPath {
    switch block {
    case .field(let field): field.path
    case .list(let list): list.path
    case .amounts(let amounts): amounts.path
    case .table(let table): table.path
    }
  }

  // MARK: Where

  /// The cell of a block's label; of a table, the first cell of its headings.
  private func start(of block: FormBlock) -> CellReference? {
    switch block {
    case .field(let field): find([field.path.leaf] + field.aliases)
    case .list(let list): find([list.path.leaf])
    case .amounts(let amounts): find([amounts.path.leaf])
    case .table(let table):
      HeaderMatcher(columns: table.columns, synonyms: scan.set.synonyms).match(in: scan.grid)
        .map { CellReference(row: $0.band.lowerBound, column: $0.columns.compactMap(\.self).min() ?? 1) }
    }
  }

  private func find(_ labels: [String], in rows: Range<Int>? = nil) -> CellReference? {
    let words = Set(labels.map(LabelText.normalize))
    for row in scan.grid.rows where rows?.contains(row.number) ?? true {
      for cell in row.cells where cell.kind == .text && words.contains(cell.label) {
        return cell.reference
      }
    }
    return nil
  }

  /// The place right of a label, past what the label is merged over.
  private func place(rightOf label: CellReference) -> CellReference {
    let last = scan.grid.merge(at: label)?.last.column ?? label.column
    return CellReference(row: label.row, column: last + 1)
  }

  /// The first filled cell right of a label before a column; the place right of it where there is none.
  private func value(rightOf label: CellReference) -> CellReference {
    let place = place(rightOf: label)
    return scan.grid.row(label.row)?.cells.first { $0.reference >= place }?.reference ?? place
  }

  // MARK: Blocks

  private mutating func read(_ field: FormBlock.Field, at label: CellReference) {
    scan.consume(label)
    fields[field.path] = scan.text(at: value(rightOf: label), path: field.path)
  }

  private mutating func read(_ list: FormBlock.List, at label: CellReference, until end: Int) {
    scan.consume(label)
    let columns = list.columns.flatMap(\.leaves)
    var places: [(path: LabelPath, column: Int)] = []
    var heading = label.row
    for column in columns {
      guard let place = find([column.label] + column.aliases, in: label.row..<end) else {
        scan.report(.columnMissing, path: column.path, ["column": "\(column.path)"])
        continue
      }
      scan.consume(place)
      heading = max(heading, place.row)
      places.append((column.path, place.column))
    }
    var item = 0
    for row in scan.grid.rows where row.number > heading && row.number < end {
      var values: [LabelPath: FormCell] = [:]
      for (path, column) in places {
        values[path] = scan.text(at: CellReference(row: row.number, column: column), path: path)
      }
      if values.isEmpty { continue }
      item += 1
      for (path, cell) in values { fields[item == 1 ? path : path.numbered(item)] = cell }
    }
  }

  private mutating func read(_ amounts: FormBlock.Amounts, at label: CellReference, until end: Int) {
    scan.consume(label)
    // One unit holds for the whole block: the one that any of its labels states, else the sheet's.
    let unit =
      scan.grid.rows.filter { (label.row..<end).contains($0.number) }.flatMap(\.cells)
      .compactMap { $0.kind == .text ? LabelText.statedUnit(in: $0.text) : nil }.first ?? scan.unit
    for row in amounts.rows {
      let labels = [row.path.leaf, row.prefix + row.path.leaf] + row.aliases
      guard let place = find(labels, in: label.row..<end) else {
        scan.report(.rowMissing, path: row.path, ["label": "\(row.path)"])
        continue
      }
      scan.consume(place)
      fields[row.path] = scan.amount(at: value(rightOf: place), path: row.path, unit: unit)
    }
  }

  private mutating func read(_ table: FormBlock.Table, at start: Int, until end: Int) {
    guard let match = HeaderMatcher(columns: table.columns, synonyms: scan.set.synonyms).match(in: scan.grid) else {
      return
    }
    let leaves = table.columns.flatMap(\.leaves)
    for (index, leaf) in leaves.enumerated() where match.columns[index] == nil {
      scan.report(.columnMissing, path: leaf.path, ["column": "\(leaf.path)"])
    }
    for (column, label) in match.unknown {
      scan.report(.columnUnknown, at: CellReference(row: start, column: column), ["column": label])
    }
    for row in match.band {
      for (index, column) in match.columns.enumerated() where leaves.indices.contains(index) {
        if let column { scan.consume(CellReference(row: row, column: column)) }
      }
    }
    let frame = FrameText(labels: scan.set.labels)
    var above: [LabelPath: String] = [:]
    var keys: [String: Int] = [:]
    for row in scan.grid.rows where row.number > match.band.upperBound && row.number < end {
      guard let first = row.cells.first else { continue }
      if first.kind == .text, frame.isNote(first.text) {
        scan.consume(first.reference)
        notes.append(FormNote(reference: first.reference, text: first.text))
        continue
      }
      if first.kind == .text, frame.isSignature(first.text) { continue }
      if repeatsHeader(row, match) { continue }
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
      let key = leaves.first { !$0.isGroup }.flatMap { cells[$0.path]?.effectiveText } ?? ""
      keys[key, default: 0] += 1
      let ordinal = keys[key] ?? 1
      rows.append(
        FormRow(
          kind: .indicator, key: ordinal == 1 ? key : "\(key)#\(ordinal)", isHidden: row.isHidden, cells: cells))
    }
  }

  /// Whether a row prints the headings of the table again.
  private mutating func repeatsHeader(_ row: SheetGrid.Row, _ match: HeaderMatcher.Match) -> Bool {
    guard row.cells.count >= 2,
      row.cells.allSatisfy({ cell in
        let heading = scan.grid.cell(CellReference(row: match.band.lowerBound, column: cell.reference.column))
        return !cell.label.isEmpty && heading?.label == cell.label
      })
    else { return false }
    for cell in row.cells { scan.consume(cell.reference) }
    return true
  }
}

extension LabelPath {
  /// The path of the n-th item of a list, as `年度主要任务/任务名称#2`.
  func numbered(_ item: Int) -> LabelPath { parent.appending("\(leaf)#\(item)") }
}
