import BudgetSheets
import XlsxPackage

/// A workbook as `BookWriter` writes it, with the book that is read from it and every cell that could be messed.
struct WrittenWorkbook {
  let set: FormSet
  let bytes: [UInt8]
  let book: Book
  let stored: StoredWorkbook
  /// Every cell of the forms, blank amounts too.
  private(set) var spots: [MessSpot] = []
  /// The printed rows whose label is another year's, with this year's.
  private(set) var labels: [SheetPlace: String] = [:]
  private var indexes: [SpotKey: Int] = [:]

  private struct SpotKey: Hashable {
    var form: String
    var row: Int
    var path: LabelPath
  }

  init(_ book: Book, set: FormSet) throws {
    try self.init(bytes: BookWriter(set: set).bytes(of: book).bytes, set: set)
  }

  init(bytes: [UInt8], set: FormSet) throws {
    self.set = set
    self.bytes = bytes
    book = try BookReader(sets: [set]).read(bytes: bytes, name: "written.xlsx")
    stored = try StoredWorkbook(bytes: bytes)
    for data in book.forms { add(data) }
  }

  private mutating func add(_ data: FormData) {
    guard let form = set.form(data.form), let sheet = data.sheet else { return }
    for (path, cell) in data.fields.sorted(by: { "\($0.key)" < "\($1.key)" }) {
      guard let reference = cell.reference else { continue }
      let isAmount = cell.value?.amount != nil
      add(sheet, form, path, isAmount ? .amount : .text, reference, cell, row: nil)
    }
    for (index, row) in data.rows.enumerated() {
      guard let number = row.cells.values.lazy.compactMap(\.reference?.row).first else { continue }
      let pane = form.panes.first { $0.name == row.pane }
      for leaf in leaves(of: form, pane) {
        let cell = row.cells[leaf.path]
        // A blank cell may say what a merged one says.
        if cell?.inherited != nil { continue }
        guard let reference = cell?.reference ?? blank(leaf, data, number) else { continue }
        add(sheet, form, leaf.path, role(of: leaf, row, pane, form), reference, cell, row: index)
        if let fixed = pane?.fixedRows.first(where: { "\($0.path)" == row.key }), let text = cell?.value?.text,
          text != fixed.label, fixed.aliases.contains(text)
        {
          labels[SheetPlace(sheet: sheet, cell: reference)] = fixed.label
        }
      }
    }
  }

  private func leaves(of form: FormDefinition, _ pane: Pane?) -> [ColumnDefinition] {
    if let pane { return Array(form.leaves[pane.leaves]) }
    for case .table(let table) in form.blocks { return table.columns.flatMap(\.leaves) }
    return []
  }

  private func blank(_ leaf: ColumnDefinition, _ data: FormData, _ row: Int) -> CellReference? {
    data.blanks.columns[leaf.path].map { CellReference(row: row, column: $0) }
  }

  private mutating func add(
    _ sheet: String, _ form: FormDefinition, _ path: LabelPath, _ role: MessSpot.Role, _ reference: CellReference,
    _ cell: FormCell?, row: Int?
  ) {
    let place = SheetPlace(sheet: sheet, cell: reference)
    // Not a cell inside a merged range, of which only the first one holds anything.
    let merge = stored.merges[sheet]?.first { $0.contains(reference) }
    if let merge, merge.first != reference { return }
    if let row { indexes[SpotKey(form: form.form, row: row, path: path)] = spots.count }
    spots.append(
      MessSpot(place: place, form: form, path: path, role: role, stored: stored[place], value: cell, row: row))
  }

  private func role(of leaf: ColumnDefinition, _ row: FormRow, _ pane: Pane?, _ form: FormDefinition) -> MessSpot.Role {
    let levels = pane?.levels ?? []
    let level = levels.first { $0.kind == row.kind }
    if leaf.isAmount { return .amount }
    if row.kind == .fixed || row.kind == .total {
      let label = pane.flatMap { form.leaves[$0.leaves].first { !$0.isAmount }?.path }
      return row.kind == .total || leaf.path == label ? .label : .text
    }
    if leaf.path == level?.name { return .name }
    if case .code(let digits) = leaf.kind {
      return .code(digits: digits ?? (level?.key == [leaf.path] ? level?.keyDigits : nil))
    }
    // The code of a department may stand where details have their names.
    if level?.key.contains(leaf.path) == true { return row.kind == .detail ? .name : .code(digits: level?.keyDigits) }
    if leaf.isIndicator { return .indicator }
    return leaf.list == nil ? .text : .name
  }

  // MARK: Neighbours

  /// The form as read.
  func data(of spot: MessSpot) -> FormData? { book.form(spot.form.form) }

  /// The row of a spot.
  func row(of spot: MessSpot) -> FormRow? {
    guard let row = spot.row, let data = data(of: spot), data.rows.indices.contains(row) else { return nil }
    return data.rows[row]
  }

  /// The level of the row of a spot, in a pane of free rows.
  func level(of spot: MessSpot) -> RowLevel? {
    guard let row = row(of: spot) else { return nil }
    return spot.form.panes.first { $0.name == row.pane }?.levels.first { $0.kind == row.kind }
  }

  /// The row of details right above that of a spot, whatever stands between.
  func detailAbove(_ spot: MessSpot) -> FormRow? {
    guard let index = spot.row, let data = data(of: spot) else { return nil }
    return data.rows[..<index].last { $0.kind == .detail }
  }

  /// Whether other cells take their text from a spot.
  func isMerged(_ spot: MessSpot) -> Bool {
    stored.merges[spot.place.sheet]?.contains { $0.first == spot.place.cell } ?? false
  }

  /// The spot of another column in the same row.
  func spot(_ path: LabelPath, beside spot: MessSpot) -> MessSpot? {
    spot.row.flatMap { indexes[SpotKey(form: spot.form.form, row: $0, path: path)] }.map { spots[$0] }
  }
}
