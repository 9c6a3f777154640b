import XlsxPackage

/// Where the changed cells of a submitted workbook stand in one of the set's own layout.
struct StandardLayout {
  private let book: Book
  private let cleaned: Book
  private let sites: [SheetAddress: CellSite]

  /// - Parameters:
  ///   - book: The book as it is read from the workbook of the set's own layout.
  ///   - cleaned: The book that was written.
  ///   - sites: The cells of the submitted workbook.
  init(book: Book, cleaned: Book, sites: [CellSite]) {
    self.book = book
    self.cleaned = cleaned
    self.sites = Dictionary(sites.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A change with its place in the standard workbook; without one where that has no such cell, as of a unit line.
  func placed(_ change: CellChange) -> CellChange {
    guard let path = change.place.path, let form = change.place.form,
      let data = book.form(form), let reference = reference(of: change, path, in: data)
    else { return change }
    var change = change
    change.standardPlace = Place(form: form, sheet: data.sheet, cell: reference, row: change.place.row, path: path)
    return change
  }

  private func reference(of change: CellChange, _ path: LabelPath, in data: FormData) -> CellReference? {
    let site = change.address.flatMap { sites[$0] }
    let key = change.place.row?.key ?? ""
    // Rows stay in their order; a printed row that the submitter left out moves those below it.
    var index = site?.row
    if cleaned.form(data.form)?.rows.count != data.rows.count { index = nil }
    if let row = index ?? data.rows.firstIndex(where: { $0.key == key && !key.isEmpty }) {
      if let cell = data.rows[row].cells[path]?.reference { return cell }
      guard let line = data.rows[row].cells.values.compactMap(\.reference).map(\.row).min(),
        let column = data.blanks.columns[path]
      else { return nil }
      return CellReference(row: line, column: column)
    }
    return data.fields[path]?.reference ?? data.blanks.fields[path]
  }
}
