import XlsxPackage

/// The places of one form where amounts stand, numbered from a base: row by row, in each row column by column.
struct FormFigures {
  let definition: FormDefinition
  /// The form as read; nil where the book has none.
  let data: FormData?
  /// The number of its first figure.
  let base: Int
  /// The leaf columns of amounts.
  let columns: [ColumnDefinition]
  let columnIndex: [LabelPath: Int]
  /// The columns that the sheet lacks.
  let missing: Set<LabelPath>
  /// The rows of the data that are the printed rows of each pane.
  let fixedRows: [[Int?]]
  /// The row of the total.
  let total: Int?
  /// The labelled amounts of a form of blocks.
  let fields: [LabelPath]
  let fieldIndex: [LabelPath: Int]
  /// The last digit that the sheet prints, in 分.
  let digit: Int64
  /// What a total row without a label is called.
  let totalLabel: String
  /// What the book of the year before can say anything about; nil where the form is the book's own.
  var coverage: PriorCoverage?
  /// Whether it is of the year before, and was never filled in: then its figures are not nothing, but unknown.
  var isUnfilled = false

  init(_ definition: FormDefinition, _ data: FormData?, base: Int, missing: Set<LabelPath>, set: FormSet) {
    self.definition = definition
    self.data = data
    self.base = base
    self.missing = missing
    columns = definition.leaves.filter(\.isAmount)
    columnIndex = Dictionary(
      columns.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    var rows: [String: [String: Int]] = [:]
    for (index, row) in (data?.rows ?? []).enumerated() where row.kind == .fixed {
      rows[row.pane ?? "", default: [:]][row.key] = index
    }
    fixedRows = definition.panes.map { pane in
      pane.fixedRows.map { rows[pane.name ?? ""]?[$0.path.description] }
    }
    total = data?.rows.firstIndex { $0.kind == .total }
    fields = definition.labelledAmounts.map(\.path)
    fieldIndex = Dictionary(fields.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    totalLabel = set.labels.total.first ?? ""
    var digit = (data?.unit ?? set.unit).fen
    for _ in 0..<set.decimals where digit > 1 { digit /= 10 }
    self.digit = max(digit, 1)
  }

  /// Whether the form is of the book of the year before.
  var isPrior: Bool { coverage != nil }

  /// What the form is called: its code, else its number.
  var name: String { definition.name }

  /// Whether the form was read from a sheet, so that a cell without a place is one that the sheet lacks.
  var hasAddresses: Bool {
    guard let data else { return false }
    return !data.blanks.fields.isEmpty || data.fields.values.contains { $0.reference != nil }
      || data.rows.contains { $0.cells.values.contains { $0.reference != nil } }
  }

  /// How many figures it has.
  var count: Int { definition.isBlockForm ? fields.count : (data?.rows.count ?? 0) * columns.count }

  /// The figure of a row and column of amounts.
  func figure(row: Int, column: Int) -> Int { base + row * columns.count + column }

  /// Whether there is nothing that a total row could add up, so that one that is not there is missed by nobody.
  ///
  /// A total row without a label is not seen as long as it says nothing.
  var needsNoTotal: Bool {
    guard let data else { return false }
    if data.rows.isEmpty { return true }
    guard let level = definition.panes.flatMap(\.levels).first(where: { $0.kind == .total }), level.label == nil else {
      return false
    }
    return data.rows.allSatisfy { row in
      columns.allSatisfy { column in
        guard let cell = row.cells[column.path] else { return true }
        return cell.value == nil && cell.raw == nil
      }
    }
  }

  /// The rows of details.
  var details: [Int] { rows(of: .detail) }

  /// The rows of a kind.
  func rows(of kind: RowKind) -> [Int] { (data?.rows ?? []).indices.filter { data?.rows[$0].kind == kind } }

  /// The cell of a figure as read; nil where it is blank.
  func cell(_ figure: Int) -> FormCell? {
    if definition.isBlockForm { return data?.fields[fields[figure - base]] }
    let (row, column) = (figure - base).quotientAndRemainder(dividingBy: columns.count)
    return data?.rows[row].cells[columns[column].path]
  }

  /// The row of a figure; nil in a form of blocks.
  func row(of figure: Int) -> Int? { definition.isBlockForm ? nil : (figure - base) / columns.count }

  /// The column of amounts of a figure; nil in a form of blocks.
  func column(of figure: Int) -> Int? { definition.isBlockForm ? nil : (figure - base) % columns.count }

  /// Where a figure stands, also a blank one.
  func place(_ figure: Int) -> Place {
    var place = Place(form: definition.form, sheet: data?.sheet, isPrior: isPrior)
    if definition.isBlockForm {
      place.path = fields[figure - base]
      place.cell = cell(figure)?.reference ?? data?.blanks.fields[fields[figure - base]]
      return place
    }
    let (row, column) = (figure - base).quotientAndRemainder(dividingBy: columns.count)
    place.path = columns[column].path
    place.row = rowName(row)
    place.cell = cell(figure)?.reference ?? blankCell(row: row, column: columns[column].path)
    return place
  }

  private func blankCell(row: Int, column: LabelPath) -> CellReference? {
    guard let data, let column = data.blanks.columns[column],
      let line = data.rows[row].cells.values.compactMap(\.reference).map(\.row).min()
    else { return nil }
    return CellReference(row: line, column: column)
  }

  /// What a row is called.
  func rowName(_ row: Int) -> RowName? {
    guard let row = data?.rows[row] else { return nil }
    return definition.rowName(of: row, totalLabel: totalLabel)
  }
}
