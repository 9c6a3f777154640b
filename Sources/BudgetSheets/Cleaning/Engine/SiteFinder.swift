import XlsxPackage

/// Finds the cells of all forms of a book that repairs may be about.
struct SiteFinder {
  private let book: Book
  private let set: FormSet
  private let grids: [String: SheetGrid]
  private(set) var sites: [CellSite] = []

  init(book: Book, set: FormSet, grids: [String: SheetGrid]) {
    self.book = book
    self.set = set
    self.grids = grids
    for (index, data) in book.forms.enumerated() {
      guard let definition = set.form(data.form), let sheet = data.sheet, let grid = grids[sheet] else { continue }
      let leaves = Dictionary(
        FormPaths.leaves(of: definition).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
      for (number, row) in data.rows.enumerated() {
        let pane = definition.pane(of: row)
        for (path, cell) in row.cells.inSheetOrder {
          guard let leaf = leaves[path] else { continue }
          add(
            cell, kind(of: leaf, row, pane, definition, cell), path,
            definition.rowName(of: row, totalLabel: set.labels.total.first ?? ""), (index, number), sheet, grid)
          if let fixed = fixedRow(row, pane), fixed.isClosing, !sites.isEmpty {
            sites[sites.count - 1].isClosing = true
          }
        }
      }
      let amounts = Set(FormPaths.fields(of: definition).single.filter(\.isAmount).map(\.path))
      for (path, cell) in data.fields.inSheetOrder {
        let kind: CellSite.Kind = amounts.contains(path) ? .amount(cell.unit ?? set.unit) : .text
        add(cell, kind, path, nil, (index, nil), sheet, grid)
      }
      addBeyondRows(definition, data, index, grid)
    }
  }

  private mutating func add(
    _ cell: FormCell, _ kind: CellSite.Kind, _ path: LabelPath, _ row: RowName?, _ position: (form: Int, row: Int?),
    _ sheet: String, _ grid: SheetGrid
  ) {
    guard let reference = cell.reference else { return }
    // A blank cell says something only where it repeats the one above by a rule, and not by a merge.
    if grid.cell(reference) == nil, cell.inherited == nil || grid.merge(at: reference) != nil { return }
    let place = Place(form: book.forms[position.form].form, sheet: sheet, cell: reference, row: row, path: path)
    sites.append(
      CellSite(
        place: place, address: SheetAddress(sheet: sheet, cell: reference), kind: kind, form: position.form,
        row: position.row, read: cell))
  }

  /// What belongs into a cell of a row, just as the reader took it.
  private func kind(
    of leaf: ColumnDefinition, _ row: FormRow, _ pane: Pane?, _ form: FormDefinition, _ cell: FormCell
  ) -> CellSite.Kind {
    if leaf.isAmount { return .amount(cell.unit ?? set.unit) }
    if let fixed = fixedRow(row, pane) { return .label(fixed) }
    let level = pane?.levels.first { $0.kind == row.kind }
    if row.kind == .total { return .label(nil) }
    if case .code(let digits) = leaf.kind {
      if level == nil, row.kind != .continuation { return .text }
      return .code(digits: level.flatMap { $0.key == [leaf.path] ? $0.keyDigits : nil } ?? digits)
    }
    // The code of a department may stand in a column of names.
    if let level, let digits = level.keyDigits, level.kind != .detail, level.key == [leaf.path] {
      return .code(digits: digits)
    }
    if leaf.isIndicator { return .indicator }
    if leaf.isGroup || leaf.list != nil { return .name }
    let named = pane?.levels.contains { $0.name == leaf.path || $0.key.contains(leaf.path) } ?? false
    return named ? .name : .text
  }

  private func fixedRow(_ row: FormRow, _ pane: Pane?) -> FixedRow? {
    guard row.kind == .fixed, case .fixed(let rows)? = pane?.rows else { return nil }
    return rows.first { $0.path.description == row.key }
  }

  /// The cells in columns of amounts of a pane that stand beside the rows of another one.
  private mutating func addBeyondRows(_ form: FormDefinition, _ data: FormData, _ index: Int, _ grid: SheetGrid) {
    guard form.panes.count > 1, let sheet = data.sheet else { return }
    let read = Set(data.rows.flatMap(\.cells.values).compactMap(\.reference))
    let lines = Set(read.map(\.row))
    for leaf in form.leaves where leaf.isAmount {
      guard let column = data.blanks.columns[leaf.path] else { continue }
      for line in lines.sorted() {
        let reference = CellReference(row: line, column: column)
        guard !read.contains(reference), grid.cell(reference) != nil else { continue }
        sites.append(
          CellSite(
            place: Place(form: data.form, sheet: sheet, cell: reference, path: leaf.path),
            address: SheetAddress(sheet: sheet, cell: reference), kind: .beyondRows, form: index))
      }
    }
  }
}

extension [LabelPath: FormCell] {
  /// The cells that stand in the sheet, from top to bottom and left to right.
  fileprivate var inSheetOrder: [(LabelPath, FormCell)] {
    var cells: [(LabelPath, FormCell, CellReference)] = []
    for (path, cell) in self { if let reference = cell.reference { cells.append((path, cell, reference)) } }
    return cells.sorted { $0.2 < $1.2 }.map { ($0.0, $0.1) }
  }
}

extension FormDefinition {
  /// The pane to which a row belongs.
  fileprivate func pane(of row: FormRow) -> Pane? {
    row.pane == nil ? panes.first : panes.first { $0.name == row.pane }
  }
}
