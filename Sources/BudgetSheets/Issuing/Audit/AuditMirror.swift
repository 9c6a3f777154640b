import XlsxPackage

/// One form on the sheet 审核计算: its amounts as numbers, what each row is, and the keys by which rules compare.
///
/// Row n of the mirror is the n-th row of the form's body, wherever that has moved to by rows that were inserted. Above
/// the rows stand the numbers of the sheet's columns, the amounts of the total row, and what is wrong with them.
struct AuditMirror {
  /// How many rows may be added to a form before its rules can no longer be looked at.
  static let roomForRows = 20
  /// How many rows of departments and units may be added.
  static let roomForLevels = 3

  let form: FormDefinition
  let places: FormPlaces
  /// The row of the column numbers.
  let top: Int
  /// How many rows of the body are looked at.
  let capacity: Int
  /// How many rows of departments and units are looked at.
  let slots: Int
  /// The columns of amounts.
  let amounts: [LabelPath]
  /// The keys of details, in the order of their columns.
  let keys: [AuditKey]
  /// The keys of other rows, which stand on the sheet 审核编码, since departments differ in them.
  let levelKeys: [AuditKey]
  /// The next free column.
  var nextColumn: Int
  /// The leaf columns.
  let leaves: [ColumnDefinition]
  /// Whether the rows are free.
  let isOpen: Bool
  /// The places of the leaf columns, from 0.
  private let leafIndex: [LabelPath: Int]
  private let amountIndex: [LabelPath: Int]
  private let isBlockForm: Bool

  static let kindColumn = 2
  static let lastDepartmentColumn = 3
  static let lastUpperColumn = 4
  static let parentColumn = 5
  static let levelCountColumn = 6
  /// The last rows of classes, and of subclasses, or of what stands above them; only where the form has such levels.
  static let lastCategoryColumn = 7
  static let lastSubcategoryColumn = 8
  /// Whether rows of classes may stand among the others.
  let hasClasses: Bool
  private var firstColumn: Int { hasClasses ? 9 : 7 }

  init(form: FormDefinition, places: FormPlaces, top: Int, keys: [AuditKey]) {
    self.form = form
    self.places = places
    self.top = top
    self.keys = keys.filter { $0.kind == .detail }
    levelKeys = keys.filter { $0.kind != .detail }
    leaves = form.leaves
    isOpen = form.panes.contains { !$0.levels.isEmpty }
    isBlockForm = form.isBlockForm
    leafIndex = Dictionary(leaves.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    amounts = isBlockForm ? form.labelledAmounts.map(\.path) : leaves.filter(\.isAmount).map(\.path)
    amountIndex = Dictionary(amounts.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    if isBlockForm {
      capacity = amounts.count
    } else {
      capacity = (places.body?.count ?? 0) + (isOpen ? Self.roomForRows : 0)
    }
    let levels = form.panes.flatMap(\.levels)
    hasClasses = levels.contains { $0.kind.isOfClass }
    let hasUpper = levels.dropLast().contains { $0.kind == .department || $0.kind == .unit }
    slots =
      hasUpper
      ? places.levelRows.count { $0.kind == .department || $0.kind == .unit } + Self.roomForLevels : 0
    nextColumn = 7
    nextColumn = firstColumn + self.keys.count + (isBlockForm ? 1 : amounts.count)
  }

  var totalRow: Int { top + 1 }
  var totalFlagRow: Int { top + 2 }
  /// The rows of the mirror.
  var rows: ClosedRange<Int> { top + 3...top + 2 + max(capacity, 1) }
  /// The rows of departments and units.
  var slotRows: ClosedRange<Int>? {
    slots == 0 ? nil : rows.upperBound + 1...rows.upperBound + slots
  }
  /// The last row that the mirror takes.
  var bottom: Int { slotRows?.upperBound ?? rows.upperBound }

  func row(_ n: Int) -> Int { top + 2 + n }

  /// The column of an amount's values.
  func column(of path: LabelPath) -> Int? {
    if isBlockForm { return firstColumn + keys.count }
    return amountIndex[path].map { firstColumn + keys.count + $0 }
  }

  /// The columns of all amounts.
  var amountColumns: ClosedRange<Int> {
    let first = firstColumn + keys.count
    return first...first + max(isBlockForm ? 1 : amounts.count, 1) - 1
  }

  /// The column of a key, on the sheet that it stands on.
  func column(of key: AuditKey) -> Int? {
    if key.kind == .detail { return keys.firstIndex(of: key).map { firstColumn + $0 } }
    return levelKeys.firstIndex(of: key).map { 2 + $0 }
  }

  private func sheet(of key: AuditKey) -> String {
    key.kind == .detail ? "" : FormulaText.sheet(IssuedSheet.keys)
  }

  /// The texts of a key in all rows.
  func texts(of key: AuditKey) -> String? {
    column(of: key).map { sheet(of: key) + FormulaText.fixed(rows, $0...$0) }
  }

  /// The text of a key in a row.
  func text(of key: AuditKey, _ n: Int) -> String? {
    column(of: key).map { sheet(of: key) + FormulaText.cell(row(n), $0) }
  }

  /// The place of a leaf column, from 0; nil where it is none.
  func leaf(of path: LabelPath) -> Int? { leafIndex[path] }

  /// The mirrored value of a cell of the form; nil where it is none of the mirror's.
  func value(_ cell: CellReference, _ path: LabelPath) -> CellReference? {
    guard let column = column(of: path), let body = places.body, body.contains(cell.row) else { return nil }
    return CellReference(row: row(cell.row - body.lowerBound + 1), column: column)
  }

  /// The mirrored value of a printed row.
  func fixed(pane: Int, row number: Int, _ path: LabelPath) -> CellReference? {
    guard places.fixedRows.indices.contains(pane), places.fixedRows[pane].indices.contains(number) else { return nil }
    return value(CellReference(row: places.fixedRows[pane][number], column: 1), path)
  }

  /// The mirrored value of a labelled amount.
  func field(_ path: LabelPath) -> CellReference? {
    guard let index = amountIndex[path], isBlockForm, let column = column(of: path) else { return nil }
    return CellReference(row: row(index + 1), column: column)
  }

  /// The amount of the total row.
  func total(_ path: LabelPath) -> CellReference? {
    column(of: path).map { CellReference(row: totalRow, column: $0) }
  }

  /// All values of a column.
  func values(_ path: LabelPath) -> String? {
    column(of: path).map { FormulaText.fixed(rows, $0...$0) }
  }

  var kinds: String { FormulaText.fixed(rows, Self.kindColumn...Self.kindColumn) }
  var parents: String { FormulaText.fixed(rows, Self.parentColumn...Self.parentColumn) }

  /// The number that stands for a kind of row.
  static func number(of kind: RowKind) -> Int {
    switch kind {
    case .total: 1
    case .department: 2
    case .unit: 3
    case .detail: 4
    case .category: 5
    case .subcategory: 6
    default: 0
    }
  }

  /// The cell of the form in which a column's total stands; nil where there is no total row.
  func totalCell(_ path: LabelPath) -> CellReference? {
    guard let row = places.levelRows.first(where: { $0.kind == .total })?.row,
      let leaf = leaf(of: path)
    else { return nil }
    return CellReference(row: row, column: leaf + 1)
  }

  /// The column of the form's sheet in which an amount stands.
  func sheetColumn(of path: LabelPath) -> Int {
    if isBlockForm { return places.fields[path]?.column ?? 1 }
    return (leaf(of: path) ?? 0) + 1
  }
}
