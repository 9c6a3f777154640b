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
        let line = Line(row, form: definition, totalLabel: set.labels.total.first ?? "")
        for (path, cell) in row.cells.inSheetOrder {
          guard let leaf = leaves[path],
            var site = site(of: cell, kind(of: leaf, line, cell), path, (index, number), sheet, grid)
          else { continue }
          site.place.row = line.name
          site.isClosing = line.fixed?.isClosing ?? false
          site.isOfEmptyRow = line.isEmpty
          sites.append(site)
        }
      }
      let amounts = Set(FormPaths.fields(of: definition).single.filter(\.isAmount).map(\.path))
      for (path, cell) in data.fields.inSheetOrder {
        let kind: CellSite.Kind = amounts.contains(path) ? .amount(cell.unit ?? set.unit) : .text
        if let site = site(of: cell, kind, path, (index, nil), sheet, grid) { sites.append(site) }
      }
      addBeyondRows(definition, data, index, grid)
    }
  }

  /// The site of a cell; nil where there is nothing to be repaired.
  private func site(
    of cell: FormCell, _ kind: CellSite.Kind, _ path: LabelPath, _ position: (form: Int, row: Int?), _ sheet: String,
    _ grid: SheetGrid
  ) -> CellSite? {
    guard let reference = cell.reference else { return nil }
    // A blank cell says something only where it repeats the one above by a rule, and not by a merge.
    if grid.cell(reference) == nil, cell.inherited == nil || grid.merge(at: reference) != nil { return nil }
    let place = Place(form: book.forms[position.form].form, sheet: sheet, cell: reference, path: path)
    return CellSite(
      place: place, address: SheetAddress(sheet: sheet, cell: reference), kind: kind, form: position.form,
      row: position.row, read: cell)
  }

  /// What belongs into a cell of a row, just as the reader took it.
  private func kind(of leaf: ColumnDefinition, _ line: Line, _ cell: FormCell) -> CellSite.Kind {
    if leaf.isAmount { return .amount(cell.unit ?? set.unit) }
    // A label that stands beside several rows is none of the row's own.
    if let fixed = line.fixed { return line.label == nil || line.label == leaf.path ? .label(fixed) : .text }
    if line.kind == .total { return .label(nil) }
    if case .code(let digits) = leaf.kind {
      if line.level == nil, line.kind != .continuation { return .text }
      return .code(digits: line.level.flatMap { $0.key == [leaf.path] ? $0.keyDigits : nil } ?? digits)
    }
    // The code of a department may stand in a column of names.
    if let level = line.level, let digits = level.keyDigits, level.kind != .detail, level.key == [leaf.path] {
      return .code(digits: digits)
    }
    if leaf.isIndicator { return .indicator }
    if leaf.isGroup || leaf.list != nil { return .name }
    if line.kind == .detail, let level = line.level, level.name == leaf.path || level.key.contains(leaf.path) {
      return .freeName
    }
    return line.levels.contains { $0.name == leaf.path || $0.key.contains(leaf.path) } ? .name : .text
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

/// What a row of a form is to repairs.
private struct Line {
  let kind: RowKind
  let name: RowName
  /// The printed row that it is; nil for a free one.
  var fixed: FixedRow?
  /// The column of its own label.
  var label: LabelPath?
  /// The levels of its pane, and that of the row.
  let levels: [RowLevel]
  let level: RowLevel?
  /// Whether it holds no text and no amount but zeros: without those it would be no row any more.
  let isEmpty: Bool

  init(_ row: FormRow, form: FormDefinition, totalLabel: String) {
    kind = row.kind
    name = form.rowName(of: row, totalLabel: totalLabel)
    let pane = row.pane == nil ? form.panes.first : form.panes.first { $0.name == row.pane }
    if row.kind == .fixed, case .fixed(let rows)? = pane?.rows {
      fixed = rows.first { $0.path.description == row.key }
      if let fixed, let pane { label = form.leaves[pane.labelLeaf(of: fixed)].path }
    }
    levels = pane?.levels ?? []
    level = levels.first { $0.kind == row.kind }
    isEmpty = row.cells.values.allSatisfy { cell in
      cell.effectiveText == nil && (cell.value?.amount ?? .zero) == .zero
    }
  }
}
